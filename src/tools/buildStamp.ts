/** Remembers when each half was last built and for which host. File dates cannot tell: webpack leaves equal files alone. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Compiler } from "webpack";

export const ROOT = resolve(__dirname, "../..");
const SOURCES = [
  "src",
  "assets",
  "manifest.xml",
  "webpack.config.js",
  "tsconfig.json",
  "package-lock.json",
];

type Half = "addin" | "workbench";
interface Stamp {
  /** Milliseconds; when the build began, so that an edit made meanwhile counts as newer. */
  began: number;
  host: string;
}

export class BuildStampPlugin {
  constructor(
    private readonly half: Half,
    private readonly host: string,
  ) {}

  apply(compiler: Compiler): void {
    let began = 0;
    compiler.hooks.beforeRun.tap(
      "BuildStampPlugin",
      () => void (began = Date.now()),
    );
    compiler.hooks.done.tap("BuildStampPlugin", (stats) => {
      if (stats.hasErrors()) return;
      const stamp: Stamp = { began, host: this.host };
      mkdirSync(dirname(stampFile(this.half)), { recursive: true });
      writeFileSync(stampFile(this.half), JSON.stringify(stamp));
    });
  }
}

/** True when a half was never built, was built before its sources changed, or for another host. */
export function isStale(host: string): boolean {
  const newestSource = Math.max(
    ...SOURCES.map((source) => newest(join(ROOT, source))),
  );
  const fresh = (half: Half, wanted: string, product: string): boolean => {
    if (!existsSync(stampFile(half)) || !existsSync(join(ROOT, product)))
      return false;
    const stamp = JSON.parse(readFileSync(stampFile(half), "utf8")) as Stamp;
    return stamp.host === wanted && stamp.began > newestSource;
  };
  return (
    !fresh("addin", host, "dist/taskpane.html") ||
    !fresh("workbench", "", "build/workbench/index.html")
  );
}

const stampFile = (half: Half): string =>
  join(ROOT, "build", `${half}.stamp.json`);

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(
    stats.mtimeMs,
    ...readdirSync(path).map((name) => newest(join(path, name))),
  );
}
