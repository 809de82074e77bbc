/** Credit. */
import type { Forms } from "./call";

export const CREDIT: Forms = {};
