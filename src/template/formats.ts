/** Number formats, en-US. Percent and currency live here and nowhere else. */
import type { InputDefinition } from "./model";

/** Signs that stand before the amount; every other currency shows its code behind it. */
const SIGNS: Record<string, string> = {
  EUR: "€",
  USD: "$",
  GBP: "£",
  JPY: "¥",
  INR: "₹",
  KRW: "₩",
};

export interface Formats {
  money: string;
  rate: string;
  /** Fractions of leads and deals are kept through the chain; one decimal shows that they are. */
  count: string;
  whole: string;
  periods: string;
  months: string;
  date: string;
  period: string;
  index: string;
  small: string;
  times: string;
  check: string;
  text: string;
}

export function formatsFor(currency: string): Formats {
  const sign = SIGNS[currency];
  const code = currency.replace(/"/g, "");
  const money = sign
    ? `"${sign}"#,##0;-"${sign}"#,##0`
    : `#,##0 "${code}";-#,##0 "${code}"`;
  return {
    money,
    // Two decimals where they say something: 0.25 % must not read as 0.3 %.
    rate: "0.0#%",
    count: "#,##0.0",
    whole: "#,##0",
    periods: "0.00",
    months: "0.0",
    date: "yyyy-mm-dd",
    period: "mmm yy",
    index: "0",
    small: "0.0000%",
    times: "0.00",
    check: "0",
    text: "@",
  };
}

export function inputFormat(
  formats: Formats,
  unit: InputDefinition["unit"],
): string | undefined {
  if (unit === "share") return formats.rate;
  if (unit === "count") return formats.whole;
  if (unit === "text" || unit === "choice") return undefined;
  return formats[unit];
}
