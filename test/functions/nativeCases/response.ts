/** Response time and quality. */
import type { NativeCase } from "./nativeCase";

export const RESPONSE: NativeCase[] = [];
