/** Next year's budget: a small software company, euros, four quarters. */
import {
  emptySheet,
  type BookName,
  type BookSheet,
  type CellStyle,
} from "../../xlsx/book";
import {
  ASSUMPTIONS,
  budgetLines,
  CHANGE,
  LAST,
  QUARTERS,
  YEAR,
} from "./budgetLines";
import { LOOK, Pen, type Styles } from "./cells";

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

  const lines = budgetLines(at);
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
