/** One field of the form: how a value is shown, what a text means, and how both are kept apart. */
import type { InputDefinition, Scalar } from "../template/model";
import { isoFromSerial, serialFromIso } from "../template/dates";
import { formatNumber, formatRate, parseNumber, parseRate } from "./numbers";
import { words } from "./words";

/** `exact` is the value that the text was made from; it counts until the text is edited, so that 1/3 stays 1/3. */
export type DraftInput = { text: string; exact?: Scalar } | { link: string };

/** How a value stands in a field of this unit. */
export function fieldText(
  value: Scalar,
  unit: InputDefinition["unit"],
  locale: string,
): string {
  if (typeof value === "string") return value;
  if (unit === "rate" || unit === "share") return formatRate(value, locale);
  if (unit === "date") return isoFromSerial(value);
  return formatNumber(value, locale);
}

export type Read = { value: Scalar } | { sentence: string } | { blank: true };

/** What the text of a field means, or the sentence that says why it means nothing. */
export function readField(
  text: string,
  definition: InputDefinition,
  locale: string,
): Read {
  const trimmed = text.trim();
  if (trimmed === "") return { blank: true };
  switch (definition.unit) {
    case "text":
    case "choice":
      return { value: trimmed };
    case "date": {
      const serial = serialFromIso(trimmed);
      return serial === undefined
        ? { sentence: words.fields.badDate(definition.label, trimmed) }
        : { value: serial };
    }
    case "rate":
    case "share": {
      const rate = parseRate(trimmed, locale);
      return rate === undefined
        ? { sentence: words.fields.badRate(definition.label, trimmed) }
        : { value: rate };
    }
    default: {
      const number = parseNumber(trimmed, locale);
      return number === undefined
        ? { sentence: words.fields.badNumber(definition.label, trimmed) }
        : { value: number };
    }
  }
}

/** A typed field after the user leaves it: tidied where it can be read; undefined where it was emptied and the default comes back. */
export function tidied(
  input: DraftInput,
  definition: InputDefinition,
  locale: string,
): DraftInput | undefined {
  if ("link" in input || input.exact !== undefined) return input;
  const read = readField(input.text, definition, locale);
  if ("value" in read) {
    return {
      text: fieldText(read.value, definition.unit, locale),
      exact: read.value,
    };
  }
  return "blank" in read && definition.default !== undefined
    ? undefined
    : input;
}
