/** RangeAreas: several rectangles of one sheet. */
import { intersect } from "../../address";
import { textArgument } from "../arguments";
import { invalidArgument } from "../fault";
import { hostObject, read } from "../object";
import type { HostObject, ObjectType } from "../object";
import type { Session } from "../session";
import { range } from "./range";
import { rangeEditing } from "./rangeEditing";
import { rangeFormat } from "./rangeFormat";
import { rangeAddress, rangeAt, wholeSheet } from "./rangeState";
import type { RangeState } from "./rangeState";
import { worksheet } from "./worksheet";

const addresses = (areas: RangeState[], session: Session): string =>
  areas.map((area) => rangeAddress(area, session)).join(",");

const collection: ObjectType<RangeState[]> = {
  name: "RangeCollection",
  items: (areas) => areas.map((area) => range(area)),
  methods: {
    getCount: (areas) => areas.length,
    getItemAt: (areas, [index]) => {
      const found = areas[Number(index)];
      if (found) return range(found);
      throw invalidArgument(`There is no area ${String(index)}.`);
    },
  },
};

const each =
  (name: "clear" | "calculate" | "setDirty") =>
  async (
    areas: RangeState[],
    args: unknown[],
    session: Session,
  ): Promise<void> => {
    for (const area of areas) await rangeEditing[name]?.(area, args, session);
  };

const rangeAreasType: ObjectType<RangeState[]> = {
  name: "RangeAreas",
  keeps: true,
  properties: {
    address: read(addresses),
    addressLocal: read(addresses),
    areaCount: read((areas) => areas.length),
    cellCount: read((areas) =>
      areas.reduce((sum, { area }) => sum + area.rows * area.columns, 0),
    ),
  },
  links: {
    areas: (areas) => hostObject(collection, areas),
    format: (areas) => rangeFormat(areas),
    worksheet: (areas) => (areas[0] ? worksheet(areas[0].sheet) : null),
  },
  methods: {
    clear: each("clear"),
    calculate: each("calculate"),
    setDirty: each("setDirty"),
  },
};

export const rangeAreas = (areas: RangeState[]): HostObject =>
  hostObject(rangeAreasType, areas);

/** "A1:B2,D4" */
export function rangesAt(
  address: unknown,
  sheet: string,
  session: Session,
): HostObject {
  if (address === undefined || address === null)
    return rangeAreas([{ sheet, area: wholeSheet }]);
  const text = textArgument(address, "address");
  // A comma inside a quoted sheet name does not part areas.
  const parts = text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  return rangeAreas(parts.map((part) => rangeAt(part.trim(), sheet, session)));
}

export function mergedAreas(
  { sheet, area }: RangeState,
  session: Session,
): HostObject | null {
  const found = session.engine
    .merges(sheet)
    .filter((merged) => intersect(merged, area));
  return found.length === 0
    ? null
    : rangeAreas(found.map((merged) => ({ sheet, area: merged })));
}
