/** Money. */
import type { NativeCase } from "./nativeCase";

export const MONEY: NativeCase[] = [];
