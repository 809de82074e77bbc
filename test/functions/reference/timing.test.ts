/** The reference cases of Timing through the Excel faces: ranges both ways, blanks, single cells, omitted arguments. */
import {
  blanks,
  expectOutcome,
  referenceCases,
  type ReferenceCase,
} from "../referenceCases";
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

const SHAPES = [
  ["row", row],
  ["column", column],
] as const;
const LEFT_OUT = [null, undefined, ""];
const BLANKS = [0, null, "", undefined];
const SIZE = 50_000;

const of = (name: string) => referenceCases("04_phasing", name);

/** One value may stand in its cell without a range. */
const oneCell = (values: readonly unknown[]): unknown[] =>
  values.length === 1 ? [values[0]] : [];

/** A line of results; a single one is a row. */
const line =
  (shape: (values: readonly unknown[]) => unknown[][]) =>
  (expected: unknown): unknown => {
    const values = expected as unknown[];
    return values.length > 1 ? shape(values) : row(values);
  };

const padded = (values: unknown[], count: number): unknown[] => [
  ...values,
  ...new Array<number>(count - values.length).fill(0),
];

/** Money divided by the deal size of the calls below. */
function inDeals(outcome: Outcome): Outcome {
  if (!("value" in outcome)) return outcome;
  const rows = outcome.value as number[][];
  return { value: rows.map((cells) => cells.map((each) => each / SIZE)) };
}

describe.each(SHAPES)("ranges as a %s", (_, shape) => {
  test.each(of("FORECAST"))("EXPECTED_SCHEDULE %s", (_, each) => {
    const { volumes, rate, lag, periods } = each.args;
    const expected = {
      ...each,
      expected: padded(each.expected as number[], periods as number),
    };
    // As many periods as there are volumes.
    const shown = {
      ...each,
      expected: expected.expected.slice(0, volumes.length),
    };
    for (const given of [...blanks(volumes).map(shape), ...oneCell(volumes)])
      for (const opening of [...LEFT_OUT, shape([0]), shape([null, 0])]) {
        const args = [given, rate, shape(lag), SIZE, opening];
        const laid = line(shape);
        expectOutcome(
          inDeals(callFace("EXPECTED_SCHEDULE", [...args, periods])),
          expected,
          laid,
        );
        if (!(Array.isArray(opening) && volumes.length === 1))
          for (const blank of LEFT_OUT)
            expectOutcome(
              inDeals(callFace("EXPECTED_SCHEDULE", [...args, blank])),
              shown,
              laid,
            );
      }
  });

  test.each(of("FORECAST_CHAIN"))("EXPECTED_STAGES %s", (_, each) => {
    const { volumes, rates, periods } = each.args;
    const lags = each.args.lags as number[][];
    const width = Math.max(...lags.map((shares) => shares.length));
    const rows = each.expected as number[][];
    for (const blank of BLANKS)
      expectOutcome(
        callFace("EXPECTED_STAGES", [
          shape(volumes),
          shape(rates),
          lags.map((shares) => [
            ...shares,
            ...new Array<unknown>(width - shares.length).fill(blank),
          ]),
          periods,
        ]),
        { ...each, expected: rows.map((stage) => padded(stage, periods)) },
      );
  });

  test.each(of("PHASE"))(
    "SPREAD_SCHEDULE and REQUIRED_SCHEDULE %s",
    (_, each) => {
      const { rate, lag, method } = each.args;
      const deals = each.args.deals as number[];
      const money = deals.map((deal) => deal * SIZE);
      if (method === "spread") {
        for (const given of [...blanks(money).map(shape), ...oneCell(money)])
          for (const shares of [...blanks(lag).map(shape), ...oneCell(lag)])
            for (const rated of rate === 0 ? BLANKS : [rate])
              expectOutcome(
                callFace("SPREAD_SCHEDULE", [given, SIZE, rated, shares]),
                each,
                line(shape),
              );
        return;
      }
      // What must exist before the plan, and its end: blank periods around the targets.
      const shares = lag as number[];
      const mean = shares.reduce((sum, part, later) => sum + part * later, 0);
      const around = new Array<number>(Math.floor(mean) + 1).fill(0);
      const length = deals.length + around.length;
      for (const given of blanks([...around, ...money, ...around])) {
        const outcome = callFace("REQUIRED_SCHEDULE", [
          shape(given),
          SIZE,
          rate,
          mean,
        ]);
        const cells = (outcome as { value: unknown[][] }).value.flat();
        expectOutcome(
          { value: shape(cells.slice(0, length)) },
          each,
          line(shape),
        );
        for (const beyond of cells.slice(length))
          expect(beyond).toMatchObject({ code: "#N/A" });
      }
    },
  );

  test.each(of("PHASE_FIT"))("FEASIBLE_SCHEDULE %s", (_, each) => {
    const { rate, lag, history } = each.args;
    const deals = each.args.deals as number[];
    const [volumes, short] = each.expected as [number[], number[]];
    const money = {
      ...each,
      expected: [volumes, short.map((deal) => deal * SIZE)],
      tolerance: { abs: 1e-7 * SIZE },
    };
    const outcome = callFace("FEASIBLE_SCHEDULE", [
      shape(deals.map((deal) => deal * SIZE)),
      SIZE,
      rate,
      shape(lag),
      shape(history),
    ]);
    const turned = (expected: unknown): unknown => {
      const [first, second] = expected as [number[], number[]];
      return shape === row
        ? expected
        : first.map((volume, at) => [volume, second[at]]);
    };
    expectOutcome(outcome, money, turned);
    expectOutcome(
      callFace("FEASIBLE_SCHEDULE", [
        shape(deals),
        1,
        rate,
        shape(lag),
        shape(history),
      ]),
      each,
      turned,
    );
  });

  test.each(of("PHASE_CUMULATIVE"))("EARLIEST_VOLUME %s", (_, each) => {
    const { deals, rate, lag, history, capacity } = each.args;
    for (const most of capacity === null ? BLANKS : [capacity])
      expectOutcome(
        callFace("EARLIEST_VOLUME", [
          shape(deals),
          rate,
          shape(lag),
          shape(history),
          most,
        ]),
        each,
      );
  });

  test.each(of("OPEN_FORECAST"))("OPEN_FORECAST %s", (_, each) => {
    const { counts, rate, scale, shape: parameter } = each.args;
    const { periodDays, periods, model } = each.args;
    for (const ages of [
      ...blanks(each.args.ages).map(shape),
      ...oneCell(each.args.ages),
    ])
      for (const named of model === "weibull"
        ? [...LEFT_OUT, 0, model]
        : [model])
        expectOutcome(
          callFace("OPEN_FORECAST", [
            shape(counts),
            ages,
            rate,
            scale,
            parameter,
            periodDays,
            periods,
            named,
          ]),
          each,
          line(counts.length > 1 ? shape : row),
        );
  });
});

