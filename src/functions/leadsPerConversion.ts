import { leadsPerConversion as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";

/**
 * How many leads it takes to make one conversion.
 * @customfunction LEADS_PER_CONVERSION
 * @helpurl https://localhost:3000/reference/LEADS_PER_CONVERSION.html
 * @param converted How many of them converted (count)
 * @param entered How many leads there were (count)
 * @returns Leads for one conversion (count).
 */
export function leadsPerConversion(converted: any, entered: any): number {
  return cell(() =>
    compute(number("converted", converted), number("entered", entered)),
  );
}
