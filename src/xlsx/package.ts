/** The zip level: parts, content types and relationships of an Office file. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { FileRefusal } from "./refusal";
import {
  childrenNamed,
  element,
  elements,
  parseXml,
  writeXml,
  type XmlElement,
} from "./xml";

export type Parts = Map<string, Uint8Array>;

export interface Relationship {
  id: string;
  /** The last word of the type's address: "worksheet", "table", "customXml". */
  kind: string;
  type: string;
  /** A part's path for inner targets, the address itself for outer ones. */
  target: string;
  external: boolean;
}

const MAXIMUM_FILE = 100 * 1024 * 1024;
const MAXIMUM_UNPACKED = 400 * 1024 * 1024;
const megabytes = (bytes: number): string =>
  `${Math.ceil(bytes / 1024 / 1024)} MB`;

const startsWith = (bytes: Uint8Array, ...values: number[]): boolean =>
  values.every((value, index) => bytes[index] === value);

export function unpack(bytes: Uint8Array): Parts {
  if (bytes.length === 0)
    throw new FileRefusal(
      "Empty",
      "The file is empty (0 bytes). Choose an Excel workbook (.xlsx).",
    );
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw oleRefusal(bytes);
  if (!startsWith(bytes, 0x50, 0x4b))
    throw new FileRefusal(
      "NotAZip",
      "This is not an Excel workbook: an .xlsx file is a zip archive, and this file is none. Open it in the program that made it and save it as an Excel workbook (.xlsx).",
    );
  if (bytes.length > MAXIMUM_FILE)
    throw tooLarge(`The file has ${megabytes(bytes.length)}`, MAXIMUM_FILE);
  let total = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        if (total > MAXIMUM_UNPACKED)
          throw tooLarge(
            "Unpacked the file is larger than that",
            MAXIMUM_UNPACKED,
          );
        return true;
      },
    });
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal(
      "Truncated",
      `The file is damaged or was cut off: its zip archive cannot be read (${error instanceof Error ? error.message : String(error)}). Fetch the file again, or open it in Excel and save it anew.`,
    );
  }
  return new Map(
    Object.entries(files)
      .filter(([path]) => !path.endsWith("/"))
      .map(([path, content]) => [
        path.replace(/\\/g, "/").replace(/^\//, ""),
        content,
      ]),
  );
}

const tooLarge = (what: string, limit: number): FileRefusal =>
  new FileRefusal(
    "TooLarge",
    `${what}; the limit is ${megabytes(limit)}. Save a copy with fewer rows or pictures.`,
  );

/** The old container holds an .xls, or an .xlsx behind a password. */
function oleRefusal(bytes: Uint8Array): FileRefusal {
  const utf16 = (text: string): number[] =>
    [...text].flatMap((one) => [one.charCodeAt(0), 0]);
  return holds(bytes, utf16("EncryptedPackage"))
    ? new FileRefusal(
        "Encrypted",
        "This workbook is encrypted with a password. Open it in Excel, take the password off (File > Info > Protect Workbook > Encrypt with Password), save it and open it again.",
      )
    : new FileRefusal(
        "LegacyXls",
        "This is a file in the old Excel 97-2003 format (.xls). Open it in Excel and save it as an Excel workbook (.xlsx).",
      );
}

function holds(bytes: Uint8Array, needle: number[]): boolean {
  for (
    let i = bytes.indexOf(needle[0]!);
    i >= 0;
    i = bytes.indexOf(needle[0]!, i + 1)
  )
    if (needle.every((value, offset) => bytes[i + offset] === value))
      return true;
  return false;
}

const ZIP_EPOCH = new Date(1980, 0, 1, 0, 0, 0);

export function pack(parts: Parts): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  // The content types come first, as readers that stream expect.
  for (const path of ["[Content_Types].xml", "_rels/.rels", ...parts.keys()]) {
    const content = parts.get(path);
    if (content !== undefined) files[path] = content;
  }
  return zipSync(files, { level: 6, mtime: ZIP_EPOCH });
}

export function partText(parts: Parts, path: string): string | undefined {
  const bytes = parts.get(path);
  if (bytes === undefined) return undefined;
  if (startsWith(bytes, 0xff, 0xfe))
    return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff))
    return new TextDecoder("utf-16be").decode(bytes);
  return startsWith(bytes, 0xef, 0xbb, 0xbf)
    ? strFromU8(bytes.subarray(3))
    : strFromU8(bytes);
}

