/** The look before anything is written: what the workbook holds, and every reason to refuse. */
import type { Blueprint } from "../template/model";
import { problems } from "../template";
import { cellLink, fold, leadsNowhere, place, type Place } from "./address";
import { listed } from "./faults";
import { type Identity, NAMESPACE, readIdentity } from "./identity";
import { type CellPick, type Survey, WorkbookFault } from "./port";

/** Excel itself has no fixed limit, but every sheet costs memory and the tab bar becomes useless. */
const MOST_SHEETS = 250;

/** What stood in the workbook before an insertion; undo goes by it. */
export interface Before {
  sheetIds: Set<string>;
  names: Set<string>;
  partIds: Set<string>;
  activeSheet: string;
  /** The user has set the workbook to calculate on request only. */
  calculatesManually: boolean;
}

export interface Look extends Survey {
  before: Before;
}

/** Two requests at most. */
export async function look(
  context: Excel.RequestContext,
  blueprint: Blueprint,
): Promise<Look> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/id,items/name");
  const names = workbook.names.load("items/name");
  const tables = workbook.tables.load("items/name");
  const parts = workbook.customXmlParts
    .getByNamespace(NAMESPACE)
    .load("items/id");
  const active = workbook.worksheets.getActiveWorksheet().load("id");
  const application = workbook.application.load("calculationMode");
  workbook.load("readOnly");
  workbook.protection.load("protected");
  await context.sync();

  const faults: WorkbookFault[] = [];
  if (workbook.readOnly) faults.push(readOnlyFault());
  if (workbook.protection.protected) faults.push(protectedFault());
  const taken = new Set(
    [...names.items, ...tables.items].map((item) => fold(item.name)),
  );
  faults.push(
    ...sheetFaults(blueprint, sheets.items),
    ...nameFaults(blueprint, taken),
  );

  const links = linksOf(blueprint);
  const picks = readCells(sheets.items, [
    ...new Set(links.map((link) => link.text)),
  ]);
  const xmls = parts.items.map((part) => part.getXml());
  if (xmls.length > 0 || picks.loaded) await context.sync();

  const earlier = xmls
    .map((xml) => readIdentity(xml.value))
    .find((found) => found?.plan.id === blueprint.plan.id);
  if (earlier) faults.unshift(insertedFault(earlier));
  faults.push(...linkFaults(blueprint, links, picks.results()));
  return {
    sheets: blueprint.sheets.map((sheet) => sheet.title),
    names: blueprint.names.map((name) => name.name),
    faults,
    before: {
      sheetIds: new Set(sheets.items.map((sheet) => sheet.id)),
      names: new Set(names.items.map((name) => fold(name.name))),
      partIds: new Set(parts.items.map((part) => part.id)),
      activeSheet: active.id,
      calculatesManually: application.calculationMode === "Manual",
    },
  };
}

export const readOnlyFault = (): WorkbookFault =>
  new WorkbookFault(
    "workbook_read_only",
    "This workbook is open read-only; choose Enable Editing, or save a copy of it, then try again.",
  );

export const protectedFault = (): WorkbookFault =>
  new WorkbookFault(
    "workbook_protected",
    "The structure of this workbook is protected, so sheets can be neither added nor removed; " +
      "choose Review > Protect Workbook to unprotect it, then try again.",
  );

function insertedFault({ plan, status }: Identity): WorkbookFault {
  const sentence =
    status === "complete"
      ? `The plan "${plan.name}" is already in this workbook; remove it first, or make a plan with another name.`
      : `An earlier insertion of "${plan.name}" broke off and left its traces; remove that plan first, then insert again.`;
  return new WorkbookFault("plan_exists", sentence);
}

function sheetFaults(
  blueprint: Blueprint,
  present: { name: string }[],
): WorkbookFault[] {
  const byName = new Map(
    present.map((sheet) => [fold(sheet.name), sheet.name]),
  );
  const faults = blueprint.sheets.flatMap(({ title }) => {
    const existing = byName.get(fold(title));
    if (existing === undefined) return [];
    const sentence = `A sheet named "${existing}" already exists; rename it, or give the plan another name.`;
    return [new WorkbookFault("sheet_exists", sentence)];
  });
  const total = present.length + blueprint.sheets.length;
  if (total > MOST_SHEETS) {
    const sentence =
      `This workbook has ${present.length} sheets and the plan would make it ${total}; ` +
      `OneFunnel stops at ${MOST_SHEETS}. Delete sheets that nobody uses, or insert into another workbook.`;
    faults.push(new WorkbookFault("too_many_sheets", sentence));
  }
  return faults;
}

