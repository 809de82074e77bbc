/** The record for the way back: plain JSON that is checked when it is read. */
import {
  readRecord,
  RecordProblem,
  settle,
  type CellValue,
} from "../../src/formula/portable";
import { checkOf } from "../../src/formula/portable/record";
import { cellOf, column, made, TestBook } from "./portableBook";

const { record } = made(
  [
    cellOf("F5", "=FUNNEL.REQUIRED_DEALS(A5,B5)"),
    cellOf(
      "G5",
      "=FUNNEL.SOURCE_TARGETS(1,INDIRECT(A1))",
      column(1, "x", null),
    ),
  ],
  { names: [{ name: "Start", sheet: "Inputs", address: "B2" }] },
);

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const copy = (): any => JSON.parse(JSON.stringify(record));

test("it is plain JSON, and what was written comes back", () => {
  expect(readRecord(copy())).toEqual(record);
  expect(record).toEqual({
    version: 1,
    runs: [
      {
        sheets: [
          { name: "Plan", id: "s1" },
          { name: "My Plan", id: "s2" },
          { name: "Inputs", id: "s3" },
        ],
        cells: [
          {
            ...{ sheet: 0, address: "F5", rows: 1, columns: 1 },
            original: "=FUNNEL.REQUIRED_DEALS(A5,B5)",
            ...{
              formula: "=A5/B5",
              check: expect.stringMatching(/^[0-9a-f]{14}$/),
            },
          },
          {
            ...{ sheet: 0, address: "G5", rows: 3, columns: 1 },
            original: "=FUNNEL.SOURCE_TARGETS(1,INDIRECT(A1))",
            values: [[1], ["x"], [null]],
            check: expect.stringMatching(/^[0-9a-f]{14}$/),
          },
        ],
        names: [{ name: "Start", sheet: 2, address: "B2" }],
      },
    ],
  });
});

test("nothing changed, nothing recorded", () => {
  expect(made([cellOf("F5", "=A1")]).record).toEqual({ version: 1, runs: [] });
  expect(made([cellOf("F5", "=A1")], { earlier: record }).record).toEqual(
    record,
  );
});

const START =
  "The record of the formulas that were made portable cannot be used: ";

