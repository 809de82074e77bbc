/** Timing. */
import type { NativeCase } from "./nativeCase";

export const TIMING: NativeCase[] = [];
