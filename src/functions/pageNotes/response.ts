/** Response time and quality. */
import type { PageNotes } from "./pageNote";

const WORKING_TIME =
  "Moments are rounded to whole seconds; time outside working hours counts 0. A day time below 1 is an Excel time (9:00 is 0.375), from 1 on it is hours (9 or 17.5); a day_end of 1 or 24 is midnight. The weekend is a number or a mask as in Excel's NETWORKDAYS.INTL: 1 is Saturday and Sunday, 7 Friday and Saturday, 11 Sunday only; a mask is a text of seven 0s and 1s from Monday. Put an apostrophe before a mask in a cell, because Excel makes the number 11 of 0000011. Holidays may hold blanks, double dates and days that are off anyway. All stamps must be in the time zone of the working hours; FUNNEL.LOCAL_TIME turns UTC into it.";
const COUNTED = "Definition; checked against counting second by second.";

export const RESPONSE: PageNotes = {
  BUSINESS_HOURS: {
    examples: [
      {
        call: "=FUNNEL.BUSINESS_HOURS(DATE(2026,3,6)+TIME(16,30,0), DATE(2026,3,9)+TIME(9,15,0))",
        says: "From Friday, 16:30, to Monday, 9:15: half an hour and a quarter.",
      },
      {
        call: "=FUNNEL.BUSINESS_HOURS(DATE(2026,12,24)+TIME(16,0,0), DATE(2026,12,29)+TIME(10,0,0), 9, 17.5, 1, DATE(2026,12,25))",
        says: "Open from 9:00 to 17:30, closed on Christmas Day: 1.5 hours on Thursday, 8.5 on Monday, 1 on Tuesday.",
      },
    ],
    refusals: [
      "=FUNNEL.BUSINESS_HOURS(DATE(2026,3,6), )",
      "=FUNNEL.BUSINESS_HOURS(DATE(2026,3,9), DATE(2026,3,6))",
      '=FUNNEL.BUSINESS_HOURS("2026-03-06T16:30:00Z", DATE(2026,3,9))',
      "=FUNNEL.BUSINESS_HOURS(DATE(2026,3,6), DATE(2026,3,9), 22, 6)",
      "=FUNNEL.BUSINESS_HOURS(DATE(2026,3,6), DATE(2026,3,9), 900, 1700)",
      "=FUNNEL.BUSINESS_HOURS(DATE(2026,3,6), DATE(2026,3,9), 9, 17, 110)",
    ],
    method: `${WORKING_TIME} Clocks that change while nobody works do not matter; a calendar that is open around the clock is best kept in UTC.`,
    source: COUNTED,
    cells: {
      start: "B2",
      end: "B3",
      day_start: "B4",
      day_end: "B5",
      weekend: "B6",
      holidays: "D2:D9",
    },
  },
  SLA_DUE: {
    examples: [
      {
        call: "=FUNNEL.SLA_DUE(DATE(2026,3,6)+TIME(16,0,0), 4, 9, 17)",
        says: "Four working hours from Friday, 16:00: Monday, 9 March 2026, 12:00.",
      },
      {
        call: "=FUNNEL.SLA_DUE(DATE(2026,3,7), 8, 9, 17)",
        says: "A lead of Saturday, with a day to answer: Monday at the end of work, 17:00.",
      },
    ],
    refusals: [
      "=FUNNEL.SLA_DUE(, 4, 9, 17)",
      "=FUNNEL.SLA_DUE(DATE(2026,3,6), 0, 9, 17)",
      "=FUNNEL.SLA_DUE(DATE(2026,3,6), 4, 9, )",
    ],
    method: `The exact inverse of FUNNEL.BUSINESS_HOURS: the first second at which the agreed hours have passed. ${WORKING_TIME}`,
    source: COUNTED,
    cells: {
      created: "B2",
      sla_hours: "B3",
      day_start: "B4",
      day_end: "B5",
      weekend: "B6",
      holidays: "D2:D9",
    },
  },
  SLA_STATUS: {
    examples: [
      {
        call: "=FUNNEL.SLA_STATUS(DATE(2026,3,6)+TIME(16,0,0), DATE(2026,3,9)+TIME(10,0,0), 4, DATE(2026,3,10), 9, 17)",
        says: "Answered after two working hours of four.",
      },
      {
        call: "=FUNNEL.SLA_STATUS(DATE(2026,3,6)+TIME(16,0,0), , 4, DATE(2026,3,9)+TIME(12,30,0), 9, 17)",
        says: "Not answered after four and a half.",
      },
    ],
    refusals: [
      "=FUNNEL.SLA_STATUS(DATE(2026,3,6), DATE(2026,3,5), 4, DATE(2026,3,10), 9, 17)",
      "=FUNNEL.SLA_STATUS(DATE(2026,3,12), , 4, DATE(2026,3,10), 9, 17)",
      "=FUNNEL.SLA_STATUS(DATE(2026,3,6), , 4, , 9, 17)",
    ],
    method: `Working hours from the creation to the answer, or to as_of where there is none; exactly the agreed hours are in time. An answer after as_of was not known then, so the lead counts as not answered. ${WORKING_TIME}`,
    source: COUNTED,
    cells: {
      created: "B2",
      responded: "B3",
      sla_hours: "B4",
      as_of: "B5",
      day_start: "B6",
      day_end: "B7",
      weekend: "B8",
      holidays: "D2:D9",
    },
  },
  SLA_ATTAINMENT: {
    examples: [
      {
        call: "=FUNNEL.SLA_ATTAINMENT({46083.4;46083.45;46083.5;46083.4;46084.4}, {46083.45;46083.7;46083.55;0;0}, 4, DATE(2026,3,3)+TIME(11,0,0), 9, 17)",
        says: "Five leads of 2 and 3 March 2026, judged on Tuesday, 11:00: two in time and one late, one overdue, one still open; half are answered within 6 hours, and when nine in ten will be is not known yet.",
      },
      {
        call: "=FUNNEL.SLA_ATTAINMENT({46083.4,46083.45}, {46083.45,46083.5}, 4, DATE(2026,3,3), 9, 17)",
        says: "Rows work as columns do.",
      },
    ],
    refusals: [
      "=FUNNEL.SLA_ATTAINMENT({46083.4;46083.45}, {46083.45}, 4, DATE(2026,3,3), 9, 17)",
      "=FUNNEL.SLA_ATTAINMENT({46083.4;46083.45}, {46083.45;46083.3}, 4, DATE(2026,3,3), 9, 17)",
      "=FUNNEL.SLA_ATTAINMENT({46083.4;0}, {46083.45;46083.5}, 4, DATE(2026,3,3), 9, 17)",
      "=FUNNEL.SLA_ATTAINMENT({46083.4}, {0}, 4, DATE(2026,3,1), 9, 17)",
    ],
    method: `Each lead as in FUNNEL.SLA_STATUS; leads created after as_of and rows without a lead do not count. Attainment is met / (met + missed + overdue): leads still open in time are not judged. Median and 90th percentile are those of the Kaplan-Meier curve, because a lead without an answer waits longer than it has waited so far; the average of the answered ones would flatter. Up to a whole column of leads. ${WORKING_TIME}`,
    source:
      "E. L. Kaplan, P. Meier, Nonparametric Estimation from Incomplete Observations, JASA 53 (1958); checked against R's package survival.",
    withoutNative:
      "No plain formula of this size does the same: percentiles that count open leads need the whole curve. A workbook for those without the add-in keeps the last values; the status of each lead, and counts of it, can be had with the formula of SLA_STATUS.",
  },
  LOCAL_TIME: {
    examples: [
      {
        call: '=FUNNEL.LOCAL_TIME(DATE(2026,3,6)+TIME(16,30,0), "Europe/Zurich")',
        says: "Winter time, one hour ahead: 6 March 2026, 17:30.",
      },
      {
        call: '=FUNNEL.LOCAL_TIME(DATE(2026,7,6)+TIME(3,30,0), "America/New_York")',
        says: "Summer time, four hours behind: 5 July 2026, 23:30.",
      },
    ],
    refusals: [
      '=FUNNEL.LOCAL_TIME(DATE(2026,3,6), "Mars/Olympus")',
      '=FUNNEL.LOCAL_TIME(DATE(2026,3,6), "IST")',
      "=FUNNEL.LOCAL_TIME(DATE(2026,3,6), )",
      '=FUNNEL.LOCAL_TIME(, "Europe/Zurich")',
    ],
    method:
      "The offset of the time zone at that second is added to UTC. When the clocks go back, two moments have the same local time, one hour apart. Names are those of the IANA database, in capitals or not; abbreviations that mean several places, such as IST, are refused.",
    source:
      "IANA time zone database, as the browser or Excel holds it; checked against Python's zoneinfo.",
    withoutNative:
      "Excel's own functions know no time zones, so there is no plain formula. A workbook for those without the add-in keeps the last value, which never changes unless the moment does.",
  },
  ACCEPTANCE_RATE: {
    examples: [
      {
        call: "=FUNNEL.ACCEPTANCE_RATE(60, 20)",
        says: "Of 80 leads decided sales accepted 60.",
      },
      {
        call: "=FUNNEL.ACCEPTANCE_RATE(60, 20, 20)",
        says: "Of 100 leads handed over sales has accepted 60 so far.",
      },
    ],
    refusals: [
      "=FUNNEL.ACCEPTANCE_RATE(0, 0)",
      "=FUNNEL.ACCEPTANCE_RATE(60, -20)",
    ],
    method:
      "accepted / (accepted + rejected), or / (accepted + rejected + pending) where pending is given. Young leads make the second one low; judge by the first.",
    source: "Definition.",
    cells: { accepted: "B2", rejected: "B3", pending: "B4" },
  },
};
