import { fiscalPeriod as compute, FISCAL_PARTS } from "../funnel";
import { cell } from "./cell";
import { number, word } from "./given";

/**
 * Fiscal quarter, month or year of a date, such as FY27 Q1; a fiscal year is named by the year in which it ends.
 * @customfunction FISCAL_PERIOD
 * @helpurl https://localhost:3000/reference/FISCAL_PERIOD.html
 * @param date Any date of the period (date)
 * @param first_month Month in which the fiscal year begins; 1 for January (month, 1 to 12)
 * @param [period] "Q" for the quarter when left out, "M" for the month, "Y" for the year (text)
 * @returns A text such as FY27 Q1, FY27 M03 or FY27 (text).
 */
export function fiscalPeriod(
  date: any,
  first_month: any,
  period?: any,
): string {
  return cell(() =>
    compute(
      number("date", date),
      number("first_month", first_month),
      word("period", period, FISCAL_PARTS),
    ),
  );
}
