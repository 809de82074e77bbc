import { safeVolume as compute } from "../funnel";
import { cell } from "./cell";
import { number, optional } from "./given";

/**
 * How many leads it takes to get the deals with the confidence you want, luck and an uncertain rate allowed for.
 * @customfunction SAFE_VOLUME
 * @helpurl https://localhost:3000/reference/SAFE_VOLUME.html
 * @param deals Deals to win (count)
 * @param rate Share of leads that become deals (rate, 0 to 1)
 * @param rate_sample How many leads that rate was measured on, or is worth; blank when it is known exactly (count)
 * @param [confidence] How sure to be; 80% when left out (fraction, above 0 and below 1)
 * @returns Whole leads (count).
 */
export function safeVolume(
  deals: any,
  rate: any,
  rate_sample: any,
  confidence?: any,
): number {
  return cell(() =>
    compute(
      number("deals", deals),
      number("rate", rate),
      number("rate_sample", rate_sample),
      optional("confidence", confidence, 0.8),
    ),
  );
}
