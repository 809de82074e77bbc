/** Sheets, names, tables, rules, print layout and the workbook's other parts through the genuine client. */
/* eslint-disable office-addins/load-object-before-read -- results of methods are read, and what is not loaded is read on purpose */
import { open, sampleBook } from "./hostFixture";

const budgetOf = (context: Excel.RequestContext) =>
  context.workbook.worksheets.getItem("Budget");

test("sheets are listed, counted, found by name or id, and null when missing", async () => {
  const { run } = open();
  const seen = await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load(
      "items/id,items/name,items/position,items/visibility,items/tabColor",
    );
    const count = worksheets.getCount();
    const active = worksheets.getActiveWorksheet().load("name");
    const first = worksheets.getFirst().load("name");
    const last = worksheets.getLast().load("name");
    const next = worksheets.getItem("budget").getNext().load("name");
    const beyond = worksheets.getItem("s2").getNextOrNullObject().load("name");
    const none = worksheets.getItemOrNullObject("None").load("name");
    await context.sync();
    return {
      items: worksheets.items.map(({ id, name, position, visibility }) => [
        id,
        name,
        position,
        visibility,
      ]),
      count: count.value,
      names: [active, first, last, next].map(({ name }) => name),
      nulls: [beyond.isNullObject, none.isNullObject],
    };
  });
  expect(seen).toEqual({
    items: [
      ["s1", "Budget", 0, "Visible"],
      ["s2", "Team's notes", 1, "Visible"],
    ],
    count: 2,
    names: ["Budget", "Budget", "Team's notes", "Team's notes"],
    nulls: [true, true],
  });
});

test("a sheet is added, renamed, coloured, moved, hidden, activated and deleted; its object survives the rename", async () => {
  const { run, engine } = open();
  const seen = await run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.add("Plan");
    await context.sync();
    sheet.name = "My plan";
    sheet.tabColor = "orange";
    sheet.position = 0;
    sheet.showGridlines = false;
    sheet.activate();
    sheet.load("name,position,tabColor,showGridlines");
    const range = sheet.getRange("A1").load("address");
    const active = worksheets.getActiveWorksheet().load("id");
    await context.sync();
    const unnamed = worksheets.add().load("name");
    worksheets.getItem("Budget").visibility = "VeryHidden";
    await context.sync();
    const state = [
      sheet.name,
      sheet.position,
      sheet.tabColor,
      sheet.showGridlines,
      range.address,
    ];
    sheet.load("id");
    await context.sync();
    const isActive = active.id === sheet.id;
    sheet.delete();
    await context.sync();
    return [...state, isActive, unnamed.name];
  });
  expect(seen).toEqual([
    "My plan",
    0,
    "#FFA500",
    false,
    "'My plan'!A1",
    true,
    "Sheet4",
  ]);
  expect(
    engine.sheets().map(({ name, visibility }) => [name, visibility]),
  ).toEqual([
    ["Budget", "veryHidden"],
    ["Team's notes", "visible"],
    ["Sheet4", "visible"],
  ]);
});

test("the usual opening of samples: delete what may be missing, then add", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    context.workbook.worksheets.getItemOrNullObject("Sample").delete();
    context.workbook.worksheets.add("Sample");
    await context.sync();
    context.workbook.worksheets.getItemOrNullObject("Sample").delete();
    context.workbook.worksheets.add("Sample");
    await context.sync();
  });
  expect(engine.sheets().map(({ name }) => name)).toEqual([
    "Budget",
    "Team's notes",
    "Sample",
  ]);
});

