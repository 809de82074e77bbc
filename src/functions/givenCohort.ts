/** Reads the columns of a lead log or of counts by day. A heading in the first cell of every column is passed over. */
import { isLeftOut, lists, type Range } from "./givenRanges";

/** The numbers of each column, the optional one last if it is given. */
export function columns(
  needed: readonly Range[],
  optional?: Range,
): (number[] | undefined)[] {
  const ranges =
    optional && !isLeftOut(optional[2]) ? [...needed, optional] : needed;
  const isHeaded = ranges.every(([, , given]) => hasHeading(given));
  return lists(
    ...ranges.map(([name, item, given]): Range => [
      name,
      item,
      isHeaded ? withoutHeading(given) : given,
    ]),
  ).map(({ values }) => values);
}

interface GivenDates {
  entered: number[];
  converted: number[];
  lost: number[] | undefined;
}

export function leadDates(
  entered_dates: unknown,
  converted_dates: unknown,
  lost_dates?: unknown,
): GivenDates {
  const [entered = [], converted = [], lost] = columns(
    [
      ["entered_dates", "entered date", entered_dates],
      ["converted_dates", "converted date", converted_dates],
    ],
    ["lost_dates", "lost date", lost_dates],
  );
  return { entered, converted, lost };
}

function hasHeading(given: unknown): boolean {
  if (!Array.isArray(given) || !Array.isArray(given[0])) return false;
  const row = given[0] as unknown[];
  const isOneCell = given.length === 1 && row.length === 1;
  return !isOneCell && typeof row[0] === "string" && row[0].trim() !== "";
}

/** A blank in its place, so that the rows keep their numbers. */
function withoutHeading(given: unknown): unknown {
  const rows = [...(given as unknown[][])];
  rows[0] = [null, ...rows[0]!.slice(1)];
  return rows;
}
