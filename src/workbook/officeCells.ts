/** Single cells for the pane: the selection, the targets of links, going to a cell, hearing of changes. */
import { cellLink, fold, place } from "./address";
import { hostCode } from "./faults";
import { pick, readCells } from "./officeLook";
import { type CellPick, WorkbookFault } from "./port";

export async function selectedCell(
  context: Excel.RequestContext,
): Promise<CellPick> {
  const range = context.workbook.getSelectedRange();
  range.load(
    "values,text,valueTypes,address,cellCount,rowIndex,columnIndex,worksheet/name",
  );
  try {
    await context.sync();
  } catch (error) {
    // Excel has no single range to give: a chart, a shape or several ranges are selected.
    if (
      hostCode(error) === "InvalidSelection" ||
      hostCode(error) === "InvalidArgument"
    )
      throw notOneCell("that is");
    throw error;
  }
  if (range.cellCount !== 1 && !(await isOneMerge(context, range)))
    throw notOneCell(range.address);
  const picked = pick(
    cellLink(range.worksheet.name, range.rowIndex, range.columnIndex),
    range,
  );
  if (picked instanceof WorkbookFault) throw picked;
  return picked;
}

/** Merged cells are selected together, but a link to the first of them is what the user means. */
async function isOneMerge(
  context: Excel.RequestContext,
  range: Excel.Range,
): Promise<boolean> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13"))
    return false;
  const merged = range.getMergedAreasOrNullObject().load("address,areaCount");
  await context.sync();
  return (
    !merged.isNullObject &&
    merged.areaCount === 1 &&
    merged.address === range.address
  );
}

const notOneCell = (selected: string): WorkbookFault =>
  new WorkbookFault(
    "not_a_single_cell",
    selected === "that is"
      ? "What is selected is not a cell; click the one cell that holds the value, then choose it again."
      : `${selected} is selected, which is more than one cell; click the one cell that holds the value.`,
  );

export async function resolveLinks(
  context: Excel.RequestContext,
  links: string[],
): Promise<(CellPick | WorkbookFault)[]> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  const reading = readCells(sheets.items, links);
  if (reading.loaded) await context.sync();
  const results = reading.results();
  return links.map((link) => results.get(link)!);
}

export async function selectCell(
  context: Excel.RequestContext,
  address: string,
): Promise<void> {
  const target = place(address);
  if (!target) {
    throw new WorkbookFault(
      "bad_link",
      `"${address}" is not a cell of this workbook; write it like Budget!C14.`,
    );
  }
  const sheets = context.workbook.worksheets.load(
    "items/name,items/visibility",
  );
  await context.sync();
  const sheet = sheets.items.find(
    (item) => fold(item.name) === fold(target.sheet),
  );
  if (!sheet) {
    const sentence = `The sheet "${target.sheet}" is no longer in this workbook; it was deleted or renamed.`;
    throw new WorkbookFault("sheet_missing", sentence);
  }
  if (sheet.visibility !== "Visible") {
    const sentence = `The sheet "${sheet.name}" is hidden; right-click a sheet tab, choose Unhide, then try again.`;
    throw new WorkbookFault("sheet_missing", sentence);
  }
  sheet.activate();
  sheet
    .getRangeByIndexes(target.row, target.column, target.rows, target.columns)
    .select();
  await context.sync();
}

/** Edits come in bursts (one event per cell of a fill): the callback hears of a burst once. */
const QUIET_MS = 150;

export async function watchChanges(
  context: Excel.RequestContext,
  callback: () => void,
): Promise<() => void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const heard = async () => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(callback, QUIET_MS);
  };
  const { worksheets } = context.workbook;
  const handlers = [
    worksheets.onChanged.add(heard),
    worksheets.onCalculated.add(heard),
    worksheets.onDeleted.add(heard),
  ];
  await context.sync();
  return () => {
    stopped = true;
    clearTimeout(timer);
    // A handler that Excel keeps for longer does no harm: it no longer calls back.
    void Excel.run(context, async (same) => {
      for (const handler of handlers) handler.remove();
      await same.sync();
    }).catch(() => undefined);
  };
}
