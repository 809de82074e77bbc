/** The way back: what still holds what was written returns, edited cells are kept and reported. */
import type { FormulaCell } from "../../src/formula/portable";
import { cellOf, column, TestBook } from "./portableBook";

const DEALS = "=FUNNEL.REQUIRED_DEALS(A5,B5)";
const FROZEN = "=FUNNEL.LOCAL_TIME(A5,Inputs!B5)";

/** Plan!F5:F9, each with the inputs of its own row. */
const filled = (formula: (row: number) => string): FormulaCell[] =>
  [5, 6, 7, 8, 9].map((row) => cellOf(`F${row}`, formula(row), [[row]]));

const UNCONFIRMED =
  "it was edited, or moved in a way that nothing else confirms";

const DOWN = filled(
  (row) => `=FUNNEL.REQUIRED_DEALS(A${row},$B$1)+Inputs!C${row}`,
);

function portable(cells: FormulaCell[], names: TestBook["names"] = []) {
  const book = new TestBook(cells);
  book.names = names;
  return { book, record: book.toPortable().record };
}

test("every formula returns letter by letter", () => {
  const originals = [
    "= 1+ FUNNEL.REQUIRED_DEALS( A1 ,\n b1 )*2",
    "=_xldudf_FUNNEL_REQUIRED_DEALS(A1,B1)",
    "=@funnel.Required_Deals($A$1,'My Plan'!B2)",
    '="FUNNEL.X("&FUNNEL.REQUIRED_DEALS(Target,2.50)&Inputs!A1',
    "=FUNNEL.LOCAL_TIME(A1,B1)",
    "=SUM(FUNNEL.SOURCE_TARGETS(1,A:A))",
  ];
  const { book, record } = portable(
    originals.map((formula, at) => cellOf(`F${at + 1}`, formula)),
  );
  const { restored, kept } = book.toFunctions(record);
  expect(kept).toEqual([]);
  expect(
    Object.fromEntries(restored.map((each) => [each.address, each])),
  ).toEqual(
    Object.fromEntries(
      originals.map((formula, at) => [
        `F${at + 1}`,
        { sheet: "Plan", address: `F${at + 1}`, rows: 1, columns: 1, formula },
      ]),
    ),
  );
});

test("results of several cells return with their area, array formulas as such", () => {
  const values = column(1, 2, 3);
  const { book, record } = portable([
    cellOf("F1", "=FUNNEL.SOURCE_TARGETS(1,A1:A3)", values),
    {
      ...cellOf("G1", "=FUNNEL.SOURCE_TARGETS(1,A1:A3)", values),
      isArray: true,
    },
    cellOf("H1", "=FUNNEL.SOURCE_TARGETS(1,INDIRECT(A1))", values),
    cellOf("J1", "=SUM(F1#)+SUM(H1#)"),
  ]);
  const { restored } = book.toFunctions(record);
  const area = { sheet: "Plan", rows: 3, columns: 1 };
  expect(restored).toHaveLength(4);
  expect(restored).toEqual(
    expect.arrayContaining([
      { ...area, address: "F1", formula: "=FUNNEL.SOURCE_TARGETS(1,A1:A3)" },
      {
        ...area,
        address: "G1",
        formula: "=FUNNEL.SOURCE_TARGETS(1,A1:A3)",
        isArray: true,
      },
      {
        ...area,
        address: "H1",
        formula: "=FUNNEL.SOURCE_TARGETS(1,INDIRECT(A1))",
      },
      { ...area, rows: 1, address: "J1", formula: "=SUM(F1#)+SUM(H1#)" },
    ]),
  );
});

test.each([
  ["capitals and spaces", "= a5 / b5 "],
  ["the sheet's own name", "=Plan!A5/'Plan'!B5"],
  ["@ that Excel adds to formulas of older files", "=@A5/@B5"],
])("another spelling is the same formula: %s", (_, spelt) => {
  const { book, record } = portable([cellOf("F5", DEALS)]);
  book.type("F5", spelt);
  expect(book.toFunctions(record).restored).toMatchObject([{ formula: DEALS }]);
});

