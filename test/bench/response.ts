/**
 * Working hours, due times and local times of 100,000 leads, and the attainment of 1,000,000: the mathematics, the Excel
 * face beside it, and NumPy and Python's zoneinfo on the same rows where they are installed. Their sums prove that it is
 * the same work. Processor time, from a bundle as Excel runs it.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bundle } from "../host/setup";

const CALLS = 100_000;
const LEADS = 1_000_000;
const TIMES = 5;
const AIM = 100;
const DAY = 86_400;

const HOLIDAYS = Array.from({ length: 30 }, (_, at) => 46_000 + 11 * at);
/** Serials of lead `i`; response.py counts with the same. */
const created = (i: number): number =>
  (46_000 * DAY + ((i * 7919) % (300 * DAY))) / DAY;
const answered = (i: number): number =>
  (46_000 * DAY + ((i * 7919) % (300 * DAY)) + ((i * 104_729) % (20 * DAY))) /
  DAY;

const CALENDAR = [9, 17, 1];
const ARGUMENTS: Record<string, (i: number) => unknown[]> = {
  BUSINESS_HOURS: (i) => [created(i), answered(i), ...CALENDAR, HOLIDAYS],
  SLA_DUE: (i) => [created(i), 4, ...CALENDAR, HOLIDAYS],
  LOCAL_TIME: (i) => [created(i), "Europe/Zurich"],
};

type Call = (...args: unknown[]) => unknown;

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

/** The median of some runs, and what the last one gave. */
function measured<T>(run: () => T): { milliseconds: number; result: T } {
  let result = run();
  const times = Array.from({ length: TIMES }, () => {
    const start = milliseconds();
    result = run();
    return milliseconds() - start;
  }).sort((a, b) => a - b);
  return { milliseconds: times[(TIMES - 1) / 2]!, result };
}

function sumOf(compute: Call, calls: readonly unknown[][]) {
  return measured(() => {
    let sum = 0;
    for (const args of calls) sum += compute(...args) as number;
    return sum;
  });
}

/** What Python prints: milliseconds and sum by function; nothing where it is not installed. */
function python(): Map<string, [milliseconds: number, sum: number]> {
  const { status, stdout } = spawnSync(
    "python3",
    [join(__dirname, "response.py")],
    { encoding: "utf8" },
  );
  if (status !== 0) console.log("  NumPy is not installed");
  return new Map(
    (status === 0 ? stdout.trim().split("\n") : []).map((line) => {
      const [id, time, sum] = line.split(" ");
      return [id!, [Number(time), Number(sum)]];
    }),
  );
}

async function main(): Promise<void> {
  const mathematics = await functionsOf("src/funnel/index.ts", "funnel.cjs");
  const faces = await functionsOf("src/functions/faces.ts", "faces.cjs");
  const others = python();
  for (const [id, make] of Object.entries(ARGUMENTS)) {
    const calls = Array.from({ length: CALLS }, (_, i) => make(i));
    const own = sumOf(mathematics.get(id)!, calls);
    const face = sumOf(
      faces.get(id)!,
      calls.map((args) =>
        args.map((each) => (each === HOLIDAYS ? [each] : each)),
      ),
    );
    const [time, sum] = others.get(id) ?? [NaN, own.result];
    report(id, own.milliseconds, face.milliseconds, time);
    for (const [name, each] of [
      ["the face", face.result],
      ["Python", sum],
    ] as const)
      if (Math.abs(each - own.result) > 1e-9 * Math.abs(own.result)) {
        console.log(`  ${name} adds up to ${each} instead of ${own.result}`);
        process.exitCode = 1;
      }
  }
  const rows = Array.from({ length: LEADS }, (_, i) => i);
  const from = rows.map(created);
  const to = rows.map((i) => (i % 50 === 0 ? 0 : answered(i)));
  const own = measured(() =>
    mathematics.get("SLA_ATTAINMENT")!(
      ...[from, to, 4, 46_330, ...CALENDAR, HOLIDAYS],
    ),
  );
  const columns = [from, to].map((list) => list.map((each) => [each]));
  const face = measured(() =>
    faces.get("SLA_ATTAINMENT")!(
      ...[...columns, 4, 46_330, ...CALENDAR, [HOLIDAYS]],
    ),
  );
  report("SLA_ATTAINMENT of a million", own.milliseconds, face.milliseconds);
}

function report(id: string, own: number, face: number, python = NaN): void {
  const notes = [
    `face ${(face / own).toFixed(1)} x the mathematics (${Math.round(face)} ms : ${Math.round(own)} ms)`,
    ...(Number.isNaN(python)
      ? []
      : [`${(own / python).toFixed(1)} x Python on all rows at once`]),
    ...(face > AIM && !Number.isNaN(python)
      ? [`over its aim of ${AIM} ms`]
      : []),
  ];
  console.log(`  ${id}: ${notes.join("; ")}`);
}

void main();
