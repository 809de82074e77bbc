/** Cohorts. */
import type { Forms } from "./call";

export const COHORT: Forms = {};
