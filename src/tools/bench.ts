/**
 * `npm run bench`: what things cost, each as a ratio within one run, because seconds differ from machine to machine.
 * Every program in test/bench prints its own lines.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "./build";
import { ROOT } from "./buildStamp";

const PROGRAMS = [
  "functions",
  "cohort",
  "response",
  "credit",
  "budget",
  "engine",
  "insertion",
  "sizes",
];

ensureBuilt();
for (const program of PROGRAMS) {
  console.log(`\n${program}`);
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(ROOT, "test/bench", `${program}.ts`)],
    { cwd: ROOT, stdio: "inherit" },
  );
  if (status !== 0) process.exitCode = 1;
}
