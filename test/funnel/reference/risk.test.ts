/** Every case of the reference file, in the mathematics, with the arguments as they stand there. */
import * as funnel from "../../../src/funnel";
import {
  expectMathematics,
  referenceCases,
  type ReferenceCase,
} from "../../functions/referenceCases";

const known = (weight: unknown) =>
  weight === "Infinity" ? Infinity : (weight as number);

const CALLS: Record<string, (args: ReferenceCase["args"]) => unknown> = {
  REQUIRED_LEADS: ({ deals, rate, rateWeight, confidence }) =>
    funnel.safeVolume(deals, rate, known(rateWeight), confidence),
  REQUIRED_LEADS_VALUE: ({ rateWeight, ...args }) =>
    funnel.safeVolumeForBookings(
      args.target,
      args.rate,
      known(rateWeight),
      args.dealMean,
      args.dealCv,
      args.confidence,
    ),
  HIT_PROBABILITY: ({ rateWeight, ...args }) =>
    funnel.hitProbability(
      args.leads,
      args.rate,
      known(rateWeight),
      args.dealMean,
      args.dealCv,
      args.target,
      args.dealModel,
    ),
  BOOKINGS_QUANTILE: ({ rateWeight, ...args }) =>
    funnel.bookingsRange(
      args.leads,
      args.rate,
      known(rateWeight),
      args.dealMean,
      args.dealCv,
      args.probs,
      args.dealModel,
    ),
  PIPELINE_HIT: ({ values, probabilities, target }) =>
    funnel.pipelineHitProbability(values, probabilities, target),
  RNG_XOSHIRO128SS: ({ state, count }) => {
    let next = state as funnel.XoshiroState;
    return Array.from({ length: count as number }, () => {
      const [number, following] = funnel.xoshiro128(next);
      next = following;
      return number;
    });
  },
};

test("the file holds its 40 cases of six functions", () => {
  const cases = referenceCases("05_risk");
  expect(cases).toHaveLength(40);
  expect(new Set(cases.map(([, each]) => each.function))).toEqual(
    new Set(Object.keys(CALLS)),
  );
});

test.each(referenceCases("05_risk"))("%s", (_, each) => {
  Object.values(each.args).forEach(Object.freeze);
  expectMathematics(each, () => CALLS[each.function]!(each.args));
});
