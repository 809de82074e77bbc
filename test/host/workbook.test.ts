/** A plan's life in a workbook: through the genuine Office.js client, over an engine that keeps cells as written. */
import { CONDITIONAL_STYLES, ROLE_STYLES } from "../../src/template";
import { readIdentity } from "../../src/workbook/identity";
import { WorkbookFault } from "../../src/workbook/port";
import { openPlain, seen } from "./openWorkbook";
import { smallBlueprint, smallPlan, teamBook } from "./workbookFixture";

jest.setTimeout(120_000);

const linked = smallPlan({
  inputs: { ntm_revenue: { link: "Budget!$B$4" } },
});

const cellsOf = (book: ReturnType<typeof teamBook>, sheet: string) =>
  book.sheets.find(({ name }) => name === sheet)?.cells ?? {};

describe("insert", () => {
  test("writes the plan's sheets, names and record and leaves the team's as they are", async () => {
    const { engine, workbook } = openPlain(teamBook());
    const before = seen(engine.book());
    const inserted = await workbook.insert(smallBlueprint(linked));
    expect(inserted).toEqual({
      id: "p-1",
      name: "FY27",
      schema: 1,
      sheets: [
        { id: "guide", name: "FY27 Guide" },
        { id: "assumptions", name: "FY27 Assumptions" },
        { id: "checks", name: "FY27 Checks" },
      ],
      missing: [],
    });
    const book = engine.book();
    const after = seen(book);
    expect(after.sheets.slice(0, 2)).toEqual(before.sheets);
    expect(
      after.names.filter(({ name }) => !name.startsWith("Funnel_")),
    ).toEqual(before.names);
    expect(after.customXml).toEqual(expect.arrayContaining(before.customXml));
    expect(book.sheets.slice(2).map(({ name }) => name)).toEqual([
      "FY27 Guide",
      "FY27 Assumptions",
      "FY27 Checks",
    ]);
    expect(book.names.filter(({ name }) => name.startsWith("Funnel_"))).toEqual(
      [
        expect.objectContaining({
          name: "Funnel_FY27_NTM_Revenue",
          refersTo: "'FY27 Assumptions'!$B$3",
        }),
        expect.objectContaining({
          name: "Funnel_FY27_As_of",
          refersTo: "'FY27 Assumptions'!$B$4",
        }),
        expect.objectContaining({
          name: "Funnel_FY27_Total",
          refersTo: "'FY27 Checks'!$B$3",
        }),
      ],
    );
    expect(
      readIdentity(
        book.customXml
          .map(({ xml }) => xml)
          .find((xml) => xml.includes("onefunnel")) ?? "",
      ),
    ).toMatchObject({
      status: "complete",
      plan: linked,
    });
    expect(book.sheets.find(({ id }) => id === book.activeSheet)?.name).toBe(
      "FY27 Guide",
    );
  });

  test("writes contents, formats, rules, widths, frozen panes, print layout and protection", async () => {
    const { engine, workbook } = openPlain(teamBook());
    await workbook.insert(smallBlueprint(linked));
    const book = engine.book();
    const sheet = book.sheets.find(({ name }) => name === "FY27 Assumptions")!;
    const cell = (row: number, column: number) => ({
      ...sheet.cells[row]?.[column],
      style: book.styles[sheet.cells[row]?.[column]?.style ?? 0],
    });
    expect(cell(2, 1)).toMatchObject({
      formula: "Budget!$B$4",
      style: {
        numberFormat: "#,##0",
        locked: false,
        fill: ROLE_STYLES.input.fill,
      },
    });
    expect(cell(3, 1)).toMatchObject({
      value: 46_388,
      style: { numberFormat: "yyyy-mm-dd", locked: false },
    });
    expect(cell(2, 2).style).toMatchObject({ locked: false });
    expect(cell(5, 1)).toMatchObject({ formula: "Funnel_FY27_NTM_Revenue*2" });
    expect(cell(5, 1).style?.locked ?? true).toBe(true);
    expect(cell(5, 2)).toMatchObject({ value: true });
    expect(cellsOf(book, "FY27 Guide")[2]?.[0]?.value).toBe("1/2 is text here");
    expect(sheet.tabColor).toBe("#C9A94A");
    expect(sheet.freeze).toEqual({ rows: 2, columns: 1 });
    expect(sheet.page).toMatchObject({
      orientation: "landscape",
      fitToWidth: 1,
    });
    expect(sheet.protection).toBeDefined();
    expect(sheet.columns[0]?.width).toBeCloseTo((30 * 7 + 5) / 7, 1);
    expect(sheet.validations).toEqual([
      expect.objectContaining({
        ref: "B3",
        type: "decimal",
        operator: "greaterThanOrEqual",
        formulas: ["0"],
        allowBlank: false,
      }),
      expect.objectContaining({
        ref: "B4",
        type: "date",
        operator: "greaterThan",
      }),
    ]);
    const checks = book.sheets.find(({ name }) => name === "FY27 Checks")!;
    expect(checks.conditionalFormats).toEqual([
      expect.objectContaining({
        ref: "B1:B3",
        formulas: ["B1=0"],
        style: expect.objectContaining({ fill: CONDITIONAL_STYLES.bad.fill }),
      }),
    ]);
    expect(
      book.sheets.find(({ name }) => name === "FY27 Guide")!.merges,
    ).toEqual(["A2:C2"]);
  });

  test("needs at most one request per sheet plus three and tells its progress", async () => {
    const { host, workbook } = openPlain(teamBook());
    const steps: string[] = [];
    await workbook.insert(smallBlueprint(linked), {
      onProgress: ({ done, total, label }) =>
        steps.push(`${done}/${total} ${label}`),
    });
    expect(host.counters.requests).toBeLessThanOrEqual(3 + 3);
    expect(steps).toEqual([
      "0/5 Looking at the workbook",
      "1/5 Making sheets and names",
      "2/5 Writing FY27 Guide",
      "3/5 Writing FY27 Assumptions",
      "4/5 Writing FY27 Checks",
      "5/5 Done",
    ]);
  });

  test("cancelled at any step leaves the workbook as it was", async () => {
    for (let step = 0; step < 5; step++) {
      const { engine, workbook } = openPlain(teamBook());
      const before = seen(engine.book());
      const controller = new AbortController();
      const insertion = workbook.insert(smallBlueprint(linked), {
        signal: controller.signal,
        onProgress: ({ done }) => done === step && controller.abort(),
      });
      if (step === 4) await insertion;
      else {
        await expect(insertion).rejects.toMatchObject({ code: "cancelled" });
        expect(seen(engine.book())).toEqual(before);
      }
    }
  });
});

