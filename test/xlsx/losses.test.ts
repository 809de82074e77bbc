/** losses() names everything that goes missing: each part taken away, and each element of each part, one at a time. */
import { losses, readXlsx, writeXlsx } from "../../src/xlsx";
import { fixture, isXml, tags, text, unzip, zip } from "./zip";

const original = fixture("everything.xlsx");
const files = unzip(original);
const PACKAGE = [
  "[Content_Types].xml",
  "_rels/.rels",
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
];

test("the same file has no loss", () => {
  expect(losses(original, zip(files))).toEqual([]);
});

test.each(Object.keys(files).filter((path) => !PACKAGE.includes(path)))(
  "without %s, that part is named",
  (path) => {
    const { [path]: _, ...rest } = files;
    const named = losses(original, zip(rest));
    expect(named.map(({ part, element }) => [part, element])).toContainEqual([
      path,
      undefined,
    ]);
    expect(named.every(({ sentence }) => /^[A-Z"\d].*\.$/.test(sentence))).toBe(
      true,
    );
  },
);

/** The part without its last element of this name. */
function without(xml: string, tag: string): string {
  const at = xml.lastIndexOf(
    `<${tag}`,
    Math.max(...[" ", ">", "/"].map((end) => xml.lastIndexOf(`<${tag}${end}`))),
  );
  const close = xml.indexOf(">", at);
  if (xml[close - 1] === "/") return xml.slice(0, at) + xml.slice(close + 1);
  // Elements of one name may lie in one another.
  let depth = 1;
  const next = new RegExp(
    `<(/?)${tag.replace(".", "\\.")}(?=[\\s/>])[^>]*?(/?)>`,
    "g",
  );
  next.lastIndex = close + 1;
  for (let match = next.exec(xml); match !== null; match = next.exec(xml)) {
    if (match[1] === "/") depth--;
    else if (match[2] !== "/") depth++;
    if (depth === 0) return xml.slice(0, at) + xml.slice(next.lastIndex);
  }
  throw new Error(`${tag} is not closed`);
}

const parts = Object.keys(files).filter(
  (path) =>
    isXml(path) &&
    !PACKAGE.slice(0, 2).includes(path) &&
    !path.endsWith(".rels"),
);

test.each(parts)("each kind of element taken out of %s is named", (path) => {
  const xml = text(files[path]);
  const names = [...new Set(tags(xml))].slice(1);
  const unnamed = names.filter((name) => {
    const changed = {
      ...files,
      [path]: new TextEncoder().encode(without(xml, name)),
    };
    return !losses(original, zip(changed)).some(
      ({ part, element, includes }) =>
        part === path && (element === name || includes.includes(name)),
    );
  });
  expect(unnamed).toEqual([]);
});

test("an empty list of names, as openpyxl leaves it in every file, is no loss", async () => {
  const small = unzip(fixture("shared.xlsx"));
  const workbook = text(small["xl/workbook.xml"])
    .replace(/<definedNames>.*<\/definedNames>|<definedNames\s*\/>/s, "")
    .replace("</sheets>", "</sheets><definedNames/>");
  const opened = await readXlsx(
    zip({
      ...small,
      "xl/workbook.xml": new TextEncoder().encode(workbook),
    }),
  );
  expect(losses(opened, await writeXlsx(opened.book, opened))).toEqual([]);
});

test("sentences are for users", () => {
  const drop = (path: string, ...names: string[]) => {
    const xml = names.reduce(without, text(files[path]));
    return losses(
      original,
      zip({ ...files, [path]: new TextEncoder().encode(xml) }),
    ).map(({ sentence }) => sentence);
  };
  expect(drop("xl/worksheets/sheet2.xml", "x14:sparkline")).toEqual([
    '1 sparkline on sheet "Lead data" would be missing: 21 in the opened file, 20 in the saved one.',
  ]);
  expect(drop("xl/drawings/drawing1.xml", "xdr:pic")).toContainEqual(
    expect.stringMatching(
      /^1 picture .*on sheet "Budget" would be missing: 1 in the opened file, 0 in the saved one\.$/,
    ),
  );
  const { "xl/worksheets/sheet3.xml": _, ...rest } = files;
  expect(losses(original, zip(rest)).map(({ sentence }) => sentence)).toContain(
    'The sheet "Lists" and what it holds would be missing from the saved file.',
  );
});
