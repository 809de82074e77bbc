/** Alignment. */
import type { NativeCase } from "./nativeCase";

export const ALIGNMENT: NativeCase[] = [];
