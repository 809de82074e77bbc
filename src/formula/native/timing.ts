/** Timing: what comes when, and what must be there by then. */
import {
  counting,
  NotExpressible,
  type Area,
  type Call,
  type Forms,
} from "./call";
import { lagShares, openForecast } from "./lags";

interface Flow {
  volumes: string;
  isColumn: boolean;
  sources: number;
  outs: number;
}

/** What reaches each of so many periods; `weights` of the periods that lie between, from 1 - sources to outs - 1. */
function flow(
  { volumes, isColumn, sources, outs }: Flow,
  weights: (later: string) => string,
): string {
  const [down, across] = [";", ","];
  const from = counting(sources, isColumn ? across : down);
  const to = counting(outs, isColumn ? down : across);
  const table = weights(`(${to}-${from})`);
  // + 0: MMULT refuses blank cells.
  return isColumn
    ? `MMULT(${table},${volumes}+0)`
    : `MMULT(${volumes}+0,${table})`;
}

/** The share of a lag curve that many periods later, 0 outside it; an error in the curve stays one. */
function share(curve: string, count: number, later: string): string {
  return count === 1
    ? `(${later}=0)*${curve}`
    : `IFERROR(LOOKUP(${later},${counting(count, ",", 0)},${curve})/(${later}<${count}),0)+0*SUM(${curve})`;
}

const shares =
  (call: Call) =>
  (later: string): string =>
    share(call.text("lag_shares"), call.count("lag_shares"), later);

/** The result runs the way of the range, or where that is one cell of the lag shares. */
function line(call: Call, name: string, outs: number): Flow {
  const like = call.count(name) > 1 ? name : "lag_shares";
  return {
    volumes: call.text(name),
    isColumn: call.orientation(like) === "column",
    sources: call.count(name),
    outs,
  };
}

const area = (formula: string, { isColumn, outs }: Flow): Area =>
  isColumn
    ? { formula, rows: outs, columns: 1 }
    : { formula, rows: 1, columns: outs };

/** Bookings into volumes; without any there is no need for a rate nor for what else must be `given`. */
function divided(call: Call, deals: string, given = ""): string {
  const none = `SUM(${call.text("bookings_by_period")})=0`;
  const rate = call.text("rate");
  return `${deals}/${call.text("average_deal_size")}/IF(${none},1,IF(${given}${rate}=0,NA(),${rate}))`;
}

function requiredSchedule(call: Call): Area {
  const targets = line(
    call,
    "bookings_by_period",
    call.count("bookings_by_period"),
  );
  const lag = call.text("lag_periods");
  const whole = `INT(${lag}+10^-9)`;
  const rest = `MAX(${lag}-${whole},0)`;
  const shifted = flow(
    targets,
    (later) =>
      `(${later}=-${whole})*(1-${rest})+(${later}=-${whole}-1)*${rest}`,
  );
  const reach = `${counting(targets.outs, targets.isColumn ? ";" : ",")}+${whole}+(${rest}>10^-9)`;
  return area(
    `${divided(call, shifted)}+IF(${reach}>${targets.outs},NA(),0)`,
    targets,
  );
}

function spreadSchedule(call: Call): Area {
  const before = call.count("lag_shares") - 1;
  const targets = line(
    call,
    "bookings_by_period",
    call.count("bookings_by_period") + before,
  );
  const spread = flow(targets, (later) => shares(call)(`(${before}-${later})`));
  return area(
    divided(call, spread, `SUM(${call.text("lag_shares")})*`),
    targets,
  );
}

function expectedSchedule(call: Call): Area {
  const volumes = line(
    call,
    "volumes_by_period",
    call.size("periods", call.count("volumes_by_period")),
  );
  const deals = flow(volumes, shares(call));
  const bookings = `${call.text("rate")}*${call.text("average_deal_size")}*${deals}`;
  return area(bookings + opening(call, volumes), volumes);
}

/** "+" what the open pipeline brings in each period. */
function opening(call: Call, { isColumn, outs }: Flow): string {
  if (!call.has("opening_bookings")) return "";
  const bookings = call.text("opening_bookings");
  const count = call.count("opening_bookings");
  const period = counting(outs, isColumn ? ";" : ",");
  if (count === 1) return `+(${period}=1)*${bookings}`;
  const each = `LOOKUP(${period},${counting(count, ",")},${bookings})`;
  return count < outs ? `+IF(${period}>${count},0,${each})` : `+${each}`;
}

