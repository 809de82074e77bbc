/**
 * The file of a plan as a JSON Schema (draft 2020-12), made from the template itself: editors complete and check a file
 * by it, programs can make one. The build publishes it beside the add-in; `problems` says what no schema can.
 */
import { FIRST_DATE, LAST_DATE } from "./dates";
import { MOTIONS } from "./examples";
import { ANNOTATIONS, calendar, inputsOf } from "./inputs";
import type { InputDefinition, PeriodKind, Plan } from "./model";
import { PLAN_NAME_LIMIT, SEGMENT_NAME_LIMIT } from "./names";
import { MOST_SEGMENTS, newPlan, PERIOD_COUNTS, presets } from "./plan";
import { PLAN_FILE_KIND } from "./planFile";
import { ALL_SHEETS } from "./sheetList";

export type Schema = { readonly [key: string]: unknown };

export const PLAN_SCHEMA_FILE = "plan.schema.json";

const DAY = "^\\d{4}-\\d{2}-\\d{2}$";
const DAY_EXAMPLE = ["2027-02-01"];

const date = (description: string): Schema => ({
  description: `${description} Written as 2027-02-01, or as Excel counts days.`,
  examples: DAY_EXAMPLE,
  type: ["string", "number"],
  format: "date",
  pattern: DAY,
  minimum: FIRST_DATE,
  maximum: LAST_DATE,
});

const oneOf = (description: string, choices: readonly string[]): Schema => ({
  description,
  enum: choices,
});

const name = (description: string, most: number): Schema => ({
  description,
  type: "string",
  minLength: 1,
  maxLength: most,
});

export function planSchema(address?: string): Schema {
  const { kinds, patterns } = inputSchemas();
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...(address !== undefined && { $id: address }),
    title: PLAN_FILE_KIND,
    description:
      "A funnel plan as OneFunnel saves and reads it: frame, segments, and the inputs that the team has given.",
    type: "object",
    required: [
      ...["kind", "schema", "name", "fiscalStart", "asOf", "currency"],
      ...["periods", "segments"],
    ],
    additionalProperties: false,
    properties: {
      $schema: { description: "For editors.", type: "string" },
      kind: { const: PLAN_FILE_KIND },
      schema: { description: "Version of this format.", const: 1 },
      id: {
        description:
          "Ties every workbook made of the plan to it. Without one it follows from the name.",
        type: "string",
        minLength: 1,
        maxLength: 100,
      },
      name: name('Stands before every sheet\'s name: "FY27".', PLAN_NAME_LIMIT),
      fiscalStart: date("First day of the first period."),
      asOf: date("The day that the plan looks from."),
      currency: {
        description: "ISO 4217 code.",
        examples: ["EUR"],
        type: "string",
        pattern: "^[A-Z]{3}$",
      },
      periods: oneOf("Length of a period.", Object.keys(PERIOD_COUNTS)),
      periodCount: { description: "12 months, or 4 to 8 quarters." },
      segments: {
        description: "Markets with rates, deal sizes and lags of their own.",
        type: "array",
        minItems: 1,
        maxItems: MOST_SEGMENTS,
        items: segment,
      },
      sheets: {
        description:
          "A preset, or a list of sheets; those that a sheet needs come with it. Without it, the Quick plan.",
        type: ["string", "array"],
        ...{ minItems: 1, uniqueItems: true, items: { enum: ALL_SHEETS } },
        pattern: `^(?:${presets.map(({ id }) => id).join("|")})$`,
        examples: presets.map(({ id }) => id),
      },
      inputs: {
        description:
          "Values and links by input. What is left out takes the template's example or formula.",
        type: "object",
        patternProperties: patterns,
        additionalProperties: false,
      },
    },
    $defs: kinds,
    allOf: Object.entries(PERIOD_COUNTS).map(([kind, { least, most }]) => ({
      if: { required: ["periods"], properties: { periods: { const: kind } } },
      then: {
        properties: {
          periodCount: { type: "integer", minimum: least, maximum: most },
        },
      },
    })),
  };
}

const segment: Schema = {
  type: "object",
  required: ["name", "motion"],
  additionalProperties: false,
  properties: {
    id: {
      description:
        "s1, s2 and so on, as the inputs name it. Without one it follows from the segment's place.",
      type: "string",
      pattern: "^s[1-9]\\d*$",
      examples: ["s1"],
    },
    name: name("As it is shown.", SEGMENT_NAME_LIMIT),
    motion: oneOf("How the segment is sold to.", MOTIONS),
  },
};

