/**
 * Takes back whatever an insertion has made, whichever request or action it broke off at. Nothing is remembered of what
 * succeeded, because an answer may be lost: the workbook is looked at afresh and compared with how it was before.
 */
import type { Blueprint } from "../template/model";
import { fold, sheetOf } from "./address";
import { hostCode, listed } from "./faults";
import { NAMESPACE, SHEET_MARK, markOf, readIdentity } from "./identity";
import type { Before } from "./officeLook";

export interface InsertionRecord {
  blueprint: Blueprint;
  before: Before;
}

/** What is still there of an insertion; empty lists when the workbook is as it was. */
interface Traces {
  sheets: Excel.Worksheet[];
  names: Excel.NamedItem[];
  parts: Excel.CustomXmlPart[];
  active: Excel.Worksheet;
  previous: Excel.Worksheet;
}

/** While the user types into a cell, Excel does nothing else: undo waits for the end of it, but not for ever. */
const EDIT_POLL_MS = 250;
const EDIT_PATIENCE_MS = 10 * 60_000;

/** Names what stayed; an empty text when nothing did. Tries again after each pause (milliseconds). */
export async function undoInsertion(
  record: InsertionRecord,
  pauses: number[],
): Promise<string> {
  let stayed = `the sheets ${listed(record.blueprint.sheets.map((sheet) => sheet.title))}`;
  const waits = [...pauses];
  let patience = EDIT_PATIENCE_MS / EDIT_POLL_MS;
  for (let wait = waits.shift(); wait !== undefined; wait = waits.shift()) {
    await pause(wait);
    try {
      stayed = await Excel.run({ delayForCellEdit: true }, (context) =>
        sweep(context, record),
      );
      if (stayed === "") return stayed;
    } catch (error) {
      // The host refused or the answer was lost: the next round looks afresh. The caller reports what stayed.
      const inEdit = hostCode(error) === "InvalidOperationInCellEditMode";
      if (inEdit && patience-- > 0) waits.unshift(EDIT_POLL_MS);
    }
  }
  return stayed;
}

const pause = (wait: number): Promise<void> | undefined =>
  wait > 0 ? new Promise((resolve) => setTimeout(resolve, wait)) : undefined;

async function sweep(
  context: Excel.RequestContext,
  record: InsertionRecord,
): Promise<string> {
  const traces = await find(context, record);
  const { workbook } = context;
  workbook.application.suspendApiCalculationUntilNextSync();
  if (!traces.previous.isNullObject && traces.previous.id !== traces.active.id)
    traces.previous.activate();
  for (const name of traces.names) name.delete();
  for (const sheet of traces.sheets) sheet.delete();
  for (const part of traces.parts) part.delete();
  await context.sync();
  const left = await find(context, record);
  return [
    ...left.sheets.map((sheet) => `the sheet "${sheet.name}"`),
    ...left.names.map((name) => `the name ${name.name}`),
    ...left.parts.map(() => "the plan's hidden record"),
  ].join(", ");
}

async function find(
  context: Excel.RequestContext,
  { blueprint, before }: InsertionRecord,
): Promise<Traces> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/id,items/name");
  const names = workbook.names.load("items/name,items/formula");
  const parts = workbook.customXmlParts
    .getByNamespace(NAMESPACE)
    .load("items/id");
  const active = workbook.worksheets.getActiveWorksheet().load("id");
  const previous = workbook.worksheets
    .getItemOrNullObject(before.activeSheet)
    .load("id");
  await context.sync();

  const titles = new Set(blueprint.sheets.map((sheet) => fold(sheet.title)));
  const marks = new Set(
    blueprint.sheets.map((sheet) => markOf(blueprint.plan.id, sheet.id)),
  );
  const fresh = sheets.items
    .filter((sheet) => !before.sheetIds.has(sheet.id))
    .map((sheet) => ({
      sheet,
      mark: sheet.customProperties
        .getItemOrNullObject(SHEET_MARK)
        .load("value"),
      used: sheet.getUsedRangeOrNullObject(true).load("address"),
    }));
  const newParts = parts.items.filter((part) => !before.partIds.has(part.id));
  const xmls = newParts.map((part) => part.getXml());
  if (fresh.length + xmls.length > 0) await context.sync();

  const planned = new Set(blueprint.names.map((name) => fold(name.name)));
  return {
    active,
    previous,
    // A sheet is marked before anything is written to it: one with content and no mark is someone else's.
    sheets: fresh
      .filter(({ sheet, mark, used }) =>
        mark.isNullObject
          ? titles.has(fold(sheet.name)) && used.isNullObject
          : marks.has(mark.value),
      )
      .map(({ sheet }) => sheet),
    names: names.items.filter((name) => {
      const target = sheetOf(name.formula);
      const ours = target === undefined || titles.has(fold(target));
      return (
        planned.has(fold(name.name)) &&
        !before.names.has(fold(name.name)) &&
        ours
      );
    }),
    parts: newParts.filter(
      (_, index) =>
        readIdentity(xmls[index]?.value ?? "")?.plan.id === blueprint.plan.id,
    ),
  };
}
