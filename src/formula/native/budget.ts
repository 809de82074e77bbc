/** Budget. */
import type { Forms } from "./call";

export const BUDGET: Forms = {};
