/**
 * From keys to addresses. `{deal_size}` is a single cell: its name where it has one. `{created}` is a row of periods:
 * its cell in the formula's own column. A suffix picks another part of the row: `{created|total}`, `|before`, `|plan`,
 * `|after`, `|all`, `|withBefore`, `|previous`, `|next`, `|soFar`, `|yearAgo`, `|last`; `{created|=5}` is period 5. A key is
 * looked for in the row's scope ("s1/nnc"), then further out ("s1"), then in the sheet, then in the plan.
 * `{box a b c}` is the smallest range that holds those cells.
 * `{areas numeric s1}` lists the areas that hold the inputs of that kind, `{each required s1: COUNTBLANK(#)}` sums an
 * expression over them.
 */
import { fromColumn } from "./address";
import type { InputDefinition, SheetId } from "./model";
import { quoteSheet } from "./names";
import type { Context } from "./sheet";

export interface Place {
  sheet: SheetId;
  row: number;
  column: number;
  /** Full workbook name. */
  name?: string;
}

export interface Registry {
  cells: Map<string, Place>;
  rows: Map<string, { sheet: SheetId; row: number }>;
  titles: Record<SheetId, string>;
}

export interface Here {
  sheet: SheetId;
  column: number;
  scope: string | undefined;
}

function found<T>(map: Map<string, T>, key: string, here: Here): T | undefined {
  const scopes = (here.scope ?? "").split("/").filter(Boolean);
  for (let depth = scopes.length; depth > 0; depth--) {
    const hit = map.get([...scopes.slice(0, depth), key].join("/"));
    if (hit) return hit;
  }
  return map.get(`${here.sheet}:${key}`) ?? map.get(key);
}

