/** The reference cases through the Excel faces: ranges both ways, omitted arguments, blanks as 0 and as nothing, errors. */
import { expectOutcome, referenceCases } from "../referenceCases";
import { callFace, column, installRuntime, row } from "../runtime";

beforeAll(() => {
  installRuntime();
});

/** A rate known exactly is a blank cell, whatever it arrives as. */
const samples = (weight: unknown): unknown[] =>
  weight === "Infinity" ? [null, "", 0, undefined] : [weight, [[weight]]];

const left = (value: unknown, standard: unknown): unknown[] =>
  value === standard ? [value, null, undefined, ""] : [value];

test.each(referenceCases("05_risk", "REQUIRED_LEADS"))("%s", (_, each) => {
  const { deals, rate, rateWeight, confidence } = each.args;
  for (const sample of samples(rateWeight))
    for (const sure of left(confidence, 0.8))
      expectOutcome(callFace("SAFE_VOLUME", [deals, rate, sample, sure]), each);
});

test.each(referenceCases("05_risk", "REQUIRED_LEADS_VALUE"))(
  "%s",
  (_, each) => {
    const { target, rate, rateWeight, dealMean, dealCv, confidence } =
      each.args;
    for (const sample of samples(rateWeight))
      for (const sure of left(confidence, 0.8))
        expectOutcome(
          callFace("SAFE_VOLUME_FOR_BOOKINGS", [
            target,
            rate,
            sample,
            dealMean,
            dealCv,
            sure,
          ]),
          each,
        );
  },
);

test.each(referenceCases("05_risk", "HIT_PROBABILITY"))("%s", (_, each) => {
  const { leads, rate, rateWeight, dealMean, dealCv, target } = each.args;
  const models = left(each.args.dealModel, "gamma");
  for (const sample of samples(rateWeight))
    for (const model of models)
      for (const variation of dealCv === 0
        ? [0, null, "", undefined]
        : [dealCv])
        expectOutcome(
          callFace("HIT_PROBABILITY", [
            leads,
            rate,
            sample,
            dealMean,
            variation,
            target,
            model,
          ]),
          each,
        );
});

describe.each([
  ["row", row],
  ["column", column],
] as const)("ranges as a %s", (_, shape) => {
  test.each(
    referenceCases("05_risk", "BOOKINGS_QUANTILE").filter(
      ([, { args }]) => args.dealModel === "gamma",
    ),
  )("%s", (_, each) => {
    const { leads, rate, rateWeight, dealMean, dealCv, probs } = each.args;
    for (const sample of samples(rateWeight)) {
      const args = [leads, rate, sample, dealMean, dealCv];
      expectOutcome(
        callFace("BOOKINGS_RANGE", [...args, shape(probs as number[])]),
        each,
        (expected) => shape(expected as number[]),
      );
      // The levels of these cases are those that are meant when none are given.
      for (const none of [null, undefined, [[null]], [[""]]])
        expectOutcome(
          callFace("BOOKINGS_RANGE", [...args, none]),
          each,
          (expected) => row(expected as number[]),
        );
    }
  });

  test.each(referenceCases("05_risk", "PIPELINE_HIT"))("%s", (_, each) => {
    const { values, probabilities, target } = each.args as {
      values: number[];
      probabilities: number[];
      target: number;
    };
    for (const blank of [0, null, "", undefined]) {
      const blanked = (list: number[]) =>
        shape(list.map((value) => (value === 0 ? blank : value)));
      expectOutcome(
        callFace("PIPELINE_HIT_PROBABILITY", [
          blanked(values),
          blanked(probabilities),
          target,
        ]),
        each,
      );
    }
    const tail = new Array<unknown>(500).fill(null);
    expectOutcome(
      callFace("PIPELINE_HIT_PROBABILITY", [
        shape([...values, ...tail]),
        shape([...probabilities, ...tail]),
        target,
      ]),
      each,
    );
  });
});

test("one cell may stand where a range may", () => {
  expect(callFace("PIPELINE_HIT_PROBABILITY", [100, 0.4, 100])).toEqual({
    value: 0.4,
  });
  expect(callFace("BOOKINGS_RANGE", [2, 0.5, null, 10_000, null, 0.5])).toEqual(
    { value: [[10_000]] },
  );
});

const error = { type: "Error", basicType: "Error", basicValue: "#REF!" };

test.each<[string, unknown[], string]>([
  ["SAFE_VOLUME", [5, 0.1, error], "rate_sample"],
  ["SAFE_VOLUME_FOR_BOOKINGS", [error, 0.1, 5, 1, 1], "bookings_target"],
  ["HIT_PROBABILITY", [5, 0.1, 5, 1, 1, 1, error], "deal_model"],
  ["BOOKINGS_RANGE", [5, 0.1, 5, 1, 1, [[0.5, error]]], "level 2"],
  ["PIPELINE_HIT_PROBABILITY", [[[5, error]], [[0.5, 0.5]], 5], "deal value 2"],
])("an error in a cell comes out of %s as itself", (id, args, name) => {
  expect(callFace(id, args)).toEqual({
    error: "#REF!",
    sentence: `${name} holds the error #REF! - correct that cell first`,
  });
});
