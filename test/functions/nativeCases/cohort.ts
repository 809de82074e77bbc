/** Cohorts. */
import type { NativeCase } from "./nativeCase";

export const COHORT: NativeCase[] = [];
