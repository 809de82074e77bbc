/** The reference files, read once, and the comparison that each of their cases asks for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FunnelError } from "../../src/funnel";
import { expectClose, type Tolerance } from "../funnel/close";
import type { Outcome } from "./runtime";

export interface ReferenceCase {
  function: string;
  /** Named arguments of any type: the files are read, not typed. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  args: Record<string, any>;
  expected: unknown;
  tolerance: Tolerance | null;
  note?: string;
}

const FOLDER = join(__dirname, "../fixtures/reference");

/** `file` as "02_rates"; the cases of one function, each with a title, or all. */
export function referenceCases(
  file: string,
  name?: string,
): (readonly [string, ReferenceCase])[] {
  const all = JSON.parse(
    readFileSync(join(FOLDER, `${file}.json`), "utf8"),
  ) as ReferenceCase[];
  return all
    .filter((each) => name === undefined || each.function === name)
    .map((each) => [
      `${each.function} ${JSON.stringify(each.args).slice(0, 150)}`,
      each,
    ]);
}

const KINDS: Record<string, string> = {
  "#VALUE!": "value",
  "#N/A": "na",
  "#DIV/0!": "div0",
  "#NUM!": "num",
};

/** The mathematics gives what the case expects: the result, or a typed error of that kind. */
export function expectMathematics(
  each: ReferenceCase,
  compute: () => unknown,
): void {
  const { error } = (each.expected ?? {}) as { error?: string };
  if (error === undefined) {
    expectClose(compute(), each.expected, each.tolerance);
    return;
  }
  expect(compute).toThrow(FunnelError);
  expect(compute).toThrow(expect.objectContaining({ kind: KINDS[error] }));
}

/** The same of an Excel face; `laid` turns the expected result into the cells that Excel would show. */
export function expectOutcome(
  outcome: Outcome,
  each: ReferenceCase,
  laid: (expected: unknown) => unknown = (expected) => expected,
): void {
  const { error } = (each.expected ?? {}) as { error?: string };
  if (error === undefined)
    expectClose(
      "value" in outcome ? outcome.value : outcome,
      laid(each.expected),
      each.tolerance,
    );
  else expect(outcome).toMatchObject({ error });
}

/** What an empty cell or one with 0 may arrive as. */
export const blanks = (values: readonly unknown[]): unknown[][] =>
  [0, null, "", undefined].map((blank) =>
    values.map((value) => (value === 0 ? blank : value)),
  );
