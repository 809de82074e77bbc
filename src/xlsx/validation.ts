/** Data validation rules; Excel keeps those that point at other sheets in an extension. */
import type { BookValidation } from "./book";
import { fromFile, toFile, type CustomFunctions } from "./formula";
import { same } from "./same";
import { SHEET_ORDER } from "./sheetOrder";
import { compact } from "./styleRead";
import {
  attributeIsTrue,
  child,
  childrenNamed,
  element,
  elements,
  setChild,
  textOf,
  walk,
  writeNode,
  type XmlElement,
} from "./xml";

const WITH_OPERATOR = new Set([
  "whole",
  "decimal",
  "date",
  "time",
  "textLength",
]);

interface Found {
  rule: BookValidation;
  node: XmlElement;
}

function readRule(
  node: XmlElement,
  extension: boolean,
  custom: CustomFunctions,
): BookValidation {
  const at = node.attributes;
  const text = (name: string): string | undefined => {
    const found = child(node, extension ? `x14:${name}` : name);
    return found === undefined
      ? undefined
      : textOf(extension ? child(found, "xm:f") : found);
  };
  const raw = [text("formula1"), text("formula2")].filter(
    (one): one is string => one !== undefined,
  );
  const type = (
    at.type === undefined || at.type === "none" ? "any" : at.type
  ) as BookValidation["type"];
  const literal = type === "list" ? /^"([\s\S]*)"$/.exec(raw[0] ?? "") : null;
  const rule = compact<BookValidation>({
    ref: extension ? textOf(child(node, "xm:sqref")) : (at.sqref ?? ""),
    type,
    operator: WITH_OPERATOR.has(type)
      ? ((at.operator ?? "between") as BookValidation["operator"])
      : undefined,
    formulas:
      literal === null ? raw.map((formula) => fromFile(formula, custom)) : [],
    list:
      literal === null ? undefined : literal[1]!.replace(/""/g, '"').split(","),
    allowBlank: attributeIsTrue(at.allowBlank),
    error: attributeIsTrue(at.showErrorMessage)
      ? compact({
          style: (at.errorStyle ?? "stop") as "stop",
          title: at.errorTitle,
          message: at.error,
        })
      : undefined,
    prompt: attributeIsTrue(at.showInputMessage)
      ? compact({ title: at.promptTitle, message: at.prompt })
      : undefined,
  })!;
  const beyond =
    extension || !same(writeRule(rule, custom).attributes, canonical(at));
  return beyond ? { ...rule, source: { xml: writeNode(node) } } : rule;
}

/** Entries that say what their absence says. */
const canonical = ({
  operator,
  errorStyle,
  ...rest
}: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      ...rest,
      operator: operator === "between" ? undefined : operator,
      errorStyle: errorStyle === "stop" ? undefined : errorStyle,
    }).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && entry[1] !== "0" && entry[0] !== "xr:uid",
    ),
  );

function writeRule(rule: BookValidation, custom: CustomFunctions): XmlElement {
  const formulas =
    rule.list === undefined
      ? rule.formulas.map((one) => toFile(one, custom))
      : [`"${rule.list.join(",").replace(/"/g, '""')}"`];
  return element(
    "dataValidation",
    {
      type: rule.type === "any" ? undefined : rule.type,
      errorStyle:
        rule.error === undefined || rule.error.style === "stop"
          ? undefined
          : rule.error.style,
      operator:
        rule.operator === "between" || !WITH_OPERATOR.has(rule.type)
          ? undefined
          : rule.operator,
      allowBlank: rule.allowBlank || undefined,
      showInputMessage: 1,
      showErrorMessage: rule.error === undefined ? undefined : 1,
      errorTitle: rule.error?.title,
      error: rule.error?.message,
      promptTitle: rule.prompt?.title,
      prompt: rule.prompt?.message,
      sqref: rule.ref,
    },
    formulas.map((formula, index) =>
      element(`formula${index + 1}`, {}, [formula]),
    ),
  );
}

function find(
  root: XmlElement,
  custom: CustomFunctions,
): { classic: Found[]; extended: Found[] } {
  const extended = elements(child(root, "extLst")).flatMap((ext) =>
    [...walk(ext)].filter(({ name }) => name === "x14:dataValidation"),
  );
  return {
    classic: childrenNamed(
      child(root, "dataValidations"),
      "dataValidation",
    ).map((node) => ({ node, rule: readRule(node, false, custom) })),
    extended: extended.map((node) => ({
      node,
      rule: readRule(node, true, custom),
    })),
  };
}

export function readValidations(
  root: XmlElement,
  custom: CustomFunctions,
): BookValidation[] {
  const { classic, extended } = find(root, custom);
  return [...classic, ...extended].map(({ rule }) => rule);
}

export function writeValidations(
  root: XmlElement,
  rules: readonly BookValidation[],
  custom: CustomFunctions,
): void {
  const { classic, extended } = find(root, custom);
  const open = [...classic, ...extended];
  const kept = new Set<XmlElement>();
  const fresh: XmlElement[] = [];
  for (const rule of rules) {
    const at = open.findIndex((one) => same(one.rule, rule));
    if (at < 0) fresh.push(writeRule(rule, custom));
    else kept.add(open.splice(at, 1)[0]!.node);
  }
  if (open.length === 0 && fresh.length === 0) return;
  const nodes = [
    ...classic.map(({ node }) => node).filter((node) => kept.has(node)),
    ...fresh,
  ];
  setChild(
    root,
    SHEET_ORDER,
    "dataValidations",
    nodes.length === 0
      ? undefined
      : element(
          "dataValidations",
          {
            ...child(root, "dataValidations")?.attributes,
            count: nodes.length,
          },
          nodes,
        ),
  );
  removeFromExtensions(
    root,
    extended.map(({ node }) => node).filter((node) => !kept.has(node)),
  );
}

/** Takes elements out of the sheet's extension list, with every wrapper that is then empty. */
export function removeFromExtensions(
  root: XmlElement,
  gone: readonly XmlElement[],
): void {
  if (gone.length === 0) return;
  const targets = new Set(gone);
  const prune = (node: XmlElement): boolean => {
    const before = elements(node).length;
    node.children = node.children.filter(
      (one) =>
        !(
          typeof one === "object" &&
          "name" in one &&
          (targets.has(one) || prune(one))
        ),
    );
    const left = elements(node).length;
    if (left !== before && node.attributes.count !== undefined)
      node.attributes.count = String(left);
    // Only the formulas and ranges of removed rules remain in a wrapper that lost its last rule.
    return (
      before > 0 &&
      (left === 0 || elements(node).every(({ name }) => name === "xm:sqref")) &&
      left !== before
    );
  };
  const list = child(root, "extLst");
  if (list !== undefined && prune(list))
    setChild(root, SHEET_ORDER, "extLst", undefined);
}