describe("remove", () => {
  test("brings the original workbook back", async () => {
    const { engine, workbook } = openPlain(teamBook());
    const before = seen(engine.book());
    await workbook.insert(smallBlueprint(linked));
    const removed = await workbook.remove("p-1");
    expect(removed).toEqual({
      sheets: ["FY27 Guide", "FY27 Assumptions", "FY27 Checks"],
      names: [
        "Funnel_FY27_NTM_Revenue",
        "Funnel_FY27_As_of",
        "Funnel_FY27_Total",
      ],
    });
    expect({ ...seen(engine.book()), activeSheet: before.activeSheet }).toEqual(
      before,
    );
    await expect(workbook.plans()).resolves.toEqual([]);
  });

  test("finds sheets that were renamed, moved, hidden or deleted, and keeps names pointed elsewhere", async () => {
    const { engine, workbook } = openPlain(teamBook());
    const before = seen(engine.book());
    await workbook.insert(smallBlueprint(linked));
    const id = (name: string) =>
      engine.sheets().find((sheet) => sheet.name === name)!.id;
    engine.renameSheet(id("FY27 Assumptions"), "Our numbers");
    engine.moveSheet(id("Our numbers"), 0);
    engine.setSheet(id("FY27 Checks"), { visibility: "veryHidden" });
    engine.deleteSheet(id("FY27 Guide"));
    engine.deleteName("Funnel_FY27_As_of");
    engine.setName({ name: "Funnel_FY27_As_of", refersTo: "Budget!$B$1" });
    engine.deleteName("Funnel_FY27_Total");
    engine.setName({ name: "Funnel_FY27_Total", refersTo: "Budget!$B$4*2" });
    await expect(workbook.plans()).resolves.toEqual([
      {
        id: "p-1",
        name: "FY27",
        schema: 1,
        sheets: [
          { id: "assumptions", name: "Our numbers" },
          { id: "checks", name: "FY27 Checks" },
        ],
        missing: ["FY27 Guide"],
      },
    ]);
    await workbook.remove("p-1");
    const after = seen(engine.book());
    expect(after.sheets).toEqual(before.sheets);
    expect(after.names).toEqual(
      expect.arrayContaining([
        ...before.names,
        expect.objectContaining({ name: "Funnel_FY27_As_of" }),
        expect.objectContaining({ name: "Funnel_FY27_Total" }),
      ]),
    );
    expect(after.names).toHaveLength(before.names.length + 2);
  });

  test("removes one of two plans and leaves the other whole", async () => {
    const { engine, workbook } = openPlain(teamBook());
    await workbook.insert(smallBlueprint(linked));
    const one = seen(engine.book());
    await workbook.insert(
      smallBlueprint(smallPlan({ id: "p-2", name: "FY28" })),
    );
    await expect(workbook.plans()).resolves.toHaveLength(2);
    await workbook.remove("p-2");
    expect({ ...seen(engine.book()), activeSheet: one.activeSheet }).toEqual(
      one,
    );
  });

  test("does not touch the user's copy of a plan sheet, nor a sheet of its name without its mark", async () => {
    const { engine, workbook } = openPlain(teamBook());
    await workbook.insert(smallBlueprint(linked));
    const guide = engine.sheets().find(({ name }) => name === "FY27 Guide")!.id;
    engine.deleteSheet(guide);
    engine.addSheet("FY27 Guide");
    await workbook.remove("p-1");
    expect(engine.sheets().map(({ name }) => name)).toEqual([
      "Budget",
      "Team's notes",
      "FY27 Guide",
    ]);
  });

  test("recognises sheets by their contents where a program has dropped the marks and changed the ids", async () => {
    const { engine, workbook } = openPlain(teamBook());
    await workbook.insert(smallBlueprint(linked));
    const book = engine.book();
    const shuffled = {
      ...book,
      activeSheet: "n0",
      sheets: book.sheets.map(({ properties: _, ...sheet }, at) => ({
        ...sheet,
        id: `n${at}`,
      })),
    };
    const later = openPlain(shuffled);
    const [plan] = await later.workbook.plans();
    expect(plan?.sheets.map(({ id }) => id)).toEqual([
      "guide",
      "assumptions",
      "checks",
    ]);
    await later.workbook.remove("p-1");
    expect(later.engine.sheets().map(({ name }) => name)).toEqual([
      "Budget",
      "Team's notes",
    ]);
  });

  test.each([
    [
      "a locked structure",
      { structureLocked: true },
      "workbook_protected",
      /structure of this workbook is protected/,
    ],
    [
      "a read-only workbook",
      { readOnly: true },
      "workbook_read_only",
      /open read-only/,
    ],
  ])("refuses %s", async (_, patch, code, sentence) => {
    const first = openPlain(teamBook());
    await first.workbook.insert(smallBlueprint());
    const { engine, workbook } = openPlain({
      ...first.engine.book(),
      ...patch,
    });
    const before = seen(engine.book());
    await expect(workbook.remove("p-1")).rejects.toMatchObject({
      code,
      sentence: expect.stringMatching(sentence),
    });
    expect(seen(engine.book())).toEqual(before);
  });

  test("leaves an empty sheet where the plan's are the only visible ones", async () => {
    const { engine, workbook } = openPlain(teamBook());
    await workbook.insert(smallBlueprint());
    for (const { id, name } of engine.sheets()) {
      if (!name.startsWith("FY27"))
        engine.setSheet(id, { visibility: "hidden" });
    }
    await workbook.remove("p-1");
    const { sheets, names } = engine.book();
    expect(
      sheets.map(({ name, visibility, cells }) => [
        name,
        visibility,
        Object.keys(cells).length > 0,
      ]),
    ).toEqual([
      ["Budget", "hidden", true],
      ["Team's notes", "hidden", true],
      [expect.stringMatching(/^Sheet\d+$/), "visible", false],
    ]);
    expect(names.map(({ name }) => name)).toEqual(["Revenue_total"]);
    await expect(workbook.plans()).resolves.toEqual([]);
  });

  test("of an unknown plan says which plans there are", async () => {
    const { workbook } = openPlain(teamBook());
    await expect(workbook.remove("p-9")).rejects.toThrow(
      /does not hold the plan with the id "p-9"; it holds no plan/,
    );
    await workbook.insert(smallBlueprint());
    await expect(workbook.remove("p-9")).rejects.toThrow(/it holds "FY27"/);
  });
});

