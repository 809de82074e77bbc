/**
 * A million leads, as Excel hands two columns over: curve, final rate with its limits, and lag. Beside them the
 * mathematics without the reading of cells, the limits from counts by day, and R and SciPy on the same leads where they
 * are installed. Their results prove that it is the same work. Processor time, from a bundle as Excel runs it.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bundle } from "../host/setup";

const LEADS = 1_000_000;
const TIMES = 5;
const AS_OF = 46_000;
const AT_DAYS = [30, 90, 365];
const BUILD = join(__dirname, "../../build");

/** Leads of three years, 8 % of which convert after a Weibull lag: entered, and the day of conversion or 0. */
function leads(): { entered: number[]; converted: number[] } {
  let state = 1;
  const share = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const entered: number[] = [];
  const converted: number[] = [];
  for (let lead = 0; lead < LEADS; lead++) {
    const age = Math.floor(1095 * share());
    const lag = Math.round(30 * (-Math.log(share())) ** (1 / 0.8));
    const isWon = share() < 0.08 && lag <= age;
    entered.push(AS_OF - age);
    converted.push(isWon ? AS_OF - age + lag : 0);
  }
  return { entered, converted };
}

type Call = (...args: unknown[]) => unknown;

async function exportsOf(entry: string, file: string) {
  await bundle(entry, file);
  const path = join(BUILD, file);
  return createRequire(path)(path) as Record<string, Call>;
}

interface Measured {
  milliseconds: number;
  numbers: number[];
}

function measured(run: () => unknown): Measured {
  let result = run();
  const times = Array.from({ length: TIMES }, () => {
    const start = process.cpuUsage();
    result = run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return {
    milliseconds: times[(TIMES - 1) / 2]!,
    numbers: numbersIn(result),
  };
}

function numbersIn(result: unknown): number[] {
  if (typeof result === "number") return [result];
  return typeof result === "object" && result !== null
    ? Object.values(result).flatMap(numbersIn)
    : [];
}

/** What another program prints: a name, milliseconds, numbers; nothing where it is not installed. */
function beside(program: string, file: string): Map<string, Measured> {
  const { status, stdout } = spawnSync(
    program,
    [join(__dirname, file), join(BUILD, "leads.bin"), AT_DAYS.join(",")],
    { encoding: "utf8" },
  );
  const lines = status === 0 ? stdout.trim().split("\n") : [];
  return new Map(
    lines.map((line) => {
      const [name, milliseconds, ...numbers] = line.trim().split(/\s+/);
      return [
        name!,
        { milliseconds: Number(milliseconds), numbers: numbers.map(Number) },
      ];
    }),
  );
}

async function main(): Promise<void> {
  const { entered, converted } = leads();
  mkdirSync(BUILD, { recursive: true });
  writeFileSync(
    join(BUILD, "leads.bin"),
    new Uint8Array(
      Int32Array.from(
        entered.flatMap((day, at) => {
          const won = converted[at]!;
          return [(won > 0 ? won : AS_OF) - day, won > 0 ? 1 : 0];
        }),
      ).buffer,
    ),
  );
  const others = [
    ["SciPy", beside("python3", "cohort.py")],
    ["R", beside("Rscript", "cohort.R")],
  ] as const;
  for (const [name, { size }] of others)
    if (size === 0) console.log(`  ${name} is not installed`);

  const funnel = await exportsOf("src/funnel/index.ts", "funnel.cjs");
  const faces = await exportsOf("src/functions/faces.ts", "faces.cjs");
  const columns = [entered, converted].map((dates) =>
    dates.map((date) => [date === 0 ? "" : date]),
  );
  const rest = (count: number): null[] => Array<null>(count).fill(null);
  const counts = countsByDay(entered, converted);
  const works: [name: string, aim: number, face: Call, own: Call][] = [
    [
      "curve",
      250,
      () =>
        faces.cohortCurve!(
          ...[...columns, AS_OF, AT_DAYS.map((day) => [day])],
          ...rest(2),
        ),
      () => funnel.cohortCurve!(entered, converted, AS_OF, AT_DAYS),
    ],
    [
      "rate",
      250,
      () => faces.cohortRate!(...columns, AS_OF, ...rest(5)),
      () => funnel.cohortRate!(entered, converted, AS_OF),
    ],
    [
      "lag",
      250,
      () => faces.cohortLag!(...columns, AS_OF, ...rest(2)),
      () => funnel.cohortLag!(entered, converted, AS_OF),
    ],
    [
      "rate from counts by day",
      150,
      () =>
        faces.cohortRateCounts!(
          ...counts.map((list) => list.map((each) => [each])),
          ...rest(4),
        ),
      () => funnel.cohortRateCounts!(...counts),
    ],
  ];
  for (const [name, aim, asFace, asMathematics] of works) {
    const face = measured(asFace);
    const own = measured(asMathematics);
    const theirs = others.flatMap(([program, all]) => {
      const found = all.get(name);
      return found ? [{ program, ...found }] : [];
    });
    const notes = [
      `face ${(face.milliseconds / own.milliseconds).toFixed(1)} x the mathematics (${Math.round(face.milliseconds)} ms : ${Math.round(own.milliseconds)} ms)`,
      ...theirs.map(
        ({ program, milliseconds }) =>
          `${(face.milliseconds / milliseconds).toFixed(2)} x ${program} (${Math.round(milliseconds)} ms)`,
      ),
      ...(face.milliseconds > aim ? [`over its aim of ${aim} ms`] : []),
    ];
    console.log(`  ${name}: ${notes.join("; ")}`);
    for (const { program, numbers } of theirs)
      numbers.forEach((number, at) => {
        const off = Math.abs(face.numbers[at]! / number - 1);
        if (off < 1e-4) return;
        console.log(`  ${program} gives ${number} for ${face.numbers[at]}`);
        process.exitCode = 1;
      });
  }
}

function countsByDay(entered: number[], converted: number[]): number[][] {
  const [won, open] = [
    Array<number>(1095).fill(0),
    Array<number>(1095).fill(0),
  ];
  entered.forEach((day, at) => {
    if (converted[at]! > 0) won[converted[at]! - day]! += 1;
    else open[AS_OF - day]! += 1;
  });
  return [won.map((_, day) => day), won, open];
}

void main();
