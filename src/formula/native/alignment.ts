/** Alignment. */
import { known, NotExpressible, type Call, type Forms } from "./call";

/** Excel takes at most 8,192 characters. */
const LONGEST = 8000;
const METHODS = ["shapley", "lmdi", "sequential"] as const;

/** Gauss and Legendre's nodes on 0 to 1 with their weights: exact for the products of twice as many drivers. */
const RULES: readonly (readonly (readonly [on: number, weight: number])[])[] = [
  [[0.5, 1]],
  [
    [0.211324865405187, 0.5],
    [0.788675134594813, 0.5],
  ],
  [
    [0.112701665379258, 0.277777777777778],
    [0.5, 0.444444444444444],
    [0.887298334620742, 0.277777777777778],
  ],
  [
    [0.0694318442029737, 0.173927422568727],
    [0.330009478207572, 0.326072577431273],
    [0.669990521792428, 0.326072577431273],
    [0.930568155797026, 0.173927422568727],
  ],
];

/** Which drivers say nothing: a blank, or a 0 behind the first 0. They count as planned. */
function unproven(call: Call): string {
  const actual = call.text("actual");
  return `(${actual}=0)*(${call.counting("plan")}<>IFERROR(MATCH(0,${actual},0),0))`;
}

function gapDrivers(call: Call): string | string[] {
  const [plan, actual] = [call.text("plan"), call.text("actual")];
  const isLine = call.rows("plan") === 1 || call.columns("plan") === 1;
  if (
    !isLine ||
    call.rows("actual") !== call.rows("plan") ||
    call.columns("actual") !== call.columns("plan")
  )
    throw new NotExpressible("one line of drivers in plan and actual");
  const method = call.word("method", METHODS);
  const count = call.count("plan");
  if (count === 1) return `IF(${actual}="",0,${actual}-${plan})`;
  if (method === "lmdi")
    return byLogarithms(plan, `IF(${unproven(call)},${plan},${actual})`);
  const each = call.counting("plan");
  const change = `IF(${unproven(call)},0,${actual}-${plan})`;
  /** The product with one driver's change, the others so far on their way from plan to actual. */
  const term = (at: number, way: number | string) =>
    `PRODUCT((${each}<>${at})*${plan}+IF(${each}=${at},1,${way})*${change})`;
  const rule = RULES[Math.ceil(count / 2) - 1];
  const terms = Array.from({ length: count }, (_, index) => {
    const at = index + 1;
    if (method === "sequential") return term(at, `--(${each}<${at})`);
    if (rule === undefined) throw new NotExpressible("fewer drivers");
    return rule.map(([way, weight]) => `${weight}*${term(at, way)}`).join("+");
  });
  if (terms.join().length > LONGEST) throw new NotExpressible("fewer drivers");
  return terms;
}

function byLogarithms(plan: string, now: string): string {
  // 0+ makes blanks count as 0.
  const [before, after] = [`PRODUCT(0+${plan})`, `PRODUCT(${now})`];
  const gap = `(${after}-${before})`;
  // Close to one another the two products leave no digits to their difference.
  const mean = `IF(ABS(${gap})<10^-6*${after},(${after}+${before})/2,${gap}/LN(${after}/${before}))`;
  const share = (side: string) => `${gap}*(${side}=0)/SUM(--(${side}=0))`;
  return `IF(${before}>0,IF(${after}>0,${mean}*LN(${now}/${plan}),${share(now)}),IF(${after}>0,${share(plan)},0*${plan}))`;
}

export const ALIGNMENT: Forms = {
  GAP_DRIVERS: { like: "plan", form: gapDrivers },
  BELOW_AGREED: {
    like: "",
    form: (call) => {
      const [converted, entered] = [
        call.text("converted"),
        call.text("entered"),
      ];
      const below = `BETADIST(${call.text("agreed_rate")},${converted}+0.5,${known(entered)}-${converted}+0.5)`;
      return [
        below,
        `IF(${below}>0.9,"below",IF(${below}<0.1,"above","unclear"))`,
      ];
    },
  },
};
