/** Risk. */
import type { Forms } from "./call";

export const RISK: Forms = {};
