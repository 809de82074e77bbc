/** Risk. */
import type { PageNotes } from "./pageNote";

export const RISK: PageNotes = {};
