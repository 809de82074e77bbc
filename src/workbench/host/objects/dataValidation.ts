/** What a user may type into cells. */
import type { BookValidation } from "../../../xlsx/book";
import { areaName, intersect, parseAreas } from "../../address";
import { booleanArgument, choiceArgument, textArgument } from "../arguments";
import { checkFormula } from "../cellInput";
import { invalidArgument } from "../fault";
import { HostObject, hostObject } from "../object";
import type { ObjectType } from "../object";
import type { Session } from "../session";
import { sheetAddress } from "../../address";
import type { RangeState } from "./rangeState";

type Rule = Omit<BookValidation, "ref">;

/** Excel's own limit for entries written into the rule itself. */
export const listLimit = 255;

const kinds = {
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
} as const;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];

const typeNames: Record<BookValidation["type"], string> = {
  any: "None",
  whole: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

export const operators = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
} as const;
const operatorNames = Object.keys(operators) as (keyof typeof operators)[];

const operatorName = (
  operator: BookValidation["operator"] = "between",
): string =>
  operatorNames.find((name) => operators[name] === operator) ?? "Between";

const alertStyles = {
  Stop: "stop",
  Warning: "warning",
  Information: "information",
} as const;
const alertNames = Object.keys(alertStyles) as (keyof typeof alertStyles)[];

/** The rule that is being put together: its kind, alert and prompt come one by one, an engine takes it whole. */
export interface ValidationDraft extends RangeState {
  rule: Rule;
}

const sameRange = (a: RangeState, b: RangeState): boolean =>
  a.sheet === b.sheet && areaName(a.area) === areaName(b.area);

function current(state: RangeState, session: Session): Rule | undefined {
  const { sheet, area } = state;
  const draft = session.validation;
  if (draft && sameRange(draft, state)) return draft.rule;
  settleValidation(session);
  const found = session.engine
    .validations(sheet)
    .find(({ ref }) => parseAreas(ref).some((part) => intersect(part, area)));
  if (!found) return undefined;
  const { ref: _ref, ...rule } = found;
  return rule;
}

/** Hands the rule to the engine: before anything else is done, and at the end of a request. */
export function settleValidation(session: Session): void {
  const draft = session.validation;
  session.validation = undefined;
  if (!draft || !session.findSheet(draft.sheet)) return;
  const { sheet, area, rule } = draft;
  session.engine.setValidation(sheet, session.clip(sheet, area), rule);
}

const blankRule: Rule = { type: "any", formulas: [], allowBlank: true };

function update(
  state: RangeState,
  patch: Partial<Rule>,
  session: Session,
): void {
  session.mayFormat(state.sheet);
  const rule = { ...(current(state, session) ?? blankRule), ...patch };
  // Undefined in a patch takes the member away. JSON drops such members, the inner ones too.
  const whole = JSON.parse(JSON.stringify(rule)) as Rule;
  session.validation = { ...state, rule: whole };
}

/** A number, a formula, or a range; in a file all are texts without "=". */
function formulaText(value: unknown, what: string, session: Session): string {
  if (value instanceof HostObject) {
    const { sheet, area } = value.state as RangeState;
    return sheetAddress(session.sheet(sheet).name, area, true);
  }
  if (typeof value === "number" || typeof value === "boolean")
    return String(value);
  const text = textArgument(value, what);
  if (!text.startsWith("=")) return text;
  checkFormula(text);
  return text.slice(1);
}

function ruleOf(value: unknown, session: Session): Partial<Rule> {
  const given = (value ?? {}) as Record<
    string,
    Record<string, unknown> | undefined
  >;
  const names = Object.keys(given).filter(
    (name) => given[name] !== undefined && given[name] !== null,
  );
  const [name] = names;
  const body = name === undefined ? undefined : given[name];
  if (name === undefined || !body || names.length > 1)
    throw invalidArgument("A validation rule has exactly one kind.");
  if (name === "list") return listRule(body["source"], session);
  if (name === "custom")
    return {
      type: "custom",
      operator: undefined,
      list: undefined,
      formulas: [formulaText(body["formula"], "formula", session)],
    };
  const kind = kindNames.find((known) => known === name);
  if (!kind) throw invalidArgument(`"${name}" is not a kind of validation.`);
  const operator =
    operators[choiceArgument(body["operator"], "operator", operatorNames)];
  const formulas = [formulaText(body["formula1"], "formula1", session)];
  if (operator === "between" || operator === "notBetween")
    formulas.push(formulaText(body["formula2"], "formula2", session));
  return { type: kinds[kind], operator, list: undefined, formulas };
}

