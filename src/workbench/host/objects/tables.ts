/** The tables of a workbook, of a sheet or of a range. */
import { areaName, intersect } from "../../address";
import type { Area } from "../../engine/engine";
import { booleanArgument, textArgument } from "../arguments";
import { HostFault, invalidArgument, itemNotFound } from "../fault";
import { HostObject, hostObject, read } from "../object";
import type { ObjectType } from "../object";
import type { Session } from "../session";
import { rangeAt, referenceOf } from "./rangeState";
import type { RangeState } from "./rangeState";
import { areaOf, findTable, tableEntry, tableObject } from "./table";
import type { FoundTable } from "./table";

interface Scope {
  sheet?: string;
  area?: Area;
}

function target(
  address: unknown,
  sheet: string | undefined,
  session: Session,
): RangeState {
  if (address instanceof HostObject) return address.state as RangeState;
  const text = textArgument(address, "address");
  const elsewhere = referenceOf(text, session);
  if (elsewhere) return elsewhere;
  return rangeAt(text, sheet ?? session.engine.activeSheet(), session);
}

function nextName(session: Session): string {
  let number = 1;
  while (findTable(`Table${number}`, session)) number++;
  return `Table${number}`;
}

/** The texts of the header cells, made unique and filled in where they are blank, as Excel does. */
function headers(given: string[]): string[] {
  const used = new Set<string>();
  return given.map((text, index) => {
    const wanted = text === "" ? `Column${index + 1}` : text;
    let name = wanted;
    for (let number = 2; used.has(name.toLowerCase()); number++)
      name = `${wanted}${number}`;
    used.add(name.toLowerCase());
    return name;
  });
}

async function add(
  address: unknown,
  hasHeaders: unknown,
  scope: Scope,
  session: Session,
): Promise<HostObject> {
  const { sheet, area: given } = target(address, scope.sheet, session);
  const { engine } = session;
  // Excel would push the data down to make room for headers of its own.
  if (!booleanArgument(hasHeaders, "hasHeaders"))
    throw new HostFault(
      "ApiNotFound",
      "This host makes tables over a header row only.",
    );
  if (engine.merges(sheet).some((merged) => intersect(merged, given)))
    throw new HostFault(
      "MergedRangeConflict",
      "A table cannot lie over merged cells.",
    );
  const overlaps = engine
    .tables()
    .some(
      (other) => other.sheet === sheet && intersect(areaOf(other.table), given),
    );
  if (overlaps) throw invalidArgument("A table cannot overlap another one.");
  session.mayWrite(sheet, given);
  const area = given.rows === 1 ? { ...given, rows: 2 } : given;
  const first = { ...area, rows: 1 };
  const texts = (engine.read(sheet, first)[0] ?? []).map(({ text }) => text);
  const columns = headers(texts);
  engine.write(sheet, first, [
    columns.map((name) => (/^['=]/.test(name) ? `'${name}` : name)),
  ]);
  const name = nextName(session);
  const ref = areaName(area);
  await engine.addTable(sheet, {
    name,
    ref,
    headers: true,
    totals: false,
    columns,
  });
  session.changed();
  return tableObject(name, session);
}

const inScope =
  ({ sheet, area }: Scope) =>
  (found: FoundTable): boolean =>
    (sheet === undefined || found.sheet === sheet) &&
    (area === undefined || intersect(areaOf(found.table), area) !== undefined);

const listed = (scope: Scope, session: Session): HostObject[] =>
  session.engine
    .tables()
    .filter(inScope(scope))
    .map(({ table }) => tableObject(table.name, session));

function mustBe(found: HostObject | undefined, key: unknown): HostObject {
  if (found) return found;
  throw itemNotFound(`There is no table "${String(key)}" here.`);
}

const collectionType: ObjectType<Scope> = {
  name: "TableCollection",
  properties: {
    count: read((scope, session) => listed(scope, session).length),
  },
  items: listed,
  item: (scope, key, session) => {
    const found = tableEntry(textArgument(key, "The table's name"), session);
    const inside = inScope(scope)(found);
    return mustBe(
      inside ? tableObject(found.table.name, session) : undefined,
      key,
    );
  },
  methods: {
    add: (scope, [address, hasHeaders], session) =>
      add(address, hasHeaders, scope, session),
    getCount: (scope, _args, session) => listed(scope, session).length,
    getFirst: (scope, _args, session) => mustBe(listed(scope, session)[0], 1),
    getItemAt: (scope, [index], session) =>
      mustBe(listed(scope, session)[Number(index)], index),
    getItemOrNullObject: (scope, [key], session) => {
      const found = findTable(textArgument(key, "The table's name"), session);
      return found && inScope(scope)(found)
        ? tableObject(found.table.name, session)
        : null;
    },
  },
};

export const tablesOfSheet = (sheet: string): HostObject =>
  hostObject(collectionType, { sheet });

export const tablesOfWorkbook = (): HostObject =>
  hostObject(collectionType, {});

export function tablesOfRange({ sheet, area }: RangeState): HostObject {
  return hostObject(collectionType, { sheet, area });
}
