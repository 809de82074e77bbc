/** Data validation between the book and Univer. */
import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
  generateRandomId,
} from "@univerjs/core";
import type { ISheetDataValidationRule } from "@univerjs/core";
import type { BookValidation } from "../../xlsx/book";
import { rangesOf, refOf } from "./ranges";

const types: Record<BookValidation["type"], DataValidationType> = {
  list: DataValidationType.LIST,
  whole: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  date: DataValidationType.DATE,
  time: DataValidationType.TIME,
  textLength: DataValidationType.TEXT_LENGTH,
  custom: DataValidationType.CUSTOM,
  any: DataValidationType.ANY,
};
const errorStyles = {
  stop: DataValidationErrorStyle.STOP,
  warning: DataValidationErrorStyle.WARNING,
  information: DataValidationErrorStyle.INFO,
} as const;

/** A number stands as it is, anything else is a formula. */
const toFormula = (text: string | undefined): string | undefined =>
  text === undefined || /^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(text)
    ? text
    : `=${text}`;

export function toUniverRule(
  rule: Omit<BookValidation, "ref">,
  ref: string,
  uid: string = generateRandomId(8),
): ISheetDataValidationRule {
  const { error, prompt } = rule;
  return {
    uid,
    type: types[rule.type],
    ranges: rangesOf(ref),
    allowBlank: rule.allowBlank,
    formula1: rule.list ? rule.list.join(",") : toFormula(rule.formulas[0]),
    formula2: toFormula(rule.formulas[1]),
    ...(rule.operator
      ? { operator: rule.operator as unknown as DataValidationOperator }
      : {}),
    showErrorMessage: error !== undefined,
    errorStyle: errorStyles[error?.style ?? "stop"],
    ...(error?.title === undefined ? {} : { errorTitle: error.title }),
    ...(error?.message === undefined ? {} : { error: error.message }),
    ...(prompt
      ? {
          showInputMessage: true,
          promptTitle: prompt.title ?? "",
          prompt: prompt.message ?? "",
        }
      : {}),
  };
}

function fromUniverRule(rule: ISheetDataValidationRule): BookValidation {
  const type =
    (Object.keys(types) as BookValidation["type"][]).find(
      (key) => types[key] === rule.type,
    ) ?? "any";
  const literal =
    type === "list" && rule.formula1 && !rule.formula1.startsWith("=");
  const style = (Object.keys(errorStyles) as (keyof typeof errorStyles)[]).find(
    (key) => errorStyles[key] === rule.errorStyle,
  );
  return {
    ref: refOf(rule.ranges),
    type,
    ...(rule.operator
      ? { operator: rule.operator as unknown as BookValidation["operator"] }
      : {}),
    formulas: literal
      ? []
      : [rule.formula1, rule.formula2]
          .filter((text): text is string => text !== undefined && text !== "")
          .map((text) => text.replace(/^=/, "")),
    ...(literal ? { list: (rule.formula1 as string).split(",") } : {}),
    allowBlank: rule.allowBlank ?? true,
    ...(rule.showErrorMessage
      ? {
          error: {
            style: style ?? "stop",
            ...(rule.errorTitle ? { title: rule.errorTitle } : {}),
            ...(rule.error ? { message: rule.error } : {}),
          },
        }
      : {}),
    ...(rule.showInputMessage
      ? {
          prompt: { title: rule.promptTitle ?? "", message: rule.prompt ?? "" },
        }
      : {}),
  };
}

/** The rule as the book had it where Univer changed no more than its place, with what the file holds beyond. */
export function readRule(
  rule: ISheetDataValidationRule,
  original: BookValidation | undefined,
): BookValidation {
  const now = fromUniverRule(rule);
  if (!original) return now;
  const before = fromUniverRule(toUniverRule(original, original.ref, rule.uid));
  if (JSON.stringify({ ...before, ref: now.ref }) === JSON.stringify(now))
    return {
      ...structuredClone(original),
      ref: sameRef(original.ref, now.ref),
    };
  return original.source === undefined
    ? now
    : { ...now, source: original.source };
}

/** Keeps the spelling of the file where the ranges are the same. */
export const sameRef = (original: string, now: string): string =>
  refOf(rangesOf(original)) === now ? original : now;
