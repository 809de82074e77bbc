/** What is calculated after a change, and how much. */
import { emptySheet } from "../../src/xlsx/book";
import type {
  CellInput,
  EngineFunction,
} from "../../src/workbench/engine/engine";
import type { UniverEngine } from "../../src/workbench/engine/univer";
import { createHeadlessEngine } from "./headless";

let engine: UniverEngine;
const counted = new Map<number, number>();

/** COUNTED(n) returns n and notes that it was called. */
const count: EngineFunction = {
  name: "TEST.COUNTED",
  description: "Returns its argument.",
  parameters: [{ name: "n", type: "number", optional: false, matrix: false }],
  call: ([n]) => {
    counted.set(n as number, (counted.get(n as number) ?? 0) + 1);
    return { value: n as number };
  },
};

beforeEach(async () => {
  engine = await createHeadlessEngine();
  await engine.registerFunctions([count]);
  await engine.open({
    sheets: [emptySheet("a", "Plan"), emptySheet("b", "Other")],
    names: [],
    styles: [{}],
    customXml: [],
  });
  counted.clear();
});
afterEach(() => engine.dispose());

const put = (row: number, column: number, value: CellInput, sheet = "a") =>
  engine.write(sheet, { row, column, rows: 1, columns: 1 }, [[value]]);
const at = (row: number, column: number, sheet = "a") =>
  engine.read(sheet, { row, column, rows: 1, columns: 1 })[0]?.[0]?.value;

test("an unrelated edit calculates nothing else, also beside a spill and a name", async () => {
  engine.setName({ name: "Rate", refersTo: "Plan!$A$1" });
  put(0, 0, 2);
  put(0, 1, "=TEST.COUNTED(A1)+Rate");
  put(0, 3, "=SEQUENCE(3)");
  await engine.calculate();
  counted.clear();
  put(9, 9, 5);
  await engine.calculate();
  expect([...counted]).toEqual([]);
  put(0, 0, 4);
  await engine.calculate();
  expect([...counted]).toEqual([[4, 1]]);
  expect(at(0, 1)).toBe(8);
});

test("a new or changed name calculates its users alone, through other names too", async () => {
  put(0, 0, 10);
  put(1, 0, "=TEST.COUNTED(1)+Twice");
  put(2, 0, "=TEST.COUNTED(2)");
  await engine.calculate();
  expect(at(1, 0)).toEqual({ error: "#NAME?" });
  counted.clear();
  engine.setName({ name: "Base", refersTo: "Plan!$A$1" });
  engine.setName({ name: "Twice", refersTo: "Base*2" });
  await engine.calculate();
  expect(at(1, 0)).toBe(21);
  expect(counted.has(2)).toBe(false);
  engine.setName({ name: "Base", refersTo: "5" });
  await engine.calculate();
  expect(at(1, 0)).toBe(11);
  engine.deleteName("Twice");
  await engine.calculate();
  expect(at(1, 0)).toEqual({ error: "#NAME?" });
  expect(counted.has(2)).toBe(false);
});

test("a name of a sheet hides the workbook's name there only", async () => {
  engine.setName({ name: "Rate", refersTo: "2" });
  engine.setName({ name: "Rate", refersTo: "3", sheet: "b" });
  put(0, 0, "=Rate*10");
  put(0, 0, "=Rate*10", "b");
  put(1, 0, "=Other!Rate*10");
  await engine.calculate();
  expect([at(0, 0), at(0, 0, "b"), at(1, 0)]).toEqual([20, 30, 30]);
});

test("a variable of LET hides a name", async () => {
  engine.setName({ name: "x", refersTo: "100" });
  put(0, 0, "=LET(x,2,x*3)+x");
  await engine.calculate();
  expect(at(0, 0)).toBe(106);
});