test.each([["text"], [[]], [null], [7]])("%j is no record", (found) => {
  expect(() => readRecord(found)).toThrow(
    new RecordProblem(`${START}the record is no object.`),
  );
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const DAMAGES: [string, damage: (found: any) => unknown, sentence: string][] = [
  [
    "no version",
    (found) => delete found.version,
    "its version is missing, not 1.",
  ],
  [
    "a strange version",
    (found) => (found.version = "1"),
    'its version is "1", not 1.',
  ],
  [
    "a later version",
    (found) => (found.version = 2),
    "it is of version 2 and this add-in reads version 1 - update the add-in.",
  ],
  ["no runs", (found) => delete found.runs, "runs is no list."],
  [
    "a run that is none",
    (found) => (found.runs[0] = 7),
    "runs[0] is no object.",
  ],
  [
    "no sheets",
    (found) => delete found.runs[0].sheets,
    "runs[0].sheets is no list.",
  ],
  [
    "a sheet without a name",
    (found) => (found.runs[0].sheets[1].name = ""),
    "runs[0].sheets[1] has no name.",
  ],
  [
    "a sheet's strange id",
    (found) => (found.runs[0].sheets[1].id = 7),
    "runs[0].sheets[1].id is no text.",
  ],
  [
    "no cells",
    (found) => (found.runs[0].cells = null),
    "runs[0].cells is no list.",
  ],
  [
    "a cell of no sheet",
    (found) => (found.runs[0].cells[0].sheet = 3),
    "runs[0].cells[0].sheet names none of the 3 sheets.",
  ],
  [
    "no address",
    (found) => (found.runs[0].cells[0].address = "A0"),
    "runs[0].cells[0].address is no cell.",
  ],
  [
    "no size",
    (found) => (found.runs[0].cells[0].rows = 0),
    "runs[0].cells[0] has no size.",
  ],
  [
    "an original that is no formula",
    (found) => (found.runs[0].cells[0].original = "A1"),
    "runs[0].cells[0].original is no formula.",
  ],
  [
    "a plain formula that is none",
    (found) => (found.runs[0].cells[0].formula = 5),
    "runs[0].cells[0].formula is no formula.",
  ],
  [
    "neither formula nor values",
    (found) => delete found.runs[0].cells[0].formula,
    "runs[0].cells[0] must hold either a formula or values.",
  ],
  [
    "a strange mark",
    (found) => (found.runs[0].cells[0].isArray = "yes"),
    "runs[0].cells[0].isArray is neither true nor left out.",
  ],
  [
    "values of another size",
    (found) => found.runs[0].cells[1].values.pop(),
    "runs[0].cells[1].values are not 3 x 1.",
  ],
  [
    "values that are none",
    (found) => (found.runs[0].cells[1].values[0][0] = {}),
    "runs[0].cells[1].values are not 3 x 1.",
  ],
  [
    "a changed original",
    (found) => (found.runs[0].cells[0].original = "=HYPERLINK(A1)"),
    "runs[0].cells[0] was changed: its check value does not fit.",
  ],
  [
    "a changed value",
    (found) => (found.runs[0].cells[1].values[0][0] = 2),
    "runs[0].cells[1] was changed: its check value does not fit.",
  ],
  [
    "no check value",
    (found) => delete found.runs[0].cells[0].check,
    "runs[0].cells[0] was changed: its check value does not fit.",
  ],
  [
    "a name without a name",
    (found) => (found.runs[0].names[0].name = 1),
    "runs[0].names[0] has no name.",
  ],
  [
    "a name of no sheet",
    (found) => (found.runs[0].names[0].sheet = -1),
    "runs[0].names[0].sheet names none of the 3 sheets.",
  ],
  [
    "a name without a cell",
    (found) => (found.runs[0].names[0].address = "B"),
    "runs[0].names[0].address is no cell.",
  ],
];

test.each(DAMAGES)("%s is refused", (_, damage, sentence) => {
  const found = copy();
  damage(found);
  expect(() => readRecord(found)).toThrow(new RecordProblem(START + sentence));
});

test("check values differ where entries differ", () => {
  const entry = record.runs[0]!.cells[0]!;
  const seen = new Set(
    Array.from({ length: 10_000 }, (_, at) =>
      checkOf({ ...entry, address: `A${at + 1}` }),
    ),
  );
  expect(seen.size).toBe(10_000);
});

describe("after calculation", () => {
  const cells = [
    cellOf("F5", "=FUNNEL.REQUIRED_DEALS(A5,B5)", [[7]]),
    cellOf("F6", "=FUNNEL.SOURCE_TARGETS(1,A1:A3)", column(1, 2, "#N/A")),
    cellOf("F9", "=FUNNEL.LOCAL_TIME(1,1)", [[0.5]]),
  ];
  const settled = (shown: Record<string, CellValue[][]>) => {
    const book = new TestBook(cells);
    const portable = book.toPortable();
    return settle(portable, ({ address }) => shown[address]!);
  };

  test("plain formulas that give the same stay, dust aside", () => {
    const result = settled({ F5: [[7 + 1e-12]], F6: column(1, 2, "#N/A") });
    expect(result.changes.map(({ formula }) => formula)).toEqual([
      "=A5/B5",
      "=1*A1:A3",
      undefined,
    ]);
    expect(result.record).toEqual(made(cells).record);
  });

  test("one that gives something else is frozen, and the record says so", () => {
    const { changes, record } = settled({ F5: [[8]], F6: column(1, 2, 0) });
    expect(changes[0]).toMatchObject({
      values: [[7]],
      reason: "the plain formula gives 8 where the function gave 7",
    });
    expect(changes[1]).toMatchObject({
      ...{ values: column(1, 2, "#N/A"), rows: 3 },
      reason: "the plain formula gives 0 where the function gave #N/A",
    });
    expect(changes[1]).not.toHaveProperty("isArray");
    expect(record.runs[0]!.cells.map(({ values }) => values)).toEqual([
      [[7]],
      column(1, 2, "#N/A"),
      [[0.5]],
    ]);
    expect(readRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  test("what showed no result before cannot be compared", () => {
    const portable = made([
      cellOf("F5", "=FUNNEL.REQUIRED_DEALS(A5,B5)", [["#NAME?"]]),
    ]);
    expect(settle(portable, () => [[3]]).changes[0]!.formula).toBe("=A5/B5");
  });

  test("nothing made portable, nothing to settle", () => {
    const portable = made([cellOf("F5", "=A1")]);
    expect(settle(portable, () => [[3]])).toBe(portable);
  });
});