test("numbers, TRUE and function prefixes may be spelt otherwise too", () => {
  const formula = '=IFS(TRUE,0.50*FUNNEL.REQUIRED_DEALS(1E3,B5))&"x"';
  const { book, record } = portable([cellOf("F5", formula)]);
  book.type("F5", '=_xlfn.IFS(TRUE(),0.5*(1000/B5))&"x"');
  expect(book.toFunctions(record).restored).toMatchObject([{ formula }]);
  book.type("F5", '=_xlfn.IFS(TRUE(),0.5*(1000/B5))&"X"');
  expect(book.toFunctions(record)).toMatchObject({ restored: [], kept: [{}] });
});

describe("a cell that was edited is kept and reported", () => {
  test.each<[string, typed: string | number | null, now: string]>([
    ["another value", 12, "12"],
    ["nothing", null, "nothing"],
    ["another formula", "=A5/B5+1", "=A5/B5+1"],
    ["another reference", "=A6/B5", "=A6/B5"],
    ["another sheet's cell", "=A5/Inputs!B5", "=A5/Inputs!B5"],
    ["a fixed reference", "=A5/$B$5", "=A5/$B$5"],
  ])("%s", (_, typed, now) => {
    const { book, record } = portable([
      cellOf("F5", DEALS),
      cellOf("F9", "=FUNNEL.REQUIRED_DEALS(A9,B9)"),
    ]);
    book.type("F5", typed);
    const { restored, kept } = book.toFunctions(record);
    expect(restored).toMatchObject([{ address: "F9" }]);
    expect(kept).toEqual([
      {
        ...{ sheet: "Plan", address: "F5", original: DEALS },
        ...{ written: "=A5/B5", now, reason: "it was edited" },
      },
    ]);
  });

  test("a frozen value that was typed over, or replaced by a formula that gives the same", () => {
    for (const [typed, now] of [
      [8, "8"],
      ["=6+1", "=6+1"],
    ] as const) {
      const { book, record } = portable([cellOf("F5", FROZEN)]);
      book.type("F5", typed);
      expect(book.toFunctions(record)).toEqual({
        restored: [],
        kept: [
          {
            ...{ sheet: "Plan", address: "F5", original: FROZEN },
            ...{ written: "7", now, reason: "it was edited" },
          },
        ],
      });
    }
  });

  test("one cell of a frozen block", () => {
    const { book, record } = portable([
      cellOf("F5", "=FUNNEL.SOURCE_TARGETS(1,INDIRECT(A1))", column(1, 2, 3)),
    ]);
    book.type("F6", 9);
    expect(book.toFunctions(record)).toMatchObject({
      restored: [],
      kept: [{ address: "F5", written: "1; 2; 3", now: "1" }],
    });
  });

  test("what somebody typed beside a blocked formula is not emptied", () => {
    const { book, record } = portable([
      cellOf("F5", "=FUNNEL.SOURCE_TARGETS(A1,B1:B3)", column(1, 2, 3)),
    ]);
    book.at("F5").values = [["#SPILL!"]];
    book.values.set("Plan!F6", 12);
    expect(book.toFunctions(record).restored).toMatchObject([
      { address: "F5", rows: 1, columns: 1 },
    ]);
  });

  test("a frozen number that a program saved with fifteen digits is not edited", () => {
    const { book, record } = portable([cellOf("F5", FROZEN, [[1 / 3]])]);
    book.type("F5", 0.333333333333333);
    expect(book.toFunctions(record).restored).toHaveLength(1);
  });

  test("the original that somebody has entered again needs nothing", () => {
    const { book, record } = portable([
      cellOf("F5", DEALS),
      cellOf("F6", FROZEN),
    ]);
    book.type("F5", DEALS.toLowerCase());
    book.type("F6", FROZEN);
    expect(book.toFunctions(record)).toEqual({ restored: [], kept: [] });
  });
});

