/** The workbook of a company that the workbench opens with: a budget, a lead log and the team's notes. */
import type { Book } from "../../xlsx/book";
import { budgetSheet } from "./budget";
import { Styles } from "./cells";
import { leadLogSheet } from "./leadLog";
import { sampleLeads } from "./leads";
import { notesSheet } from "./notes";

export const SAMPLE_FILE_NAME = "Fernhill 2027.xlsx";

export function sampleBook(): Book {
  const styles = new Styles();
  const leads = sampleLeads();
  const { sheet: budget, names } = budgetSheet(styles);
  const sheets = [
    budget,
    leadLogSheet(styles, leads),
    notesSheet(styles, leads),
  ];
  return {
    sheets,
    names,
    styles: styles.list,
    customXml: [],
    activeSheet: budget.id,
  };
}
