/** Tables, each a part of its own. */
import type { BookCell, BookSheet, BookTable } from "./book";
import { areaText, parseArea } from "./address";
import {
  contentTypes,
  freePath,
  partXml,
  relate,
  relationships,
  setContentTypes,
  setPartXml,
  type Parts,
} from "./package";
import { same } from "./same";
import { SHEET_ORDER } from "./sheetOrder";
import { compact } from "./styleRead";
import { decodeText, encodeText } from "./text";
import {
  child,
  childrenNamed,
  element,
  numberAttribute,
  relationshipId,
  setChild,
  type XmlElement,
} from "./xml";

const CONTENT_TYPE =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
const TABLE_ORDER = [
  "autoFilter",
  "sortState",
  "tableColumns",
  "tableStyleInfo",
  "extLst",
];
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface TablePart {
  path: string;
  table: BookTable;
}

export function readTable(root: XmlElement): BookTable {
  const table = compact<BookTable>({
    name: root.attributes.displayName ?? root.attributes.name ?? "",
    ref: root.attributes.ref ?? "",
    headers: (numberAttribute(root, "headerRowCount") ?? 1) > 0,
    totals: (numberAttribute(root, "totalsRowCount") ?? 0) > 0,
    columns: childrenNamed(child(root, "tableColumns"), "tableColumn").map(
      ({ attributes }) => decodeText(attributes.name ?? ""),
    ),
    style: child(root, "tableStyleInfo")?.attributes.name,
  })!;
  const plainColumn = ({ attributes, children }: XmlElement): boolean =>
    children.length === 0 &&
    Object.keys(attributes).every((key) => key === "id" || key === "name");
  const beyond =
    !childrenNamed(child(root, "tableColumns"), "tableColumn").every(
      plainColumn,
    ) || (child(root, "autoFilter")?.children.length ?? 0) > 0;
  return beyond ? { ...table, source: { id: root.attributes.id } } : table;
}

export function readTables(parts: Parts, sheetPart: string): TablePart[] {
  return relationships(parts, sheetPart)
    .filter(({ kind, external }) => kind === "table" && !external)
    .flatMap(({ target }) => {
      const root = partXml(parts, target);
      return root === undefined
        ? []
        : [{ path: target, table: readTable(root) }];
    });
}

const filterArea = (table: BookTable): string => {
  const area = parseArea(table.ref);
  return area === undefined
    ? table.ref
    : areaText({ ...area, bottom: area.bottom - (table.totals ? 1 : 0) });
};

function freshTable(table: BookTable, id: number): XmlElement {
  const root = element(
    "table",
    {
      xmlns: MAIN,
      id,
      name: table.name,
      displayName: table.name,
      ref: table.ref,
    },
    [
      element("tableColumns"),
      element("tableStyleInfo", {
        name: table.style,
        showFirstColumn: 0,
        showLastColumn: 0,
        showRowStripes: 1,
        showColumnStripes: 0,
      }),
    ],
  );
  if (table.headers)
    setChild(
      root,
      TABLE_ORDER,
      "autoFilter",
      element("autoFilter", { ref: filterArea(table) }),
    );
  if (!table.totals) root.attributes.totalsRowShown = "0";
  return root;
}

function patch(root: XmlElement, table: BookTable): void {
  const before = readTable(root);
  Object.assign(root.attributes, {
    name: table.name,
    displayName: table.name,
    ref: table.ref,
  });
  if (table.headers) delete root.attributes.headerRowCount;
  else root.attributes.headerRowCount = "0";
  if (table.totals) {
    root.attributes.totalsRowCount = "1";
    delete root.attributes.totalsRowShown;
  } else delete root.attributes.totalsRowCount;
  const filter = child(root, "autoFilter");
  if (!table.headers) setChild(root, TABLE_ORDER, "autoFilter", undefined);
  else if (filter !== undefined) filter.attributes.ref = filterArea(table);
  const old = childrenNamed(child(root, "tableColumns"), "tableColumn");
  if (!same(before.columns, table.columns)) {
    let id = Math.max(
      0,
      ...old.map((column) => numberAttribute(column, "id") ?? 0),
    );
    const left = new Map(
      old.map((column, index) => [
        before.columns[index]!.toLowerCase(),
        column,
      ]),
    );
    const renamed = before.columns.length === table.columns.length;
    const columns = table.columns.map((name, index) => {
      const known =
        left.get(name.toLowerCase()) ?? (renamed ? old[index] : undefined);
      return known === undefined
        ? element("tableColumn", { id: ++id, name: encodeText(name) })
        : element(
            "tableColumn",
            { ...known.attributes, name: encodeText(name) },
            known.children,
          );
    });
    setChild(
      root,
      TABLE_ORDER,
      "tableColumns",
      element("tableColumns", { count: columns.length }, columns),
    );
  }
  const style = child(root, "tableStyleInfo");
  if (before.style !== table.style && style !== undefined) {
    if (table.style === undefined) delete style.attributes.name;
    else style.attributes.name = table.style;
  }
}