/** Every input that any plan may have, those that differ by segment, period or line in one. */
function inputSchemas(): Record<"kinds" | "patterns", Schema> {
  const kinds: Record<string, Schema> = {};
  const patterns: Record<string, Schema> = {};
  for (const plan of largestPlans())
    for (const input of inputsOf(plan, calendar(plan))) {
      const about = ANNOTATIONS.find((one) => input.id.endsWith(`:${one}`));
      const pattern = about ? `^[^:]+:${about}$` : patternOf(input.id);
      if (patterns[pattern]) continue;
      const { kind, value } = kindOf(input);
      const schema = (kinds[kind] ??= given(value));
      if (JSON.stringify(schema) !== JSON.stringify(given(value)))
        throw new Error(`Two kinds of input are called ${kind}.`);
      patterns[pattern] = {
        description: about
          ? input.hint || "Anything the reader should know about the input."
          : describe(input),
        $ref: `#/$defs/${kind}`,
      };
    }
  return { kinds, patterns };
}

function largestPlans(): Plan[] {
  const segments = Array.from({ length: MOST_SEGMENTS }, (_, at) => ({
    name: `Segment ${at + 1}`,
    motion: MOTIONS[0]!,
  }));
  return (Object.keys(PERIOD_COUNTS) as PeriodKind[]).map((periods) => ({
    ...newPlan({
      ...{ id: "any", name: "Any", currency: "EUR", periods, segments },
      ...{ fiscalStart: FIRST_DATE, asOf: FIRST_DATE },
      periodCount: PERIOD_COUNTS[periods].most,
    }),
    sheets: [...ALL_SHEETS],
  }));
}

/** "s1/opening_bookings/3" stands for every segment and period. */
const patternOf = (id: string): string =>
  `^${id
    .split("/")
    .map((part) =>
      /^s\d+$/.test(part)
        ? "s[1-9]\\d*"
        : /^\d+$/.test(part)
          ? "\\d{1,3}"
          : part,
    )
    .join("/")}$`;

const describe = ({ label, hint }: InputDefinition): string =>
  `${label.replace(/,? \d+\b/g, "")}. ${hint}`.trim();

/** A value stands alone or beside the word "value"; a link is a formula to a cell of the team's own workbook. */
const given = (value: Schema): Schema => ({
  ...value,
  type: [...(value.type as string[]), "object"],
  properties: {
    value,
    link: { type: "string", minLength: 3, examples: ["Budget!$C$14"] },
  },
  ...{ minProperties: 1, maxProperties: 1, additionalProperties: false },
});

/** What an input takes, and a word for it. One that may stay blank takes an empty text. */
function kindOf(input: InputDefinition): { kind: string; value: Schema } {
  const { unit, min, max, choices = [], choicesIn, optional } = input;
  const kind = (...words: (string | number)[]): string =>
    [...words, ...(optional ? ["or_blank"] : [])].join("_");
  if (unit === "text" || choicesIn !== undefined)
    return { kind: "text", value: { type: ["string", "number"] } };
  if (unit === "choice") {
    const pattern = [...choices, ...(optional ? [""] : [])].map(escaped);
    return {
      kind: kind(...choices.map((one) => one.replace(/\W+/g, "_"))),
      value: {
        type: ["string"],
        pattern: `^(?:${pattern.join("|")})$`,
        examples: choices,
      },
    };
  }
  if (unit === "date")
    return {
      kind: kind("date"),
      value: {
        type: ["string", "number"],
        ...(optional
          ? { pattern: `${DAY}|^$` }
          : { format: "date", pattern: DAY }),
        minimum: FIRST_DATE,
        maximum: LAST_DATE,
        examples: DAY_EXAMPLE,
      },
    };
  const bounds = [
    ...(min === undefined ? [] : ["from", min]),
    ...(max === undefined ? [] : ["to", max]),
  ];
  return {
    kind: kind("number", ...bounds),
    value: {
      type: optional ? ["number", "string"] : ["number"],
      ...(optional && { maxLength: 0 }),
      ...(min !== undefined && { minimum: min }),
      ...(max !== undefined && { maximum: max }),
    },
  };
}

const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
