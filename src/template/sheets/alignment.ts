/** Alignment: marketing's and sales' views side by side; what each gap costs in MQLs and bookings, ranked. */
import { FACTORS, type Factor, VIEWS, viewId } from "../alignment";
import type { Segment } from "../model";
import {
  type CellSpec,
  type Context,
  gap,
  headingRow,
  inputCell,
  noteRow,
  type RowSpec,
  type SheetSpec,
  subtitleRow,
  titleRow,
  unitText,
} from "../sheet";
import { inputFormat } from "../formats";

const COLUMNS = [
  "Assumption",
  "Unit",
  VIEWS.marketing,
  VIEWS.sales,
  "Agreed",
  "Marketing : agreed",
  "Sales : agreed",
  "Gap",
  "In MQLs",
  "In bookings",
  "Size",
  "Order",
  "Who decides",
  "By when",
  "Why the views differ",
];
const WIDTHS = [36, 9, 17, 14, 14, 18, 15, 12, 13, 15, 14, 9, 14, 13, 44];
const AT = {
  marketing: 2,
  sales: 3,
  agreed: 4,
  ratios: 5,
  gap: 7,
  mqls: 8,
  bookings: 9,
  size: 10,
  order: 11,
  decides: 12,
  by_when: 13,
  note: 14,
};

export function alignmentSheet(context: Context): SheetSpec {
  const { plan } = context;
  return {
    id: "alignment",
    rows: [
      titleRow(`${plan.name} Alignment`),
      subtitleRow(
        "Where marketing and sales see things differently, and what that is worth. A blank view shares the agreed value. Order 1 is the gap to settle first.",
      ),
      gap(),
      {
        cells: COLUMNS.map((value, column): CellSpec => ({
          column,
          role:
            [AT.decides, AT.note].includes(column) || column < 2
              ? "column"
              : "period",
          value,
        })),
      },
      ...plan.segments.flatMap((segment) => segmentRows(context, segment)),
      noteRow(
        "Gaps in MQLs and bookings add up exactly to what the two views differ by together: each is its average effect over all ways of going from one view to the other.",
      ),
      noteRow(
        "If sales is right and marketing is not: in MQLs, how many more the plan's target needs; in bookings, how much more is missing. A lag only moves leads between periods.",
      ),
    ],
    widths: WIDTHS,
    freeze: { rows: 4, columns: 1 },
    tabColor: "#A23B57",
    landscape: true,
    titleRows: "1:4",
  };
}

const product = (parts: string[]): string =>
  parts.length === 0 ? "1" : parts.join("*");

/**
 * The average effect of one factor of a product over all orders of change is the integral of the other factors along
 * the straight line; with up to three others Simpson's rule is exact: both ends once, the middle four times, over six.
 */
function effect(
  own: string,
  others: string[],
  ratio: (key: string, view: "m" | "s") => string,
): string {
  const step = `(${ratio(own, "s")}-${ratio(own, "m")})`;
  if (others.length === 0) return step;
  const ends = (["m", "s"] as const).map((view) =>
    product(others.map((other) => ratio(other, view))),
  );
  const middle = product(
    others.map((other) => `AVERAGE(${ratio(other, "m")},${ratio(other, "s")})`),
  );
  return `${step}*AVERAGE(${ends[0]},${[middle, middle, middle, middle].join(",")},${ends[1]})`;
}

const segmentRows = (context: Context, segment: Segment): RowSpec[] => [
  headingRow(segment.name, COLUMNS.length),
  ...FACTORS.map((factor) => factorRow(context, segment, factor)),
  togetherRow(context, segment),
  gap(),
];

const yields = (funnel: Factor["funnel"]): string[] =>
  FACTORS.filter((each) => each.funnel === funnel && each.acts === "yield").map(
    ({ id }) => id,
  );
const behindMql = FACTORS.filter(({ behindMql: is }) => is).map(({ id }) => id);
const target = (funnel: Factor["funnel"]): string => `${funnel}_share`;

/** Bookings target of the plan's periods, and the MQLs to create for it. */
const base = (s: string, funnel: Factor["funnel"]): string =>
  `SUM({${s}/${funnel}/target|plan})`;

function mqlEffect(s: string, { id, acts, behindMql: is }: Factor): string {
  const ratio = (key: string, view: "m" | "s"): string =>
    key === target("nnc")
      ? `{view/${s}/${key}/${view}}`
      : `(1/{view/${s}/${key}/${view}})`;
  const all = [target("nnc"), ...behindMql];
  if (acts !== "target" && !is) return "";
  if (id === target("expansion")) return "";
  return `{${s}/headline/mqls}*${effect(
    id,
    all.filter((other) => other !== id),
    ratio,
  )}`;
}

function bookingEffect(s: string, { id, acts, funnel }: Factor): string {
  const ratio = (key: string, view: "m" | "s"): string =>
    `{view/${s}/${key}/${view}}`;
  if (acts === "timing") return "";
  const others =
    acts === "target" ? [] : yields(funnel).filter((other) => other !== id);
  const sign = acts === "target" ? "" : "-";
  return `${sign}${base(s, funnel)}*${effect(id, others, ratio)}`;
}

