/** Response time and quality. */
import type { PageNotes } from "./pageNote";

export const RESPONSE: PageNotes = {};
