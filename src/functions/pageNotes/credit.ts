/** Credit. */
import type { PageNotes } from "./pageNote";

const MODELS =
  '"first" and "last" give everything to one touch, "linear" the same to each; "position" gives 40 % to the first, 40 % to the last and 20 % to those between (one touch: all; two: half each); "decay" halves a touch\'s weight for each half-life that it lies before the last one. Touches after the close get 0; a close without a time of day is the midnight at which that day begins. Touches of one time keep their order. None of these is an estimate of what caused the deal: they are conventions, to be agreed once and kept.';
const MODELS_SOURCE =
  "Conventions of multi-touch attribution: X. Shao, L. Li, Data-driven multi-touch attribution models, KDD (2011); checked against exact fractions.";
const PATHS =
  "A path is a text with its channels in order, between > signs. Spaces, capitals and empty steps make no difference, the first spelling of a channel is shown, and a path may come in several rows. Rows that are blank throughout are skipped.";

export const CREDIT: PageNotes = {
  CREDIT_SPLIT: {
    examples: [
      {
        call: '=FUNNEL.CREDIT_SPLIT({46000,46010,46020,46030}, 46031, "position")',
        says: "40 % for the touch that opened the deal, 40 % for the one that closed it.",
      },
      {
        call: '=FUNNEL.CREDIT_SPLIT({46000;46010;46025;46040}, 46031, "decay", 7)',
        says: "A week halves the credit; the fourth touch came after the close.",
      },
    ],
    refusals: [
      '=FUNNEL.CREDIT_SPLIT({46040,46050}, 46031, "linear")',
      '=FUNNEL.CREDIT_SPLIT({46000,46010}, 46031, "decay")',
      '=FUNNEL.CREDIT_SPLIT({46000,46010}, 46031, "even")',
      '=FUNNEL.CREDIT_SPLIT({46000,46010}, , "linear")',
    ],
    method: MODELS,
    source: MODELS_SOURCE,
    cells: {
      touch_dates: "B5:B8",
      close_date: "B2",
      model: "B3",
      half_life_days: "B4",
    },
    withoutNative:
      "Beyond some 200 touches the formula would be longer than Excel allows; there the values are written.",
  },
  TEAM_CREDIT: {
    examples: [
      {
        call: '=FUNNEL.TEAM_CREDIT(30000, {46000,46010,46020,46030}, {"Marketing","Marketing","Sales","Sales"}, 46031, "position")',
        says: "Half of a 30,000 deal for each.",
      },
      {
        call: '=FUNNEL.TEAM_CREDIT(90000, {46000;46015;46030}, {"Marketing";"Partner";"Sales"}, 46031, "decay", 10)',
        says: "First column the team, second its part of the deal.",
      },
    ],
    refusals: [
      '=FUNNEL.TEAM_CREDIT(-30000, {46000,46010}, {"Marketing","Sales"}, 46031, "linear")',
      '=FUNNEL.TEAM_CREDIT(30000, {46000,46010}, {"Marketing"}, 46031, "linear")',
      '=FUNNEL.TEAM_CREDIT(30000, {46000,46010}, {"Marketing","Sales"}, 45000, "linear")',
    ],
    method: `The value times the sum of the shares of each team's touches (CREDIT_SPLIT): the parts add up to the deal, so that they can be added up over deals without counting anything twice. Names differ neither by capitals nor by spaces; a touch with credit but no team counts for "(no team)". ${MODELS}`,
    source: MODELS_SOURCE,
    withoutNative:
      "How many rows there are depends on the names, which a plain formula cannot follow: the values are written. The plain formula of CREDIT_SPLIT with SUMIF over the teams gives the same amounts and stays a formula.",
  },
  MARKOV_CREDIT: {
    examples: [
      {
        call: '=FUNNEL.MARKOV_CREDIT({"web > event > sdr";"web > sdr";"event";"sdr"}, {12;30;5;44}, {300;410;95;800})',
        says: "Columns: channel, removal effect, conversions credited. Without its SDRs the company would lose 95 % of its conversions.",
      },
      {
        call: '=FUNNEL.MARKOV_CREDIT({"C1 > C2 > C3";"C1";"C2 > C3"}, {1;0;0}, {0;1;1})',
        says: "A published example: removal effects of 50 %, 100 % and 100 %.",
      },
    ],
    refusals: [
      '=FUNNEL.MARKOV_CREDIT({"web > sdr"}, {0}, {5})',
      '=FUNNEL.MARKOV_CREDIT({"web > sdr","sdr"}, {3,-1})',
      '=FUNNEL.MARKOV_CREDIT({"web > sdr",""}, {3,1})',
    ],
    method: `Customers move from the start through the channels to a conversion or to nothing, with the shares observed on all paths together. The removal effect of a channel is the part of the conversions that is lost when every move into it leads to nothing; the conversions are credited in proportion to the removal effects. ${PATHS} Solved by elimination, exact and without simulation; at most 1,000 channels. It describes the paths, not what caused them.`,
    source:
      "E. Anderl, I. Becker, F. von Wangenheim, J. H. Schumann, Mapping the customer journey, International Journal of Research in Marketing 33 (2016), 457-474; example by S. Bryl, AnalyzeCore (2016); checked against NumPy.",
    withoutNative:
      "Reading paths and solving a chain of any length is beyond plain formulas: the values are written.",
  },
  SHAPLEY_CREDIT: {
    examples: [
      {
        call: '=FUNNEL.SHAPLEY_CREDIT({"web > event > sdr";"web > sdr";"event";"sdr"}, {12;30;5;44})',
        says: "Columns: channel, conversions credited.",
      },
      {
        call: '=FUNNEL.SHAPLEY_CREDIT({"google","mailing","google > mailing"}, {2,1,1})',
        says: "The shared conversion is halved.",
      },
    ],
    refusals: [
      '=FUNNEL.SHAPLEY_CREDIT({"web > sdr","sdr"}, {3,-1})',
      '=FUNNEL.SHAPLEY_CREDIT({"web > sdr","sdr"}, {3})',
      '=FUNNEL.SHAPLEY_CREDIT({"web > sdr",""}, {3,1})',
    ],
    method: `A group of channels is worth the conversions of the paths that need no other channel, and the Shapley value is a channel's average contribution to all groups. For that game it comes to sharing the conversions of each path equally among its distinct channels, however often and in whatever order they occur. ${PATHS}`,
    source:
      "K. Zhao, S. H. Mahboobi, S. R. Bagheri, Shapley value methods for attribution modeling in online advertising, arXiv:1804.05327 (2018); checked against all groups, in exact fractions.",
    withoutNative:
      "How many rows there are depends on the channels inside the texts, which a plain formula cannot follow: the values are written.",
  },
  BONUS_PAYOUT: {
    examples: [
      {
        call: "=FUNNEL.BONUS_PAYOUT(100000, {0.5,0.5}, {110%,90%}, 97%, 50%, 70%, 150%)",
        says: "Marketing at 110 %, sales at 90 %; half depends on the 97 % that they reached together.",
      },
      {
        call: "=FUNNEL.BONUS_PAYOUT(50000, {2;3}, {60%;120%}, 95%, 30%, 70%, 120%)",
        says: "60 % is below the threshold: only the shared part is paid.",
      },
    ],
    refusals: [
      "=FUNNEL.BONUS_PAYOUT(100000, {0.5,0.5}, {110,90}, 97%, 50%, 70%, 150%)",
      "=FUNNEL.BONUS_PAYOUT(100000, {0.5,0.5}, {110%,90%}, 97%, 50%, 150%, 70%)",
      "=FUNNEL.BONUS_PAYOUT(100000, {0,0}, {110%,90%}, 97%, 50%, 70%, 150%)",
    ],
    method:
      "Pool x weight / sum of weights x (shared_weight x f(shared) + (1 - shared_weight) x f(own)), where f is 0 below the threshold, from there on the attainment, and never more than the cap. What is not earned stays in the pool: it is the pool less the sum of the payouts. Above 100 % the payouts may exceed the pool, at most cap times. A ratio above 10 is taken for a forgotten percent sign.",
    source: "Definition; a convention of bonus plans.",
    cells: {
      pool: "B2",
      weights: "B8:B9",
      own_attainment: "C8:C9",
      shared_attainment: "B3",
      shared_weight: "B4",
      threshold: "B5",
      cap: "B6",
    },
    withoutNative:
      "Where weights and attainments run different ways, one in a row and one in a column, the values are written.",
  },
};