test("names: kinds, values, scopes, comments, ranges, deletion", async () => {
  const { run, engine } = open();
  const seen = await run(async (context) => {
    const { names } = context.workbook;
    names.add("Rate", 0.25 as never, "a share");
    names.add("Label", "Total of all");
    names.add("Doubled", "=Revenue_total*2");
    names.add("Cell", budgetOf(context).getRange("B2"));
    budgetOf(context).names.add("Local", "=Budget!$A$1:$A$3");
    names.load(
      "items/name,items/type,items/value,items/formula,items/scope,items/comment,items/visible",
    );
    const local = budgetOf(context).names.load("items/name,items/scope");
    const cell = names.getItem("cell").getRange().load("address");
    const notARange = names
      .getItem("Rate")
      .getRangeOrNullObject()
      .load("address");
    const none = names.getItemOrNullObject("None").load("name");
    const count = names.getCount();
    await context.sync();
    names.getItem("Rate").formula = "=0.5";
    names.getItem("Label").delete();
    await context.sync();
    return {
      items: names.items.map(
        ({ name, type, value, formula, scope, comment }) => [
          name,
          type,
          value,
          formula,
          scope,
          comment,
        ],
      ),
      local: local.items.map(({ name, scope }) => [name, scope]),
      cell: cell.address,
      nulls: [notARange.isNullObject, none.isNullObject],
      count: count.value,
    };
  });
  expect(seen).toEqual({
    items: [
      [
        "Revenue_total",
        "Range",
        "Budget!$B$4",
        "=Budget!$B$4",
        "Workbook",
        "of the year",
      ],
      ["Rate", "Double", 0.25, "=0.25", "Workbook", "a share"],
      ["Label", "String", "Total of all", '="Total of all"', "Workbook", ""],
      [
        "Doubled",
        "Array",
        "=Revenue_total*2",
        "=Revenue_total*2",
        "Workbook",
        "",
      ],
      ["Cell", "Range", "Budget!$B$2", "=Budget!$B$2", "Workbook", ""],
    ],
    local: [["Local", "Worksheet"]],
    cell: "Budget!B2",
    nulls: [true, true],
    count: 5,
  });
  expect(
    engine.names().map(({ name, refersTo }) => [name, refersTo]),
  ).toContainEqual(["Rate", "0.5"]);
  expect(engine.names().some(({ name }) => name === "Label")).toBe(false);
});

test("a range may be named instead of addressed", async () => {
  const { run } = open();
  const address = await run(async (context) => {
    const range = budgetOf(context).getRange("revenue_total").load("address");
    await context.sync();
    return range.address;
  });
  expect(address).toBe("Budget!B4");
});

test("tables: made over a range, read by columns, renamed, deleted with their cells", async () => {
  const { run, engine } = open();
  const seen = await run(async (context) => {
    const table = context.workbook.tables.add("Budget!A1:B3", true);
    table.name = "Months";
    table.style = "TableStyleLight1";
    await context.sync();
    const again = context.workbook.tables.getItem("months");
    again.load("name,style,showHeaders");
    again.columns.load("items/name,items/index,count");
    const range = again.getRange().load("address");
    const body = again.getDataBodyRange().load("address");
    const header = again.getHeaderRowRange().load("values");
    const column = again.columns
      .getItem("Revenue")
      .getDataBodyRange()
      .load("values");
    const onSheet = budgetOf(context).tables.load("items/name");
    const inRange = budgetOf(context)
      .getRange("B2")
      .getTables()
      .load("items/name");
    const none = context.workbook.tables
      .getItemOrNullObject("None")
      .load("name");
    await context.sync();
    return {
      table: [again.name, again.style, again.showHeaders],
      columns: again.columns.items.map(({ name, index }) => [name, index]),
      ranges: [range.address, body.address],
      header: header.values,
      column: column.values,
      lists: [onSheet, inRange].map((list) =>
        list.items.map(({ name }) => name),
      ),
      none: none.isNullObject,
    };
  });
  expect(seen).toEqual({
    table: ["Months", "TableStyleLight1", true],
    columns: [
      ["Month", 0],
      ["Revenue", 1],
    ],
    ranges: ["Budget!A1:B3", "Budget!A2:B3"],
    header: [["Month", "Revenue"]],
    column: [[1000], [1250.5]],
    lists: [["Months"], ["Months"]],
    none: true,
  });
  await run(async (context) => {
    context.workbook.tables.getItem("Months").delete();
    await context.sync();
  });
  expect(engine.tables()).toEqual([]);
  expect(engine.usedArea("s1")).toMatchObject({ row: 3 });
});

test("a table's headers are filled in and made unique, as Excel does", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    const sheet = budgetOf(context);
    sheet.getRange("D1:F1").values = [["Rate", "Rate", ""]];
    context.workbook.tables.add(sheet.getRange("D1:F3"), true);
    await context.sync();
  });
  expect(engine.tables()[0]?.table.columns).toEqual([
    "Rate",
    "Rate2",
    "Column3",
  ]);
});

