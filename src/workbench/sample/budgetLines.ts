/** The lines of the budget by row: typed figures, and formulas with their results. */
import type { CellStyle } from "../../xlsx/book";
import { LOOK } from "./cells";

/** Columns B to E are the quarters, F the year, G last year, H the change. */
export const QUARTERS = [1, 2, 3, 4];
export const [YEAR, LAST, CHANGE] = [5, 6, 7];
export const letter = (column: number): string => "ABCDEFGH"[column]!;

export const ASSUMPTIONS = {
  runRate: 1_985_000,
  churn: 0.017,
  services: 0.085,
  hosting: 0.13,
  delivery: 0.68,
  commission: 0.09,
};

export interface Line {
  label: string;
  style?: CellStyle;
  labelStyle?: CellStyle;
  /** The quarter's number, or its formula with its result. */
  quarter(column: number): number | [formula: string, result: number];
  /** Rates are computed for the year as for a quarter, amounts are summed. */
  year?: (column: number) => [formula: string, result: number];
  lastYear: number | [formula: string, result: number];
  name?: string;
}

/** `at` gives the result of a cell above or to the left. */
export function budgetLines(
  at: (row: number, column: number) => number,
): Record<number, Line | string> {
  const sum =
    (rows: number[]) =>
    (column: number): [string, number] => [
      rows.length > 1 && rows.at(-1)! - rows[0]! === rows.length - 1
        ? `SUM(${letter(column)}${rows[0]! + 1}:${letter(column)}${rows.at(-1)! + 1})`
        : rows.map((row) => `${letter(column)}${row + 1}`).join("+"),
      rows.reduce((total, row) => total + at(row, column), 0),
    ];
  const difference =
    (from: number, less: number) =>
    (column: number): [string, number] => [
      `${letter(column)}${from + 1}-${letter(column)}${less + 1}`,
      at(from, column) - at(less, column),
    ];
  const ratio =
    (part: number, whole: number) =>
    (column: number): [string, number] => [
      `${letter(column)}${part + 1}/${letter(column)}${whole + 1}`,
      at(part, column) / at(whole, column),
    ];
  const share =
    (name: string, rate: number, row: number) =>
    (column: number): [string, number] => [
      `${name}*${letter(column)}${row + 1}`,
      rate * at(row, column),
    ];
  const typed =
    (...figures: number[]) =>
    (column: number): number =>
      figures[column - 1]!;
  const total = { style: LOOK.total, labelStyle: LOOK.totalLabel };
  const rate = { style: LOOK.rateTotal, labelStyle: LOOK.note };

  function grossProfit(column: number): [string, number] {
    const c = letter(column);
    return [
      `${c}9-${c}12-${c}13`,
      at(8, column) - at(11, column) - at(12, column),
    ];
  }
  return {
    4: "Revenue",
    5: {
      label: "Subscriptions, customers of 2026",
      quarter: (column) => {
        const before = column === 1 ? ASSUMPTIONS.runRate : at(5, column - 1);
        const from = column === 1 ? "Run_rate" : `${letter(column - 1)}6`;
        return [
          `${from}*(1-Quarterly_churn)`,
          before * (1 - ASSUMPTIONS.churn),
        ];
      },
      lastYear: 5_900_000,
    },
    6: {
      label: "Subscriptions, new business",
      quarter: typed(170_000, 390_000, 640_000, 900_000),
      lastYear: 1_520_000,
      name: "New_business_2027",
    },
    7: {
      label: "Services",
      quarter: (column) => [
        `Services_share*SUM(${letter(column)}6:${letter(column)}7)`,
        ASSUMPTIONS.services * (at(5, column) + at(6, column)),
      ],
      lastYear: 630_000,
    },
    8: {
      label: "Total revenue",
      ...total,
      quarter: sum([5, 6, 7]),
      year: sum([5, 6, 7]),
      lastYear: 0,
      name: "Revenue_2027",
    },
    10: "Cost of revenue",
    11: {
      label: "Hosting and support",
      quarter: (column) => [
        `Hosting_share*SUM(${letter(column)}6:${letter(column)}7)`,
        ASSUMPTIONS.hosting * (at(5, column) + at(6, column)),
      ],
      lastYear: 1_010_000,
    },
    12: {
      label: "Delivery of services",
      quarter: share("Delivery_share", ASSUMPTIONS.delivery, 7),
      lastYear: 435_000,
    },
    13: {
      label: "Gross profit",
      ...total,
      quarter: (c) => grossProfit(c),
      year: (c) => grossProfit(c),
      lastYear: 0,
    },
    14: {
      label: "Gross margin",
      ...rate,
      quarter: ratio(13, 8),
      year: ratio(13, 8),
      lastYear: 0,
    },
    16: "Operating costs",
    17: {
      label: "Sales staff",
      quarter: typed(395_000, 405_000, 430_000, 430_000),
      lastYear: 1_380_000,
    },
    18: {
      label: "Commission on new business",
      quarter: share("Commission_rate", ASSUMPTIONS.commission, 6),
      lastYear: 137_000,
    },
    19: {
      label: "Marketing staff",
      quarter: typed(160_000, 160_000, 175_000, 175_000),
      lastYear: 590_000,
    },
    20: {
      label: "Marketing programs",
      quarter: typed(150_000, 190_000, 165_000, 145_000),
      lastYear: 560_000,
      name: "Marketing_programs_2027",
    },
    21: {
      label: "Customer success",
      quarter: typed(140_000, 140_000, 150_000, 150_000),
      lastYear: 520_000,
    },
    22: {
      label: "Research and development",
      quarter: typed(560_000, 575_000, 590_000, 600_000),
      lastYear: 2_080_000,
    },
    23: {
      label: "General and administration",
      quarter: typed(225_000, 225_000, 230_000, 240_000),
      lastYear: 850_000,
    },
    24: {
      label: "Total operating costs",
      ...total,
      quarter: sum([17, 18, 19, 20, 21, 22, 23]),
      year: sum([17, 18, 19, 20, 21, 22, 23]),
      lastYear: 0,
    },
    26: {
      label: "Operating result",
      ...total,
      quarter: difference(13, 24),
      year: difference(13, 24),
      lastYear: 0,
      name: "Operating_result_2027",
    },
    27: {
      label: "Operating margin",
      ...rate,
      quarter: ratio(26, 8),
      year: ratio(26, 8),
      lastYear: 0,
    },
  };
}
