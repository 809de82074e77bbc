/** Timing. */
import { referenceCases } from "../referenceCases";
import { seeded, type NativeCase } from "./nativeCase";

const random = seeded(20261122);
const whole = (from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));
const decimals = (value: number, places: number): number =>
  Number(value.toFixed(places));
const between = (from: number, to: number, places = 3): number =>
  decimals(from + random() * (to - from), places);
/** Some of them blank. */
const numbers = (count: number, most: number): (number | null)[] =>
  Array.from({ length: count }, () =>
    random() < 0.15 ? null : between(0, most, 2),
  );
/** Adds up to 1, or to less where `rest` converts later. */
function curve(count: number, rest = 0): number[] {
  const weights = Array.from({ length: count }, () =>
    random() < 0.15 ? 0 : random() + 0.05,
  );
  const sum = weights.reduce((total, each) => total + each, 0) || 1;
  return weights.map((each) => decimals((each / sum) * (1 - rest), 12));
}
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const typed = (value: number) => ({ typed: value });
const cases = (id: string, all: unknown[][], off: Partial<NativeCase> = {}) =>
  all.map((args): NativeCase => ({ function: id, args, ...off }));

const schedules = [
  ...cases(
    "REQUIRED_SCHEDULE",
    times(50, (at) => [
      numbers(whole(1, 13), 1e6),
      between(1, 90_000),
      between(0.01, 1),
      [whole(0, 4), between(0, 5), 2.999_999_999_9, 0.1 * 3][at % 4],
    ]),
  ),
  ...cases("REQUIRED_SCHEDULE", [
    [[1, 2, 3], 1, 0.5, 0],
    [[1, 2, 3], 1, 0.5, null],
    [[1, 2, 3], 1, 0.5, 3],
    [[1, 2, 3], 1, 0.5, 1e6],
    [[0, 0, 0], 1, 0, 1],
    [[1, 2, 3], 1, 0, 1],
    [[1, 2, 3], 0, 0.5, 1],
    [[0, 0, 0], 0, 0.5, 1],
    [[5], 1, 0.5, 0],
    [[5], 1, 0.5, 0.5],
  ]),
  ...cases(
    "SPREAD_SCHEDULE",
    times(50, (at) => [
      numbers(whole(1, 13), 1e6),
      between(1, 90_000),
      between(0.01, 1),
      curve(whole(1, 9), at % 3 === 0 ? 0.1 : 0),
    ]),
  ),
  ...cases("SPREAD_SCHEDULE", [
    [[1, 2], 1, 0, [1]],
    [[0, 0], 1, 0, [0.5, 0.5]],
    [[1, 2], 0, 0.5, [0.5, 0.5]],
    [[7], 1, 0.5, [1]],
    [[7], 1, 0.5, [0, 0, 1]],
    [[7, null, 7], 1, 0.5, [null, 1]],
  ]),
  ...cases(
    "EXPECTED_SCHEDULE",
    times(50, (at) => {
      const count = whole(1, 13);
      const shown = [null, typed(count), typed(count + whole(1, 6)), typed(1)];
      const periods = shown[at % 4]!;
      const openings = Math.min(whole(1, count), periods?.typed ?? count);
      return [
        numbers(count, 1000),
        between(0, 1),
        curve(whole(1, 9), at % 3 === 0 ? 0.1 : 0),
        between(0, 90_000),
        at % 5 === 0 ? null : numbers(openings, 1e6),
        periods,
      ];
    }),
  ),
  ...cases("EXPECTED_SCHEDULE", [
    [[100, null, 100], null, [0.5, 0.5], 10],
    [[100, 100], 0.5, [0, 0], 10],
    [[100, 100], 0.5, [1], null, [5, 5]],
    [[100], 0.5, [1], 10, [5]],
  ]),
  ...cases(
    "EXPECTED_STAGES",
    times(50, (at) => {
      const [count, steps, width] = [whole(1, 12), whole(1, 3), whole(1, 6)];
      return [
        numbers(count, 1000),
        times(steps, () => between(0, 1)),
        times(steps, () => curve(width)),
        [null, typed(count), typed(count + 3)][at % 3],
      ];
    }),
  ),
];

