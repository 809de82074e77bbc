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