function expectedStages(call: Call): Area {
  const volumes = line(
    call,
    "volumes_by_period",
    call.size("periods", call.count("volumes_by_period")),
  );
  const { outs } = volumes;
  const steps = call.count("rates");
  if (call.rows("lags") !== steps)
    throw new NotExpressible("lags must have a row for each rate");
  const lags = call.text("lags");
  let entering: Flow = volumes.isColumn
    ? {
        ...volumes,
        volumes: `TRANSPOSE(${volumes.volumes})`,
        isColumn: false,
      }
    : volumes;
  const rows = call.items("rates").map((rate, step) => {
    const width = call.columns("lags");
    const row = steps === 1 ? lags : `INDEX(${lags},${step + 1},0)`;
    const arriving = flow(entering, (later) => share(row, width, later));
    entering = {
      volumes: `${rate}*${arriving}`,
      isColumn: false,
      sources: outs,
      outs,
    };
    return entering.volumes;
  });
  const formula = rows.reduceRight(
    (rest, row, step) =>
      `IF(${counting(steps, ";")}=${step + 1},${row},${rest})`,
  );
  return { formula, rows: steps, columns: outs };
}

function fiscalPeriod(call: Call): string {
  const [date, first] = [call.text("date"), call.text("first_month")];
  const year = `"FY"&TEXT(MOD(YEAR(${date})+(MONTH(${date})>=${first})*(${first}>1),100),"00")`;
  const months = `MOD(MONTH(${date})-${first},12)`;
  switch (call.word("period", ["Q", "M", "Y"])) {
    case "Q":
      return `${year}&" Q"&INT(${months}/3)+1`;
    case "M":
      return `${year}&" M"&TEXT(${months}+1,"00")`;
    case "Y":
      return year;
  }
}

/**
 * Each lead of a period brings by a later one what has converted by then. Every period's total is met by filling the
 * periods in front: straight pieces, of which the highest counts. Without IF inside, so that one plain cell computes it.
 */
function earliestVolume(call: Call): string {
  const deals = call.text("deals_by_period");
  const count = call.count("deals_by_period");
  const like = count > 1 ? "deals_by_period" : "past_volumes";
  const isColumn = call.orientation(like) === "column";
  const [across, down] = isColumn ? [";", ","] : [",", ";"];
  const [from, to] = [counting(count, down), counting(count, across)];
  const product = (one: string, other: string): string =>
    isColumn ? `MMULT(${other},${one})` : `MMULT(${one},${other})`;
  const soFar = (each: string): string => product(each, `--(${from}<=${to})`);
  const [curve, size] = [call.text("lag_shares"), call.count("lag_shares")];
  const converting = (later: string): string =>
    size === 1
      ? `(${later}=0)*${curve}`
      : `LOOKUP((${later}>=0)*(${later}<${size})*${later},${counting(size, ",", 0)},${curve})*(${later}>=0)*(${later}<${size})`;

  const rate = call.text("rate");
  const target = soFar(`${deals}+0`);
  const each = soFar(converting(`(${to}-${from})`));
  let left = target;
  if (call.has("past_volumes")) {
    const past = call.count("past_volumes");
    if (
      past > 1 &&
      isColumn !== (call.orientation("past_volumes") === "column")
    )
      throw new NotExpressible("past_volumes lies another way");
    const before = counting(past, down, 1 - past);
    const coming = product(
      `${call.text("past_volumes")}+0`,
      converting(`(${to}-${before})`),
    );
    left = `(${target}-${rate}*${soFar(coming)})`;
  }
  const capacity = call.optional("capacity", "0");
  const filled = `${capacity}*${rate}*${product(`--(${to}<${from})`, each)}`;
  const piece = `(${from}-1)*${capacity}+(${left}-${filled})/(${rate}*(${each}+(${each}=0)))`;
  const isPiece = `(${each}>0)*((${capacity}>0)+(${from}=1)>0)`;
  const reached = `IF(${capacity}>0,${capacity},10^300)*${rate}*${product(`${to}^0`, each)}`;
  const isMissed = `SUMPRODUCT(--(${left}-${reached}>10^-12*${target}))>0`;
  return `IF(SUM(${deals})=0,0,IF(${rate}*SUM(${curve})=0,NA(),IF(${isMissed},NA(),MAX(0,SUMPRODUCT(MAX(${isPiece}*(${piece})))))))`;
}

export const TIMING: Forms = {
  EARLIEST_VOLUME: { form: earliestVolume },
  REQUIRED_SCHEDULE: { form: requiredSchedule },
  SPREAD_SCHEDULE: { form: spreadSchedule },
  EXPECTED_SCHEDULE: { form: expectedSchedule },
  EXPECTED_STAGES: { form: expectedStages },
  CREATE_BY: {
    form: (call) =>
      `INT(ROUND(${call.text("booking_date")}-${call.text("lag_days")},6))`,
  },
  LAG_SHARES: { form: lagShares },
  OPEN_FORECAST: { form: openForecast, like: "open_counts" },
  FISCAL_PERIOD: { form: fiscalPeriod },
};
