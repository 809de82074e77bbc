/** Rates and experiments against the reference file, with the arguments as they stand there. */
import * as funnel from "../../../src/funnel";
import {
  expectMathematics,
  referenceCases,
  type ReferenceCase,
} from "../../functions/referenceCases";

const COMPUTE: Record<string, (args: ReferenceCase["args"]) => unknown> = {
  RATE_CI: ({ x, n, confidence, method }) =>
    funnel.rateRange(x, n, confidence, method),
  SHRINK: ({ x, n, priorRate, priorWeight, confidence }) =>
    funnel.blendedRate(x, n, priorRate, priorWeight, confidence),
  PRIOR_FROM_RANGE: ({ low, high, confidence }) =>
    funnel.priorWeight(low, high, confidence),
  POOL: ({ x, n }) => funnel.pooledRates(x, n),
  CHAIN_CI: ({ x, n, confidence }) => funnel.chainRange(x, n, confidence),
  COMPARE: ({ x1, n1, x2, n2, confidence }) =>
    funnel.rateDifference(x1, n1, x2, n2, confidence),
  SAMPLE_SIZE: ({ rate, halfWidth, confidence }) =>
    funnel.experimentSize(rate, halfWidth, confidence),
};

test.each(referenceCases("02_rates"))("%s", (_, each) => {
  expectMathematics(each, () => COMPUTE[each.function]!(each.args));
});
