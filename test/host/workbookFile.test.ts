/** A plan written as a file beside the same plan inserted through the genuine Office.js client and saved. */
import { Workbook, type Cell } from "@cj-tech-master/excelts";
import { headlines, layout } from "../../src/template";
import type { BlueprintCell, Plan } from "../../src/template/model";
import { widthToPixels } from "../../src/workbench/engine/sizes";
import { saveFile } from "../../src/workbench/files";
import { planFile, type PlanFile } from "../../src/workbook/file";
import { readIdentity } from "../../src/workbook/identity";
import {
  emptyBook,
  readXlsx,
  writeXlsx,
  type Book,
  type BookSheet,
  type BorderSide,
} from "../../src/xlsx";
import { UNLINKED_PLANS } from "../fixtures/unlinkedPlans";
import {
  describeWithLibreOffice,
  recalculate,
  sheetValues,
  type SheetValue,
} from "../libreoffice/harness";
import { normalBook } from "../xlsx/normal";
import { createHeadlessEngine } from "./headless";
import { openPlain, openWorkbook } from "./openWorkbook";
import { smallBlueprint } from "./workbookFixture";

jest.setTimeout(240_000);

async function calculated(book: Book): Promise<Book> {
  const engine = await createHeadlessEngine();
  await engine.open(book);
  await engine.calculate("full");
  const result = engine.book();
  engine.dispose();
  return result;
}

const opened = async (bytes: Uint8Array): Promise<Book> =>
  (await readXlsx(bytes)).book;

const SIDES = {
  top: [-1, 0, "bottom"],
  bottom: [1, 0, "top"],
  left: [0, -1, "right"],
  right: [0, 1, "left"],
} as const;

/** A line between two cells is one line, whichever of them has it. */
function lines(book: Book, { cells }: BookSheet): Record<string, BorderSide> {
  const side = (
    row: number,
    column: number,
    name: keyof typeof SIDES,
  ): BorderSide | undefined =>
    book.styles[cells[row]?.[column]?.style ?? 0]?.borders?.[name];
  const found: Record<string, BorderSide> = {};
  for (const row of Object.keys(cells).map(Number))
    for (const column of Object.keys(cells[row]!).map(Number))
      for (const [name, [down, right, opposite]] of Object.entries(SIDES)) {
        const line =
          side(row, column, name as keyof typeof SIDES) ??
          side(row + down, column + right, opposite);
        if (line) found[`${row}/${column} ${name}`] = line;
      }
  return found;
}

/** Everything that a reader of the file can see or run into, by sheet. */
function seen(book: Book) {
  const plan = { ...book, sheets: book.sheets.filter(isOfPlan) };
  const borderless = {
    ...plan,
    styles: book.styles.map(({ borders: _borders, ...style }) => style),
    customXml: [],
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      columns: Object.fromEntries(
        Object.entries(sheet.columns).map(([column, { width = 0 }]) => [
          column,
          { width: widthToPixels(width) },
        ]),
      ),
    })),
  };
  const [record] = book.customXml.map(({ xml }) => readIdentity(xml));
  return {
    book: normalBook(borderless),
    lines: plan.sheets.map((sheet) => lines(book, sheet)),
    // A host's ids of sheets hold for the workbook that it has open.
    record: {
      ...record,
      sheets: record?.sheets.map(({ worksheet: _id, ...rest }) => rest),
    },
  };
}

const isOfPlan = ({ properties }: BookSheet): boolean =>
  properties !== undefined;

/** Each file is written once for all tests. */
const files = new Map<string, Promise<PlanFile>>();
const fileOf = (plan: Plan): Promise<PlanFile> => {
  const file = files.get(plan.id) ?? planFile(layout(plan), calculated);
  files.set(plan.id, file);
  return file;
};

async function inserted(plan: Plan): Promise<Book> {
  const engine = await createHeadlessEngine();
  await engine.open(emptyBook());
  const { workbook } = openWorkbook(engine);
  await workbook.insert(layout(plan));
  await engine.calculate();
  const { bytes } = await saveFile(engine.book());
  engine.dispose();
  return opened(bytes);
}

test.each(UNLINKED_PLANS)(
  "%s as a file is what an insertion into an empty workbook and Save give",
  async (_, plan) => {
    const { bytes, checks } = await fileOf(plan);
    expect(checks).toEqual({ count: expect.any(Number), failed: [] });
    const ours = seen(await opened(bytes));
    expect(ours.lines).toHaveLength(plan.sheets.length);
    expect(ours).toEqual(seen(await inserted(plan)));
  },
);

test("one of everything that a blueprint may hold, too", async () => {
  const blueprint = smallBlueprint();
  const { engine, workbook } = openPlain(emptyBook());
  await workbook.insert(blueprint);
  const saved = await saveFile(engine.book());
  const { bytes } = await planFile(blueprint);
  expect(seen(await opened(bytes))).toEqual(seen(await opened(saved.bytes)));
});

