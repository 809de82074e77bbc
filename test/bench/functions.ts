/**
 * 100,000 calls of every Plan function: the mathematics, the Excel face beside it, and the same arithmetic of NumPy and R
 * on all rows at once, where they are installed. Neither of those checks its input or rounds with a guard; their sums
 * prove that it is the same work. Processor time, from a bundle as Excel runs it.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bundle } from "../host/setup";

const CALLS = 100_000;
const TIMES = 7;
const AIM = 100;

const weights = (i: number): number[] => [
  ...[1 + (i % 3), 2 + (i % 5), 3 + (i % 7)],
  ...[4 + (i % 2), 1 + (i % 9)],
];

function shares(i: number): number[] {
  const parts = weights(i);
  const whole = parts.reduce((total, part) => total + part);
  return parts.map((part) => part / whole);
}

/** The arguments of call `i`; functions.py and functions.R count with the same. */
function call(i: number): Record<string, unknown[]> {
  const target = 500_000 + i;
  const deal = 20_000 + (i % 1000) * 10;
  const rates = [0.2 + (i % 7) / 100, 0.3 + (i % 11) / 100];
  rates.push(0.25 + (i % 13) / 100);
  const share = 0.5 + (i % 5) / 10;
  const units = 100 + (i % 50);
  return {
    REQUIRED_DEALS: [target, deal, share],
    REQUIRED_SQLS: [target, deal, ...rates.slice(2), share],
    REQUIRED_MQLS: [target, deal, ...rates.slice(1), share],
    REQUIRED_INQUIRIES: [target, deal, ...rates, share],
    REQUIRED_VOLUMES: [target, deal, rates, share],
    EXPECTED_BOOKINGS: [units, rates, deal],
    EXPECTED_VOLUMES: [units, rates],
    NTM_SPLIT: [target, rates[0], rates[1]],
    BOOKINGS_FOR_REVENUE: [target, weights(i)],
    SOURCE_TARGETS: [target, shares(i)],
    APPORTION: [units, weights(i)],
    PIPELINE_COVERAGE: [deal, target, units],
    REQUIRED_PIPELINE: [target, rates[2], units],
    REQUIRED_REPS: [units, 12, share],
  };
}

type Call = (...args: unknown[]) => unknown;

interface Measured {
  milliseconds: number;
  sum: number;
}

/** The exports of a bundled folder, by the id that Excel shows. */
async function functionsOf(entry: string, file: string) {
  await bundle(entry, file);
  const path = join(__dirname, "../../build", file);
  const found = createRequire(path)(path) as Record<string, Call>;
  return new Map(
    Object.entries(found).map(([name, compute]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
      compute,
    ]),
  );
}

const milliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function measured(compute: Call, calls: readonly unknown[][]): Measured {
  const run = (): number => {
    let sum = 0;
    for (const args of calls) {
      const result = compute(...args);
      if (typeof result === "number") sum += result;
      else
        for (const line of result as (number | number[])[])
          if (typeof line === "number") sum += line;
          else for (const each of line) sum += each;
    }
    return sum;
  };
  const sum = run();
  const times = Array.from({ length: TIMES }, () => {
    const start = milliseconds();
    run();
    return milliseconds() - start;
  }).sort((a, b) => a - b);
  return { milliseconds: times[(TIMES - 1) / 2]!, sum };
}

/** What another program prints: a line for each function; nothing where it is not installed. */
function beside(program: string, file: string): Map<string, Measured> {
  const { status, stdout } = spawnSync(program, [join(__dirname, file)], {
    encoding: "utf8",
  });
  return new Map(
    status === 0
      ? stdout
          .trim()
          .split("\n")
          .map((line) => {
            const [id, milliseconds, sum] = line.trim().split(/\s+/);
            return [
              id!,
              { milliseconds: Number(milliseconds), sum: Number(sum) },
            ];
          })
      : [],
  );
}

async function main(): Promise<void> {
  const mathematics = await functionsOf("src/funnel/index.ts", "funnel.cjs");
  const faces = await functionsOf("src/functions/faces.ts", "faces.cjs");
  const others = [
    ["NumPy", beside("python3", "functions.py")],
    ["R", beside("Rscript", "functions.R")],
  ] as const;
  for (const [name, { size }] of others)
    if (size === 0) console.log(`  ${name} is not installed`);
  for (const id of Object.keys(call(0))) {
    const calls = Array.from({ length: CALLS }, (_, i) => call(i)[id]!);
    const own = measured(mathematics.get(id)!, calls);
    const compute = faces.get(id)!;
    const given = calls.map((args) => asGiven(args, compute.length));
    const face = measured(compute, given);
    const theirs = others.flatMap(([name, all]) => {
      const found = all.get(id);
      return found === undefined ? [] : [{ name, ...found }];
    });
    const slowest = Math.max(own.milliseconds, face.milliseconds);
    const notes = [
      `face ${(face.milliseconds / own.milliseconds).toFixed(1)} x the mathematics (${Math.round(face.milliseconds)} ms : ${Math.round(own.milliseconds)} ms)`,
      ...theirs.map(
        ({ name, milliseconds }) =>
          `${(own.milliseconds / milliseconds).toFixed(1)} x ${name} on all rows at once`,
      ),
      ...(slowest > AIM ? [`over its aim of ${AIM} ms`] : []),
    ];
    console.log(`  ${id}: ${notes.join("; ")}`);
    for (const { name, sum } of [{ name: "the face", ...face }, ...theirs])
      if (Math.abs(sum - own.sum) > 1e-9 * Math.abs(own.sum)) {
        console.log(`  ${name} adds up to ${sum} instead of ${own.sum}`);
        process.exitCode = 1;
      }
  }
}

/** Arguments as Excel hands them over. */
function asGiven(args: readonly unknown[], count: number): unknown[] {
  const given = args.map((each) => (Array.isArray(each) ? [each] : each));
  while (given.length < count) given.push(null);
  return given;
}

void main();
