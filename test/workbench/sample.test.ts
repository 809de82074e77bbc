import { sampleBook } from "../../src/workbench/sample";
import { sampleLeads, type Lead } from "../../src/workbench/sample/leads";
import { Random } from "../../src/workbench/sample/random";
import {
  LOG,
  RESPONSE,
  SEGMENTS,
  serialDay,
  SOURCES,
} from "../../src/workbench/sample/truth";
import { writeXlsx } from "../../src/xlsx";
import {
  describeWithLibreOffice,
  recalculate,
  sheetValues,
} from "../libreoffice/harness";

jest.setTimeout(120_000);

const leads = sampleLeads();
const asOf = serialDay(LOG.asOf);

/** Share of cases, against the rate they were drawn with, in standard errors. */
const deviation = (cases: number, hits: number, rate: number): number =>
  Math.abs(hits / cases - rate) / Math.sqrt((rate * (1 - rate)) / cases);

test("the generator is xoshiro128**: its published first outputs from the state 1, 2, 3, 4", () => {
  const random = new Random([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, () => random.whole())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849,
    3729100597, 4258142804,
  ]);
});

test("the sample is the same every time", () => {
  expect(sampleBook()).toEqual(sampleBook());
  expect(leads).toHaveLength(2000);
  expect(new Set(leads.map(({ id }) => id)).size).toBe(2000);
});

describe.each(SEGMENTS)("$segment leads", (truth) => {
  const own = leads.filter(({ segment }) => segment === truth.segment);
  const { lags } = truth;
  /** Leads so old that 98 % of what happens to them has: a gamma of shape 2 stays within three means that often. */
  const mature = (start: (lead: Lead) => number | undefined, mean: number) =>
    own.filter((lead) => (start(lead) ?? asOf) < asOf - 3 * mean);

  test.each<
    [string, number, number, (lead: Lead) => unknown, (lead: Lead) => unknown]
  >([
    [
      "inquiry to MQL",
      truth.inquiryToMql,
      lags.inquiryToMql,
      (lead) => lead.created,
      (lead) => lead.mql,
    ],
    [
      "MQL to SQL",
      truth.mqlToSql,
      lags.mqlToSql,
      (lead) => lead.mql,
      (lead) => lead.sql,
    ],
    [
      "SQL to booking",
      truth.sqlToBooking,
      lags.sqlToBooking,
      (lead) => lead.sql,
      (lead) => lead.booking,
    ],
  ])(
    "%s: the rate and the mean lag of mature leads are the documented ones",
    (_, rate, mean, start, end) => {
      const from = start as (lead: Lead) => number | undefined;
      const to = end as (lead: Lead) => number | undefined;
      const cohort = mature(from, mean);
      const reached = cohort.filter((lead) => to(lead) !== undefined);
      expect(reached.length).toBeGreaterThan(7);
      expect(deviation(cohort.length, reached.length, rate)).toBeLessThan(4);
      const lag = reached.map((lead) => to(lead)! - from(lead)!);
      const average = lag.reduce((sum, one) => sum + one, 0) / lag.length;
      // The standard deviation of a gamma of shape 2 is mean / sqrt(2). Whole days add at most half a day; the 2 % that
      // are still to come would add at most 5 %.
      const error = mean / Math.SQRT2 / Math.sqrt(lag.length);
      expect(Math.abs(average - mean)).toBeLessThan(
        4 * error + 0.5 + 0.05 * mean,
      );
    },
  );

  test("their share, their expansion and their amounts are the documented ones", () => {
    expect(deviation(leads.length, own.length, truth.leads)).toBeLessThan(4);
    const expansion = own.filter(({ type }) => type === "Expansion").length;
    expect(deviation(own.length, expansion, truth.expansion)).toBeLessThan(4);
    const logs = own.flatMap(({ amount }) =>
      amount === undefined ? [] : [Math.log(amount)],
    );
    const average = logs.reduce((sum, one) => sum + one, 0) / logs.length;
    expect(Math.abs(average - Math.log(truth.amount.median))).toBeLessThan(
      (4 * truth.amount.spread) / Math.sqrt(logs.length),
    );
  });
});

test("sources, answers, rejections and response times are the documented ones", () => {
  for (const [source, share] of SOURCES)
    expect(
      deviation(
        leads.length,
        leads.filter((lead) => lead.source === source).length,
        share,
      ),
    ).toBeLessThan(4);
  const mqls = leads.filter(({ mql }) => mql !== undefined && mql < asOf - 7);
  const answered = mqls.filter(({ verdict }) => verdict !== undefined);
  expect(
    deviation(mqls.length, mqls.length - answered.length, RESPONSE.never),
  ).toBeLessThan(4);
  expect(
    deviation(
      answered.length,
      answered.filter(({ verdict }) => verdict === "Rejected").length,
      RESPONSE.rejected,
    ),
  ).toBeLessThan(4);
  const logs = answered.map(({ mql, firstResponse }) =>
    Math.log((firstResponse! - mql!) * 24),
  );
  const average = logs.reduce((sum, one) => sum + one, 0) / logs.length;
  expect(Math.abs(average - Math.log(RESPONSE.medianHours))).toBeLessThan(
    (4 * RESPONSE.spread) / Math.sqrt(logs.length),
  );
});

test("every lead's history is in order and none of it lies after the as-of date", () => {
  const wrong = leads.filter(
    ({
      created,
      mql,
      firstResponse,
      sql,
      booking,
      verdict,
      reason,
      opportunity,
      amount,
    }) =>
      created >= asOf ||
      (mql ?? created) < created ||
      (firstResponse ?? Infinity) < (mql ?? Infinity) ||
      (sql !== undefined && (mql === undefined || sql < Math.floor(mql))) ||
      (booking !== undefined && (sql === undefined || booking <= sql)) ||
      [mql, firstResponse, sql, booking].some(
        (serial) => (serial ?? 0) >= asOf,
      ) ||
      (reason !== undefined) !== (verdict === "Rejected") ||
      (sql !== undefined) !== (opportunity !== undefined) ||
      (sql !== undefined) !== (amount !== undefined),
  );
  expect(wrong).toEqual([]);
});

describeWithLibreOffice("the sample in LibreOffice", () => {
  test("every stored result is what LibreOffice computes", async () => {
    const bytes = await writeXlsx(sampleBook());
    const stored = await sheetValues(bytes);
    const [computed] = await recalculate([bytes]);
    const wrong: string[] = [];
    let compared = 0;
    for (const [sheet, cells] of Object.entries(stored))
      for (const [address, value] of Object.entries(cells)) {
        const other = computed![sheet]?.[address];
        compared++;
        const equal =
          typeof value === "number" && typeof other === "number"
            ? Math.abs(value - other) <= 1e-12 * Math.abs(value)
            : value === other;
        if (!equal)
          wrong.push(
            `${sheet}!${address}: ${String(value)} and ${String(other)}`,
          );
      }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(10_000);
  });
});
