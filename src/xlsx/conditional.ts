/** Conditional formats. A rule keeps its element, and its twin in the extension list, for as long as it is recognised. */
import type { BookConditionalFormat } from "./book";
import { fromFile, toFile, type CustomFunctions } from "./formula";
import { same } from "./same";
import { SHEET_ORDER } from "./sheetOrder";
import { compact, readDxf, type StyleSheet } from "./styleRead";
import type { StyleWriter } from "./styleWrite";
import { removeFromExtensions } from "./validation";
import {
  attributeIsTrue,
  child,
  childrenNamed,
  element,
  elements,
  numberAttribute,
  parseXml,
  setChild,
  textOf,
  walk,
  writeNode,
  type XmlElement,
} from "./xml";

const NAMED = [
  "expression",
  "cellIs",
  "dataBar",
  "colorScale",
  "iconSet",
] as const;

interface Found {
  item: BookConditionalFormat;
  rule: XmlElement;
  parent: XmlElement;
}

function readRule(
  rule: XmlElement,
  ref: string,
  styles: StyleSheet,
  custom: CustomFunctions,
): BookConditionalFormat {
  const at = rule.attributes;
  const dxf = styles.dxfs[numberAttribute(rule, "dxfId") ?? -1];
  const type = NAMED.find((one) => one === at.type) ?? "other";
  const item = compact<BookConditionalFormat>({
    ref,
    type,
    operator:
      type === "cellIs"
        ? (at.operator as BookConditionalFormat["operator"])
        : undefined,
    formulas: childrenNamed(rule, "formula").map((formula) =>
      fromFile(textOf(formula), custom),
    ),
    style: dxf && readDxf(dxf, styles),
    stopIfTrue: attributeIsTrue(at.stopIfTrue) ? true : undefined,
    priority: numberAttribute(rule, "priority"),
  })!;
  const plain = new Set([
    "type",
    "operator",
    "priority",
    "dxfId",
    "stopIfTrue",
  ]);
  const canonical =
    (type === "expression" || type === "cellIs") &&
    Object.keys(at).every((key) => plain.has(key)) &&
    elements(rule).every(({ name }) => name === "formula");
  if (canonical || writeNode(rule) === writeNode(drawnRule(item))) return item;
  return { ...item, source: { xml: writeNode(rule) } };
}

const find = (
  root: XmlElement,
  styles: StyleSheet,
  custom: CustomFunctions,
): Found[] =>
  childrenNamed(root, "conditionalFormatting").flatMap((parent) =>
    childrenNamed(parent, "cfRule").map((rule) => ({
      rule,
      parent,
      item: readRule(rule, parent.attributes.sqref ?? "", styles, custom),
    })),
  );

export const readConditionalFormats = (
  root: XmlElement,
  styles: StyleSheet,
  custom: CustomFunctions,
): BookConditionalFormat[] =>
  find(root, styles, custom).map(({ item }) => item);

const cfvo = (type: string, val?: number): XmlElement =>
  element("cfvo", { type, val });
const color = (rgb: string): XmlElement =>
  element("color", { rgb: `FF${rgb.replace("#", "").toUpperCase()}` });

/** Bars, scales and icons that the book names without detail get Excel's first choice. */
function drawnRule(item: BookConditionalFormat): XmlElement {
  const fill = item.style?.fill ?? "#638EC6";
  const inner: XmlElement[] =
    item.type === "dataBar"
      ? [element("dataBar", {}, [cfvo("min"), cfvo("max"), color(fill)])]
      : item.type === "colorScale"
        ? [
            element("colorScale", {}, [
              cfvo("min"),
              cfvo("percentile", 50),
              cfvo("max"),
              color("#F8696B"),
              color("#FFEB84"),
              color("#63BE7B"),
            ]),
          ]
        : item.type === "iconSet"
          ? [
              element("iconSet", { iconSet: "3TrafficLights1" }, [
                cfvo("percent", 0),
                cfvo("percent", 33),
                cfvo("percent", 67),
              ]),
            ]
          : [];
  return element("cfRule", { type: item.type, priority: item.priority }, inner);
}