describe("sheets that were renamed", () => {
  const cells = [
    cellOf(
      "F5",
      "=FUNNEL.REQUIRED_DEALS('My Plan'!A1,Inputs!B1)+'My Plan'!Local",
    ),
    cellOf("F6", "=FUNNEL.LOCAL_TIME('My Plan'!A1,Inputs!B1)"),
    cellOf("F7", "=SUM(FUNNEL.SOURCE_TARGETS(1,INDIRECT(A1)),Plan:Inputs!A1)"),
  ];
  test("references follow, also those of frozen values and of sheets without ids", () => {
    for (const hasIds of [true, false]) {
      const book = new TestBook(cells);
      if (!hasIds) book.sheets = book.sheets.map(({ name }) => ({ name }));
      const { record } = book.toPortable();
      book.rename("My Plan", "It's mine");
      if (hasIds) book.rename("Inputs", "Budget");
      const second = hasIds ? "Budget" : "Inputs";
      // Excel renames in names of a sheet as well.
      const plain = book.at("F5").formula;
      book.type("F5", plain.replace("'My Plan'!Local", "'It''s mine'!Local"));
      const { restored, kept } = book.toFunctions(record);
      expect(kept).toEqual([]);
      expect(restored.map(({ formula }) => formula)).toEqual([
        `=FUNNEL.REQUIRED_DEALS('It''s mine'!A1,${second}!B1)+'It''s mine'!Local`,
        `=FUNNEL.LOCAL_TIME('It''s mine'!A1,${second}!B1)`,
        `=SUM(FUNNEL.SOURCE_TARGETS(1,INDIRECT(A1)),Plan:${second}!A1)`,
      ]);
    }
  });

  test("the formulas' own sheet", () => {
    const { book, record } = portable([
      cellOf("F5", DEALS),
      cellOf("F6", FROZEN),
    ]);
    book.rename("Plan", "FY 28");
    expect(book.toFunctions(record)).toEqual({
      kept: [],
      restored: [5, 6].map((row) => ({
        ...{ sheet: "FY 28", address: `F${row}`, rows: 1, columns: 1 },
        formula: row === 5 ? DEALS : FROZEN,
        movedFrom: { sheet: "Plan", address: `F${row}` },
      })),
    });
  });

  test("ids that a program handed out anew mislead nobody", () => {
    const { book, record } = portable([cellOf("F5", DEALS)]);
    book.sheets = ["s2", "s3", "s1"].map((id, at) => ({
      id,
      name: ["Plan", "My Plan", "Inputs"][at]!,
    }));
    expect(book.toFunctions(record).restored).toMatchObject([
      { sheet: "Plan" },
    ]);
  });

  test("a sheet that is gone is reported", () => {
    const { book, record } = portable([cellOf("F5", DEALS)]);
    book.sheets = book.sheets.filter(({ name }) => name !== "Plan");
    book.cells = [];
    expect(book.toFunctions(record)).toEqual({
      restored: [],
      kept: [
        {
          ...{ sheet: "Plan", address: "F5", original: DEALS },
          ...{ written: "=A5/B5", now: "nothing" },
          reason: "the sheet Plan is no longer there",
        },
      ],
    });
  });

  test("references to a sheet that is gone are lost, as Excel loses them", () => {
    const { book, record } = portable([
      cellOf("F5", "=FUNNEL.REQUIRED_DEALS(A5,Inputs!B5)"),
    ]);
    book.sheets = book.sheets.filter(({ name }) => name !== "Inputs");
    book.type("F5", "=A5/#REF!B5");
    expect(book.toFunctions(record).restored).toMatchObject([
      { formula: "=FUNNEL.REQUIRED_DEALS(A5,#REF!)" },
    ]);
  });
});

