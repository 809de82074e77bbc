import { choice, notZero, refuse, shown } from "./checks";
import { FunnelError } from "./funnelError";
import { sum } from "./sum";
import { serialDate } from "./timing/serialDate";

export const CREDIT_MODELS = [
  "first",
  "last",
  "linear",
  "position",
  "decay",
] as const;
export type CreditModel = (typeof CREDIT_MODELS)[number];

/** The weight of the touch at `place` of `count` in time, `days` before the youngest. */
const WEIGHTS: Record<
  CreditModel,
  (place: number, count: number, days: number, halfLife: number) => number
> = {
  first: (place) => (place === 0 ? 1 : 0),
  last: (place, count) => (place === count - 1 ? 1 : 0),
  linear: () => 1,
  position: (place, count) =>
    count < 3
      ? 1
      : place === 0 || place === count - 1
        ? 0.4
        : 0.2 / (count - 2),
  // Measured from the youngest touch: 2^-5000 is 0 for a computer, though one touch of two a day apart weighs half.
  decay: (_place, _count, days, halfLife) => 2 ** (-days / halfLife),
};

/**
 * The credit for one deal, split among the touches that came before it closed.
 *
 * Meaning: each touch's share; together 1. A touch after the close gets 0, and so does a blank (0).
 * Shape: dates as Excel serials in any order, one share per touch in the order given; `halfLifeDays` above 0, read by
 * "decay" alone.
 * Method: "first", "last", "linear" (equal), "position" (40 % first, 40 % last, 20 % in between; halves for two), "decay"
 * (half the weight for each half-life before the youngest touch). Touches of one time keep their order.
 * Source: conventions of multi-touch attribution: Shao & Li (2011), "Data-driven multi-touch attribution models", KDD.
 * Throws: na when no touch came before the close or the close is missing; value for what is no date, an unknown model, or
 * a half-life that is not above 0.
 *
 * @example creditSplit([45000, 45010, 45020], 45031, "position") // [0.4, 0.2, 0.4]
 */
export function creditSplit(
  touchDates: readonly number[],
  closeDate: number,
  model: CreditModel,
  halfLifeDays = 0,
): number[] {
  serialDate(
    "close_date",
    notZero("close_date", closeDate, "the date on which the deal closed"),
  );
  touchDates.forEach(
    (date, at) => date === 0 || serialDate(`touch date ${at + 1}`, date),
  );
  const weigh = WEIGHTS[choice("model", model, CREDIT_MODELS)];
  if (model === "decay" && !(halfLifeDays > 0))
    refuse(
      `half_life_days must be above 0 for decay; got ${shown(halfLifeDays)} - enter the days after which a touch counts half, such as 7`,
    );
  const order = touchDates
    .map((_, at) => at)
    .filter((at) => touchDates[at]! > 0 && touchDates[at]! <= closeDate)
    .sort((a, b) => touchDates[a]! - touchDates[b]!);
  if (order.length === 0)
    throw new FunnelError(
      "na",
      "touch_dates hold no touch up to close_date - check the dates of this deal",
    );
  const youngest = touchDates[order.at(-1)!]!;
  const shares = touchDates.map(() => 0);
  order.forEach((at, place) => {
    const days = youngest - touchDates[at]!;
    shares[at] = weigh(place, order.length, days, halfLifeDays);
  });
  const whole = sum(shares);
  return shares.map((weight) => weight / whole);
}