describe("readPlan", () => {
  test("gives the plan that was inserted when nothing has changed", async () => {
    const { workbook } = openPlain(teamBook());
    await workbook.insert(smallBlueprint(linked));
    await expect(workbook.readPlan("p-1")).resolves.toEqual(linked);
  });

  test("gives every input as it stands: values, blanks, links, formulas by value", async () => {
    const { engine, workbook } = openPlain(teamBook());
    await workbook.insert(smallBlueprint());
    const sheet = engine
      .sheets()
      .find(({ name }) => name === "FY27 Assumptions")!.id;
    const put = (row: number, column: number, value: number | string) =>
      engine.write(sheet, { row, column, rows: 1, columns: 1 }, [[value]]);
    put(2, 1, "='Team''s notes'!A5");
    put(2, 2, "CRM report");
    put(4, 1, 0.25);
    const plan = await workbook.readPlan("p-1");
    expect(plan.inputs).toEqual({
      ntm_revenue: { link: "'Team''s notes'!A5" },
      "ntm_revenue:source": { value: "CRM report" },
      signing_point: { value: 0.25 },
    });
  });

  test("finds the inputs after somebody has unprotected the sheet and inserted rows", async () => {
    const { engine, workbook } = openPlain(teamBook());
    await workbook.insert(smallBlueprint());
    const book = engine.book();
    const sheet = book.sheets.find(({ name }) => name === "FY27 Assumptions")!;
    sheet.cells = Object.fromEntries(
      Object.entries(sheet.cells).map(([row, cells]) => [
        Number(row) >= 2 ? Number(row) + 3 : row,
        cells,
      ]),
    );
    sheet.cells[5]![1] = { value: 7_000_000 };
    for (const name of book.names) {
      name.refersTo = name.refersTo.replace(
        /('FY27 Assumptions'!\$B\$)(\d+)/,
        (_, start, row) => start + (Number(row) + 3),
      );
    }
    const moved = openPlain(book);
    expect((await moved.workbook.readPlan("p-1")).inputs).toEqual({
      ntm_revenue: { value: 7_000_000 },
    });
  });
});

