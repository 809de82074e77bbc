/** Tables and their columns. */
import type { BookTable } from "../../../xlsx/book";
import { parseAddress, parseArea } from "../../address";
import type { Area } from "../../engine/engine";
import { textArgument } from "../arguments";
import { alreadyExists, invalidArgument, itemNotFound } from "../fault";
import { hostObject, read } from "../object";
import type { HostObject, Method, ObjectType } from "../object";
import type { Session } from "../session";
import { range } from "./range";
import { worksheet } from "./worksheet";

export interface FoundTable {
  sheet: string;
  table: BookTable;
}

/** A table's id stays when its name changes; an engine knows tables by name only. The id is a table's state here. */
function tableId(name: string, session: Session): string {
  for (const [id, known] of session.tableNames)
    if (known.toLowerCase() === name.toLowerCase()) return id;
  const id = `{table-${session.tableNames.size + 1}}`;
  session.tableNames.set(id, name);
  return id;
}

/** By id or by name. */
export function findTable(
  key: string,
  session: Session,
): FoundTable | undefined {
  const name = (session.tableNames.get(key) ?? key).toLowerCase();
  return session.engine
    .tables()
    .find(({ table }) => table.name.toLowerCase() === name);
}

export function tableEntry(key: string, session: Session): FoundTable {
  const found = findTable(key, session);
  if (found) return found;
  throw itemNotFound(`There is no table "${key}".`);
}

export const areaOf = ({ ref }: BookTable): Area => parseArea(ref) as Area;

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
  (id, _args, session) => {
    const { sheet, table } = tableEntry(id, session);
    return range({ sheet, area: from(table) });
  };

interface ColumnState {
  table: string;
  index: number;
}

const columnPart =
  (from: (table: BookTable) => Area): Method<ColumnState> =>
  ({ table: id, index }, _args, session) => {
    const { sheet, table } = tableEntry(id, session);
    const area = from(table);
    const column = area.column + index;
    return range({ sheet, area: { ...area, column, columns: 1 } });
  };

const columnType: ObjectType<ColumnState> = {
  name: "TableColumn",
  id: ({ index }) => index + 1,
  properties: {
    id: read(({ index }) => index + 1),
    index: read(({ index }) => index),
    name: read(
      ({ table, index }, session) =>
        tableEntry(table, session).table.columns[index],
    ),
  },
  methods: {
    getRange: columnPart(areaOf),
    getDataBodyRange: columnPart(bodyOf),
    getHeaderRowRange: columnPart(headerOf),
  },
};

const columnsOf = (id: string, session: Session): string[] =>
  tableEntry(id, session).table.columns;

const column = (table: string, index: number): HostObject =>
  hostObject(columnType, { table, index });

/** By id, which counts from 1, or by name. */
function columnAt(
  id: string,
  key: unknown,
  session: Session,
): HostObject | undefined {
  const columns = columnsOf(id, session);
  const name = String(key).toLowerCase();
  const index =
    typeof key === "number"
      ? key - 1
      : columns.findIndex((one) => one.toLowerCase() === name);
  return columns[index] === undefined ? undefined : column(id, index);
}

function mustHave(found: HostObject | undefined, key: unknown): HostObject {
  if (found) return found;
  throw itemNotFound(`The table has no column "${String(key)}".`);
}

const columnsType: ObjectType<string> = {
  name: "TableColumnCollection",
  properties: { count: read((id, session) => columnsOf(id, session).length) },
  items: (id, session) =>
    columnsOf(id, session).map((_, index) => column(id, index)),
  item: (id, key, session) => mustHave(columnAt(id, key, session), key),
  methods: {
    getCount: (id, _args, session) => columnsOf(id, session).length,
    getItemOrNullObject: (id, [key], session) =>
      columnAt(id, key, session) ?? null,
    getItemAt: (id, [index], session) =>
      mustHave(columnAt(id, Number(index) + 1, session), index),
  },
};

/** Changes a table by making it anew: an engine only adds and deletes. */
async function remake(
  id: string,
  patch: Partial<BookTable>,
  session: Session,
): Promise<void> {
  session.mayChange();
  const { sheet, table } = tableEntry(id, session);
  session.engine.deleteTable(table.name);
  await session.engine.addTable(sheet, { ...table, ...patch });
  session.changed();
}

function newName(value: unknown, id: string, session: Session): string {
  const name = textArgument(value, "The table's name");
  const fits = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name);
  if (!fits || parseAddress(name))
    throw invalidArgument(`"${name}" is not a name for a table.`);
  const lower = name.toLowerCase();
  const own = tableEntry(id, session).table.name.toLowerCase() === lower;
  const named = session.engine
    .names()
    .some((other) => other.name.toLowerCase() === lower);
  if (named || (!own && findTable(name, session)))
    throw alreadyExists(`The name "${name}" exists already.`);
  return name;
}

const tableType: ObjectType<string> = {
  name: "Table",
  id: (id) => id,
  properties: {
    id: read((id, session) => (tableEntry(id, session), id)),
    name: {
      get: (id, session) => tableEntry(id, session).table.name,
      set: async (id, value, session) => {
        const name = newName(value, id, session);
        await remake(id, { name }, session);
        session.tableNames.set(id, name);
      },
    },
    showHeaders: read((id, session) => tableEntry(id, session).table.headers),
    showTotals: read((id, session) => tableEntry(id, session).table.totals),
    style: {
      get: (id, session) =>
        tableEntry(id, session).table.style ?? "TableStyleMedium2",
      set: (id, value, session) =>
        remake(id, { style: textArgument(value, "style") }, session),
    },
  },
  links: {
    columns: (id) => hostObject(columnsType, id),
    worksheet: (id, session) => worksheet(tableEntry(id, session).sheet),
  },
  methods: {
    getRange: part(areaOf),
    getDataBodyRange: part(bodyOf),
    getHeaderRowRange: part(headerOf),
    delete: (id, _args, session) => {
      session.mayChange();
      const { sheet, table } = tableEntry(id, session);
      session.mayWrite(sheet, areaOf(table));
      session.engine.deleteTable(table.name);
      session.engine.clear(sheet, areaOf(table), "all");
      session.changed();
    },
    convertToRange: (id, _args, session) => {
      session.mayChange();
      const { sheet, table } = tableEntry(id, session);
      session.engine.deleteTable(table.name);
      session.changed();
      return range({ sheet, area: areaOf(table) });
    },
  },
};

export const tableObject = (name: string, session: Session): HostObject =>
  hostObject(tableType, tableId(name, session));
