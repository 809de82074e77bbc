/** The reference cases of response time through the Excel faces. */
import {
  expectOutcome,
  referenceCases,
  type ReferenceCase,
} from "../referenceCases";
import { callFace, column, installRuntime, row } from "../runtime";

beforeAll(() => {
  installRuntime();
});

const of = (name: string) => referenceCases("07_sla", name);
const HOURS = of("BUSINESS_HOURS").filter(
  ([, { args }]) => args.zone === undefined,
);

/** A calendar as it may stand in cells: hours or Excel times, masks or numbers, holidays in any shape. */
function calendars({ args }: ReferenceCase): unknown[][] {
  const { opens, closes, weekend } = args;
  const days = args.holidays as number[];
  const weekends =
    weekend === "0000011" ? [weekend, 1, null, ""] : [` ${weekend} `];
  const times = [
    [opens, closes],
    [opens / 24, closes / 24],
    ...(opens === 9 && closes === 17 ? [[null, undefined]] : []),
  ];
  const holidays = [
    row(days),
    column([...days, 0, null, "", ...days]),
    ...(days.length === 0 ? [null, undefined, "", 0, [[null]]] : []),
    ...(days.length > 1
      ? [
          [
            [days[0], null],
            ...days.slice(1).map((day, at) => [day + at / 100, ""]),
          ],
        ]
      : []),
  ].filter((each) => !Array.isArray(each) || each[0]?.length !== 0);
  return times.flatMap((time) =>
    weekends.flatMap((off) => holidays.map((free) => [...time, off, free])),
  );
}

test.each(HOURS)("BUSINESS_HOURS %s", (_, each) => {
  const { start, end } = each.args;
  for (const calendar of calendars(each))
    expectOutcome(callFace("BUSINESS_HOURS", [start, end, ...calendar]), each);
});

test.each(HOURS)("SLA_DUE and SLA_STATUS turn it round: %s", (_, each) => {
  const { start, end } = each.args;
  const hours = each.expected as number;
  if (hours === 0) return;
  for (const calendar of calendars(each)) {
    if (calendar[0] === null) continue;
    const due = callFace("SLA_DUE", [start, hours, ...calendar]);
    if (!("value" in due)) throw new Error(JSON.stringify([calendar, due]));
    // An end outside working hours has the same hours as the last working moment before it.
    expect(due.value).toBeLessThanOrEqual(end + 1e-9);
    const [asOf, open] = [end + 1, null];
    const status = (responded: unknown, agreed: number) =>
      callFace("SLA_STATUS", [start, responded, agreed, asOf, ...calendar]);
    expect(status(end, hours)).toEqual({ value: "Met" });
    expect(status(due.value, hours)).toEqual({ value: "Met" });
    expect(status(end, hours - 1 / 3600)).toEqual({ value: "Missed" });
    expect(status(open, 1e6)).toEqual({ value: "Open" });
    expect(status(open, 1 / 3600)).toEqual({ value: "Overdue" });
  }
});

test.each(of("LOCAL_TIME"))("LOCAL_TIME %s", (_, each) => {
  const { utc, zone } = each.args;
  for (const name of [zone, ` ${zone} `, [[zone]]])
    expectOutcome(callFace("LOCAL_TIME", [utc, name]), each);
});

describe.each([
  ["row", row],
  ["column", column],
] as const)("leads in a %s", (_, shape) => {
  test.each(of("SLA"))("SLA_ATTAINMENT %s", (_, each) => {
    const hours = each.args.hours as number[];
    const responded = each.args.responded as number[];
    // Around the clock an hour is an hour; open leads have waited until as_of, the others were answered after their wait.
    const asOf = 46_000;
    const created = hours.map((wait, at) =>
      responded[at] === 1 ? asOf - 500 : asOf - wait / 24,
    );
    for (const blank of [0, null, "", undefined, asOf + 1]) {
      const answers = hours.map((wait, at) =>
        responded[at] === 1 ? asOf - 500 + wait / 24 : blank,
      );
      const outcome = callFace("SLA_ATTAINMENT", [
        shape(created),
        shape(answers),
        each.args.sla,
        asOf,
        0,
        24,
        "0000000",
      ]);
      if (!("value" in outcome)) throw new Error(JSON.stringify(outcome));
      const [[attainment, met, missed, overdue, open, median, p90]] = (
        outcome.value as unknown[][]
      ).map((line) =>
        line.map((cell) =>
          cell instanceof CustomFunctions.Error ? null : cell,
        ),
      ) as (number | null)[][] as [(number | null)[]];
      const [due, ofMet, breached, pending, , , , half, most] =
        each.expected as (number | null)[];
      expectOutcome(
        { value: [attainment, met, missed! + overdue!, open, median, p90] },
        { ...each, expected: [due, ofMet, breached, pending, half, most] },
      );
    }
  });
});