test("readState reads headlines and checks where they stand", async () => {
  const { engine, workbook } = openPlain(teamBook());
  await workbook.insert(smallBlueprint());
  const book = engine.book();
  const put = (sheet: string, row: number, column: number, value: number) => {
    const cell = cellsOf(book, sheet)[row]![column]!;
    cell.value = value;
  };
  put("FY27 Assumptions", 5, 1, 10_000_000);
  put("FY27 Checks", 0, 1, 1);
  put("FY27 Checks", 2, 1, 0);
  const state = await openPlain(book).workbook.readState("p-1");
  expect(state).toEqual({
    headlines: [
      {
        id: "bookings",
        label: "Bookings",
        segment: "Core",
        value: 10_000_000,
        text: "10,000,000",
        address: "'FY27 Assumptions'!B6",
      },
    ],
    checks: [
      {
        id: "revenue",
        label: "Revenue is positive",
        passed: true,
        text: "1",
        address: "'FY27 Checks'!B1",
      },
      {
        id: "total",
        label: "All checks",
        passed: false,
        text: "0",
        address: "'FY27 Checks'!B3",
      },
    ],
    allPassed: false,
  });
});

describe("cells", () => {
  const at = (row: number, column: number, rows = 1, columns = 1) => ({
    sheet: "s1",
    area: { row, column, rows, columns },
  });

  test("selectedCell gives the link, the value and the text", async () => {
    const { engine, workbook } = openPlain(teamBook());
    engine.select(at(3, 1));
    await expect(workbook.selectedCell()).resolves.toEqual({
      link: "Budget!$B$4",
      value: 10_000_000,
      text: "10,000,000",
    });
    engine.select({ ...at(0, 0), sheet: "s2" });
    await expect(workbook.selectedCell()).resolves.toMatchObject({
      link: "'Team''s notes'!$A$1",
    });
  });

  test("selectedCell takes a merged cell for its first and refuses several cells and errors", async () => {
    const { engine, workbook } = openPlain(teamBook());
    // Known from ExcelApi 1.13 on; older versions of Excel cannot tell and are asked for a single cell.
    Object.assign(Office.context.requirements, { isSetSupported: () => true });
    engine.select(at(8, 0, 1, 3));
    await expect(workbook.selectedCell()).resolves.toMatchObject({
      link: "Budget!$A$9",
    });
    engine.select(at(1, 0, 2, 2));
    await expect(workbook.selectedCell()).rejects.toThrow(
      "Budget!A2:B3 is selected, which is more than one cell; click the one cell that holds the value.",
    );
    engine.select(at(4, 1));
    await expect(workbook.selectedCell()).rejects.toThrow(
      "The cell Budget!$B$5 shows #DIV/0!; repair it, or link to another cell.",
    );
  });

  test("resolve answers each link with a cell or a fault of its own", async () => {
    const { workbook } = openPlain(teamBook());
    const results = await workbook.resolve([
      "budget!b4",
      "Gone!A1",
      "Budget!B2:B3",
      "B4",
      "[Other.xlsx]S!A1",
      "#REF!A1",
      "Budget!B5",
    ]);
    expect(results[0]).toEqual({
      link: "Budget!$B$4",
      value: 10_000_000,
      text: "10,000,000",
    });
    expect(
      results.slice(1).map((result) => (result as WorkbookFault).sentence),
    ).toEqual([
      'The link Gone!A1 leads to the sheet "Gone", which this workbook does not have; select a cell anew.',
      "The link Budget!B2:B3 covers 2 cells; link to one cell.",
      '"B4" is not a link to one cell of this workbook; write it like Budget!C14, or select the cell.',
      '"[Other.xlsx]S!A1" is not a link to one cell of this workbook; write it like Budget!C14, or select the cell.',
      "The link #REF!A1 leads to a deleted sheet or cell; select a cell anew.",
      "The cell Budget!$B$5 shows #DIV/0!; repair it, or link to another cell.",
    ]);
  });

  test("select goes to a cell, and says so when it cannot", async () => {
    const { engine, workbook } = openPlain(teamBook());
    await workbook.select("Budget!B4");
    expect(engine.selection()).toEqual(at(3, 1));
    await expect(workbook.select("Gone!A1")).rejects.toMatchObject({
      code: "sheet_missing",
    });
    engine.setSheet("s2", { visibility: "hidden" });
    await expect(workbook.select("'Team''s notes'!A1")).rejects.toThrow(
      /is hidden; right-click a sheet tab/,
    );
  });

  test("onChanged calls back once for a burst of changes and not after it was stopped", async () => {
    const { engine, workbook } = openPlain(teamBook());
    const heard = jest.fn();
    const stop = await workbook.onChanged(heard);
    for (let n = 0; n < 5; n++) engine.write("s1", at(1, 1).area, [[n]]);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    engine.write("s1", at(1, 1).area, [[9]]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