function freshRule(
  item: BookConditionalFormat,
  styles: StyleWriter,
  custom: CustomFunctions,
  priority: number,
): XmlElement | undefined {
  const source = item.source;
  if (
    typeof source === "object" &&
    source !== null &&
    "xml" in source &&
    typeof source.xml === "string"
  ) {
    const rule = parseXml(source.xml, "conditional format");
    // The twin in the extension list belongs to the rule that this one was copied from.
    rule.children = rule.children.filter(
      (node) =>
        !(typeof node === "object" && "name" in node && node.name === "extLst"),
    );
    return retouched(rule, item, priority, custom);
  }
  if (item.type === "other") return undefined;
  if (item.type !== "expression" && item.type !== "cellIs")
    return drawnRule({ ...item, priority });
  return element(
    "cfRule",
    {
      type: item.type,
      dxfId: item.style === undefined ? undefined : styles.dxfFor(item.style),
      priority,
      stopIfTrue: item.stopIfTrue || undefined,
      operator: item.type === "cellIs" ? item.operator : undefined,
    },
    item.formulas.map((formula) =>
      element("formula", {}, [toFile(formula, custom)]),
    ),
  );
}

function retouched(
  rule: XmlElement,
  item: BookConditionalFormat,
  priority: number,
  custom: CustomFunctions,
): XmlElement {
  rule.attributes.priority = String(priority);
  childrenNamed(rule, "formula").forEach((node, index) => {
    const formula = item.formulas[index];
    if (formula !== undefined && fromFile(textOf(node), custom) !== formula)
      node.children = [toFile(formula, custom)];
  });
  return rule;
}

/** Returns the rules that could not be written. */
export function writeConditionalFormats(
  root: XmlElement,
  items: readonly BookConditionalFormat[],
  sheet: StyleSheet,
  styles: StyleWriter,
  custom: CustomFunctions,
): void {
  const before = find(root, sheet, custom);
  const open = [...before];
  const take = (test: (found: Found) => boolean): Found | undefined => {
    const at = open.findIndex(test);
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  const withoutPriority = ({
    priority: _priority,
    ...rest
  }: BookConditionalFormat): BookConditionalFormat => rest;
  const exact = items.map((item) =>
    take((found) => same(withoutPriority(found.item), withoutPriority(item))),
  );
  if (open.length === 0 && exact.every((found) => found !== undefined)) return;
  const shape = ({
    type,
    operator,
    style,
    source,
  }: BookConditionalFormat): string =>
    JSON.stringify([type, operator, style, source]);
  const moved = items.map(
    (item, index) =>
      exact[index] ?? take((found) => shape(found.item) === shape(item)),
  );
  let priority = Math.max(0, ...before.map(({ item }) => item.priority ?? 0));
  const groups = new Map<string, XmlElement>();
  items.forEach((item, index) => {
    const found = moved[index];
    const rule =
      found === undefined
        ? freshRule(item, styles, custom, ++priority)
        : retouched(
            found.rule,
            item,
            found.item.priority ?? ++priority,
            custom,
          );
    if (rule === undefined) return;
    if (found !== undefined && found.item.ref !== item.ref)
      moveTwin(root, rule, item.ref);
    const parent =
      groups.get(item.ref) ??
      element("conditionalFormatting", {
        ...found?.parent.attributes,
        sqref: item.ref,
      });
    parent.children.push(rule);
    groups.set(item.ref, parent);
  });
  setChild(root, SHEET_ORDER, "conditionalFormatting", [...groups.values()]);
  removeFromExtensions(
    root,
    open.flatMap(({ rule }) => twins(root, rule)),
  );
}

/** The rules of the extension list that carry this rule's id. */
function twins(root: XmlElement, rule: XmlElement): XmlElement[] {
  const ids = [...walk(rule)]
    .filter(({ name }) => name === "x14:id")
    .map(textOf);
  const list = child(root, "extLst");
  if (ids.length === 0 || list === undefined) return [];
  return [...walk(list)].filter(
    ({ name, attributes }) =>
      name === "x14:cfRule" && ids.includes(attributes.id ?? ""),
  );
}

function moveTwin(root: XmlElement, rule: XmlElement, ref: string): void {
  const list = child(root, "extLst");
  if (list === undefined) return;
  const wanted = new Set(twins(root, rule));
  for (const node of walk(list))
    if (
      node.name === "x14:conditionalFormatting" &&
      elements(node).some((one) => wanted.has(one))
    ) {
      const sqref = child(node, "xm:sqref");
      if (sqref !== undefined) sqref.children = [ref];
    }
}
