/** Rates and experiments. */
import type { PageNotes } from "./pageNote";

export const RATES: PageNotes = {};
