/** The attributes of a row: the original's, with what the book changed. */
import type { BookSheet } from "./book";
import type { CellWriter } from "./cellsWrite";
import { same } from "./same";
import type { XmlElement } from "./xml";

export function rowAttributes(
  row: number,
  sheet: BookSheet,
  old: XmlElement | undefined,
  writer: CellWriter,
): Record<string, string | number> {
  const attributes: Record<string, string | number> = { r: row + 1 };
  for (const [key, value] of Object.entries(old?.attributes ?? {}))
    if (key !== "r") attributes[key] = value;
  const now = sheet.rows[row];
  const was = writer.before.sheet?.rows[row];
  if (now?.height !== was?.height) {
    if (now?.height === undefined)
      for (const key of ["ht", "customHeight"]) delete attributes[key];
    else Object.assign(attributes, { ht: now.height, customHeight: 1 });
  }
  if ((now?.hidden ?? false) !== (was?.hidden ?? false)) {
    if (now?.hidden) attributes.hidden = 1;
    else delete attributes.hidden;
  }
  const lookNow =
    now?.style === undefined ? undefined : writer.book.styles[now.style];
  const lookBefore =
    was?.style === undefined ? undefined : writer.before.book.styles[was.style];
  if (!same(lookNow, lookBefore)) {
    if (lookNow === undefined)
      for (const key of ["s", "customFormat"]) delete attributes[key];
    else
      Object.assign(attributes, {
        s: writer.styles.xfFor(lookNow),
        customFormat: 1,
      });
  }
  delete attributes.spans;
  return attributes;
}
