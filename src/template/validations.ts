/** What an input cell accepts, derived from its definition; neighbours that accept the same share one rule. */
import { rangeAddress } from "./address";
import type {
  BlueprintCell,
  BlueprintValidation,
  InputDefinition,
} from "./model";

type Rule = Omit<BlueprintValidation, "ref">;

/** Excel's limits for the title and the text of a prompt. */
const TITLE_LIMIT = 32;
const MESSAGE_LIMIT = 255;

/** The rule in words: Excel shows nothing else when it refuses a value. */
function limits({ unit, min, max }: InputDefinition): string {
  if (unit === "text" || unit === "choice" || unit === "date") return "";
  const isPart = unit === "rate" || unit === "share";
  const shown = (value: number): string =>
    isPart ? `${Number((value * 100).toFixed(6))} %` : String(value);
  if (min !== undefined && max !== undefined)
    return ` Enter a number from ${shown(min)} to ${shown(max)}.`;
  if (min !== undefined) return ` Enter a number of at least ${shown(min)}.`;
  return max === undefined ? "" : ` Enter a number of at most ${shown(max)}.`;
}

function ruleOf(
  input: InputDefinition,
  resolve: (formula: string) => string,
): Rule | undefined {
  const prompt = {
    allowBlank: input.optional ?? false,
    title: input.label.replace(/, \d+$/, "").slice(0, TITLE_LIMIT),
    message: `${input.hint}${limits(input)}`.slice(0, MESSAGE_LIMIT),
  };
  if (input.unit === "choice")
    return {
      type: "list",
      list:
        input.choicesIn === undefined
          ? (input.choices ?? [])
          : `=${resolve(input.choicesIn)}`,
      ...prompt,
    };
  if (input.unit === "text") return undefined;
  const type = input.unit === "date" ? "date" : "decimal";
  const { min, max } = input;
  if (min !== undefined && max !== undefined)
    return { type, operator: "between", formulas: [min, max], ...prompt };
  if (min !== undefined)
    return { type, operator: "greaterThanOrEqual", formulas: [min], ...prompt };
  return max === undefined
    ? undefined
    : { type, operator: "lessThanOrEqual", formulas: [max], ...prompt };
}

export function validationsOf(
  cells: readonly BlueprintCell[],
  definitions: Map<string, InputDefinition>,
  resolve: (formula: string) => string,
): BlueprintValidation[] {
  const open: { rule: Rule; row: number; left: number; right: number }[] = [];
  for (const cell of cells) {
    const input = cell.input ? definitions.get(cell.input) : undefined;
    const rule = input && ruleOf(input, resolve);
    if (!rule) continue;
    const last = open.at(-1);
    const same =
      last && last.row === cell.row && last.right === cell.column - 1;
    if (same && JSON.stringify(last.rule) === JSON.stringify(rule))
      last.right = cell.column;
    else
      open.push({ rule, row: cell.row, left: cell.column, right: cell.column });
  }
  return open.map(({ rule, row, left, right }) => ({
    ref: rangeAddress(row, left, row, right),
    ...rule,
  }));
}