test("validation: list, bounds, formula, alert and prompt reach the cells and read back", async () => {
  const { run, engine } = open();
  const seen = await run(async (context) => {
    const sheet = budgetOf(context);
    const list = sheet.getRange("D1").dataValidation;
    list.rule = { list: { inCellDropDown: true, source: "Low, High" } };
    list.errorAlert = {
      showAlert: true,
      style: "Stop",
      title: "Level",
      message: "Choose Low or High.",
    };
    list.prompt = {
      showPrompt: true,
      title: "Level",
      message: "How sure are you?",
    };
    list.ignoreBlanks = false;
    const share = sheet.getRange("D2:D3").dataValidation;
    share.rule = {
      decimal: { formula1: 0, formula2: "=$B$1", operator: "Between" },
    };
    sheet.getRange("D4").dataValidation.rule = {
      custom: { formula: "=LEN(D4)>2" },
    };
    sheet.getRange("D5").dataValidation.rule = {
      list: { inCellDropDown: true, source: "=$A$1:$A$3" },
    };
    sheet.getRange("D6").dataValidation.rule = {
      list: { inCellDropDown: true, source: sheet.getRange("A1:A2") as never },
    };
    list.load("rule,type,errorAlert,prompt,ignoreBlanks");
    share.load("rule,type");
    sheet.getRange("D3").dataValidation.clear();
    await context.sync();
    return [list.toJSON(), share.rule, share.type];
  });
  expect(seen).toMatchObject([
    {
      type: "List",
      rule: { list: { source: "Low,High" } },
      errorAlert: {
        style: "Stop",
        title: "Level",
        message: "Choose Low or High.",
      },
      prompt: { title: "Level", message: "How sure are you?" },
      ignoreBlanks: false,
    },
    { decimal: { formula1: 0, formula2: "=$B$1", operator: "Between" } },
    "Decimal",
  ]);
  expect(engine.validations("s1")).toMatchObject([
    {
      ref: "D1",
      type: "list",
      list: ["Low", "High"],
      allowBlank: false,
      error: { style: "stop" },
    },
    {
      ref: "D2",
      type: "decimal",
      operator: "between",
      formulas: ["0", "$B$1"],
    },
    { ref: "D4", type: "custom", formulas: ["LEN(D4)>2"] },
    { ref: "D5", type: "list", formulas: ["$A$1:$A$3"] },
    { ref: "D6", type: "list" },
  ]);
});

test("conditional formats: added on top, filled in, changed later, deleted", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    const formats = budgetOf(context).getRange("B2:B4").conditionalFormats;
    const custom = formats.add("Custom");
    custom.custom.rule.formula = "=$B2>1100";
    custom.custom.format.fill.color = "#C6EFCE";
    custom.custom.format.font.color = "#006100";
    custom.custom.format.font.bold = true;
    const value = formats.add("CellValue");
    value.cellValue.rule = { formula1: "=0", operator: "LessThan" };
    value.cellValue.format.font.color = "red";
    value.stopIfTrue = true;
    await context.sync();
    formats.load("items/type,items/stopIfTrue");
    const count = formats.getCount();
    await context.sync();
    expect(
      formats.items.map(({ type, stopIfTrue }) => [type, stopIfTrue]),
    ).toEqual([
      ["CellValue", true],
      ["Custom", false],
    ]);
    expect(count.value).toBe(2);
    formats.getItemAt(1).custom.rule.formula = "=$B2>1200";
    formats.getItemAt(0).delete();
    await context.sync();
  });
  expect(engine.conditionalFormats("s1")).toEqual([
    {
      ref: "B2:B4",
      type: "expression",
      formulas: ["$B2>1200"],
      style: { fill: "#C6EFCE", font: { color: "#006100", bold: true } },
    },
  ]);
  await run(async (context) => {
    budgetOf(context).getRange("B3").conditionalFormats.clearAll();
    await context.sync();
  });
  expect(engine.conditionalFormats("s1")[0]?.ref).toBe("B2 B4");
});

