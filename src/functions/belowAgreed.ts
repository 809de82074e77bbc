import { belowAgreed as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";

/**
 * Is the true conversion rate below the agreed one, or is it just luck so far? A probability and a verdict.
 * @customfunction BELOW_AGREED
 * @helpurl https://localhost:3000/reference/BELOW_AGREED.html
 * @param converted Leads that converted (count)
 * @param entered Leads that had the time to convert (count)
 * @param agreed_rate Rate the teams agreed on (rate, 0 to 1)
 * @returns Probability that the true rate is below the agreed one, then below (above 90%), above (under 10%) or unclear, in a row (share, text).
 */
export function belowAgreed(
  converted: any,
  entered: any,
  agreed_rate: any,
): any[][] {
  return spill(() => ({
    values: compute(
      number("converted", converted),
      number("entered", entered),
      number("agreed_rate", agreed_rate),
    ),
    orientation: "row",
  }));
}
