/** Numbers as people type and read them, by locale: "2,000,000", "$1.5m", "25%". Dates are Excel serials and ISO days. */
import { isoFromSerial, serialFromIso } from "../template/dates";

/** Whatever a language's own digits are, Excel's cells and this pane use 0-9. */
const LATIN_DIGITS = { numberingSystem: "latn" } as const;
/** Marks that tell a right-to-left text how to run: invisible, and in the way of reading. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f]/gu;

interface Signs {
  decimal: string;
  group: string;
  /** Digits between two grouping signs: three, in India two. */
  groupSize: number;
}

/** The locale's decimal and grouping signs. */
export function signsOf(locale: string): Signs {
  const parts = new Intl.NumberFormat(locale, {
    ...LATIN_DIGITS,
    useGrouping: true,
  }).formatToParts(12345678.9);
  const sign = (type: string, otherwise: string) =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  const groups = parts.filter(({ type }) => type === "integer");
  return {
    decimal: sign("decimal", "."),
    group: sign("group", ","),
    groupSize: groups.at(-2)?.value.length ?? 3,
  };
}

/** Arabic, Persian and Indian digits and signs as people type them, in the signs that the locale's numbers have here. */
function latin(text: string, { decimal, group }: Signs): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => {
      let zero = digit.codePointAt(0)!;
      while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
      return String((digit.codePointAt(0)! - zero) % 10);
    })
    .replace(/\u066a/gu, "%")
    .replace(/\u066b/gu, decimal)
    .replace(/\u066c/gu, group);
}

const exponents: Record<string, number> = { k: 3, m: 6, mn: 6, bn: 9 };

/** Digits of a typed number and the power of ten of its suffix; undefined where it is not a number. */
function read(
  text: string,
  locale: string,
): { digits: string; exponent: number; percent: boolean } | undefined {
  const signs = signsOf(locale);
  const { decimal, group } = signs;
  let rest = latin(text, signs)
    .replace(DIRECTION_MARKS, "")
    .replace(/[\s\u00a0\u202f]/gu, "")
    .replace(/\u2212/gu, "-")
    .replace(/\u2019/gu, "'");
  const negative = /^\(.*\)$/u.test(rest) || rest.startsWith("-");
  rest = rest.replace(/^\((.*)\)$/u, "$1").replace(/^[-+]/u, "");
  // Turkish and Basque write %25.
  rest = rest.replace(/^%(-?)([^%]*)$/u, "$1$2%");
  // A currency before or after: its sign, or its three letters.
  rest = rest
    .replace(
      /^(?:[A-Za-z]{3}(?=[\d\p{Sc}.,])|[A-Za-z]{0,3}\p{Sc})|\p{Sc}$/gu,
      "",
    )
    .replace(/(\d)[A-Z]{3}$/u, "$1");
  const match = /^([\d.,']+)(%|k|m|mn|bn)?$/iu.exec(rest);
  if (!match) return undefined;
  const suffix = (match[2] ?? "").toLowerCase();
  const halves = match[1]!.split(decimal);
  const whole = halves[0]!;
  const fraction = halves[1] ?? "";
  if (halves.length > 2 || !/^\d*$/u.test(fraction)) return undefined;
  const groups = /^\s$/u.test(group)
    ? [whole]
    : whole.split(group.replace("\u2019", "'"));
  if (groups.length > 1 && !grouped(groups, signs.groupSize)) return undefined;
  const joined = groups.join("");
  if (!/^\d*$/u.test(joined) || joined + fraction === "") return undefined;
  return {
    digits: `${negative ? "-" : ""}${joined || "0"}.${fraction || "0"}`,
    exponent: exponents[suffix] ?? 0,
    percent: suffix === "%",
  };
}

/** "2", "000" and "000": the last of three digits, those between of the locale's size; India takes both. */
function grouped(parts: string[], size: number): boolean {
  const [first, ...others] = parts as [string, ...string[]];
  const last = others.pop()!;
  return (
    /^\d{1,3}$/u.test(first) &&
    /^\d{3}$/u.test(last) &&
    others.every(
      (part) =>
        /^\d+$/u.test(part) && (part.length === size || part.length === 3),
    )
  );
}

/** "2,000,000", "$ 1.5m", "(500)"; undefined where it is not a number. Shifts the decimal point in the text, so 1.1m is exactly 1100000. */
export function parseNumber(text: string, locale: string): number | undefined {
  const found = read(text, locale);
  if (!found || found.percent) return undefined;
  return finite(Number(`${found.digits}e${found.exponent}`));
}

/** "25%", "25" and "0.25" are all a quarter, as in an Excel cell formatted as percent; "0.5%" is what it says. */
export function parseRate(text: string, locale: string): number | undefined {
  const found = read(text, locale);
  if (!found || found.exponent !== 0) return undefined;
  const plain = Number(found.digits);
  return finite(
    found.percent || Math.abs(plain) >= 1
      ? Number(`${found.digits}e-2`)
      : plain,
  );
}

const finite = (value: number) => (Number.isFinite(value) ? value : undefined);

/** With every digit that matters, for a field that will be read back. */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    ...LATIN_DIGITS,
    maximumFractionDigits: 12,
  })
    .format(value)
    .replace(DIRECTION_MARKS, "");
}

export function formatRate(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    ...LATIN_DIGITS,
    style: "percent",
    maximumFractionDigits: 12,
  })
    .format(value)
    .replace(DIRECTION_MARKS, "");
}

/** For reading: whole money, with the currency's sign. */
export function formatMoney(
  value: number,
  currency: string,
  locale: string,
): string {
  return new Intl.NumberFormat(locale, {
    ...LATIN_DIGITS,
    style: "currency",
    currency: /^[A-Za-z]{3}$/u.test(currency) ? currency : "XXX",
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  }).format(value);
}

/** For reading: counts to at most one decimal. Whole goals are the sheet's own rows. */
export function formatCount(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    ...LATIN_DIGITS,
    maximumFractionDigits: 1,
  }).format(value);
}

export function currencySign(currency: string, locale: string): string {
  if (!/^[A-Za-z]{3}$/u.test(currency)) return currency;
  const parts = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}

/** The next first of January after a day, where most fiscal years start. */
export function nextYearStart(serial: number): number {
  const year = Number(isoFromSerial(serial).slice(0, 4));
  return serialFromIso(`${year + 1}-01-01`) ?? serial;
}

/** "FY27" for the year that starts on this day, named by the calendar year in which its twelve months end. */
export function fiscalYearName(start: number): string {
  const lastDay = isoFromSerial(start + 364);
  return `FY${lastDay.slice(2, 4)}`;
}
