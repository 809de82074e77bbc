/**
 * Formulas of a planner's, made portable, in LibreOffice: they give what the functions gave. Then the way back from the
 * file that LibreOffice saved, which spells formulas in its own way.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  toFunctions,
  toPortable,
  type CellValue,
  type FormulaCell,
  type LookUp,
  type Portable,
  type PortableFunction,
} from "../../src/formula/portable";
import type { Size } from "../../src/formula/portable/model";
import { addressOf, cellAt } from "../../src/formula/portable/references";
import { generateFunctionsJson } from "../../src/tools/functionsJson";
import {
  emptyBook,
  emptySheet,
  readXlsx,
  writeXlsx,
  type Book,
  type BookSheet,
} from "../../src/xlsx";
import { callFace, column, installRuntime, row } from "../functions/runtime";
import {
  convert,
  describeWithLibreOffice,
  recalculate,
  type SheetValues,
} from "../libreoffice/harness";

const [TARGET, DEAL, SHARE] = [1_000_000, 48_000, 0.6];
const RATES = [0.4, 0.25, 0.2];
const WEIGHTS = [3, 5, 2, 0, 7];
const SHARES = [0.5, 0.3, 0.2];
const ODD = "It's FUNNEL.X(1)";

/** One value of a function. */
function one(id: string, ...args: unknown[]): number {
  return many(id, ...args)[0]![0]!;
}

/** All values of a function; an error counts as one. */
function many(id: string, ...args: unknown[]): number[][] {
  const outcome = callFace(id, args);
  if ("error" in outcome) return [[outcome.error as unknown as number]];
  const { value } = outcome;
  return (Array.isArray(value) ? value : [[value]]) as number[][];
}

const sum = (values: number[][]): number =>
  values.flat().reduce((total, each) => total + each, 0);
const each = (values: number[][], change: (value: number) => number) =>
  values.map((line) => line.map(change));

