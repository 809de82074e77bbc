/** Reads the working calendar: days off and holidays. */
import { refuse } from "../funnel/checks";
import { isBlank, number, plain, text } from "./given";
import { MOST_CELLS } from "./givenRanges";

/** The dates in a range of any shape, or none where it is left out. Every formula of a column reads them anew. */
export function holidays(given: unknown): number[] {
  const rows: unknown[] = Array.isArray(given) ? given : [given];
  const days: number[] = [];
  let length = 0;
  for (const row of rows) {
    const cells: unknown[] = Array.isArray(row) ? row : [row];
    if (days.length + cells.length > MOST_CELLS)
      refuse(
        `holidays must be at most ${MOST_CELLS} cells - give the part that holds dates`,
      );
    for (const cell of cells) {
      const day =
        typeof cell === "number"
          ? cell
          : number(`holiday ${days.length + 1}`, cell);
      days.push(day);
      if (day !== 0) length = days.length;
    }
  }
  // Without the blank end of a column.
  days.length = length;
  return days;
}

/** A number or a mask as NETWORKDAYS.INTL takes it; Saturday and Sunday when left out. */
export function weekend(given: unknown): number | string {
  const value = plain("weekend", given);
  if (isBlank(value) || value === 0) return 1;
  return typeof value === "number" ? value : text("weekend", value);
}
