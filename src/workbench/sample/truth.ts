/** What the sample's lead log is drawn from; docs/sample.md shows the same figures. Rates are what a cohort ends at. */
export interface SegmentTruth {
  segment: string;
  /** Share of all leads. */
  leads: number;
  /** Share of the segment's leads that come from customers. */
  expansion: number;
  inquiryToMql: number;
  mqlToSql: number;
  sqlToBooking: number;
  /** Mean days of each step. */
  lags: { inquiryToMql: number; mqlToSql: number; sqlToBooking: number };
  /** Median contract value in euros and the standard deviation of its logarithm. */
  amount: { median: number; spread: number };
}

export const SEGMENTS: readonly SegmentTruth[] = [
  {
    segment: "Commercial",
    leads: 0.72,
    expansion: 0.15,
    inquiryToMql: 0.42,
    mqlToSql: 0.28,
    sqlToBooking: 0.25,
    lags: { inquiryToMql: 8, mqlToSql: 14, sqlToBooking: 36 },
    amount: { median: 18_000, spread: 0.45 },
  },
  {
    segment: "Enterprise",
    leads: 0.28,
    expansion: 0.3,
    inquiryToMql: 0.34,
    mqlToSql: 0.36,
    sqlToBooking: 0.24,
    lags: { inquiryToMql: 15, mqlToSql: 24, sqlToBooking: 75 },
    amount: { median: 95_000, spread: 0.5 },
  },
];

export const SOURCES = [
  ["Website", 0.38],
  ["Webinar", 0.17],
  ["Event", 0.13],
  ["Outbound", 0.16],
  ["Partner", 0.1],
  ["Referral", 0.06],
] as const;

export const REASONS = [
  ["No budget", 0.3],
  ["Wrong fit", 0.3],
  ["No reply", 0.22],
  ["Student or vendor", 0.1],
  ["Duplicate", 0.08],
] as const;

export const RESPONSE = {
  /** Share of MQLs that sales never answers. */
  never: 0.06,
  medianHours: 5,
  spread: 1.1,
  /** Share of answered MQLs that sales rejects. */
  rejected: 0.25,
};

export const LOG = {
  seed: 20_270_101,
  leads: 2_000,
  /** Leads are created from the first of these days to the day before the second; nothing later than that is known. */
  from: { year: 2025, month: 1, day: 1 },
  asOf: { year: 2026, month: 10, day: 1 },
};

/** Excel's serial number of a day. */
export const serialDay = ({
  year,
  month,
  day,
}: {
  year: number;
  month: number;
  day: number;
}): number => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
