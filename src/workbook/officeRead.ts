/** Reads an inserted plan back from its cells: inputs, headline numbers and checks as they stand now. */
import type { BlueprintReading, InputValue, Plan } from "../template/model";
import { settle } from "../template";
import { blockAddress, fold, onSheet } from "./address";
import { readInput } from "./inputs";
import { type Locate, movements } from "./movements";
import { findPlan, type FoundPlan } from "./officePlans";
import type { PlanState } from "./port";

export async function readPlan(
  context: Excel.RequestContext,
  planId: string,
): Promise<Plan> {
  const found = await findPlan(context, planId);
  const { plan, inputs, status } = found.identity;
  // Its cells may never have been written: the record alone says what was meant.
  if (status === "inserting") return plan;
  const locate = await locator(context, found);
  const own = new Set(
    [...found.sheets.values()].map((sheet) => fold(sheet.name)),
  );
  const cells = readBlocks(found, inputs, locate);
  await context.sync();

  const values: Record<string, InputValue> = { ...plan.inputs };
  for (const input of inputs) {
    const cell = cells(input.sheet, input.address);
    if (!cell) continue;
    const now = readInput(
      { formula: cell.of("formulas"), value: cell.of("values") },
      input.written,
      own,
    );
    if (now !== "unchanged") values[input.id] = now;
  }
  return settle({ ...plan, inputs: values });
}

export async function readState(
  context: Excel.RequestContext,
  planId: string,
): Promise<PlanState> {
  const found = await findPlan(context, planId);
  const { headlines, checks, plan } = found.identity;
  const segmentName = (id: string): string =>
    plan.segments.find((segment) => segment.id === id)?.name ?? id;
  const locate = await locator(context, found);
  const cells = readBlocks(found, [...headlines, ...checks], locate);
  await context.sync();

  const read = <T>(
    readings: BlueprintReading[],
    make: (reading: BlueprintReading, cell: Cell) => T,
  ): T[] =>
    readings.flatMap((reading) => {
      const cell = cells(reading.sheet, reading.address);
      return cell ? [make(reading, cell)] : [];
    });
  const states = read(checks, ({ id, label }, cell) => ({
    ...{ id, label, passed: cell.of("values") === 1 },
    ...{ text: String(cell.of("text")), address: cell.address },
  }));
  return {
    headlines: read(headlines, ({ id, label, segment }, cell) => {
      const value = cell.of("values");
      return {
        ...{
          id,
          label,
          value: typeof value === "number" ? value : String(value),
        },
        ...{ text: String(cell.of("text")), address: cell.address },
        ...(segment !== undefined && { segment: segmentName(segment) }),
      };
    }),
    checks: states,
    allPassed:
      states.length === checks.length && states.every((check) => check.passed),
  };
}

/** One request: names tell where their cells are now. */
async function locator(
  context: Excel.RequestContext,
  { identity, sheets }: FoundPlan,
): Promise<Locate> {
  const names = context.workbook.names.load("items/name,items/formula");
  await context.sync();
  return movements(
    identity.names,
    new Map(names.items.map((item) => [fold(item.name), String(item.formula)])),
    new Map([...sheets].map(([id, sheet]) => [id, sheet.name])),
  );
}

interface Cell {
  /** `'FY27 Checks'!C4` */
  address: string;
  of(property: "values" | "formulas" | "text"): unknown;
}

/** Queues one block per sheet that holds all these cells; the returned function reads a cell after the next sync. */
function readBlocks(
  { sheets }: FoundPlan,
  wanted: { sheet: string; address: string }[],
  locate: Locate,
): (sheet: string, address: string) => Cell | undefined {
  const blocks = new Map<
    string,
    { range: Excel.Range; row: number; column: number }
  >();
  for (const [id, sheet] of sheets) {
    const cells = wanted
      .filter((cell) => cell.sheet === id)
      .map((cell) => locate(id, cell.address));
    if (cells.length === 0) continue;
    const [row, lastRow] = extent(cells.map((cell) => cell.row));
    const [column, lastColumn] = extent(cells.map((cell) => cell.column));
    const range = sheet.getRangeByIndexes(
      row,
      column,
      lastRow - row + 1,
      lastColumn - column + 1,
    );
    blocks.set(id, { range: range.load("values,formulas,text"), row, column });
  }
  return (id, address) => {
    const block = blocks.get(id);
    const sheet = sheets.get(id);
    if (!block || !sheet) return undefined;
    const { row, column } = locate(id, address);
    return {
      address: onSheet(sheet.name, blockAddress(row, column)),
      of: (property) =>
        block.range[property][row - block.row]?.[
          column - block.column
        ] as unknown,
    };
  };
}

const extent = (numbers: number[]): [number, number] => [
  numbers.reduce((a, b) => Math.min(a, b)),
  numbers.reduce((a, b) => Math.max(a, b)),
];
