/** Files appear whole or not at all: written under another name beside the target, then given its name. */
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CliProblem } from "./problem";

export interface Target {
  /** As the person named it. */
  name: string;
  path: string;
  replaces: boolean;
}

/** Refuses before anything is computed what could not be written in the end. */
export function targetOf(folder: string, name: string, force: boolean): Target {
  const path = resolve(folder, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) {
    const parent = statSync(dirname(path), { throwIfNoEntry: false });
    if (parent?.isDirectory()) return { name, path, replaces: false };
    throw new CliProblem([
      `There is no folder ${dirname(name)} to write ${basename(name)} to. Make it first, or name another place with -o.`,
    ]);
  }
  if (found.isDirectory())
    throw new CliProblem([
      `${name} is a folder. Name a file in it, such as ${join(name, "plan.xlsx")}.`,
    ]);
  if (!found.isFile())
    throw new CliProblem([
      `${name} is no ordinary file. Use -o - for the standard output.`,
    ]);
  if (!force) throw exists(name);
  // A link to a file stays one.
  return { name, path: realpathSync(path), replaces: true };
}

const exists = (name: string): CliProblem =>
  new CliProblem([
    `${name} exists already. Name another file with -o, or add --force to replace it.`,
  ]);

export function writeWhole(target: Target, content: Uint8Array): void {
  const { path, name } = target;
  const beside = join(
    dirname(path),
    `.${basename(path)}.${process.pid}.unfinished`,
  );
  try {
    const file = openSync(beside, "wx");
    try {
      for (let at = 0; at < content.length;) at += writeSync(file, content, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    place(beside, target);
  } catch (error) {
    if (error instanceof CliProblem) throw error;
    throw new CliProblem([`${name} could not be written: ${reason(error)}`]);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** A second name for the file, unlike a new one, never takes the place of what somebody else has written meanwhile. */
function place(beside: string, { path, name, replaces }: Target): void {
  if (replaces) return renameSync(beside, path);
  try {
    linkSync(beside, path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw exists(name);
    // Some drives know no second names.
    if (statSync(path, { throwIfNoEntry: false })) throw exists(name);
    renameSync(beside, path);
  }
}

const codeOf = (error: unknown): string | undefined =>
  (error as NodeJS.ErrnoException).code;

const REASONS: Record<string, string> = {
  EACCES: "you may not write there. Name another place with -o.",
  EPERM:
    "it is open in another program or protected. Close it, or name another file with -o.",
  EBUSY:
    "it is open in another program. Close it, or name another file with -o.",
  EROFS: "the drive is read-only. Name another place with -o.",
  ENOSPC: "the drive is full. Make room, or name another place with -o.",
  ENAMETOOLONG: "the name is too long. Name a shorter one with -o.",
};

const reason = (error: unknown): string =>
  REASONS[codeOf(error) ?? ""] ??
  `${error instanceof Error ? error.message : String(error)}.`;