describe("rows and columns that were inserted or deleted", () => {
  const restoredDown = (
    book: TestBook,
    record: Parameters<TestBook["toFunctions"]>[0],
  ) => {
    const { restored, kept } = book.toFunctions(record);
    return {
      formulas: Object.fromEntries(
        restored.map(({ address, formula }) => [address, formula]),
      ),
      kept: kept.map(({ address, now, reason }) => [address, now, reason]),
    };
  };

  test("above the cells: they and their references are found further down", () => {
    const { book, record } = portable(DOWN);
    book.insert("row", 3, 2);
    const { restored, kept } = book.toFunctions(record);
    expect(kept).toEqual([]);
    expect(restored).toHaveLength(5);
    expect(restored).toContainEqual({
      ...{ sheet: "Plan", address: "F7", rows: 1, columns: 1 },
      formula: "=FUNNEL.REQUIRED_DEALS(A7,$B$1)+Inputs!C5",
      movedFrom: { sheet: "Plan", address: "F5" },
    });
  });

  test("between the cells", () => {
    const { book, record } = portable(DOWN);
    book.insert("row", 6, 1);
    expect(restoredDown(book, record)).toEqual({
      formulas: {
        F5: "=FUNNEL.REQUIRED_DEALS(A5,$B$1)+Inputs!C5",
        F6: "=FUNNEL.REQUIRED_DEALS(A6,$B$1)+Inputs!C6",
        F8: "=FUNNEL.REQUIRED_DEALS(A8,$B$1)+Inputs!C7",
        F9: "=FUNNEL.REQUIRED_DEALS(A9,$B$1)+Inputs!C8",
        F10: "=FUNNEL.REQUIRED_DEALS(A10,$B$1)+Inputs!C9",
      },
      kept: [],
    });
  });

  test("on the sheet of the inputs alone", () => {
    const { book, record } = portable(DOWN);
    book.insert("row", 0, 3, "Inputs");
    book.insert("column", 1, 1, "Inputs");
    expect(restoredDown(book, record)).toMatchObject({
      formulas: { F5: "=FUNNEL.REQUIRED_DEALS(A5,$B$1)+Inputs!D8" },
      kept: [],
    });
  });

  test("columns before the cells and their inputs", () => {
    const { book, record } = portable(DOWN);
    book.insert("column", 0, 1);
    expect(restoredDown(book, record)).toMatchObject({
      formulas: { G9: "=FUNNEL.REQUIRED_DEALS(B9,$C$1)+Inputs!C9" },
      kept: [],
    });
  });

  test("one row deleted: its cell is reported, the others return", () => {
    const { book, record } = portable(
      filled((row) => `=FUNNEL.REQUIRED_DEALS(A${row},$B$1)*${row}`),
    );
    book.insert("row", 6, -1);
    expect(restoredDown(book, record)).toEqual({
      formulas: {
        F5: "=FUNNEL.REQUIRED_DEALS(A5,$B$1)*5",
        F6: "=FUNNEL.REQUIRED_DEALS(A6,$B$1)*6",
        F7: "=FUNNEL.REQUIRED_DEALS(A7,$B$1)*8",
        F8: "=FUNNEL.REQUIRED_DEALS(A8,$B$1)*9",
      },
      kept: [["F7", "nothing", "its cell is no longer there"]],
    });
  });

  test("the cell of an input deleted: the reference is lost, as Excel loses it", () => {
    const { book, record } = portable(DOWN);
    book.insert("row", 0, -1);
    expect(restoredDown(book, record).formulas).toMatchObject({
      F4: "=FUNNEL.REQUIRED_DEALS(A4,#REF!)+Inputs!C5",
    });
  });

  test("a range that grew", () => {
    const cells = [5, 6].map((row) =>
      cellOf(
        `F${row}`,
        `=SUM(FUNNEL.SOURCE_TARGETS(A${row},Inputs!$B$1:$B$3))`,
      ),
    );
    const { book, record } = portable(cells);
    book.insert("row", 1, 2, "Inputs");
    expect(restoredDown(book, record).formulas).toEqual({
      F5: "=SUM(FUNNEL.SOURCE_TARGETS(A5,Inputs!$B$1:$B$5))",
      F6: "=SUM(FUNNEL.SOURCE_TARGETS(A6,Inputs!$B$1:$B$5))",
    });
  });

  test("an edit beside them is still an edit", () => {
    const { book, record } = portable(DOWN);
    book.insert("row", 3, 2);
    book.type("F9", book.at("F9").formula.replace("A9", "A8"));
    const { formulas, kept } = restoredDown(book, record);
    expect(Object.keys(formulas)).toEqual(["F7", "F8", "F10", "F11"]);
    expect(kept).toEqual([["F9", "=(A8/$B$1)+Inputs!C7", "it was edited"]]);
  });

  test("frozen values are found where the rows have gone, and so are their references", () => {
    const frozen = filled((row) => `=FUNNEL.LOCAL_TIME(A${row},$B$1)`).map(
      (cell) => ({ ...cell, address: cell.address.replace("F", "G") }),
    );
    const { book, record } = portable([...DOWN, ...frozen]);
    book.insert("row", 3, 2);
    expect(restoredDown(book, record)).toMatchObject({
      formulas: {
        G7: "=FUNNEL.LOCAL_TIME(A7,$B$1)",
        G11: "=FUNNEL.LOCAL_TIME(A11,$B$1)",
      },
      kept: [],
    });
  });

  test("a frozen value beside references of which nothing is known is kept", () => {
    const { book, record } = portable([
      ...DOWN,
      cellOf("G9", "=FUNNEL.LOCAL_TIME(A3,$B$1)", [[9]]),
    ]);
    book.insert("row", 2, 2);
    expect(restoredDown(book, record).kept).toEqual([
      ["G11", "9", "where its references have moved to is not known"],
    ]);
  });

  test("one formula alone that is the same relative to its cell, while its old place is empty", () => {
    const { book, record } = portable([cellOf("F5", DEALS)]);
    book.insert("row", 0, 1);
    expect(restoredDown(book, record)).toEqual({
      formulas: { F6: "=FUNNEL.REQUIRED_DEALS(A6,B6)" },
      kept: [],
    });
    book.type("F5", 12);
    expect(restoredDown(book, record)).toEqual({
      formulas: {},
      kept: [["F6", "=A6/B6", UNCONFIRMED]],
    });
  });

  test("one formula alone with other references could as well have been edited; a name tells", () => {
    const cells = [cellOf("F5", "=FUNNEL.REQUIRED_DEALS(A5,$B$1)")];
    const alone = portable(cells);
    alone.book.insert("row", 0, 1);
    expect(restoredDown(alone.book, alone.record)).toEqual({
      formulas: {},
      kept: [["F6", "=A6/$B$2", UNCONFIRMED]],
    });
    const named = portable(cells, [
      { name: "Start", sheet: "Plan", address: "A5" },
    ]);
    named.book.insert("row", 0, 1);
    expect(restoredDown(named.book, named.record)).toEqual({
      formulas: { F6: "=FUNNEL.REQUIRED_DEALS(A6,$B$2)" },
      kept: [],
    });
  });

  test("names tell where frozen values and their references are", () => {
    const { book, record } = portable(
      [cellOf("F5", FROZEN, [[0.8]])],
      [
        { name: "Chance", sheet: "Plan", address: "F5" },
        { name: "Rate", sheet: "Inputs", address: "B5" },
      ],
    );
    book.insert("row", 1, 4, "Inputs");
    book.insert("row", 1, 2);
    expect(restoredDown(book, record)).toEqual({
      formulas: { F7: "=FUNNEL.LOCAL_TIME(A7,Inputs!B9)" },
      kept: [],
    });
  });
});