function nameFaults(blueprint: Blueprint, taken: Set<string>): WorkbookFault[] {
  const clashes = blueprint.names
    .map(({ name }) => name)
    .filter((name) => taken.has(fold(name)));
  if (clashes.length === 0) return [];
  const subject =
    clashes.length === 1
      ? `The name ${clashes[0]} already exists`
      : `The names ${listed(clashes)} already exist`;
  const sentence = `${subject} in this workbook; give the plan another name, or delete them under Formulas > Name Manager.`;
  return [new WorkbookFault("name_exists", sentence)];
}

interface Link {
  input: string;
  text: string;
}

const linksOf = ({ plan }: Blueprint): Link[] =>
  Object.entries(plan.inputs).flatMap(([input, given]) =>
    "link" in given ? [{ input, text: given.link }] : [],
  );

function linkFaults(
  blueprint: Blueprint,
  links: Link[],
  found: Map<string, CellPick | WorkbookFault>,
): WorkbookFault[] {
  const own = new Set(blueprint.sheets.map((sheet) => fold(sheet.title)));
  const values: Record<string, number | string | boolean | null> = {};
  const faults: WorkbookFault[] = [];
  for (const { input, text } of links) {
    const result = found.get(text);
    const target = place(text);
    if (target && own.has(fold(target.sheet))) {
      const sentence = `The link ${text} leads into the plan's own sheets; link to a cell outside the plan.`;
      faults.push(new WorkbookFault("bad_link", sentence, input));
    } else if (result instanceof WorkbookFault) {
      faults.push(new WorkbookFault(result.code, result.sentence, input));
    } else if (result) {
      values[input] = result.value === "" ? null : result.value;
    }
  }
  if (faults.length > 0) return faults;
  return problems(blueprint.plan, values).map(({ input, sentence }) => {
    const linked = input !== undefined && input in values;
    return new WorkbookFault(
      linked ? "bad_link" : "bad_input",
      sentence,
      input,
    );
  });
}

interface CellReading {
  /** Something was asked of the workbook: `results` needs a sync first. */
  loaded: boolean;
  results(): Map<string, CellPick | WorkbookFault>;
}

/** Queues the reading of cells by their references. */
export function readCells(
  sheets: Excel.Worksheet[],
  links: string[],
): CellReading {
  const byName = new Map(sheets.map((sheet) => [fold(sheet.name), sheet]));
  const asked = links.map((text) => {
    const target = place(text);
    const sheet = target && byName.get(fold(target.sheet));
    if (!target || !sheet || target.rows * target.columns > 1)
      return { text, fault: linkFault(text, target, sheet) };
    const range = sheet
      .getCell(target.row, target.column)
      .load("values,text,valueTypes");
    return {
      text,
      range,
      link: cellLink(sheet.name, target.row, target.column),
    };
  });
  return {
    loaded: asked.some((entry) => entry.range !== undefined),
    results: () =>
      new Map(
        asked.map((entry) => [
          entry.text,
          entry.range ? pick(entry.link, entry.range) : entry.fault,
        ]),
      ),
  };
}

/** The loaded cell, or a fault when it shows an error. */
export function pick(
  link: string,
  range: Excel.Range,
): CellPick | WorkbookFault {
  const value: unknown = range.values[0]?.[0];
  const text = range.text[0]?.[0] ?? "";
  if (range.valueTypes[0]?.[0] === "Error") {
    const sentence = `The cell ${link} shows ${String(value)}; repair it, or link to another cell.`;
    return new WorkbookFault("bad_link", sentence);
  }
  return {
    link,
    value:
      typeof value === "number" || typeof value === "boolean"
        ? value
        : String(value ?? ""),
    text,
  };
}

function linkFault(
  text: string,
  target: Place | undefined,
  sheet: Excel.Worksheet | undefined,
): WorkbookFault {
  if (leadsNowhere(text)) {
    return new WorkbookFault(
      "bad_link",
      `The link ${text} leads to a deleted sheet or cell; select a cell anew.`,
    );
  }
  if (!target) {
    const sentence = `"${text}" is not a link to one cell of this workbook; write it like Budget!C14, or select the cell.`;
    return new WorkbookFault("bad_link", sentence);
  }
  if (!sheet) {
    const sentence = `The link ${text} leads to the sheet "${target.sheet}", which this workbook does not have; select a cell anew.`;
    return new WorkbookFault("bad_link", sentence);
  }
  const cells = target.rows * target.columns;
  return new WorkbookFault(
    "not_a_single_cell",
    `The link ${text} covers ${cells} cells; link to one cell.`,
  );
}
