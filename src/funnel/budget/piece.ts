/**
 * One channel between two spends, as the allocation sees it: its curve, or where that is S-shaped the lowest curve above it
 * that never steepens, which is a straight line up to the knee and the curve itself beyond.
 */
import type { Response } from "./curve";

export interface Piece {
  response: Response;
  from: number;
  to: number;
  /** Where the straight line ends; `from` where there is none. */
  knee: number;
  /** The logarithm of the line's slope. */
  steep: number;
}

export function piece(response: Response, from: number, to: number): Piece {
  const { logSlope, inflection } = response;
  // A curve that rises evenly is its own line.
  if (logSlope(from) === logSlope(to) || from === to)
    return { response, from, to, knee: to, steep: logSlope(to) };
  if (from >= inflection)
    return { response, from, to, knee: from, steep: Infinity };
  const knee = kneeOf(response, from, to);
  return { response, from, to, knee, steep: chord(response, from, knee) };
}

/** What the piece brings at a spend: on the line more than the curve does. */
export function hoped({ response, from, knee, steep }: Piece, spend: number) {
  return spend > from && spend < knee
    ? response.result(from) + Math.exp(steep) * (spend - from)
    : response.result(spend);
}

/** Where a line from the curve at `from` touches it, or `to` if that comes first. */
function kneeOf(response: Response, from: number, to: number): number {
  const isBelow = (spend: number) =>
    response.logSlope(spend) > chord(response, from, spend);
  if (to <= response.inflection || isBelow(to)) return to;
  let [low, high] = [response.inflection, to];
  for (let step = 0; step < 200; step++) {
    // In steps of ratios while the two are far apart: the end may be any budget.
    const middle =
      high > 4 * low ? Math.sqrt(low) * Math.sqrt(high) : (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return high;
}

function chord({ result }: Response, from: number, to: number): number {
  return Math.log((result(to) - result(from)) / (to - from));
}

/** Each S-shaped channel beyond its inflection, or at its floor if it stands below or is the one between. */
export function settled(
  channels: readonly Piece[],
  spends: readonly number[],
  between: number,
): Piece[] {
  return channels.map((each, at) => {
    const { response, from, to } = each;
    if (from >= response.inflection) return each;
    return at === between || spends[at]! < response.inflection
      ? piece(response, from, from)
      : piece(response, response.inflection, to);
  });
}
