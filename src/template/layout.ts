/** Turns a plan into the exact cells of its sheets: rows get addresses, keys become names and references. */
import { absolute, address, rangeAddress } from "./address";
import type {
  Blueprint,
  BlueprintCell,
  BlueprintConditionalFormat,
  BlueprintInput,
  BlueprintName,
  BlueprintReading,
  Plan,
  SheetBlueprint,
  SheetId,
} from "./model";
import { calendar, type Linked } from "./inputs";
import { planSlug, segmentSlugs, sheetTitle, SHEET_LABELS } from "./names";
import { type Place, type Registry, resolveFormula } from "./references";
import {
  type CellSpec,
  type Context,
  contextOf,
  type RowSpec,
  type SheetSpec,
} from "./sheet";
import { SHEETS } from "./sheets";
import { checksOf } from "./sheets/checks";
import { HEADLINES } from "./sheets/funnelTargets";
import { validationsOf } from "./validations";

export interface LayoutOptions {
  /** Periods kept after the plan, for tests with a published layout; normally the lags decide. */
  after?: number;
  /** Present values of linked inputs: a linked lag decides how many periods follow the plan. */
  linked?: Linked;
}

export function layout(plan: Plan, options: LayoutOptions = {}): Blueprint {
  const { after = calendar(plan, undefined, options.linked).afterPeriods } =
    options;
  const context = contextOf(plan, after);
  const specs = plan.sheets.map((id) => SHEETS[id](context));
  const titles = Object.fromEntries(
    Object.keys(SHEET_LABELS).map((id) => [
      id,
      sheetTitle(plan.name, id as SheetId),
    ]),
  ) as Record<SheetId, string>;
  const { registry, names } = register(specs, plan, titles);
  const sheets = specs.map((spec) => lay(spec, context, registry));
  return {
    plan,
    sheets,
    names,
    inputs: sheets.flatMap((sheet) =>
      sheet.cells.flatMap((cell): BlueprintInput[] =>
        cell.input
          ? [
              {
                id: cell.input,
                sheet: sheet.id,
                address: address(cell.row, cell.column),
              },
            ]
          : [],
      ),
    ),
    headlines: plan.segments.flatMap((segment) =>
      HEADLINES.map(({ id, label }) =>
        reading(registry, `${segment.id}/headline/${id}`, label, segment.id),
      ),
    ),
    checks: [
      ...checksOf(plan).map(({ id, label }) =>
        reading(registry, `check/${id}`, label),
      ),
      reading(registry, "check/total", "All checks"),
    ],
  };
}

/** Every key and every name with the place it leads to. */
function register(
  specs: SheetSpec[],
  plan: Plan,
  titles: Record<SheetId, string>,
): { registry: Registry; names: BlueprintName[] } {
  const registry: Registry = { cells: new Map(), rows: new Map(), titles };
  const names: BlueprintName[] = [];
  const slugs = segmentSlugs(plan.segments);
  const prefixOf = (row: RowSpec): string =>
    [
      "Funnel",
      planSlug(plan),
      ...(row.segment ? [slugs[row.segment]!] : []),
    ].join("_");
  for (const spec of specs) {
    spec.rows.forEach((row, at) => {
      if (row.key) {
        const key = row.key.startsWith(":")
          ? `${spec.id}${row.key}`
          : [row.scope, row.key].filter(Boolean).join("/");
        add(registry.rows, key, { sheet: spec.id, row: at });
      }
      for (const cell of row.cells) {
        const name = cell.name ? `${prefixOf(row)}_${cell.name}` : undefined;
        const place: Place = {
          sheet: spec.id,
          row: at,
          column: cell.column,
          ...(name ? { name } : {}),
        };
        for (const key of [cell.input, cell.key])
          if (key) add(registry.cells, key, place);
        if (name) {
          names.push({
            name,
            sheet: spec.id,
            ref: absolute(at, cell.column),
            comment: cell.comment ?? labelOf(row),
          });
        }
      }
      for (const range of row.names ?? []) {
        const ref = `${absolute(at, range.from)}:${absolute(at, range.to)}`;
        names.push({
          name: `${prefixOf(row)}_${range.name}`,
          sheet: spec.id,
          ref,
          comment: range.comment,
        });
      }
    });
  }
  return { registry, names };
}

