/** Credit. */
import { referenceCases } from "../referenceCases";
import { seeded, type NativeCase } from "./nativeCase";

const random = seeded(20261122);
const between = (low: number, high: number): number =>
  low + (high - low) * random();
const whole = (low: number, high: number): number =>
  Math.floor(between(low, high + 1));
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const MODELS = ["first", "last", "linear", "position", "decay"];
const CLOSE = 46_000;

/** Touches of a deal: days or times, some on one day, some after the close, some blank. */
function touches(): number[] {
  return many(whole(1, 12), () => {
    const kind = random();
    if (kind < 0.1) return 0;
    if (kind < 0.2) return CLOSE + whole(1, 900);
    return kind < 0.6
      ? CLOSE - whole(0, 20)
      : CLOSE - Math.round(between(0, 300) * 1440) / 1440;
  });
}

const SPLITS: NativeCase[] = many(60, (at) => {
  const model = MODELS[at % 5]!;
  return {
    function: "CREDIT_SPLIT",
    args: [
      touches(),
      CLOSE,
      // Every other model stands in a cell.
      at % 2 === 0 ? model : [model],
      model === "decay" || at % 3 === 0 ? whole(1, 60) : null,
    ],
  };
});

const EDGES: NativeCase[] = [
  [[45_000, 45_001], 44_000, "first"],
  [[0, 0, 0], CLOSE, ["position"]],
  [[45_000, 45_000, 45_000], CLOSE, "position"],
  [[45_000, 45_000], 45_000, ["last"]],
  [[45_000], CLOSE, "position"],
  [[45_000], CLOSE, ["decay"], 7],
  [[40_000, 40_001], 45_000, "decay", 1],
  [[100, 40_001, 60_000], 45_000, "decay", 0.5],
  [[45_010.25, 45_010.5, 45_010.75], 45_010.5, "last"],
].map((args) => ({ function: "CREDIT_SPLIT", args }));

const REFERENCE: NativeCase[] = referenceCases("08_credit")
  .filter(([, { expected }]) => Array.isArray(expected))
  .flatMap(([, { function: name, args }]) => {
    if (name === "CREDIT")
      return [
        {
          function: "CREDIT_SPLIT",
          args: [args.touches, args.close, args.model, args.halfLife ?? null],
        },
      ];
    if (name !== "BONUS_SPLIT") return [];
    const { pool, weights, own, shared, sharedWeight, threshold, cap } = args;
    return [
      {
        function: "BONUS_PAYOUT",
        args: [pool, weights, own, shared, sharedWeight, threshold, cap],
      },
    ];
  });

const BONUSES: NativeCase[] = many(50, () => {
  const teams = whole(1, 8);
  const reached = () => Math.round(between(0.3, 1.8) * 100) / 100;
  return {
    function: "BONUS_PAYOUT",
    args: [
      whole(0, 200_000),
      many(teams, () => whole(1, 9)),
      many(teams, reached),
      reached(),
      whole(0, 10) / 10,
      whole(0, 10) / 10,
      whole(10, 20) / 10,
    ],
  };
});

const BONUS_EDGES: NativeCase[] = [
  [1000, [0, 0], [1, 1], 1, 0.5, 0.7, 1.5],
  [1000, [1, 1], [1, 1], 1, 0.5, 0.7, null],
  [1000, [1, null], [null, 1], 1, 0.5, 0, 1.5],
  [1000, [1, 2], [0.7, 1.5], 0.7, 0.5, 0.7, 1.5],
  [1000, [1], [1.2], null, null, null, 1],
].map((args) => ({ function: "BONUS_PAYOUT", args }));

export const CREDIT: NativeCase[] = [
  ...SPLITS,
  ...EDGES,
  ...REFERENCE,
  ...BONUSES,
  ...BONUS_EDGES,
];
