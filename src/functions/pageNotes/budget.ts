/** Budget. */
import type { PageNotes } from "./pageNote";

export const BUDGET: PageNotes = {};
