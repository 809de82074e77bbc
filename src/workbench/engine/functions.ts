/** Custom functions as Excel calls them: it converts the arguments, refuses errors, and spills what comes back. */
import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type {
  BaseValueObject,
  FunctionVariantType,
} from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { isCellError } from "../../xlsx/book";
import type {
  EngineFunction,
  FunctionCell,
  FunctionParameter,
  FunctionResult,
} from "./engine";
import type { Sentences } from "./sentences";
import type { Services } from "./services";
import { isErrorText } from "./values";

/** An argument that ends the call before the function runs. */
class Refusal extends Error {
  constructor(
    readonly error: string,
    readonly sentence?: string,
  ) {
    super(sentence ?? error);
  }
}

export class CustomFunctions {
  private readonly names = new Set<string>();

  constructor(
    private readonly services: Services,
    private readonly sentences: Sentences,
  ) {}

  register(functions: EngineFunction[]): void {
    this.services.functions.registerExecutors(
      ...functions.map((entry) => new ExcelFunction(entry, this.sentences)),
    );
    this.services.find(IDescriptionService).registerDescriptions(
      functions.map(({ name, description, parameters }) => ({
        functionName: name.toUpperCase(),
        functionType: FunctionType.User,
        description,
        abstract: description,
        functionParameter: parameters.map((parameter) => ({
          name: parameter.name,
          detail: parameter.description ?? "",
          example: "",
          require: parameter.optional ? (0 as const) : (1 as const),
          repeat: parameter.repeating ? (1 as const) : (0 as const),
        })),
      })),
    );
    for (const { name } of functions) this.names.add(name.toUpperCase());
  }

  /** The formula calls one of them. */
  areIn(formula: string): boolean {
    const text = formula.toUpperCase();
    for (const name of this.names) if (text.includes(name)) return true;
    return false;
  }
}

class ExcelFunction extends BaseFunction {
  constructor(
    private readonly entry: EngineFunction,
    private readonly sentences: Sentences,
  ) {
    super(entry.name.toUpperCase());
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    try {
      const args = argumentsOf(this.entry, variants as BaseValueObject[]);
      return this.result(this.entry.call(args));
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      return this.failure(fault.error, fault.sentence, 0, 0);
    }
  }

  private result({ value }: FunctionResult): BaseValueObject {
    if (!Array.isArray(value)) return this.cell(value, 0, 0);
    const columns = value[0]?.length ?? 0;
    if (columns === 0 || value.some((row) => row.length !== columns))
      return this.failure(
        "#VALUE!",
        `${this.entry.name} returned rows of different lengths or no cell at all. This is a fault of the function; please report it.`,
        0,
        0,
      );
    return ArrayValueObject.create({
      calculateValueList: value.map((row, r) =>
        row.map((cell, c) => this.cell(cell, r, c)),
      ),
      rowCount: value.length,
      columnCount: columns,
      unitId: "",
      sheetId: "",
      row: -1,
      column: -1,
    });
  }

  private cell(
    value: FunctionCell,
    row: number,
    column: number,
  ): BaseValueObject {
    if (typeof value === "number") {
      if (Number.isFinite(value)) return NumberValueObject.create(value);
      return this.failure(
        Number.isNaN(value) ? "#VALUE!" : "#NUM!",
        undefined,
        row,
        column,
      );
    }
    if (typeof value === "string") return StringValueObject.create(value);
    if (typeof value === "boolean") return BooleanValueObject.create(value);
    if (isCellError(value))
      return this.failure(
        value.error,
        (value as { sentence?: string }).sentence,
        row,
        column,
      );
    // Excel shows 0 for null.
    return NumberValueObject.create(0);
  }

  private failure(
    error: string,
    sentence: string | undefined,
    row: number,
    column: number,
  ): BaseValueObject {
    if (sentence !== undefined) this.sentences.explain(sentence, row, column);
    return ErrorValueObject.create(
      (isErrorText(error) ? error : "#VALUE!") as ErrorType,
    );
  }
}

function argumentsOf(
  { name, parameters }: EngineFunction,
  variants: BaseValueObject[],
): unknown[] {
  const repeats = parameters.at(-1)?.repeating ?? false;
  const required = parameters.filter(
    ({ optional, repeating }) => !optional && !repeating,
  ).length;
  if (variants.length < required)
    throw new Refusal(
      "#VALUE!",
      `${name} needs ${required} arguments and got ${variants.length}: ${parameters.map((parameter) => parameter.name).join(", ")}.`,
    );
  if (!repeats && variants.length > parameters.length)
    throw new Refusal(
      "#VALUE!",
      `${name} takes ${parameters.length} arguments and got ${variants.length}.`,
    );
  return parameters.map((parameter, place) =>
    parameter.repeating
      ? variants.slice(place).map((variant) => argument(parameter, variant))
      : argument(parameter, variants[place]),
  );
}

function argument(
  parameter: FunctionParameter,
  variant: BaseValueObject | undefined,
): unknown {
  if (!variant || (variant.isNull() && !variant.isArray()))
    return parameter.optional || parameter.matrix
      ? null
      : converted(parameter, null);
  if (!variant.isArray()) {
    const value = converted(parameter, plainValue(variant));
    return parameter.matrix ? [[value]] : value;
  }
  const array = variant as ArrayValueObject;
  const [rows, columns] = [array.getRowCount(), array.getColumnCount()];
  if (parameter.matrix)
    return array
      .getArrayValue()
      .map((row) => row.map((cell) => converted(parameter, plainValue(cell))));
  if (rows * columns !== 1)
    throw new Refusal(
      "#VALUE!",
      `${parameter.name} takes one value and got a range of ${rows} × ${columns} cells. Give it a single cell.`,
    );
  return converted(parameter, plainValue(array.get(0, 0)));
}

type Plain = number | string | boolean | null;

/** An argument's error is the call's result, as Excel has it. */
function plainValue(variant: Nullable<BaseValueObject>): Plain {
  if (!variant || variant.isNull()) return null;
  if (variant.isError())
    throw new Refusal((variant as ErrorValueObject).getErrorType());
  if (variant.isLambda()) throw new Refusal("#VALUE!");
  return variant.getValue() as Plain;
}

/** Excel converts to the declared type before the call, or answers #VALUE! itself. */
function converted({ name, type }: FunctionParameter, value: Plain): Plain {
  if (type === "any") return value;
  if (type === "string")
    return typeof value === "boolean"
      ? String(value).toUpperCase()
      : String(value ?? "");
  if (type === "number") {
    const number = value === "" ? Number.NaN : Number(value ?? 0);
    if (!Number.isNaN(number)) return number;
    throw new Refusal(
      "#VALUE!",
      `${name} must be a number; got the text "${value}".`,
    );
  }
  if (typeof value === "string") {
    if (/^(true|false)$/i.test(value)) return /^true$/i.test(value);
    throw new Refusal(
      "#VALUE!",
      `${name} must be TRUE or FALSE; got the text "${value}".`,
    );
  }
  return Boolean(value);
}
