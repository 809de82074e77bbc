/** Plan: how much is needed and what comes of it. */
import { known, whole, type Call, type Forms } from "./call";

/** Deals, then each stage above, from the last rate to the first; one formula per stage, top of the funnel first. */
function chain(call: Call, rates: string[]): string[] {
  const rounding = call.word("rounding", ["none", "final", "cascade"]);
  const finish = rounding === "final" ? whole : (text: string) => text;
  const step = rounding === "cascade" ? whole : (text: string) => text;
  const target = `${call.text("bookings_target")}${call.times("source_share")}`;
  const deals = `${target}/${call.text("average_deal_size")}`;
  let need = step(deals);
  const stages = [finish(need)];
  for (const rate of [...rates].reverse()) {
    need = step(`${need}/${known(rate)}`);
    stages.unshift(`IF(${deals}=0,0,${finish(need)})`);
  }
  return stages;
}

const top =
  (...names: string[]) =>
  (call: Call): string =>
    chain(
      call,
      names.map((name) => call.text(name)),
    )[0]!;

const remaining = (call: Call): string =>
  call.has("won_so_far")
    ? `MAX(${call.text("bookings_target")}-${call.text("won_so_far")},0)`
    : call.text("bookings_target");

export const PLAN: Forms = {
  REQUIRED_DEALS: { form: top() },
  REQUIRED_SQLS: { form: top("sql_to_booking") },
  REQUIRED_MQLS: { form: top("mql_to_sql", "sql_to_booking") },
  REQUIRED_INQUIRIES: {
    form: top("inquiry_to_mql", "mql_to_sql", "sql_to_booking"),
  },
  REQUIRED_VOLUMES: {
    like: "rates",
    form: (call) => chain(call, call.items("rates")),
  },
  EXPECTED_BOOKINGS: {
    form: (call) =>
      [call.text("volume"), ...call.items("rates")].join("*") +
      call.times("average_deal_size"),
  },
  EXPECTED_VOLUMES: {
    like: "rates",
    form: (call) =>
      call
        .items("rates")
        .map((_, at, rates) =>
          [call.text("volume"), ...rates.slice(0, at + 1)].join("*"),
        ),
  },
  NTM_SPLIT: {
    like: "",
    form: (call) => {
      const revenue = call.text("ntm_revenue");
      const parts = ["expansion_share", "nnc_share"].map(
        (name) => `${revenue}*${call.text(name)}`,
      );
      return [`MAX(${revenue}-${parts.join("-")},0)`, ...parts];
    },
  },
  BOOKINGS_FOR_REVENUE: {
    form: (call) => {
      const [revenue, phasing] = [call.text("revenue"), call.text("phasing")];
      const term = call.has("term_months") ? call.text("term_months") : "12";
      const months = call
        .items("phasing")
        .map((_, at) => Math.max(12 - at - 0.5, 0));
      const part = `${call.along("phasing", months)}/${term}`;
      // (x+1-ABS(x-1))/2 is the smaller of x and 1 without array entry.
      const recognised = term === "12" ? part : `(${part}+1-ABS(${part}-1))/2`;
      const weights = `SUM(${phasing})/${known(`SUMPRODUCT(${phasing},${recognised})`)}`;
      return `IF(${revenue}=0,0,${revenue}*${weights})`;
    },
  },
  SOURCE_TARGETS: {
    like: "source_shares",
    form: (call) =>
      `${call.text("bookings_target")}*${call.text("source_shares")}`,
  },
  APPORTION: {
    like: "weights",
    form: (call) => {
      const weights = call.text("weights");
      const quota = `${call.text("total")}*${weights}/SUM(${weights})`;
      const units = `INT(ROUND(${quota},9))`;
      const left = `ROUND(${call.text("total")}-SUM(${units}),0)`;
      // The largest fractions first; a trifle per position decides ties for the earlier item.
      const rank = `(ROUND(${quota}-${units},9)-${call.counting("weights")}/10^10)`;
      return `${units}+IF(${left}=0,0,--(${rank}>=LARGE(${rank},MAX(${left},1))))`;
    },
  },
  PIPELINE_COVERAGE: {
    form: (call) => `${call.text("open_pipeline")}/${remaining(call)}`,
  },
  REQUIRED_PIPELINE: {
    form: (call) =>
      `IF(${remaining(call)}=0,0,${remaining(call)}/${known(call.text("win_rate"))})`,
  },
  REQUIRED_REPS: {
    form: (call) => {
      const each = [
        known(call.text("capacity_per_rep")),
        ...(call.has("ramped_share") ? [known(call.text("ramped_share"))] : []),
      ];
      const volume = call.text("volume");
      return `IF(${volume}=0,0,${whole([volume, ...each].join("/"))})`;
    },
  },
};
