import { readXlsx, writeXlsx } from "../../src/xlsx";
import { RICH_FUNCTIONS, richBook } from "../fixtures/richBook";
import { normalBook } from "./normal";

const options = { functionNames: RICH_FUNCTIONS };

test("a book written to a new file and read again is the same book", async () => {
  const book = richBook();
  const opened = await readXlsx(
    await writeXlsx(book, undefined, options),
    options,
  );
  expect(normalBook(opened.book)).toEqual(normalBook(book));
});

test("what our own writer made holds nothing that the book does not say", async () => {
  const { book } = await readXlsx(
    await writeXlsx(richBook(), undefined, options),
    options,
  );
  expect(JSON.stringify(book)).not.toContain('"source"');
});

test("writing does not change the book that was given", async () => {
  const book = richBook();
  await writeXlsx(book, undefined, options);
  expect(book).toEqual(richBook());
});

test("a file saved without a change and read again is the same book, sheet ids included", async () => {
  const first = await readXlsx(
    await writeXlsx(richBook(), undefined, options),
    options,
  );
  const again = await readXlsx(await writeXlsx(first.book, first), options);
  expect(again.book).toEqual(first.book);
});

test("a table's headings and its cells agree in the file, whichever was changed", async () => {
  const book = richBook();
  const log = book.sheets[1]!;
  log.cells[1]![0] = { value: "Lead" };
  log.cells[1]![1] = { value: 5 };
  log.cells[1]![2] = { value: "lead" };
  const { book: again } = await readXlsx(await writeXlsx(book));
  const [, sheet] = again.sheets;
  const columns = ["Lead", "Segment & kind", "Amount"];
  expect(sheet!.tables[0]!.columns).toEqual(columns);
  expect([0, 1, 2].map((at) => sheet!.cells[1]![at]!.value)).toEqual(columns);
});

test("a formula that Excel would cut to one cell is stored as a dynamic array", async () => {
  const book = richBook();
  book.sheets[0]!.cells[20] = { 0: { formula: "SUM((B3:B5>1)*1)", value: 2 } };
  const { book: again } = await readXlsx(await writeXlsx(book));
  expect(again.sheets[0]!.cells[20]![0]).toEqual({
    formula: "SUM((B3:B5>1)*1)",
    value: 2,
    array: { ref: "A21", dynamic: true },
  });
});
