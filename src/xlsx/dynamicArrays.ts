/** The workbook's cell metadata: a cell whose `cm` points at a dynamic array property may spill. */
import { METADATA_TYPE } from "./blank";
import {
  contentTypes,
  partXml,
  relate,
  relationships,
  setContentTypes,
  setPartXml,
  type Parts,
} from "./package";
import {
  attributeIsTrue,
  child,
  childrenNamed,
  element,
  elements,
  numberAttribute,
  setChild,
  walk,
  type XmlElement,
} from "./xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DYNAMIC =
  "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";
const ORDER = [
  "metadataTypes",
  "metadataStrings",
  "mdxMetadata",
  "futureMetadata",
  "cellMetadata",
  "valueMetadata",
  "extLst",
];

const metadataPath = (parts: Parts, workbookPart: string): string | undefined =>
  relationships(parts, workbookPart).find(
    ({ kind, target }) => kind === "sheetMetadata" && parts.has(target),
  )?.target;

const typeNumber = (root: XmlElement): number =>
  childrenNamed(child(root, "metadataTypes"), "metadataType").findIndex(
    ({ attributes }) => attributes.name === "XLDAPR",
  ) + 1;

/** The values of `cm` that mean "dynamic array". */
export function dynamicMarks(parts: Parts, workbookPart: string): Set<number> {
  const path = metadataPath(parts, workbookPart);
  const root = path === undefined ? undefined : partXml(parts, path);
  const marks = new Set<number>();
  if (root === undefined) return marks;
  const type = typeNumber(root);
  const blocks = childrenNamed(
    childrenNamed(root, "futureMetadata").find(
      ({ attributes }) => attributes.name === "XLDAPR",
    ),
    "bk",
  ).map((block) =>
    [...walk(block)].some(
      ({ name, attributes }) =>
        name === "xda:dynamicArrayProperties" &&
        attributeIsTrue(attributes.fDynamic),
    ),
  );
  childrenNamed(child(root, "cellMetadata"), "bk").forEach((block, index) => {
    const record = child(block, "rc");
    if (
      type > 0 &&
      numberAttribute(record, "t") === type &&
      blocks[numberAttribute(record, "v") ?? -1]
    )
      marks.add(index + 1);
  });
  return marks;
}

/** A value of `cm` for dynamic arrays; makes the metadata where the workbook has none. */
export function dynamicMark(parts: Parts, workbookPart: string): number {
  const [known] = dynamicMarks(parts, workbookPart);
  if (known !== undefined) return known;
  const path = metadataPath(parts, workbookPart) ?? "xl/metadata.xml";
  const root = partXml(parts, path) ?? element("metadata", { xmlns: MAIN });
  root.attributes["xmlns:xda"] = DYNAMIC;
  let type = typeNumber(root);
  if (type === 0) {
    const types = child(root, "metadataTypes") ?? element("metadataTypes");
    type = types.children.push(
      element("metadataType", {
        name: "XLDAPR",
        minSupportedVersion: 120000,
        copy: 1,
        pasteAll: 1,
        pasteValues: 1,
        merge: 1,
        splitFirst: 1,
        rowColShift: 1,
        clearFormats: 1,
        clearComments: 1,
        assign: 1,
        coerce: 1,
        cellMeta: 1,
      }),
    );
    types.attributes.count = String(elements(types).length);
    setChild(root, ORDER, "metadataTypes", types);
  }
  const futures = childrenNamed(root, "futureMetadata");
  const future =
    futures.find(({ attributes }) => attributes.name === "XLDAPR") ??
    element("futureMetadata", { name: "XLDAPR" });
  if (!futures.includes(future))
    setChild(root, ORDER, "futureMetadata", [...futures, future]);
  future.children.push(
    element("bk", {}, [
      element("extLst", {}, [
        element("ext", { uri: "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}" }, [
          element("xda:dynamicArrayProperties", { fDynamic: 1, fCollapsed: 0 }),
        ]),
      ]),
    ]),
  );
  future.attributes.count = String(elements(future).length);
  const cells = child(root, "cellMetadata") ?? element("cellMetadata");
  cells.children.push(
    element("bk", {}, [
      element("rc", { t: type, v: elements(future).length - 1 }),
    ]),
  );
  cells.attributes.count = String(elements(cells).length);
  setChild(root, ORDER, "cellMetadata", cells);
  setPartXml(parts, path, root);
  const types = contentTypes(parts);
  types.overrides.set(path, METADATA_TYPE);
  setContentTypes(parts, types);
  relate(parts, workbookPart, "sheetMetadata", path);
  return elements(cells).length;
}
