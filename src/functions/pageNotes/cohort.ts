/** Cohorts. */
import type { PageNotes } from "./pageNote";

const DATES =
  "Dates count as whole days; the day of entry is day 0, and conversions on it count. A conversion or a loss after as_of has not happened yet, and leads that entered after it are left aside. A lead with both dates has converted. A row whose conversion or loss lies before its entry, or that has no entry, is left out, and the words say how many there are and where the first is. A heading in the first cell of every column is passed over, and so is the blank end of whole columns; up to 1,048,576 leads.";
const COUNTS =
  "The days may come in any order, and a day may stand more than once: COUNTIFS over the lead log gives the counts. A heading in the first cell of every column is passed over.";
const CURE =
  "Some leads convert in the end, after a lag; the others never do. Final rate and lag are those under which what has been seen is likeliest (maximum likelihood): a conversion after d days stands for a lag between d - 1/2 and d + 1/2, an open lead for not having converted yet. Limits hold every rate that the data do not rule out, with the lag that suits it best (profile likelihood).";
const CANNOT_TELL =
  "Where even a rate of 100% is not ruled out, the upper limit is 1 and the words say that the data cannot tell: take the low limit as what is certain, add older leads, compare two models, or give a prior. The words say mature from a maturity of 90%.";
const LOST =
  "Lost leads will not convert any more. Counted as open they would overstate the rate; here every day has a probability of losing leads of its own, whatever it is, so that spring cleaning in the lead log does no harm, and the upper limit is at most what is not lost.";
const PRIOR =
  "A prior counts like prior_weight more leads of which prior_rate convert in the end.";
const MODELS =
  "weibull and exponential lags fade out, lognormal has a longer tail, gengamma holds all three and needs hundreds of conversions. While a cohort is young the model decides: show two.";
const CURE_SOURCE =
  "J. W. Boag, JRSS B 11 (1949), 15-53; V. T. Farewell, Biometrics 38 (1982), 1041-1046; R. A. Maller, X. Zhou, Survival Analysis with Long-Term Survivors (1996); checked against SciPy and R's package survival.";
const CURVE =
  "The chance to convert on each day, among the leads that were followed so long and had not converted, multiplied up (Kaplan-Meier); on the same day conversions come before open leads leave the count. With lost leads, which can no longer convert, Aalen-Johansen. Limits on the log-log scale; none while the share is 0 and once it is 1. Beyond the oldest open lead nothing is known: #N/A. In words: how many leads were still open and followed that long - the fewer, the wider the limits.";
const CURVE_SOURCE =
  "E. L. Kaplan, P. Meier, JASA 53 (1958), 457-481; O. O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5 (1978), 141-150; equal to R's package survival.";
const NO_FIT =
  "A fit by maximum likelihood has no plain formula: the value is written.";
const NO_CURVE =
  "Every factor of the curve needs its own count of the leads still followed; in one plain formula that is too long for a cell. The value is written.";

const LEADS =
  "{46023;46025;46030;46034;46041;46047;46054;46060;46071;46083;46090;46097}, {46027;46025;46061;0;46055;0;46055;0;46090;0;46099;0}";
const COUNTED =
  "{0;1;2;4;7;12;20;35;60;120}, {9;7;6;8;7;5;5;3;1;0}, {3;3;4;8;12;20;30;40;60;140}";

