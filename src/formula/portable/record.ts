/**
 * What is remembered for the way back: plain JSON, kept in the workbook. Each run stands by itself with the sheets as they
 * were called then, and each entry has a check value, so that a damaged one is never written over anything.
 */
import type { CellValue, Change, NamedCell, SheetName } from "./model";

export const RECORD_VERSION = 1;

export interface PortableRecord {
  version: typeof RECORD_VERSION;
  runs: PortableRun[];
}

export interface PortableRun {
  sheets: SheetName[];
  cells: PortableEntry[];
  /** Where names stood: they move with their cells and so tell which rows and columns have moved since. */
  names: { name: string; sheet: number; address: string }[];
}

export interface PortableEntry {
  /** Its place in the run's `sheets`. */
  sheet: number;
  address: string;
  rows: number;
  columns: number;
  original: string;
  /** The original was entered as an array formula over this area. */
  wasArray?: true;
  /** The plain formula that was written, array-entered when `isArray`, … */
  formula?: string;
  isArray?: true;
  /** … or the values that stand for it. */
  values?: CellValue[][];
  check: string;
}

export class RecordProblem extends Error {
  override readonly name = "RecordProblem";
}

/** The earlier runs and this one. */
export function withRun(
  earlier: PortableRecord | undefined,
  changes: readonly Change[],
  sheets: readonly SheetName[],
  names: readonly NamedCell[] = [],
): PortableRecord {
  const runs = earlier?.runs ?? [];
  if (changes.length === 0) return { version: RECORD_VERSION, runs: [...runs] };
  const known = sheets.map(({ name, id }) => ({
    name,
    ...(id !== undefined && { id }),
  }));
  const indexOf = new Map(
    known.map(({ name }, index) => [name.toUpperCase(), index]),
  );
  const placeOf = (name: string): number => {
    const sheet = indexOf.get(name.toUpperCase());
    if (sheet === undefined)
      throw new Error(`"${name}" is not among the sheets`);
    return sheet;
  };
  const cells = changes.map((change): PortableEntry => {
    const { address, rows, columns, original, formula, values } = change;
    const entry = {
      ...{ sheet: placeOf(change.sheet), address, rows, columns, original },
      ...(change.wasArray === true && { wasArray: true as const }),
      ...(formula !== undefined && { formula }),
      ...(change.isArray === true && { isArray: true as const }),
      ...(values !== undefined && { values }),
    };
    return { ...entry, check: checkOf(entry) };
  });
  const places = names.map(({ name, sheet, address }) => ({
    name,
    sheet: placeOf(sheet),
    address,
  }));
  const run = { sheets: known, cells, names: places };
  return { version: RECORD_VERSION, runs: [...runs, run] };
}

/** 53 bits over everything an entry says (cyrb53). */
export function checkOf(entry: Omit<PortableEntry, "check">): string {
  const { sheet, address, rows, columns, original, wasArray } = entry;
  const text = JSON.stringify([
    ...[sheet, address, rows, columns, original, wasArray],
    ...[entry.formula, entry.isArray, entry.values],
  ]);
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  const mixed = (x: number, y: number): number =>
    Math.imul(x ^ (x >>> 16), 2246822507) ^
    Math.imul(y ^ (y >>> 13), 3266489909);
  const [low, high] = [mixed(one, two), mixed(two, one)];
  return ((high & 0x1fffff) * 2 ** 32 + (low >>> 0))
    .toString(16)
    .padStart(14, "0");
}

/** Throws RecordProblem with a sentence for anything that is not such a record. */
export function readRecord(found: unknown): PortableRecord {
  const record = fields(found, "the record");
  if (record.version !== RECORD_VERSION)
    refuse(
      typeof record.version === "number" && record.version > RECORD_VERSION
        ? `it is of version ${record.version} and this add-in reads version ${RECORD_VERSION} - update the add-in`
        : `its version is ${JSON.stringify(record.version) ?? "missing"}, not ${RECORD_VERSION}`,
    );
  return {
    version: RECORD_VERSION,
    runs: list(record.runs, "runs").map(readRun),
  };
}