/** Brings the table parts of one sheet in line with the book. `nextId` counts over the whole workbook. */
export function writeTables(
  parts: Parts,
  sheetPart: string,
  root: XmlElement,
  sheet: BookSheet,
  nextId: () => number,
): void {
  const before = readTables(parts, sheetPart);
  const open = [...before];
  const take = (test: (one: TablePart) => boolean): TablePart | undefined => {
    const at = open.findIndex(test);
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  const byName = sheet.tables.map((table) =>
    take((one) => one.table.name.toLowerCase() === table.name.toLowerCase()),
  );
  const ids: string[] = [];
  sheet.tables.forEach((table, index) => {
    const known = byName[index] ?? take((one) => one.table.ref === table.ref);
    const path = known?.path ?? freePath(parts, "xl/tables/table", ".xml");
    if (known === undefined || !same(known.table, table)) {
      const part =
        known === undefined
          ? freshTable(table, nextId())
          : partXml(parts, path)!;
      patch(part, table);
      setPartXml(parts, path, part);
    }
    if (known === undefined) {
      const types = contentTypes(parts);
      types.overrides.set(path, CONTENT_TYPE);
      setContentTypes(parts, types);
    }
    ids.push(relate(parts, sheetPart, "table", path));
  });
  if (open.length === 0 && ids.length === before.length) return;
  const gone = new Set(open.map(({ path }) => path));
  const kept = relationships(parts, sheetPart).filter(
    ({ kind, target }) => kind === "table" && !gone.has(target),
  );
  const order = childrenNamed(child(root, "tableParts"), "tablePart").map(
    relationshipId,
  );
  const listed = kept
    .map(({ id }) => id)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b));
  root.attributes["xmlns:r"] ??= RELATIONSHIPS;
  setChild(
    root,
    SHEET_ORDER,
    "tableParts",
    listed.length === 0
      ? undefined
      : element(
          "tableParts",
          { count: listed.length },
          listed.map((id) => element("tablePart", { "r:id": id })),
        ),
  );
}

/**
 * Excel repairs a table whose headings differ from its cells. A heading that the user typed names the column; where the
 * cell holds no text of its own, it gets the column's name.
 */
export function withAlignedHeadings(sheet: BookSheet): BookSheet {
  if (!sheet.tables.some(({ headers }) => headers)) return sheet;
  const cells = { ...sheet.cells };
  const tables = sheet.tables.map((table) => {
    const area = parseArea(table.ref);
    if (!table.headers || area === undefined) return table;
    const row = { ...cells[area.top] };
    const taken = new Set<string>();
    const columns = table.columns.map((name, index) => {
      const cell = row[area.left + index];
      const value = cell?.formula === undefined ? cell?.value : undefined;
      const typed = typeof value === "string" && value !== "" ? value : name;
      const column = taken.has(typed.toLowerCase()) ? name : typed;
      taken.add(column.toLowerCase());
      if (value !== column)
        row[area.left + index] = { ...withoutContent(cell), value: column };
      return column;
    });
    cells[area.top] = row;
    return { ...table, columns };
  });
  return { ...sheet, cells, tables };
}

const withoutContent = (cell: BookCell | undefined): BookCell => {
  const { style, hyperlink } = cell ?? {};
  return {
    ...(style === undefined ? {} : { style }),
    ...(hyperlink === undefined ? {} : { hyperlink }),
  };
};