export const COHORT: PageNotes = {
  COHORT_RATE: {
    examples: [
      {
        call: `=FUNNEL.COHORT_RATE(${LEADS}, 46250)`,
        says: "Twelve leads, seven converted; the youngest has been followed for five months.",
      },
      {
        call: `=FUNNEL.COHORT_RATE(${LEADS}, 46100)`,
        says: "The same leads seen five months earlier: nobody can tell yet, and the words say so.",
      },
      {
        call: `=FUNNEL.COHORT_RATE(${LEADS}, 46100, 80%, , "weibull", 55%, 40)`,
        says: "With the experience of earlier quarters, 55 %, worth 40 leads.",
      },
      {
        call: `=FUNNEL.COHORT_RATE(${LEADS}, 46100, 80%, {0;0;0;46040;0;46060;0;46080;0;46095;0;0})`,
        says: "Four of them have been disqualified: those will not convert, and now the data can tell.",
      },
    ],
    refusals: [
      "=FUNNEL.COHORT_RATE({46023;46025;46030}, {46027;0;0}, 46250)",
      "=FUNNEL.COHORT_RATE({46023;46025;46030}, {46027;46025}, 46250)",
      "=FUNNEL.COHORT_RATE({46023;46025;46030}, {46027;4;0}, 46250)",
      `=FUNNEL.COHORT_RATE(${LEADS}, 46250, 80)`,
      `=FUNNEL.COHORT_RATE(${LEADS}, 46250, 80%, , , 55%)`,
    ],
    method: [CURE, CANNOT_TELL, LOST, PRIOR, MODELS, DATES].join(" "),
    source: `${CURE_SOURCE} For lost leads M. G. Larson, G. E. Dinse, Applied Statistics 34 (1985), 201-211.`,
    withoutNative: NO_FIT,
  },
  COHORT_RATE_COUNTS: {
    examples: [
      {
        call: `=FUNNEL.COHORT_RATE_COUNTS(${COUNTED})`,
        says: "51 of 371 leads have converted, 13.7 %; in the end it will be more.",
      },
      {
        call: `=FUNNEL.COHORT_RATE_COUNTS(${COUNTED}, 80%, "lognormal")`,
        says: "A lag with a longer tail leaves more to come.",
      },
    ],
    refusals: [
      "=FUNNEL.COHORT_RATE_COUNTS({0;7;30}, {1;1;0}, {5;5;5})",
      "=FUNNEL.COHORT_RATE_COUNTS({0;7;30}, {4;-1;0}, {5;5;5})",
      `=FUNNEL.COHORT_RATE_COUNTS(${COUNTED}, 80%, "gamma")`,
    ],
    method: [CURE, CANNOT_TELL, PRIOR, MODELS, COUNTS].join(" "),
    source: CURE_SOURCE,
    withoutNative: NO_FIT,
  },
  COHORT_CURVE: {
    examples: [
      {
        call: `=FUNNEL.COHORT_CURVE(${LEADS}, 46250, {7;30;60})`,
        says: "Converted within a week, a month, two months.",
      },
      {
        call: `=FUNNEL.COHORT_CURVE(${LEADS}, 46100, {30;90}, 90%)`,
        says: "Seen five months earlier: nobody has been followed for 90 days.",
      },
      {
        call: `=FUNNEL.COHORT_CURVE(${LEADS}, 46100, 30, 90%, {0;0;0;46040;0;46060;0;46080;0;46095;0;0})`,
        says: "With the leads that were disqualified, which will not convert.",
      },
    ],
    refusals: [
      "=FUNNEL.COHORT_CURVE({46023;46025}, {46027;0}, 46000, {30})",
      "=FUNNEL.COHORT_CURVE({46023;46025}, {46027;0}, 46250, {-1})",
      '=FUNNEL.COHORT_CURVE({46023;46025}, {46027;"open"}, 46250, {30})',
    ],
    method: `${CURVE} ${DATES}`,
    source: CURVE_SOURCE,
    withoutNative: NO_CURVE,
  },
  COHORT_CURVE_COUNTS: {
    examples: [
      {
        call: `=FUNNEL.COHORT_CURVE_COUNTS(${COUNTED}, {7,30,90})`,
        says: "Days in a row give the shares in a row, the limits below them.",
      },
      {
        call: "=FUNNEL.COHORT_CURVE_COUNTS({5;8;12}, {2;2;0}, {2;1;1}, {5;12}, 95%, {0;1;1})",
        says: "With lost leads.",
      },
    ],
    refusals: [
      "=FUNNEL.COHORT_CURVE_COUNTS({5;8}, {2;2}, {2;1;1}, {5})",
      "=FUNNEL.COHORT_CURVE_COUNTS({5;8}, {0;0}, {0;0}, {5})",
      "=FUNNEL.COHORT_CURVE_COUNTS({5;8}, {2;2}, {2;1}, {5}, 95)",
    ],
    method: `${CURVE} ${COUNTS}`,
    source: CURVE_SOURCE,
    withoutNative: NO_CURVE,
  },
  COHORT_LAG: {
    examples: [
      {
        call: `=FUNNEL.COHORT_LAG(${LEADS}, 46250)`,
        says: "Half of the final conversions come within the first number of days, 90 % within the second; then scale and shape.",
      },
      {
        call: `=FUNNEL.COHORT_LAG(${LEADS}, 46250, {0.25,0.5,0.75}, "lognormal")`,
        says: "Other shares, another model.",
      },
    ],
    refusals: [
      `=FUNNEL.COHORT_LAG(${LEADS}, 46250, {50,90})`,
      `=FUNNEL.COHORT_LAG(${LEADS}, 46250, , "gamma")`,
      "=FUNNEL.COHORT_LAG({46023;46025;46030}, {46027;0;0}, 46250)",
    ],
    method: `${CURE} The days are those of the fitted lag: the mean of the lags seen so far would be too short, because the long ones of young leads have not been seen yet. Scale and shape stand behind the days, ready for LAG_SHARES and OPEN_FORECAST with the same model: for weibull the days in which 63% convert and the shape, for exponential the mean and 1, for lognormal the median and sigma, for gengamma exp(mu), sigma and Q, of which the last two cells together are the shape. ${MODELS} ${DATES}`,
    source: CURE_SOURCE,
    withoutNative: NO_FIT,
  },
};
