/** Columns, rows, frozen panes, merged cells and the look of the grid. */
import type { BookSheet } from "./book";
import { addressOf } from "./address";
import { readColor, type Palette } from "./colors";
import { same } from "./same";
import { SHEET_ORDER } from "./sheetOrder";
import {
  attributeIsTrue,
  child,
  childrenNamed,
  element,
  numberAttribute,
  setChild,
  type XmlElement,
} from "./xml";

/** Columns beyond this are kept as the file has them; a full-width entry would else become 16,384. */
const LISTED_COLUMNS = 1024;

type StyleOf = (xf: number) => number | undefined;

export function readColumns(
  root: XmlElement,
  style: StyleOf,
): BookSheet["columns"] {
  const columns: BookSheet["columns"] = {};
  for (const node of childrenNamed(child(root, "cols"), "col")) {
    const min = numberAttribute(node, "min") ?? 1;
    const max = Math.min(numberAttribute(node, "max") ?? min, LISTED_COLUMNS);
    const entry: BookSheet["columns"][number] = {};
    const width = numberAttribute(node, "width");
    if (width !== undefined) entry.width = width;
    if (attributeIsTrue(node.attributes.hidden)) entry.hidden = true;
    const styled = style(numberAttribute(node, "style") ?? 0);
    if (styled !== undefined) entry.style = styled;
    for (let column = min; column <= max; column++)
      columns[column - 1] = { ...entry };
  }
  return columns;
}

/** `changed` says whether the column differs from the original; `xf` gives the index of its style. */
export function writeColumns(
  root: XmlElement,
  sheet: BookSheet,
  changed: (column: number) => boolean,
  xf: (column: number) => number | undefined,
): void {
  const old = childrenNamed(child(root, "cols"), "col");
  const span = ({ attributes }: XmlElement): [number, number] => [
    Number(attributes.min),
    Number(attributes.max),
  ];
  const known = new Set<number>(Object.keys(sheet.columns).map(Number));
  for (const node of old)
    for (let [at, max] = span(node); at <= Math.min(max, LISTED_COLUMNS); at++)
      known.add(at - 1);
  if (![...known].some(changed)) return;
  const nodes: XmlElement[] = [];
  for (const column of [...known].sort((a, b) => a - b)) {
    const was = old.find(
      (node) => span(node)[0] <= column + 1 && column + 1 <= span(node)[1],
    );
    const now = sheet.columns[column];
    const attributes: Record<string, string | number | undefined> = {
      ...was?.attributes,
      min: column + 1,
      max: column + 1,
    };
    if (changed(column)) {
      if (now === undefined) continue;
      attributes.width = now.width ?? sheet.defaultColumnWidth ?? 9.140625;
      attributes.style = xf(column);
      attributes.hidden = now.hidden ? 1 : undefined;
      attributes.customWidth = now.width === undefined ? undefined : 1;
    }
    const node = element("col", attributes);
    const last = nodes.at(-1);
    const like = (one: XmlElement): unknown => ({
      ...one.attributes,
      min: "",
      max: "",
    });
    if (
      last !== undefined &&
      Number(last.attributes.max) === column &&
      same(like(last), like(node))
    )
      last.attributes.max = String(column + 1);
    else nodes.push(node);
  }
  for (const node of old) {
    const [min, max] = span(node);
    if (max > LISTED_COLUMNS)
      nodes.push(
        element("col", {
          ...node.attributes,
          min: Math.max(min, LISTED_COLUMNS + 1),
        }),
      );
  }
  setChild(
    root,
    SHEET_ORDER,
    "cols",
    nodes.length === 0 ? undefined : element("cols", {}, nodes),
  );
}

export function readRows(root: XmlElement, style: StyleOf): BookSheet["rows"] {
  const rows: BookSheet["rows"] = {};
  let row = -1;
  for (const node of childrenNamed(child(root, "sheetData"), "row")) {
    row = (numberAttribute(node, "r") ?? row + 2) - 1;
    const entry: BookSheet["rows"][number] = {};
    const height = numberAttribute(node, "ht");
    if (height !== undefined) entry.height = height;
    if (attributeIsTrue(node.attributes.hidden)) entry.hidden = true;
    const styled = attributeIsTrue(node.attributes.customFormat)
      ? style(numberAttribute(node, "s") ?? 0)
      : undefined;
    if (styled !== undefined) entry.style = styled;
    if (Object.keys(entry).length > 0) rows[row] = entry;
  }
  return rows;
}

const firstView = (root: XmlElement): XmlElement | undefined =>
  child(child(root, "sheetViews"), "sheetView");