/** [what is typed, what the functions make of it] */
const FORMULAS: [formula: string, expected: () => CellValue | CellValue[][]][] =
  [
    [
      "=FUNNEL.REQUIRED_DEALS('My Plan'!B1,'My Plan'!$B$2)",
      () => one("REQUIRED_DEALS", TARGET, DEAL),
    ],
    [
      "=_xldudf_FUNNEL_REQUIRED_DEALS('My Plan'!B1,'My Plan'!B2)*2",
      () => 2 * one("REQUIRED_DEALS", TARGET, DEAL),
    ],
    [
      "=@FUNNEL.REQUIRED_DEALS( Target ,\n 'My Plan'!B2 )",
      () => one("REQUIRED_DEALS", TARGET, DEAL),
    ],
    [
      '=funnel.required_deals(Target*Growth,48%*100000,,"final")',
      () => one("REQUIRED_DEALS", TARGET * 1.1, DEAL, null, "final"),
    ],
    [
      "=2^FUNNEL.REQUIRED_DEALS(2,8)%-1",
      () => 2 ** (one("REQUIRED_DEALS", 2, 8) / 100) - 1,
    ],
    ["=-FUNNEL.REQUIRED_DEALS(6,2)^2", () => 9],
    ["=10-FUNNEL.REQUIRED_DEALS(6,2)-FUNNEL.REQUIRED_DEALS(8,2)", () => 3],
    ["=100/FUNNEL.REQUIRED_DEALS(8,2)/FUNNEL.REQUIRED_DEALS(10,2)", () => 5],
    [
      '="FUNNEL.REQUIRED_DEALS(1,"&FUNNEL.REQUIRED_DEALS(6,2)&")"',
      () => "FUNNEL.REQUIRED_DEALS(1,3)",
    ],
    [
      `='It''s FUNNEL.X(1)'!A1+FUNNEL.REQUIRED_DEALS('It''s FUNNEL.X(1)'!A1,'It''s FUNNEL.X(1)'!A2)`,
      () => 12 + one("REQUIRED_DEALS", 12, 8),
    ],
    [
      "=IFERROR(FUNNEL.REQUIRED_MQLS('My Plan'!B1,'My Plan'!B2,20%,25%),\"\")",
      () => one("REQUIRED_MQLS", TARGET, DEAL, 0.2, 0.25),
    ],
    [
      "=IFERROR(FUNNEL.REQUIRED_MQLS('My Plan'!B1,'My Plan'!B2,0,25%),\"no rate\")",
      () => "no rate",
    ],
    [
      "=FUNNEL.REQUIRED_MQLS(Target,'My Plan'!B2,'My Plan'!B9,25%)",
      () => one("REQUIRED_MQLS", TARGET, DEAL, 0, 0.25),
    ],
    [
      "=FUNNEL.REQUIRED_MQLS(Target,'My Plan'!B2,20%,25%,'My Plan'!B3,\"cascade\")",
      () => one("REQUIRED_MQLS", TARGET, DEAL, 0.2, 0.25, SHARE, "cascade"),
    ],
    [
      "=IF('My Plan'!B1>0,FUNNEL.REQUIRED_SQLS(Target,'My Plan'!B2,25%),FUNNEL.REQUIRED_SQLS(1,1,1))",
      () => one("REQUIRED_SQLS", TARGET, DEAL, 0.25),
    ],
    [
      "=FUNNEL.REQUIRED_REPS(FUNNEL.REQUIRED_SQLS(Target,'My Plan'!B2,25%),12,'My Plan'!B3)",
      () =>
        one(
          "REQUIRED_REPS",
          one("REQUIRED_SQLS", TARGET, DEAL, 0.25),
          12,
          SHARE,
        ),
    ],
    [
      "=FUNNEL.EXPECTED_BOOKINGS(FUNNEL.REQUIRED_INQUIRIES(Target,'My Plan'!B2,40%,25%,20%),Rates,'My Plan'!B2)",
      () =>
        one(
          "EXPECTED_BOOKINGS",
          one("REQUIRED_INQUIRIES", TARGET, DEAL, ...RATES),
          row(RATES),
          DEAL,
        ),
    ],
    [
      "=FUNNEL.REQUIRED_VOLUMES(Target,'My Plan'!B2,'My Plan'!D1:F1)",
      () => many("REQUIRED_VOLUMES", TARGET, DEAL, row(RATES)),
    ],
    [
      "=FUNNEL.REQUIRED_VOLUMES(Target,'My Plan'!B2,Rates,'My Plan'!B3,\"cascade\")*1",
      () =>
        many("REQUIRED_VOLUMES", TARGET, DEAL, row(RATES), SHARE, "cascade"),
    ],
    [
      "=FUNNEL.REQUIRED_VOLUMES(Target,'My Plan'!B2,{0.4;0.25})",
      () => many("REQUIRED_VOLUMES", TARGET, DEAL, column([0.4, 0.25])),
    ],
    [
      "=INDEX(FUNNEL.REQUIRED_VOLUMES(Target,'My Plan'!B2,Rates),2)",
      () => many("REQUIRED_VOLUMES", TARGET, DEAL, row(RATES))[0]![1]!,
    ],
    [
      "=@FUNNEL.REQUIRED_VOLUMES(Target,'My Plan'!B2,Rates)",
      () => many("REQUIRED_VOLUMES", TARGET, DEAL, row(RATES))[0]![0]!,
    ],
    [
      "=SUM(FUNNEL.REQUIRED_VOLUMES(Target,'My Plan'!B2,Rates))",
      () => sum(many("REQUIRED_VOLUMES", TARGET, DEAL, row(RATES))),
    ],
    [
      "=MAX(FUNNEL.EXPECTED_VOLUMES(900,Rates))+MIN(FUNNEL.EXPECTED_VOLUMES(900,Rates))",
      () => 360 + 18,
    ],
    [
      "=FUNNEL.EXPECTED_VOLUMES(900,'My Plan'!D1:F1/2)",
      () => many("EXPECTED_VOLUMES", 900, row(RATES.map((rate) => rate / 2))),
    ],
    [
      "=FUNNEL.EXPECTED_VOLUMES(900,TRANSPOSE('My Plan'!D1:F1))",
      () => many("EXPECTED_VOLUMES", 900, column(RATES)),
    ],
    [
      "=TRANSPOSE(FUNNEL.EXPECTED_VOLUMES(900,Rates))",
      () => many("EXPECTED_VOLUMES", 900, column(RATES)),
    ],
    [
      "=FUNNEL.APPORTION(10,Weights)",
      () => many("APPORTION", 10, column(WEIGHTS)),
    ],
    [
      "=FUNNEL.APPORTION(10,'My Plan'!$H$1:H5)",
      () => many("APPORTION", 10, column(WEIGHTS)),
    ],
    [
      "=SUM(FUNNEL.APPORTION(10,Weights)*{1;2;3;4;5})",
      () =>
        sum(
          many("APPORTION", 10, column(WEIGHTS)).map(([value], at) => [
            value! * (at + 1),
          ]),
        ),
    ],
    [
      "=SUMPRODUCT(FUNNEL.APPORTION(10,Weights),'My Plan'!H1:H5)",
      () =>
        sum(
          many("APPORTION", 10, column(WEIGHTS)).map(([value], at) => [
            value! * WEIGHTS[at]!,
          ]),
        ),
    ],
    [
      "=INDEX(FUNNEL.APPORTION(FUNNEL.REQUIRED_DEALS(30,3),Weights),3)",
      () => many("APPORTION", 10, column(WEIGHTS))[2]![0]!,
    ],
    [
      "=FUNNEL.APPORTION(11,'My Plan'!K:K)",
      () => many("APPORTION", 11, column([1, 2, 3, 4])),
    ],
    [
      "=FUNNEL.APPORTION(11,'My Plan'!K1:K900)",
      () => many("APPORTION", 11, column([1, 2, 3, 4])),
    ],
    [
      "=IFERROR(FUNNEL.SOURCE_TARGETS(Target,Sources[Share])*2,0)",
      () =>
        each(
          many("SOURCE_TARGETS", TARGET, column(SHARES)),
          (value) => value * 2,
        ),
    ],
    [
      "=FUNNEL.SOURCE_TARGETS(FUNNEL.SOURCE_TARGETS(Target,1),Sources[Share])",
      () => many("SOURCE_TARGETS", TARGET, column(SHARES)),
    ],
    [
      "=FUNNEL.SOURCE_TARGETS(Target,INDEX(Rates,1)+0.6)",
      () => one("SOURCE_TARGETS", TARGET, 1),
    ],
    [
      "=FUNNEL.NTM_SPLIT(Target,20%,30%)",
      () => many("NTM_SPLIT", TARGET, 0.2, 0.3),
    ],
    [
      "=ROUND(FUNNEL.NTM_SPLIT(Target/7,20%,30%),0)",
      () => each(many("NTM_SPLIT", TARGET / 7, 0.2, 0.3), Math.round),
    ],
    [
      "=FUNNEL.BOOKINGS_FOR_REVENUE(Target,Weights)",
      () => one("BOOKINGS_FOR_REVENUE", TARGET, column(WEIGHTS)),
    ],
    [
      "=FUNNEL.BOOKINGS_FOR_REVENUE(Target,'My Plan'!H1:H5*2,24)",
      () =>
        one(
          "BOOKINGS_FOR_REVENUE",
          TARGET,
          column(WEIGHTS.map((each) => each * 2)),
          24,
        ),
    ],
    [
      "=FUNNEL.REQUIRED_PIPELINE(Target,25%,'My Plan'!B2)/FUNNEL.PIPELINE_COVERAGE(Target*3,Target)",
      () => one("REQUIRED_PIPELINE", TARGET, 0.25, DEAL) / 3,
    ],
    ["=FUNNEL.PIPELINE_COVERAGE(Target,0)", () => "#DIV/0!"],
    [
      "=SUM(Calc!A1,FUNNEL.REQUIRED_DEALS(SUM('My Plan'!H1:H5),VLOOKUP(2,'My Plan'!K1:L4,2,FALSE)))",
      () => one("REQUIRED_DEALS", 17, 20),
    ],
    // Frozen: no plain formula for a word from a cell or a range of unknown size.
    [
      "=FUNNEL.REQUIRED_DEALS(Target,'My Plan'!B2,,'My Plan'!B4)",
      () => one("REQUIRED_DEALS", TARGET, DEAL, null, "final"),
    ],
    [
      "=FUNNEL.SOURCE_TARGETS(Target,OFFSET('My Plan'!N1,1,0,3,1))",
      () => many("SOURCE_TARGETS", TARGET, column(SHARES)),
    ],
  ];

