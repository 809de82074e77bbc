/** Money. */
import type { PageNotes } from "./pageNote";

export const MONEY: PageNotes = {};