function add<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.has(key))
    throw new Error(`Two places of the template are called ${key}.`);
  map.set(key, value);
}

const labelOf = (row: RowSpec): string =>
  String(row.cells.find((cell) => cell.column === 0)?.value ?? "");

function lay(
  spec: SheetSpec,
  context: Context,
  registry: Registry,
): SheetBlueprint {
  const cells: BlueprintCell[] = [];
  const conditionalFormats: BlueprintConditionalFormat[] = [];
  spec.rows.forEach((row, at) => {
    const resolve = (formula: string, column: number): string =>
      resolveFormula(
        formula,
        { sheet: spec.id, column, scope: row.scope },
        registry,
        context,
      );
    for (const cell of row.cells) cells.push(place(cell, at, resolve));
    for (const rule of row.conditional ?? []) {
      conditionalFormats.push({
        ref: rangeAddress(at, rule.from, at, rule.to),
        formula: resolve(rule.formula, rule.from),
        style: rule.style,
      });
    }
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    id: spec.id,
    title: registry.titles[spec.id],
    rowCount: spec.rows.length,
    columnCount: Math.max(
      spec.widths.length,
      ...cells.map((cell) => cell.column + 1),
    ),
    cells,
    widths: spec.widths,
    heights: heightsOf(spec, cells),
    freeze: spec.freeze,
    validations: validationsOf(cells, context.definitions, (formula) =>
      resolveFormula(
        formula,
        { sheet: spec.id, column: 0, scope: undefined },
        registry,
        context,
      ),
    ),
    conditionalFormats,
    merges: [],
    tabColor: spec.tabColor,
    landscape: spec.landscape,
    ...(spec.titleRows ? { titleRows: spec.titleRows } : {}),
  };
}

const LINE_POINTS = 15;
/** Letters per unit of width, on the safe side: fonts differ, and lines break between words. */
const LETTERS_PER_WIDTH = 1;

/** A program that does not fit rows to wrapped text by itself shows the starting texts whole. */
function heightsOf(
  { rows, widths }: SheetSpec,
  cells: readonly BlueprintCell[],
): SheetBlueprint["heights"] {
  const lines = rows.map((row) => row.lines ?? 1);
  for (const { row, column, role, value } of cells) {
    if (role !== "prose" || typeof value !== "string") continue;
    const room = Math.max(1, (widths[column] ?? 0) * LETTERS_PER_WIDTH);
    lines[row] = Math.max(lines[row]!, Math.ceil(value.length / room));
  }
  return lines.flatMap((count, row) =>
    count > 1 ? [{ row, points: count * LINE_POINTS + 3 }] : [],
  );
}

function place(
  cell: CellSpec,
  row: number,
  resolve: (formula: string, column: number) => string,
): BlueprintCell {
  const { column, role, value, format, input } = cell;
  return {
    row,
    column,
    role,
    ...(value !== undefined ? { value } : {}),
    // A link is the user's own reference and may hold braces; only the template's formulas are resolved.
    ...(cell.formula !== undefined
      ? {
          formula:
            input && (role === "input" || role === "prose")
              ? cell.formula
              : resolve(cell.formula, column),
        }
      : {}),
    ...(format ? { format } : {}),
    ...(input ? { input } : {}),
  };
}

function reading(
  registry: Registry,
  key: string,
  label: string,
  segment?: string,
): BlueprintReading {
  const cell = registry.cells.get(key);
  if (!cell) throw new Error(`No cell of the template is called ${key}.`);
  return {
    id: key.split("/").at(-1)!,
    label,
    sheet: cell.sheet,
    address: address(cell.row, cell.column),
    ...(segment ? { segment } : {}),
  };
}
