/** Rates and experiments. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { seeded, type NativeCase } from "./nativeCase";

interface Fixture extends NativeCase {
  expected: unknown;
}

const EXPRESSIBLE = [
  "RATE_RANGE",
  "BLENDED_RATE",
  "CHAIN_RANGE",
  "RATE_DIFFERENCE",
  "EXPERIMENT_SIZE",
];

/** The cases that SciPy, mpmath and plain search computed, where the call has a plain formula. */
const COMPUTED = (
  JSON.parse(
    readFileSync(join(__dirname, "../../fixtures/rates_cases.json"), "utf8"),
  ) as Fixture[]
)
  .filter(
    ({ function: id, args }) => EXPRESSIBLE.includes(id) && args[3] !== "midp",
  )
  .map(({ function: id, args }): NativeCase => ({ function: id, args }));

const random = seeded(2);
const whole = (most: number): number => Math.floor(random() * (most + 1));
const pick = <T>(choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)]!;
const counts = (): [converted: number, entered: number] => {
  const entered = 1 + whole(pick([9, 90, 4000]));
  return [pick([0, entered, whole(entered), whole(entered)]), entered];
};
const level = (): number | null => pick([null, 0.5, 0.8, 0.9, 0.95, 0.99]);

const RANDOM: NativeCase[] = Array.from({ length: 60 }, () => {
  const stages = Array.from({ length: 1 + whole(4) }, counts);
  const table: [string, unknown[]][] = [
    ["CONVERSION_RATE", counts()],
    ["LEADS_PER_CONVERSION", counts()],
    [
      "RATE_RANGE",
      [
        ...counts(),
        level(),
        pick([null, "jeffreys", "agresti-coull", "wilson-cc"]),
      ],
    ],
    [
      "BLENDED_RATE",
      [...counts(), 0.01 + random() * 0.9, 0.5 + whole(300), level()],
    ],
    [
      "CHAIN_RANGE",
      [stages.map(([x]) => x), stages.map(([, n]) => n), level()],
    ],
    ["RATE_DIFFERENCE", [...counts(), ...counts(), level()]],
    ["EXPERIMENT_SIZE", [whole(100) / 100, (1 + whole(200)) / 1000, level()]],
  ];
  return table.map(([id, args]) => ({ function: id, args }));
}).flat();

/** Blank and zero cells, ends of the range, all methods. */
const EDGES: NativeCase[] = (
  [
    ["CONVERSION_RATE", [0, 10]],
    ["CONVERSION_RATE", [0, 0]],
    ["CONVERSION_RATE", [null, null]],
    ["LEADS_PER_CONVERSION", [0, 10]],
    ["LEADS_PER_CONVERSION", [0, 0]],
    ["RATE_RANGE", [0, 0]],
    ["RATE_RANGE", [null, 10, null, "exact"]],
    ["RATE_RANGE", [10, 10, 0.95, "exact"]],
    ["RATE_RANGE", [0.25, 10, 0.95, "wilson-cc"]],
    ["RATE_RANGE", [9.75, 10, 0.95, "wilson-cc"]],
    ["RATE_RANGE", [0, 10, 0.95, "agresti-coull"]],
    ["RATE_RANGE", [0, 1, 0.95, "jeffreys"]],
    ["BLENDED_RATE", [0, 0, 0.05, 40]],
    ["BLENDED_RATE", [null, null, 0.05, 40, 0.8]],
    ["BLENDED_RATE", [3, 12, 0.05, 0, 0.8]],
    ["CHAIN_RANGE", [[0], [20]]],
    ["CHAIN_RANGE", [[20], [20], 0.95]],
    ["CHAIN_RANGE", [[null, 3], [20, 10], 0.9]],
    ["CHAIN_RANGE", [[10, 10], [10, 10], 0.95]],
    ["CHAIN_RANGE", [[0, 3], [0, 10], 0.95]],
    ["RATE_DIFFERENCE", [0, 10, 0, 10]],
    ["RATE_DIFFERENCE", [0, 0, 1, 10]],
    ["RATE_DIFFERENCE", [10, 10, null, 10, 0.95]],
    ["EXPERIMENT_SIZE", [0, 0.05]],
    ["EXPERIMENT_SIZE", [1, 0.49, 0.5]],
  ] satisfies [string, unknown[]][]
).map(([id, args]) => ({ function: id, args }));

export const RATES: NativeCase[] = [...COMPUTED, ...RANDOM, ...EDGES].map(
  // The chance that the second rate is better is a sum over 53 points in cells.
  (each) => ({
    ...each,
    abs: each.function === "RATE_DIFFERENCE" ? 1e-9 : 1e-12,
  }),
);
