/** Numbers as people type and read them, by locale: "2,000,000", "$1.5m", "25%". Dates are Excel serials and ISO days. */

interface Signs {
  decimal: string;
  group: string;
}

/** The locale's decimal and grouping signs. */
export function signsOf(locale: string): Signs {
  const parts = new Intl.NumberFormat(locale, {
    useGrouping: true,
  }).formatToParts(1234567.8);
  const sign = (type: string, otherwise: string) =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { decimal: sign("decimal", "."), group: sign("group", ",") };
}

const exponents: Record<string, number> = { k: 3, m: 6, mn: 6, bn: 9 };

/** Digits of a typed number and the power of ten of its suffix; undefined where it is not a number. */
function read(
  text: string,
  locale: string,
): { digits: string; exponent: number; percent: boolean } | undefined {
  const { decimal, group } = signsOf(locale);
  let rest = text
    .replace(/[\s\u00a0\u202f]/gu, "")
    .replace(/\u2212/gu, "-")
    .replace(/\u2019/gu, "'");
  const negative = /^\(.*\)$/u.test(rest) || rest.startsWith("-");
  rest = rest.replace(/^\((.*)\)$/u, "$1").replace(/^[-+]/u, "");
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
  if (
    groups.length > 1 &&
    !(
      /^\d{1,3}$/u.test(groups[0]!) &&
      groups.slice(1).every((part) => /^\d{3}$/u.test(part))
    )
  ) {
    return undefined;
  }
  const joined = groups.join("");
  if (!/^\d*$/u.test(joined) || joined + fraction === "") return undefined;
  return {
    digits: `${negative ? "-" : ""}${joined || "0"}.${fraction || "0"}`,
    exponent: exponents[suffix] ?? 0,
    percent: suffix === "%",
  };
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
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 12 }).format(
    value,
  );
}

export function formatRate(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 12,
  }).format(value);
}

/** For reading: whole money, with the currency's sign. */
export function formatMoney(
  value: number,
  currency: string,
  locale: string,
): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: /^[A-Za-z]{3}$/u.test(currency) ? currency : "XXX",
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  }).format(value);
}

/** For reading: counts to at most one decimal. Whole goals are the sheet's own rows. */
export function formatCount(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(
    value,
  );
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

const dayMs = 86_400_000;
/** Serial of 1970-01-01. */
const epoch = 25_569;

/** "2027-02-01" as an Excel serial; undefined where there is no such day, or none that Excel knows (from 1 March 1900). */
export function serialFromIso(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [
    Number(match[1]),
    Number(match[2]),
    Number(match[3]),
  ];
  const time = new Date(Date.UTC(year, month - 1, day));
  if (
    time.getUTCFullYear() !== year ||
    time.getUTCMonth() !== month - 1 ||
    time.getUTCDate() !== day
  )
    return undefined;
  const serial = time.getTime() / dayMs + epoch;
  return serial > 60 ? serial : undefined;
}

export function isoFromSerial(serial: number): string {
  if (!Number.isFinite(serial)) return "";
  const time = new Date((Math.floor(serial) - epoch) * dayMs);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, 10);
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
