/** Credit. */
import type { PageNotes } from "./pageNote";

export const CREDIT: PageNotes = {};
