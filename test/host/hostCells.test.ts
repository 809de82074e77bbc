/** Cells through the genuine client: what is written, and how it reads back. */
import { open } from "./hostFixture";

const sheetOf = (context: Excel.RequestContext) =>
  context.workbook.worksheets.getItem("Budget");

type Client = ReturnType<typeof open>;

/** Writes to D1 (and further cells by shape) and reads back what Excel would show. */
async function written(
  { run }: Client,
  address: string,
  write: (range: Excel.Range) => void,
) {
  return run(async (context) => {
    const range = sheetOf(context).getRange(address);
    write(range);
    range.load("values,formulas,text,valueTypes,numberFormat");
    await context.sync();
    const { values, formulas, text, valueTypes, numberFormat } = range;
    return { values, formulas, text, valueTypes, numberFormat };
  });
}

test("numbers, texts, truth values, errors and blanks read back with their types", async () => {
  const { run } = open();
  const seen = await run(async (context) => {
    const range = sheetOf(context)
      .getRange("A4:C6")
      .load("values,valueTypes,formulas,text");
    await context.sync();
    return [range.values, range.valueTypes, range.formulas, range.text];
  });
  expect(seen).toEqual([
    [
      ["Total", 2250.5, ""],
      ["Broken", "#DIV/0!", ""],
      ["Won?", true, ""],
    ],
    [
      ["String", "Double", "Empty"],
      ["String", "Error", "Empty"],
      ["String", "Boolean", "Empty"],
    ],
    [
      ["Total", "=SUM(B2:B3)", ""],
      ["Broken", "=1/0", ""],
      ["Won?", true, ""],
    ],
    [
      ["Total", "2250.5", ""],
      ["Broken", "#DIV/0!", ""],
      ["Won?", "TRUE", ""],
    ],
  ]);
});

/** [what is written, value, its type, the format the cell then has] */
const readings: [string, unknown, unknown, string, string][] = [
  ["a number", 12.5, 12.5, "Double", "General"],
  ["a number typed as text", "12.5", 12.5, "Double", "General"],
  ["thousands", "1,200", 1200, "Double", "#,##0"],
  ["a percentage", "25%", 0.25, "Double", "0%"],
  ["money", "$1,200", 1200, "Double", "$#,##0"],
  ["a date", "1/31/2026", 46053, "Double", "m/d/yyyy"],
  ["a truth value", true, true, "Boolean", "General"],
  ["a truth value typed as text", "true", true, "Boolean", "General"],
  ["a text", "Leads", "Leads", "String", "General"],
  ["a text behind an apostrophe", "'007", "007", "String", "General"],
  ["a formula behind an apostrophe", "'=A1", "=A1", "String", "General"],
  ["an apostrophe that is meant", "''quoted'", "'quoted'", "String", "General"],
  ["an equals sign alone", "=", "=", "String", "General"],
  ["a blank that is a text", " ", " ", "String", "General"],
  ["a minus sign alone", "-", "-", "String", "General"],
  ["a number behind a plus sign", "+5", 5, "Double", "General"],
  ["a text behind an apostrophe and a sign", "'-x", "-x", "String", "General"],
];

test.each(readings)(
  "%s: %j reads as %j",
  async (_what, given, value, type, format) => {
    const seen = await written(
      open(),
      "D1",
      (range) => (range.values = [[given]]),
    );
    expect([seen.values, seen.valueTypes, seen.numberFormat]).toEqual([
      [[value]],
      [[type]],
      [[format]],
    ]);
  },
);

test("a text that begins with a sign is a formula, as if it were typed", async () => {
  const seen = await written(
    open(),
    "D1:D2",
    (range) => (range.values = [["-B2"], ["+B2*2"]]),
  );
  expect(seen.formulas).toEqual([["=-B2"], ["=+B2*2"]]);
});

test("a cell with the text format keeps numbers and formulas as texts", async () => {
  const seen = await written(open(), "D1:D2", (range) => {
    range.numberFormat = [["@"], ["@"]];
    range.values = [["007"], ["=1+1"]];
  });
  expect(seen.values).toEqual([["007"], ["=1+1"]]);
  expect(seen.valueTypes).toEqual([["String"], ["String"]]);
});

test("a typed percentage does not change the format that a cell has", async () => {
  const seen = await written(open(), "D1", (range) => {
    range.numberFormat = [["0.000"]];
    range.values = [["25%"]];
  });
  expect([seen.values, seen.text]).toEqual([[[0.25]], [["0.250"]]]);
});

