/**
 * Between the mathematics and Excel: the only file that knows `CustomFunctions`. It turns typed errors into Excel's
 * errors with their sentences and makes sure that no result is NaN, Infinity, null or ragged, all of which Excel would
 * show as a silent 0 or an error without a word.
 */
import { FunnelError, type FunnelErrorKind } from "../funnel";
import { GivenError } from "./given";

/** A number, a text, or an error that belongs to this cell alone. */
export type CellResult = number | string | FunnelError;

/** Runs a function that fills one cell. */
export function cell<T extends number | string>(compute: () => T): T {
  return translated(() => {
    const value = checked(compute());
    if (value instanceof FunnelError) throw value;
    return value as T;
  });
}

/** Runs a function that fills a row or a column; `orientation` is that of the range it was given. */
export function spill(
  compute: () => {
    values: readonly CellResult[];
    orientation: "row" | "column";
  },
): any[][] {
  return table(() => {
    const { values, orientation } = compute();
    return orientation === "row" ? [values] : values.map((each) => [each]);
  });
}

/** Runs a function that fills a table, whose rows are of one width. */
export function table(
  compute: () => readonly (readonly CellResult[])[],
): any[][] {
  return translated(() =>
    compute().map((line) =>
      line.map((each) => {
        const value = checked(each);
        return value instanceof FunnelError ? excelError(value) : value;
      }),
    ),
  );
}

function checked(value: CellResult): CellResult {
  if (typeof value !== "number") return value;
  if (!Number.isFinite(value))
    return new FunnelError("num", "the result is not a finite number");
  return value === 0 ? 0 : value;
}

function translated<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof FunnelError) throw excelError(error);
    if (error instanceof GivenError)
      throw new CustomFunctions.Error(codeOf(error.code), error.message);
    throw error;
  }
}

function excelError(error: FunnelError): CustomFunctions.Error {
  const codes = CustomFunctions.ErrorCode;
  const byKind: Record<FunnelErrorKind, CustomFunctions.ErrorCode> = {
    value: codes.invalidValue,
    na: codes.notAvailable,
    div0: codes.divisionByZero,
    num: codes.invalidNumber,
  };
  return new CustomFunctions.Error(byKind[error.kind], error.sentence);
}

/** An error that came in goes out as it is; what Excel cannot return, such as #SPILL!, goes out as #VALUE!. */
function codeOf(code: string): CustomFunctions.ErrorCode {
  const codes = CustomFunctions.ErrorCode;
  return (
    Object.values(codes).find((each) => each === code) ?? codes.invalidValue
  );
}
