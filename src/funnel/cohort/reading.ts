/** What the figures of a cohort mean, in words beside them. */
import type { LeftOut } from "./datedCohort";

const MATURE = 0.9;

interface Told {
  maturity: number;
  isTold: boolean;
}

export function rateReading(
  { low, maturity, isTold }: Told & { low: number },
  leftOut?: LeftOut,
): string {
  return withLeftOut(
    isTold
      ? maturityReading(maturity)
      : `the data cannot tell the final rate: at least ${percent(low)} - add older leads or a prior`,
    leftOut,
  );
}

export function lagReading(
  { maturity, isTold }: Told,
  leftOut?: LeftOut,
): string {
  return withLeftOut(
    isTold
      ? maturityReading(maturity)
      : "the data cannot tell the final rate: conversions still to come may take longer - add older leads",
    leftOut,
  );
}

export function followedReading(leads: number, leftOut?: LeftOut): string {
  return withLeftOut(
    leads === 0
      ? "no open lead was followed that long"
      : `${round(leads)} ${leads === 1 ? "lead" : "leads"} followed that long`,
    leftOut,
  );
}

function maturityReading(maturity: number): string {
  const stage = maturity < MATURE ? "still maturing" : "mature";
  return `${stage}: ${percent(maturity)} of the final conversions have happened`;
}

function withLeftOut(text: string, leftOut?: LeftOut): string {
  if (!leftOut || leftOut.rows === 0) return text;
  const { rows, first, why } = leftOut;
  return `${text}; ${rows} ${rows === 1 ? "row" : "rows"} left out, first row ${first}: ${why}`;
}

const percent = (share: number): string => `${round(100 * share)} %`;
/** Three digits that count, and never the form 1e+5. */
const round = (value: number): string =>
  String(value < 100 ? Number(value.toPrecision(3)) : Math.round(value));