test("null leaves a cell as it is and an empty text clears it", async () => {
  const seen = await written(
    open(),
    "A1:B2",
    (range) =>
      (range.values = [
        [null, "x"],
        ["", null],
      ]),
  );
  expect(seen.values).toEqual([
    ["Month", "x"],
    ["", 1000],
  ]);
});

test("a single value goes to every cell", async () => {
  const seen = await written(
    open(),
    "D1:E2",
    (range) => (range.values = 7 as never),
  );
  expect(seen.values).toEqual([
    [7, 7],
    [7, 7],
  ]);
});

test("a single formula goes to every cell with its relative references moved", async () => {
  const seen = await written(
    open(),
    "D2:D4",
    (range) => (range.formulas = "=B2*$B$2" as never),
  );
  expect(seen.formulas).toEqual([["=B2*$B$2"], ["=B3*$B$2"], ["=B4*$B$2"]]);
});

test("formulas are written as they are, also those of custom functions and with names", async () => {
  const formulas = [
    ["=FUNNEL.REQUIRED_MQLS(Revenue_total,75000,20%,25%)"],
    ["=IFERROR('Team''s notes'!A1,\"\")"],
  ];
  const seen = await written(
    open(),
    "D1:D2",
    (range) => (range.formulas = formulas),
  );
  expect(seen.formulas).toEqual(formulas);
});

test("R1C1 notation is translated both ways", async () => {
  const { run } = open();
  const seen = await run(async (context) => {
    const range = sheetOf(context).getRange("D2:D3");
    range.formulasR1C1 = [["=RC[-2]*2"], ["=R1C1"]];
    range.load("formulas,formulasR1C1");
    await context.sync();
    return [range.formulas, range.formulasR1C1];
  });
  expect(seen).toEqual([
    [["=B2*2"], ["=$A$1"]],
    [["=RC[-2]*2"], ["=R1C1"]],
  ]);
});

test("a large array, which the client sends in pieces, arrives whole", async () => {
  const values = Array.from({ length: 2000 }, (_, row) => [row, `r${row}`]);
  const seen = await written(
    open(),
    "D1:E2000",
    (range) => (range.values = values),
  );
  expect(seen.values).toEqual(values);
});

test("whole columns and rows have no values but an address, a size and a width in points", async () => {
  const { run } = open();
  const seen = await run(async (context) => {
    const sheet = sheetOf(context);
    const column = sheet.getRange("C:D");
    column.format.columnWidth = 105;
    column.load(
      "address,rowCount,isEntireColumn,values,cellCount,format/columnWidth",
    );
    const row = sheet
      .getRange("A2")
      .getEntireRow()
      .load("address,isEntireRow,columnCount");
    const all = sheet.getRange().load("address,cellCount");
    await context.sync();
    return [column.toJSON(), row.toJSON(), all.toJSON()];
  });
  expect(seen).toMatchObject([
    {
      address: "Budget!C:D",
      rowCount: 1_048_576,
      isEntireColumn: true,
      values: null,
      cellCount: 2_097_152,
      format: { columnWidth: 105 },
    },
    { address: "Budget!2:2", isEntireRow: true, columnCount: 16_384 },
    { address: "Budget!1:1048576", cellCount: -1 },
  ]);
});

test("an address quotes a sheet's name where a formula must", async () => {
  const { run } = open();
  const address = await run(async (context) => {
    const range = context.workbook.worksheets
      .getItem("Team's notes")
      .getCell(1, 2)
      .load("address");
    await context.sync();
    return range.address;
  });
  expect(address).toBe("'Team''s notes'!C2");
});

