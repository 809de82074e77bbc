/** Timing: what comes when, and what must be there by then. */
import { NotExpressible, type Area, type Call, type Forms } from "./call";

/** {1,2,3} or {1;2;3}; a single number stands alone. */
const counting = (count: number, between: string, from = 1): string =>
  count === 1
    ? `${from}`
    : `{${Array.from({ length: count }, (_, at) => at + from).join(between)}}`;

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

/** Share still to come after so many days; the first argument may be an array of days from 0 on. */
function stillToCome(call: Call): (days: string) => string {
  const [scale, shape] = [call.text("scale_days"), call.text("shape")];
  switch (call.word("model", ["weibull", "exponential", "lognormal"])) {
    case "weibull":
      return (days) => `EXP(-(((${days})/${scale})^${shape}))`;
    case "exponential":
      return (days) => `EXP(-(${days})/${scale})`;
    case "lognormal":
      // Day 0 has no logarithm; next to nothing has one.
      return (days) =>
        `NORM.S.DIST(-LN((${days}+(${days}=0)*10^-300)/${scale})/${shape},TRUE)`;
  }
}

/** Its integral from day 0 on. */
function integrated(call: Call): (days: string) => string {
  const [scale, shape] = [call.text("scale_days"), call.text("shape")];
  const upper = stillToCome(call);
  switch (call.word("model", ["weibull", "exponential", "lognormal"])) {
    case "weibull":
      return (days) =>
        `${scale}*EXP(GAMMALN(1+1/${shape}))*GAMMA.DIST(((${days})/${scale})^${shape},1/${shape},1,TRUE)`;
    case "exponential":
      return (days) => `${scale}*(1-${upper(days)})`;
    case "lognormal":
      return (days) =>
        `((${days})*${upper(days)}+${scale}*EXP(${shape}^2/2)*NORM.S.DIST(LN((${days}+(${days}=0)*10^-300)/${scale})/${shape}-${shape},TRUE))`;
  }
}

function lagShares(call: Call): Area {
  const periods = call.size("periods");
  const days = (from: number): string =>
    `${counting(periods, ",", from)}*${call.text("period_days")}`;
  if (call.word("arrival", ["start", "even"]) === "start") {
    const upper = stillToCome(call);
    return {
      formula: `${upper(days(0))}-${upper(days(1))}`,
      rows: 1,
      columns: periods,
    };
  }
  const sum = integrated(call);
  // What still comes falls by the shares of all leads: second differences of its integral, the first from a full stop.
  const first = counting(periods, ",", 0);
  const before = `(${first}-1)*(${first}>0)*${call.text("period_days")}`;
  const bends = `(2*${sum(days(0))}-${sum(before)}-${sum(days(1))})/${call.text("period_days")}`;
  return { formula: `(${first}=0)+${bends}`, rows: 1, columns: periods };
}

function openForecast(call: Call): string[] {
  const upper = stillToCome(call);
  const [counts, ages, rate, days] = [
    call.text("open_counts"),
    call.text("ages_days"),
    call.text("rate"),
    call.text("period_days"),
  ];
  if (call.orientation("open_counts") !== call.orientation("ages_days"))
    throw new NotExpressible("open_counts and ages_days lie differently");
  const after = (periods: number): string =>
    upper(periods === 0 ? ages : `${ages}+${periods}*${days}`);
  return Array.from(
    { length: call.size("periods") },
    (_, at) =>
      `SUMPRODUCT(${counts}*${rate}*(${after(at)}-${after(at + 1)})/(1-${rate}+${rate}*${after(0)}))`,
  );
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

export const TIMING: Forms = {
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
