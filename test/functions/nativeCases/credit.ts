/** Credit. */
import type { NativeCase } from "./nativeCase";

export const CREDIT: NativeCase[] = [];
