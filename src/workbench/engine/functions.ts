/** Custom functions as Excel calls them: it converts the arguments, refuses errors, and spills what comes back. */
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
import type { EngineFunction, FunctionCell, FunctionResult } from "./engine";
import { Refusal, argumentsOf } from "./functionArguments";
import type { Sentences } from "./sentences";
import type { Services } from "./services";
import { isErrorText } from "../../xlsx/book";

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
