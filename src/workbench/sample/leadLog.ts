/** The lead log: one table, one lead a row. */
import {
  emptySheet,
  type BookSheet,
  type CellStyle,
  type CellValue,
} from "../../xlsx/book";
import { LOOK, Pen, type Styles } from "./cells";
import type { Lead } from "./leads";

export const LOG_TABLE = "LeadLog";

/** Row of the table's headings; the row above stays free. */
export const HEADING_ROW = 3;

const COLUMNS: readonly [
  heading: string,
  width: number,
  style: CellStyle,
  of: (lead: Lead) => CellValue | undefined,
][] = [
  ["Lead ID", 11, {}, (lead) => lead.id],
  ["Source", 12, {}, (lead) => lead.source],
  ["Segment", 13, {}, (lead) => lead.segment],
  ["Type", 11, {}, (lead) => lead.type],
  ["Created", 18, LOOK.moment, (lead) => lead.created],
  ["MQL time", 18, LOOK.moment, (lead) => lead.mql],
  ["First response", 18, LOOK.moment, (lead) => lead.firstResponse],
  ["Verdict", 11, {}, (lead) => lead.verdict],
  ["Reason", 18, {}, (lead) => lead.reason],
  ["SQL date", 13, LOOK.date, (lead) => lead.sql],
  ["Opportunity", 12, {}, (lead) => lead.opportunity],
  ["Booking date", 13, LOOK.date, (lead) => lead.booking],
  ["Amount", 12, LOOK.money, (lead) => lead.amount],
];

export function leadLogSheet(
  styles: Styles,
  leads: readonly Lead[],
): BookSheet {
  const sheet = emptySheet("leadlog", "Lead Log");
  const pen = new Pen(sheet, styles);
  pen.value(0, 0, "Lead log", LOOK.title);
  pen.value(
    1,
    0,
    "Export of the CRM, leads created from 1 January 2025 to 30 September 2026, as of 1 October 2026. Amounts in euros.",
    LOOK.note,
  );
  COLUMNS.forEach(([heading, width], column) => {
    pen.value(HEADING_ROW, column, heading, LOOK.head);
    sheet.columns[column] = { width };
  });
  leads.forEach((lead, index) =>
    COLUMNS.forEach(([, , style, of], column) => {
      const value = of(lead);
      if (value !== undefined)
        pen.value(HEADING_ROW + 1 + index, column, value, style);
    }),
  );
  sheet.tables.push({
    name: LOG_TABLE,
    ref: `A${HEADING_ROW + 1}:M${HEADING_ROW + 1 + leads.length}`,
    headers: true,
    totals: false,
    columns: COLUMNS.map(([heading]) => heading),
    style: "TableStyleLight9",
  });
  sheet.rows = { 0: { height: 27 }, [HEADING_ROW]: { height: 21 } };
  sheet.freeze = { rows: HEADING_ROW + 1, columns: 1 };
  return sheet;
}
