/** The parts that native forms are written with: the arguments of one call, as texts that stand inside a formula. */

export interface NativeArgument {
  /** A reference, a name, a literal or any formula text. */
  text: string;
  /** Of a range or an array constant; one cell when left out. */
  rows?: number;
  columns?: number;
}

/** By argument name; one that is left out is absent. */
export type NativeArguments = Readonly<Record<string, NativeArgument>>;

/** One array formula for a rectangle of its own size. */
export interface Area {
  formula: string;
  rows: number;
  columns: number;
}

/**
 * What a form gives: one formula for all cells (array-entered when they are several), one formula per cell of a line, the
 * rows of a table, or an area.
 */
export type Written = string | string[] | string[][] | Area;

export interface FormEntry {
  form: (call: Call) => Written;
  /** The result spills: laid out like this argument; "" for a row whatever the arguments are. */
  like?: string;
}

export type Forms = Readonly<Record<string, FormEntry>>;

/** This call has no plain formula, though others of the same function may have one. */
export class NotExpressible extends Error {}

/** A name or a reference, its sheet in quotes perhaps, a number, an array constant, a text. */
const NEEDS_NO_BRACKETS =
  /^(?:'(?:[^']|'')*'!)?[\w$.!:]+%?$|^\{[^{}]*\}$|^"[^"]*"$/;

export class Call {
  constructor(private readonly given: NativeArguments) {}

  has(name: string): boolean {
    return this.given[name] !== undefined;
  }

  text(name: string): string {
    const argument = this.given[name];
    if (argument === undefined) throw new NotExpressible(`${name} is missing`);
    return NEEDS_NO_BRACKETS.test(argument.text)
      ? argument.text
      : `(${argument.text})`;
  }

  /** The argument, or what stands for it when it is left out. */
  optional(name: string, standard: string): string {
    return this.has(name) ? this.text(name) : standard;
  }

  /** One of these words, the first when it is left out. Only a word written out in the call decides which formula it is. */
  word<T extends string>(name: string, words: readonly T[]): T {
    if (!this.has(name)) return words[0]!;
    const [, inner = ""] = /^"([^"]*)"$/.exec(this.text(name)) ?? [];
    const found = words.find(
      (each) => each.toLowerCase() === inner.trim().toLowerCase(),
    );
    if (found === undefined)
      throw new NotExpressible(`${name} must be written out`);
    return found;
  }

  /** A whole number above 0 that decides how many cells there are: only one written out in the call can. */
  size(name: string, standard?: number): number {
    if (!this.has(name) && standard !== undefined) return standard;
    const text = this.text(name);
    if (!/^[1-9]\d{0,3}$/.test(text))
      throw new NotExpressible(`${name} must be written out`);
    return Number(text);
  }

  /** The formula for the word that is given: chosen now if it is written out, by the workbook if it stands in a cell. */
  choose(name: string, forms: Readonly<Record<string, string>>): string {
    const words = Object.keys(forms);
    const given = this.text(name);
    if (given.startsWith('"')) return forms[this.word(name, words)]!;
    return words.reduceRight(
      (rest, each) => `IF(TRIM(${given})="${each}",${forms[each]},${rest})`,
      "NA()",
    );
  }

  /** "*x" or "" when it is left out. */
  times(name: string): string {
    return this.has(name) ? `*${this.text(name)}` : "";
  }

  rows(name: string): number {
    return this.given[name]?.rows ?? 1;
  }

  columns(name: string): number {
    return this.given[name]?.columns ?? 1;
  }

  count(name: string): number {
    return this.rows(name) * this.columns(name);
  }

  /** Which way the cells of a list run. */
  orientation(name: string): "row" | "column" {
    return this.rows(name) > 1 ? "column" : "row";
  }

  /** The cells of a range, one by one. */
  items(name: string): string[] {
    const count = this.count(name);
    return count === 1
      ? [this.text(name)]
      : Array.from(
          { length: count },
          (_, at) => `INDEX(${this.text(name)},${at + 1})`,
        );
  }

  /** An array constant that runs the way of a range. */
  along(name: string, values: number[]): string {
    const between = this.orientation(name) === "column" ? ";" : ",";
    return values.length === 1 ? `${values[0]}` : `{${values.join(between)}}`;
  }

  /** {1,2,3 …}, as many as the range has cells. */
  counting(name: string): string {
    return this.along(
      name,
      Array.from({ length: this.count(name) }, (_, at) => at + 1),
    );
  }
}

/** {1,2,3} or {1;2;3}; a single number stands alone. */
export const counting = (count: number, between: string, from = 1): string =>
  count === 1
    ? `${from}`
    : `{${Array.from({ length: count }, (_, at) => at + from).join(between)}}`;

/** Rounded up once, with the guard that keeps 21/0.35 at 60. */
export const whole = (text: string): string => `ROUNDUP(ROUND(${text},6),0)`;
/** A blank or zero divisor is missing, not infinite. */
export const known = (text: string): string => `IF(${text}=0,NA(),${text})`;
/** One array formula for a table of results, chosen by position. */
export function spread(rows: string[][]): string {
  const cells = rows.flat();
  if (cells.length === 1) return cells[0]!;
  let place = 0;
  const places = rows.map((row) => row.map(() => ++place).join(",")).join(";");
  return `CHOOSE({${places}},${cells.join(",")})`;
}
