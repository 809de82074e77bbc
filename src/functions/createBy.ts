import { createBy as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";

/**
 * Latest date on which a lead must exist to become a booking by a given date.
 * @customfunction CREATE_BY
 * @helpurl https://localhost:3000/reference/CREATE_BY.html
 * @param booking_date Date of the booking (date)
 * @param lag_days Time from creation to booking (days, 0 or more)
 * @returns A date; give the cell a date format (date).
 */
export function createBy(booking_date: any, lag_days: any): number {
  return cell(() =>
    compute(number("booking_date", booking_date), number("lag_days", lag_days)),
  );
}
