/** What every writer of a plan's sheet goes by: the words of a validation within Excel's limits, and its protection. */
import type { BlueprintValidation } from "../template/model";

/** Excel's limits for the words beside a validated cell. */
const LIMITS = { title: 32, prompt: 255, alert: 225 };

export interface ValidationWords {
  title: string;
  /** Shown when the cell is selected. */
  prompt: string;
  /** Shown when a value is refused. */
  alert: string;
}

export const validationWords = ({
  title,
  message,
}: BlueprintValidation): ValidationWords => ({
  title: shortened(title, LIMITS.title),
  prompt: shortened(message, LIMITS.prompt),
  alert: shortened(message, LIMITS.alert),
});

/** At most `limit` characters, cut between two words. */
function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), limit / 2))}…`;
}

/** The entries of a list that is written into the rule itself. */
export function listEntries(list: string[]): string[] {
  if (list.some((entry) => entry.includes(",")))
    throw new Error(`A comma parts the entries of a list: ${list.join(",")}`);
  return list;
}

/** What a reader may do on a protected sheet beside filling in the inputs; everything else is refused. */
export const PROTECTION = {
  allowFormatCells: false,
  allowFormatColumns: true,
  allowFormatRows: true,
};
