/**
 * The add-in's custom functions as the spreadsheet calls them: functions.json says how each looks, the pane's page runs
 * it. Values and errors are translated as Excel does it.
 */
import type { ErrorText } from "../../xlsx/book";
import type {
  EngineFunction,
  FunctionCell,
  FunctionParameter,
  FunctionResult,
} from "../engine/engine";

/** What the workbench reads of functions.json. */
export interface FunctionsJson {
  functions: {
    id: string;
    name: string;
    description?: string;
    helpUrl?: string;
    parameters: {
      name: string;
      description?: string;
      type?: string;
      dimensionality?: string;
      optional?: boolean;
      repeating?: boolean;
    }[];
  }[];
}

type Implementation = (...args: unknown[]) => unknown;

/** Functions that the page did not associate are left out: Excel does not offer them either. */
export function engineFunctions(
  namespace: string,
  { functions }: FunctionsJson,
  implementations: ReadonlyMap<string, Implementation>,
): EngineFunction[] {
  return functions.flatMap((entry) => {
    const run = implementations.get(entry.id.toUpperCase());
    if (run === undefined) return [];
    const name = `${namespace}.${entry.name}`;
    return {
      name,
      description: entry.description ?? "",
      ...(entry.helpUrl === undefined ? {} : { helpUrl: entry.helpUrl }),
      parameters: entry.parameters.map((parameter): FunctionParameter => ({
        name: parameter.name,
        ...(parameter.description === undefined
          ? {}
          : { description: parameter.description }),
        optional: parameter.optional === true,
        matrix: parameter.dimensionality === "matrix",
        type: parameterType(parameter.type),
        ...(parameter.repeating === true ? { repeating: true } : {}),
      })),
      call: (args) => called(name, run, args),
    };
  });
}

function parameterType(type: string | undefined): FunctionParameter["type"] {
  return type === "number" || type === "string" || type === "boolean"
    ? type
    : "any";
}

function called(
  name: string,
  run: Implementation,
  args: unknown[],
): FunctionResult {
  // Excel's last argument says where the call stands; our functions do not ask.
  const invocation = { address: undefined, functionName: name };
  try {
    const result = run(...args, invocation);
    return {
      value: Array.isArray(result)
        ? result.map((row: unknown) =>
            (Array.isArray(row) ? row : [row]).map(cell),
          )
        : cell(result),
    };
  } catch (problem) {
    return { value: cellError(problem) };
  }
}

function cell(value: unknown): FunctionCell {
  if (
    typeof value === "number" ||
    typeof value === "string" ||
    typeof value === "boolean"
  )
    return value;
  // Excel shows nothing at all as 0.
  if (value === null || value === undefined) return 0;
  return cellError(value);
}

/** The pane's page has its own Error class, so an error is known by its code and not by its class. */
function cellError(problem: unknown): FunctionCell {
  const { code, message } = (problem ?? {}) as {
    code?: unknown;
    message?: unknown;
  };
  if (typeof code === "string" && code.startsWith("#"))
    return {
      error: code as ErrorText,
      ...(typeof message === "string" && message !== ""
        ? { sentence: message }
        : {}),
    };
  // Anything else that a function throws is #VALUE! in Excel, without a word.
  return { error: "#VALUE!" };
}
