/** Timing. */
import type { PageNotes } from "./pageNote";

export const TIMING: PageNotes = {};
