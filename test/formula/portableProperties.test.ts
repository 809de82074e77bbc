/** Random formulas: there and back is the identity, and nothing around a call is touched on the way. */
import { parse, tokenize } from "@borgar/fx";
import fc from "fast-check";
import type { CellValue, FormulaCell } from "../../src/formula/portable";
import { ownId } from "../../src/formula/portable/parts";
import { placeKey } from "../../src/formula/portable/references";
import { cellOf, column, made, row, TestBook } from "./portableBook";

/** Texts that stand around calls as they are, and the outermost calls. */
type Piece = string | { call: string };
type Pieces = Piece[];

const text = (pieces: Pieces): string =>
  pieces
    .map((piece) => (typeof piece === "string" ? piece : piece.call))
    .join("");

const SPACE = fc.constantFrom("", "", "", " ", "  ", "\n", " \n ");
const CELL = fc.constantFrom(
  "A1",
  "$B$2",
  "C$3",
  "Inputs!B7",
  "'My Plan'!A9",
  "Target",
  "Plan!$A$4",
);
const ATOM = fc.oneof(
  CELL,
  fc.constantFrom("1", "0.5", "25%", "1E3", "TRUE", "-4", ".5"),
  fc.constantFrom(
    '"FUNNEL.APPORTION(1,"',
    '"a""b"',
    '"x,y)"',
    '""',
    "FUNNEL_rate",
    "'FUNNEL.X(1)'!A1",
  ),
);
const RANGE = fc.constantFrom(
  ...[
    "A1:A3",
    "$B$5:$B$7",
    "Inputs!A1:C1",
    "'My Plan'!A:A",
    "{1;2;3}",
    "{0.5,0.25}",
    "Rates",
    "Shares",
  ],
  ...[
    "Sources[Share]",
    "(A1:A3)",
    "A1:A3*2",
    "OFFSET(A1,0,0,3)",
    "B4",
    "Unknown",
    "A2:A300",
  ],
);
const PREFIX = fc.constantFrom(
  "FUNNEL.",
  "funnel.",
  "_xldudf_FUNNEL_",
  "_xldudf_FUNNEL.",
  "Funnel.",
);

/** Every function with its arguments: v a value, r a range, o a word. */
const CALLS = fc.constantFrom(
  ...[
    "REQUIRED_DEALS vv",
    "REQUIRED_DEALS vvvo",
    "REQUIRED_VOLUMES vvr",
    "EXPECTED_VOLUMES vr",
  ],
  ...[
    "SOURCE_TARGETS vr",
    "APPORTION vr",
    "REQUIRED_REPS vv",
    "LOCAL_TIME vv",
    "NEWER v",
  ],
);

const { expression } = fc.letrec<{
  expression: Pieces;
  call: Pieces;
  value: Pieces;
}>((tie) => ({
  call: fc
    .tuple(
      PREFIX,
      CALLS,
      SPACE,
      fc.array(tie("value"), { minLength: 4, maxLength: 4 }),
      RANGE,
      SPACE,
    )
    .map(([prefix, signature, before, values, range, after]) => {
      const [id, kinds] = signature.split(" ") as [string, string];
      const given = [...kinds].map((kind, at) =>
        kind === "r" ? range : kind === "o" ? '"final"' : text(values[at]!),
      );
      return [
        {
          call: `${prefix}${id}(${given.map((each) => before + each + after).join(",")})`,
        },
      ];
    }),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    ATOM.map((atom): Pieces => [atom]),
    tie("expression"),
  ),
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    ATOM.map((atom): Pieces => [atom]),
    tie("call"),
    fc
      .tuple(
        tie("expression"),
        SPACE,
        fc.constantFrom("+", "-", "*", "/", "^", "&", "=", "<>"),
        SPACE,
        tie("expression"),
      )
      .map(([left, before, sign, after, right]): Pieces => [
        ...left,
        before + sign + after,
        ...right,
      ]),
    fc
      .tuple(fc.constantFrom("-", "+", "@"), tie("call"))
      .map(([sign, inner]): Pieces =>
        sign === "@" ? inner : [sign, ...inner],
      ),
    fc
      .tuple(SPACE, tie("expression"), SPACE)
      .map(([before, inner, after]): Pieces => [
        `(${before}`,
        ...inner,
        `${after})`,
      ]),
    fc
      .tuple(
        fc.constantFrom("ABS(", "SUM(", "IFERROR(", "sum("),
        tie("expression"),
        SPACE,
        tie("expression"),
      )
      .map(([opening, one, space, other]): Pieces =>
        opening === "ABS("
          ? [opening, ...one, ")"]
          : [opening, ...one, `,${space}`, ...other, ")"],
      ),
    fc
      .tuple(tie("expression"), tie("expression"), tie("expression"))
      .map(([condition, one, other]): Pieces => [
        "IF(",
        ...condition,
        ",",
        ...one,
        ",",
        ...other,
        ")",
      ]),
    fc
      .tuple(tie("expression"), tie("expression"))
      .map(([bound, body]): Pieces => [
        "LET(t,",
        ...bound,
        ",",
        ...body,
        "+t)",
      ]),
  ),
}));

/** What a formula may show; its plain formula must be of the same size. */
const SHOWN: CellValue[][][] = [
  [[7]],
  column(1, 2, 3),
  row(1, 2, 3),
  row(1, 2, 3, 4),
  row(1, 2),
  [["#N/A"]],
];