/** What a wide sheet's look-up would say. */
const lookUp: LookUp = ({ kind, text }) => {
  if (kind === "range")
    return { rows: 900, columns: 1, filled: { rows: 4, columns: 1 } };
  const sizes: Record<string, number[]> = {
    ...{ Target: [1, 1], Growth: [1, 1], Rates: [1, 3], Weights: [5, 1] },
    "Sources[Share]": [3, 1],
  };
  const [rows, columns] = sizes[text] ?? [];
  return rows && columns ? { rows, columns } : undefined;
};

function put(sheet: BookSheet, address: string, value: CellValue): void {
  const { row, column } = cellAt(address);
  (sheet.cells[row] ??= {})[column] = { value };
}

/** The inputs, and a sheet for the formulas. */
function inputs(): { book: Book; calc: BookSheet } {
  const book = emptyBook("My Plan");
  const plan = book.sheets[0]!;
  const odd = emptySheet("s2", ODD);
  const calc = emptySheet("s3", "Calc");
  book.sheets.push(odd, calc);
  put(plan, "B1", TARGET);
  put(plan, "B2", DEAL);
  put(plan, "B3", SHARE);
  put(plan, "B4", "final");
  RATES.forEach((rate, at) => put(plan, addressOf(0, 3 + at), rate));
  WEIGHTS.forEach((weight, at) => {
    if (weight !== 0) put(plan, addressOf(at, 7), weight);
  });
  [1, 2, 3, 4].forEach((value, at) => {
    put(plan, addressOf(at, 10), value);
    put(plan, addressOf(at, 11), value * 10);
  });
  put(plan, "M1", "Source");
  put(plan, "N1", "Share");
  SHARES.forEach((share, at) => {
    put(plan, addressOf(at + 1, 12), `S${at}`);
    put(plan, addressOf(at + 1, 13), share);
  });
  plan.tables.push({
    ...{ name: "Sources", ref: "M1:N4", headers: true, totals: false },
    columns: ["Source", "Share"],
  });
  put(odd, "A1", 12);
  put(odd, "A2", 8);
  const names = { Target: "B$1", Rates: "D$1:$F$1", Weights: "H$1:$H$5" };
  for (const [name, where] of Object.entries(names))
    book.names.push({ name, refersTo: `'My Plan'!$${where}` });
  book.names.push({ name: "Growth", refersTo: "1.1" });
  return { book, calc };
}