function factorRow(
  context: Context,
  segment: Segment,
  factor: Factor,
): RowSpec {
  const { formats, definitions } = context;
  const s = segment.id;
  const definition = definitions.get(`${s}/${factor.id}`)!;
  const format = inputFormat(formats, definition.unit) ?? formats.count;
  const scope = `view/${s}/${factor.id}`;
  const calc = (
    column: number,
    key: string,
    formula: string,
    shown: string,
    role: CellSpec["role"] = "calc",
  ): CellSpec => ({
    column,
    role,
    key: `${scope}/${key}`,
    format: shown,
    formula,
  });
  const differs = `OR({marketing}<>"",{sales}<>"")`;
  const sized = (text: string): string =>
    text === "" ? '=""' : `=IF(${differs},${text},0)`;
  const timing = factor.acts === "timing";
  const ratio = (view: "marketing" | "sales"): string =>
    `=IF(OR({${view}}="",{agreed}=0),1,{${view}}/{agreed})`;
  const orders = `{box view/${context.plan.segments[0]!.id}/${FACTORS[0]!.id}/size view/${context.plan.segments.at(-1)!.id}/${FACTORS.at(-1)!.id}/size}`;
  return {
    scope,
    cells: [
      { column: 0, role: "label", value: definition.label },
      { column: 1, role: "unit", value: unitText(context, definition.unit) },
      inputCell(context, viewId(s, factor, "marketing"), AT.marketing),
      inputCell(context, viewId(s, factor, "sales"), AT.sales),
      calc(AT.agreed, "agreed", `={${s}/${factor.id}}`, format),
      calc(
        AT.gap,
        "gap",
        `=IF(${differs},IF({sales}="",{agreed},{sales})-IF({marketing}="",{agreed},{marketing}),"")`,
        format,
      ),
      calc(AT.mqls, "mqls", sized(mqlEffect(s, factor)), formats.count),
      calc(
        AT.bookings,
        "bookings",
        sized(bookingEffect(s, factor)),
        formats.money,
      ),
      calc(
        AT.order,
        "order",
        timing
          ? '=IF({gap}="","","timing")'
          : `=IF({size}=0,"",COUNTIF(${orders},">"&{size})+1)`,
        formats.index,
        "total",
      ),
      inputCell(context, viewId(s, factor, "decides"), AT.decides),
      inputCell(context, viewId(s, factor, "by_when"), AT.by_when),
      inputCell(context, viewId(s, factor, "note"), AT.note, {
        role: "prose",
      }),
      calc(AT.size, "size", timing ? '=""' : "=ABS({bookings})", formats.money),
      ...(timing
        ? []
        : [
            calc(AT.ratios, "m", ratio("marketing"), formats.periods),
            calc(AT.ratios + 1, "s", ratio("sales"), formats.periods),
          ]),
    ],
  };
}

function togetherRow({ formats, plan }: Context, segment: Segment): RowSpec {
  const s = segment.id;
  const ids = FACTORS.map(({ id }) => id);
  const sum = (key: string): string =>
    `=SUM({box view/${s}/${ids[0]!}/${key} view/${s}/${ids.at(-1)!}/${key}})`;
  return {
    cells: [
      { column: 0, role: "total", value: "All gaps together" },
      ...Array.from({ length: AT.mqls - 1 }, (_, at) => at + 1).map(
        (column): CellSpec => ({ column, role: "total" }),
      ),
      {
        column: AT.mqls,
        role: "total",
        format: formats.count,
        key: `view/${s}/all/mqls`,
        formula: sum("mqls"),
      },
      {
        column: AT.bookings,
        role: "total",
        format: formats.money,
        key: `view/${s}/all/bookings`,
        formula: sum("bookings"),
      },
      {
        column: AT.note,
        role: "note",
        value: `${plan.currency}: what is missing by sales' view less what is missing by marketing's.`,
      },
    ],
  };
}

/** What the views differ by, computed whole: the sum of the parts must equal it. */
export function wholeGap(s: string): { mqls: string; bookings: string } {
  const at = (key: string, view: "m" | "s"): string =>
    `{view/${s}/${key}/${view}}`;
  const mqls = (view: "m" | "s"): string =>
    `${at(target("nnc"), view)}/(${product(behindMql.map((key) => at(key, view)))})`;
  const missing = (view: "m" | "s"): string =>
    (["nnc", "expansion"] as const)
      .map(
        (funnel) =>
          `${base(s, funnel)}*(${at(target(funnel), view)}-${product(yields(funnel).map((key) => at(key, view)))})`,
      )
      .join("+");
  return {
    mqls: `{${s}/headline/mqls}*(${mqls("s")}-${mqls("m")})`,
    bookings: `${missing("s")}-(${missing("m")})`,
  };
}