/** [step, resulting address] */
const steps: [string, (range: Excel.Range) => Excel.Range, string][] = [
  ["getCell", (r) => r.getCell(1, 1), "C3"],
  ["getCell outside", (r) => r.getCell(5, 0), "B7"],
  ["getOffsetRange", (r) => r.getOffsetRange(2, 1), "C4:D6"],
  ["getResizedRange", (r) => r.getResizedRange(1, -1), "B2:B5"],
  ["getAbsoluteResizedRange", (r) => r.getAbsoluteResizedRange(1, 4), "B2:E2"],
  ["getRow", (r) => r.getRow(1), "B3:C3"],
  ["getColumn", (r) => r.getColumn(1), "C2:C4"],
  ["getLastRow", (r) => r.getLastRow(), "B4:C4"],
  ["getLastColumn", (r) => r.getLastColumn(), "C2:C4"],
  ["getLastCell", (r) => r.getLastCell(), "C4"],
  ["getEntireColumn", (r) => r.getEntireColumn(), "B:C"],
  ["getEntireRow", (r) => r.getEntireRow(), "2:4"],
  ["getRowsBelow", (r) => r.getRowsBelow(2), "B5:C6"],
  ["getRowsAbove", (r) => r.getRowsAbove(1), "B1:C1"],
  ["getColumnsAfter", (r) => r.getColumnsAfter(1), "D2:D4"],
  ["getColumnsBefore", (r) => r.getColumnsBefore(1), "A2:A4"],
  ["getBoundingRect", (r) => r.getBoundingRect("E1"), "B1:E4"],
  ["getIntersection", (r) => r.getIntersection("C3:F9"), "C3:C4"],
  ["getUsedRange", (r) => r.getUsedRange(), "B2:B4"],
  ["getSurroundingRegion", (r) => r.getSurroundingRegion(), "A1:C6"],
];

test.each(steps)("%s leads on", async (_name, step, address) => {
  const { run } = open();
  const found = await run(async (context) => {
    const range = step(sheetOf(context).getRange("B2:C4")).load("address");
    await context.sync();
    return range.address;
  });
  expect(found).toBe(`Budget!${address}`);
});

test("used ranges count formats unless only values are asked for, and may be null", async () => {
  const { run } = open();
  const seen = await run(async (context) => {
    const sheet = sheetOf(context);
    const notes = context.workbook.worksheets.getItem("Team's notes");
    sheet.getRange("F9").format.fill.color = "red";
    const all = sheet.getUsedRange().load("address");
    const values = sheet.getUsedRange(true).load("address");
    const none = notes.getUsedRangeOrNullObject().load("address");
    const empty = notes.getUsedRange().load("address");
    await context.sync();
    return [all.address, values.address, none.isNullObject, empty.address];
  });
  expect(seen).toEqual([
    "Budget!A1:F9",
    "Budget!A1:B6",
    true,
    "'Team''s notes'!A1",
  ]);
});

test("clear takes contents, formats or all, and all takes rules too", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A2").clear("Contents");
    sheet.getRange("A3").clear("Formats");
    const ruled = sheet.getRange("B1");
    ruled.dataValidation.rule = {
      decimal: { formula1: 0, operator: "GreaterThan" },
    };
    ruled.clear();
    await context.sync();
  });
  const [sheet] = engine.book().sheets;
  expect(sheet?.cells[1]?.[0]).toEqual({ style: 1 });
  expect(sheet?.cells[2]?.[0]).toEqual({ value: 46054 });
  expect(sheet?.cells[0]?.[1]).toBeUndefined();
  expect(sheet?.validations).toEqual([]);
});

test("merge keeps the first cell, across merges row by row, unmerge parts them", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1:B1").merge();
    sheet.getRange("D1:E2").merge(true);
    sheet.getRange("G1:H2").merge();
    sheet.getRange("G1").unmerge();
    await context.sync();
  });
  const [sheet] = engine.book().sheets;
  expect(sheet?.merges).toEqual(["A1:B1", "D1:E1", "D2:E2"]);
  expect(sheet?.cells[0]).toEqual({ 0: { value: "Month" } });
});

test("copyFrom moves formulas along, repeats a small source and knows kinds of copies", async () => {
  const { run } = open();
  const seen = await run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("D4:E4").copyFrom("B4");
    sheet.getRange("D5").copyFrom("B4", "Values");
    sheet.getRange("D6").copyFrom("A2", "Formats");
    sheet.getRange("D8").copyFrom("A1:B2", "Values", false, true);
    const formulas = sheet.getRange("D4:E6").load("formulas,numberFormat");
    const turned = sheet.getRange("D8:E9").load("values");
    await context.sync();
    return [formulas.formulas, formulas.numberFormat[2]?.[0], turned.values];
  });
  expect(seen).toEqual([
    [
      ["=SUM(D2:D3)", "=SUM(E2:E3)"],
      [2250.5, ""],
      ["", ""],
    ],
    "m/d/yyyy",
    [
      ["Month", 46023],
      ["Revenue", 1000],
    ],
  ]);
});

