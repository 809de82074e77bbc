/** Budget. */
import { referenceCases } from "../referenceCases";
import { seeded, type NativeCase } from "./nativeCase";

const random = seeded(9_112_026);
const between = (low: number, high: number): number =>
  low + (high - low) * random();
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const CURVES = ["power", "log", "exp", "hill"];

/** curve, a, b, h as a planner's table holds them. */
function curve(at: number): unknown[] {
  const name = CURVES[at % 4]!;
  const b = name === "power" ? between(0.2, 1) : between(1000, 200_000);
  const h = name === "hill" && at % 8 === 7 ? between(0.3, 4) : null;
  // Every third name stands in a cell.
  return [at % 3 === 0 ? [name] : name, between(0.1, 400), b, h];
}

const RANDOM: NativeCase[] = many(64, (at) => {
  const spend = at % 16 === 5 ? 0 : between(100, 400_000);
  return {
    function: "EXPECTED_RESULT",
    args: [spend, ...curve(at)],
  };
}).flatMap((each) => [each, { ...each, function: "MARGINAL_COST" }]);

const EDGES: NativeCase[] = [
  [0, "power", 2, 0.5],
  [0, "power", 2, 1],
  [100, "power", 2, 1, 0],
  [0, "log", 2, 1000],
  [0, "exp", 2, 1000],
  [0, "hill", 2, 1000],
  [0, "hill", 2, 1000, 1],
  [0, ["hill"], 2, 1000, 0.5],
  [0, ["hill"], 2, 1000, 2],
  [500, "hill", null, 1000, 2],
  [500, ["power"], 2, null],
  [500, "exp", 2, null, 3],
  [500, "log", 0, 1000],
].flatMap((args) => [
  { function: "EXPECTED_RESULT", args },
  { function: "MARGINAL_COST", args },
]);

const POINTS: NativeCase[] = many(52, (at) => {
  const [spend, result] = [between(500, 50_000), between(1, 300)];
  const times = between(1.1, 8);
  const one = [spend, result];
  const other = [spend * times, result * times ** between(0.1, 0.95)];
  const points = at % 5 === 0 ? [...other, ...one] : [...one, ...other];
  return {
    function: "CALIBRATE_CURVE",
    args: [at % 2 === 0 ? "power" : "hill", ...points],
  };
});

const MISSING: NativeCase[] = [
  ["power", null, 10, 5000, 20],
  ["power", 1000, null, 5000, 20],
  ["hill", 1000, 10, null, 20],
  ["hill", 1000, 10, 5000, null],
].map((args) => ({ function: "CALIBRATE_CURVE", args }));

const REFERENCE: NativeCase[] = referenceCases("09_budget")
  .filter(
    ([, { expected }]) =>
      Array.isArray(expected) || typeof expected === "number",
  )
  .flatMap(([, { function: name, args }]) => {
    const { spend, curve, a, b, h } = args;
    if (name === "RESPONSE")
      return [{ function: "EXPECTED_RESULT", args: [spend, curve, a, b, h] }];
    if (name === "MARGINAL_COST")
      return [{ function: name, args: [spend, curve, a, b, h] }];
    if (name !== "CALIBRATE" || curve === "log" || curve === "exp") return [];
    const { spend1, response1, spend2, response2 } = args;
    return [
      {
        function: "CALIBRATE_CURVE",
        args: [curve, spend1, response1, spend2, response2],
      },
    ];
  });

export const BUDGET: NativeCase[] = [
  ...RANDOM,
  ...EDGES,
  ...POINTS,
  ...MISSING,
  ...REFERENCE,
];
