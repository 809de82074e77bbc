import fc from "fast-check";
import type { BlueprintCell, SheetBlueprint } from "../../src/template/model";
import { local } from "../../src/workbook/address";
import {
  addressLists,
  columnWidths,
  contents,
  numberFormats,
  points,
  rectangles,
  verbatim,
} from "../../src/workbook/blocks";

const sheet = (
  cells: BlueprintCell[],
  rowCount = 12,
  columnCount = 12,
): SheetBlueprint => ({
  id: "guide",
  title: "T",
  rowCount,
  columnCount,
  cells,
  widths: [],
  heights: [],
  freeze: { rows: 0, columns: 0 },
  validations: [],
  conditionalFormats: [],
  merges: [],
  tabColor: "#000000",
  landscape: false,
});

test("contents puts formulas and constants in their places and leaves the rest empty", () => {
  const cells: BlueprintCell[] = [
    { row: 0, column: 1, value: "1/2", role: "label" },
    { row: 1, column: 0, formula: "=A1", role: "calc" },
    { row: 1, column: 1, value: 0, role: "calc" },
    { row: 1, column: 2, value: false, role: "calc" },
  ];
  expect(contents(sheet(cells, 2, 3))).toEqual([
    ["", "'1/2", ""],
    ["=A1", 0, false],
  ]);
});

test("numberFormats takes the cell's format and leaves other cells alone", () => {
  const cells: BlueprintCell[] = [
    { row: 0, column: 0, value: 1, role: "calc", format: "0%" },
    { row: 0, column: 1, value: 1, role: "calc" },
  ];
  expect(numberFormats(sheet(cells, 1, 3))).toEqual([["0%", null, null]]);
});

test("a cell outside its sheet is a programming error", () => {
  expect(() =>
    contents(sheet([{ row: 3, column: 0, value: 1, role: "calc" }], 3, 1)),
  ).toThrow("Cell 3/0 lies outside its sheet");
});

test.each([
  ["=A1"],
  ["+5"],
  ["-5"],
  ["@x"],
  ["'quoted"],
  ["1/2"],
  ["20%"],
  ["12"],
  [".5"],
  ["$5"],
  ["€5"],
  ["(5)"],
  ["TRUE"],
  ["false"],
  ["Jan 27"],
  ["March-27"],
  ["#N/A"],
  [" 12"],
])(
  "%s gets an apostrophe, because Excel would read more than text into it",
  (text) => expect(verbatim(text)).toBe(`'${text}`),
);

test.each([
  ["MQLs"],
  ["FY27 Guide"],
  ["Revenue, in EUR"],
  ["True to plan"],
  ["Segment A"],
  ["Übersicht"],
])("%s stays as it is", (text) => expect(verbatim(text)).toBe(text));

test("rectangles cover exactly the wanted cells, each once", () => {
  const cell = fc.record({
    row: fc.nat(11),
    column: fc.nat(11),
    wanted: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(cell, {
        selector: ({ row, column }) => row * 12 + column,
      }),
      (drawn) => {
        const cells = drawn.map(({ row, column, wanted }): BlueprintCell => ({
          row,
          column,
          role: wanted ? "input" : "calc",
        }));
        const covered = rectangles(
          sheet(cells),
          ({ role }) => role === "input",
        ).flatMap((address) => {
          const { row, column, rows, columns } = local(address);
          return Array.from(
            { length: rows * columns },
            (_, n) =>
              `${row + Math.floor(n / columns)}/${column + (n % columns)}`,
          );
        });
        const wanted = drawn
          .filter((one) => one.wanted)
          .map(({ row, column }) => `${row}/${column}`);
        expect(covered.sort()).toEqual(wanted.sort());
      },
    ),
    { seed: 7 },
  );
});

test("a full block is one rectangle", () => {
  const cells = Array.from({ length: 144 }, (_, n): BlueprintCell => ({
    row: Math.floor(n / 12),
    column: n % 12,
    role: "calc",
  }));
  expect(rectangles(sheet(cells), () => true)).toEqual(["A1:L12"]);
});

test("addressLists stay under the limit and lose nothing", () => {
  const addresses = Array.from({ length: 50 }, (_, n) => `A${n + 1}`);
  const lists = addressLists(addresses, 20);
  expect(lists.every((list) => list.length <= 20)).toBe(true);
  expect(lists.join(",").split(",")).toEqual(addresses);
});

test("columnWidths joins neighbours of one width, in points", () => {
  expect(columnWidths([8.43, 8.43, 20])).toEqual([
    ["A:B", 48],
    ["C:C", points(20)],
  ]);
});
