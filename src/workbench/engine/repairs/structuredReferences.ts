/**
 * Structured references fail in Univer in several ways: `T[@Col]` is #NAME?, INDEX and OFFSET over `T[Col]` give 0, a
 * table's name is read case-sensitively, totals rows are unknown. Here each becomes the plain range that it means.
 */
import { parseStructRef, stringifyTokens, tokenize } from "@borgar/fx";
import { areaName, sheetAddress } from "../../address";
import type { Area } from "../engine";

export interface TableShape {
  name: string;
  sheetName: string;
  area: Area;
  columns: string[];
  headers: boolean;
  totals: boolean;
}

export interface Place {
  sheetName: string;
  row: number;
  column: number;
}

const same = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase();

export function withTablesResolved(
  formula: string,
  tables: TableShape[],
  place: Place,
): string {
  const tokens = tokenize(formula, { mergeRefs: true });
  let changed = false;
  for (const token of tokens) {
    let range: string | undefined;
    if (token.type === "structured")
      range = resolved(token.value, tables, place);
    else if (token.type === "range_named") {
      const table = tables.find(({ name }) => same(name, token.value));
      if (table) range = rangeOf(table, [], [], place);
    }
    if (range === undefined) continue;
    token.value = range;
    changed = true;
  }
  return changed ? stringifyTokens(tokens) : formula;
}

function resolved(
  text: string,
  tables: TableShape[],
  place: Place,
): string | undefined {
  const parts = parseStructRef(text) as
    { table?: string; columns?: string[]; sections?: string[] } | undefined;
  if (!parts) return undefined;
  const wanted = parts.table;
  const table =
    wanted === undefined || wanted === ""
      ? tables.find((candidate) => holds(candidate, place))
      : tables.find(({ name }) => same(name, wanted));
  if (!table) return wanted ? undefined : "#REF!";
  return rangeOf(table, parts.columns ?? [], parts.sections ?? [], place);
}

const holds = ({ sheetName, area }: TableShape, place: Place): boolean =>
  sheetName === place.sheetName &&
  place.row >= area.row &&
  place.row < area.row + area.rows &&
  place.column >= area.column &&
  place.column < area.column + area.columns;

function rangeOf(
  table: TableShape,
  columns: string[],
  sections: string[],
  place: Place,
): string {
  const { area } = table;
  const at = columns.map((column) =>
    table.columns.findIndex((name) => same(name, column)),
  );
  if (at.some((index) => index < 0)) return "#REF!";
  const first = at[0] ?? 0;
  const last = at.at(-1) ?? area.columns - 1;
  const rows = rowsOf(table, sections, place);
  if (!rows) return sections.includes("this row") ? "#VALUE!" : "#REF!";
  const range = {
    row: rows[0],
    rows: rows[1] - rows[0] + 1,
    column: area.column + Math.min(first, last),
    columns: Math.abs(last - first) + 1,
  };
  return table.sheetName === place.sheetName
    ? areaName(range, true)
    : sheetAddress(table.sheetName, range, true);
}

/** First and last row of the named parts; undefined where the table lacks them. */
function rowsOf(
  table: TableShape,
  sections: string[],
  place: Place,
): [number, number] | undefined {
  const { area } = table;
  const top = area.row;
  const bottom = area.row + area.rows - 1;
  const firstData = top + (table.headers ? 1 : 0);
  const lastData = bottom - (table.totals ? 1 : 0);
  if (sections.includes("this row"))
    return place.row >= firstData && place.row <= lastData
      ? [place.row, place.row]
      : undefined;
  const parts: [number, number][] = [];
  for (const section of sections.length === 0 ? ["data"] : sections) {
    if (section === "all") parts.push([top, bottom]);
    if (section === "data") parts.push([firstData, lastData]);
    if (section === "headers" && table.headers) parts.push([top, top]);
    if (section === "totals" && table.totals) parts.push([bottom, bottom]);
  }
  return parts.length === 0
    ? undefined
    : [
        Math.min(...parts.map(([from]) => from)),
        Math.max(...parts.map(([, to]) => to)),
      ];
}