test("panes freeze by rows, columns or a range, and thaw", async () => {
  const { run, engine } = open();
  const freeze = () => engine.sheets()[0]?.freeze;
  await run(async (context) => {
    const { freezePanes } = budgetOf(context);
    freezePanes.freezeRows(2);
    await context.sync();
    expect(freeze()).toEqual({ rows: 2, columns: 0 });
    freezePanes.freezeAt(budgetOf(context).getRange("A1:B3"));
    const place = freezePanes.getLocationOrNullObject().load("address");
    await context.sync();
    expect(freeze()).toEqual({ rows: 3, columns: 2 });
    expect(place.address).toBe("Budget!A1:B3");
    freezePanes.unfreeze();
    const none = freezePanes.getLocationOrNullObject().load("address");
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
  expect(freeze()).toBeUndefined();
});

test("a protected sheet still takes values in unlocked cells, and its options read back", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    const sheet = budgetOf(context);
    sheet.getRange("B2").format.protection.locked = false;
    sheet.protection.protect({
      allowFormatCells: true,
      selectionMode: "Normal",
    });
    sheet.getRange("B2").values = [[2000]];
    sheet.getRange("A1").format.font.bold = true;
    sheet.protection.load("protected,options");
    await context.sync();
    expect(sheet.protection.protected).toBe(true);
    expect(sheet.protection.options).toMatchObject({
      allowFormatCells: true,
      allowSort: false,
    });
    sheet.protection.unprotect();
    sheet.getRange("A1").values = [["free"]];
    await context.sync();
  });
  expect(
    engine.read("s1", { row: 0, column: 0, rows: 2, columns: 2 }),
  ).toMatchObject([
    [{ value: "free" }, {}],
    [{}, { value: 2000 }],
  ]);
});

test("a password that was set is asked for again", async () => {
  const { run } = open();
  await run(async (context) => {
    const { protection } = budgetOf(context);
    protection.protect(undefined, "secret");
    await context.sync();
    protection.unprotect("guess");
    await expect(context.sync()).rejects.toMatchObject({
      code: "AccessDenied",
    });
    protection.unprotect("secret");
    protection.load("protected");
    await context.sync();
    expect(protection.protected).toBe(false);
  });
});

test("the workbook's structure is protected and freed", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    const { protection } = context.workbook;
    protection.protect();
    protection.load("protected");
    await context.sync();
    expect(protection.protected).toBe(true);
    expect(engine.book().structureLocked).toBe(true);
    protection.unprotect();
    await context.sync();
  });
  expect(engine.book().structureLocked).toBeUndefined();
});

test("custom XML parts are added, found by namespace, changed and deleted", async () => {
  const { run, engine } = open();
  const xml = '<?xml version="1.0"?><plan xmlns="urn:ours">1 &lt; 2</plan>';
  await run(async (context) => {
    const { customXmlParts } = context.workbook;
    const part = customXmlParts.add(xml).load("id,namespaceUri");
    const ours = customXmlParts.getByNamespace("urn:ours").load("items/id");
    const only = customXmlParts
      .getByNamespace("urn:ours")
      .getOnlyItemOrNullObject()
      .load("id");
    const none = customXmlParts
      .getByNamespace("urn:none")
      .getOnlyItemOrNullObject()
      .load("id");
    const count = customXmlParts.getCount();
    await context.sync();
    expect(part.namespaceUri).toBe("urn:ours");
    expect(ours.items.map(({ id }) => id)).toEqual([part.id]);
    expect([only.id, none.isNullObject, count.value]).toEqual([
      part.id,
      true,
      2,
    ]);
    const text = customXmlParts.getItem(part.id).getXml();
    await context.sync();
    expect(text.value).toBe(xml);
    part.setXml('<plan xmlns="urn:ours"/>');
    await context.sync();
    expect(engine.customXml()).toContainEqual({
      id: part.id,
      xml: '<plan xmlns="urn:ours"/>',
    });
    part.delete();
    await context.sync();
  });
  expect(engine.customXml()).toEqual(sampleBook().customXml);
});

