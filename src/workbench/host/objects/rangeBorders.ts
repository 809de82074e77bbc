/** Borders of cells: the four outer edges and the lines inside. */
import type { BorderSide, CellStyle } from "../../../xlsx/book";
import type { Area } from "../../engine/engine";
import { choiceArgument, colorArgument } from "../arguments";
import { itemNotFound } from "../fault";
import { hostObject } from "../object";
import type { HostObject, ObjectType } from "../object";
import type { Session } from "../session";
import type { RangeState } from "./rangeState";

const edges = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
] as const;
type Edge = (typeof edges)[number];

interface BorderState {
  ranges: RangeState[];
  edge: Edge;
}

type Side = keyof NonNullable<CellStyle["borders"]>;

/** The sides of which cells make an edge of a range. */
function parts(area: Area, edge: Edge): { area: Area; side: Side }[] {
  const { row, column, rows, columns } = area;
  const line = { top: { ...area, rows: 1 }, left: { ...area, columns: 1 } };
  switch (edge) {
    case "EdgeTop":
      return [{ area: line.top, side: "top" }];
    case "EdgeBottom":
      return [{ area: { ...line.top, row: row + rows - 1 }, side: "bottom" }];
    case "EdgeLeft":
      return [{ area: line.left, side: "left" }];
    case "EdgeRight":
      return [
        { area: { ...line.left, column: column + columns - 1 }, side: "right" },
      ];
    case "InsideHorizontal":
      return rows > 1
        ? [
            { area: { ...area, row: row + 1, rows: rows - 1 }, side: "top" },
            { area: { ...area, rows: rows - 1 }, side: "bottom" },
          ]
        : [];
    case "InsideVertical":
      return columns > 1
        ? [
            {
              area: { ...area, column: column + 1, columns: columns - 1 },
              side: "left",
            },
            { area: { ...area, columns: columns - 1 }, side: "right" },
          ]
        : [];
  }
}

/** Excel names a line by its pattern and its weight; a file by one word for both. */
const toFile: Record<string, Record<string, BorderSide["style"]>> = {
  Continuous: {
    Hairline: "hair",
    Thin: "thin",
    Medium: "medium",
    Thick: "thick",
  },
  Dash: { Thin: "dashed", Medium: "mediumDashed" },
  DashDot: { Thin: "dashDot", Medium: "mediumDashDot" },
  DashDotDot: { Thin: "dashDotDot", Medium: "mediumDashDotDot" },
  Dot: { Thin: "dotted" },
  Double: { Thick: "double" },
  SlantDashDot: { Medium: "slantDashDot" },
};

const styles = [...Object.keys(toFile), "None"];
const weights = ["Hairline", "Thin", "Medium", "Thick"];

function fromFile(side: BorderSide | undefined): {
  style: string;
  weight: string;
} {
  for (const [style, byWeight] of Object.entries(toFile))
    for (const [weight, name] of Object.entries(byWeight))
      if (side && name === side.style) return { style, weight };
  return { style: "None", weight: "Thin" };
}

function current(
  { ranges, edge }: BorderState,
  session: Session,
): BorderSide | undefined {
  const [first] = ranges;
  const [part] = first ? parts(first.area, edge) : [];
  if (!first || !part) return undefined;
  const cell = { ...part.area, rows: 1, columns: 1 };
  return session.engine.styles(first.sheet, cell)[0]?.[0]?.borders?.[part.side];
}

function draw(
  { ranges, edge }: BorderState,
  change: (side: BorderSide | undefined) => BorderSide | undefined,
  session: Session,
): void {
  const line = change(current({ ranges, edge }, session));
  for (const { sheet } of ranges) session.mayFormat(sheet);
  for (const { sheet, area } of ranges)
    for (const part of parts(session.clip(sheet, area), edge))
      session.engine.style(sheet, part.area, {
        borders: { [part.side]: line ?? null },
      });
}

const borderType: ObjectType<BorderState> = {
  name: "RangeBorder",
  id: ({ edge }) => edge,
  properties: {
    sideIndex: { get: ({ edge }) => edge },
    style: {
      get: (state, session) => fromFile(current(state, session)).style,
      set: (state, value, session) => {
        const style = choiceArgument(value, "border.style", styles);
        draw(
          state,
          (side) => {
            const names = toFile[style];
            if (!names) return undefined;
            const { weight } = fromFile(side);
            const name = (side && names[weight]) ?? names["Thin"];
            return {
              ...side,
              style: name ?? Object.values(names)[0] ?? "thin",
            };
          },
          session,
        );
      },
    },
    weight: {
      get: (state, session) => fromFile(current(state, session)).weight,
      set: (state, value, session) => {
        const weight = choiceArgument(value, "border.weight", weights);
        draw(
          state,
          (side) => {
            const { style } = fromFile(side);
            const names = toFile[style] ?? toFile["Continuous"];
            return {
              ...side,
              style:
                names?.[weight] ?? toFile["Continuous"]?.[weight] ?? "thin",
            };
          },
          session,
        );
      },
    },
    color: {
      get: (state, session) => current(state, session)?.color ?? "#000000",
      set: (state, value, session) => {
        const color = colorArgument(value, "border.color");
        draw(state, (side) => ({ style: "thin", ...side, color }), session);
      },
    },
  },
};

const bordersType: ObjectType<RangeState[]> = {
  name: "RangeBorderCollection",
  properties: { count: { get: () => edges.length } },
  items: (ranges) =>
    edges.map((edge) => hostObject(borderType, { ranges, edge })),
  item: (ranges, key) => {
    const edge = edges.find((name) => name === key);
    if (edge) return hostObject(borderType, { ranges, edge });
    throw itemNotFound(`There is no border "${String(key)}".`);
  },
  methods: {
    getItemAt: (ranges, [index]) => {
      const edge = edges[Number(index)];
      if (edge) return hostObject(borderType, { ranges, edge });
      throw itemNotFound(`There is no border ${String(index)}.`);
    },
  },
};

export const rangeBorders = (ranges: RangeState[]): HostObject =>
  hostObject(bordersType, ranges);
