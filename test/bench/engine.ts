/**
 * The engine against its bare parts, as ratios within one run: an unrelated edit beside 1,000 COUNTIFS over 2,000 rows
 * against Univer without repairs, and 10,000 cells of the add-in's own FUNNEL.REQUIRED_MQLS, as it was built, against the
 * same formula written natively.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import type * as headless from "../../src/workbench/engine/headless";
import type {
  CellInput,
  CellState,
  Engine,
  EngineFunction,
} from "../../src/workbench/engine/engine";
import { createHost } from "../../src/workbench/host";
import { loadOfficeClient } from "../../src/workbench/office/client";
import { engineFunctions } from "../../src/workbench/office/customFunctions";
import type { FunctionsJson } from "../../src/workbench/office/customFunctions";
import { emptySheet } from "../../src/xlsx/book";
import type { Book, BookCell } from "../../src/xlsx/book";
import { bundle } from "../host/setup";
import type * as bareUniver from "./bareUniver";

export interface RatioRow {
  name: string;
  /** milliseconds of the engine */
  engine: number;
  /** milliseconds of what it is compared with */
  reference: number;
  ratio: number;
}

const rounds = 5;
const leads = 2_000;
const counts = 1_000;
const calls = 10_000;

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

async function timed(
  action: (round: number) => Promise<void>,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await action(round);
    times.push(performance.now() - start);
  }
  return median(times);
}

const row = (name: string, engine: number, reference: number): RatioRow => ({
  name,
  engine: Math.round(engine),
  reference: Math.round(reference),
  ratio: Math.round((engine / reference) * 100) / 100,
});

const leadRow = (place: number): Record<number, BookCell> => ({
  0: { value: `Source ${place % 50}` },
  1: { value: place },
});
const countFormula = (place: number): string =>
  `COUNTIFS(Leads!$A$1:$A$${leads},"Source ${place % 50}",Leads!$B$1:$B$${leads},">${place}")`;

/** 2,000 leads, and 1,000 formulas that count them. */
function countingBook(): Book {
  const log = emptySheet("log", "Leads");
  for (let place = 0; place < leads; place++) log.cells[place] = leadRow(place);
  const sums = emptySheet("sums", "Counts");
  for (let place = 0; place < counts; place++)
    sums.cells[place] = { 0: { formula: countFormula(place) } };
  return {
    sheets: [log, sums],
    names: [],
    styles: [{}],
    customXml: [],
    activeSheet: "sums",
  };
}

const write = (
  engine: Engine,
  sheet: string,
  column: number,
  values: CellInput[],
): void =>
  engine.write(
    sheet,
    { row: 0, column, rows: values.length, columns: 1 },
    values.map((value) => [value]),
  );

async function unrelatedEdit(
  parts: typeof headless,
  { openBare }: typeof bareUniver,
): Promise<RatioRow> {
  const engine = await parts.createHeadlessEngine();
  await engine.open(countingBook());
  const ours = await timed(async (round) => {
    write(engine, "sums", 5, [round]);
    await engine.calculate();
  });
  engine.dispose();
  const bare = await openBare(countingBook());
  const theirs = await timed((round) => bare.edit("sums", 0, 5, round));
  bare.dispose();
  return row(
    `an unrelated edit beside ${counts} COUNTIFS over ${leads} rows, against Univer bare`,
    ours,
    theirs,
  );
}

/** The built functions, loaded into the genuine client's page as in the workbench. */
function addinFunctions(engine: Engine): EngineFunction[] {
  const host = createHost(engine);
  const { page, functions, CustomFunctions: runtime } = loadOfficeClient(host);
  const file = (name: string): string =>
    readFileSync(path.resolve(__dirname, "../../dist", name), "utf8");
  vm.runInContext(file("functions.js"), page);
  host.dispose();
  return engineFunctions(
    "FUNNEL",
    JSON.parse(file("functions.json")) as FunctionsJson,
    functions.functions,
    (code) => new runtime.Error(code as CustomFunctions.ErrorCode),
  );
}

async function customCells(parts: typeof headless): Promise<RatioRow> {
  const engine = await parts.createHeadlessEngine();
  await engine.registerFunctions(addinFunctions(engine));
  const area = { row: 0, column: 5, rows: 1, columns: 1 };
  const time = async (formula: (place: number) => string): Promise<number> => {
    const sheet = emptySheet("a", "Plan");
    for (let place = 0; place < calls; place++)
      sheet.cells[place] = {
        0: { value: 2_000_000 + place },
        1: { value: 75_000 },
        2: { value: 0.2 },
        3: { value: 0.25 },
        5: { formula: formula(place + 1) },
      };
    await engine.open({
      sheets: [sheet],
      names: [],
      styles: [{}],
      customXml: [],
    });
    const time = await timed(() => engine.calculate("full"));
    const [[cell]] = engine.read("a", area) as [[CellState]];
    if (cell.value !== 2_000_000 / 75_000 / 0.2 / 0.25)
      throw new Error(`${cell.formula} gave ${JSON.stringify(cell.value)}.`);
    return time;
  };
  const custom = await time(
    (n) => `FUNNEL.REQUIRED_MQLS(A${n},B${n},C${n},D${n})`,
  );
  const native = await time((n) => `A${n}/B${n}/C${n}/D${n}`);
  engine.dispose();
  return row(
    `${calls} FUNNEL.REQUIRED_MQLS cells recalculated, against the native formula`,
    custom,
    native,
  );
}

/** Univer keeps its caches for a whole module: each side gets a bundle of its own. */
async function bundled<T>(entry: string, outfile: string): Promise<T> {
  await bundle(entry, outfile);
  const file = path.resolve(__dirname, "../../build", outfile);
  return createRequire(file)(file) as T;
}

export async function benchEngine(): Promise<RatioRow[]> {
  const parts = await bundled<typeof headless>(
    "src/workbench/engine/headless.ts",
    "engine.cjs",
  );
  const bare = await bundled<typeof bareUniver>(
    "test/bench/bareUniver.ts",
    "bareUniver.cjs",
  );
  return [await unrelatedEdit(parts, bare), await customCells(parts)];
}

void benchEngine().then((rows) => {
  for (const { name, engine, reference, ratio } of rows)
    console.log(`  ${name}: ${ratio} x (${engine} ms : ${reference} ms)`);
  // Univer leaves timers behind.
  process.exit(0);
});
