/** The reference cases through the Excel faces: as counts, and as one row per lead; blanks in every form, headings. */
import { expectOutcome, referenceCases } from "../referenceCases";
import {
  callFace,
  column,
  installRuntime,
  row,
  type Outcome,
} from "../runtime";

beforeAll(() => {
  installRuntime();
});

const FILE = "03_cohort";
const SHAPES = [
  ["row", row],
  ["column", column],
] as const;
const BLANKS = [0, null, "", undefined];

interface Counts {
  days: number[];
  converted: number[];
  open: number[];
  lost?: number[];
}

/** One row per lead, as a lead log would hold it on 1 January 2027; times of the day do not count. */
function leadLog({ days, converted, open, lost }: Counts, blank: unknown) {
  const asOf = 46_388;
  const oldest = Math.max(...days);
  const rows = days.flatMap((day, at) => {
    const entered = asOf - oldest;
    const won = [entered + 0.7, entered + day + 0.3, blank];
    const gone = [entered + 0.2, blank, entered + day + 0.9];
    return [
      ...Array<unknown[]>(converted[at]!).fill(won),
      ...Array<unknown[]>(open[at]!).fill([asOf - day, blank, blank]),
      ...Array<unknown[]>(lost?.[at] ?? 0).fill(gone),
    ];
  });
  return {
    asOf: asOf + 0.5,
    dates: [0, 1, 2].map((at) => rows.map((each) => each[at])),
  };
}

const isWhole = ({ days }: Counts): boolean =>
  days.every((day) => Number.isInteger(day));

/** The numbers of a result without the words at its end; an empty cell as null. */
function numbers(outcome: Outcome, count: number): Outcome {
  if (!("value" in outcome)) return outcome;
  const rows = outcome.value as unknown[][];
  for (const line of rows) expect(typeof line.at(-1)).toBe("string");
  return {
    value: rows.map((line) =>
      line.slice(0, count).map((each) => (each === "" ? null : each)),
    ),
  };
}

const turned = (rows: unknown[][]): unknown[][] =>
  rows[0]!.map((_, at) => rows.map((line) => line[at]));

describe.each(SHAPES)("ranges as a %s", (_, shape) => {
  test.each(referenceCases(FILE, "KM"))("%s", (_, each) => {
    const { days, converted, open, at, confidence } = each.args;
    const counts = [shape(days), shape(converted), shape(open)];
    const upright = column(at);
    expectOutcome(
      numbers(
        callFace("COHORT_CURVE_COUNTS", [...counts, upright, confidence]),
        3,
      ),
      each,
    );
    const flat = callFace("COHORT_CURVE_COUNTS", [
      ...counts,
      row(at),
      confidence,
      "",
    ]);
    expectOutcome(
      numbers({ value: turned((flat as { value: unknown[][] }).value) }, 3),
      each,
    );
    if (shape === row || !isWhole(each.args as Counts)) return;
    for (const blank of BLANKS) {
      const { dates, asOf } = leadLog(each.args as Counts, blank);
      const [entered, won] = dates as [unknown[], unknown[]];
      expectOutcome(
        numbers(
          callFace("COHORT_CURVE", [
            shape(entered),
            shape(won),
            asOf,
            upright,
            confidence,
          ]),
          3,
        ),
        each,
      );
    }
  });

  test.each(referenceCases(FILE, "CIF"))("%s", (_, each) => {
    const { days, converted, open, lost, at } = each.args;
    const [shares] = each.expected as number[][];
    const expected = { ...each, expected: shares!.map((share) => [share]) };
    const counts = [shape(days), shape(converted), shape(open)];
    expectOutcome(
      numbers(
        callFace("COHORT_CURVE_COUNTS", [
          ...counts,
          column(at),
          null,
          shape(lost),
        ]),
        1,
      ),
      expected,
    );
    const { dates, asOf } = leadLog(each.args as Counts, 0);
    const [entered, won, gone] = dates.map(shape);
    expectOutcome(
      numbers(
        callFace("COHORT_CURVE", [entered, won, asOf, column(at), null, gone]),
        1,
      ),
      expected,
    );
  });

  test.each(referenceCases(FILE, "COHORT_FIT"))("%s", (_, each) => {
    const { days, converted, open, model, confidence, interval } = each.args;
    const prior = [each.args.priorRate, each.args.priorWeight];
    const expected = each.expected as number[];
    const rel = each.tolerance!.rel as number[];
    const [rate, low, high, median, p90, , maturity] = expected;
    // Limits by the curvature have no face.
    const isProfile = interval === "profile";
    const wanted = isProfile ? [rate, low, high, maturity] : [rate, maturity];
    const places = isProfile ? [0, 1, 2, 3] : [0, 3];
    const found = (outcome: Outcome): Outcome => {
      const read = numbers(outcome, 4);
      if (!("value" in read)) return read;
      const [line] = read.value as unknown[][];
      return { value: places.map((at) => line![at]) };
    };
    const rateCase = {
      ...each,
      expected: wanted,
      tolerance: { rel: places.map((at) => rel[at === 3 ? 6 : at]!) },
    };
    expectOutcome(
      found(
        callFace("COHORT_RATE_COUNTS", [
          ...[shape(days), shape(converted), shape(open)],
          ...[confidence, model, ...prior],
        ]),
      ),
      rateCase,
    );
    if (shape === row) return;
    const { dates, asOf } = leadLog(each.args as Counts, null);
    const [entered, won] = dates.map(shape);
    expectOutcome(
      found(
        callFace("COHORT_RATE", [
          ...[entered, won, asOf, confidence, null],
          ...[model, ...prior],
        ]),
      ),
      rateCase,
    );
    if (each.args.priorWeight !== undefined) return;
    const lagCase = {
      ...each,
      expected: [[median, p90]],
      tolerance: { rel: [rel[3]!, rel[4]!] },
    };
    expectOutcome(
      numbers(callFace("COHORT_LAG", [entered, won, asOf, null, model]), 2),
      lagCase,
    );
  });
});

test("headings, blank rows and the blank ends of whole columns do not count", () => {
  const [, each] = referenceCases(FILE, "COHORT_FIT")[6]!;
  const { dates, asOf } = leadLog(each.args as Counts, null);
  const tail = Array<unknown>(400).fill(null);
  const [entered, won] = dates as [unknown[], unknown[]];
  const plain = callFace("COHORT_RATE", [column(entered), column(won), asOf]);
  expect(
    callFace("COHORT_RATE", [
      column(["Created", null, ...entered, ...tail]),
      column(["Won", null, ...won, ...tail]),
      asOf,
    ]),
  ).toEqual(plain);
  expect(
    callFace("COHORT_RATE", [
      row(["Created", ...entered]),
      row(["Won", ...won]),
      asOf,
      null,
      row(["Lost", ...entered.map(() => 0)]),
    ]),
  ).toEqual(plain);
});

test.each([
  ["COHORT_RATE", [46_000, 46_001, 46_002], 0],
  ["COHORT_RATE_COUNTS", [0, 1, 2], 1],
])("an error in a cell of %s comes out as itself", (id, values, at) => {
  const error = { type: "Error", basicType: "Error", basicValue: "#REF!" };
  const ranges = [0, 1, 2].map((range) =>
    column(
      values.map((each, cell) => (range === at && cell === 1 ? error : each)),
    ),
  );
  const args = id === "COHORT_RATE" ? [...ranges.slice(0, 2), 46_100] : ranges;
  expect(callFace(id, args)).toMatchObject({
    error: "#REF!",
    sentence: expect.stringMatching(/2 holds the error #REF!/) as string,
  });
});
