/** One check of the plan, as data. */
import type { Calendar } from "../calendar";
import type { SheetId } from "../sheetList";

export interface Check {
  id: string;
  label: string;
  /** What to do when it fails. */
  fix: string;
  waitsFor?: string[];
  /** Truth for the plan as a whole; `sheets` are the chosen ones beyond the core. */
  plan?: (time: Calendar, sheets: readonly SheetId[]) => string;
  /** Truth for one segment. */
  segment?: (segment: string) => string;
}

/** Nothing can be judged before every input is there and is a number where one belongs. */
export const READY = ["errors", "numbers", "filled"];
