/** What bench programs share: our code as Excel runs it, and the same work in another program where it is installed. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bundle } from "../host/setup";

export const BUILD = join(__dirname, "../../build");

export type Call = (...args: unknown[]) => unknown;

/** The exports of a source file, bundled. */
export async function exportsOf(
  entry: string,
  file: string,
): Promise<Record<string, Call>> {
  await bundle(entry, file);
  const path = join(BUILD, file);
  return createRequire(path)(path) as Record<string, Call>;
}

export interface Measured {
  milliseconds: number;
  numbers: number[];
}

/** Processor time: the median of five runs after one that warms up. */
export function measured(run: () => unknown): Measured {
  let result = run();
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    result = run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return { milliseconds: times[2]!, numbers: numbersIn(result) };
}

export function numbersIn(result: unknown): number[] {
  if (typeof result === "number") return [result];
  return typeof result === "object" && result !== null
    ? Object.values(result).flatMap(numbersIn)
    : [];
}

/** What another program prints, by name: name, milliseconds, numbers on each line; nothing where it is not installed. */
export function beside(
  name: string,
  program: string,
  ...args: string[]
): Map<string, Measured> {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) console.log(`  ${name} is not installed`);
  const lines = status === 0 ? stdout.trim().split("\n") : [];
  return new Map(
    lines.map((line) => {
      const [work, milliseconds, ...numbers] = line.trim().split(/\s+/);
      return [
        work!,
        { milliseconds: Number(milliseconds), numbers: numbers.map(Number) },
      ];
    }),
  );
}

/** Repeatable numbers between 0 and 1. */
export function shares(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

export const ratio = (
  { milliseconds }: Measured,
  other: Measured,
  name: string,
): string =>
  `${(milliseconds / other.milliseconds).toPrecision(2)} x ${name} (${other.milliseconds.toFixed(0)} ms)`;
