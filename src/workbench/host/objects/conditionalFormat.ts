/** Conditional formats of the kinds Custom and CellValue; their rules are kept by conditionalRules.ts. */
import type { BookConditionalFormat, CellStyle } from "../../../xlsx/book";
import { areaName } from "../../address";
import {
  booleanArgument,
  choiceArgument,
  colorArgument,
  textArgument,
} from "../arguments";
import { checkFormula } from "../cellInput";
import { HostFault, itemNotFound } from "../fault";
import { hostObject, read } from "../object";
import type { HostObject, ObjectType } from "../object";
import type { Session } from "../session";
import { operators } from "./dataValidation";
import { rangeAt } from "./rangeState";
import type { RangeState } from "./rangeState";
import { replace, ruleOf, rulesOf } from "./conditionalRules";
import type { FormatState } from "./conditionalRules";
import { range } from "./range";

let nextDraft = 1;

function restyle(state: FormatState, patch: CellStyle, session: Session): void {
  const { style = {} } = ruleOf(state, session);
  const font = patch.font ? { ...style.font, ...patch.font } : style.font;
  replace(
    state,
    { style: { ...style, ...patch, ...(font ? { font } : {}) } },
    session,
  );
}

const fontType: ObjectType<FormatState> = {
  name: "ConditionalRangeFont",
  properties: {
    color: {
      get: (state, session) =>
        ruleOf(state, session).style?.font?.color ?? null,
      set: (state, value, session) =>
        restyle(
          state,
          { font: { color: colorArgument(value, "font.color") } },
          session,
        ),
    },
    bold: {
      get: (state, session) => ruleOf(state, session).style?.font?.bold ?? null,
      set: (state, value, session) =>
        restyle(
          state,
          { font: { bold: booleanArgument(value, "font.bold") } },
          session,
        ),
    },
    italic: {
      get: (state, session) =>
        ruleOf(state, session).style?.font?.italic ?? null,
      set: (state, value, session) =>
        restyle(
          state,
          { font: { italic: booleanArgument(value, "font.italic") } },
          session,
        ),
    },
    strikethrough: {
      get: (state, session) =>
        ruleOf(state, session).style?.font?.strike ?? null,
      set: (state, value, session) =>
        restyle(
          state,
          { font: { strike: booleanArgument(value, "font.strikethrough") } },
          session,
        ),
    },
  },
};

const fillType: ObjectType<FormatState> = {
  name: "ConditionalRangeFill",
  properties: {
    color: {
      get: (state, session) => ruleOf(state, session).style?.fill ?? null,
      set: (state, value, session) =>
        restyle(state, { fill: colorArgument(value, "fill.color") }, session),
    },
  },
};

const rangeFormatType: ObjectType<FormatState> = {
  name: "ConditionalRangeFormat",
  properties: {
    numberFormat: {
      get: (state, session) =>
        ruleOf(state, session).style?.numberFormat ?? null,
      set: (state, value, session) =>
        restyle(
          state,
          { numberFormat: textArgument(value, "numberFormat") },
          session,
        ),
    },
  },
  links: {
    font: (state) => hostObject(fontType, state),
    fill: (state) => hostObject(fillType, state),
  },
};

const formulaText = (value: unknown, what: string): string => {
  if (typeof value === "number") return String(value);
  const text = textArgument(value, what);
  if (!text.startsWith("=")) return text;
  checkFormula(text);
  return text.slice(1);
};

const ruleType: ObjectType<FormatState> = {
  name: "ConditionalFormatRule",
  properties: {
    formula: {
      get: (state, session) => `=${ruleOf(state, session).formulas[0] ?? ""}`,
      set: (state, value, session) =>
        replace(
          state,
          { formulas: [formulaText(value, "rule.formula")] },
          session,
        ),
    },
  },
};

const customType: ObjectType<FormatState> = {
  name: "CustomConditionalFormat",
  links: {
    rule: (state) => hostObject(ruleType, state),
    format: (state) => hostObject(rangeFormatType, state),
  },
};

/** These operators have other names here than in validation; Excel numbers them alike. */
const comparisons = {
  Between: operators.Between,
  NotBetween: operators.NotBetween,
  EqualTo: operators.EqualTo,
  NotEqualTo: operators.NotEqualTo,
  GreaterThan: operators.GreaterThan,
  LessThan: operators.LessThan,
  GreaterThanOrEqual: operators.GreaterThanOrEqualTo,
  LessThanOrEqual: operators.LessThanOrEqualTo,
} as const;
const comparisonNames = Object.keys(
  comparisons,
) as (keyof typeof comparisons)[];

