/** Next year's budget: a small software company, euros, four quarters. */
import {
  emptySheet,
  type BookName,
  type BookSheet,
  type CellStyle,
} from "../../xlsx/book";
import { LOOK, Pen, type Styles } from "./cells";

/** Columns B to E are the quarters, F the year, G last year, H the change. */
const QUARTERS = [1, 2, 3, 4];
const [YEAR, LAST, CHANGE] = [5, 6, 7];
const letter = (column: number): string => "ABCDEFGH"[column]!;

const ASSUMPTIONS = {
  runRate: 1_985_000,
  churn: 0.017,
  services: 0.085,
  hosting: 0.13,
  delivery: 0.68,
  commission: 0.09,
};

interface Line {
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

export function budgetSheet(styles: Styles): {
  sheet: BookSheet;
  names: BookName[];
} {
  const sheet = emptySheet("budget", "Budget");
  const pen = new Pen(sheet, styles);
  const names: BookName[] = [];
  const values = new Map<number, number[]>();
  const at = (row: number, column: number): number =>
    values.get(row)?.[column] ?? 0;
  pen.value(0, 0, "Fernhill Software: budget 2027", LOOK.title);
  sheet.merges.push("A1:H1");
  pen.value(
    1,
    0,
    "Euros. Blue figures are typed, the others are computed. Owner: finance.",
    LOOK.note,
  );
  [
    "",
    "Q1 2027",
    "Q2 2027",
    "Q3 2027",
    "Q4 2027",
    "FY 2027",
    "FY 2026",
    "Change",
  ].forEach((text, column) =>
    pen.value(
      3,
      column,
      text === "" ? "Line" : text,
      column === 0 ? LOOK.headLeft : LOOK.head,
    ),
  );

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

  const lines: Record<number, Line | string> = {
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
  function grossProfit(column: number): [string, number] {
    const c = letter(column);
    return [
      `${c}9-${c}12-${c}13`,
      at(8, column) - at(11, column) - at(12, column),
    ];
  }

  const write = (
    row: number,
    column: number,
    entry: number | [string, number],
    style: CellStyle,
    inputs: CellStyle,
  ): void => {
    const list = values.get(row) ?? [];
    values.set(row, list);
    if (typeof entry === "number") {
      list[column] = entry;
      pen.value(row, column, entry, inputs);
    } else {
      list[column] = entry[1];
      pen.formula(row, column, entry[0], entry[1], style);
    }
  };
  for (const [key, line] of Object.entries(lines)) {
    const row = Number(key);
    if (typeof line === "string") {
      for (let column = 0; column <= CHANGE; column++)
        pen.value(row, column, column === 0 ? line : null, LOOK.section);
      continue;
    }
    const style = line.style ?? LOOK.money;
    pen.value(row, 0, line.label, line.labelStyle ?? LOOK.indent);
    for (const column of QUARTERS)
      write(row, column, line.quarter(column), style, LOOK.input);
    const year =
      line.year?.(YEAR) ??
      ([
        `SUM(B${row + 1}:E${row + 1})`,
        QUARTERS.reduce((all, column) => all + at(row, column), 0),
      ] as [string, number]);
    write(row, YEAR, year, style, LOOK.input);
    const last = line.year?.(LAST) ?? line.lastYear;
    write(row, LAST, last, style, LOOK.input);
    if (line.style !== LOOK.rateTotal)
      pen.formula(
        row,
        CHANGE,
        `F${row + 1}/G${row + 1}-1`,
        at(row, YEAR) / at(row, LAST) - 1,
        line.style === LOOK.total ? LOOK.rateTotal : LOOK.rate,
      );
    else
      pen.formula(
        row,
        CHANGE,
        `F${row + 1}-G${row + 1}`,
        at(row, YEAR) - at(row, LAST),
        LOOK.rateTotal,
      );
    if (line.name !== undefined)
      names.push({ name: line.name, refersTo: `Budget!$F$${row + 1}` });
  }

  pen.value(29, 0, "Assumptions", LOOK.section);
  for (let column = 1; column <= CHANGE; column++)
    pen.value(29, column, null, LOOK.section);
  const assumptions: [
    label: string,
    name: string,
    value: number,
    style: CellStyle,
    note: string,
  ][] = [
    [
      "Subscription revenue in Q4 2026",
      "Run_rate",
      ASSUMPTIONS.runRate,
      LOOK.input,
      "Euros a quarter, from the ledger's forecast of 30 September 2026",
    ],
    [
      "Churn a quarter",
      "Quarterly_churn",
      ASSUMPTIONS.churn,
      LOOK.inputRate,
      "Average of the last six quarters",
    ],
    [
      "Services, share of subscriptions",
      "Services_share",
      ASSUMPTIONS.services,
      LOOK.inputRate,
      "",
    ],
    [
      "Hosting and support, share of subscriptions",
      "Hosting_share",
      ASSUMPTIONS.hosting,
      LOOK.inputRate,
      "",
    ],
    [
      "Delivery, share of services",
      "Delivery_share",
      ASSUMPTIONS.delivery,
      LOOK.inputRate,
      "",
    ],
    [
      "Commission on new business",
      "Commission_rate",
      ASSUMPTIONS.commission,
      LOOK.inputRate,
      "Plan of the sales team, 2027",
    ],
  ];
  assumptions.forEach(([label, name, value, style, note], index) => {
    const row = 30 + index;
    pen.value(row, 0, label, LOOK.indent);
    pen.value(row, 1, value, style);
    if (note !== "") pen.value(row, 2, note, { ...LOOK.note, indent: 1 });
    names.push({ name, refersTo: `Budget!$B$${row + 1}` });
  });

  sheet.columns = { 0: { width: 40 } };
  for (let column = 1; column <= LAST; column++)
    sheet.columns[column] = { width: 13 };
  sheet.columns[CHANGE] = { width: 10 };
  sheet.rows = { 0: { height: 27 }, 3: { height: 21 } };
  sheet.freeze = { rows: 4, columns: 1 };
  sheet.showGridlines = false;
  sheet.page = {
    orientation: "landscape",
    fitToWidth: 1,
    fitToHeight: 1,
    printArea: "A1:H36",
  };
  return { sheet, names };
}
