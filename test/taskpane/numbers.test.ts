import {
  currencySign,
  fiscalYearName,
  formatMoney,
  formatNumber,
  formatRate,
  nextYearStart,
  parseNumber,
  parseRate,
} from "../../src/taskpane/numbers";
import { isoFromSerial, serialFromIso } from "../../src/template/dates";

describe("parseNumber reads what people type", () => {
  test.each([
    ["2000000", 2_000_000],
    ["2,000,000", 2_000_000],
    [" 2 000 000 ", 2_000_000],
    ["$2,000,000.50", 2_000_000.5],
    ["75000 €", 75_000],
    ["USD 75,000", 75_000],
    ["75,000 USD", 75_000],
    ["US$75", 75],
    ["1.1m", 1_100_000],
    ["75k", 75_000],
    ["2bn", 2_000_000_000],
    ["-5", -5],
    ["\u22125", -5],
    ["(500)", -500],
    [".5", 0.5],
    ["0", 0],
  ])("%s", (text, value) => {
    expect(parseNumber(text, "en-US")).toBe(value);
  });

  test.each([
    "many",
    "",
    "1,5",
    "12,34,567",
    "1.2.3",
    "5%",
    "--5",
    "1e5",
    "NaN",
    "Infinity",
    "5 apples",
    "$",
  ])("%p is not a number", (text) => {
    expect(parseNumber(text, "en-US")).toBeUndefined();
  });

  test("signs follow the locale", () => {
    expect(parseNumber("2.000.000,5", "de-DE")).toBe(2_000_000.5);
    expect(parseNumber("2.5", "de-DE")).toBeUndefined();
    expect(parseNumber("2 000,5", "fr-FR")).toBe(2000.5);
    expect(parseNumber("1’000’000.5", "de-CH")).toBe(1_000_000.5);
    expect(parseNumber("1'000'000", "de-CH")).toBe(1_000_000);
  });
});

describe("parseRate reads a percent field as an Excel cell does", () => {
  test.each([
    ["25%", 0.25],
    ["25 %", 0.25],
    ["25", 0.25],
    ["0.25", 0.25],
    ["12.5", 0.125],
    ["0.5%", 0.005],
    ["100", 1],
    ["1", 0.01],
    ["7", 0.07],
    ["0", 0],
    ["130", 1.3],
    ["-20", -0.2],
  ])("%s", (text, value) => {
    expect(parseRate(text, "en-US")).toBe(value);
  });

  test.each(["a quarter", "25k", "%", "25%%"])(
    "%p is no percentage",
    (text) => {
      expect(parseRate(text, "en-US")).toBeUndefined();
    },
  );
});

test.each([
  ...["en-US", "en-IN", "hi-IN", "de-DE", "de-CH", "fr-FR", "es-ES", "pl-PL"],
  ...["sv-SE", "tr-TR", "eu-ES", "he-IL", "ar-EG", "ar-AE", "fa-IR", "mr-IN"],
])("what a field shows is read back as the same number in %s", (locale) => {
  for (const value of [0, 0.07, 0.125, 1, 26_666_667, 1_234_567.89, -3]) {
    expect(parseNumber(formatNumber(value, locale), locale)).toBe(value);
  }
  for (const value of [0.07, 0.125, 0.005, 1, 0.29]) {
    expect(parseRate(formatRate(value, locale), locale)).toBe(value);
  }
});

test.each([
  ["%25", "tr-TR", 0.25],
  ["٢٥٪", "ar-EG", 0.25],
  ["۱۲٫۵٪", "fa-IR", 0.125],
])("the rate %s is typed in %s", (text, locale, value) => {
  expect(parseRate(text, locale)).toBe(value);
});

test("India groups by two digits and may group by three", () => {
  expect(parseNumber("1,23,45,678", "en-IN")).toBe(12_345_678);
  expect(parseNumber("12,345,678", "en-IN")).toBe(12_345_678);
  expect(parseNumber("1,2,345", "en-IN")).toBeUndefined();
});

test("money is shown whole with its sign", () => {
  expect(formatMoney(26_666_666.67, "USD", "en-US")).toBe("$26,666,667");
  expect(formatMoney(1000, "CHF", "en-US")).toBe("CHF\u00a01,000");
  expect(currencySign("EUR", "en-US")).toBe("€");
});

// Serials as LibreOffice and Excel give them for these days.
test.each([
  ["1900-03-01", 61],
  ["2026-11-22", 46_348],
  ["2027-01-01", 46_388],
  ["2028-02-29", 46_812],
])("%s is day %i", (iso, serial) => {
  expect(serialFromIso(iso)).toBe(serial);
  expect(isoFromSerial(serial)).toBe(iso);
});

test.each(["", "2027-02-29", "2027-13-01", "01/01/2027", "1899-12-31"])(
  "%p is no day for Excel",
  (iso) => {
    expect(serialFromIso(iso)).toBeUndefined();
  },
);

test("a plan starts with the coming year and is named by the year it ends in", () => {
  expect(isoFromSerial(nextYearStart(46_348))).toBe("2027-01-01");
  expect(fiscalYearName(46_388)).toBe("FY27");
  expect(fiscalYearName(serialFromIso("2026-07-01")!)).toBe("FY27");
});
