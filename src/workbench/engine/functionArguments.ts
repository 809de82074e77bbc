/** The arguments of a custom function, from Univer's values to Excel's. */
import type { Nullable } from "@univerjs/core";
import type {
  ArrayValueObject,
  BaseValueObject,
  ErrorValueObject,
} from "@univerjs/engine-formula";
import type { EngineFunction, FunctionParameter } from "./engine";

/** An argument that ends the call before the function runs. */
export class Refusal extends Error {
  constructor(
    readonly error: string,
    readonly sentence?: string,
  ) {
    super(sentence ?? error);
  }
}

/** The values a function is called with; throws a Refusal where Excel would not call it. */
export function argumentsOf(
  { name, parameters, acceptsErrors }: EngineFunction,
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
      ? variants
          .slice(place)
          .map((variant) => argument(parameter, variant, acceptsErrors))
      : argument(parameter, variants[place], acceptsErrors),
  );
}

function argument(
  parameter: FunctionParameter,
  variant: BaseValueObject | undefined,
  acceptsErrors = false,
): unknown {
  const valueOf = (cell: Nullable<BaseValueObject>): unknown =>
    acceptsErrors && parameter.type === "any" && cell?.isError()
      ? { error: (cell as ErrorValueObject).getErrorType() }
      : converted(parameter, plainValue(cell));
  if (!variant || (variant.isNull() && !variant.isArray()))
    return parameter.optional || parameter.matrix
      ? null
      : converted(parameter, null);
  if (!variant.isArray()) {
    const value = valueOf(variant);
    return parameter.matrix ? [[value]] : value;
  }
  const array = variant as ArrayValueObject;
  const [rows, columns] = [array.getRowCount(), array.getColumnCount()];
  if (parameter.matrix)
    return array.getArrayValue().map((row) => row.map(valueOf));
  if (rows * columns !== 1)
    throw new Refusal(
      "#VALUE!",
      `${parameter.name} takes one value and got a range of ${rows} × ${columns} cells. Give it a single cell.`,
    );
  return valueOf(array.get(0, 0));
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
