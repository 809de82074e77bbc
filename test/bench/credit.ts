/**
 * Markov and Shapley credit over 10,000 paths, as Excel hands three columns over, and the same chains in NumPy and R where
 * they are installed; there a linear system is solved again for each channel that is left out. Their results prove that it
 * is the same work.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  beside,
  BUILD,
  exportsOf,
  measured,
  ratio,
  shares,
  type Call,
} from "./beside";

const PATHS = 10_000;
const CHANNELS = [30, 300];
const AIM = 100;

interface Journeys {
  paths: string[];
  conversions: number[];
  nulls: number[];
}

/** Paths of one to ten steps; the lower a channel's number, the more often it comes. */
function journeys(channels: number): Journeys {
  const share = shares();
  const below = (limit: number) => Math.floor(limit * share());
  const all: Journeys = { paths: [], conversions: [], nulls: [] };
  for (let path = 0; path < PATHS; path++) {
    const steps = Array.from(
      { length: 1 + below(10) },
      () => `channel ${Math.floor(channels * share() ** 2)}`,
    );
    all.paths.push(steps.join(" > "));
    all.conversions.push(below(20));
    all.nulls.push(below(400));
  }
  return all;
}

const column = (values: unknown[]) => values.map((each) => [each]);

function line(channels: number, faces: Record<string, Call>): void {
  const { paths, conversions, nulls } = journeys(channels);
  const file = join(BUILD, `paths${channels}.tsv`);
  writeFileSync(
    file,
    paths
      .map((path, at) => `${path}\t${conversions[at]}\t${nulls[at]}\n`)
      .join(""),
  );
  const columns = [paths, conversions, nulls].map(column);
  const markov = measured(() => faces.markovCredit!(...columns));
  const shapley = measured(() => faces.shapleyCredit!(columns[0], columns[1]));
  const others = [
    ["NumPy", beside("NumPy", "python3", join(__dirname, "credit.py"), file)],
    ["R", beside("R", "Rscript", join(__dirname, "credit.R"), file)],
  ] as const;
  const theirs = others.flatMap(([name, all]) => {
    const found = all.get("markov");
    return found === undefined ? [] : [{ name, found }];
  });
  const notes = [
    `Markov ${markov.milliseconds.toFixed(0)} ms`,
    ...theirs.map(({ name, found }) => ratio(markov, found, name)),
    `Shapley ${shapley.milliseconds.toFixed(0)} ms`,
    ...[markov, shapley]
      .filter(({ milliseconds }) => milliseconds > AIM)
      .map(() => `over the aim of ${AIM} ms`),
  ];
  console.log(`  ${PATHS} paths, ${channels} channels: ${notes.join("; ")}`);
  for (const { name, found } of theirs)
    markov.numbers.forEach((number, at) => {
      if (Math.abs(number / found.numbers[at]! - 1) < 1e-9) return;
      console.log(`  ${name} gives ${found.numbers[at]} for ${number}`);
      process.exitCode = 1;
    });
}

async function main(): Promise<void> {
  mkdirSync(BUILD, { recursive: true });
  const faces = await exportsOf("src/functions/faces.ts", "faces.cjs");
  for (const channels of CHANNELS) line(channels, faces);
}

void main();
