/** Tables and their columns. */
import type { BookTable } from "../../../xlsx/book";
import { areaName, intersect, parseArea, parseAddress } from "../../address";
import type { Area } from "../../engine/engine";
import { booleanArgument, textArgument } from "../arguments";
import {
  alreadyExists,
  HostFault,
  invalidArgument,
  itemNotFound,
} from "../fault";
import { HostObject, hostObject, read } from "../object";
import type { Method, ObjectType } from "../object";
import type { Session } from "../session";
import { range } from "./range";
import { rangeAt, referenceOf } from "./rangeState";
import type { RangeState } from "./rangeState";
import { worksheet } from "./worksheet";

interface Found {
  sheet: string;
  table: BookTable;
}

function find(name: string, session: Session): Found | undefined {
  return session.engine
    .tables()
    .find(({ table }) => table.name.toLowerCase() === name.toLowerCase());
}

function entry(name: string, session: Session): Found {
  const found = find(name, session);
  if (found) return found;
  throw itemNotFound(`There is no table "${name}".`);
}

const areaOf = ({ ref }: BookTable): Area => parseArea(ref) as Area;

/** Rows of the table's data, without headers and totals. */
function bodyOf(table: BookTable): Area {
  const area = areaOf(table);
  const above = table.headers ? 1 : 0;
  const below = table.totals ? 1 : 0;
  return { ...area, row: area.row + above, rows: area.rows - above - below };
}

const headerOf = (table: BookTable): Area => {
  if (table.headers) return { ...areaOf(table), rows: 1 };
  throw itemNotFound(`The table "${table.name}" shows no headers.`);
};

const part =
  (from: (table: BookTable) => Area): Method<string> =>
  (name, _args, session) => {
    const { sheet, table } = entry(name, session);
    return range({ sheet, area: from(table) });
  };

interface ColumnState {
  table: string;
  index: number;
}

const columnPart =
  (from: (table: BookTable) => Area): Method<ColumnState> =>
  ({ table: name, index }, _args, session) => {
    const { sheet, table } = entry(name, session);
    const area = from(table);
    return range({
      sheet,
      area: { ...area, column: area.column + index, columns: 1 },
    });
  };

const columnType: ObjectType<ColumnState> = {
  name: "TableColumn",
  id: ({ index }) => index + 1,
  properties: {
    id: read(({ index }) => index + 1),
    index: read(({ index }) => index),
    name: read(
      ({ table, index }, session) => entry(table, session).table.columns[index],
    ),
  },
  methods: {
    getRange: columnPart(areaOf),
    getDataBodyRange: columnPart(bodyOf),
    getHeaderRowRange: columnPart(headerOf),
  },
};

function columnAt(
  name: string,
  key: unknown,
  session: Session,
): HostObject | undefined {
  const { columns } = entry(name, session).table;
  const index =
    typeof key === "number"
      ? key - 1
      : columns.findIndex(
          (column) => column.toLowerCase() === String(key).toLowerCase(),
        );
  return columns[index] === undefined
    ? undefined
    : hostObject(columnType, { table: name, index });
}

const columnsType: ObjectType<string> = {
  name: "TableColumnCollection",
  properties: {
    count: read((name, session) => entry(name, session).table.columns.length),
  },
  items: (name, session) =>
    entry(name, session).table.columns.map((_, index) =>
      hostObject(columnType, { table: name, index }),
    ),
  item: (name, key, session) => {
    const found = columnAt(name, key, session);
    if (found) return found;
    throw itemNotFound(`The table "${name}" has no column "${String(key)}".`);
  },
  methods: {
    getCount: (name, _args, session) =>
      entry(name, session).table.columns.length,
    getItemOrNullObject: (name, [key], session) =>
      columnAt(name, key, session) ?? null,
    getItemAt: (name, [index], session) => {
      const found = columnAt(name, Number(index) + 1, session);
      if (found) return found;
      throw itemNotFound(`The table "${name}" has no column ${String(index)}.`);
    },
  },
};

/** Changes a table by making it anew: an engine only adds and deletes. */
async function remake(
  name: string,
  patch: Partial<BookTable>,
  session: Session,
): Promise<void> {
  session.mayChange();
  const { sheet, table } = entry(name, session);
  session.engine.deleteTable(name);
  await session.engine.addTable(sheet, { ...table, ...patch });
  session.changed();
}

