/** Sheet protection: the file lists what is forbidden, the book what is allowed, by Excel's names. */
import type { BookSheet } from "./book";
import { same } from "./same";
import { SHEET_ORDER } from "./sheetOrder";
import {
  attributeIsTrue,
  child,
  element,
  setChild,
  type XmlElement,
} from "./xml";

/** The option, the file's attribute, and whether it is forbidden when the attribute is absent. */
const OPTIONS: readonly [
  option: string,
  attribute: string,
  forbidden: boolean,
][] = [
  ["allowAutoFilter", "autoFilter", true],
  ["allowDeleteColumns", "deleteColumns", true],
  ["allowDeleteRows", "deleteRows", true],
  ["allowEditObjects", "objects", false],
  ["allowEditScenarios", "scenarios", false],
  ["allowFormatCells", "formatCells", true],
  ["allowFormatColumns", "formatColumns", true],
  ["allowFormatRows", "formatRows", true],
  ["allowInsertColumns", "insertColumns", true],
  ["allowInsertHyperlinks", "insertHyperlinks", true],
  ["allowInsertRows", "insertRows", true],
  ["allowPivotTables", "pivotTables", true],
  ["allowSort", "sort", true],
];

export function readProtection(root: XmlElement): BookSheet["protection"] {
  const node = child(root, "sheetProtection");
  if (node === undefined || !attributeIsTrue(node.attributes.sheet))
    return undefined;
  const options: Record<string, boolean> = {};
  for (const [option, attribute, forbidden] of OPTIONS) {
    const text = node.attributes[attribute];
    options[option] = text === undefined ? !forbidden : !attributeIsTrue(text);
  }
  const named = new Set([
    "sheet",
    ...OPTIONS.map(([, attribute]) => attribute),
  ]);
  const beyond = Object.keys(node.attributes).some((key) => !named.has(key));
  return beyond
    ? { options, source: { attributes: { ...node.attributes } } }
    : { options };
}

export function writeProtection(
  root: XmlElement,
  protection: BookSheet["protection"],
): void {
  const before = readProtection(root);
  const complete = (one: BookSheet["protection"]): unknown =>
    one &&
    Object.fromEntries(
      OPTIONS.map(([option]) => [option, one.options[option] ?? false]),
    );
  if (same(complete(before), complete(protection))) return;
  if (protection === undefined) {
    setChild(root, SHEET_ORDER, "sheetProtection", undefined);
    return;
  }
  const attributes: Record<string, string | number> = {
    ...child(root, "sheetProtection")?.attributes,
    sheet: 1,
  };
  for (const [option, attribute, forbidden] of OPTIONS) {
    const locked = !(protection.options[option] ?? false);
    if (locked === forbidden) delete attributes[attribute];
    else attributes[attribute] = locked ? 1 : 0;
  }
  setChild(
    root,
    SHEET_ORDER,
    "sheetProtection",
    element("sheetProtection", attributes),
  );
}