/** The cell of a formula, with values that let it become plain if any do. */
function shown(address: string, pieces: Pieces): FormulaCell {
  const cells = SHOWN.map((values) =>
    cellOf(address, `=${text(pieces)}`, values),
  );
  return (
    cells.find((cell) => made([cell]).changes[0]?.formula !== undefined) ??
    cells[0]!
  );
}

const RUNS = { numRuns: 400, seed: 20_270_301 };

const escaped = (typed: string): string =>
  typed.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

test("what stands around the calls stays as typed; the result is a formula without a call of ours", () => {
  let plain = 0;
  fc.assert(
    fc.property(expression, (pieces) => {
      const { changes } = made([shown("F5", pieces)]);
      const hasCall = pieces.some((piece) => typeof piece !== "string");
      expect(changes).toHaveLength(hasCall ? 1 : 0);
      const written = changes[0]?.formula;
      if (written === undefined) return;
      plain++;
      const around = pieces.map((piece) =>
        typeof piece === "string" ? escaped(piece) : "[^]+",
      );
      expect(written).toMatch(new RegExp(`^=${around.join("")}$`));
      expect(written.length).toBeLessThanOrEqual(8192);
      const tokens = tokenize(written);
      expect(() => parse(tokens)).not.toThrow();
      expect(tokens.filter(({ value }) => ownId(value) !== undefined)).toEqual(
        [],
      );
    }),
    RUNS,
  );
  // Frozen ones would prove nothing.
  expect(plain).toBeGreaterThan(120);
});

test("there and back is the identity", () => {
  fc.assert(
    fc.property(fc.array(expression, { minLength: 1, maxLength: 6 }), (all) => {
      const cells = all.map((pieces, at) => shown(`F${at * 10 + 1}`, pieces));
      const book = new TestBook(cells);
      const { record, changes } = book.toPortable();
      const { restored, kept } = book.toFunctions(record);
      expect(kept).toEqual([]);
      expect(
        new Map(restored.map((each) => [each.address, each.formula])),
      ).toEqual(new Map(changes.map((each) => [each.address, each.original])));
    }),
    { ...RUNS, numRuns: 200 },
  );
});

/** What people do to a workbook in the meantime. */
const DEED = fc.oneof(
  fc.record({
    axis: fc.constantFrom("row" as const, "column" as const),
    at: fc.nat(12),
    count: fc.constantFrom(-1, 1, 2, 3),
    on: fc.constantFrom("Plan", "Inputs", "My Plan"),
  }),
  fc.record({
    from: fc.constantFrom("Plan", "Inputs", "My Plan"),
    to: fc.constantFrom("It's new", "New"),
  }),
  fc.record({
    cell: fc.nat(9),
    typed: fc.constantFrom(12, null, "=A1", "=A1/B1"),
  }),
);

const ROWED = fc.constantFrom<(line: number) => string>(
  (line) => `=FUNNEL.REQUIRED_DEALS(A${line},$B$2)*Inputs!C${line}`,
  (line) => `=FUNNEL.REQUIRED_DEALS(A${line},B${line})`,
  (line) =>
    `=IFERROR(FUNNEL.REQUIRED_REPS('My Plan'!A${line},Inputs!$B$7)+${line},0)`,
  (line) => `=SUM(FUNNEL.SOURCE_TARGETS(A${line},'My Plan'!$A$3:$A$9))`,
);

test("after rows, columns and sheets have moved, a cell returns to what its original would have become, or is reported", () => {
  let returned = 0;
  fc.assert(
    fc.property(
      ROWED,
      ROWED,
      fc.array(DEED, { maxLength: 3 }),
      (one, other, deeds) => {
        const cells = [
          ...[3, 4, 5, 6, 7].map((line) => cellOf(`F${line}`, one(line))),
          ...[3, 4, 5, 6, 7].map((line) =>
            cellOf(`H${line}`, other(line), undefined, "My Plan"),
          ),
        ];
        const originals = new TestBook(cells);
        const book = new TestBook(cells);
        const { record } = book.toPortable();
        const edited = new Set<string>();
        for (const deed of deeds) {
          if ("axis" in deed) {
            for (const each of [originals, book])
              each.insert(deed.axis, deed.at, deed.count, deed.on);
          } else if ("from" in deed) {
            if (book.sheets.some(({ name }) => name === deed.to)) continue;
            for (const each of [originals, book])
              each.rename(deed.from, deed.to);
          } else {
            const place = book.cells[deed.cell];
            if (place === undefined) continue;
            edited.add(placeKey(place));
            for (const each of [originals, book])
              each.type(place.address, deed.typed, place.sheet);
            break;
          }
        }
        const expected = new Map(
          originals.cells.map((cell: FormulaCell) => [
            placeKey(cell),
            cell.formula,
          ]),
        );
        const { restored, kept } = book.toFunctions(record);
        expect(restored.length + kept.length).toBe(cells.length);
        for (const each of restored) {
          expect(edited.has(placeKey(each))).toBe(false);
          expect([each.address, each.formula]).toEqual([
            each.address,
            expected.get(placeKey(each)),
          ]);
          returned++;
        }
      },
    ),
    { ...RUNS, numRuns: 500 },
  );
  expect(returned).toBeGreaterThan(4_000);
});
