/** Sizes of the built bundles, as they travel (gzipped). */
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const root = resolve(__dirname, "../..");
/** What each page loads before anything can be seen: the task pane also runs the functions. */
const BUNDLES: [what: string, files: string[]][] = [
  ["functions", ["dist/functions.js"]],
  [
    "task pane, first view",
    ["dist/taskpane.html", "dist/functions.js", "dist/taskpane.js"],
  ],
  [
    "workbench",
    [
      "build/workbench/index.html",
      "build/workbench/workbench.js",
      "build/workbench/workbench.css",
      "build/bridge.js",
    ],
  ],
];
const FUNCTIONS_LIMIT = 30;
const KB = 1024;

const sum = (numbers: number[]): number =>
  numbers.reduce((total, each) => total + each, 0);
const sizes = BUNDLES.map(([what, files]) => ({
  what,
  gzipped: sum(
    files.map((file) => gzipSync(readFileSync(join(root, file))).length),
  ),
  whole: sum(files.map((file) => statSync(join(root, file)).size)),
}));
const functions = sizes[0]!.gzipped;

for (const { what, gzipped, whole } of sizes)
  console.log(
    `  ${what}: ${(gzipped / KB).toFixed(1)} KB gzipped of ${(whole / KB).toFixed(0)} KB; ${(gzipped / functions).toFixed(1)} x the functions`,
  );
if (functions > FUNCTIONS_LIMIT * KB) {
  console.log(`  The functions are over their ${FUNCTIONS_LIMIT} KB.`);
  process.exitCode = 1;
}
