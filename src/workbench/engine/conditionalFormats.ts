/** Conditional formats between the book and Univer. */
import type { IRange } from "@univerjs/core";
import {
  CFRuleType,
  CFSubRuleType,
  CFValueType,
  createCfId,
} from "@univerjs/sheets-conditional-formatting";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import type { BookConditionalFormat } from "../../xlsx/book";
import { cellName } from "../address";
import { rangesOf, refOf } from "./ranges";
import { fromUniverStyle, toUniverStyle } from "./styles";
import { sameRef } from "./validations";

const signs: Partial<
  Record<NonNullable<BookConditionalFormat["operator"]>, string>
> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  lessThan: "<",
  greaterThanOrEqual: ">=",
  lessThanOrEqual: "<=",
};

/** The comparison of a cell as a formula: Univer compares with fixed numbers only, and not over spilled cells. */
function asFormula(format: BookConditionalFormat, first: IRange): string {
  const cell = cellName(first.startRow, first.startColumn);
  const [low = "0", high = "0"] = format.formulas;
  if (format.operator === "between")
    return `=AND(${cell}>=${low},${cell}<=${high})`;
  if (format.operator === "notBetween")
    return `=OR(${cell}<${low},${cell}>${high})`;
  return `=${cell}${signs[format.operator ?? "equal"]}${low}`;
}

/** Undefined where Univer has nothing like it; the rule is then only kept. */
export function toUniverFormat(
  format: BookConditionalFormat,
  cfId: string = createCfId(),
): IConditionFormattingRule | undefined {
  const ranges = rangesOf(format.ref);
  const first = ranges[0];
  if (!first) return undefined;
  const rule = ruleOf(format, first);
  return (
    rule && {
      cfId,
      ranges,
      stopIfTrue: format.stopIfTrue ?? false,
      rule: rule as IConditionFormattingRule["rule"],
    }
  );
}

function ruleOf(
  format: BookConditionalFormat,
  first: IRange,
): object | undefined {
  const highlight = (value: string): object => ({
    type: CFRuleType.highlightCell,
    subType: CFSubRuleType.formula,
    value,
    style: toUniverStyle(format.style ?? {}),
  });
  switch (format.type) {
    case "expression":
      return format.formulas[0] === undefined
        ? undefined
        : highlight(`=${format.formulas[0]}`);
    case "cellIs":
      return highlight(asFormula(format, first));
    case "dataBar":
      return {
        type: CFRuleType.dataBar,
        isShowValue: true,
        config: {
          min: { type: CFValueType.min },
          max: { type: CFValueType.max },
          isGradient: false,
          positiveColor: "#638EC6",
          nativeColor: "#FF0000",
        },
      };
    case "colorScale":
      return {
        type: CFRuleType.colorScale,
        config: [
          { index: 0, color: "#F8696B", value: { type: CFValueType.min } },
          {
            index: 1,
            color: "#FFEB84",
            value: { type: CFValueType.percentile, value: 50 },
          },
          { index: 2, color: "#63BE7B", value: { type: CFValueType.max } },
        ],
      };
    default:
      return undefined;
  }
}

export function readFormat(
  rule: IConditionFormattingRule,
  original: BookConditionalFormat | undefined,
): BookConditionalFormat {
  const ref = refOf(rule.ranges);
  if (original) {
    const before = toUniverFormat(original, rule.cfId);
    if (
      before &&
      JSON.stringify(before.rule) === JSON.stringify(rule.rule) &&
      before.stopIfTrue === rule.stopIfTrue
    )
      return {
        ...structuredClone(original),
        ref: sameRef(original.ref, ref),
      };
    const moved = before && movedComparison(original, ref, rule);
    if (moved) return moved;
  }
  return { ...fromUniverFormat(rule, ref), ...keptOf(original) };
}

/** A comparison follows its cells when rows are inserted above them. */
function movedComparison(
  original: BookConditionalFormat,
  ref: string,
  rule: IConditionFormattingRule,
): BookConditionalFormat | undefined {
  const now = { ...structuredClone(original), ref };
  const expected = toUniverFormat(now, rule.cfId);
  return JSON.stringify(expected?.rule) === JSON.stringify(rule.rule)
    ? now
    : undefined;
}

const keptOf = (
  original: BookConditionalFormat | undefined,
): Partial<BookConditionalFormat> =>
  original
    ? {
        ...(original.priority === undefined
          ? {}
          : { priority: original.priority }),
        ...(original.source === undefined ? {} : { source: original.source }),
      }
    : {};

function fromUniverFormat(
  { rule, stopIfTrue }: IConditionFormattingRule,
  ref: string,
): BookConditionalFormat {
  const stops = stopIfTrue ? { stopIfTrue } : {};
  if (rule.type === CFRuleType.dataBar)
    return { ref, type: "dataBar", formulas: [], ...stops };
  if (rule.type === CFRuleType.colorScale)
    return { ref, type: "colorScale", formulas: [], ...stops };
  if (rule.type === CFRuleType.iconSet)
    return { ref, type: "iconSet", formulas: [], ...stops };
  const { style, subType, value, operator } = rule as {
    style: Parameters<typeof fromUniverStyle>[0];
    subType: CFSubRuleType;
    value?: unknown;
    operator?: string;
  };
  const look = { style: fromUniverStyle(style), ...stops };
  if (subType === CFSubRuleType.formula)
    return {
      ref,
      type: "expression",
      formulas: [String(value).replace(/^=/, "")],
      ...look,
    };
  if (subType === CFSubRuleType.number)
    return {
      ref,
      type: "cellIs",
      operator: operator as BookConditionalFormat["operator"],
      formulas: (Array.isArray(value) ? value : [value]).map(String),
      ...look,
    };
  return { ref, type: "other", formulas: [], ...look };
}