function readRun(found: unknown, at: number): PortableRun {
  const where = `runs[${at}]`;
  const run = fields(found, where);
  const sheets = list(run.sheets, `${where}.sheets`).map((each, index) => {
    const place = `${where}.sheets[${index}]`;
    const { name, id } = fields(each, place);
    if (typeof name !== "string" || name === "") refuse(`${place} has no name`);
    if (id !== undefined && typeof id !== "string")
      refuse(`${place}.id is no text`);
    return { name, ...(id !== undefined && { id }) } as SheetName;
  });
  const cells = list(run.cells, `${where}.cells`).map((each, index) =>
    readEntry(each, `${where}.cells[${index}]`, sheets.length),
  );
  const names = list(run.names, `${where}.names`).map((each, index) => {
    const place = `${where}.names[${index}]`;
    const { name, sheet, address } = fields(each, place);
    if (typeof name !== "string" || name === "") refuse(`${place} has no name`);
    if (!isCount(sheet, 0) || (sheet as number) >= sheets.length)
      refuse(`${place}.sheet names none of the ${sheets.length} sheets`);
    if (!isAddress(address)) refuse(`${place}.address is no cell`);
    return { name, sheet, address } as PortableRun["names"][number];
  });
  return { sheets, cells, names };
}

function readEntry(
  found: unknown,
  where: string,
  sheetCount: number,
): PortableEntry {
  const entry = fields(found, where);
  const { sheet, address, rows, columns, original } = entry;
  const { formula, values, check } = entry;
  if (!isCount(sheet, 0) || (sheet as number) >= sheetCount)
    refuse(`${where}.sheet names none of the ${sheetCount} sheets`);
  if (!isAddress(address)) refuse(`${where}.address is no cell`);
  if (!isCount(rows, 1) || !isCount(columns, 1)) refuse(`${where} has no size`);
  if (!isFormula(original)) refuse(`${where}.original is no formula`);
  if ((formula === undefined) === (values === undefined))
    refuse(`${where} must hold either a formula or values`);
  if (formula !== undefined && !isFormula(formula))
    refuse(`${where}.formula is no formula`);
  for (const name of ["isArray", "wasArray"])
    if (entry[name] !== undefined && entry[name] !== true)
      refuse(`${where}.${name} is neither true nor left out`);
  if (
    values !== undefined &&
    !isTable(values, rows as number, columns as number)
  )
    refuse(`${where}.values are not ${String(rows)} x ${String(columns)}`);
  const read = entry as unknown as PortableEntry;
  if (check !== checkOf(read))
    refuse(`${where} was changed: its check value does not fit`);
  return read;
}

function refuse(what: string): never {
  throw new RecordProblem(
    `The record of the formulas that were made portable cannot be used: ${what}.`,
  );
}

function fields(found: unknown, where: string): Record<string, unknown> {
  if (typeof found !== "object" || found === null || Array.isArray(found))
    refuse(`${where} is no object`);
  return found as Record<string, unknown>;
}

function list(found: unknown, where: string): unknown[] {
  if (!Array.isArray(found)) refuse(`${where} is no list`);
  return found as unknown[];
}

const isCount = (found: unknown, least: number): boolean =>
  Number.isInteger(found) && (found as number) >= least;

const isAddress = (found: unknown): found is string =>
  typeof found === "string" && /^[A-Z]{1,3}[1-9]\d{0,6}$/i.test(found);

const isFormula = (found: unknown): found is string =>
  typeof found === "string" && found.startsWith("=") && found.length > 1;

const isTable = (found: unknown, rows: number, columns: number): boolean =>
  Array.isArray(found) &&
  found.length === rows &&
  found.every(
    (row) =>
      Array.isArray(row) &&
      row.length === columns &&
      row.every(
        (cell) =>
          cell === null ||
          typeof cell === "string" ||
          typeof cell === "boolean" ||
          (typeof cell === "number" && Number.isFinite(cell)),
      ),
  );
