import { conversionRate as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";

/**
 * Conversion rate: the part of those that entered a stage that went on.
 * @customfunction CONVERSION_RATE
 * @helpurl https://localhost:3000/reference/CONVERSION_RATE.html
 * @param converted How many went on to the next stage (count)
 * @param entered How many entered the stage (count)
 * @returns Rate (fraction, 0 to 1).
 */
export function conversionRate(converted: any, entered: any): number {
  return cell(() =>
    compute(number("converted", converted), number("entered", entered)),
  );
}
