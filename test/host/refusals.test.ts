/** What the host refuses as Excel does: the code as the genuine client reads it, and nothing changed in the workbook. */
import { open, refusal, sampleBook } from "./hostFixture";
import type { Book } from "../../src/xlsx/book";

type Batch = (context: Excel.RequestContext) => unknown;

const budget = (context: Excel.RequestContext) =>
  context.workbook.worksheets.getItem("Budget");

const withBook = (change: (book: Book) => void): Book => {
  const book = sampleBook();
  change(book);
  return book;
};
const protectedBook = withBook(({ sheets, styles }) => {
  styles.push({ locked: false });
  sheets[0]!.protection = { options: {} };
  sheets[0]!.cells[8] = { 0: { value: "free", style: 2 } };
});
const lockedBook = withBook((book) => (book.structureLocked = true));
const readOnlyBook = withBook((book) => (book.readOnly = true));

const long = (length: number): string => "x".repeat(length);

/** [what is refused, code, what the add-in does, workbook] */
const refusals: [string, string, Batch, Book?][] = [
  [
    "values with too few rows",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1:B2").values = [[1, 2]]),
  ],
  [
    "values with a short row",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1:B2").values = [[1, 2], [3]]),
  ],
  [
    "a row of values without rows",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1:B1").values = [1, 2] as never),
  ],
  [
    "one value in an array for many cells",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1:B2").values = [[1]]),
  ],
  [
    "formulas in the wrong shape",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1:A2").formulas = [["=1", "=2"]]),
  ],
  [
    "number formats in the wrong shape",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1:A2").numberFormat = [["0"]]),
  ],
  [
    "a large array in the wrong shape",
    "InvalidArgument",
    (c) =>
      (budget(c).getRange("A1:B1000").values = Array.from(
        { length: 999 },
        () => [1, 2],
      )),
  ],
  [
    "an object as a value",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1").values = [[{ a: 1 }]]),
  ],
  [
    "a text that begins with a sign and is no formula",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1").values = [["-- none --"]]),
  ],
  [
    "a name's comment of more than 255 characters",
    "InvalidArgument",
    (c) => c.workbook.names.add("Rate", "=Budget!$A$1", long(256)),
  ],
  [
    "a text of more than 32,767 characters",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1").values = [[long(32_768)]]),
  ],
  [
    "a number format that is none",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1").numberFormat = [['0"open']]),
  ],
  [
    "a formula that breaks off",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1").formulas = [["=SUM(A1"]]),
  ],
  [
    "a formula with an operator too many",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1").formulas = [["=1+*2"]]),
  ],
  [
    "a formula of more than 8,192 characters",
    "FormulaLengthExceedsLimit",
    (c) => (budget(c).getRange("A1").formulas = [[`=1${"+1".repeat(4096)}`]]),
  ],
  [
    "an address that is none",
    "InvalidArgument",
    (c) => budget(c).getRange("A0").load("address"),
  ],
  [
    "an address beyond the grid",
    "InvalidArgument",
    (c) => budget(c).getRange("XFE1").load("address"),
  ],
  [
    "an address of another sheet",
    "InvalidArgument",
    (c) => budget(c).getRange("'Team''s notes'!A1").load("address"),
  ],
  [
    "a cell outside the grid",
    "InvalidArgument",
    (c) => budget(c).getCell(-1, 0).load("address"),
  ],
  [
    "an offset outside the grid",
    "InvalidArgument",
    (c) => budget(c).getRange("A1").getOffsetRange(-1, 0).load("address"),
  ],
  [
    "a size below one",
    "InvalidArgument",
    (c) => budget(c).getRange("A1").getResizedRange(-1, 0).load("address"),
  ],
  [
    "ranges of two sheets",
    "InvalidArgument",
    (c) =>
      budget(c)
        .getRange("A1")
        .getIntersection(
          c.workbook.worksheets.getItem("Team's notes").getRange("A1"),
        )
        .load("address"),
  ],
  [
    "an unknown colour",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1").format.fill.color = "reddish"),
  ],
  [
    "an unknown alignment",
    "InvalidArgument",
    (c) =>
      (budget(c).getRange("A1").format.horizontalAlignment = "Middle" as never),
  ],
  [
    "a font size of 0",
    "InvalidArgument",
    (c) => (budget(c).getRange("A1").format.font.size = 0),
  ],
  [
    "a column wider than Excel's",
    "InvalidArgument",
    (c) => (budget(c).getRange("A:A").format.columnWidth = 5000),
  ],
  [
    "a row higher than Excel's",
    "InvalidArgument",
    (c) => (budget(c).getRange("1:1").format.rowHeight = 410),
  ],

  [
    "an unknown property in a load",
    "ApiNotFound",
    (c) => budget(c).load("colour" as never),
  ],
  [
    "an unknown member beneath a load",
    "ApiNotFound",
    (c) =>
      budget(c)
        .getRange("A1")
        .load("format/colour" as never),
  ],
  [
    "a member that this host lacks",
    "ApiNotFound",
    (c) => budget(c).charts.getCount(),
  ],
  [
    "a method that this host lacks",
    "ApiNotFound",
    (c) => budget(c).getRange("A1:B2").removeDuplicates([0], true),
  ],
  [
    "a kind of conditional format that this host lacks",
    "ApiNotFound",
    (c) => budget(c).getRange("A1").conditionalFormats.add("DataBar"),
  ],
  [
    "a member of a newer Excel",
    "ApiNotFound",
    (c) => budget(c).getRange("A1").getDirectDependents(),
  ],

  [
    "a missing sheet",
    "ItemNotFound",
    (c) => c.workbook.worksheets.getItem("None").load("name"),
  ],
  [
    "a missing name",
    "ItemNotFound",
    (c) => c.workbook.names.getItem("None").load("name"),
  ],
  [
    "a missing table",
    "ItemNotFound",
    (c) => c.workbook.tables.getItem("None").load("name"),
  ],
  [
    "a missing custom XML part",
    "ItemNotFound",
    (c) => c.workbook.customXmlParts.getItem("{none}").load("id"),
  ],
  [
    "a missing property of a sheet",
    "ItemNotFound",
    (c) => budget(c).customProperties.getItem("none").load("value"),
  ],
  [
    "no intersection",
    "ItemNotFound",
    (c) => budget(c).getRange("A1").getIntersection("C3").load("address"),
  ],

  [
    "a sheet that exists",
    "ItemAlreadyExists",
    (c) => c.workbook.worksheets.add("Budget"),
  ],
  [
    "a sheet that exists in other capitals",
    "ItemAlreadyExists",
    (c) => c.workbook.worksheets.add("BUDGET"),
  ],
  [
    "renaming to a sheet that exists",
    "ItemAlreadyExists",
    (c) => (c.workbook.worksheets.getItem("Team's notes").name = "Budget"),
  ],
  [
    "a name that exists",
    "ItemAlreadyExists",
    (c) => c.workbook.names.add("revenue_TOTAL", "=Budget!$A$1"),
  ],

  [
    "a sheet name of 32 characters",
    "InvalidArgument",
    (c) => c.workbook.worksheets.add(long(32)),
  ],
  ...[...":\\/?*[]"].map((sign): [string, string, Batch] => [
    `a sheet name with ${sign}`,
    "InvalidArgument",
    (c) => c.workbook.worksheets.add(`Plan${sign}1`),
  ]),
  [
    "a sheet name that begins with an apostrophe",
    "InvalidArgument",
    (c) => c.workbook.worksheets.add("'Plan"),
  ],
  [
    "a sheet name that ends with an apostrophe",
    "InvalidArgument",
    (c) => c.workbook.worksheets.add("Plan'"),
  ],
  [
    "the sheet name that Excel keeps",
    "InvalidArgument",
    (c) => c.workbook.worksheets.add("History"),
  ],
  [
    "renaming a sheet to nothing",
    "InvalidArgument",
    (c) => (budget(c).name = ""),
  ],
  [
    "a position behind the last",
    "InvalidArgument",
    (c) => (budget(c).position = 2),
  ],

  ...[
    "FNL1",
    "XFD1048576",
    "R1C1",
    "R",
    "c",
    "My name",
    "1st",
    "a-b",
    "",
    long(256),
  ].map((name): [string, string, Batch] => [
    `the name "${name.slice(0, 12)}"`,
    "InvalidArgument",
    (c) => c.workbook.names.add(name, "=Budget!$A$1"),
  ]),
  [
    "a name for a sheet that is missing",
    "InvalidArgument",
    (c) => c.workbook.names.add("Ok", "=None!$A$1"),
  ],
  [
    "a name with a broken formula",
    "InvalidArgument",
    (c) => c.workbook.names.add("Ok", "=SUM("),
  ],

  [
    "values in a locked cell",
    "AccessDenied",
    (c) => (budget(c).getRange("A1").values = [[1]]),
    protectedBook,
  ],
  [
    "values of which one cell is locked",
    "AccessDenied",
    (c) => (budget(c).getRange("A9:B9").values = [[1, 2]]),
    protectedBook,
  ],
  [
    "clearing a locked cell",
    "AccessDenied",
    (c) => budget(c).getRange("A1").clear(),
    protectedBook,
  ],
  [
    "formats on a protected sheet",
    "AccessDenied",
    (c) => (budget(c).getRange("A1").format.fill.color = "red"),
    protectedBook,
  ],
  [
    "widths on a protected sheet",
    "AccessDenied",
    (c) => (budget(c).getRange("A:A").format.columnWidth = 50),
    protectedBook,
  ],
  [
    "merging on a protected sheet",
    "AccessDenied",
    (c) => budget(c).getRange("A1:B1").merge(),
    protectedBook,
  ],
  [
    "validation on a protected sheet",
    "AccessDenied",
    (c) =>
      (budget(c).getRange("A9").dataValidation.rule = {
        list: { inCellDropDown: true, source: "a,b" },
      }),
    protectedBook,
  ],
  [
    "protecting twice",
    "InvalidOperation",
    (c) => budget(c).protection.protect(),
    protectedBook,
  ],

  [
    "a new sheet in a locked structure",
    "AccessDenied",
    (c) => c.workbook.worksheets.add("New"),
    lockedBook,
  ],
  [
    "deleting in a locked structure",
    "AccessDenied",
    (c) => budget(c).delete(),
    lockedBook,
  ],
  [
    "renaming in a locked structure",
    "AccessDenied",
    (c) => (budget(c).name = "New"),
    lockedBook,
  ],
  [
    "moving in a locked structure",
    "AccessDenied",
    (c) => (budget(c).position = 1),
    lockedBook,
  ],
  [
    "hiding in a locked structure",
    "AccessDenied",
    (c) => (budget(c).visibility = "Hidden"),
    lockedBook,
  ],

  [
    "values in a read-only workbook",
    "AccessDenied",
    (c) => (budget(c).getRange("A1").values = [[1]]),
    readOnlyBook,
  ],
  [
    "a sheet in a read-only workbook",
    "AccessDenied",
    (c) => c.workbook.worksheets.add("New"),
    readOnlyBook,
  ],
  [
    "a name in a read-only workbook",
    "AccessDenied",
    (c) => c.workbook.names.add("New", "=1"),
    readOnlyBook,
  ],
  [
    "XML in a read-only workbook",
    "AccessDenied",
    (c) => c.workbook.customXmlParts.add("<a/>"),
    readOnlyBook,
  ],

  [
    "deleting the last visible sheet",
    "InvalidOperation",
    (c) => budget(c).delete(),
    withBook((book) => (book.sheets[1]!.visibility = "hidden")),
  ],
  [
    "hiding the last visible sheet",
    "InvalidOperation",
    (c) => (budget(c).visibility = "Hidden"),
    withBook((book) => (book.sheets[1]!.visibility = "hidden")),
  ],
  [
    "deleting a very hidden sheet",
    "InvalidOperation",
    (c) => c.workbook.worksheets.getItem("Team's notes").delete(),
    withBook((book) => (book.sheets[1]!.visibility = "veryHidden")),
  ],
  [
    "selecting on a hidden sheet",
    "InvalidOperation",
    (c) =>
      c.workbook.worksheets.getItem("Team's notes").getRange("A1").select(),
    withBook((book) => (book.sheets[1]!.visibility = "hidden")),
  ],

  [
    "a validation list of more than 255 characters",
    "InvalidArgument",
    (c) =>
      (budget(c).getRange("A1").dataValidation.rule = {
        list: { inCellDropDown: true, source: long(256) },
      }),
  ],
  [
    "a validation of two kinds",
    "InvalidArgument",
    (c) =>
      (budget(c).getRange("A1").dataValidation.rule = {
        list: { inCellDropDown: true, source: "a" },
        custom: { formula: "=TRUE" },
      }),
  ],
  [
    "a validation without its second bound",
    "InvalidArgument",
    (c) =>
      (budget(c).getRange("A1").dataValidation.rule = {
        decimal: { formula1: 1, operator: "Between" },
      }),
  ],
  [
    "a table over merged cells",
    "MergedRangeConflict",
    (c) => c.workbook.tables.add("Budget!A1:B3", true),
    withBook((book) => book.sheets[0]!.merges.push("A1:B1")),
  ],
  [
    "a table over another",
    "InvalidArgument",
    (c) => c.workbook.tables.add("Budget!A2:B3", true),
    withBook((book) =>
      book.sheets[0]!.tables.push({
        name: "T",
        ref: "A1:B3",
        headers: true,
        totals: false,
        columns: ["Month", "Revenue"],
      }),
    ),
  ],
  [
    "XML that is not well-formed",
    "InvalidArgument",
    (c) => c.workbook.customXmlParts.add("<a><b></a>"),
  ],
  [
    "the range of a name that is none",
    "InvalidArgument",
    (c) => c.workbook.names.getItem("Rate").getRange().load("address"),
    withBook((book) => book.names.push({ name: "Rate", refersTo: "0.25" })),
  ],
];

test.each(refusals)(
  "refuses %s with %s and changes nothing",
  async (_what, code, batch, book = sampleBook()) => {
    const { run, engine } = open(book);
    const before = engine.book();
    expect(await refusal(run, batch)).toBe(code);
    expect(engine.book()).toEqual(before);
  },
);

test("a request over 5 MB is refused whole", async () => {
  const { run, engine } = open();
  const before = engine.book();
  const values = Array.from({ length: 200 }, () => [long(30_000)]);
  expect(
    await refusal(run, (c) => (budget(c).getRange("D1:D200").values = values)),
  ).toBe("RequestPayloadSizeLimitExceeded");
  expect(engine.book()).toEqual(before);
});

test("an answer over 5 MB is refused", async () => {
  const book = sampleBook();
  for (let row = 0; row < 200; row++)
    book.sheets[1]!.cells[row] = { 0: { value: long(30_000) } };
  const { run } = open(book);
  const batch: Batch = (c) =>
    c.workbook.worksheets.getItem("s2").getRange("A1:A200").load("values");
  expect(await refusal(run, batch)).toBe("ResponsePayloadSizeLimitExceeded");
});

test("while a cell is being edited every request is refused, and with delayForCellEdit it waits", async () => {
  const { run, engine, Excel: excel } = open();
  const before = engine.book();
  engine.setEditing(true);
  expect(
    await refusal(run, (c) => (budget(c).getRange("A1").values = [[1]])),
  ).toBe("InvalidOperationInCellEditMode");
  expect(engine.book()).toEqual(before);

  setTimeout(() => engine.setEditing(false), 60);
  await excel.run({ delayForCellEdit: true }, async (context) => {
    budget(context).getRange("A1").values = [[1]];
    await context.sync();
  });
  expect(engine.isEditing()).toBe(false);
  expect(
    engine.read("s1", { row: 0, column: 0, rows: 1, columns: 1 })[0]?.[0]
      ?.value,
  ).toBe(1);
});

test("actions before the refused one stay done, those behind it are not begun", async () => {
  const { run, engine } = open();
  const code = await refusal(run, (context) => {
    const sheet = budget(context);
    sheet.getRange("D1").values = [["before"]];
    sheet.getRange("D2:E3").values = [["refused"]];
    sheet.getRange("D4").values = [["after"]];
  });
  expect(code).toBe("InvalidArgument");
  const column = { row: 0, column: 3, rows: 4, columns: 1 };
  const values = engine.read("s1", column).map(([cell]) => cell?.value);
  expect(values).toEqual(["before", null, null, null]);
});

test("the error says where it happened, in Microsoft's own words", async () => {
  const { run } = open();
  const error = await run(async (context) => {
    context.workbook.worksheets.getItem("None").load("name");
    await context.sync();
  }).catch((problem: unknown) => problem as OfficeExtension.Error);
  expect(error).toMatchObject({
    name: "RichApi.Error",
    code: "ItemNotFound",
    debugInfo: { errorLocation: "WorksheetCollection.getItem" },
  });
});
