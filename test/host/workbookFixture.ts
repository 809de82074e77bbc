/**
 * A team's workbook and a small plan. The blueprint has fewer sheets than its plan, but one of everything that a
 * blueprint may hold: fast to write and easy to check.
 */
import type { Blueprint, Plan } from "../../src/template/model";
import { emptySheet, type Book, type BookCell } from "../../src/xlsx/book";

const row = (...values: (BookCell["value"] | BookCell)[]) =>
  Object.fromEntries(
    values.map((value, column) => [
      column,
      typeof value === "object" && value !== null && !("error" in value)
        ? value
        : { value: value as BookCell["value"] },
    ]),
  );

/** Two sheets of a team that already has formulas, names, formats, a rule and another program's part. */
export function teamBook(): Book {
  const budget = emptySheet("s1", "Budget");
  budget.cells = {
    0: row("Revenue plan", "FY27"),
    1: row("Existing", 6_000_000),
    2: row("New", 4_000_000),
    3: row("Total", { formula: "SUM(B2:B3)", value: 10_000_000, style: 1 }),
    4: row("Broken", { formula: "1/0", value: { error: "#DIV/0!" } }),
    5: row("Words", "ten million"),
    6: row("Blank"),
  };
  budget.columns = { 0: { width: 24 } };
  budget.merges = ["A9:C9"];
  budget.freeze = { rows: 1, columns: 0 };
  budget.validations = [
    {
      ref: "B2:B3",
      type: "decimal",
      operator: "greaterThan",
      formulas: ["0"],
      allowBlank: true,
    },
  ];
  const notes = emptySheet("s2", "Team's notes");
  notes.cells = { 0: row("Ask finance"), 4: row({ formula: "Budget!B4*2" }) };
  return {
    sheets: [budget, notes],
    names: [{ name: "Revenue_total", refersTo: "Budget!$B$4" }],
    styles: [{}, { numberFormat: "#,##0", font: { bold: true } }],
    customXml: [
      { id: "x1", xml: '<theirs xmlns="urn:theirs">1 &lt; 2</theirs>' },
    ],
    activeSheet: "s2",
  };
}

export function smallPlan(patch: Partial<Plan> = {}): Plan {
  return {
    schema: 1,
    id: "p-1",
    name: "FY27",
    fiscalStart: 46_388,
    asOf: 46_388,
    currency: "EUR",
    periods: "quarters",
    periodCount: 4,
    segments: [{ id: "s1", name: "Core", motion: "high volume, low dollar" }],
    sheets: ["guide", "assumptions", "ntm_split", "funnel_targets", "checks"],
    inputs: {},
    ...patch,
  };
}

