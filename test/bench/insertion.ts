/**
 * Inserting the three golden plans through the genuine Office.js client into the headless workbench: time per cell as a
 * ratio to the smallest plan, requests and bytes on the wire.
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
  const milliseconds = performance.now() - start;
  const { requests, bytes } = host.counters;
  await engine.calculate();
  engine.dispose();
  return {
    plan: name,
    cells: blueprint.sheets.reduce((sum, { cells }) => sum + cells.length, 0),
    milliseconds,
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
  const perCell = ({ milliseconds, cells }: Insertion) => milliseconds / cells;
  for (const row of rows) {
    const ratio = (perCell(row) / perCell(rows[0]!)).toFixed(2);
    console.log(
      `  ${row.plan}: ${row.cells} cells, ${ratio} x the time per cell of ${names[0]} (${Math.round(row.milliseconds)} ms); ${row.requests} syncs (at most ${row.allowed}), ${Math.round(row.bytes / KB)} KB on the wire, largest ${Math.round(row.largest / KB)} KB`,
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
