/** The command from its arguments to its exit code; everything outside comes as `Surroundings`. */
import { readFileSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { layout, writePlanFile } from "../template";
import type { Plan } from "../template/model";
import { planSchema } from "../template/planSchema";
import { planFile, type Calculate, type PlanFile } from "../workbook/file";
import { endsIn, readArguments, USAGE, type Write } from "./arguments";
import { examplePlan } from "./example";
import { targetOf, writeWhole, type Target } from "./output";
import { readPlanText, withValues } from "./planText";
import { CliProblem } from "./problem";

export interface Surroundings {
  folder: string;
  version: string;
  /** The whole standard input; undefined where a person would have to type it. */
  input(): Promise<Uint8Array> | undefined;
  /** False where a person would see the bytes. */
  takesBytes: boolean;
  output(content: Uint8Array | string): void;
  /** Sentences for the person. */
  say(line: string): void;
  calculate: Calculate;
}

export async function run(
  given: readonly string[],
  around: Surroundings,
): Promise<number> {
  try {
    const command = readArguments(given);
    if (command.do === "help") around.output(USAGE);
    else if (command.do === "version") around.output(`${around.version}\n`);
    else if (command.do === "schema")
      around.output(`${JSON.stringify(planSchema(), null, 2)}\n`);
    else await write(command, around);
    return 0;
  } catch (problem) {
    if (!(problem instanceof CliProblem)) throw problem;
    for (const line of report(problem)) around.say(line);
    return problem.exitCode;
  }
}

const MOST_LINES = 20;

function report({ about, sentences }: CliProblem): string[] {
  if (about === undefined) return [...sentences];
  const shown = sentences.slice(0, MOST_LINES).map((line) => `- ${line}`);
  const more = sentences.length - shown.length;
  return [about, ...shown, ...(more > 0 ? [`- and ${more} more.`] : [])];
}

async function write(command: Write, around: Surroundings): Promise<void> {
  const { from, set, force } = command;
  const to = command.to ?? "-";
  const asText = endsIn(to, ".json") || command.to === undefined;
  if (to === "-" && !asText && !around.takesBytes)
    throw new CliProblem(
      [
        "A workbook is not for the screen. Name a file with -o, or send the output to one.",
      ],
      2,
    );
  const target = to === "-" ? undefined : targetOf(around.folder, to, force);
  const plan =
    from === undefined
      ? withValues(examplePlan(), set)
      : readPlanText(...(await source(from, around)), set);
  if (asText) {
    const text = writePlanFile(plan);
    if (!target) return around.output(text);
    writeWhole(target, new TextEncoder().encode(text));
    around.say(`Wrote ${target.name}: the plan "${plan.name}".`);
    return;
  }
  const file = await planFile(layout(plan), around.calculate);
  if (target) writeWhole(target, file.bytes);
  else around.output(file.bytes);
  for (const line of written(plan, file, target)) around.say(line);
}

async function source(
  from: string,
  around: Surroundings,
): Promise<[bytes: Uint8Array, name: string]> {
  if (from === "-") {
    const bytes = await around.input();
    if (bytes) return [bytes, "The standard input"];
    throw new CliProblem(
      [
        "- reads the plan from the standard input, which is this keyboard. Send a file to it, or name one.",
      ],
      2,
    );
  }
  const path = resolve(around.folder, from);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found)
    throw new CliProblem([
      `There is no file ${from}. To begin with an example: onefunnel --example -o ${basename(from)}`,
    ]);
  if (found.isDirectory())
    throw new CliProblem([`${from} is a folder. Name the plan's file in it.`]);
  try {
    return [new Uint8Array(readFileSync(path)), from];
  } catch (error) {
    throw new CliProblem([
      `${from} could not be read: ${(error as Error).message}.`,
    ]);
  }
}

function written(
  plan: Plan,
  { checks }: PlanFile,
  target: Target | undefined,
): string[] {
  const where = target ? `Wrote ${target.name}` : "Wrote the workbook";
  const head = `${where}: the plan "${plan.name}" on ${plan.sheets.length} sheets`;
  const { count, failed } = checks ?? { count: 0, failed: [] };
  if (failed.length === 0) return [`${head}; all ${count} checks pass.`];
  return [
    `${head}; ${failed.length} of ${count} checks do not pass. The sheet "${plan.name} Checks" says what to do:`,
    ...failed.map((label) => `- ${label}`),
  ];
}
