/** Rates and experiments. */
import type { Forms } from "./call";

export const RATES: Forms = {};
