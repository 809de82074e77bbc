/** Finds the plans of a workbook and their sheets, whatever the user or another program has done to them since. */
import { fold } from "./address";
import {
  NAMESPACE,
  SHEET_MARK,
  markOf,
  readIdentity,
  type Identity,
} from "./identity";
import { type InsertedPlan, WorkbookFault } from "./port";

export interface FoundPlan {
  identity: Identity;
  /** The plan's sheets that are still there, by the template's sheet id. */
  sheets: Map<string, Excel.Worksheet>;
  /** Every record of this plan; more than one only after an accident. */
  parts: Excel.CustomXmlPart[];
}

/** All sheets of the workbook with id, name and visibility loaded, and the plans among them. Three requests at most. */
export async function findPlans(
  context: Excel.RequestContext,
): Promise<{ plans: FoundPlan[]; all: Excel.Worksheet[] }> {
  const { workbook } = context;
  const worksheets = workbook.worksheets.load(
    "items/id,items/name,items/visibility",
  );
  const parts = workbook.customXmlParts
    .getByNamespace(NAMESPACE)
    .load("items/id");
  await context.sync();
  const all = worksheets.items;
  if (parts.items.length === 0) return { plans: [], all };

  const xmls = parts.items.map((part) => part.getXml());
  const marks = all.map((sheet) =>
    sheet.customProperties.getItemOrNullObject(SHEET_MARK).load("value"),
  );
  await context.sync();

  const byId = new Map<string, FoundPlan>();
  for (const [index, part] of parts.items.entries()) {
    const identity = readIdentity(xmls[index]?.value ?? "");
    if (!identity) continue;
    const known = byId.get(identity.plan.id);
    if (known) known.parts.push(part);
    else
      byId.set(identity.plan.id, {
        identity,
        sheets: new Map(),
        parts: [part],
      });
  }
  const plans = [...byId.values()];
  const marked = all.map((sheet, index) => ({
    sheet,
    mark: readMark(marks[index]),
  }));
  for (const plan of plans) findMarked(plan, marked);
  await findUnmarked(context, plans, marked);
  return { plans, all };
}

interface MarkedSheet {
  sheet: Excel.Worksheet;
  mark: string | undefined;
}

const readMark = (
  property: Excel.WorksheetCustomProperty | undefined,
): string | undefined =>
  property && !property.isNullObject ? property.value : undefined;

/** A copy that the user made of a sheet carries the same mark: the recorded id, then the recorded name decides. */
function findMarked(
  { identity, sheets }: FoundPlan,
  marked: MarkedSheet[],
): void {
  for (const record of identity.sheets) {
    const mark = markOf(identity.plan.id, record.id);
    const candidates = marked
      .filter((entry) => entry.mark === mark)
      .map(({ sheet }) => sheet);
    const found =
      candidates.find((sheet) => sheet.id === record.worksheet) ??
      candidates.find((sheet) => fold(sheet.name) === fold(record.title)) ??
      candidates[0];
    if (found) sheets.set(record.id, found);
  }
}

/**
 * Some programs drop the marks when they save. Where none of a plan's marks is left, a sheet of the recorded name is the
 * plan's if its anchor text stands where it was written. Ids do not help here: such programs hand them out anew, and
 * a user's own sheet may have got one of ours. An insertion that broke off between making a sheet and marking it left
 * the sheet empty.
 */
async function findUnmarked(
  context: Excel.RequestContext,
  plans: FoundPlan[],
  marked: MarkedSheet[],
): Promise<void> {
  const bare = new Map(
    marked
      .filter(({ mark }) => mark === undefined)
      .map(({ sheet }) => [fold(sheet.name), sheet]),
  );
  const asked = plans.flatMap(({ identity, sheets }) => {
    const unfinished = identity.status === "inserting";
    if (sheets.size > 0 && !unfinished) return [];
    return identity.sheets.flatMap(({ id, title, anchor }) => {
      const sheet = bare.get(fold(title));
      if (!sheet || sheets.has(id)) return [];
      const found = () => sheets.set(id, sheet);
      if (unfinished) {
        const used = sheet.getUsedRangeOrNullObject(true).load("address");
        return [() => used.isNullObject && found()];
      }
      if (!anchor) return [];
      const cell = sheet.getRange(anchor.address).load("values");
      return [() => cell.values[0]?.[0] === anchor.text && found()];
    });
  });
  if (asked.length === 0) return;
  await context.sync();
  for (const decide of asked) decide();
}

export async function findPlan(
  context: Excel.RequestContext,
  planId: string,
): Promise<FoundPlan & { all: Excel.Worksheet[] }> {
  const { plans, all } = await findPlans(context);
  const found = plans.find(({ identity }) => identity.plan.id === planId);
  if (found) return { ...found, all };
  const names = plans
    .map(({ identity }) => `"${identity.plan.name}"`)
    .join(", ");
  const sentence = `This workbook does not hold the plan with the id "${planId}"; ${
    names ? `it holds ${names}` : "it holds no plan"
  }. Open the workbook that it was inserted into.`;
  throw new WorkbookFault("plan_not_found", sentence);
}

export function asInserted({ identity, sheets }: FoundPlan): InsertedPlan {
  return {
    id: identity.plan.id,
    name: identity.plan.name,
    schema: identity.plan.schema,
    sheets: identity.sheets.flatMap(({ id }) => {
      const sheet = sheets.get(id);
      return sheet ? [{ id, name: sheet.name }] : [];
    }),
    missing: identity.sheets
      .filter(({ id }) => !sheets.has(id))
      .map(({ title }) => title),
    ...(identity.status === "inserting" && { unfinished: true }),
  };
}