const earliest = [
  ...cases(
    "EARLIEST_VOLUME",
    times(60, (at) => {
      const count = whole(1, 8);
      return [
        numbers(count, 100),
        between(0.05, 1),
        curve(whole(1, 7), at % 3 === 0 ? 0.1 : 0),
        at % 4 === 0 ? null : numbers(whole(1, 6), 300),
        [null, between(50, 3000), between(500, 30_000)][at % 3],
      ];
    }),
    { abs: 1e-9 },
  ),
  ...cases("EARLIEST_VOLUME", [
    [[0, 0], 0, [0], null, null],
    [[1, 2], 0, [1], null, null],
    [[1, 2], 0.5, [0, 0], null, null],
    [[1, 2], 0.5, [0, 1], null, null],
    [[0, 2], 0.5, [0, 1], null, 3],
    [[0, 2], 0.5, [0, 1], null, 4],
    [[5], 0.5, [1], null, 10],
  ]),
];

const reference = [
  ...referenceCases("04_phasing"),
  ...referenceCases("03_cohort", "LAG"),
].flatMap(([, { function: name, args }]): NativeCase[] => {
  const { volumes, rate, lag, periods, model, scale, shape } = args;
  if (name === "FORECAST")
    return cases("EXPECTED_SCHEDULE", [
      [volumes, rate, lag, 1, null, typed(periods as number)],
    ]);
  if (name === "FORECAST_CHAIN") {
    // Rows of one width: the end of a shorter curve is blank.
    const lags = args.lags as number[][];
    const width = Math.max(...lags.map((each) => each.length));
    return cases("EXPECTED_STAGES", [
      [
        volumes,
        args.rates,
        lags.map((each) => times(width, (at) => each[at] ?? 0)),
        typed(periods as number),
      ],
    ]);
  }
  if (name === "PHASE" && args.method === "spread")
    return cases("SPREAD_SCHEDULE", [[args.deals, 1, rate, lag]]);
  if (name === "PHASE_CUMULATIVE")
    return cases("EARLIEST_VOLUME", [
      [args.deals, rate, lag, args.history, args.capacity],
    ]);
  if (name === "LAG")
    return cases(
      "LAG_SHARES",
      [
        [
          scale,
          shape,
          args.periodDays,
          typed(periods as number),
          args.arrival,
          model,
        ],
      ],
      { abs: 1e-13 },
    );
  if (name === "OPEN_FORECAST")
    return cases("OPEN_FORECAST", [
      [
        args.counts,
        args.ages,
        rate,
        scale,
        shape,
        args.periodDays,
        typed(periods as number),
        model,
      ],
    ]);
  return [];
});

const MODELS = ["weibull", "exponential", "lognormal"] as const;
const shapeOf = (model: string): number | null =>
  model === "exponential" ? null : between(0.3, 2.5);

const lags = [
  ...cases(
    "LAG_SHARES",
    times(60, (at) => {
      const model = MODELS[at % 3]!;
      return [
        between(1, 200),
        shapeOf(model),
        [1, 7, 30.4375, 91.3125][at % 4],
        typed(whole(1, 13)),
        at % 2 === 0 ? "even" : at % 5 === 0 ? null : "start",
        model === "weibull" && at % 2 === 0 ? null : model,
      ];
    }),
    // Differences of larger numbers lose digits.
    { abs: 1e-12 },
  ),
  ...cases(
    "OPEN_FORECAST",
    times(60, (at) => {
      const model = MODELS[at % 3]!;
      const count = whole(1, 8);
      return [
        numbers(count, 300),
        times(count, () => (random() < 0.1 ? null : whole(0, 400))),
        between(0, 1),
        between(1, 200),
        shapeOf(model),
        [7, 30.4375][at % 2],
        typed(whole(1, 6)),
        at % 4 === 0 && model === "weibull" ? null : model,
      ];
    }),
    { abs: 1e-12 },
  ),
];

const DATES = [
  61, 62, 36_525, 36_526, 36_585, 43_890, 45_350, 45_351, 45_657, 45_658,
  2_958_465,
];
const dates = [
  ...cases(
    "CREATE_BY",
    times(50, () => [
      whole(20_000, 60_000) + (random() < 0.3 ? between(0, 1, 4) : 0),
      random() < 0.5 ? whole(0, 400) : between(0, 400, 4),
    ]),
  ),
  ...cases("CREATE_BY", [
    [45_000.3, 0.3],
    [45_000, null],
    [45_000, 1e-7],
    [61, 0],
    [2_958_465, 0.5],
  ]),
  ...cases(
    "FISCAL_PERIOD",
    times(60, (at) => [
      at < DATES.length ? DATES[at] : whole(30_000, 60_000) + between(0, 1, 2),
      (at % 12) + 1,
      [null, "Q", "M", "Y", "m"][at % 5],
    ]),
  ),
];

export const TIMING: NativeCase[] = [
  ...schedules,
  ...earliest,
  ...reference,
  ...lags,
  ...dates,
];
