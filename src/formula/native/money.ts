/** Money. */
import { known, type Call, type Forms } from "./call";

/** {1,2,3 …} that runs the way of a range, and the same across it. */
function positions(
  call: Call,
  name: string,
): { along: string; across: string } {
  const along = call.counting(name);
  const across = along.includes(";")
    ? along.replaceAll(";", ",")
    : along.replaceAll(",", ";");
  return { along, across };
}

/** A list turned the way of another, so that they meet cell by cell. */
function turned(call: Call, name: string, like: string): string {
  const isTurned =
    call.count(name) > 1 && call.orientation(name) !== call.orientation(like);
  return isTurned ? `TRANSPOSE(${call.text(name)})` : call.text(name);
}

/** A list times a matrix that has a line for each cell of it; a blank cell would be an error to MMULT. */
const product = (call: Call, name: string, matrix: string): string =>
  call.orientation(name) === "column"
    ? `MMULT(${matrix},${call.text(name)}+0)`
    : `MMULT(${call.text(name)}+0,${matrix})`;

const monthlyMargin = (call: Call): string =>
  `${call.text("monthly_revenue")}*${call.text("margin")}`;

export const MONEY: Forms = {
  COST_PER: { form: (call) => `${call.text("spend")}/${call.text("count")}` },
  COST_PER_STAGE: {
    like: "spend_by_stage",
    form: (call) => {
      const volumes = turned(call, "volumes", "spend_by_stage");
      const { along, across } = positions(call, "spend_by_stage");
      const spent =
        call.count("spend_by_stage") === 1
          ? call.text("spend_by_stage")
          : product(call, "spend_by_stage", `--(${across}<=${along})`);
      return `${spent}/${volumes}`;
    },
  },
  ROMI: {
    form: (call) => {
      const spend = call.text("spend");
      return `(${call.text("bookings")}*${call.text("contribution_margin")}-${spend})/${spend}`;
    },
  },
  CAC: {
    form: (call) =>
      `(${call.text("marketing_spend")}+${call.text("sales_spend")})/${call.text("customers")}`,
  },
  CAC_RANGE: {
    like: "",
    form: (call) => {
      const [spend, customers] = [call.text("spend"), call.text("customers")];
      const leads = call.text("leads");
      const outside = `(1-${call.optional("confidence", "0.8")})/2`;
      // BETAINV is BETA.INV under the name that needs no prefix in a file; the belief of Jeffreys, but for its ends.
      const rate = (part: string) =>
        `BETAINV(${part},${customers}+0.5,${leads}-${customers}+0.5)`;
      const most = `IF(${customers}=${leads},1,${rate(`1-${outside}`)})`;
      return [
        `IF(${leads}=0,NA(),${spend}/${customers})`,
        `${spend}/${known(leads)}/${most}`,
        `IF(${customers}=0,NA(),${spend}/${leads}/${rate(outside)})`,
      ];
    },
  },
  LAGGED_CAC: {
    like: "spend_by_period",
    form: (call) => {
      const lag = call.text("lag_shares");
      const [periods, lags] = [
        call.count("spend_by_period"),
        call.count("lag_shares"),
      ];
      const { along, across } = positions(call, "spend_by_period");
      const ago = `(${along}-${across})`;
      const places = Array.from({ length: lags }, (_, at) => at);
      // Which share of each period's spend (across) arrives in each period (along).
      const share = `IF((${ago}<0)+(${ago}>=${lags}),0,LOOKUP(ABS(${ago}),${call.along("lag_shares", places)},${lag}))`;
      const cost =
        periods === 1 || lags === 1
          ? `${call.text("spend_by_period")}*${call.items("lag_shares")[0]}`
          : product(call, "spend_by_period", share);
      const first = `IF(SUM(${lag})=0,${periods + 1},SUMPRODUCT(MAX((${lag}>0)*${call.counting("lag_shares")})))`;
      return `IF(${along}<${first},NA(),${cost}/${turned(call, "customers_by_period", "spend_by_period")})`;
    },
  },
  CAC_PAYBACK: {
    form: (call) => {
      const months = `${call.text("cac")}/(${monthlyMargin(call)})`;
      if (!call.has("monthly_churn")) return `IF(${months}<0,#NUM!,${months})`;
      const churn = call.text("monthly_churn");
      const lost = `${months}*${churn}`;
      const paid = `IF(${churn}=0,${months},LN(1-${lost})/LN(1-${churn}))`;
      return `IF(OR(${months}<0,${lost}>1-10^-12),#NUM!,${paid})`;
    },
  },
  LIFETIME_VALUE: {
    form: (call) =>
      `${monthlyMargin(call)}/(${call.text("monthly_churn")}+${call.optional("monthly_discount", "0")})`,
  },
  SALES_VELOCITY: {
    form: (call) =>
      `${call.text("opportunities")}*${call.text("win_rate")}*${call.text("average_deal_size")}/${call.text("cycle_days")}`,
  },
  ATTAINMENT: {
    form: (call) => `${call.text("actual")}/${call.text("target")}`,
  },
  PACE: {
    form: (call) =>
      `${call.text("actual_to_date")}/${call.text("target")}*(${call.text("total_days")}/${call.text("elapsed_days")})`,
  },
};
