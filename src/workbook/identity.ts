/**
 * What the workbook itself remembers of an inserted plan: a custom XML part that other programs keep, holding one JSON
 * text. It is written first, with status "inserting", so that an insertion that breaks off can be found and cleaned up.
 */
import { blockAddress } from "./address";
import type {
  BlueprintInput,
  BlueprintReading,
  Blueprint,
  Plan,
  SheetId,
} from "../template/model";

export const NAMESPACE = "urn:onefunnel:plan:1";

/** Key of the text that marks each of the plan's sheets; its value is `markOf(…)`. */
export const SHEET_MARK = "onefunnel.sheet";
export const markOf = (planId: string, sheet: SheetId): string =>
  `${planId}/${sheet}`;

export interface IdentitySheet {
  id: SheetId;
  /** The name it was given; the user may have renamed it since. */
  title: string;
  /** The host's own id; unknown until the sheet exists. */
  worksheet?: string;
  /** A constant of the sheet, to know it again where a program has dropped ids and marks. */
  anchor?: { address: string; text: string };
}

/** What the template wrote into an input cell: a later reading tells by it what the user has changed. */
export type Written = number | string | boolean;

export interface IdentityInput extends BlueprintInput {
  written: Written;
}

export interface IdentityName {
  name: string;
  sheet: SheetId;
  ref: string;
}

export interface Identity {
  /** Version of this record. */
  version: 1;
  status: "inserting" | "complete";
  plan: Plan;
  sheets: IdentitySheet[];
  names: IdentityName[];
  inputs: IdentityInput[];
  headlines: BlueprintReading[];
  checks: BlueprintReading[];
}

export function identityOf(
  blueprint: Blueprint,
  status: Identity["status"],
): Identity {
  const written = new Map<string, Written>();
  for (const sheet of blueprint.sheets) {
    for (const cell of sheet.cells) {
      if (cell.input !== undefined)
        written.set(cell.input, cell.formula ?? cell.value ?? "");
    }
  }
  return {
    version: 1,
    status,
    plan: blueprint.plan,
    sheets: blueprint.sheets.map((sheet) => {
      const anchor = sheet.cells.find(
        (cell) =>
          typeof cell.value === "string" && cell.value.trim().length > 3,
      );
      return {
        id: sheet.id,
        title: sheet.title,
        ...(anchor && {
          anchor: {
            address: blockAddress(anchor.row, anchor.column),
            text: String(anchor.value),
          },
        }),
      };
    }),
    names: blueprint.names.map(({ name, sheet, ref }) => ({
      name,
      sheet,
      ref,
    })),
    inputs: blueprint.inputs.map((input) => ({
      ...input,
      written: written.get(input.id) ?? "",
    })),
    headlines: blueprint.headlines,
    checks: blueprint.checks,
  };
}

export function writeIdentity(identity: Identity): string {
  const text = JSON.stringify(identity)
    .replace(
      /[\uFFFE\uFFFF\u007F-\u009F]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .replace(
      /[&<>]/g,
      (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[char] ?? char,
    );
  return `<plan xmlns="${NAMESPACE}" id="${attribute(identity.plan.id)}">${text}</plan>`;
}

/** Undefined for a part that is not ours or that something else has damaged. */
export function readIdentity(xml: string): Identity | undefined {
  const body =
    /<(?:[\w.-]+:)?plan\b[^>]*>([\s\S]*)<\/(?:[\w.-]+:)?plan\s*>/.exec(
      xml,
    )?.[1];
  if (body === undefined || !xml.includes(NAMESPACE)) return undefined;
  let found: unknown;
  try {
    found = JSON.parse(plainText(body));
  } catch {
    return undefined;
  }
  return isIdentity(found) ? found : undefined;
}

function isIdentity(value: unknown): value is Identity {
  if (typeof value !== "object" || value === null) return false;
  const { version, plan, sheets, names, inputs, headlines, checks } =
    value as Partial<Identity>;
  return (
    version === 1 &&
    typeof plan?.id === "string" &&
    typeof plan.name === "string" &&
    [sheets, names, inputs, headlines, checks].every(Array.isArray)
  );
}

/** Programs that rewrite XML may swap entities for CDATA or for character numbers. */
function plainText(body: string): string {
  return body.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(#x?[\da-f]+|\w+);/gi,
    (whole, cdata?: string, entity?: string) => {
      if (cdata !== undefined) return cdata;
      const name = (entity ?? "").toLowerCase();
      if (name.startsWith("#x"))
        return String.fromCodePoint(parseInt(name.slice(2), 16));
      if (name.startsWith("#"))
        return String.fromCodePoint(parseInt(name.slice(1), 10));
      return ENTITIES[name] ?? whole;
    },
  );
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

const attribute = (text: string): string =>
  text.replace(/[&<>"\n\r\t]/g, (char) => `&#${char.charCodeAt(0)};`);
