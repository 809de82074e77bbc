/** Credit. */
import { known, NotExpressible, type Call, type Forms } from "./call";

/** Shares of the touches up to the close, as one array formula over them. */
function creditSplit(call: Call): string {
  const dates = call.text("touch_dates");
  const counted = `(${dates}>0)*(${dates}<=${call.text("close_date")})`;
  const count = `SUM(${counted})`;
  // Seconds before the close; a trifle per position, far below one, keeps touches of one time in their order.
  const order = `((${dates}-${call.text("close_date")})*86400+${call.counting("touch_dates")}/10^4)`;
  const isFirst = `(${order}=MIN(IF(${counted},${order})))`;
  const isLast = `(${order}=MAX(IF(${counted},${order})))`;
  const decayed = call.has("half_life_days")
    ? // EXP, because a power that comes too close to 0 is an error in LibreOffice.
      `${counted}*EXP(-LN(2)*ABS(MAX(${counted}*${dates})-${dates})/${call.text("half_life_days")})`
    : "";
  const share = call.choose("model", {
    first: `--${isFirst}`,
    last: `--${isLast}`,
    linear: `${counted}/${count}`,
    position: `${counted}*IF(${count}<3,1/MAX(${count},1),IF(${isFirst}+${isLast},0.4,0.2/MAX(${count}-2,1)))`,
    decay: decayed === "" ? "NA()" : `${decayed}/SUM(${decayed})`,
  });
  return `IF(${count}=0,NA(),${share})`;
}

function bonusPayout(call: Call): string {
  const [weights, own] = [call.text("weights"), call.text("own_attainment")];
  if (call.rows("weights") !== call.rows("own_attainment"))
    throw new NotExpressible("weights and own_attainment run different ways");
  const [threshold, cap] = [call.text("threshold"), known(call.text("cap"))];
  const paid = (reached: string) =>
    `IF(${reached}<${threshold},0,IF(${reached}<${cap},${reached},${cap}))`;
  const shared = call.text("shared_weight");
  return `${call.text("pool")}*${weights}/SUM(${weights})*(${shared}*${paid(call.text("shared_attainment"))}+(1-${shared})*${paid(own)})`;
}

export const CREDIT: Forms = {
  CREDIT_SPLIT: { like: "touch_dates", form: creditSplit },
  BONUS_PAYOUT: { like: "weights", form: bonusPayout },
};