describe("several runs", () => {
  test("one record brings back what each of them wrote", () => {
    const book = new TestBook([cellOf("F5", DEALS)]);
    const first = book.toPortable().record;
    book.rename("Inputs", "Budget");
    book.type("F6", "=FUNNEL.REQUIRED_DEALS(A6,Budget!B6)");
    const { record } = book.toPortable({ earlier: first });
    expect(record.runs).toHaveLength(2);
    expect(book.toFunctions(record)).toMatchObject({
      restored: [{ address: "F6" }, { address: "F5", formula: DEALS }],
      kept: [],
    });
  });

  test("a cell that was made portable again returns to its last formula, without a word about the first", () => {
    const book = new TestBook([cellOf("F5", DEALS)]);
    const first = book.toPortable().record;
    book.type("F5", FROZEN);
    const { record } = book.toPortable({ earlier: first });
    expect(book.toFunctions(record)).toMatchObject({
      restored: [{ address: "F5", formula: FROZEN }],
      kept: [],
    });
  });
});

test("ten thousand formulas below each other return quickly, moved ones too", () => {
  const cells = Array.from({ length: 10_000 }, (_, at) =>
    cellOf(`F${at + 2}`, `=FUNNEL.REQUIRED_DEALS(A${at + 2},$B$1)`),
  );
  const { book, record } = portable(cells);
  book.insert("row", 5_000, 1);
  const start = performance.now();
  const { restored, kept } = book.toFunctions(record);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect([restored.length, kept.length]).toEqual([10_000, 0]);
});
