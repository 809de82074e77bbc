/** Builds the pages when, and only when, that is needed: `npm start` and the browser tests share one build. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, isStale } from "./buildStamp";
import { LOCAL_HOST } from "./manifestForHost";

export function ensureBuilt(say: (line: string) => void = console.log): void {
  if (!isStale(LOCAL_HOST)) return;
  say("Building (about half a minute) …");
  const webpack = join(ROOT, "node_modules/webpack/bin/webpack.js");
  const pages = ["addin", "workbench"].flatMap((name) => [
    "--config-name",
    name,
  ]);
  const { status } = spawnSync(process.execPath, [webpack, ...pages], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (status !== 0)
    throw new Error("The build failed; its messages are above.");
}
