/**
 * The best split of a budget over 1,000 channels, as Excel hands the table over, and SciPy on the same curves where it is
 * installed: by root finding, and by SLSQP, which does not finish with 1,000 channels and gets the first 30 of them; and
 * twenty S-shaped curves, where SLSQP starts from twenty places because it finds only the nearest peak. That none brings
 * more proves that it is the same work.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Curve } from "../../src/funnel";
import {
  beside,
  BUILD,
  exportsOf,
  measured,
  ratio,
  shares,
  type Call,
  type Measured,
} from "./beside";

const AIM = 100;
const EACH = 20_000;

/** Curves of all kinds, or S-shaped ones alone. */
function curves(count: number, steep: boolean): Curve[] {
  const share = shares();
  const between = (low: number, high: number) => low + (high - low) * share();
  return Array.from({ length: count }, (_, at): Curve => {
    const [a, b] = [between(20, 320), between(5000, 105_000)];
    const kind = (["hill", "log", "exp", "power"] as const)[at % 4]!;
    if (steep) return ["hill", a, b, between(1.5, 4)];
    if (kind === "power") return [kind, a / 100, between(0.3, 0.6), 1];
    return [kind, a, b, at % 8 === 0 ? between(0.4, 1) : 1];
  });
}

interface Work {
  name: string;
  lines: Curve[];
  /** Whether one slope for all channels is the answer, which SciPy then finds by brentq within brentq. */
  level: boolean;
  /** How often SLSQP starts. */
  starts: number;
}

const MIXED = curves(1000, false);
const WORKS: Work[] = [
  { name: "1,000 channels", lines: MIXED, level: true, starts: 0 },
  { name: "30 channels", lines: MIXED.slice(0, 30), level: true, starts: 1 },
  { name: "20 S-shaped", lines: curves(20, true), level: false, starts: 20 },
  {
    name: "1,000 channels, 20 of them S-shaped",
    lines: [...curves(20, true), ...MIXED.slice(20)],
    level: false,
    starts: 0,
  },
];

const budgetOf = ({ lines }: Work): number => EACH * lines.length;

function ours(
  work: Work,
  faces: Record<string, Call>,
  funnel: Record<string, Call>,
): { time: Measured; total: number } {
  const { lines } = work;
  const time = measured(() =>
    faces.allocateBudget!(budgetOf(work), lines, null, null),
  );
  const results = lines.map(
    (line, at) => funnel.expectedResult!(time.numbers[at], ...line) as number,
  );
  return { time, total: results.reduce((sum, each) => sum + each, 0) };
}

async function main(): Promise<void> {
  mkdirSync(BUILD, { recursive: true });
  const funnel = await exportsOf("src/funnel/index.ts", "funnel.cjs");
  const faces = await exportsOf("src/functions/faces.ts", "faces.cjs");
  const file = join(BUILD, "curves.json");
  const tasks = WORKS.map((work) => ({ ...work, budget: budgetOf(work) }));
  writeFileSync(file, JSON.stringify(tasks));
  const theirs = beside("SciPy", "python3", join(__dirname, "budget.py"), file);
  for (const work of WORKS) {
    const { time, total } = ours(work, faces, funnel);
    const others = ["level", "SLSQP"].flatMap((way) => {
      const found = theirs.get(`${work.name}:${way}`.replaceAll(" ", "_"));
      return found === undefined ? [] : [{ way, found }];
    });
    const notes = [
      `${time.milliseconds.toFixed(1)} ms`,
      ...others.map(({ way, found }) => {
        const more = total / found.numbers[0]! - 1;
        if (more < -1e-6) process.exitCode = 1;
        const name = way === "level" ? "SciPy's brentq in brentq" : way;
        const brings =
          more > 1e-6 ? `${(100 * more).toFixed(3)} % more` : "as much";
        return `${ratio(time, found, name)}, bringing ${brings}`;
      }),
      ...(work.lines.length > 30 && work.level
        ? ["SLSQP does not finish with so many"]
        : []),
      ...(time.milliseconds > AIM ? [`over the aim of ${AIM} ms`] : []),
    ];
    console.log(`  ${work.name}: ${notes.join("; ")}`);
  }
}

void main();