export const partXml = (parts: Parts, path: string): XmlElement | undefined => {
  const text = partText(parts, path);
  return text === undefined ? undefined : parseXml(text, path);
};

export const setPartXml = (
  parts: Parts,
  path: string,
  root: XmlElement,
): void => {
  parts.set(path, strToU8(writeXml(root)));
};

export const relationshipsPath = (part: string): string => {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
};

/** The part that `target` means when `part` names it. */
export function resolveTarget(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

export function relativeTarget(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return "../".repeat(from.length - shared) + to.slice(shared).join("/");
}

/** `part` is "" for the package itself. */
export function relationships(parts: Parts, part: string): Relationship[] {
  const root = partXml(parts, relationshipsPath(part));
  return elements(root).map(({ attributes }) => {
    const external = attributes.TargetMode === "External";
    const target = attributes.Target ?? "";
    const type = attributes.Type ?? "";
    return {
      id: attributes.Id ?? "",
      kind: type.slice(type.lastIndexOf("/") + 1),
      type,
      target: external ? target : resolveTarget(part, target),
      external,
    };
  });
}

export function setRelationships(
  parts: Parts,
  part: string,
  list: readonly Relationship[],
): void {
  const path = relationshipsPath(part);
  if (list.length === 0) {
    parts.delete(path);
    return;
  }
  setPartXml(
    parts,
    path,
    element(
      "Relationships",
      { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
      list.map(({ id, type, target, external }) =>
        element("Relationship", {
          Id: id,
          Type: type,
          Target: external ? target : relativeTarget(part, target),
          TargetMode: external ? "External" : undefined,
        }),
      ),
    ),
  );
}

export const OFFICE_RELATIONSHIP =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/** Adds a relationship and returns its id; one that exists is used again. */
export function relate(
  parts: Parts,
  part: string,
  kind: string,
  target: string,
  external = false,
  base = OFFICE_RELATIONSHIP,
): string {
  const list = relationships(parts, part);
  const same = list.find(
    (one) =>
      one.kind === kind && one.target === target && one.external === external,
  );
  if (same !== undefined && !external) return same.id;
  const used = new Set(list.map(({ id }) => id));
  let number = list.length + 1;
  while (used.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  setRelationships(parts, part, [
    ...list,
    { id, kind, type: base + kind, target, external },
  ]);
  return id;
}

export function freePath(parts: Parts, before: string, after: string): string {
  let number = 1;
  while (parts.has(`${before}${number}${after}`)) number++;
  return `${before}${number}${after}`;
}

// ---------------------------------------------------------------- content types

const TYPES = "[Content_Types].xml";

export function contentTypes(parts: Parts): {
  defaults: Map<string, string>;
  overrides: Map<string, string>;
} {
  const root = partXml(parts, TYPES);
  const entry = (node: XmlElement, key: string): [string, string] => [
    node.attributes[key] ?? "",
    node.attributes.ContentType ?? "",
  ];
  return {
    defaults: new Map(
      childrenNamed(root, "Default").map((node) => {
        const [extension, type] = entry(node, "Extension");
        return [extension.toLowerCase(), type];
      }),
    ),
    overrides: new Map(
      childrenNamed(root, "Override").map((node) => {
        const [path, type] = entry(node, "PartName");
        return [path.replace(/^\//, ""), type];
      }),
    ),
  };
}

export function setContentTypes(
  parts: Parts,
  { defaults, overrides }: ReturnType<typeof contentTypes>,
): void {
  setPartXml(
    parts,
    TYPES,
    element(
      "Types",
      { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
      [
        ...[...defaults].map(([Extension, ContentType]) =>
          element("Default", { Extension, ContentType }),
        ),
        ...[...overrides].map(([path, ContentType]) =>
          element("Override", { PartName: `/${path}`, ContentType }),
        ),
      ],
    ),
  );
}

export const contentTypeOf = (
  types: ReturnType<typeof contentTypes>,
  path: string,
): string | undefined =>
  types.overrides.get(path) ??
  types.defaults.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
