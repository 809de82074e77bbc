/** Rates and experiments. */
import type { NativeCase } from "./nativeCase";

export const RATES: NativeCase[] = [];