test("looks read back as one where all cells agree and as null where they differ", async () => {
  const { run, engine } = open();
  const seen = await run(async (context) => {
    const sheet = sheetOf(context);
    const range = sheet.getRange("A1:B2");
    range.set({
      format: {
        fill: { color: "#00ff00" },
        font: {
          bold: true,
          size: 14,
          name: "Arial",
          color: "orange",
          italic: true,
          underline: "Single",
        },
        horizontalAlignment: "Center",
        verticalAlignment: "Top",
        wrapText: true,
        indentLevel: 1,
        rowHeight: 30,
        protection: { locked: false },
      },
    });
    sheet.getRange("A1").format.font.bold = false;
    const edge = range.format.borders.getItem("EdgeBottom");
    edge.style = "Continuous";
    edge.weight = "Medium";
    edge.color = "#0000FF";
    range.load(
      "format/fill/color,format/font/bold,format/font/size,format/font/color,format/horizontalAlignment,format/wrapText,format/rowHeight,format/protection/locked",
    );
    edge.load("style,weight,color");
    await context.sync();
    return [range.format.toJSON(), edge.toJSON()];
  });
  expect(seen).toMatchObject([
    {
      fill: { color: "#00FF00" },
      font: { bold: null, size: 14, color: "#FFA500" },
      horizontalAlignment: "Center",
      wrapText: true,
      rowHeight: 30,
      protection: { locked: false },
    },
    { style: "Continuous", weight: "Medium", color: "#0000FF" },
  ]);
  const bottom = engine.styles("s1", {
    row: 1,
    column: 0,
    rows: 1,
    columns: 2,
  })[0];
  expect(bottom?.map((style) => style.borders)).toEqual([
    { bottom: { style: "medium", color: "#0000FF" } },
    { bottom: { style: "medium", color: "#0000FF" } },
  ]);
  expect(
    engine.styles("s1", { row: 0, column: 0, rows: 1, columns: 1 })[0]?.[0]
      ?.borders,
  ).toBeUndefined();
});

test("a border inside lies between the cells, and None takes it away", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    const { borders } = sheetOf(context).getRange("D1:E2").format;
    borders.getItem("InsideVertical").style = "Dot";
    borders.getItem("InsideHorizontal").style = "Double";
    borders.getItem("InsideHorizontal").style = "None";
    await context.sync();
  });
  const sides = engine
    .styles("s1", { row: 0, column: 3, rows: 2, columns: 2 })
    .map((row) => row.map((style) => style.borders ?? {}));
  const dotted = { style: "dotted" };
  expect(sides).toEqual([
    [{ right: dotted }, { left: dotted }],
    [{ right: dotted }, { left: dotted }],
  ]);
});

test("several areas take one look in one action", async () => {
  const { run, engine } = open();
  const seen = await run(async (context) => {
    const areas = sheetOf(context).getRanges("A1,B3:B4");
    areas.format.font.bold = true;
    areas.load("address,areaCount,cellCount");
    areas.areas.load("items/address");
    await context.sync();
    return [
      areas.address,
      areas.areaCount,
      areas.cellCount,
      areas.areas.items.map((one) => one.address),
    ];
  });
  expect(seen).toEqual([
    "Budget!A1,Budget!B3:B4",
    2,
    3,
    ["Budget!A1", "Budget!B3:B4"],
  ]);
  const bold = engine
    .styles("s1", { row: 0, column: 0, rows: 4, columns: 2 })
    .map((row) => row.map((style) => style.font?.bold === true));
  expect(bold).toEqual([
    [true, false],
    [false, false],
    [false, true],
    [false, true],
  ]);
});

test("autofit makes columns as wide as their longest text", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    sheetOf(context).getRange("D1").values = [["a heading of some length"]];
    sheetOf(context).getRange("D:D").format.autofitColumns();
    await context.sync();
  });
  expect(engine.columnWidth("s1", 3)).toBeGreaterThan(23);
  expect(engine.columnWidth("s1", 4)).toBeCloseTo(9.14, 1);
});

test("hidden rows and columns read back", async () => {
  const { run } = open();
  const seen = await run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("2:3").rowHidden = true;
    sheet.getRange("B:B").columnHidden = true;
    const rows = sheet.getRange("A2:A3").load("rowHidden,columnHidden");
    const some = sheet.getRange("A1:B3").load("rowHidden,columnHidden");
    await context.sync();
    return [
      rows.rowHidden,
      rows.columnHidden,
      some.rowHidden,
      some.columnHidden,
    ];
  });
  expect(seen).toEqual([true, false, null, null]);
});
