import {
  blockAddress,
  cellLink,
  local,
  onSheet,
  place,
  sameName,
  sheetOf,
} from "../../src/workbook/address";

test.each([
  [
    "Budget!$C$14",
    { sheet: "Budget", row: 13, column: 2, rows: 1, columns: 1 },
  ],
  ["=Budget!C14", { sheet: "Budget", row: 13, column: 2, rows: 1, columns: 1 }],
  [
    "'It''s ours'!B2:C4",
    { sheet: "It's ours", row: 1, column: 1, rows: 3, columns: 2 },
  ],
  [
    "Tübingen!A1",
    { sheet: "Tübingen", row: 0, column: 0, rows: 1, columns: 1 },
  ],
  [
    "'FY27'!XFD1048576",
    { sheet: "FY27", row: 1_048_575, column: 16_383, rows: 1, columns: 1 },
  ],
])("place reads %s", (text, expected) => expect(place(text)).toEqual(expected));

test.each([
  ["C14"],
  ["Budget"],
  ["Budget!C14*2"],
  ["Budget!C:C"],
  ["Budget!XFE1"],
  ["#REF!C14"],
  ["[Other.xlsx]Budget!C14"],
  ["January:March!C14"],
  ["Budget!Table1[x]"],
  ["SUM(Budget!C14)"],
  [""],
])("place refuses %s", (text) => expect(place(text)).toBeUndefined());

test("sheetOf gives the sheet of a name's formula, if it has one", () => {
  expect(sheetOf("='FY27 Checks'!$B$3")).toBe("FY27 Checks");
  expect(sheetOf("=#REF!$B$3")).toBeUndefined();
  expect(sheetOf("=0.2")).toBeUndefined();
});

test("links quote the sheet where Excel needs it", () => {
  expect(cellLink("Budget", 13, 2)).toBe("Budget!$C$14");
  expect(cellLink("It's ours", 0, 26)).toBe("'It''s ours'!$AA$1");
  expect(onSheet("FY27 Checks", "C4")).toBe("'FY27 Checks'!C4");
  expect(onSheet("Budget", "$C$4:$D$9")).toBe("Budget!$C$4:$D$9");
});

test("blockAddress and local are inverse", () => {
  for (const block of [
    { row: 0, column: 0, rows: 1, columns: 1 },
    { row: 4, column: 27, rows: 3, columns: 5 },
  ]) {
    expect(
      local(blockAddress(block.row, block.column, block.rows, block.columns)),
    ).toEqual(block);
  }
  expect(() => local("C:C")).toThrow(
    '"C:C" is not an address of one block of cells',
  );
});

test("names meet whatever their case", () => {
  expect(sameName("Budget", "BUDGET")).toBe(true);
  expect(sameName("Budget", "Budgets")).toBe(false);
});
