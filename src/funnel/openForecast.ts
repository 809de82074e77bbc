import { amount, choice, refuse, result, share } from "./checks";
import { givenLagModel } from "./lag/givenLagModel";
import { LAG_MODELS, type LagModelName } from "./lag/lagModel";
import { sharesBetween } from "./lag/lagPeriods";
import { periodLength } from "./lagShares";
import { openShare } from "./openRate";
import { periodCount } from "./timing/periods";

const MOST_WORK = 1_000_000;

/**
 * Conversions still to come, by period from now on, from leads that are open at their ages.
 *
 * Meaning: an open lead of age a converts between u and v days from now with probability rate x (share between a + u and
 * a + v) / (1 - rate x share by a).
 * Shape: `counts` of open leads and their `ages` in days, 0 or more, pairwise; `rate` the part of all leads that converts in
 * the end, 0-1; `scaleDays` and `shape` as in lagShares; `periodDays` above 0; one count for each of `periods`.
 * Method: leads of one age together; differences of the distribution from the tail that keeps its digits.
 * Source: as openRate; the cases in the tests come from SciPy.
 * Throws: value for negative numbers, lists of different lengths, parameters that the model does not have or too many
 * different ages; na for an age at which no lead can be open.
 *
 * @example openForecast([100, 50], [0, 30], 1, 30, 1, 30, 1, "exponential") // [150 * (1 - Math.exp(-1))]
 */
export function openForecast(
  counts: readonly number[],
  ages: readonly number[],
  rate: number,
  scaleDays: number,
  shape: number | readonly number[],
  periodDays: number,
  periods: number,
  model: LagModelName = "weibull",
): number[] {
  choice("model", model, LAG_MODELS);
  share("rate", rate);
  const lag = givenLagModel(model, scaleDays, [shape].flat());
  periodLength(periodDays);
  const ends = Array.from(
    { length: periodCount(periods) + 1 },
    (_, at) => at * periodDays,
  );
  const expected = new Array<number>(periods).fill(0);
  const openAtAge = leadsByAge(counts, ages);
  if (openAtAge.size * periods > MOST_WORK)
    refuse(
      `ages_days must have at most ${Math.floor(MOST_WORK / periods)} different ages for ${periods} periods; got ${openAtAge.size} - enter ages in whole days`,
    );
  for (const [age, count] of openAtAge) {
    const worth = (count * rate) / openShare(lag, age, rate);
    const shares = sharesBetween(
      lag,
      ends.map((end) => age + end),
    );
    shares.forEach((part, at) => (expected[at]! += worth * part));
  }
  return expected.map(result);
}

function leadsByAge(
  counts: readonly number[],
  ages: readonly number[],
): Map<number, number> {
  if (counts.length !== ages.length)
    refuse(
      `open_counts and ages_days must have the same number of cells; got ${counts.length} and ${ages.length} - select ranges of the same length`,
    );
  const byAge = new Map<number, number>();
  counts.forEach((count, at) => {
    amount(`open count ${at + 1}`, count);
    const age = amount(`age ${at + 1}`, ages[at]!);
    if (count > 0) byAge.set(age, (byAge.get(age) ?? 0) + count);
  });
  return byAge;
}
