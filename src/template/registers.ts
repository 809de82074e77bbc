/**
 * A register is a block of lines that the team fills in: campaigns, budget lines, decisions. Its definition gives the
 * inputs of every line; registerRows.ts makes its rows.
 */
import type { InputDefinition, Scalar } from "./model";

type InputColumn = Pick<InputDefinition, "label" | "unit" | "hint"> &
  Partial<
    Pick<
      InputDefinition,
      "min" | "max" | "choices" | "choicesIn" | "calculated" | "default"
    >
  >;

export interface Register {
  /** First part of its input ids: "campaign" makes "campaign/3/tactic". */
  id: string;
  /** What a line is called in prompts: "Campaign". */
  line: string;
  lines: number;
  /** By id, from left to right. */
  inputs: Readonly<Record<string, InputColumn>>;
  /** What the first lines hold until somebody types: [{ tactic: "Webinar" }, …]. */
  starts?: readonly Readonly<Record<string, Scalar>>[];
}

export const lineNumbers = ({ lines }: Pick<Register, "lines">): number[] =>
  Array.from({ length: lines }, (_, at) => at + 1);

export const registerInputs = (
  register: Register,
): Omit<InputDefinition, "sheet">[] =>
  lineNumbers(register).flatMap((line) =>
    Object.entries(register.inputs).map(([id, column]) => {
      const start = register.starts?.[line - 1]?.[id];
      return {
        key: false,
        optional: true,
        ...column,
        id: `${register.id}/${line}/${id}`,
        label: `${register.line} ${line}: ${column.label.toLowerCase()}`,
        ...(start !== undefined ? { default: start } : {}),
      };
    }),
  );

/** A whole column of a register in a formula: "{box campaign/1/spend campaign/40/spend}". */
export const columnOf = (
  { id, lines }: Pick<Register, "id" | "lines">,
  column: string,
): string => `{box ${id}/1/${column} ${id}/${lines}/${column}}`;