test("texts kept with a sheet", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    const { customProperties } = budgetOf(context);
    customProperties.add("Mark", "one");
    customProperties.add("mark", "two");
    customProperties.load("items/key,items/value");
    const none = customProperties.getItemOrNullObject("none").load("value");
    await context.sync();
    expect(
      customProperties.items.map(({ key, value }) => [key, value]),
    ).toEqual([["Mark", "two"]]);
    expect(none.isNullObject).toBe(true);
  });
  expect(engine.book().sheets[0]?.properties).toEqual({ Mark: "two" });
  await run(async (context) => {
    budgetOf(context).customProperties.getItem("MARK").delete();
    await context.sync();
  });
  expect(engine.book().sheets[0]?.properties).toBeUndefined();
});

test("print layout", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    const { pageLayout } = budgetOf(context);
    pageLayout.orientation = "Landscape";
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.setPrintArea("A1:B6");
    pageLayout.setPrintTitleRows("$1:$2");
    const { defaultForAllPages } = pageLayout.headersFooters;
    defaultForAllPages.leftHeader = "Plan";
    defaultForAllPages.centerFooter = "&P of &N";
    pageLayout.load("orientation,zoom");
    const titles = pageLayout.getPrintTitleRowsOrNullObject().load("address");
    defaultForAllPages.load("leftHeader,centerHeader,centerFooter");
    await context.sync();
    expect(pageLayout.orientation).toBe("Landscape");
    expect(titles.address).toBe("Budget!1:2");
    expect(defaultForAllPages.toJSON()).toMatchObject({
      leftHeader: "Plan",
      centerHeader: "",
      centerFooter: "&P of &N",
    });
  });
  expect(engine.book().sheets[0]?.page).toEqual({
    orientation: "landscape",
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: "A1:B6",
    titleRows: "1:2",
    header: "&LPlan",
    footer: "&C&P of &N",
  });
});

test("selection and active cell", async () => {
  const { run, engine } = open();
  const seen = await run(async (context) => {
    context.workbook.worksheets.getItem("s2").getRange("B3:C4").select();
    const selected = context.workbook.getSelectedRange().load("address");
    const active = context.workbook.getActiveCell().load("address");
    const sheet = context.workbook.worksheets.getActiveWorksheet().load("id");
    await context.sync();
    return [selected.address, active.address, sheet.id];
  });
  expect(seen).toEqual(["'Team''s notes'!B3:C4", "'Team''s notes'!B3", "s2"]);
  expect(engine.selection().sheet).toBe("s2");
});

test("the application speaks en-US, calculates when asked and pauses until the request ends", async () => {
  const { run, engine } = open();
  const heard: string[] = [];
  jest
    .spyOn(engine, "suspendCalculation")
    .mockImplementation(() => void heard.push("suspend"));
  jest
    .spyOn(engine, "resumeCalculation")
    .mockImplementation(() => void heard.push("resume"));
  jest
    .spyOn(engine, "calculate")
    .mockImplementation(async (kind) => void heard.push(`calculate ${kind}`));
  jest
    .spyOn(engine, "write")
    .mockImplementation(() => void heard.push("write"));
  await run(async (context) => {
    const { application } = context.workbook;
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    const cell = budgetOf(context).getRange("A1");
    cell.values = [[1]];
    cell.load("values");
    await context.sync();
    expect(heard.splice(0)).toEqual(["suspend", "write"]);
    // The next request, which suspends nothing, ends the pause and calculates both.
    cell.values = [[2]];
    cell.load("values");
    await context.sync();
    expect(heard.splice(0)).toEqual(["write", "resume", "calculate changed"]);
    application.calculate("Full");
    application.load("calculationMode,decimalSeparator");
    application.cultureInfo.load("name,numberFormat/numberDecimalSeparator");
    await context.sync();
    expect(heard.splice(0)).toEqual(["calculate full"]);
    expect([application.calculationMode, application.decimalSeparator]).toEqual(
      ["Automatic", "."],
    );
    expect(application.cultureInfo.name).toBe("en-US");
    expect(application.cultureInfo.numberFormat.numberDecimalSeparator).toBe(
      ".",
    );
    application.calculationMode = "Manual";
    cell.values = [[3]];
    await context.sync();
    expect(heard.splice(0)).toEqual(["suspend", "write"]);
    application.calculationMode = "Automatic";
    await context.sync();
    expect(heard.splice(0)).toEqual(["resume", "calculate changed"]);
  });
});
