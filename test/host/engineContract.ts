/** What every engine promises the host, whatever it is made of. Each engine's own test runs this suite. */
import type { Area, Engine } from "../../src/workbench/engine/engine";
import { emptySheet } from "../../src/xlsx/book";
import type { Book } from "../../src/xlsx/book";

export const area = (
  row: number,
  column: number,
  rows = 1,
  columns = 1,
): Area => ({ row, column, rows, columns });

/** Two sheets with a bit of everything that must survive. */
export function contractBook(): Book {
  const data = emptySheet("data", "Data");
  data.cells = {
    0: { 0: { value: "Region" }, 1: { value: "Leads" } },
    1: { 0: { value: "North" }, 1: { value: 120, style: 1 } },
    2: { 0: { value: "South" }, 1: { value: 80.5, style: 1 } },
    3: { 0: { value: true }, 1: { value: "007" } },
  };
  data.columns = { 0: { width: 20 } };
  data.rows = { 1: { height: 30 } };
  data.merges = ["D1:E2"];
  data.freeze = { rows: 1, columns: 0 };
  const other = emptySheet("other", "My notes");
  other.tabColor = "#FFA500";
  other.properties = { mark: "x" };
  return {
    sheets: [data, other],
    names: [
      { name: "Leads", refersTo: "Data!$B$2:$B$3", comment: "of last year" },
      { name: "Local", refersTo: "'My notes'!$A$1", sheet: "other" },
    ],
    styles: [{}, { numberFormat: "#,##0.0", font: { bold: true } }],
    customXml: [{ id: "{1}", xml: "<plan xmlns='urn:x'/>" }],
    activeSheet: "other",
  };
}

