/** What the schema finds wrong with a plan's file, in sentences: where, what was given, what to do. */
import type { ErrorObject } from "ajv/dist/2020";
import type { Schema } from "../template/planSchema";
import { either, nearest } from "./problem";

/** How a missing field is written. */
const EXAMPLES: Record<string, string> = {
  kind: '"kind": "OneFunnel plan"',
  schema: '"schema": 1',
  name: '"name": "FY27"',
  fiscalStart: '"fiscalStart": "2027-01-01"',
  asOf: '"asOf": "2026-10-01"',
  currency: '"currency": "EUR"',
  periods: '"periods": "quarters"',
  segments:
    '"segments": [{ "name": "Enterprise", "motion": "low volume, high dollar" }]',
  motion: '"motion": "low volume, high dollar"',
};

/** One sentence for each place that is wrong, in the order of the file. */
export function schemaSentences(
  errors: readonly ErrorObject[],
  inputPatterns: readonly string[],
): string[] {
  const found = new Map<string, string>();
  for (const error of errors) {
    const sentence = sentenceOf(error, inputPatterns);
    const { missingProperty, additionalProperty } = error.params as Record<
      string,
      string | undefined
    >;
    const place = [error.instancePath, missingProperty, additionalProperty];
    // One value may break several rules: the first says enough.
    if (sentence !== undefined && !found.has(place.join("\n")))
      found.set(place.join("\n"), sentence);
  }
  return [...found.values()];
}

function sentenceOf(
  { instancePath, keyword, params, data, parentSchema }: ErrorObject,
  inputPatterns: readonly string[],
): string | undefined {
  const path = instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"));
  const where = placeOf(path);
  const schema = (parentSchema ?? {}) as Schema;
  switch (keyword) {
    // The rules inside them report on their own.
    case "if":
      return undefined;
    case "required": {
      const field = String(params.missingProperty);
      return `${where} has no "${field}". Add it, such as ${EXAMPLES[field] ?? `"${field}"`}.`;
    }
    case "additionalProperties":
      return unknownField(
        path,
        String(params.additionalProperty),
        schema,
        inputPatterns,
      );
    case "minProperties":
    case "maxProperties":
      return `${where} must have either a "value" or a "link"; got ${shown(data)}.`;
    case "minItems":
    case "maxItems": {
      const most = schema.maxItems;
      const count = `${String(schema.minItems)} ${most === undefined ? "or more" : `to ${String(most)}`}`;
      return `${where} must have ${count} entries; got ${(data as unknown[]).length}.`;
    }
    case "uniqueItems":
      return `${where} lists an entry twice. List each once.`;
    case "const":
      return `${where} must be ${JSON.stringify(schema.const)}; got ${shown(data)}.`;
    default:
      return `${where} must be ${wanted(schema)}; got ${shown(data)}.`;
  }
}

/** `"motion" of segment 2`, `Input "s1/deal_size"`. */
function placeOf([first, second, third]: readonly string[]): string {
  if (first === undefined) return "The file";
  if (second === undefined) return `"${first}"`;
  if (first === "inputs")
    return third === "link"
      ? `The link of input "${second}"`
      : `Input "${second}"`;
  const number = Number(second) + 1;
  const which =
    first === "segments"
      ? `segment ${number}`
      : `entry ${number} of "${first}"`;
  return third === undefined
    ? which.charAt(0).toUpperCase() + which.slice(1)
    : `"${third}" of ${which}`;
}

function unknownField(
  path: readonly string[],
  field: string,
  schema: Schema,
  inputPatterns: readonly string[],
): string {
  const isInput = path.length === 1 && path[0] === "inputs";
  const known = isInput
    ? inputPatterns.map((pattern) => likeness(pattern, field))
    : Object.keys((schema.properties ?? {}) as object);
  const meant = nearest(field, known);
  const what = isInput
    ? `There is no input "${field}"`
    : `${placeOf(path)} has "${field}", which means nothing there`;
  if (meant !== undefined) return `${what}; did you mean "${meant}"?`;
  return isInput
    ? `${what}. Remove it, or look its name up with onefunnel --schema.`
    : `${what}. Remove it; known are ${known.map((one) => `"${one}"`).join(", ")}.`;
}

/** The input of a pattern that is most like `field`: of the same segment, period or line. */
function likeness(pattern: string, field: string): string {
  const segment = /(?:^|\/)(s\d+)(?=\/|$)/.exec(field)?.[1] ?? "s1";
  const number = /\/(\d+)(?=\/|$)/.exec(field)?.[1] ?? "1";
  return pattern
    .slice(1, -1)
    .replace("[^:]+", field.split(":")[0]!)
    .replaceAll("s[1-9]\\d*", segment)
    .replaceAll("\\d{1,3}", number);
}

/** What a value has to be, in words; made of the same rules that it breaks. */
function wanted(schema: Schema): string {
  const { examples, enum: choices, minimum, maximum, minLength } = schema;
  const types = [schema.type ?? []].flat() as string[];
  const listed = (choices ?? examples) as string[] | undefined;
  if (listed && listed.length > 1)
    return `one of ${either(listed.map((one) => `"${one}"`))}`;
  if (minimum !== undefined && minimum === maximum) return String(minimum);
  const bounds = [
    ...(minimum === undefined ? [] : [`at least ${String(minimum)}`]),
    ...(maximum === undefined ? [] : [`at most ${String(maximum)}`]),
  ];
  const such = listed ? ` such as ${listed[0]}` : "";
  if (schema.pattern !== undefined && types.includes("number"))
    return `a date${such}`;
  if (types.includes("number") || types.includes("integer")) {
    const isText = types.includes("string") && schema.maxLength === undefined;
    if (isText) return "a text or a number";
    const number = types.includes("integer") ? "a whole number" : "a number";
    return [number, bounds.join(" and ")].filter(Boolean).join(", ");
  }
  if (types.includes("array")) return "a list";
  if (types.includes("object") && !types.includes("string"))
    return "a table of fields in braces";
  if (schema.maxLength !== undefined)
    return `a text of ${String(minLength ?? 0)} to ${String(schema.maxLength)} characters`;
  return `a text${such}`;
}

const SHOWN = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