const tableType: ObjectType<string> = {
  name: "Table",
  id: (name) => name,
  properties: {
    id: read((name, session) => entry(name, session).table.name),
    name: read((name, session) => entry(name, session).table.name),
    showHeaders: read((name, session) => entry(name, session).table.headers),
    showTotals: read((name, session) => entry(name, session).table.totals),
    style: {
      get: (name, session) =>
        entry(name, session).table.style ?? "TableStyleMedium2",
      set: (name, value, session) =>
        remake(name, { style: textArgument(value, "style") }, session),
    },
  },
  links: {
    columns: (name) => hostObject(columnsType, name),
    worksheet: (name, session) => worksheet(entry(name, session).sheet),
  },
  methods: {
    getRange: part(areaOf),
    getDataBodyRange: part(bodyOf),
    getHeaderRowRange: part(headerOf),
    delete: (name, _args, session) => {
      session.mayChange();
      const { sheet, table } = entry(name, session);
      session.mayWrite(sheet, areaOf(table));
      session.engine.deleteTable(name);
      session.engine.clear(sheet, areaOf(table), "all");
      session.changed();
    },
    convertToRange: (name, _args, session) => {
      session.mayChange();
      const { sheet, table } = entry(name, session);
      session.engine.deleteTable(name);
      session.changed();
      return range({ sheet, area: areaOf(table) });
    },
  },
};

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
  while (find(`Table${number}`, session)) number++;
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
  sheet: string | undefined,
  session: Session,
): Promise<HostObject> {
  const { sheet: at, area: given } = target(address, sheet, session);
  const withHeaders = booleanArgument(hasHeaders, "hasHeaders");
  const { engine } = session;
  if (engine.merges(at).some((merged) => intersect(merged, given)))
    throw new HostFault(
      "MergedRangeConflict",
      "A table cannot lie over merged cells.",
    );
  const others = engine.tables().filter((other) => other.sheet === at);
  if (others.some(({ table }) => intersect(areaOf(table), given)))
    throw invalidArgument("A table cannot overlap another one.");
  session.mayWrite(at, given);
  const area = withHeaders && given.rows === 1 ? { ...given, rows: 2 } : given;
  // Without headers Excel pushes the data down by one row; here the row above is not invented.
  if (!withHeaders)
    throw invalidArgument(
      "This host makes tables with a header row only; pass hasHeaders true and name the columns.",
    );
  const first = { ...area, rows: 1 };
  const columns = headers(
    (engine.read(at, first)[0] ?? []).map(({ text }) => text),
  );
  engine.write(at, first, [
    columns.map((name) => (/^['=]/.test(name) ? `'${name}` : name)),
  ]);
  const name = nextName(session);
  await engine.addTable(at, {
    name,
    ref: areaName(area),
    headers: true,
    totals: false,
    columns,
  });
  session.changed();
  return hostObject(tableType, name);
}

function tablesWithin(
  inside: (found: Found) => boolean,
  session: Session,
): HostObject[] {
  return session.engine
    .tables()
    .filter(inside)
    .map(({ table }) => hostObject(tableType, table.name));
}

type Scope = { sheet?: string; area?: Area };

const inScope =
  ({ sheet, area }: Scope) =>
  (found: Found): boolean =>
    (sheet === undefined || found.sheet === sheet) &&
    (area === undefined || intersect(areaOf(found.table), area) !== undefined);

const collectionType: ObjectType<Scope> = {
  name: "TableCollection",
  properties: {
    count: read(
      (scope, session) => tablesWithin(inScope(scope), session).length,
    ),
  },
  items: (scope, session) => tablesWithin(inScope(scope), session),
  item: (scope, key, session) => {
    const found = entry(textArgument(key, "The table's name"), session);
    if (inScope(scope)(found)) return hostObject(tableType, found.table.name);
    throw itemNotFound(`There is no table "${String(key)}" here.`);
  },
  methods: {
    add: ({ sheet }, [address, hasHeaders], session) =>
      add(address, hasHeaders, sheet, session),
    getCount: (scope, _args, session) =>
      tablesWithin(inScope(scope), session).length,
    getFirst: (scope, _args, session) => {
      const [found] = tablesWithin(inScope(scope), session);
      if (found) return found;
      throw itemNotFound("There is no table here.");
    },
    getItemAt: (scope, [index], session) => {
      const found = tablesWithin(inScope(scope), session)[Number(index)];
      if (found) return found;
      throw itemNotFound(`There is no table ${String(index)} here.`);
    },
    getItemOrNullObject: (scope, [key], session) => {
      const found = find(textArgument(key, "The table's name"), session);
      return found && inScope(scope)(found)
        ? hostObject(tableType, found.table.name)
        : null;
    },
  },
};

/** A table is renamed by making it anew under the other name. */
tableType.properties = {
  ...tableType.properties,
  name: {
    get: (name, session) => entry(name, session).table.name,
    set: async (name, value, session) => {
      const wanted = textArgument(value, "The table's name");
      const fits =
        /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(wanted) && !parseAddress(wanted);
      if (!fits)
        throw invalidArgument(`"${wanted}" is not a name for a table.`);
      const lower = wanted.toLowerCase();
      const taken =
        (lower !== name.toLowerCase() && find(wanted, session)) ||
        session.engine
          .names()
          .some((other) => other.name.toLowerCase() === lower);
      if (taken) throw alreadyExists(`The name "${wanted}" exists already.`);
      await remake(name, { name: wanted }, session);
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
