/** From the text of a plan's file to a plan that can be written, or to sentences that say why not. */
import Ajv2020, {
  type ErrorObject,
  type ValidateFunction,
} from "ajv/dist/2020";
import { inputs, problems, readPlanFile, writePlanFile } from "../template";
import { serialFromIso } from "../template/dates";
import type { Plan } from "../template/model";
import { planSchema, type Schema } from "../template/planSchema";
import { CliProblem } from "./problem";
import { schemaSentences } from "./schemaSentences";

export type Assignments = readonly [input: string, value: number | string][];

/** `name` is the file as the person knows it. */
export function readPlanText(
  bytes: Uint8Array,
  name: string,
  set: Assignments = [],
): Plan {
  const refuse = (sentences: readonly string[]): CliProblem =>
    new CliProblem(sentences, 1, `${name} cannot be used:`);
  const file = withAssignments(parse(decoded(bytes, refuse), refuse), set);
  if (typeof file.schema === "number" && file.schema > 1)
    throw refuse([
      `It is in format ${file.schema}; this version of onefunnel reads format 1. Use a newer version.`,
    ]);
  const found = violations(file);
  const firm = found.filter((error) => !isBound(error));
  if (firm.length > 0) throw refuse(schemaSentences(firm, inputPatterns()));
  const plan = readPlanFile(JSON.stringify(file));
  const linked = linkSentences(plan, name);
  if (linked.length > 0) throw refuse(linked);
  // The template knows better words for a rate of 25 than a schema does.
  const own = problems(plan).map(({ input = "", sentence }) =>
    input.includes("/") || input in plan.inputs
      ? `Input "${input}": ${sentence}`
      : sentence,
  );
  const all = own.length > 0 ? own : schemaSentences(found, inputPatterns());
  if (all.length > 0) throw refuse(all);
  return plan;
}

/** The example with values from the command line, checked as a file would be. */
export const withValues = (plan: Plan, set: Assignments): Plan =>
  readPlanText(
    new TextEncoder().encode(writePlanFile(plan)),
    "The example",
    set,
  );

type Refuse = (sentences: readonly string[]) => CliProblem;

function decoded(bytes: Uint8Array, refuse: Refuse): string {
  if (bytes.length === 0)
    throw refuse([
      "It is empty. Write a plan with onefunnel --example -o plan.json and change its values.",
    ]);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw refuse([
      "It is a workbook or another archive, not a plan in JSON. In the task pane, Save inputs writes the plan of a workbook.",
    ]);
  // Windows PowerShell writes UTF-16 when its output is sent to a file.
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isWide
    ? "utf-8"
    : bytes[0] === 0xff
      ? "utf-16le"
      : "utf-16be";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw refuse(["It is not a text in UTF-8. Save it as UTF-8."]);
  }
}

function parse(text: string, refuse: Refuse): Record<string, unknown> {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw refuse([syntaxSentence(text, (error as SyntaxError).message)]);
  }
  if (typeof found === "object" && found !== null && !Array.isArray(found))
    return found as Record<string, unknown>;
  throw refuse([
    "It is JSON, but no plan: a plan begins with a brace. See onefunnel --example.",
  ]);
}

/** "Unexpected token } in JSON at position 12" as a line and a column. */
function syntaxSentence(text: string, message: string): string {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const lines = text.slice(0, position).split("\n");
  const what = message
    .replace(/ in JSON.*| \(line.*|, "[\s\S]*/s, "")
    .replace(/\.$/, "");
  return `It is not valid JSON: ${what}, in line ${lines.length}, column ${lines.at(-1)!.length + 1}. Mend it there.`;
}

/** Values from the command line count like those of the file. */
function withAssignments(
  file: Record<string, unknown>,
  set: Assignments,
): Record<string, unknown> {
  const { inputs: given } = file;
  const isTable =
    typeof given === "object" && given !== null && !Array.isArray(given);
  if (set.length === 0 || (given !== undefined && !isTable)) return file;
  return {
    ...file,
    inputs: { ...(given as object | undefined), ...Object.fromEntries(set) },
  };
}

/** Made at the first use: a terminal that asks for help does not wait for it. */
let check: { schema: PublishedSchema; validate: ValidateFunction } | undefined;

function checkOf(): NonNullable<typeof check> {
  if (check) return check;
  const schema = planSchema() as PublishedSchema;
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    formats: { date: (text: string) => serialFromIso(text) !== undefined },
  });
  return (check = { schema, validate: ajv.compile(schema) });
}

type PublishedSchema = Schema & {
  properties: { inputs: { patternProperties: object } };
};

function violations(file: unknown): ErrorObject[] {
  const { validate } = checkOf();
  validate(file);
  return validate.errors ?? [];
}

const isBound = ({ instancePath, keyword }: ErrorObject): boolean =>
  instancePath.startsWith("/inputs/") && /^(min|max)imum$/.test(keyword);

/** By these an unknown input is compared with the known ones. */
const inputPatterns = (): string[] =>
  Object.keys(checkOf().schema.properties.inputs.patternProperties);

const linkSentences = (plan: Plan, name: string): string[] =>
  inputs(plan).flatMap(({ id, label }) => {
    const given = plan.inputs[id];
    if (!given || !("link" in given)) return [];
    return [
      `Input "${id}" (${label}) is linked to ${given.link}, a cell that a new workbook does not have. Put its value into ${name}, or add --set ${id}=VALUE.`,
    ];
  });
