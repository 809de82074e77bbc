/** What a changed workbook means for the parts that the book does not show. */
import { renameSheets } from "./formula";
import type { BookSheet } from "./book";
import type { Loaded } from "./load";
import {
  contentTypes,
  partText,
  partXml,
  relationships,
  relationshipsPath,
  setContentTypes,
  setPartXml,
  setRelationships,
  type Parts,
} from "./package";
import {
  child,
  childrenNamed,
  element,
  elements,
  localName,
  parseXml,
  setChild,
  textOf,
  walk,
  type XmlElement,
} from "./xml";

/** Every part that can be reached from the package, the package's own files included. */
export function reachableParts(parts: Parts): Set<string> {
  const reached = new Set<string>(["[Content_Types].xml", "_rels/.rels"]);
  const open = [""];
  while (open.length > 0) {
    const part = open.pop()!;
    const rels = relationshipsPath(part);
    if (!parts.has(rels)) continue;
    reached.add(rels);
    for (const { target, external } of relationships(parts, part))
      if (!external && parts.has(target) && !reached.has(target)) {
        reached.add(target);
        open.push(target);
      }
  }
  return reached;
}

/** Removes what only a deleted sheet or table led to. What nothing led to before is not ours to remove. */
export function dropUnreachable(
  parts: Parts,
  before: ReadonlySet<string>,
): void {
  const now = reachableParts(parts);
  const types = contentTypes(parts);
  let changed = false;
  for (const path of [...parts.keys()]) {
    if (now.has(path) || !before.has(path)) continue;
    parts.delete(path);
    changed = types.overrides.delete(path) || changed;
  }
  if (changed) setContentTypes(parts, types);
}

/** Excel keeps the order of calculation; one that lists a cell without a formula counts as damage, so it goes. */
export function refreshCalculationChain(
  parts: Parts,
  loaded: Loaded,
  placed: readonly { sheet: BookSheet; before: BookSheet | undefined }[],
): void {
  const link = relationships(parts, loaded.workbookPart).find(
    ({ kind }) => kind === "calcChain",
  );
  if (link === undefined) return;
  const formulas = (sheet: BookSheet | undefined): string => {
    const out: string[] = [];
    for (const [row, cells] of Object.entries(sheet?.cells ?? {}))
      for (const [column, cell] of Object.entries(cells))
        if (cell.formula !== undefined) out.push(`${row},${column}`);
    return out.sort().join(";");
  };
  const sameSheets =
    placed.length === loaded.book.sheets.length &&
    placed.every(({ before }) => before !== undefined);
  if (
    sameSheets &&
    placed.every(({ sheet, before }) => formulas(sheet) === formulas(before))
  )
    return;
  setRelationships(
    parts,
    loaded.workbookPart,
    relationships(parts, loaded.workbookPart).filter(
      ({ id }) => id !== link.id,
    ),
  );
}

/** The file's properties list its sheets and names. */
export function refreshTitles(parts: Parts, loaded: Loaded): void {
  const path = relationships(parts, "").find(
    ({ kind }) => kind === "extended-properties",
  )?.target;
  const root = path === undefined ? undefined : partXml(parts, path);
  const titles = child(root, "TitlesOfParts");
  const pairs = child(root, "HeadingPairs");
  if (
    path === undefined ||
    root === undefined ||
    titles === undefined ||
    pairs === undefined
  )
    return;
  const sheets = childrenNamed(child(loaded.workbook, "sheets"), "sheet").map(
    ({ attributes }) => attributes.name ?? "",
  );
  const listed = childrenNamed(elements(titles)[0], "vt:lpstr").map(textOf);
  const headings = elements(elements(pairs)[0]).flatMap(elements);
  const count = Number(textOf(headings[1]));
  // Only the plain shape, worksheets first, is brought up to date; any other is left as it is.
  if (
    headings.length < 2 ||
    !(count > 0) ||
    same(listed.slice(0, count), sheets)
  )
    return;
  if (loaded.sheets.some(({ isWorksheet }) => !isWorksheet)) return;
  headings[1]!.children = [String(sheets.length)];
  const all = [...sheets, ...listed.slice(count)];
  setChild(
    titles,
    [],
    "vt:vector",
    element(
      "vt:vector",
      { size: all.length, baseType: "lpstr" },
      all.map((text) => element("vt:lpstr", {}, [text])),
    ),
  );
  setPartXml(parts, path, root);
}

const same = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length &&
  left.every((one, index) => one === right[index]);

const FORMULA_ELEMENTS = new Set(["f", "formula", "sheetName"]);
const FORMULA_ATTRIBUTES = new Set([
  "textlink",
  "fmlaLink",
  "fmlaRange",
  "fmlaMacro",
]);

export function renameInTree(
  root: XmlElement,
  renamed: ReadonlyMap<string, string>,
): void {
  for (const node of walk(root)) {
    if (
      FORMULA_ELEMENTS.has(localName(node.name)) &&
      elements(node).length === 0 &&
      textOf(node) !== ""
    )
      node.children = [renameSheets(textOf(node), renamed)];
    for (const key of Object.keys(node.attributes))
      if (FORMULA_ATTRIBUTES.has(key))
        node.attributes[key] = renameSheets(node.attributes[key]!, renamed);
    if (node.name === "worksheetSource" && node.attributes.sheet !== undefined)
      node.attributes.sheet =
        renamed.get(node.attributes.sheet) ?? node.attributes.sheet;
  }
}

/** Charts, drawings and pivot tables name sheets in their formulas. */
export function renameInParts(
  parts: Parts,
  renamed: ReadonlyMap<string, string>,
  sheetParts: ReadonlySet<string>,
): void {
  const encoded = [...renamed.keys()];
  for (const path of [...parts.keys()]) {
    if (
      !/^xl\/(charts|drawings|pivotCache|ctrlProps|chartsheets)\/[^_].*\.xml$/.test(
        path,
      ) ||
      sheetParts.has(path)
    )
      continue;
    const text = partText(parts, path) ?? "";
    const plain = text
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, "&")
      .replace(/''/g, "'");
    if (!encoded.some((name) => plain.includes(name))) continue;
    const root = parseXml(text, path);
    renameInTree(root, renamed);
    setPartXml(parts, path, root);
  }
}