test("readers of a spill follow when it shrinks, grows, is blocked and is freed", async () => {
  put(0, 0, 4);
  put(0, 1, "=SEQUENCE(A1)");
  put(0, 2, "=SUM(B1:B9)");
  put(0, 3, "=SUM(B1#)");
  const sums = async () => {
    await engine.calculate();
    return [at(0, 2), at(0, 3)];
  };
  expect(await sums()).toEqual([10, 10]);
  put(0, 0, 2);
  expect(await sums()).toEqual([3, 3]);
  put(0, 0, 5);
  expect(await sums()).toEqual([15, 15]);
  put(2, 1, "x");
  expect(await sums()).toEqual([{ error: "#SPILL!" }, { error: "#SPILL!" }]);
  put(2, 1, null);
  expect(await sums()).toEqual([15, 15]);
  put(0, 1, 7);
  expect((await sums())[0]).toBe(7);
  expect(at(1, 1)).toBeNull();
});

test("nothing starts between suspend and resume", async () => {
  engine.suspendCalculation();
  put(0, 0, "=1+1");
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(at(0, 0)).toBeNull();
  engine.resumeCalculation();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(at(0, 0)).toBe(2);
});

test("a formula on a sheet that comes later finds it", async () => {
  put(0, 0, "=Later!A1+1");
  await engine.calculate();
  expect(at(0, 0)).toEqual({ error: "#REF!" });
  const later = engine.addSheet("Later");
  put(0, 0, 6, later);
  await engine.calculate();
  expect(at(0, 0)).toBe(7);
});

test("a result brings no number format into a cell that an add-in wrote", async () => {
  put(0, 0, "=EDATE(45000,1)");
  await engine.calculate();
  expect(
    engine.styles("a", { row: 0, column: 0, rows: 1, columns: 1 })[0]?.[0],
  ).toEqual({});
});

test("totals rows, headers and rows of a table are told apart", async () => {
  engine.write("a", { row: 0, column: 0, rows: 4, columns: 2 }, [
    ["Item", "Price"],
    ["a", 5],
    ["b", 7],
    ["Total", 12],
  ]);
  await engine.addTable("a", {
    name: "Sales",
    ref: "A1:B4",
    headers: true,
    totals: true,
    columns: ["Item", "Price"],
  });
  put(1, 2, "=[@Price]*2");
  put(0, 4, "=SUM(sales[PRICE])");
  put(1, 4, "=Sales[[#Totals],[Price]]");
  put(2, 4, '=ROWS(Sales)&"/"&ROWS(Sales[#All])');
  put(3, 4, "=SUM(Sales[@[Item]:[Price]])");
  await engine.calculate();
  expect([at(0, 4), at(1, 4), at(2, 4), at(3, 4)]).toEqual([
    12,
    12,
    "2/4",
    { error: "#VALUE!" },
  ]);
});

describe("a calculation that is under way", () => {
  const busy = () => {
    for (let row = 0; row < 1500; row++) put(row, 0, `=${row}+Other!A1`);
    return engine.calculate();
  };

  test("is finished before another workbook takes its place", async () => {
    const running = busy();
    const sheet = emptySheet("c", "Next");
    sheet.cells = { 0: { 0: { formula: "1+1" } } };
    await engine.open({
      sheets: [sheet],
      names: [],
      styles: [{}],
      customXml: [],
    });
    await running;
    expect(at(0, 0, "c")).toBe(2);
  });

  test("ends for those who wait for it when the engine is disposed of", async () => {
    const running = busy();
    engine.dispose();
    await running;
  });

  test("that breaks off says so, and the next one is right", async () => {
    put(0, 0, "=1+1");
    const spoiled = jest
      .spyOn(engine.services.runtime, "setTotalFormulasToCalculate")
      .mockImplementationOnce(() => {
        throw new Error("spoiled");
      });
    const running = engine.calculate();
    await expect(running).rejects.toThrow("broke off");
    spoiled.mockRestore();
    await engine.calculate();
    expect(at(0, 0)).toBe(2);
  });
});