export function engineContract(
  name: string,
  make: (book: Book) => Promise<Engine>,
): void {
  describe(`${name} keeps the engine's contract`, () => {
    let engine: Engine;
    beforeEach(async () => {
      engine = await make(contractBook());
    });
    afterEach(() => engine.dispose());
    const sheet = (id: string) =>
      engine.sheets().find((state) => state.id === id);
    const values = (at: Area, id = "data") =>
      engine.read(id, at).map((row) => row.map(({ value }) => value));

    test("open shows sheets, their order and state", () => {
      expect(engine.sheets().map(({ id, name: title }) => [id, title])).toEqual(
        [
          ["data", "Data"],
          ["other", "My notes"],
        ],
      );
      expect(engine.activeSheet()).toBe("other");
      expect(sheet("data")).toMatchObject({
        visibility: "visible",
        freeze: { rows: 1, columns: 0 },
        protected: false,
        showGridlines: true,
      });
      expect(sheet("other")?.tabColor).toBe("#FFA500");
    });

    test("read gives constants of every kind, blanks as null, and texts that look like numbers as texts", () => {
      expect(values(area(0, 0, 5, 2))).toEqual([
        ["Region", "Leads"],
        ["North", 120],
        ["South", 80.5],
        [true, "007"],
        [null, null],
      ]);
      expect(engine.read("data", area(2, 1))[0]?.[0]?.text).toBe("80.5");
    });

    test("usedArea spans what is filled; an empty sheet has none", () => {
      const used = engine.usedArea("data");
      expect(used).toMatchObject({ row: 0, column: 0 });
      expect(used?.rows).toBeGreaterThanOrEqual(4);
      expect(engine.usedArea("other")).toBeUndefined();
    });

    test("write puts each kind of value and leaves undefined cells alone", () => {
      engine.write("data", area(1, 0, 2, 2), [
        ["'=A1", undefined],
        [null, "12"],
      ]);
      expect(values(area(1, 0, 2, 2))).toEqual([
        ["=A1", 120],
        [null, "12"],
      ]);
      engine.write("data", area(6, 0, 1, 4), [["'123", "'", false, -0.5]]);
      expect(values(area(6, 0, 1, 4))[0]?.slice(0, 1)).toEqual(["123"]);
      expect(values(area(6, 2, 1, 2))).toEqual([[false, -0.5]]);
    });

    test("write keeps a formula's text", () => {
      engine.write("data", area(5, 1), [["=SUM(B2:B3)*2"]]);
      expect(engine.read("data", area(5, 1))[0]?.[0]?.formula).toBe(
        "=SUM(B2:B3)*2",
      );
      expect(engine.book().sheets[0]?.cells[5]?.[1]?.formula).toBe(
        "SUM(B2:B3)*2",
      );
    });

    test("write keeps the format of a cell, and clearing contents does", () => {
      engine.write("data", area(1, 1), [[7]]);
      expect(engine.styles("data", area(1, 1))[0]?.[0]).toMatchObject({
        numberFormat: "#,##0.0",
        font: { bold: true },
      });
      engine.clear("data", area(1, 1), "contents");
      expect(values(area(1, 1))).toEqual([[null]]);
      expect(engine.styles("data", area(1, 1))[0]?.[0]?.numberFormat).toBe(
        "#,##0.0",
      );
    });

    test("clear takes formats and contents apart", () => {
      engine.clear("data", area(1, 1), "formats");
      expect(values(area(1, 1))).toEqual([[120]]);
      const style = engine.styles("data", area(1, 1))[0]?.[0];
      expect(style?.font?.bold ?? false).toBe(false);
      engine.clear("data", area(2, 1), "all");
      expect(values(area(2, 1))).toEqual([[null]]);
    });

    test("style merges members and null takes them away", () => {
      engine.style("data", area(1, 1), {
        fill: "#FF0000",
        font: { color: "#0000FF" },
        borders: { top: { style: "thin", color: "#000000" } },
        locked: false,
      });
      expect(engine.styles("data", area(1, 1))[0]?.[0]).toMatchObject({
        fill: "#FF0000",
        font: { bold: true, color: "#0000FF" },
        borders: { top: { style: "thin" } },
        numberFormat: "#,##0.0",
        locked: false,
      });
      engine.style("data", area(1, 1), { fill: null, borders: { top: null } });
      const style = engine.styles("data", area(1, 1))[0]?.[0];
      expect(style?.fill).toBeUndefined();
      expect(style?.borders?.top).toBeUndefined();
      expect(style?.font).toMatchObject({ bold: true, color: "#0000FF" });
    });

    test("setNumberFormats sets cell by cell and shows it", () => {
      engine.setNumberFormats("data", area(1, 1, 2, 1), [["0%"], [undefined]]);
      const formats = engine
        .styles("data", area(1, 1, 2, 1))
        .map((row) => row[0]?.numberFormat);
      expect(formats).toEqual(["0%", "#,##0.0"]);
      expect(engine.read("data", area(1, 1))[0]?.[0]?.text).toBe("12000%");
    });

    test("sheets are added, renamed, moved, hidden and deleted", () => {
      const id = engine.addSheet("Third", 1);
      expect(engine.sheets().map((state) => state.name)).toEqual([
        "Data",
        "Third",
        "My notes",
      ]);
      engine.renameSheet(id, "It's third");
      engine.moveSheet(id, 2);
      expect(engine.sheets().map((state) => state.name)).toEqual([
        "Data",
        "My notes",
        "It's third",
      ]);
      engine.setSheet(id, { visibility: "veryHidden", tabColor: "#00FF00" });
      expect(sheet(id)).toMatchObject({
        visibility: "veryHidden",
        tabColor: "#00FF00",
      });
      engine.setSheet(id, { tabColor: undefined });
      expect(sheet(id)?.tabColor).toBeUndefined();
      engine.deleteSheet(id);
      expect(engine.sheets()).toHaveLength(2);
    });

    test("a renamed sheet takes formulas and names along", () => {
      engine.write("other", area(0, 0), [["=Data!B2+1"]]);
      engine.renameSheet("data", "New data");
      expect(engine.read("other", area(0, 0))[0]?.[0]?.formula).toBe(
        "='New data'!B2+1",
      );
      expect(
        engine.names().find(({ name: n }) => n === "Leads")?.refersTo,
      ).toBe("'New data'!$B$2:$B$3");
    });

    test("widths, heights and merges", () => {
      expect(engine.columnWidth("data", 0)).toBeCloseTo(20, 0);
      expect(engine.rowHeight("data", 1)).toBeCloseTo(30, 0);
      engine.setColumns("data", 1, 2, { width: 12 });
      engine.setRows("data", 3, 1, { height: 45 });
      expect(engine.columnWidth("data", 2)).toBeCloseTo(12, 0);
      expect(engine.rowHeight("data", 3)).toBeCloseTo(45, 0);
      expect(engine.merges("data")).toEqual([area(0, 3, 2, 2)]);
      engine.merge("data", area(6, 0, 1, 3));
      expect(engine.merges("data")).toHaveLength(2);
      engine.unmerge("data", area(0, 3, 2, 2));
      expect(engine.merges("data")).toEqual([area(6, 0, 1, 3)]);
    });

    test("names of the workbook and of a sheet are kept apart", () => {
      engine.setName({ name: "Local", refersTo: "Data!$A$1" });
      engine.setName({ name: "Rate", refersTo: "0.25" });
      const found = engine
        .names()
        .map(({ name: n, sheet: s, refersTo }) => [n, s, refersTo]);
      expect(found).toContainEqual(["Local", undefined, "Data!$A$1"]);
      expect(found).toContainEqual(["Local", "other", "'My notes'!$A$1"]);
      expect(found).toContainEqual(["Rate", undefined, "0.25"]);
      engine.setName({ name: "Rate", refersTo: "0.5", comment: "half" });
      expect(engine.names().filter(({ name: n }) => n === "Rate")).toEqual([
        expect.objectContaining({ refersTo: "0.5", comment: "half" }),
      ]);
      engine.deleteName("Local");
      expect(engine.names().map(({ name: n, sheet: s }) => [n, s])).toEqual(
        expect.arrayContaining([["Local", "other"]]),
      );
      expect(engine.names()).toHaveLength(3);
    });

    test("tables come and go without their cells", async () => {
      await engine.addTable("data", {
        name: "Regions",
        ref: "A1:B3",
        headers: true,
        totals: false,
        columns: ["Region", "Leads"],
      });
      expect(engine.tables()).toEqual([
        {
          sheet: "data",
          table: expect.objectContaining({
            name: "Regions",
            ref: "A1:B3",
            columns: ["Region", "Leads"],
          }),
        },
      ]);
      engine.deleteTable("Regions");
      expect(engine.tables()).toEqual([]);
      expect(values(area(0, 0, 2, 2))).toEqual([
        ["Region", "Leads"],
        ["North", 120],
      ]);
    });

    test("a validation replaces what its cells had", () => {
      engine.setValidation("data", area(1, 1, 2, 1), {
        type: "decimal",
        operator: "greaterThan",
        formulas: ["0"],
        allowBlank: true,
        error: { style: "stop", title: "No", message: "Above 0." },
      });
      engine.setValidation("data", area(1, 1), {
        type: "list",
        formulas: [],
        list: ["Low", "High"],
        allowBlank: false,
      });
      const rules = engine.validations("data");
      expect(rules).toHaveLength(2);
      expect(rules.find(({ type }) => type === "list")).toMatchObject({
        ref: "B2",
        list: ["Low", "High"],
        allowBlank: false,
      });
      expect(rules.find(({ type }) => type === "decimal")).toMatchObject({
        ref: "B3",
        operator: "greaterThan",
        formulas: ["0"],
        error: { style: "stop", message: "Above 0." },
      });
      engine.setValidation("data", area(0, 0, 5, 5), null);
      expect(engine.validations("data")).toEqual([]);
    });

    test("conditional formats are added and cleared", () => {
      engine.addConditionalFormat("data", {
        ref: "B2:B3",
        type: "expression",
        formulas: ["$B2>100"],
        style: { fill: "#C6EFCE", font: { color: "#006100" } },
      });
      expect(engine.conditionalFormats("data")).toEqual([
        expect.objectContaining({
          ref: "B2:B3",
          type: "expression",
          formulas: ["$B2>100"],
        }),
      ]);
      engine.clearConditionalFormats("data");
      expect(engine.conditionalFormats("data")).toEqual([]);
    });

    test("protection is a sheet's own", async () => {
      await engine.protect("data", { allowFormatCells: true });
      expect(sheet("data")?.protected).toBe(true);
      expect(sheet("other")?.protected).toBe(false);
      expect(engine.book().sheets[0]?.protection?.options).toMatchObject({
        allowFormatCells: true,
      });
      await engine.unprotect("data");
      expect(sheet("data")?.protected).toBe(false);
      expect(engine.book().sheets[0]?.protection).toBeUndefined();
    });

    test("custom XML parts are replaced and removed by id", () => {
      engine.setCustomXml("{1}", "<plan xmlns='urn:x'>2</plan>");
      engine.setCustomXml("{2}", "<a/>");
      expect(engine.customXml()).toEqual([
        { id: "{1}", xml: "<plan xmlns='urn:x'>2</plan>" },
        { id: "{2}", xml: "<a/>" },
      ]);
      engine.setCustomXml("{1}", null);
      expect(engine.customXml().map(({ id }) => id)).toEqual(["{2}"]);
    });

    test("the texts kept with a sheet and its page survive in the book", () => {
      engine.setSheet("data", {
        properties: { key: "value" },
        page: { orientation: "landscape", titleRows: "1:2" },
      });
      const [data, other] = engine.book().sheets;
      expect(data?.properties).toEqual({ key: "value" });
      expect(data?.page).toMatchObject({
        orientation: "landscape",
        titleRows: "1:2",
      });
      expect(other?.properties).toEqual({ mark: "x" });
    });

    test("select moves the selection, activates its sheet and is told", () => {
      const heard: unknown[] = [];
      const stop = engine.on("selection", (detail) => heard.push(detail));
      engine.select({ sheet: "data", area: area(2, 1, 1, 1) });
      expect(engine.selection()).toEqual({ sheet: "data", area: area(2, 1) });
      expect(engine.activeSheet()).toBe("data");
      expect(heard.at(-1)).toEqual({ sheet: "data", area: area(2, 1) });
      stop();
    });

    test("a write is told with its sheet, until the listener stops", () => {
      const heard: string[] = [];
      const stop = engine.on("change", ({ sheets }) => heard.push(...sheets));
      engine.write("data", area(0, 0), [["x"]]);
      expect(heard).toContain("data");
      stop();
      heard.length = 0;
      engine.write("data", area(0, 0), [["y"]]);
      expect(heard).toEqual([]);
    });

    test("the book is a copy", () => {
      const copy = engine.book();
      copy.names.length = 0;
      if (copy.sheets[0]) copy.sheets[0].name = "Changed";
      expect(engine.names()).toHaveLength(2);
      expect(sheet("data")?.name).toBe("Data");
    });

    test("flags follow the book, and the structure can be locked", () => {
      const flags = () => {
        const { readOnly = false, structureLocked = false } = engine.book();
        return engine.flags?.() ?? { readOnly, structureLocked };
      };
      expect(flags()).toMatchObject({
        readOnly: false,
        structureLocked: false,
      });
      engine.lockStructure?.(true);
      if (engine.lockStructure) {
        expect(flags().structureLocked).toBe(true);
        expect(engine.book().structureLocked).toBe(true);
      }
    });
  });
}
