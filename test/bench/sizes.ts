/** Sizes of the built bundles, as they travel (gzipped). */
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const root = resolve(__dirname, "../..");
const BUNDLES = [
  ["dist/functions.js", "custom functions"],
  ["dist/taskpane.js", "task pane"],
  ["build/workbench/workbench.js", "workbench page"],
  ["build/bridge.js", "bridge"],
] as const;

const gzipped = (file: string): number =>
  gzipSync(readFileSync(join(root, file))).length;
const pane = gzipped("dist/taskpane.js");

for (const [file, what] of BUNDLES) {
  const size = gzipped(file);
  const whole = statSync(join(root, file)).size;
  console.log(
    `  ${what}: ${(size / 1024).toFixed(1)} KB gzipped of ${(whole / 1024).toFixed(0)} KB; ${(size / pane).toFixed(2)} x the task pane`,
  );
}
