/**
 * Inserting the three golden plans through the genuine Office.js client into the headless workbench: time until every
 * result stands, as a ratio to a full recalculation of the same workbook, requests and bytes on the wire.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { layout } from "../../src/template";
import type * as headless from "../../src/workbench/engine/headless";
import { createHost } from "../../src/workbench/host";
import { loadOfficeClient } from "../../src/workbench/office/client";
import { createOfficeWorkbook } from "../../src/workbook/office";
import { emptyBook } from "../../src/xlsx";
import { GOLDEN_PLANS, LINKED_CELLS } from "../golden/plans";
import { bundleEngine } from "../host/setup";

const KB = 1024;

interface Insertion {
  plan: string;
  cells: number;
  milliseconds: number;
  /** of a full recalculation of the workbook with the plan */
  recalculation: number;
  requests: number;
  allowed: number;
  bytes: number;
  largest: number;
}

function budget() {
  const book = emptyBook("Budget");
  book.sheets[0]!.cells[13] = { 2: { value: LINKED_CELLS.Budget.C14 } };
  return book;
}

async function insertion(
  { createHeadlessEngine }: typeof headless,
  name: string,
): Promise<Insertion> {
  const engine = await createHeadlessEngine();
  await engine.open(budget());
  const host = createHost(engine);
  const { Excel, Office } = loadOfficeClient(host);
  Object.assign(globalThis, { Excel, Office });
  const blueprint = layout(GOLDEN_PLANS[name]!);
  const workbook = createOfficeWorkbook();
  const start = performance.now();
  await workbook.insert(blueprint);
  await engine.calculate();
  const milliseconds = performance.now() - start;
  const { requests, bytes } = host.counters;
  const again = performance.now();
  await engine.calculate("full");
  const recalculation = performance.now() - again;
  engine.dispose();
  return {
    plan: name,
    cells: blueprint.sheets.reduce((sum, { cells }) => sum + cells.length, 0),
    milliseconds,
    recalculation,
    requests,
    allowed: blueprint.sheets.length + 3,
    bytes: bytes.reduce((sum, each) => sum + each, 0),
    largest: Math.max(...bytes),
  };
}

async function main(): Promise<void> {
  await bundleEngine();
  const file = path.resolve(__dirname, "../../build/engine.cjs");
  const parts = createRequire(file)(file) as typeof headless;
  const names = Object.keys(GOLDEN_PLANS);
  // The first insertion also pays for compiling everything.
  await insertion(parts, names[0]!);
  const rows: Insertion[] = [];
  for (const name of names) rows.push(await insertion(parts, name));
  for (const row of rows) {
    const ratio = (row.milliseconds / row.recalculation).toFixed(2);
    console.log(
      `  ${row.plan}: ${row.cells} cells, ${ratio} x a full recalculation of it (${Math.round(row.milliseconds)} ms : ${Math.round(row.recalculation)} ms); ${row.requests} syncs (at most ${row.allowed}), ${Math.round(row.bytes / KB)} KB on the wire, largest ${Math.round(row.largest / KB)} KB`,
    );
    if (row.requests > row.allowed) process.exitCode = 1;
  }
}

main().then(
  // Univer leaves timers behind.
  () => process.exit(),
  (problem: unknown) => {
    console.error(problem);
    process.exit(1);
  },
);
