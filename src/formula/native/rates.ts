/** Rates and experiments. */
import { known, type Call, type Forms } from "./call";

const level = (call: Call): string => call.optional("confidence", "0.8");
/** What lies outside the limits on either side, and the z of normal limits. */
const outside = (call: Call): string => `(1-${level(call)})/2`;
const inside = (call: Call): string => `(1+${level(call)})/2`;
const zOf = (call: Call): string => `NORM.S.INV(${inside(call)})`;

/** Wilson's limits of x of n. */
function wilson(x: string, n: string, z: string): [low: string, high: string] {
  const reach = `(${x}+${z}^2/2+${z}*SQRT(${x}*(${n}-${x})/${n}+${z}^2/4))`;
  return [`${x}*${x}/${n}/${reach}`, `${reach}/(${n}+${z}^2)`];
}

/** The limits of a rate; 0 and 1 themselves where nobody or everybody converted. */
function limits(call: Call, x: string, n: string): [string, string] {
  const z = zOf(call);
  const method = call.word("method", [
    "wilson",
    "jeffreys",
    "exact",
    "agresti-coull",
    "wilson-cc",
  ]);
  if (method === "wilson") return wilson(x, n, z);
  if (method === "jeffreys") return jeffreys(call, x, n);
  if (method === "exact")
    return [
      `IF(${x}=0,0,BETA.INV(${outside(call)},${x},${n}-${x}+1))`,
      `IF(${x}=${n},1,BETA.INV(${inside(call)},${x}+1,${n}-${x}))`,
    ];
  if (method === "wilson-cc")
    return [
      wilson(`MAX(${x}-0.5,0)`, n, z)[0],
      wilson(`MIN(${x}+0.5,${n})`, n, z)[1],
    ];
  const [size, part] = [`(${n}+${z}^2)`, `(${x}+${z}^2/2)`];
  const half = `${z}*SQRT(${part}/${size}*(1-${part}/${size})/${size})`;
  return [`MAX(${part}/${size}-${half},0)`, `MIN(${part}/${size}+${half},1)`];
}

function jeffreys(call: Call, x: string, n: string): [string, string] {
  const shapes = `${x}+0.5,${n}-${x}+0.5`;
  return [
    `IF(${x}=0,0,BETA.INV(${outside(call)},${shapes}))`,
    `IF(${x}=${n},1,BETA.INV(${inside(call)},${shapes}))`,
  ];
}

/** Nothing is known of a stage that nothing entered. */
const unless = (missing: string, text: string): string =>
  `IF(${missing},NA(),${text})`;

/** Sums over {0,1, … 7}, laid across a range. */
const EIGHT = [0, 1, 2, 3, 4, 5, 6, 7];

/** The first three cumulants of -ln of a product of rates under Jeffreys' posteriors. */
function cumulants(call: Call): [string, string, string] {
  const [x, n] = [call.text("converted"), call.text("entered")];
  const between = call.orientation("converted") === "column" ? "," : ";";
  const early = (power: number): string => {
    const steps = `{${EIGHT.join(between)}}`;
    return `SUMPRODUCT((${x}+0.5+${steps})^-${power}-(${n}+1+${steps})^-${power})`;
  };
  /** The rest of the series from the eighth term on, by powers of 1 / a. */
  const late = (terms: [power: number, part: string][], log = ""): string => {
    const falls = terms.map(
      ([power, part]) => `((${x}+8.5)^-${power}-(${n}+9)^-${power})${part}`,
    );
    return `SUMPRODUCT(${log}${falls.join("")})`;
  };
  return [
    `(${early(1)}+${late(
      [
        [1, "/2+"],
        [2, "/12-"],
        [4, "/120+"],
        [6, "/252"],
      ],
      `LN((${n}+9)/(${x}+8.5))+`,
    )})`,
    `(${early(2)}+${late([
      [1, "+"],
      [2, "/2+"],
      [3, "/6-"],
      [5, "/30+"],
      [7, "/42"],
    ])})`,
    `(2*${early(3)}+${late([
      [2, "+"],
      [3, "+"],
      [4, "/2-"],
      [6, "/6+"],
      [8, "/6"],
    ])})`,
  ];
}