/** Three small sheets with one of everything that a blueprint may hold. */
export function smallBlueprint(plan: Plan = smallPlan()): Blueprint {
  const title = (sheet: string) => `${plan.name} ${sheet}`;
  const revenue = plan.inputs["ntm_revenue"];
  const revenueCell = !revenue
    ? { value: 5_000_000 }
    : "link" in revenue
      ? { formula: `=${revenue.link}` }
      : { value: revenue.value };
  const name = (text: string) =>
    `Funnel_${plan.name.replace(/\W/g, "")}_${text}`;
  const page = {
    merges: [],
    conditionalFormats: [],
    validations: [],
    landscape: false,
  };
  return {
    plan,
    sheets: [
      {
        ...page,
        ...{ id: "guide", title: title("Guide"), rowCount: 4, columnCount: 3 },
        widths: [30, 12, 12],
        heights: [],
        freeze: { rows: 1, columns: 0 },
        merges: ["A2:C2"],
        tabColor: "#24507A",
        cells: [
          {
            row: 0,
            column: 0,
            value: `Funnel plan ${plan.name}`,
            role: "title",
          },
          {
            row: 1,
            column: 0,
            value: "How to read these sheets",
            role: "note",
          },
          { row: 2, column: 0, value: "1/2 is text here", role: "label" },
          {
            row: 3,
            column: 0,
            formula: `=${name("Total")}`,
            role: "total",
            format: "0",
          },
        ],
      },
      {
        ...page,
        ...{
          id: "assumptions",
          title: title("Assumptions"),
          rowCount: 6,
          columnCount: 4,
        },
        widths: [30, 14, 14, 14],
        heights: [],
        freeze: { rows: 2, columns: 1 },
        tabColor: "#C9A94A",
        landscape: true,
        titleRows: "1:2",
        cells: [
          { row: 0, column: 0, value: "Agreed assumptions", role: "title" },
          { row: 2, column: 0, value: "NTM revenue", role: "label" },
          {
            row: 2,
            column: 1,
            ...revenueCell,
            role: "input",
            format: "#,##0",
            input: "ntm_revenue",
          },
          {
            row: 2,
            column: 2,
            value: "",
            role: "annotation",
            input: "ntm_revenue:source",
          },
          { row: 3, column: 0, value: "As-of date", role: "label" },
          {
            row: 3,
            column: 1,
            value: plan.asOf,
            role: "input",
            format: "yyyy-mm-dd",
            input: "as_of",
          },
          { row: 4, column: 0, value: "Signing point", role: "label" },
          {
            row: 4,
            column: 1,
            formula: "=1/2",
            role: "default",
            format: "0%",
            input: "signing_point",
          },
          { row: 5, column: 0, value: "Doubled", role: "label" },
          {
            row: 5,
            column: 1,
            formula: `=${name("NTM_Revenue")}*2`,
            role: "calc",
            format: "#,##0",
          },
          { row: 5, column: 2, value: true, role: "calc" },
        ],
        validations: [
          {
            ref: "B3",
            type: "decimal",
            operator: "greaterThanOrEqual",
            formulas: [0],
            allowBlank: false,
            title: "NTM revenue",
            message:
              "Revenue that the company plans for the next twelve months.",
          },
          {
            ref: "B4",
            type: "date",
            operator: "greaterThan",
            formulas: [61],
            allowBlank: false,
            title: "As-of date",
            message: "The day the plan looks from.",
          },
        ],
      },
      {
        ...page,
        ...{
          id: "checks",
          title: title("Checks"),
          rowCount: 3,
          columnCount: 2,
        },
        widths: [40, 10],
        heights: [],
        freeze: { rows: 0, columns: 0 },
        tabColor: "#14532D",
        cells: [
          { row: 0, column: 0, value: "Revenue is positive", role: "label" },
          {
            row: 0,
            column: 1,
            formula: `=IF(${name("NTM_Revenue")}>0,1,0)`,
            role: "check",
          },
          { row: 2, column: 0, value: "All checks", role: "label" },
          { row: 2, column: 1, formula: "=MIN(B1:B1)", role: "check" },
        ],
        conditionalFormats: [{ ref: "B1:B3", formula: "=B1=0", style: "bad" }],
      },
    ],
    names: [
      {
        name: name("NTM_Revenue"),
        sheet: "assumptions",
        ref: "$B$3",
        comment: "Planned revenue",
      },
      {
        name: name("As_of"),
        sheet: "assumptions",
        ref: "$B$4",
        comment: "As-of date",
      },
      {
        name: name("Total"),
        sheet: "checks",
        ref: "$B$3",
        comment: "All checks",
      },
    ],
    inputs: [
      { id: "ntm_revenue", sheet: "assumptions", address: "B3" },
      { id: "ntm_revenue:source", sheet: "assumptions", address: "C3" },
      { id: "as_of", sheet: "assumptions", address: "B4" },
      { id: "signing_point", sheet: "assumptions", address: "B5" },
    ],
    headlines: [
      {
        id: "bookings",
        label: "Bookings",
        sheet: "assumptions",
        address: "B6",
        segment: "s1",
      },
    ],
    checks: [
      {
        id: "revenue",
        label: "Revenue is positive",
        sheet: "checks",
        address: "B1",
      },
      { id: "total", label: "All checks", sheet: "checks", address: "B3" },
    ],
  };
}
