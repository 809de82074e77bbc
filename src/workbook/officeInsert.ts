/**
 * Puts a whole plan into the open workbook: two looks, one request that makes sheets, names and the record and fills the
 * first sheet, one for the print layout, one for each further sheet. Sheets and names exist before any formula mentions
 * them, so that nothing shows #NAME? or #REF!.
 */
import type { Blueprint } from "../template/model";
import {
  markOf,
  SHEET_MARK,
  identityOf,
  writeIdentity,
  type Identity,
} from "./identity";
import { onSheet } from "./address";
import { hostCode, toFault, withSentence } from "./faults";
import { look, type Before } from "./officeLook";
import { fillSheet, layOutPages, protect } from "./officeSheet";
import { undoInsertion } from "./officeUndo";
import { WorkbookFault, type InsertedPlan, type InsertOptions } from "./port";

export async function insertPlan(
  blueprint: Blueprint,
  { onProgress, signal }: InsertOptions,
  pauses: number[],
): Promise<InsertedPlan> {
  const total = blueprint.sheets.length + 2;
  let done = 0;
  const step = (label: string) => onProgress?.({ done: done++, total, label });
  const stopIfCancelled = () => {
    if (signal?.aborted)
      throw new WorkbookFault("cancelled", "The insertion was cancelled.");
  };
  let before: Before | undefined;
  try {
    return await Excel.run(async (context) => {
      stopIfCancelled();
      step("Looking at the workbook");
      const seen = await look(context, blueprint);
      if (seen.faults[0]) throw seen.faults[0];
      stopIfCancelled();
      step("Making sheets and names");
      const [first, ...others] = blueprint.sheets;
      if (first) step(`Writing ${first.title}`);
      stopIfCancelled();
      before = seen.before;
      const identity = await prepare(context, blueprint);
      await layOut(context, blueprint, identity);
      for (const sheet of others) {
        stopIfCancelled();
        step(`Writing ${sheet.title}`);
        pauseScreen(context);
        fillSheet(worksheetOf(context, identity, sheet), sheet);
        if (sheet === others.at(-1)) finish(context, identity);
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per sheet keeps each under 5 MB
        await context.sync();
      }
      if (others.length === 0) {
        finish(context, identity);
        await context.sync();
      }
      if (before.calculatesManually) await calculateSheets(context, identity);
      onProgress?.({ done: total, total, label: "Done" });
      return inserted(identity);
    });
  } catch (error) {
    const fault = toFault(error);
    if (!before) throw fault;
    const stayed = await undoInsertion({ blueprint, before }, pauses);
    if (stayed === "")
      throw withSentence(fault, "The workbook is as it was before.");
    const sentence =
      `${fault.sentence} Not everything could be taken back: ${stayed} may still be there. ` +
      "Remove the plan in this pane, or delete them by hand.";
    throw new WorkbookFault(
      "undo_incomplete",
      sentence,
      fault.detail ?? fault.code,
    );
  }
}

interface Prepared extends Identity {
  partId: string;
}

/** The record first, then each sheet with its mark, then the names: whatever comes to pass, the traces can be found. */
async function prepare(
  context: Excel.RequestContext,
  blueprint: Blueprint,
): Promise<Prepared> {
  const { workbook } = context;
  pauseScreen(context);
  const identity = identityOf(blueprint, "inserting");
  const part = workbook.customXmlParts.add(writeIdentity(identity)).load("id");
  const titles = new Map(
    blueprint.sheets.map((sheet) => [sheet.id, sheet.title]),
  );
  const sheets = blueprint.sheets.map((sheet) => {
    const made = workbook.worksheets.add(sheet.title);
    made.customProperties.add(SHEET_MARK, markOf(blueprint.plan.id, sheet.id));
    return made.load("id");
  });
  for (const { name, sheet, ref, comment } of blueprint.names) {
    workbook.names.add(
      name,
      `=${onSheet(titles.get(sheet) ?? sheet, ref)}`,
      comment,
    );
  }
  const [first] = blueprint.sheets;
  if (first && sheets[0]) fillSheet(sheets[0], first);
  await context.sync();
  return {
    ...identity,
    partId: part.id,
    sheets: identity.sheets.map((sheet, index) => ({
      ...sheet,
      worksheet: sheets[index]?.id,
    })),
  };
}

function worksheetOf(
  { workbook }: Excel.RequestContext,
  { sheets }: Identity,
  { id, title }: { id: string; title: string },
): Excel.Worksheet {
  const known = sheets.find((sheet) => sheet.id === id)?.worksheet;
  return workbook.worksheets.getItem(known ?? title);
}

/**
 * Excel asks the printer's driver about a page, so on a computer without a printer this fails, and only this. A plan
 * without its print layout computes all the same: it is not worth the insertion.
 */
async function layOut(
  context: Excel.RequestContext,
  { sheets }: Blueprint,
  identity: Identity,
): Promise<void> {
  for (const sheet of sheets)
    layOutPages(worksheetOf(context, identity, sheet), sheet);
  try {
    await context.sync();
  } catch (error) {
    const code = hostCode(error);
    if (code === undefined || code === "InvalidOperationInCellEditMode")
      throw error;
  }
}

/**
 * Excel would show zeros until the user asks for a calculation. Only the plan's sheets are calculated: the rest of the
 * workbook waits for its user. Twice, because a sheet may read one that comes after it.
 */
async function calculateSheets(
  context: Excel.RequestContext,
  identity: Identity,
): Promise<void> {
  for (let round = 0; round < 2; round++)
    for (const sheet of identity.sheets)
      worksheetOf(context, identity, sheet).calculate(false);
  await context.sync();
}

/** Protection comes last: on a protected sheet Excel would refuse formats, and may refuse the print layout. */
function finish(
  context: Excel.RequestContext,
  { partId, ...identity }: Prepared,
): void {
  for (const sheet of identity.sheets)
    protect(worksheetOf(context, identity, sheet));
  const part = context.workbook.customXmlParts.getItem(partId);
  part.setXml(writeIdentity({ ...identity, status: "complete" }));
  const first = identity.sheets[0]?.worksheet;
  if (first) context.workbook.worksheets.getItem(first).activate();
}

/** Both pauses end by themselves with the next sync. */
function pauseScreen({ application }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
}

const inserted = ({ plan, sheets }: Identity): InsertedPlan => ({
  id: plan.id,
  name: plan.name,
  schema: plan.schema,
  sheets: sheets.map(({ id, title }) => ({ id, name: title })),
  missing: [],
});
