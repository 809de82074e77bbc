/**
 * The plain formula that gives the same result as a custom function, with functions that Excel 2016 and LibreOffice
 * know: shown on the reference pages and written where a workbook must compute without the add-in. Errors of missing
 * values (#N/A, #DIV/0!) come out alike; plain formulas do not refuse bad input (a rate of 25, a negative target).
 */
import { ALIGNMENT } from "./alignment";
import { BUDGET } from "./budget";
import {
  Call,
  NotExpressible,
  spread,
  type Forms,
  type NativeArguments,
} from "./call";
import { COHORT } from "./cohort";
import { CREDIT } from "./credit";
import { MONEY } from "./money";
import { PLAN } from "./plan";
import { RATES } from "./rates";
import { RESPONSE } from "./response";
import { RISK } from "./risk";
import { TIMING } from "./timing";

export type { NativeArgument, NativeArguments } from "./call";

export interface NativeForm {
  /** Begins with "="; one array formula over `rows` x `columns` cells when that is more than one. */
  formula: string;
  rows: number;
  columns: number;
}

const FORMS: Forms = {
  ...PLAN,
  ...TIMING,
  ...RATES,
  ...COHORT,
  ...RISK,
  ...ALIGNMENT,
  ...RESPONSE,
  ...CREDIT,
  ...BUDGET,
  ...MONEY,
};

/** The functions of which at least some calls have a plain formula. */
export const NATIVE_IDS: readonly string[] = Object.keys(FORMS);

/** What Excel takes in one cell. */
const LONGEST_FORMULA = 8192;

/** Undefined where this function, or this call of it, can only be frozen to its value. */
export function nativeForm(
  id: string,
  given: NativeArguments,
): NativeForm | undefined {
  const form = writtenForm(id, given);
  return form && form.formula.length <= LONGEST_FORMULA ? form : undefined;
}

function writtenForm(
  id: string,
  given: NativeArguments,
): NativeForm | undefined {
  const entry = FORMS[id];
  if (entry === undefined) return undefined;
  const call = new Call(given);
  let written;
  try {
    written = entry.form(call);
  } catch (fault) {
    if (fault instanceof NotExpressible) return undefined;
    throw fault;
  }
  if (typeof written === "object" && "formula" in written)
    return { ...written, formula: `=${written.formula}` };
  const { like } = entry;
  const isColumn = like !== undefined && call.orientation(like) === "column";
  if (typeof written === "string") {
    const count = like === undefined ? 1 : call.count(like);
    const [rows, columns] = isColumn ? [count, 1] : [1, count];
    return { formula: `=${written}`, rows, columns };
  }
  const table = written.every((line) => typeof line === "string")
    ? isColumn
      ? written.map((each) => [each])
      : [written]
    : written;
  return {
    formula: `=${spread(table)}`,
    rows: table.length,
    columns: table[0]!.length,
  };
}
