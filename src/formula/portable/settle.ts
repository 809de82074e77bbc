/**
 * After the plain formulas were written and calculated: where one gives something else than the function did, the value
 * is kept instead. A plain formula does not refuse bad input, and a blank may count otherwise in it.
 */
import type { Area, CellValue, Change, Portable } from "./model";
import { withRun } from "./record";

/** `valuesAt` gives what an area shows now. What comes back is to be written as it stands, the new values too. */
export function settle(
  portable: Portable,
  valuesAt: (area: Area) => CellValue[][],
): Portable {
  const { changes, record } = portable;
  const last = record.runs.at(-1);
  if (changes.length === 0 || last === undefined) return portable;
  const settled = changes.map((change): Change => {
    if (change.formula === undefined || !isKnown(change.before)) return change;
    const now = valuesAt(change);
    if (sameValues(change.before, now)) return change;
    const { formula: _, isArray: _isArray, ...kept } = change;
    const [from, to] = firstDifference(change.before, now);
    return {
      ...kept,
      values: change.before,
      reason: `the plain formula gives ${told(to)} where the function gave ${told(from)}`,
    };
  });
  const earlier = { ...record, runs: record.runs.slice(0, -1) };
  const names = last.names.map(({ name, sheet, address }) => ({
    ...{ name, address },
    sheet: last.sheets[sheet]!.name,
  }));
  return {
    ...portable,
    changes: settled,
    record: withRun(earlier, settled, last.sheets, names),
  };
}

/** Something that a plain formula can be compared with. */
const isKnown = (values: CellValue[][]): boolean =>
  !values
    .flat()
    .some((value) => /^#(BUSY!|NAME\?|GETTING_DATA)$/.test(String(value)));

const RELATIVE = 1e-9;
const ABSOLUTE = 1e-12;

export function sameValue(one: CellValue, other: CellValue): boolean {
  if (typeof one === "number" && typeof other === "number")
    return (
      Math.abs(one - other) <=
      Math.max(RELATIVE * Math.max(Math.abs(one), Math.abs(other)), ABSOLUTE)
    );
  return (one ?? "") === (other ?? "");
}

export const sameValues = (one: CellValue[][], other: CellValue[][]): boolean =>
  one.length === other.length &&
  one.every(
    (row, at) =>
      row.length === other[at]!.length &&
      row.every((value, column) => sameValue(value, other[at]![column]!)),
  );

function firstDifference(
  before: CellValue[][],
  now: CellValue[][],
): [CellValue, CellValue] {
  const [was, is] = [before.flat(), now.flat()];
  const at = was.findIndex(
    (value, index) => !sameValue(value, is[index] ?? null),
  );
  return at < 0
    ? [`${was.length} values`, `${is.length} values`]
    : [was[at]!, is[at] ?? null];
}

const told = (value: CellValue): string =>
  value === null || value === "" ? "nothing" : String(value);
