/**
 * Puts a whole plan into the open workbook: two looks, one request that makes sheets, names and the record, one request
 * per sheet. Sheets and names exist before any formula mentions them, so that nothing shows #NAME? or #REF!.
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
import { toFault, withSentence } from "./faults";
import { look, type Before } from "./officeLook";
import { fillSheet } from "./officeSheet";
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
      before = seen.before;
      const identity = await prepare(context, blueprint);
      for (const [index, sheet] of blueprint.sheets.entries()) {
        stopIfCancelled();
        step(`Writing ${sheet.title}`);
        const worksheetId = identity.sheets[index]?.worksheet ?? sheet.title;
        pauseScreen(context);
        fillSheet(context.workbook.worksheets.getItem(worksheetId), sheet);
        if (index === blueprint.sheets.length - 1) finish(context, identity);
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per sheet keeps each under 5 MB
        await context.sync();
      }
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

function finish(
  context: Excel.RequestContext,
  { partId, ...identity }: Prepared,
): void {
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
