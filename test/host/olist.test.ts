/**
 * The main walk on a real funnel: Olist's leads as the team's own lead log, rate and lag measured in the workbook by
 * native formulas, the plan linked to them. Expected figures: test/fixtures/olist/olist.py (SciPy and plain
 * arithmetic). The data set may not be copied into the project, so the test needs the folder beside it.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { layout, newPlan, problems } from "../../src/template";
import type { Engine } from "../../src/workbench/engine/engine";
import { openFile, saveFile } from "../../src/workbench/files";
import {
  emptyBook,
  emptySheet,
  type Book,
  type BookCell,
} from "../../src/xlsx/book";
import expected from "../fixtures/olist/expected.json";
import { libreOfficeValues } from "../libreoffice/harness";
import { createHeadlessEngine } from "./headless";
import { openWorkbook } from "./openWorkbook";

const folder = path.resolve(__dirname, "../../../shared/data/olist");
const given = existsSync(folder);
if (!given)
  console.warn(
    "The Olist walk is left out: put the data set's folder at ../shared/data/olist to run it.",
  );

const DATE_STYLE = 1;
const serial = (isoDate: string): number =>
  Date.parse(`${isoDate.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569;

/** The first columns of a file whose first two fields are never quoted. */
const fields = (name: string): string[][] =>
  readFileSync(path.join(folder, name), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

function leadLog(): Book {
  const won = new Map(
    fields("olist_closed_deals_dataset.csv").map((row) => {
      const date = row.find((field) => /^\d{4}-\d\d-\d\d \d\d:/.test(field))!;
      return [row[0]!, serial(date)];
    }),
  );
  const log = emptySheet("log", "Lead Log");
  log.cells[0] = { 0: { value: "created" }, 1: { value: "won" } };
  fields("olist_marketing_qualified_leads_dataset.csv").forEach((row, at) => {
    const cells: Record<number, BookCell> = {
      0: { value: serial(row[1]!), style: DATE_STYLE },
    };
    const day = won.get(row[0]!);
    if (day !== undefined) cells[1] = { value: day, style: DATE_STYLE };
    log.cells[at + 1] = cells;
  });
  const rates = emptySheet("rates", "Rates");
  const cohort = `('Lead Log'!A2:A8001>=B1)*('Lead Log'!A2:A8001<=B2)`;
  const closed = `${cohort}*('Lead Log'!B2:B8001>0)*('Lead Log'!B2:B8001>='Lead Log'!A2:A8001)`;
  const rows: [string, BookCell][] = [
    ["from", { value: serial("2018-01-01"), style: DATE_STYLE }],
    ["to", { value: serial("2018-03-31"), style: DATE_STYLE }],
    [
      "entered",
      {
        formula: `SUMPRODUCT(${cohort})-SUMPRODUCT(${cohort}*('Lead Log'!B2:B8001>0)*('Lead Log'!B2:B8001<'Lead Log'!A2:A8001))`,
      },
    ],
    ["won", { formula: `SUMPRODUCT(${closed})` }],
    ["rate", { formula: "B4/B3" }],
    [
      "mean lag, days",
      {
        formula: `SUMPRODUCT(${closed}*('Lead Log'!B2:B8001-'Lead Log'!A2:A8001))/B4`,
      },
    ],
    ["mean lag, quarters", { formula: "B6/(365/4)" }],
    ["revenue", { value: 3_000_000 }],
  ];
  rows.forEach(([label, cell], at) => {
    rates.cells[at] = { 0: { value: label }, 1: cell };
  });
  return {
    ...emptyBook(),
    sheets: [log, rates],
    styles: [{}, { numberFormat: "yyyy-mm-dd" }],
    activeSheet: "rates",
  };
}

const plan = {
  ...newPlan({
    id: "olist",
    name: "Olist",
    fiscalStart: serial("2019-01-01"),
    asOf: serial("2019-01-01"),
    currency: "BRL",
    periods: "quarters",
    segments: [{ name: "Sellers", motion: "high volume, low dollar" }],
  }),
  inputs: {
    ntm_revenue: { link: "Rates!$B$8" },
    "s1/expansion_share": { value: 0 },
    "s1/nnc_share": { value: 0.4 },
    "s1/deal_size": { value: 12_000 },
    // The data has no SQL stage: an MQL becomes a won deal in one step, which takes the whole lag.
    "s1/mql_to_sql": { link: "Rates!$B$5" },
    "s1/sql_to_booking": { value: 1 },
    "s1/lag_inquiry_to_mql": { value: 0 },
    "s1/lag_mql_to_sql": { link: "Rates!$B$7" },
    "s1/lag_sql_to_booking": { value: 0 },
    "s1/marketing/share": { value: 1 },
    "s1/marketing/first_stage": { value: "MQL" },
    "s1/sdr/share": { value: 0 },
    "s1/sales/share": { value: 0 },
    "s1/partner/share": { value: 0 },
  },
};

const sheetNamed = (engine: Engine, name: string): string =>
  engine.sheets().find((sheet) => sheet.name === name)!.id;
const numberAt = (engine: Engine, name: string, row: number): number =>
  engine.read(sheetNamed(engine, name), {
    ...{ row, column: 1, rows: 1, columns: 1 },
  })[0]![0]!.value as number;

(given ? describe : describe.skip)("Olist's funnel", () => {
  let engine: Awaited<ReturnType<typeof createHeadlessEngine>>;
  let workbook: ReturnType<typeof openWorkbook>["workbook"];

  beforeAll(async () => {
    const file = await saveFile(leadLog());
    engine = await createHeadlessEngine();
    await engine.open((await openFile(file.bytes)).book);
    await engine.calculate("full");
    ({ workbook } = openWorkbook(engine));
  }, 60_000);
  afterAll(() => engine.dispose());

  test("rate and lag measured in the workbook are SciPy's", () => {
    expect(numberAt(engine, "Rates", 2)).toBe(expected.entered);
    expect(numberAt(engine, "Rates", 3)).toBe(expected.converted);
    expect(numberAt(engine, "Rates", 4)).toBeCloseTo(expected.rate, 12);
    expect(numberAt(engine, "Rates", 5)).toBeCloseTo(expected.lagDays, 9);
    expect(numberAt(engine, "Rates", 6)).toBeCloseTo(expected.lagQuarters, 12);
  });

  test("the plan linked to them asks for the MQLs computed by hand, in the workbench and in LibreOffice", async () => {
    expect(problems(plan)).toEqual([]);
    await workbook.insert(layout(plan));
    await engine.calculate();
    const id = sheetNamed(engine, "Olist Funnel Targets");
    const used = engine.usedArea(id)!;
    const cells = engine.read(id, { ...used });
    const at = cells.findIndex(
      (row) => row[0]!.value === "MQLs to create, total",
    );
    expect(at).toBeGreaterThan(0);
    // Column D is "before the plan", then the four quarters.
    const row = cells[at]!.slice(3, 8).map(({ value }) => value as number);
    const byHand = [
      expected.mqlsBefore,
      ...Array<number>(4).fill(expected.mqlsPerQuarter),
    ];
    row.forEach((value, column) =>
      expect(value / byHand[column]!).toBeCloseTo(1, 9),
    );

    const saved = await saveFile(engine.book());
    const values = await libreOfficeValues(saved.bytes);
    const rowNumber = used.row + at + 1;
    ["D", "E", "F", "G", "H"].forEach((column, index) => {
      const value = values["Olist Funnel Targets"]![`${column}${rowNumber}`];
      expect((value as number) / byHand[index]!).toBeCloseTo(1, 9);
    });
    const state = await workbook.readState("olist");
    expect(state.checks.filter(({ passed }) => !passed)).toEqual([]);
  }, 120_000);
});
