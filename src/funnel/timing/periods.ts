/** What every schedule asks of its ranges: numbers by period, and shares that convert 0, 1, 2 ... periods later. */
import {
  amountsOf,
  dealSize,
  rate,
  refuse,
  sharesOf,
  shown,
  usableRate,
} from "../checks";
import { FunnelError } from "../funnelError";
import { sum } from "../sum";

/** Thirteen years of days. */
export const MOST_PERIODS = 5000;
/** What adding up shares may be off by, as typed shares of 33.3333333 % are. */
const DUST = 1e-9;

/** `item` is what one of them is called: "volume" makes "volume 3". */
export function amounts(
  name: string,
  item: string,
  values: readonly number[],
  most = MOST_PERIODS,
): readonly number[] {
  if (values.length > most)
    refuse(
      `${name} must be at most ${most} periods; got ${values.length} - plan in longer periods`,
    );
  amountsOf(item, values);
  return values;
}

export function lagCurve(
  shares: readonly number[],
  name = "lag_shares",
  item = "lag share",
): readonly number[] {
  if (shares.length > MOST_PERIODS)
    refuse(
      `${name} must be at most ${MOST_PERIODS} periods; got ${shares.length} - leave out the end that is 0`,
    );
  sharesOf(item, shares);
  const whole = sum(shares);
  if (whole > 1 + DUST)
    refuse(
      `${name} must add up to at most 1; got ${shown(whole)} - lower one of them`,
    );
  return shares;
}

/** A curve on which a need rests: some lead must convert at some time. */
export function usableCurve(shares: readonly number[]): readonly number[] {
  if (!shares.some((value) => value > 0))
    throw new FunnelError(
      "na",
      "lag_shares is blank or 0 - enter the share converting 0, 1, 2 ... periods later",
    );
  return shares;
}

/** Targets in deals and the rate that they are divided by; rates and curves of 0 pass where nothing is needed. */
export function needs(
  bookings: readonly number[],
  averageDealSize: number,
  given: number,
  most = MOST_PERIODS,
): { deals: number[]; rate: number; isNeeded: boolean } {
  const size = dealSize(averageDealSize);
  const targets = amounts("bookings_by_period", "bookings", bookings, most);
  rate("rate", given);
  const isNeeded = targets.some((each) => each > 0);
  if (isNeeded) usableRate("rate", given);
  return { deals: targets.map((each) => each / size), rate: given, isNeeded };
}

/** How many periods to show. */
export function periodCount(value: number): number {
  if (!Number.isInteger(value) || value < 1 || value > MOST_PERIODS)
    refuse(
      `periods must be a whole number from 1 to ${MOST_PERIODS}; got ${shown(value)} - enter how many periods to show`,
    );
  return value;
}
