/** The sample's leads, drawn from truth.ts. Dates are Excel serials; what happens after the as-of date is not known. */
import { Random } from "./random";
import {
  LOG,
  REASONS,
  RESPONSE,
  SEGMENTS,
  serialDay,
  SOURCES,
  type SegmentTruth,
} from "./truth";

export interface Lead {
  id: string;
  source: string;
  segment: string;
  type: "Net new" | "Expansion";
  created: number;
  mql?: number;
  firstResponse?: number;
  verdict?: "Accepted" | "Rejected";
  reason?: string;
  sql?: number;
  opportunity?: string;
  booking?: number;
  amount?: number;
}

const MINUTES = 24 * 60;
const toMinute = (serial: number): number =>
  Math.round(serial * MINUTES) / MINUTES;

export function sampleLeads(): Lead[] {
  const random = Random.seeded(LOG.seed);
  const drawn = Array.from({ length: LOG.leads }, () => draw(random)).sort(
    (a, b) => a.created - b.created,
  );
  let opportunities = 0;
  return drawn.map((lead, index) => ({
    ...lead,
    id: `L-${String(index + 1).padStart(5, "0")}`,
    ...(lead.sql === undefined
      ? {}
      : { opportunity: `OPP-${String(++opportunities).padStart(4, "0")}` }),
  }));
}

function draw(random: Random): Omit<Lead, "id"> {
  const truth = random.pick(SEGMENTS.map((one) => [one, one.leads] as const));
  const lead: Omit<Lead, "id"> = {
    source: random.pick(SOURCES),
    segment: truth.segment,
    type: random.happens(truth.expansion) ? "Expansion" : "Net new",
    created: created(random),
  };
  const asOf = serialDay(LOG.asOf);
  const history = follow(random, truth, lead.created);
  const known = (serial: number | undefined): serial is number =>
    serial !== undefined && serial < asOf;
  if (!known(history.mql)) return lead;
  lead.mql = history.mql;
  if (!known(history.firstResponse)) return lead;
  lead.firstResponse = history.firstResponse;
  lead.verdict = history.rejected ? "Rejected" : "Accepted";
  if (history.rejected) lead.reason = history.reason;
  if (!known(history.sql)) return lead;
  lead.sql = history.sql;
  // The log shows what a deal is worth from the day it becomes an opportunity.
  lead.amount = history.amount;
  if (known(history.booking)) lead.booking = history.booking;
  return lead;
}

/** Working days weigh more than weekends, later months a little more than earlier ones. */
function created(random: Random): number {
  const [from, to] = [serialDay(LOG.from), serialDay(LOG.asOf)];
  for (;;) {
    const day = from + Math.floor(random.share() * (to - from));
    const weekend = (day - 1) % 7 === 6 || (day - 1) % 7 === 0;
    const weight =
      (weekend ? 0.2 : 1) * (0.75 + (0.25 * (day - from)) / (to - from));
    if (random.happens(weight))
      return toMinute(day + (7 + 13 * random.share()) / 24);
  }
}

/** What becomes of a lead in the end, whenever that is. Every draw is made for every lead, so that one rate can change alone. */
function follow(random: Random, truth: SegmentTruth, start: number) {
  const becomesMql = random.happens(truth.inquiryToMql);
  const mqlLag = random.lag(truth.lags.inquiryToMql);
  const answered = !random.happens(RESPONSE.never);
  const hours = random.logNormal(RESPONSE.medianHours, RESPONSE.spread);
  const rejected = random.happens(RESPONSE.rejected);
  const reason = random.pick(REASONS);
  const accepted = (1 - RESPONSE.never) * (1 - RESPONSE.rejected);
  const becomesSql = random.happens(truth.mqlToSql / accepted);
  const sqlLag = random.lag(truth.lags.mqlToSql);
  const books = random.happens(truth.sqlToBooking);
  const bookingLag = random.lag(truth.lags.sqlToBooking);
  const amount =
    Math.round(
      random.logNormal(truth.amount.median, truth.amount.spread) / 500,
    ) * 500;
  const mql = becomesMql ? toMinute(start + mqlLag) : undefined;
  const firstResponse =
    mql !== undefined && answered ? toMinute(mql + hours / 24) : undefined;
  const sql =
    mql !== undefined && firstResponse !== undefined && !rejected && becomesSql
      ? Math.floor(Math.max(mql + sqlLag, firstResponse))
      : undefined;
  const booking =
    sql !== undefined && books
      ? sql + Math.max(1, Math.round(bookingLag))
      : undefined;
  return { mql, firstResponse, rejected, reason, sql, booking, amount };
}