test.each(referenceCases("03_cohort", "LAG"))("LAG_SHARES %s", (_, each) => {
  const { scale, shape, periodDays, periods, arrival, model } = each.args;
  const words = (given: string, standard: string): unknown[] =>
    given === standard ? [...LEFT_OUT, 0, given] : [given];
  const shapes: unknown[] = [shape, [[shape]]];
  if (model === "exponential") shapes.push(...BLANKS, [[null]]);
  for (const parameter of shapes)
    for (const arriving of words(arrival as string, "start"))
      for (const named of words(model as string, "weibull"))
        expectOutcome(
          callFace("LAG_SHARES", [
            scale,
            parameter,
            periodDays,
            periods,
            arriving,
            named,
          ]),
          each,
          (expected) => row(expected as unknown[]),
        );
});

/** Each error in comes out as itself, with its sentence. */
const ERRORS = [
  ["#N/A", "notAvailable"],
  ["#DIV/0!", "divisionByZero"],
  ["#REF!", "invalidReference"],
  ["#VALUE!", "invalidValue"],
] as const;

test.each<[id: string, args: unknown[], names: (string | undefined)[]]>([
  [
    "REQUIRED_SCHEDULE",
    [[[1, 2]], 1, 0.5, 1],
    ["bookings 1", "average_deal_size", "rate", "lag_periods"],
  ],
  [
    "SPREAD_SCHEDULE",
    [[[1, 2]], 1, 0.5, [[1]]],
    ["bookings 1", "average_deal_size", "rate", "lag share 1"],
  ],
  [
    "EXPECTED_SCHEDULE",
    [[[1, 2]], 0.5, [[1]], 1, [[0]], 2],
    [
      "volume 1",
      "rate",
      "lag share 1",
      "average_deal_size",
      "opening bookings 1",
      "periods",
    ],
  ],
  [
    "EXPECTED_STAGES",
    [[[1, 2]], [[0.5]], [[1]], 2],
    ["volume 1", "rate 1", "lags 1, 1", "periods"],
  ],
  [
    "FEASIBLE_SCHEDULE",
    [[[1, 2]], 1, 0.5, [[1]], [[1]]],
    ["bookings 1", "average_deal_size", "rate", "lag share 1", "past volume 1"],
  ],
  [
    "EARLIEST_VOLUME",
    [[[1, 2]], 0.5, [[1]], [[1]], 100],
    ["deals 1", "rate", "lag share 1", "past volume 1", "capacity"],
  ],
  ["CREATE_BY", [46_112, 90], ["booking_date", "lag_days"]],
  [
    "LAG_SHARES",
    [30, [[1]], 30, 3, "start", "weibull"],
    ["scale_days", "shape 1", "period_days", "periods", "arrival", "model"],
  ],
  [
    "OPEN_FORECAST",
    [[[1]], [[1]], 0.5, 30, [[1]], 30, 3, "weibull"],
    [
      "open count 1",
      "age 1",
      "rate",
      "scale_days",
      "shape 1",
      "period_days",
      "periods",
      "model",
    ],
  ],
  ["FISCAL_PERIOD", [46_112, 2, "Q"], ["date", "first_month", "period"]],
])("%s passes errors on", (id, args, names) => {
  expect(callFace(id, args)).toHaveProperty("value");
  for (const [code, key] of ERRORS)
    names.forEach((name, at) => {
      const error = new CustomFunctions.Error(CustomFunctions.ErrorCode[key]);
      const given = Array.isArray(args[at]) ? [[error]] : error;
      expect(
        callFace(
          id,
          args.map((one, place) => (place === at ? given : one)),
        ),
      ).toEqual({
        error: code,
        sentence: `${name} holds the error ${code} - correct that cell first`,
      });
    });
});

test("every function of the file with a face is called here", () => {
  const tested = [
    "FORECAST",
    "FORECAST_CHAIN",
    "PHASE",
    "PHASE_FIT",
    "PHASE_CUMULATIVE",
    "OPEN_FORECAST",
  ];
  const names = new Set(
    referenceCases("04_phasing").map(
      ([, each]: readonly [string, ReferenceCase]) => each.function,
    ),
  );
  // OPEN_RATE is mathematics alone.
  names.delete("OPEN_RATE");
  expect([...names].sort()).toEqual(tested.sort());
});
