/** The rows of a register on its sheet: inputs with calculated columns between them. */
import { lineNumbers, type Register } from "./registers";
import { type CellSpec, type Context, inputCell, type RowSpec } from "./sheet";

/** A column of the register's lines: where an input stands, or a calculated cell. */
export type RegisterColumn =
  | { input: string; formula?: string; role?: CellSpec["role"] }
  | (Pick<CellSpec, "formula" | "format" | "role"> & {
      /** Last part of its key: "cost_per_sql" makes "campaign/3/cost_per_sql". */
      key: string;
    });

/**
 * The rows of a register, columns from `from` on; formulas find the cells of their own line by the bare id
 * ("{tactic}"), those of another one by the whole key.
 */
export function registerRows(
  context: Context,
  register: Register,
  columns: readonly RegisterColumn[],
  from = 0,
): RowSpec[] {
  return lineNumbers(register).map((line) => {
    const scope = `${register.id}/${line}`;
    return {
      scope,
      cells: columns.map((column, at): CellSpec => {
        if ("input" in column)
          return inputCell(context, `${scope}/${column.input}`, from + at, {
            ...(column.formula !== undefined
              ? { formula: column.formula }
              : {}),
            ...(column.role ? { role: column.role } : {}),
          });
        const { key, ...cell } = column;
        return { ...cell, column: from + at, key: `${scope}/${key}` };
      }),
    };
  });
}
