/** Where to begin the search for a fit. */
import { spreadVariable, type Question } from "./surface";

/** Around the middle of the lags seen so far; wide enough for the oldest lead; all over soon after the last conversion. */
export function startingLags({ bins, model }: Question): number[][] {
  let seen = 0;
  let [middle, latest, oldest] = [0, 0, 0];
  for (let at = 0; at < bins.days.length; at++) {
    const log = Math.log(bins.days[at]! + 0.5);
    if (seen <= 0.6 * bins.conversions) middle = log;
    seen += bins.converted[at]!;
    if (bins.converted[at]! > 0) latest = log;
    if (bins.to[at]! >= 0) oldest = log;
  }
  const lags = [
    [middle, spreadVariable(1), 0.5],
    [oldest, spreadVariable(1.5), -0.5],
  ];
  return model === "gengamma"
    ? [...lags, [latest, spreadVariable(0.6), 3]]
    : lags.map((lag) => lag.slice(0, model === "exponential" ? 1 : 2));
}

/** With the logit of a rate before them: just above what has converted, twice that, and next to everybody. */
export function startingPoints(question: Question): number[][] {
  const { conversions, losses, leads } = question.bins;
  const most = (0.1 * conversions + 0.9 * (leads - losses)) / leads;
  const naive = conversions / leads;
  const [middle = [], wide = [], short = middle] = startingLags(question);
  return [
    { rate: 1.1 * naive, lag: short },
    { rate: 2 * naive, lag: middle },
    { rate: 0.95, lag: wide },
  ].map(({ rate, lag }) => {
    const start = Math.min(rate, most, 0.99);
    return [Math.log(start / (1 - start)), ...lag];
  });
}
