/** What the functions of risk take: how many leads, how well their rate is known, how much deal sizes vary. */
import { amount, finiteNumber, refuse, share, shown } from "../checks";
import { FunnelError } from "../funnelError";
import { dealCount, type DealCount } from "./dealCount";

export const MOST_LEADS = 1e9;

/** Whole leads: a part of one converts nothing. */
export function wholeLeads(volume: number): number {
  if (amount("volume", volume) > MOST_LEADS)
    refuse(
      `volume must be at most ${MOST_LEADS}; got ${shown(volume)} - enter a count of leads`,
    );
  return Math.floor(Math.round(volume * 1e6) / 1e6);
}

/** The deals that come of any number of leads. A sample of Infinity or 0 means that the rate is known exactly. */
export function dealsAt(
  rate: number,
  rateSample: number,
): (leads: number) => DealCount {
  share("rate", rate);
  const sample =
    rateSample === Infinity ? 0 : amount("rate_sample", rateSample);
  return (leads) => dealCount(leads, rate, sample || Infinity);
}

const MOST_VARIATION = 10;

/** Standard deviation / mean of the deal sizes. */
export function sizeVariation(value: number): number {
  finiteNumber("deal_size_variation", value);
  if (value >= 0 && value <= MOST_VARIATION) return value;
  // 60 was meant as 60 %.
  const remedy =
    value > MOST_VARIATION && value <= 100 * MOST_VARIATION
      ? `${shown(value)}% or ${shown(value / 100)}`
      : "standard deviation / mean of the deal sizes, such as 60%";
  return refuse(
    `deal_size_variation must be between 0 and ${MOST_VARIATION}; got ${shown(value)} - enter ${remedy}`,
  );
}

/** Falling short is no likelier than it may be; rounding of the last digits does not count. */
export function isSafe(short: number, confidence: number): boolean {
  const allowed = 1 - confidence;
  return short <= allowed + 1e-12 * allowed + 2e-16;
}

/** The answer of a search up to MOST_LEADS. */
export function leadsWithin(leads: number): number {
  if (leads > MOST_LEADS)
    throw new FunnelError(
      "num",
      `more than ${MOST_LEADS} leads are needed - lower the target or the confidence`,
    );
  return leads;
}
