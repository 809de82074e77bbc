/** Risk. */
import type { NativeCase } from "./nativeCase";

export const RISK: NativeCase[] = [];