const ALL_SHEETS = [{ name: "My Plan" }, { name: ODD }, { name: "Calc" }];
const EVERY = 6;

/** Each formula with room for its result, then one that refers to such a result as `B5#`. */
function formulaCells(): FormulaCell[] {
  const cells = FORMULAS.map(([formula, expected], at) => {
    const found = expected();
    const values = Array.isArray(found) ? found : [[found]];
    const address = addressOf(at * EVERY, 1);
    return { sheet: "Calc", address, formula, values };
  });
  const anchor = cells.find(({ formula }) =>
    /^=FUNNEL.APPORTION\(10,W/.test(formula),
  )!;
  const frozen = cells.find(({ formula }) => formula.includes("OFFSET"))!;
  const next = addressOf(cells.length * EVERY, 1);
  return [
    ...cells,
    {
      ...{ sheet: "Calc", address: next },
      formula: `=SUM(${anchor.address}#)+SUM(Calc!$${frozen.address.replace("B", "B$")}#)`,
      values: [[10 + TARGET]],
    },
  ];
}

describeWithLibreOffice("a sheet of FUNNEL formulas made portable", () => {
  let cells: FormulaCell[];
  let portable: Portable;
  let calculated: SheetValues;
  let file: Uint8Array;

  beforeAll(async () => {
    installRuntime();
    const { functions } = await generateFunctionsJson();
    cells = formulaCells();
    portable = toPortable({
      ...{ cells, lookUp, sheets: ALL_SHEETS },
      functions: functions as PortableFunction[],
    });
    const { book, calc } = inputs();
    for (const change of portable.changes) {
      const { address, rows, columns, formula, isArray, values } = change;
      const { row, column } = cellAt(address);
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++)
          // A wrong result, which must come back right.
          put(calc, addressOf(row + r, column + c), values?.[r]?.[c] ?? 999);
      if (formula === undefined) continue;
      const ref = `${address}:${addressOf(row + rows - 1, column + columns - 1)}`;
      const first = calc.cells[row]![column]!;
      first.formula = formula.slice(1);
      if (isArray) first.array = { ref, dynamic: false };
    }
    file = await writeXlsx(book);
    [calculated] = (await recalculate([file])) as [SheetValues];
  }, 300_000);

  test("all but the two without a plain formula have one", () => {
    expect(portable.left).toEqual([]);
    expect(portable.changes).toHaveLength(cells.length);
    expect(
      portable.changes
        .filter(({ formula }) => formula === undefined)
        .map(({ original }) => original),
    ).toEqual(FORMULAS.slice(-2).map(([formula]) => formula));
  });

  test.each(FORMULAS.map(([formula], at) => [formula, at] as const))(
    "%s",
    (_, at) => {
      expectSame(calculated, cells[at]!);
    },
  );

  test("a reference to spilled results", () => {
    expectSame(calculated, cells.at(-1)!);
  });

  test("everything returns from the file that LibreOffice saved", async () => {
    const folder = mkdtempSync(join(tmpdir(), "portable-"));
    try {
      const path = join(folder, "in.xlsx");
      writeFileSync(path, file);
      const [saved] = await convert([path], "xlsx", join(folder, "out"));
      const { book } = await readXlsx(new Uint8Array(readFileSync(saved!)));
      const calc = book.sheets.find(({ name }) => name === "Calc")!;
      const { restored, kept } = toFunctions({
        record: portable.record,
        sheets: book.sheets.map(({ name }) => ({ name })),
        cells: formulasOf(calc),
        valuesAt: (area) => shownIn(calc, area),
      });
      expect(kept).toEqual([]);
      expect(
        restored
          .map((each) => [each.address, each.rows, each.columns, each.formula])
          .sort(),
      ).toEqual(
        cells
          .map(({ address, values, formula }) => [
            address,
            values.length,
            values[0]!.length,
            formula,
          ])
          .sort(),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 300_000);
});

function expectSame(calculated: SheetValues, { address, values }: FormulaCell) {
  const { row, column } = cellAt(address);
  values.forEach((line, r) =>
    line.forEach((value, c) => {
      const got = calculated.Calc![addressOf(row + r, column + c)];
      const shown = typeof got === "object" ? got.error : got;
      if (typeof value !== "number") expect(shown).toBe(value);
      else {
        expect(typeof shown).toBe("number");
        expect(
          Math.abs((shown as number) - value) / Math.max(Math.abs(value), 1),
        ).toBeLessThan(1e-9);
      }
    }),
  );
}

function formulasOf(sheet: BookSheet): FormulaCell[] {
  return Object.entries(sheet.cells).flatMap(([row, line]) =>
    Object.entries(line)
      .filter(([, { formula }]) => formula !== undefined)
      .map(([column, { formula, array }]) => {
        const address = addressOf(Number(row), Number(column));
        const [, last = address] = array?.ref.split(":") ?? [];
        const end = cellAt(last);
        return {
          ...{ sheet: sheet.name, address, formula: `=${formula}` },
          values: shownIn(sheet, {
            address,
            rows: end.row - Number(row) + 1,
            columns: end.column - Number(column) + 1,
          }),
        };
      }),
  );
}

function shownIn(
  sheet: BookSheet,
  { address, rows, columns }: { address: string } & Size,
): CellValue[][] {
  const { row, column } = cellAt(address);
  return Array.from({ length: rows }, (_, r) =>
    Array.from(
      { length: columns },
      (_, c) =>
        (sheet.cells[row + r]?.[column + c]?.value ?? null) as CellValue,
    ),
  );
}
