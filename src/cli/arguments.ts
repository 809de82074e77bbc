/** What the command was asked to do. */
import { basename, extname } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { CliProblem, either, nearest } from "./problem";

export const USAGE = `onefunnel: a funnel plan as an Excel workbook, without Excel

  onefunnel plan.json [-o plan.xlsx]     writes the plan's workbook
  onefunnel - -o plan.xlsx               reads the plan from the standard input
  onefunnel --example [-o plan.json]     writes a plan to start from; as .xlsx, its workbook

  -o, --output FILE    .xlsx for the workbook, .json for the plan itself, - for the standard output
      --set INPUT=VAL  gives an input another value, such as ntm_revenue=12000000 or s1/mql_to_sql=25%; repeatable
  -f, --force          replaces a file that exists
      --schema         prints the JSON schema of a plan's file
  -v, --version        prints the version
  -h, --help           prints this text

The format of a plan's file is described in docs/plan-file.md.
`;

export interface Write {
  do: "write";
  /** "-" is the standard input, undefined the example. */
  from: string | undefined;
  /** "-" is the standard output; undefined is it too, for the example's text. */
  to: string | undefined;
  /** Input ids with the values that they get. */
  set: [input: string, value: number | string][];
  force: boolean;
}

export type Command =
  Write | { do: "help" } | { do: "version" } | { do: "schema" };

const OPTIONS = {
  output: { type: "string", short: "o" },
  set: { type: "string", multiple: true },
  force: { type: "boolean", short: "f" },
  example: { type: "boolean" },
  schema: { type: "boolean" },
  version: { type: "boolean", short: "v" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsConfig["options"];

type Option = keyof typeof OPTIONS;
const NAMES = Object.keys(OPTIONS) as Option[];

const wrong = (sentence: string): CliProblem =>
  new CliProblem([`${sentence} See onefunnel --help.`], 2);

export function readArguments(given: readonly string[]): Command {
  const { tokens } = parseArgs({
    args: [...given],
    options: OPTIONS,
    // Its own refusals are for programmers.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const asked = new Set<Option>();
  const outputs: string[] = [];
  const files: string[] = [];
  const set: [string, number | string][] = [];
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const name = NAMES.find((one) => one === token.name);
    if (!name) throw unknownOption(token.rawName);
    asked.add(name);
    const { value } = token;
    if (OPTIONS[name].type === "boolean") {
      if (value === undefined) continue;
      throw wrong(`${token.rawName} takes no value; got "${value}".`);
    }
    if (value === undefined || /^-./.test(value) || value === "")
      throw wrong(
        name === "output"
          ? `${token.rawName} needs the name of a file, such as plan.xlsx.`
          : `${token.rawName} needs an input and its value, such as ntm_revenue=12000000.`,
      );
    if (name === "output") outputs.push(value);
    else set.push(assignment(value));
  }
  for (const one of ["help", "version", "schema"] as const)
    if (asked.has(one)) return { do: one };
  if (outputs.length > 1)
    throw wrong(`One file is written at a time; got ${outputs.join(" and ")}.`);
  if (files.length > 1)
    throw wrong(`One plan is read at a time; got ${files.join(" and ")}.`);
  return {
    do: "write",
    ...target(files[0], outputs[0], asked.has("example")),
    set,
    force: asked.has("force"),
  };
}

function target(
  from: string | undefined,
  to: string | undefined,
  isExample: boolean,
): { from: string | undefined; to: string | undefined } {
  if (isExample) {
    if (from !== undefined)
      throw wrong(`--example is a plan of its own; got ${from} too.`);
    return { from, to: fitting(to) };
  }
  if (from === undefined)
    throw wrong(
      "Name the plan's file, or - for the standard input, or ask for --example.",
    );
  if (to !== undefined) return { from, to: fitting(to) };
  if (from === "-")
    throw wrong("Name the file to write with -o, such as -o plan.xlsx.");
  return { from, to: `${basename(from, extname(from))}.xlsx` };
}

export const ENDINGS = [".xlsx", ".json"] as const;

function fitting(to: string | undefined): string | undefined {
  if (to === undefined || to === "-" || ENDINGS.some((end) => endsIn(to, end)))
    return to;
  throw wrong(`The file to write must end in ${either(ENDINGS)}; got ${to}.`);
}

export const endsIn = (file: string, end: string): boolean =>
  extname(file).toLowerCase() === end;

function unknownOption(rawName: string): CliProblem {
  const meant = nearest(
    rawName,
    NAMES.map((name) => `--${name}`),
  );
  return wrong(
    `There is no option ${rawName}${meant === undefined ? "" : `; did you mean ${meant}?`}${meant === undefined ? "." : ""}`,
  );
}

/** "s1/mql_to_sql=25%"; what is no number is a text, and a day like 2027-02-01 is read as in a plan's file. */
function assignment(text: string): [string, number | string] {
  const at = text.indexOf("=");
  const [input, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || input === "")
    throw wrong(
      `--set needs an input and its value, such as ntm_revenue=12000000; got "${text}".`,
    );
  const number = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(value);
  if (!number) return [input, value];
  const amount = Number(number[1]);
  // 15 digits: 7 % is 0.07 and not 0.07000000000000001.
  return [input, number[2] ? Number((amount / 100).toPrecision(15)) : amount];
}
