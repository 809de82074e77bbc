/** Removes what an insertion made and nothing else. Nothing can bring it back, so every reason to refuse comes first. */
import { fold, leadsNowhere, sheetOf } from "./address";
import { toFault, withSentence } from "./faults";
import { protectedFault, readOnlyFault } from "./officeLook";
import { findPlan } from "./officePlans";

export async function removePlan(
  context: Excel.RequestContext,
  planId: string,
): Promise<{ sheets: string[]; names: string[] }> {
  const { workbook } = context;
  workbook.load("readOnly");
  workbook.protection.load("protected");
  const names = workbook.names.load("items/name,items/formula");
  const { identity, sheets, parts, all } = await findPlan(context, planId);
  if (workbook.readOnly) throw readOnlyFault();
  if (workbook.protection.protected) throw protectedFault();

  const doomed = [...sheets.values()];
  const going = new Set(doomed.map((sheet) => fold(sheet.name)));
  const planned = new Set(identity.names.map(({ name }) => fold(name)));
  // A name that someone has pointed at a sheet of their own, or given another meaning, is theirs by now.
  const goners = names.items.filter(({ name, formula }) => {
    const target = sheetOf(String(formula));
    return (
      planned.has(fold(name)) &&
      (target === undefined
        ? leadsNowhere(String(formula))
        : going.has(fold(target)))
    );
  });

  workbook.application.suspendApiCalculationUntilNextSync();
  workbook.application.suspendScreenUpdatingUntilNextSync();
  const removed = {
    sheets: doomed.map((sheet) => sheet.name),
    names: goners.map((name) => name.name),
  };
  // Excel keeps at least one visible sheet: where the plan is all there is to see, an empty one stays in its place.
  const stays = all.some(
    (sheet) => !doomed.includes(sheet) && sheet.visibility === "Visible",
  );
  if (!stays && doomed.length > 0) workbook.worksheets.add();
  for (const name of goners) name.delete();
  for (const sheet of doomed) {
    if (sheet.visibility !== "Visible") sheet.visibility = "Visible";
    sheet.delete();
  }
  // The record goes last: while it is there, a removal that broke off can be repeated.
  for (const part of parts) part.delete();
  try {
    await context.sync();
  } catch (error) {
    throw withSentence(
      toFault(error),
      "A part of the plan may be removed already; choose Remove again to finish.",
    );
  }
  return removed;
}
