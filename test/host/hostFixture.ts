/** A genuine client over a host over the plain engine. */
import { createPlainEngine } from "../../src/workbench/engine/plain";
import { createHost } from "../../src/workbench/host";
import type { HostOptions } from "../../src/workbench/host";
import { loadOfficeClient } from "../../src/workbench/office/client";
import { emptySheet } from "../../src/xlsx/book";
import type { Book } from "../../src/xlsx/book";

export function sampleBook(): Book {
  const budget = emptySheet("s1", "Budget");
  budget.cells = {
    0: { 0: { value: "Month" }, 1: { value: "Revenue" } },
    1: { 0: { value: 46023, style: 1 }, 1: { value: 1000 } },
    2: { 0: { value: 46054, style: 1 }, 1: { value: 1250.5 } },
    3: { 0: { value: "Total" }, 1: { formula: "SUM(B2:B3)", value: 2250.5 } },
    4: {
      0: { value: "Broken" },
      1: { formula: "1/0", value: { error: "#DIV/0!" } },
    },
    5: { 0: { value: "Won?" }, 1: { value: true } },
  };
  const notes = emptySheet("s2", "Team's notes");
  return {
    sheets: [budget, notes],
    names: [
      {
        name: "Revenue_total",
        refersTo: "Budget!$B$4",
        comment: "of the year",
      },
    ],
    styles: [{}, { numberFormat: "m/d/yyyy" }],
    customXml: [{ id: "{own}", xml: '<theirs xmlns="urn:theirs"/>' }],
    activeSheet: "s1",
  };
}

export function open(book: Book = sampleBook(), options: HostOptions = {}) {
  const engine = createPlainEngine(book);
  const host = createHost(engine, options);
  return { engine, host, ...loadOfficeClient(host) };
}

/** Runs a batch that Excel refuses and gives the error's code as an add-in reads it. */
export async function refusal(
  run: ReturnType<typeof open>["run"],
  batch: (context: Excel.RequestContext) => unknown,
): Promise<string> {
  try {
    await run(async (context) => {
      batch(context);
      await context.sync();
    });
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
  return "nothing was refused";
}
