/** Hyperlinks of cells: outer addresses are relationships, places in the workbook are written "#Sheet!A1". */
import type { BookCell, BookSheet } from "./book";
import { addressOf, parseArea } from "./address";
import { relate, relationships, setRelationships, type Parts } from "./package";
import { same } from "./same";
import { SHEET_ORDER } from "./sheetOrder";
import { compact } from "./styleRead";
import {
  child,
  childrenNamed,
  element,
  relationshipId,
  setChild,
  type XmlElement,
} from "./xml";

type Link = NonNullable<BookCell["hyperlink"]>;

function readLinks(
  parts: Parts,
  sheetPart: string,
  root: XmlElement,
): { node: XmlElement; row: number; column: number; link: Link }[] {
  const nodes = childrenNamed(child(root, "hyperlinks"), "hyperlink");
  if (nodes.length === 0) return [];
  const targets = new Map(
    relationships(parts, sheetPart).map(({ id, target, external }) => [
      id,
      external ? target : `/${target}`,
    ]),
  );
  return nodes.flatMap((node) => {
    const area = parseArea(node.attributes.ref ?? "");
    if (area === undefined) return [];
    const outer = targets.get(relationshipId(node) ?? "") ?? "";
    const inner =
      node.attributes.location === undefined
        ? ""
        : `#${node.attributes.location}`;
    const link = compact({
      target: outer + inner,
      tooltip: node.attributes.tooltip,
    })!;
    return [{ node, row: area.top, column: area.left, link }];
  });
}

export function addHyperlinks(
  parts: Parts,
  sheetPart: string,
  root: XmlElement,
  cells: BookSheet["cells"],
): void {
  for (const { row, column, link } of readLinks(parts, sheetPart, root)) {
    const line = (cells[row] ??= {});
    line[column] = { ...line[column], hyperlink: link };
  }
}

export function writeHyperlinks(
  parts: Parts,
  sheetPart: string,
  root: XmlElement,
  sheet: BookSheet,
): void {
  const before = readLinks(parts, sheetPart, root);
  const wanted = new Map<string, Link>();
  for (const [row, cells] of Object.entries(sheet.cells))
    for (const [column, { hyperlink }] of Object.entries(cells))
      if (hyperlink !== undefined)
        wanted.set(addressOf(Number(row), Number(column)), hyperlink);
  const kept = before.filter(({ row, column, link }) =>
    same(wanted.get(addressOf(row, column)), link),
  );
  if (kept.length === before.length && kept.length === wanted.size) return;
  for (const { row, column } of kept) wanted.delete(addressOf(row, column));
  const used = new Set(kept.map(({ node }) => relationshipId(node)));
  const dropped = new Set(
    before
      .map(({ node }) => relationshipId(node))
      .filter((id) => !used.has(id)),
  );
  setRelationships(
    parts,
    sheetPart,
    relationships(parts, sheetPart).filter(
      ({ id, kind }) => kind !== "hyperlink" || !dropped.has(id),
    ),
  );
  const fresh = [...wanted].map(([ref, { target, tooltip }]) => {
    if (target.startsWith("#"))
      return element("hyperlink", {
        ref,
        location: target.slice(1),
        tooltip,
        display: undefined,
      });
    root.attributes["xmlns:r"] ??=
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return element("hyperlink", {
      ref,
      "r:id": relate(parts, sheetPart, "hyperlink", target, true),
      tooltip,
    });
  });
  const nodes = [...kept.map(({ node }) => node), ...fresh];
  setChild(
    root,
    SHEET_ORDER,
    "hyperlinks",
    nodes.length === 0 ? undefined : element("hyperlinks", {}, nodes),
  );
}