export function resolveFormula(
  formula: string,
  here: Here,
  registry: Registry,
  context: Context,
): string {
  return formula.replace(/\{([^{}]+)\}/g, (_, inside: string) => {
    if (inside.startsWith("box "))
      return boundingBox(inside.slice(4).split(" "), here, registry);
    const each = /^each (\w+) (\S+): (.+)$/.exec(inside);
    if (each) {
      const found = areas(each[1]!, each[2]!, here, registry, context);
      return found.map((area) => each[3]!.replace(/#/g, area)).join("+") || "0";
    }
    const list = /^areas (\w+) (\S+)$/.exec(inside);
    if (list)
      return (
        areas(list[1]!, list[2]!, here, registry, context).join(",") || "0"
      );
    return reference(inside, here, registry, context);
  });
}

function prefix(sheet: SheetId, here: Here, registry: Registry): string {
  return sheet === here.sheet ? "" : `${quoteSheet(registry.titles[sheet])}!`;
}

function reference(
  inside: string,
  here: Here,
  registry: Registry,
  context: Context,
): string {
  // "{|key}" leaves the row's scope aside: the company's NTM revenue beside the segment's.
  if (inside.startsWith("|"))
    return reference(
      inside.slice(1),
      { ...here, scope: undefined },
      registry,
      context,
    );
  const [key, spot] = inside.split("|") as [string, string | undefined];
  const cell = spot ? undefined : found(registry.cells, key, here);
  if (cell?.name) return cell.name;
  if (cell)
    return `${prefix(cell.sheet, here, registry)}$${fromColumn(cell.column)}$${cell.row + 1}`;
  const row = found(registry.rows, key, here);
  if (!row)
    throw new Error(
      `Nothing in the template is called ${key} (scope ${here.scope ?? "none"}).`,
    );
  return (
    prefix(row.sheet, here, registry) +
    partOfRow(spot, row.row + 1, here, context)
  );
}

function boundingBox(keys: string[], here: Here, registry: Registry): string {
  const places = keys.map((key) => {
    const place = found(registry.cells, key, here);
    if (!place) throw new Error(`No cell of the template is called ${key}.`);
    return place;
  });
  const rows = places.map(({ row }) => row + 1);
  const columns = places.map(({ column }) => column);
  const corner = (pick: (...of: number[]) => number): string =>
    `$${fromColumn(pick(...columns))}$${pick(...rows)}`;
  return `${prefix(places[0]!.sheet, here, registry)}${corner(Math.min)}:${corner(Math.max)}`;
}

function partOfRow(
  spot: string | undefined,
  row: number,
  here: Here,
  { columns, time }: Context,
): string {
  const cell = (column: number): string => `${fromColumn(column)}${row}`;
  const fixed = (column: number): string => `$${fromColumn(column)}$${row}`;
  const area = (from: number, to: number): string =>
    `${fixed(from)}:${fixed(to)}`;
  const first = columns.period(1);
  const planEnd = columns.period(time.planPeriods);
  if (spot?.startsWith("="))
    return fixed(columns.period(Number(spot.slice(1))));
  switch (spot) {
    case undefined:
      return cell(here.column);
    case "total":
      return fixed(columns.total);
    case "before":
      return fixed(columns.before);
    case "plan":
      return area(first, planEnd);
    case "after":
      return area(planEnd + 1, columns.last);
    case "all":
      return area(first, columns.last);
    case "withBefore":
      return area(columns.before, columns.last);
    case "beforeAndPlan":
      return area(columns.before, planEnd);
    case "allButLast":
      return area(first, columns.last - 1);
    case "allButFirst":
      return area(first + 1, columns.last);
    case "previous":
      return cell(here.column - 1);
    case "next":
      return cell(here.column + 1);
    case "soFar":
      return `$${fromColumn(first)}${row}:${cell(here.column)}`;
    case "yearAgo":
      return cell(here.column - time.yearAgo);
    case "last":
      return fixed(columns.last);
    default:
      throw new Error(`A row has no part called ${spot}.`);
  }
}

const NUMERIC = new Set<InputDefinition["unit"]>([
  "money",
  "rate",
  "share",
  "count",
  "periods",
  "months",
  "date",
]);

const KINDS: Record<string, (input: InputDefinition) => boolean> = {
  required: (input) => !input.optional,
  // A target after the plan follows from the whole chain, so it has a check of its own.
  numeric: (input) => NUMERIC.has(input.unit) && !input.id.includes("_after/"),
  typed: (input) => !input.calculated,
};

/** Inputs of a kind in a segment ("plan" for those of none) or on a sheet of their own ("goals"), as few rectangles as a simple sweep finds. */
function areas(
  kind: string,
  owner: string,
  here: Here,
  registry: Registry,
  context: Context,
): string[] {
  const wanted = KINDS[kind];
  if (!wanted) throw new Error(`No kind of input is called ${kind}.`);
  const places = [...context.definitions.values()]
    .filter(
      (input) =>
        !input.id.includes(":") &&
        (input.sheet ?? input.segment ?? "plan") === owner &&
        wanted(input),
    )
    .map((input) => registry.cells.get(input.id))
    .filter((place) => place !== undefined);
  return rectangles(places).map(({ sheet, top, bottom, left, right }) => {
    const corner = `$${fromColumn(left)}$${top + 1}`;
    const range =
      top === bottom && left === right
        ? corner
        : `${corner}:$${fromColumn(right)}$${bottom + 1}`;
    return prefix(sheet, here, registry) + range;
  });
}

interface Rectangle {
  sheet: SheetId;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

function rectangles(places: Place[]): Rectangle[] {
  const sorted = [...places].sort(
    (a, b) =>
      a.sheet.localeCompare(b.sheet) || a.row - b.row || a.column - b.column,
  );
  const runs: Rectangle[] = [];
  for (const { sheet, row, column } of sorted) {
    const last = runs.at(-1);
    if (
      last &&
      last.sheet === sheet &&
      last.top === row &&
      last.right === column - 1
    )
      last.right = column;
    else
      runs.push({ sheet, top: row, bottom: row, left: column, right: column });
  }
  const merged: Rectangle[] = [];
  for (const run of runs) {
    const above = merged.find(
      (one) =>
        one.sheet === run.sheet &&
        one.left === run.left &&
        one.right === run.right &&
        one.bottom === run.top - 1,
    );
    if (above) above.bottom = run.bottom;
    else merged.push(run);
  }
  return merged;
}
