/** Response time and quality. */
import type { Forms } from "./call";

export const RESPONSE: Forms = {};