test("the task pane finds, reads, checks and removes the plan in the opened file", async () => {
  const [, plan] = UNLINKED_PLANS[0]!;
  const engine = await createHeadlessEngine();
  const { bytes } = await fileOf(plan);
  await engine.open(await opened(bytes));
  const { workbook } = openWorkbook(engine);
  const { sheets, names } = layout(plan);
  await expect(workbook.plans()).resolves.toEqual([
    {
      id: plan.id,
      name: plan.name,
      schema: 1,
      sheets: sheets.map(({ id, title }) => ({ id, name: title })),
      missing: [],
    },
  ]);
  await expect(workbook.readPlan(plan.id)).resolves.toEqual(plan);
  const state = await workbook.readState(plan.id);
  expect(state.allPassed).toBe(true);
  for (const { segment, ...numbers } of headlines(plan))
    for (const [id, value] of Object.entries(numbers)) {
      const { name } = plan.segments.find((one) => one.id === segment)!;
      const cell = state.headlines.find(
        (one) => one.id === id && one.segment === name,
      );
      expect(Number(cell?.value)).toBeCloseTo(Number(value), 4);
    }
  const removed = await workbook.remove(plan.id);
  expect(removed.names.sort()).toEqual(names.map(({ name }) => name).sort());
  const left = engine.book();
  expect([left.names, left.customXml]).toEqual([[], []]);
  expect(left.sheets.map(({ cells }) => cells)).toEqual([{}]);
  engine.dispose();
});

test("the same plan gives the same bytes", async () => {
  const [, plan] = UNLINKED_PLANS[0]!;
  const [first, second] = [layout(plan), layout(structuredClone(plan))];
  expect((await planFile(first)).bytes).toEqual((await planFile(second)).bytes);
});

/** The file with a wrong result in every formula: whoever shows a right one has calculated it. */
async function withWrongResults(bytes: Uint8Array): Promise<Uint8Array> {
  const file = await readXlsx(bytes);
  for (const { cells } of file.book.sheets)
    for (const line of Object.values(cells))
      for (const cell of Object.values(line))
        if (cell.formula !== undefined) cell.value = -12_345;
  return writeXlsx(file.book, file);
}

describeWithLibreOffice("without the add-in", () => {
  test("LibreOffice computes what the files say, from results that are all wrong", async () => {
    const written = await Promise.all(
      UNLINKED_PLANS.map(async ([, plan]) => (await fileOf(plan)).bytes),
    );
    const recalculated = await recalculate(
      await Promise.all(written.map(withWrongResults)),
    );
    for (const [at, [name]] of UNLINKED_PLANS.entries()) {
      const stored = await sheetValues(written[at]!);
      const wrong: unknown[] = [];
      let numbers = 0;
      for (const [sheet, cells] of Object.entries(stored))
        for (const [address, value] of Object.entries(cells)) {
          const theirs = recalculated[at]![sheet]?.[address];
          if (typeof value === "number") numbers++;
          if (!agree(value, theirs))
            wrong.push([name, sheet, address, value, theirs]);
        }
      expect(wrong).toEqual([]);
      expect(numbers).toBeGreaterThan(900);
    }
  });
});

/** LibreOffice stores fifteen digits, and a truth as one where the cell has no format of its own. */
function agree(ours: SheetValue, theirs: SheetValue | undefined): boolean {
  if (typeof ours === "object") return false;
  if (typeof ours === "string") return ours === theirs;
  return (
    typeof theirs !== "string" &&
    Math.abs(Number(ours) - Number(theirs)) <=
      1e-9 * Math.max(1, Math.abs(Number(ours)))
  );
}

test.each(UNLINKED_PLANS)("another library opens %s", async (_, plan) => {
  const workbook = new Workbook();
  await workbook.xlsx.load((await fileOf(plan)).bytes);
  const { sheets, names } = layout(plan);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(
    sheets.map(({ title }) => title),
  );
  expect(workbook.definedNames.model.map(({ name }) => name)).toEqual(
    expect.arrayContaining(names.map(({ name }) => name)),
  );
  for (const { title, cells, freeze } of sheets) {
    const sheet = workbook.getWorksheet(title)!;
    expect(sheet.sheetProtection).toMatchObject({ sheet: true });
    expect(sheet.views[0]).toMatchObject({
      ...(freeze.columns > 0 && { xSplit: freeze.columns }),
      ...(freeze.rows > 0 && { ySplit: freeze.rows }),
    });
    const wrong = cells.filter((cell) =>
      differs(cell, sheet.getCell(cell.row + 1, cell.column + 1)),
    );
    expect(wrong).toEqual([]);
  }
});

/** That library gives dates as midnight in UTC. */
const serial = (date: Date): number => date.getTime() / 86_400_000 + 25_569;

function differs(
  { formula, value, format }: BlueprintCell,
  found: Cell,
): boolean {
  if (format !== undefined && found.numFmt !== format) return true;
  if (formula !== undefined) return found.formula !== formula.slice(1);
  const content =
    found.value instanceof Date ? serial(found.value) : found.value;
  return value !== undefined && value !== "" && content !== value;
}