export function readView(
  root: XmlElement,
): Pick<BookSheet, "freeze" | "showGridlines"> {
  const view = firstView(root);
  const pane = child(view, "pane");
  const showGridlines =
    view?.attributes.showGridLines === undefined ||
    attributeIsTrue(view.attributes.showGridLines);
  if (pane === undefined || !/^frozen/.test(pane.attributes.state ?? ""))
    return { showGridlines };
  const freeze = {
    rows: numberAttribute(pane, "ySplit") ?? 0,
    columns: numberAttribute(pane, "xSplit") ?? 0,
  };
  return freeze.rows > 0 || freeze.columns > 0
    ? { showGridlines, freeze }
    : { showGridlines };
}

export function writeView(
  root: XmlElement,
  sheet: BookSheet,
  active: boolean,
): void {
  let views = child(root, "sheetViews");
  if (views === undefined) {
    views = element("sheetViews", {}, [
      element("sheetView", { workbookViewId: 0 }),
    ]);
    setChild(root, SHEET_ORDER, "sheetViews", views);
  }
  const view = child(views, "sheetView");
  if (view === undefined) return;
  const before = readView(root);
  if (before.showGridlines !== sheet.showGridlines) {
    if (sheet.showGridlines) delete view.attributes.showGridLines;
    else view.attributes.showGridLines = "0";
  }
  if (attributeIsTrue(view.attributes.tabSelected) !== active) {
    if (active) view.attributes.tabSelected = "1";
    else delete view.attributes.tabSelected;
  }
  const wanted =
    sheet.freeze !== undefined &&
    (sheet.freeze.rows > 0 || sheet.freeze.columns > 0)
      ? sheet.freeze
      : undefined;
  if (same(before.freeze, wanted)) return;
  view.children = view.children.filter(
    (node) =>
      !(
        typeof node === "object" &&
        "name" in node &&
        (node.name === "pane" || node.name === "selection")
      ),
  );
  if (wanted === undefined) return;
  const { rows, columns } = wanted;
  const activePane =
    rows > 0 && columns > 0
      ? "bottomRight"
      : rows > 0
        ? "bottomLeft"
        : "topRight";
  view.children.unshift(
    element("pane", {
      xSplit: columns || undefined,
      ySplit: rows || undefined,
      topLeftCell: addressOf(rows, columns),
      activePane,
      state: "frozen",
    }),
    element("selection", { pane: activePane }),
  );
}

export const readTabColor = (
  root: XmlElement,
  palette: Palette,
): string | undefined =>
  readColor(child(child(root, "sheetPr"), "tabColor"), palette);

export function writeTabColor(
  root: XmlElement,
  sheet: BookSheet,
  palette: Palette,
): void {
  if (readTabColor(root, palette) === sheet.tabColor?.toUpperCase()) return;
  const color =
    sheet.tabColor === undefined
      ? undefined
      : element("tabColor", {
          rgb: `FF${sheet.tabColor.replace("#", "").toUpperCase()}`,
        });
  setChild(
    sheetProperties(root),
    ["tabColor", "outlinePr", "pageSetUpPr"],
    "tabColor",
    color,
  );
}

export function sheetProperties(root: XmlElement): XmlElement {
  const known = child(root, "sheetPr");
  if (known !== undefined) return known;
  const fresh = element("sheetPr");
  setChild(root, SHEET_ORDER, "sheetPr", fresh);
  return fresh;
}

export const readMerges = (root: XmlElement): string[] =>
  childrenNamed(child(root, "mergeCells"), "mergeCell").map(
    ({ attributes }) => attributes.ref ?? "",
  );

export function writeMerges(root: XmlElement, merges: readonly string[]): void {
  const before = readMerges(root);
  if (same([...before].sort(), [...merges].sort())) return;
  setChild(
    root,
    SHEET_ORDER,
    "mergeCells",
    merges.length === 0
      ? undefined
      : element(
          "mergeCells",
          { count: merges.length },
          merges.map((ref) => element("mergeCell", { ref })),
        ),
  );
}

export const readDefaultWidth = (root: XmlElement): number | undefined =>
  numberAttribute(child(root, "sheetFormatPr"), "defaultColWidth");

export function writeDefaultWidth(
  root: XmlElement,
  width: number | undefined,
): void {
  if (readDefaultWidth(root) === width) return;
  let node = child(root, "sheetFormatPr");
  if (node === undefined) {
    node = element("sheetFormatPr", { defaultRowHeight: 15 });
    setChild(root, SHEET_ORDER, "sheetFormatPr", node);
  }
  if (width === undefined) delete node.attributes.defaultColWidth;
  else node.attributes.defaultColWidth = String(width);
}