function chain(call: Call): string[] {
  const [x, n] = [call.text("converted"), call.text("entered")];
  const rate = `PRODUCT((${x}+0.5)/(${n}+1))`;
  if (call.count("converted") === 1)
    return [rate, ...jeffreys(call, x, n)].map((each) =>
      unless(`${n}=0`, each),
    );
  const [one, two, three] = cumulants(call);
  const limit = (part: string): string =>
    `EXP(2*${two}^2/${three}-${one}-GAMMA.INV(${part},4*${two}^3/${three}^2,${three}/${two}/2))`;
  return [rate, limit(inside(call)), `MIN(${limit(outside(call))},1)`].map(
    (each) => unless(`SUMPRODUCT(--(${n}=0))>0`, each),
  );
}

/** Steps of a quarter from -6.5 to 6.5: beyond lies less than 1E-10 of a normal distribution. */
const STEPS = `{${Array.from({ length: 53 }, (_, at) => at / 4 - 6.5).join(",")}}`;

/** The probability that the second rate is the higher one: the mean over the narrower one of the other's tail. */
function chance(x1: string, n1: string, x2: string, n2: string): string {
  const one = `${x1}+0.5,${n1}-${x1}+0.5`;
  const two = `${x2}+0.5,${n2}-${x2}+0.5`;
  const width = (x: string, n: string): string =>
    `1/(${x}+0.5)+1/(${n}-${x}+0.5)`;
  const over = (own: string, tail: (at: string) => string): string =>
    `SUMPRODUCT(NORM.S.DIST(${STEPS},FALSE)/4,${tail(`BETA.INV(NORM.S.DIST(${STEPS},TRUE),${own})`)})`;
  return `IF(${width(x1, n1)}<=${width(x2, n2)},${over(
    one,
    (at) => `1-BETA.DIST(${at},${two},TRUE)`,
  )},${over(two, (at) => `BETA.DIST(${at},${one},TRUE)`)})`;
}

function difference(call: Call): string[] {
  const [x1, n1] = [call.text("converted_1"), call.text("entered_1")];
  const [x2, n2] = [call.text("converted_2"), call.text("entered_2")];
  const z = zOf(call);
  const [low1, high1] = wilson(x1, n1, z);
  const [low2, high2] = wilson(x2, n2, z);
  const [rate1, rate2] = [`${x1}/${n1}`, `${x2}/${n2}`];
  const reach = (up: string, down: string): string =>
    `SQRT((${up})^2+(${down})^2)`;
  return [
    `${rate2}-${rate1}`,
    `MAX(${rate2}-${rate1}-${reach(`${rate2}-${low2}`, `${high1}-${rate1}`)},-1)`,
    `MIN(${rate2}-${rate1}+${reach(`${high2}-${rate2}`, `${rate1}-${low1}`)},1)`,
    chance(x1, n1, x2, n2),
  ].map((each) => unless(`${n1}*${n2}=0`, each));
}

export const RATES: Forms = {
  CONVERSION_RATE: {
    form: (call) => `${call.text("converted")}/${known(call.text("entered"))}`,
  },
  LEADS_PER_CONVERSION: {
    form: (call) =>
      `${known(call.text("entered"))}/${known(call.text("converted"))}`,
  },
  RATE_RANGE: {
    like: "",
    form: (call) => {
      const [x, n] = [call.text("converted"), call.text("entered")];
      return limits(call, x, n).map((each) => unless(`${n}=0`, each));
    },
  },
  BLENDED_RATE: {
    like: "",
    form: (call) => {
      const [x, n] = [call.text("converted"), call.text("entered")];
      const [prior, weight] = [
        call.text("prior_rate"),
        call.text("prior_weight"),
      ];
      const a = `${weight}*${prior}+${x}`;
      const b = `${weight}*(1-${prior})+${n}-${x}`;
      const cells = [`(${a})/(${weight}+${n})`];
      if (call.has("confidence"))
        cells.push(
          `BETA.INV(${outside(call)},${a},${b})`,
          `BETA.INV(${inside(call)},${a},${b})`,
        );
      return cells.map((each) => unless(`${weight}=0`, each));
    },
  },
  CHAIN_RANGE: { like: "converted", form: chain },
  RATE_DIFFERENCE: { like: "", form: difference },
  EXPERIMENT_SIZE: {
    form: (call) => {
      const [p, h] = [call.text("rate"), call.text("half_width")];
      const spread = `${p}*(1-${p})`;
      const root = `SQRT((${spread})^2+(${h}*(1-2*${p}))^2)`;
      return `MAX(ROUNDUP(${zOf(call)}^2*(${spread}-2*${h}^2+${root})/(2*${h}^2),0),1)`;
    },
  },
};
