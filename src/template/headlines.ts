/**
 * The headline numbers of a plan before any workbook exists: the same arithmetic as the Funnel Targets sheet (net need,
 * shifted back step by step), so that the preview and the inserted cells agree.
 */
import { bridge } from "./bridge";
import { SOURCES } from "./examples";
import type { Linked } from "./inputs";
import type { Headline, Plan } from "./model";
import { type Values, valuesOf } from "./values";

/** What must exist, before the plan and in each period. */
interface Row {
  before: number;
  periods: number[];
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

export function headlines(plan: Plan, linked: Linked = {}): Headline[] {
  const values = valuesOf(plan, linked);
  return plan.segments.map(({ id }) => segmentHeadline(values, id));
}

function segmentHeadline(values: Values, segment: string): Headline {
  const { planPeriods } = values.time;
  const number = (id: string): number => values.number(`${segment}/${id}`);
  const target = targets(values, segment);
  const created = bookingsToCreate(values, segment, target);
  const deals: number[] = [];
  const stages = {
    sqls: [] as number[],
    mqls: [] as number[],
    inquiries: [] as number[],
  };
  const guard = values.number("round_guard");
  for (const source of SOURCES) {
    const own = (id: string): number => number(`${source.id}/${id}`);
    const first = values.text(`${segment}/${source.id}/first_stage`);
    const share = own("share");
    const bookings: Row = {
      before: 0,
      periods: created.map((money) => money * share),
    };
    const lag = (step: string): number => number(`lag_${step}`);
    const back = (
      row: Row,
      step: string,
      divisor: number,
      used: boolean,
    ): Row => shiftBack(row, lag(step), guard, used ? divisor : null);
    const sqls = back(
      bookings,
      "sql_to_booking",
      own("deal_size") * own("sql_to_booking"),
      true,
    );
    const mqls = back(sqls, "mql_to_sql", own("mql_to_sql"), first !== "SQL");
    const inquiries = back(
      mqls,
      "inquiry_to_mql",
      own("inquiry_to_mql"),
      first === "Inquiry",
    );
    deals.push(planSum(bookings, planPeriods) / own("deal_size"));
    stages.sqls.push(planSum(sqls, planPeriods));
    stages.mqls.push(planSum(mqls, planPeriods));
    stages.inquiries.push(planSum(inquiries, planPeriods));
  }
  const whole = (parts: number[]): number => roundUp(sum(parts), guard);
  return {
    segment,
    bookings: sum(target.slice(0, planPeriods)),
    deals: whole(deals),
    sqls: whole(stages.sqls),
    mqls: whole(stages.mqls),
    inquiries: whole(stages.inquiries),
  };
}

const planSum = ({ periods }: Row, planPeriods: number): number =>
  sum(periods.slice(0, planPeriods));

/** Row 1: bookings by period of the plan from the bridge, then the targets after it. */
function targets(values: Values, segment: string): number[] {
  const { planPeriods, afterPeriods, yearAgo } = values.time;
  const number = (id: string): number => values.number(`${segment}/${id}`);
  const { revenue, phasing, recognised } = bridge(values, segment, "nnc");
  const bookings = revenue === 0 ? 0 : revenue / recognised;
  const row = phasing.map((share) => bookings * share);
  for (let t = planPeriods; t < planPeriods + afterPeriods; t++) {
    const id = `${segment}/nnc_after/${t - planPeriods + 1}`;
    const own = values.given(id).kind !== "calculated";
    row.push(
      own ? values.number(id) : row[t - yearAgo]! * (1 + number("growth")),
    );
  }
  return row;
}

/** Rows 2-7: the need that the opening pipeline leaves, as it grows. */
function bookingsToCreate(
  values: Values,
  segment: string,
  target: number[],
): number[] {
  const number = (id: string): number => values.number(`${segment}/${id}`);
  const elapsed = elapsedPeriods(values);
  const curve = (step: string, j: number): number =>
    j < target.length ? number(`curve_${step}/${j}`) : 0;
  const sqls = target.map(
    (_, at) =>
      number("opening_mqls") * number("mql_to_sql") * curve("mql_to_sql", at),
  );
  const opening = target.map((_, at) => {
    const arriving = sum(
      sqls.map((count, from) =>
        from <= at && from >= elapsed
          ? count * curve("sql_to_booking", at - from)
          : 0,
      ),
    );
    return (
      number(`opening_bookings/${at + 1}`) +
      number("deal_size") * number("sql_to_booking") * arriving
    );
  });
  let need = 0;
  return target.map((_, at) => {
    const before = need;
    need = Math.max(
      0,
      need,
      sum(target.slice(0, at + 1)) - sum(opening.slice(0, at + 1)),
    );
    return need - before;
  });
}

function elapsedPeriods(values: Values): number {
  const starts = Array.from({ length: values.time.allPeriods }, (_, at) =>
    values.number(`period_start/${at + 1}`),
  );
  return Math.max(
    0,
    starts.filter((start) => start <= values.number("as_of")).length - 1,
  );
}

/** Form S: what must exist a lag earlier; null where the source does not use the stage. */
function shiftBack(
  next: Row,
  lag: number,
  guard: number,
  divisor: number | null,
): Row {
  const nothing = { before: 0, periods: next.periods.map(() => 0) };
  if (divisor === null || next.before + sum(next.periods) === 0) return nothing;
  const whole = Math.floor(Number(lag.toFixed(guard)));
  const rest = Math.max(0, lag - whole);
  const at = (index: number): number => next.periods[index] ?? 0;
  const upTo = (count: number): number =>
    sum(next.periods.slice(0, Math.max(0, count)));
  return {
    before:
      (next.before + (1 - rest) * upTo(whole) + rest * upTo(whole + 1)) /
      divisor,
    periods: next.periods.map(
      (_, t) =>
        ((1 - rest) * at(t + whole) + rest * at(t + whole + 1)) / divisor,
    ),
  };
}

/** The guarded round: noise in the last digits must not cost a lead. */
function roundUp(value: number, guard: number): number {
  const scale = 10 ** guard;
  return Math.ceil(Math.round(value * scale) / scale);
}
