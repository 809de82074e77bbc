/** What a user does in the grid, beside what an add-in does: undo, protection, errors with their sentences. */
import { emptySheet } from "../../src/xlsx/book";
import type { Book } from "../../src/xlsx/book";
import type {
  CellInput,
  EngineEvents,
  EngineFunction,
  FunctionResult,
} from "../../src/workbench/engine/engine";
import type { UniverEngine } from "../../src/workbench/engine/univer";
import { createHeadlessEngine } from "./headless";

let engine: UniverEngine;
let refused: string[];

const rate: EngineFunction = {
  name: "FUNNEL.RATE",
  description: "A rate as it is.",
  parameters: [
    { name: "rate", type: "number", optional: false, matrix: false },
    { name: "years", type: "any", optional: true, matrix: false },
  ],
  call: ([value]): FunctionResult =>
    (value as number) > 1
      ? { value: { error: "#VALUE!", sentence: `rate: got ${value}` } }
      : { value: value as number },
};
const column: EngineFunction = {
  name: "FUNNEL.COLUMN",
  description: "Two cells, the second an error.",
  parameters: [],
  call: () => ({
    value: [[1], [{ error: "#N/A", sentence: "not reached" }]],
  }),
};

const book = (): Book => ({
  sheets: [emptySheet("a", "Plan"), emptySheet("b", "Other")],
  names: [],
  styles: [{}, { locked: false }],
  customXml: [],
});

beforeEach(async () => {
  engine = await createHeadlessEngine();
  refused = [];
  engine.onRefusal((sentence) => refused.push(sentence));
  await engine.registerFunctions([rate, column]);
  await engine.open(book());
});
afterEach(() => engine.dispose());

const cell = (row: number, col: number) => ({
  row,
  column: col,
  rows: 1,
  columns: 1,
});
const put = (row: number, col: number, value: CellInput) =>
  engine.write("a", cell(row, col), [[value]]);
const at = (row: number, col: number) =>
  engine.read("a", cell(row, col))[0]?.[0]?.value;
/** As the grid does it: with undo, and with what it reads into a text. */
const type = (row: number, col: number, value: string | number) =>
  engine.services.api
    .getActiveWorkbook()
    ?.getActiveSheet()
    .getRange(row, col)
    .setValue(value);
const undo = () => engine.services.api.undo();

test("undo takes back the user's last edit and leaves the add-in's", async () => {
  type(0, 0, 1);
  put(1, 0, 2);
  await undo();
  expect([at(0, 0), at(1, 0)]).toEqual([null, 2]);
});

test("a user's edit is told with its cells and calculated by itself", async () => {
  put(0, 1, "=A1*2");
  await engine.calculate();
  const told: EngineEvents["change"][] = [];
  engine.on("change", (detail) => told.push(detail));
  const calculated = new Promise<void>((resolve) =>
    engine.on("calculated", () => resolve()),
  );
  type(0, 0, 21);
  expect(told).toEqual([
    { sheets: ["a"], areas: [{ sheet: "a", area: cell(0, 0) }] },
  ]);
  await calculated;
  expect(at(0, 1)).toBe(42);
});

test("a protected sheet refuses the user's change of a locked cell, with a sentence, and takes open ones", async () => {
  await engine.open({
    ...book(),
    sheets: [{ ...emptySheet("a", "Plan"), cells: { 0: { 1: { style: 1 } } } }],
  });
  await engine.protect("a", {});
  type(0, 0, 5);
  expect(at(0, 0)).toBeNull();
  expect(refused[0]).toContain("locked");
  type(0, 1, 6);
  expect(at(0, 1)).toBe(6);
  put(0, 0, 7);
  expect(at(0, 0)).toBe(7);
  await engine.unprotect("a");
  type(0, 0, 8);
  expect(at(0, 0)).toBe(8);
});

test("a read-only workbook and a locked structure refuse the user", async () => {
  await engine.open({ ...book(), structureLocked: true });
  engine.services.commands.syncExecuteCommand("sheet.command.insert-sheet");
  expect(engine.sheets()).toHaveLength(2);
  await engine.open({ ...book(), readOnly: true });
  type(0, 0, 5);
  expect(at(0, 0)).toBeNull();
  expect(refused).toHaveLength(2);
});

