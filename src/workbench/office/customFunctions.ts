/**
 * How Excel calls a custom function and reads its answer, as measured on Microsoft's runtime. The functions live in the
 * pane's page, whose classes are not ours: errors are known by their code, never by `instanceof`.
 */
import { isCellError } from "../../xlsx/book";
import type {
  EngineFunction,
  FunctionCell,
  FunctionParameter,
  FunctionResult,
} from "../engine/engine";
import type { CustomFunction } from "./association";

/** What is read of functions.json. */
export interface FunctionsJson {
  functions: {
    id: string;
    name: string;
    description?: string;
    helpUrl?: string;
    parameters?: {
      name: string;
      description?: string;
      type?: string;
      dimensionality?: string;
      optional?: boolean;
      repeating?: boolean;
    }[];
  }[];
  /** Errors in cells are handed to parameters of any type instead of ending the call. */
  allowErrorForDataTypeAny?: boolean;
}

/** Makes an error of the page's own class out of "#N/A". */
export type MakeError = (code: string) => unknown;

const plainError: MakeError = (code) =>
  Object.assign(new Error(""), { code, basicValue: code });

/** Functions that the page did not associate are left out, as Excel does not offer them either. */
export function engineFunctions(
  namespace: string,
  { functions, allowErrorForDataTypeAny = false }: FunctionsJson,
  implementations: ReadonlyMap<string, CustomFunction>,
  makeError: MakeError = plainError,
): EngineFunction[] {
  return functions.flatMap((entry) => {
    const run = implementations.get(entry.id.toUpperCase());
    if (!run) return [];
    const name = `${namespace}.${entry.name}`;
    const parameters = (entry.parameters ?? []).map(parameterOf);
    const { description = "", helpUrl } = entry;
    return {
      name,
      description,
      ...(helpUrl === undefined ? {} : { helpUrl }),
      parameters,
      acceptsErrors: allowErrorForDataTypeAny,
      call: (args) => call(name, run, handedOver(args, parameters, makeError)),
    };
  });
}

function parameterOf(
  given: NonNullable<FunctionsJson["functions"][number]["parameters"]>[number],
): FunctionParameter {
  const { name, description, type, dimensionality, optional, repeating } =
    given;
  const known = type === "number" || type === "string" || type === "boolean";
  return {
    name,
    ...(description === undefined ? {} : { description }),
    optional: optional === true,
    matrix: dimensionality === "matrix",
    type: known ? type : "any",
    ...(repeating === true ? { repeating: true } : {}),
  };
}

/** Every parameter gets its place, an omitted one null; error cells become errors of the page. */
function handedOver(
  args: unknown[],
  parameters: FunctionParameter[],
  makeError: MakeError,
): unknown[] {
  const translated = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(translated);
    return isCellError(value) ? makeError(value.error) : (value ?? null);
  };
  return parameters.map((_, place) => translated(args[place]));
}

function call(
  name: string,
  run: CustomFunction,
  args: unknown[],
): FunctionResult {
  const invocation = { functionName: name, isInValuePreview: false };
  let result: unknown;
  try {
    result = run(...args, invocation);
  } catch (problem) {
    return { value: errorCell(problem) };
  }
  if (isPromise(result))
    return {
      value: {
        error: "#VALUE!",
        sentence: `${name} answers later; the workbench calls functions that answer at once.`,
      },
    };
  if (!Array.isArray(result)) return { value: scalarCell(result) };
  const rows = result as unknown[];
  if (rows.length === 0 || !rows.every((row) => Array.isArray(row)))
    return { value: { error: "#VALUE!" } };
  return { value: (rows as unknown[][]).map((row) => row.map(matrixCell)) };
}

const isPromise = (value: unknown): boolean =>
  typeof (value as { then?: unknown } | null | undefined)?.then === "function";

/** A single NaN or infinity is an error in Excel … */
function scalarCell(value: unknown): FunctionCell {
  if (typeof value !== "number" || Number.isFinite(value))
    return plainCell(value);
  return { error: Number.isNaN(value) ? "#VALUE!" : "#NUM!" };
}

/** … but inside a matrix it crosses the wire as null and shows as a silent 0. */
const matrixCell = (value: unknown): FunctionCell =>
  typeof value === "number" && !Number.isFinite(value) ? 0 : plainCell(value);

function plainCell(value: unknown): FunctionCell {
  if (value === null || value === undefined) return 0;
  if (typeof value !== "object") return scalar(value);
  if (errorCode(value) !== undefined) return errorCell(value);
  // A date crosses the wire as text; a rich value shows its plain one.
  const { toISOString, basicValue } = value as {
    toISOString?: unknown;
    basicValue?: unknown;
  };
  if (typeof toISOString === "function") return (value as Date).toISOString();
  return basicValue === undefined ? { error: "#VALUE!" } : scalar(basicValue);
}

const scalar = (value: unknown): FunctionCell =>
  typeof value === "number" ||
  typeof value === "string" ||
  typeof value === "boolean"
    ? value
    : { error: "#VALUE!" };

function errorCode(value: unknown): string | undefined {
  const { code } = (value ?? {}) as { code?: unknown };
  return typeof code === "string" && code.startsWith("#") ? code : undefined;
}

/** Excel takes these from a function; any other code it shows as #VALUE!. */
const returnable = ["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"];
/** Of these it shows the sentence. */
const explained = ["#VALUE!", "#N/A"];

function errorCell(problem: unknown): FunctionCell {
  const given = errorCode(problem);
  if (given === undefined) return { error: "#VALUE!" };
  const error = returnable.includes(given) ? given : "#VALUE!";
  const { message } = problem as { message?: unknown };
  const speaks =
    explained.includes(given) && typeof message === "string" && message !== "";
  return speaks ? { error, sentence: message } : { error };
}
