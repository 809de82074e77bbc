/** Everything that the original file has and the output lacks: parts of the package and elements in each pair of parts. */
import {
  contentTypeOf,
  contentTypes,
  partXml,
  relationships,
  unpack,
  type Parts,
} from "./package";
import {
  child,
  childrenNamed,
  elements,
  relationshipId,
  type XmlElement,
} from "./xml";
import { lossSentence, partSentence } from "./lossSentences";

export interface Loss {
  /** The part of the original's package. */
  part: string;
  /** The element's name; absent when the whole part is missing. */
  element?: string;
  before: number;
  after: number;
  /** Elements that were inside the missing ones and went with them. */
  includes: string[];
  /** Excel makes it anew when it opens the file. */
  harmless: boolean;
  sentence: string;
}

export function losses(
  original: Uint8Array | { original: Uint8Array },
  output: Uint8Array,
): Loss[] {
  const before = unpack(
    original instanceof Uint8Array ? original : original.original,
  );
  const after = unpack(output);
  const sheets = sheetNames(before);
  const pairs = pairParts(before, after);
  return [...pairs].flatMap(([path, partner]) => {
    const place = ownerSheet(before, sheets, path);
    if (partner === undefined) return missingPart(path, place, sheets);
    return isXml(path) && !sameBytes(before.get(path)!, after.get(partner)!)
      ? missingElements(
          path,
          place,
          partXml(before, path)!,
          partXml(after, partner)!,
        )
      : [];
  });
}

const isXml = (path: string): boolean =>
  /\.(xml|rels|vml)$/i.test(path) && path !== "[Content_Types].xml";

const sameBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length &&
  left.every((byte, index) => byte === right[index]);

/** A part's partner has its path, or, renumbered by the writer, its kind and place in the order. */
function pairParts(
  before: Parts,
  after: Parts,
): Map<string, string | undefined> {
  const typesBefore = contentTypes(before);
  const typesAfter = contentTypes(after);
  const taken = new Set<string>();
  const pairs = new Map<string, string | undefined>();
  for (const path of before.keys()) {
    const partner =
      after.has(path) &&
      contentKind(typesBefore, path) === contentKind(typesAfter, path)
        ? path
        : undefined;
    pairs.set(path, partner);
    if (partner !== undefined) taken.add(partner);
  }
  for (const [path, partner] of pairs) {
    if (partner !== undefined || path.endsWith(".rels")) continue;
    const kind = contentKind(typesBefore, path);
    const free = [...after.keys()].find(
      (other) =>
        !taken.has(other) &&
        !before.has(other) &&
        !other.endsWith(".rels") &&
        contentKind(typesAfter, other) === kind &&
        sameBytes(before.get(path)!, after.get(other)!),
    );
    if (free === undefined) continue;
    pairs.set(path, free);
    taken.add(free);
  }
  return pairs;
}

/** Workbooks with and without macros are one kind. */
const contentKind = (
  types: ReturnType<typeof contentTypes>,
  path: string,
): string | undefined =>
  contentTypeOf(types, path)?.replace(
    /.*(macroEnabled|template|sheet)\.main\+xml$/i,
    "workbook",
  );

function sheetNames(parts: Parts): Map<string, string> {
  const workbook =
    relationships(parts, "").find(({ kind }) => kind === "officeDocument")
      ?.target ?? "";
  const links = relationships(parts, workbook);
  return new Map(
    childrenNamed(child(partXml(parts, workbook), "sheets"), "sheet").map(
      (node) => [
        links.find(({ id }) => id === relationshipId(node))?.target ?? "",
        node.attributes.name ?? "",
      ],
    ),
  );
}

/** The sheet that a part belongs to, itself or through a drawing. */
function ownerSheet(
  parts: Parts,
  sheets: ReadonlyMap<string, string>,
  path: string,
): string | undefined {
  const named = sheets.get(path);
  if (named !== undefined) return named;
  for (const [part, name] of sheets) {
    const seen = new Set<string>([part]);
    const open = [part];
    while (open.length > 0)
      for (const { target, external } of relationships(parts, open.pop()!)) {
        if (external || seen.has(target)) continue;
        if (target === path) return name;
        seen.add(target);
        open.push(target);
      }
  }
  return undefined;
}

function missingPart(
  path: string,
  sheet: string | undefined,
  sheets: ReadonlyMap<string, string>,
): Loss[] {
  const { sentence, harmless } = partSentence(path, sheet, sheets.has(path));
  return [
    { part: path, before: 1, after: 0, includes: [], harmless, sentence },
  ];
}

/** How often an element occurs, and how often inside which parent. */
interface Count {
  total: number;
  byParent: Map<string, number>;
}

function countElements(root: XmlElement): Map<string, Count> {
  const counts = new Map<string, Count>();
  const visit = (node: XmlElement, parent: string): void => {
    const count = counts.get(node.name) ?? { total: 0, byParent: new Map() };
    counts.set(node.name, count);
    const more = weight(node);
    count.total += more;
    count.byParent.set(parent, (count.byParent.get(parent) ?? 0) + more);
    for (const one of elements(node)) visit(one, node.name);
  };
  visit(root, "");
  return counts;
}

/** Neighbouring columns may share one entry, so an entry counts for the columns it covers. */
const weight = ({ name, attributes }: XmlElement): number =>
  name === "col" && attributes.min !== undefined && attributes.max !== undefined
    ? Number(attributes.max) - Number(attributes.min) + 1
    : 1;

function missingElements(
  path: string,
  sheet: string | undefined,
  before: XmlElement,
  after: XmlElement,
): Loss[] {
  const [counts, left] = [countElements(before), countElements(after)];
  const missing = new Map(
    [...counts].filter(
      ([name, { total }]) => (left.get(name)?.total ?? 0) < total,
    ),
  );
  /** Missing elements that this one went with; empty when it went by itself. */
  const wentWith = (name: string): string[] => {
    const parents = [...missing.get(name)!.byParent]
      .filter(
        ([parent, count]) =>
          (left.get(name)?.byParent.get(parent) ?? 0) < count,
      )
      .map(([parent]) => parent);
    return parents.every((parent) => parent !== name && missing.has(parent))
      ? parents
      : [];
  };
  const outermost = (name: string, seen: readonly string[]): string[] => {
    const parents = wentWith(name).filter((parent) => !seen.includes(parent));
    return parents.length === 0
      ? [name]
      : parents.flatMap((parent) => outermost(parent, [...seen, name]));
  };
  const groups = new Map<string, string[]>();
  for (const name of missing.keys())
    for (const outer of new Set(outermost(name, []))) {
      const group = groups.get(outer) ?? [];
      groups.set(outer, group);
      if (outer !== name) group.push(name);
    }
  return [...groups].map(([name, includes]) => {
    const total = missing.get(name)!.total;
    const remaining = left.get(name)?.total ?? 0;
    return {
      part: path,
      element: name,
      before: total,
      after: remaining,
      includes,
      ...lossSentence(path, sheet, name, total, remaining, includes),
    };
  });
}
