/** Timing, by lag: distributions of the days to conversion, in the functions that Excel has for them. */
import { counting, NotExpressible, type Area, type Call } from "./call";

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

export function lagShares(call: Call): Area {
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

export function openForecast(call: Call): string[] {
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
