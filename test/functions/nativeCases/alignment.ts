/** Alignment. */
import { referenceCases } from "../referenceCases";
import { seeded, type NativeCase } from "./nativeCase";

const METHODS = [null, "shapley", "lmdi", "sequential"];

/** Terms cancel: a small one is compared with the size of the gap's parts. */
const gap = (
  plan: (number | null)[],
  actual: (number | null)[],
  method: string | null = null,
): NativeCase => {
  const sizes = plan.map((each, at) => Math.max(each ?? 0, actual[at] ?? 0));
  return {
    function: "GAP_DRIVERS",
    args: [plan, actual, method],
    typedZeros: true,
    abs: 1e-11 * sizes.reduce((all, each) => all * each, 1),
  };
};

const below = (
  converted: number | null,
  entered: number | null,
  agreed: number | null,
): NativeCase => ({
  function: "BELOW_AGREED",
  args: [converted, entered, agreed],
  rel: 1e-8,
  abs: 1e-10,
});

const random = seeded(60);

function randomGap(at: number): NativeCase {
  const count = 1 + (at % 8);
  const driver = (index: number) =>
    index === 0
      ? Math.round(100 + 9900 * random())
      : index === count - 1
        ? Math.round(1000 + 99000 * random())
        : Math.round(1 + 999 * random()) / 1000;
  const plan = Array.from({ length: count }, (_, index) => driver(index));
  const actual = plan.map((each, index) => {
    const dice = random();
    if (dice < 0.08) return null;
    if (dice < 0.14) return 0;
    return dice < 0.25 ? each : driver(index);
  });
  return gap(plan, actual, METHODS[Math.floor(at / 8) % 4]);
}

const EDGES = METHODS.flatMap((method) => [
  gap([1000, 0.1, 0.4, 0.25, 1000], [0, null, null, null, null], method),
  gap([1000, 0.1, 0.4, 0.25, 1000], [0, 0, 0, 0, 0], method),
  gap([1000, 0.1, 0.4, 0.25, 1000], [1200, 0.1, 0, 0, 1000], method),
  gap([1000, 0, 0.4], [1200, 0.2, 0.4], method),
  gap([1000, null, 0], [1200, 0.2, 0.4], method),
  gap([1000, 0, 0.4], [1200, 0.2, 0], method),
  gap([1000, 0, 0.4], [1200, 0, 0.5], method),
  gap([1000, 0.1], [1000, 0.1], method),
  gap([0.1, 0.2, 0.3], [0.3, 0.2, 0.1], method),
  gap([0.1, 0.2, 0.3], [0.1, 0.2, 0.30000001], method),
  gap([5], [7], method),
  gap([5], [null], method),
  gap([5], [0], method),
]);

const REFERENCE = referenceCases("06_variance").flatMap(
  ([, { function: name, args, expected }]): NativeCase[] => {
    if (!Array.isArray(expected)) return [];
    if (name === "GAP")
      return [
        gap(
          args.plan as number[],
          args.actual as (number | null)[],
          args.method as string,
        ),
      ];
    return name === "BELOW_PLAN"
      ? [below(args.x as number, args.n as number, args.agreed as number)]
      : [];
  },
);

const RATES = Array.from({ length: 60 }, () => {
  const entered = Math.ceil(10 ** (4 * random()));
  const rate = random() ** 3;
  const converted = Math.min(entered, Math.round(entered * rate));
  const near = rate + (2 * random() - 1) * Math.sqrt(rate / entered);
  return below(converted, entered, Math.min(1, Math.max(0, near)));
});

export const ALIGNMENT: NativeCase[] = [
  ...REFERENCE,
  ...EDGES,
  ...Array.from({ length: 128 }, (_, at) => randomGap(at)),
  ...RATES,
  below(null, 20, 0.1),
  below(20, 20, 0.9),
  below(20, 20, 1),
  below(3, 20, null),
  below(0, null, 0.1),
  below(2.5, 30.5, 0.1),
];
