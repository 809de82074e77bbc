/** Cohorts. */
import type { PageNotes } from "./pageNote";

export const COHORT: PageNotes = {};