test("a bad argument leaves its sentence at the cell until the cell computes well", async () => {
  put(0, 0, 25);
  put(0, 1, "=FUNNEL.RATE(A1)");
  put(0, 2, "=IFERROR(FUNNEL.RATE(A1),0)");
  await engine.calculate();
  expect(at(0, 1)).toEqual({ error: "#VALUE!" });
  expect(engine.errorSentence("a", 0, 1)).toBe("rate: got 25");
  expect(engine.errorSentence("a", 0, 2)).toBeUndefined();
  put(0, 0, 0.25);
  await engine.calculate();
  expect(at(0, 1)).toBe(0.25);
  expect(engine.errorSentence("a", 0, 1)).toBeUndefined();
});

test("the sentence goes with its cell when rows are inserted", async () => {
  put(0, 1, "=FUNNEL.RATE(25)");
  await engine.calculate();
  engine.services.api.getActiveWorkbook()?.getActiveSheet().insertRows(0, 1);
  await engine.calculate();
  expect(engine.errorSentence("a", 0, 1)).toBeUndefined();
  expect(engine.errorSentence("a", 1, 1)).toBe("rate: got 25");
});

test("each bad cell of a spilled result has its own error and sentence", async () => {
  put(0, 0, "=FUNNEL.COLUMN()");
  await engine.calculate();
  expect([at(0, 0), at(1, 0)]).toEqual([1, { error: "#N/A" }]);
  expect(engine.errorSentence("a", 1, 0)).toBe("not reached");
  expect(engine.errorSentence("a", 0, 0)).toBeUndefined();
});

test("arguments that Excel would refuse never reach the function", async () => {
  const formulas = [
    '=FUNNEL.RATE("ten")',
    "=FUNNEL.RATE(C1:C2)",
    "=FUNNEL.RATE()",
    "=FUNNEL.RATE(1,2,3)",
    "=FUNNEL.RATE(1/0)",
  ];
  formulas.forEach((formula, row) => put(row, 0, formula));
  await engine.calculate();
  expect(formulas.map((_, row) => engine.errorSentence("a", row, 0))).toEqual([
    'rate must be a number; got the text "ten".',
    "rate takes one value and got a range of 2 × 1 cells. Give it a single cell.",
    "FUNNEL.RATE needs 1 arguments and got 0: rate, years.",
    "FUNNEL.RATE takes 2 arguments and got 3.",
    undefined,
  ]);
  expect(at(4, 0)).toEqual({ error: "#DIV/0!" });
});

test("a text, a blank and a truth become numbers where a number is declared", async () => {
  put(0, 0, '=FUNNEL.RATE("0.5")');
  put(1, 0, "=FUNNEL.RATE(Z9)");
  put(2, 0, "=FUNNEL.RATE(TRUE)");
  await engine.calculate();
  expect([at(0, 0), at(1, 0), at(2, 0)]).toEqual([0.5, 0, 1]);
});

test("a circular reference shows 0 and says so, until it is broken", async () => {
  put(0, 0, "=B1+1");
  put(0, 1, "=A1+1");
  put(0, 2, "=A1+100");
  await engine.calculate();
  expect([at(0, 0), at(0, 1), at(0, 2)]).toEqual([0, 0, 100]);
  expect(engine.errorSentence("a", 0, 0)).toContain("circular reference");
  expect(engine.errorSentence("a", 0, 2)).toBeUndefined();
  put(0, 1, 4);
  await engine.calculate();
  expect([at(0, 0), at(0, 2)]).toEqual([5, 105]);
  expect(engine.errorSentence("a", 0, 0)).toBeUndefined();
});

test("a half-typed table reference leaves later formulas alone", async () => {
  put(0, 0, "=SUM(Tbl[");
  await engine.calculate();
  put(1, 0, "=1+1");
  await engine.calculate();
  expect(at(1, 0)).toBe(2);
});
