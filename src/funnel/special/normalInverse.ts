/**
 * Quantiles of the standard normal distribution and of chi-square with one degree of freedom.
 *
 * Shape: probabilities from 0 to 1; 0 and 1 give infinities.
 * Method: the rational approximations of algorithm AS 241 (PPND16), good to the last digit.
 * Source: M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37
 * (1988), 477-484.
 */
const CENTRE = [
  [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853,
    45921.953931549871457, 13731.693765509461125, 1971.5909503065514427,
    133.14166789178437745, 3.387132872796366608,
  ],
  [
    5226.495278852545925, 28729.085735721942674, 39307.89580009271061,
    21213.794301586595867, 5394.1960214247511077, 687.1870074920579083,
    42.313330701600911252, 1,
  ],
] as const;
const TAIL = [
  [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
    1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055,
    4.6303378461565452959, 1.42343711074968357734,
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4,
    0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455,
    1.6763848301838038494, 2.05319162663775882187, 1,
  ],
] as const;
const FAR_TAIL = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5,
    0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123,
    1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7,
    1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525,
    0.13692988092273580531, 0.59983220655588793769, 1,
  ],
] as const;

type Ratio = readonly [readonly number[], readonly number[]];

function ratio([over, under]: Ratio, r: number): number {
  const at = (powers: readonly number[]): number =>
    powers.reduce((total, each) => total * r + each);
  return at(over) / at(under);
}

/** The z that has `off` more than half of the probability below it, |off| at most 0.425. */
function middle(off: number): number {
  return off * ratio(CENTRE, 0.180625 - off * off);
}

export function normalInverse(p: number): number {
  return p > 0.5 ? normalUpperInverse(1 - p) : -normalUpperInverse(p);
}

export function normalUpperInverse(q: number): number {
  if (Math.abs(q - 0.5) <= 0.425) return -middle(q - 0.5);
  if (q > 0.5) return -normalUpperInverse(1 - q);
  if (q === 0) return Infinity;
  const r = Math.sqrt(-Math.log(q));
  return r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR_TAIL, r - 5);
}

export function chiSquare1Quantile(p: number): number {
  const root = p < 0.85 ? middle(p / 2) : normalUpperInverse((1 - p) / 2);
  return root * root;
}