function listRule(source: unknown, session: Session): Partial<Rule> {
  if (typeof source === "string" && !source.startsWith("=")) {
    if (source.length > listLimit)
      throw invalidArgument(
        `A list written into the rule has at most ${listLimit} characters; got ${source.length}. Refer to a range instead.`,
      );
    const list = source.split(",").map((entry) => entry.trim());
    if (source.trim() === "")
      throw invalidArgument("A validation list needs entries.");
    return { type: "list", operator: undefined, formulas: [], list };
  }
  return {
    type: "list",
    operator: undefined,
    list: undefined,
    formulas: [formulaText(source, "source", session)],
  };
}

const withEquals = (text = ""): string | number =>
  text !== "" && Number.isFinite(Number(text)) ? Number(text) : `=${text}`;

function shownRule(rule: Rule | undefined): object {
  if (!rule || rule.type === "any") return {};
  if (rule.type === "list")
    return {
      list: {
        inCellDropDown: true,
        source: rule.list?.join(",") ?? `=${rule.formulas[0] ?? ""}`,
      },
    };
  if (rule.type === "custom")
    return { custom: { formula: `=${rule.formulas[0] ?? ""}` } };
  const { type } = rule;
  const kind = kindNames.find((name) => kinds[name] === type) ?? "decimal";
  return {
    [kind]: {
      formula1: withEquals(rule.formulas[0]),
      ...(rule.formulas[1] === undefined
        ? {}
        : { formula2: withEquals(rule.formulas[1]) }),
      operator: operatorName(rule.operator),
    },
  };
}

const textOf = (value: unknown, what: string): string | undefined =>
  value === undefined || value === null || value === ""
    ? undefined
    : textArgument(value, what);

export const validationName = "DataValidation";

const validationType: ObjectType<RangeState> = {
  name: validationName,
  properties: {
    rule: {
      get: (state, session) => shownRule(current(state, session)),
      set: (state, value, session) =>
        update(state, ruleOf(value, session), session),
    },
    type: {
      get: (state, session) =>
        typeNames[current(state, session)?.type ?? "any"],
    },
    ignoreBlanks: {
      get: (state, session) => current(state, session)?.allowBlank ?? true,
      set: (state, value, session) =>
        update(
          state,
          { allowBlank: booleanArgument(value, "ignoreBlanks") },
          session,
        ),
    },
    errorAlert: {
      get: (state, session) => {
        const {
          style = "stop",
          title = "",
          message = "",
        } = current(state, session)?.error ?? {};
        const name = alertNames.find((key) => alertStyles[key] === style);
        return {
          showAlert: current(state, session)?.error !== undefined,
          style: name,
          title,
          message,
        };
      },
      set: (state, value, session) => {
        const {
          showAlert = true,
          style = "Stop",
          title,
          message,
        } = (value ?? {}) as Record<string, unknown>;
        const text = {
          title: textOf(title, "title"),
          message: textOf(message, "message"),
        };
        const error = {
          style: alertStyles[choiceArgument(style, "style", alertNames)],
          ...text,
        };
        update(
          state,
          { error: showAlert === false ? undefined : error },
          session,
        );
      },
    },
    prompt: {
      get: (state, session) => {
        const { title = "", message = "" } =
          current(state, session)?.prompt ?? {};
        return {
          showPrompt: current(state, session)?.prompt !== undefined,
          title,
          message,
        };
      },
      set: (state, value, session) => {
        const {
          showPrompt = true,
          title,
          message,
        } = (value ?? {}) as Record<string, unknown>;
        const prompt = {
          title: textOf(title, "title"),
          message: textOf(message, "message"),
        };
        update(
          state,
          { prompt: showPrompt === false ? undefined : prompt },
          session,
        );
      },
    },
  },
  methods: {
    clear: ({ sheet, area }, _args, session) => {
      session.mayFormat(sheet);
      settleValidation(session);
      session.engine.setValidation(sheet, session.clip(sheet, area), null);
    },
  },
};

export function dataValidation(state: RangeState): HostObject {
  return hostObject(validationType, state);
}
