/** Budget. */
import type { NativeCase } from "./nativeCase";

export const BUDGET: NativeCase[] = [];
