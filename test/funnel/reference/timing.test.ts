/** Timing against the reference files, with the arguments as they stand there. */
import * as funnel from "../../../src/funnel";
import {
  expectMathematics,
  referenceCases,
  type ReferenceCase,
} from "../../functions/referenceCases";

const COMPUTE: Record<string, (args: ReferenceCase["args"]) => unknown> = {
  FORECAST: ({ volumes, rate, lag, periods }) =>
    funnel.forecast(volumes, rate, lag, periods),
  FORECAST_CHAIN: ({ volumes, rates, lags, periods }) =>
    funnel.forecastChain(volumes, rates, lags, periods),
  PHASE: ({ deals, rate, lag, method }) =>
    funnel.phase(deals, rate, lag, method),
  PHASE_FIT: ({ deals, rate, lag, history }) =>
    funnel.feasibleSchedule(deals, 1, rate, lag, history),
  PHASE_CUMULATIVE: ({ deals, rate, lag, history, capacity }) =>
    funnel.earliestVolume(deals, rate, lag, history, capacity ?? undefined),
  OPEN_FORECAST: ({ counts, ages, rate, model, scale, shape, ...period }) =>
    funnel.openForecast(
      counts,
      ages,
      rate,
      scale,
      shape,
      period.periodDays,
      period.periods,
      model,
    ),
  OPEN_RATE: ({ age, rate, model, scale, shape }) =>
    funnel.openRate(age, rate, scale, shape, model),
  LAG: ({ model, scale, shape, periodDays, periods, arrival }) =>
    funnel.lagShares(scale, shape, periodDays, periods, arrival, model),
};

test.each([
  ...referenceCases("04_phasing"),
  ...referenceCases("03_cohort", "LAG"),
])("%s", (_, each) => {
  expectMathematics(each, () => COMPUTE[each.function]!(each.args));
});
