/** Zip and XML for the tests, apart from what src/xlsx uses for its own comparison. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";

export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, "../fixtures/xlsx", name)));

export type Files = Record<string, Uint8Array>;

export const unzip = (bytes: Uint8Array): Files => unzipSync(bytes);
export const zip = (files: Files): Uint8Array => zipSync(files);

export const text = (bytes: Uint8Array | undefined): string =>
  new TextDecoder().decode(bytes);

export const isXml = (path: string): boolean => /\.(xml|rels|vml)$/.test(path);

/** Opening tags, by a plain search. */
export const tags = (xml: string): string[] =>
  [...xml.matchAll(/<([A-Za-z_][\w.:-]*)[\s/>]/g)].map((match) => match[1]!);

/** How often each element occurs in each part. */
export function census(files: Files): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [path, bytes] of Object.entries(files)) {
    counts.set(path, 1);
    if (!isXml(path)) continue;
    for (const tag of tags(text(bytes))) {
      const key = `${path} ${tag}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** What `before` has more of than `after`. */
export function missing(before: Files, after: Files): string[] {
  const left = census(after);
  return [...census(before)]
    .filter(([key, count]) => (left.get(key) ?? 0) < count)
    .map(([key]) => key);
}

/** Tags with sorted attributes and texts, so that two spellings of the same XML compare equal. */
export function canonical(xml: string): string[] {
  const entities: Record<string, string> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
  };
  const plain = (one: string): string =>
    one.replace(
      /&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g,
      (_, hex, decimal, name) =>
        hex !== undefined
          ? String.fromCodePoint(parseInt(hex as string, 16))
          : decimal !== undefined
            ? String.fromCodePoint(Number(decimal))
            : entities[name as string]!,
    );
  const body = xml
    .replace(/^\uFEFF?<\?xml[^>]*\?>\s*/, "")
    .replace(/\r\n/g, "\n");
  return [
    ...body.matchAll(
      /<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g,
    ),
  ].flatMap(([, close, name, attributes, empty, content]) => {
    if (content !== undefined) return [plain(content)];
    if (close === "/") return [`</${name}>`];
    const list = [
      ...attributes!.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g),
    ]
      .map((one) => `${one[1]}=${plain(one[2] ?? one[3] ?? "")}`)
      .sort();
    const open = `<${[name, ...list].join(" ")}>`;
    return empty === "/" ? [open, `</${name}>`] : [open];
  });
}