const cellValueType: ObjectType<FormatState> = {
  name: "CellValueConditionalFormat",
  properties: {
    rule: {
      get: (state, session) => {
        const { formulas, operator } = ruleOf(state, session);
        return {
          formula1: `=${formulas[0] ?? ""}`,
          ...(formulas[1] === undefined ? {} : { formula2: `=${formulas[1]}` }),
          operator: comparisonNames.find(
            (name) => comparisons[name] === operator,
          ),
        };
      },
      set: (state, value, session) => {
        const { formula1, formula2, operator } = (value ?? {}) as Record<
          string,
          unknown
        >;
        const comparison = choiceArgument(
          operator,
          "rule.operator",
          comparisonNames,
        );
        const formulas = [formulaText(formula1, "rule.formula1")];
        if (/between/i.test(comparison))
          formulas.push(formulaText(formula2, "rule.formula2"));
        replace(
          state,
          { operator: comparisons[comparison], formulas },
          session,
        );
      },
    },
  },
  links: { format: (state) => hostObject(rangeFormatType, state) },
};

const kinds = { Custom: "expression", CellValue: "cellIs" } as const;
const kindNames = Object.keys(kinds) as (keyof typeof kinds)[];

const shownTypes: Record<BookConditionalFormat["type"], string> = {
  expression: "Custom",
  cellIs: "CellValue",
  dataBar: "DataBar",
  colorScale: "ColorScale",
  iconSet: "IconSet",
  other: "Custom",
};

const only =
  (kind: string, type: ObjectType<FormatState>, orNull: boolean) =>
  (state: FormatState, session: Session) => {
    if (shownTypes[ruleOf(state, session).type] === kind)
      return hostObject(type, state);
    if (orNull) return null;
    throw itemNotFound(`This conditional format is not of the kind ${kind}.`);
  };

const formatType: ObjectType<FormatState> = {
  name: "ConditionalFormat",
  id: ({ id }) => id,
  properties: {
    id: read(({ id }) => id),
    type: read((state, session) => shownTypes[ruleOf(state, session).type]),
    stopIfTrue: {
      get: (state, session) => ruleOf(state, session).stopIfTrue ?? false,
      set: (state, value, session) =>
        replace(
          state,
          { stopIfTrue: booleanArgument(value, "stopIfTrue") },
          session,
        ),
    },
  },
  links: {
    custom: only("Custom", customType, false),
    customOrNullObject: only("Custom", customType, true),
    cellValue: only("CellValue", cellValueType, false),
    cellValueOrNullObject: only("CellValue", cellValueType, true),
  },
  methods: {
    delete: (state, _args, session) => replace(state, null, session),
    getRange: (state, _args, session) =>
      range(
        rangeAt(ruleOf(state, session).ref.split(" ")[0], state.sheet, session),
      ),
  },
};

const listed = (state: RangeState, session: Session): HostObject[] => [
  ...rulesOf(state, session).map((_, index) =>
    hostObject(formatType, { ...state, id: String(index) }),
  ),
  ...[...session.drafts]
    .filter(([, { sheet }]) => sheet === state.sheet)
    .map(([id]) => hostObject(formatType, { ...state, id })),
];

const collectionType: ObjectType<RangeState> = {
  name: "ConditionalFormatCollection",
  items: listed,
  item: (state, key, session) => {
    const format = { ...state, id: String(key) };
    ruleOf(format, session);
    return hostObject(formatType, format);
  },
  methods: {
    add: (state, [type], session) => {
      session.mayFormat(state.sheet);
      const kind = kindNames.find((name) => name === type);
      if (!kind)
        throw new HostFault(
          "ApiNotFound",
          `This host makes conditional formats of the kinds ${kindNames.join(" and ")} only.`,
        );
      const id = `draft-${nextDraft++}`;
      const rule = {
        ref: areaName(state.area),
        type: kinds[kind],
        formulas: [],
      };
      session.drafts.set(id, { sheet: state.sheet, rule });
      return hostObject(formatType, { ...state, id });
    },
    clearAll: ({ sheet, area }, _args, session) => {
      session.mayFormat(sheet);
      for (const [id, draft] of session.drafts)
        if (draft.sheet === sheet) session.drafts.delete(id);
      session.engine.clearConditionalFormats(sheet, session.clip(sheet, area));
    },
    getCount: (state, _args, session) => listed(state, session).length,
    getItemAt: (state, [index], session) => {
      const found = listed(state, session)[Number(index)];
      if (found) return found;
      throw itemNotFound(
        `There is no conditional format ${String(index)} here.`,
      );
    },
  },
};

export function conditionalFormats(state: RangeState): HostObject {
  return hostObject(collectionType, state);
}
