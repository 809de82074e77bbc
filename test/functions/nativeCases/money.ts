/** Money. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { seeded, type NativeCase } from "./nativeCase";

const random = seeded(10);
const between = (low: number, high: number): number =>
  low + random() * (high - low);
const whole = (low: number, high: number): number =>
  Math.floor(between(low, high + 1));
const money = (): number => Math.round(10 ** between(2, 7) * 100) / 100;
const rate = (): number => Math.round(between(0.01, 1) * 1000) / 1000;
const list = <T>(length: number, make: () => T): T[] =>
  Array.from({ length }, make);
/** Now and then nothing. */
const orBlank = (make: () => number): number => (random() < 0.15 ? 0 : make());

/** Shares that add up to at most 1, some of them 0, at the end as well. */
function lags(): number[] {
  const weights = list(whole(1, 6), () => orBlank(() => between(0, 1)));
  const all = weights.reduce((sum, each) => sum + each, 0);
  return weights.map((each) =>
    all === 0 ? 0 : Math.round((each / all) * 999) / 1000,
  );
}

const RANDOM: Record<string, () => unknown[]> = {
  COST_PER: () => [orBlank(money), orBlank(() => whole(1, 5000))],
  COST_PER_STAGE: () => {
    const stages = whole(1, 7);
    return [
      list(stages, () => orBlank(money)),
      list(stages, () => orBlank(() => whole(1, 9000))),
    ];
  },
  ROMI: () => [
    orBlank(money),
    random() < 0.2 ? -rate() : orBlank(rate),
    orBlank(money),
  ],
  CAC: () => [orBlank(money), orBlank(money), orBlank(() => whole(1, 300))],
  CAC_RANGE: () => {
    const leads = whole(1, 3000);
    const customers = orBlank(() => whole(1, Math.min(leads, 90)));
    return [
      orBlank(money),
      leads,
      random() < 0.1 ? leads : customers,
      random() < 0.3 ? null : Math.round(between(0.5, 0.99) * 100) / 100,
    ];
  },
  LAGGED_CAC: () => {
    const periods = whole(1, 14);
    return [
      list(periods, () => orBlank(money)),
      list(periods, () => orBlank(() => whole(1, 40))),
      lags(),
    ];
  },
  CAC_PAYBACK: () => [
    orBlank(() => between(100, 30_000)),
    orBlank(() => between(50, 5000)),
    random() < 0.1 ? -rate() : orBlank(rate),
    random() < 0.2 ? null : orBlank(() => between(0.0005, 0.2)),
  ],
  LIFETIME_VALUE: () => [
    orBlank(money),
    random() < 0.1 ? -rate() : rate(),
    orBlank(() => between(0.0005, 1)),
    random() < 0.3 ? null : orBlank(() => between(0.0005, 0.1)),
  ],
  SALES_VELOCITY: () => [
    orBlank(() => whole(1, 900)),
    orBlank(rate),
    orBlank(money),
    orBlank(() => whole(1, 400)),
  ],
  ATTAINMENT: () => [
    random() < 0.1 ? -money() : orBlank(money),
    orBlank(money),
  ],
  PACE: () => {
    const days = whole(1, 366);
    return [
      random() < 0.1 ? -money() : orBlank(money),
      orBlank(money),
      orBlank(() => whole(1, days)),
      days,
    ];
  },
};

const EDGES: [string, unknown[]][] = [
  ["COST_PER", [0, 0]],
  [
    "COST_PER_STAGE",
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ],
  [
    "COST_PER_STAGE",
    [
      [0.1, 0.2, 0.7],
      [1, 1, 1],
    ],
  ],
  ["CAC_RANGE", [1000, 0, 0]],
  ["CAC_RANGE", [1000, 1, 1, 0.99]],
  ["CAC_RANGE", [1000, 1, 0, 0.99]],
  ["CAC_RANGE", [1000, 2.5, 0.5]],
  ["ROMI", [0, 0, 0]],
  ["ROMI", [5, 1, 5]],
  [
    "LAGGED_CAC",
    [
      [1, 2, 3],
      [1, 1, 1],
      [0, 0],
    ],
  ],
  [
    "LAGGED_CAC",
    [
      [1, 2, 3],
      [1, 1, 1],
      [0, 0, 1],
    ],
  ],
  [
    "LAGGED_CAC",
    [
      [1, 2, 3],
      [1, 1, 1],
      [1, 0, 0, 0, 0],
    ],
  ],
  [
    "LAGGED_CAC",
    [
      [1, 2, 3],
      [1, 1, 1],
      [0.5, 0.2, 0.1, 0.1, 0.1],
    ],
  ],
  ["LAGGED_CAC", [[1], [1], [1]]],
  ["LAGGED_CAC", [[5], [2], [0.5, 0.5]]],
  ["CAC_PAYBACK", [0, 100, 0.5, 0.1]],
  ["CAC_PAYBACK", [0, 100, -0.5, 0.1]],
  ["CAC_PAYBACK", [0, 0, 0.5]],
  ["CAC_PAYBACK", [40_000, 1000, 0.8, 0.02]],
  ["CAC_PAYBACK", [39_999, 1000, 0.8, 0.02]],
  ["CAC_PAYBACK", [100, 100, -0.5]],
  ["LIFETIME_VALUE", [100, 0.5, 1, 1]],
  ["LIFETIME_VALUE", [100, 0.5, 0]],
];

const REFERENCE_ARGS: Record<
  string,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  (args: Record<string, any>) => [string, unknown[]]
> = {
  ROMI: (a) => ["ROMI", [a.bookings, a.grossMargin, a.cost]],
  CAC: (a) => ["CAC", [a.marketing, a.sales, a.customers]],
  PAYBACK_MONTHS: (a) => [
    "CAC_PAYBACK",
    [a.cac, a.arpa, a.grossMargin, a.churn],
  ],
  LTV: (a) => ["LIFETIME_VALUE", [a.arpa, a.grossMargin, a.churn, a.discount]],
  CAC_CI: (a) => ["CAC_RANGE", [a.spend, a.leads, a.customers, a.confidence]],
  COST_PER_STAGE: (a) => ["COST_PER_STAGE", [a.spend, a.volumes]],
  CAC_LAGGED: (a) => ["LAGGED_CAC", [a.spend, a.customers, a.lag]],
};

const REFERENCE = (
  JSON.parse(
    readFileSync(
      join(__dirname, "../../fixtures/reference/10_economics.json"),
      "utf8",
    ),
  ) as { function: string; args: object; expected: { error?: string } }[]
)
  .filter(({ expected }) => expected.error !== "#VALUE!")
  .flatMap(({ function: name, args }) => {
    const own = REFERENCE_ARGS[name];
    return own === undefined ? [] : [own(args)];
  });

const named = ([id, args]: [string, unknown[]]): NativeCase => ({
  function: id,
  args,
});

export const MONEY: NativeCase[] = [
  ...Object.entries(RANDOM).flatMap(([id, make]) =>
    list(60, () => ({ function: id, args: make() })),
  ),
  ...EDGES.map(named),
  ...REFERENCE.map(named),
];
