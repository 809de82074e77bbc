/** Print set-up of a sheet, as far as the book names it. */
import type { BookSheet } from "./book";
import { sheetProperties } from "./grid";
import { SHEET_ORDER } from "./sheetOrder";
import { compact } from "./styleRead";
import {
  attributeIsTrue,
  child,
  element,
  numberAttribute,
  setChild,
  textOf,
  type XmlElement,
} from "./xml";

type Page = NonNullable<BookSheet["page"]>;

/** `printArea` and `titleRows` are names and come from the workbook part. */
export function readPage(root: XmlElement): Page | undefined {
  const setup = child(root, "pageSetup");
  const fits = attributeIsTrue(
    child(child(root, "sheetPr"), "pageSetUpPr")?.attributes.fitToPage,
  );
  const orientation = setup?.attributes.orientation;
  const heading = child(root, "headerFooter");
  const text = (name: string): string | undefined => {
    const node = child(heading, name);
    return node === undefined ? undefined : textOf(node);
  };
  return compact<Page>({
    orientation:
      orientation === "portrait" || orientation === "landscape"
        ? orientation
        : undefined,
    fitToWidth: fits ? (numberAttribute(setup, "fitToWidth") ?? 1) : undefined,
    fitToHeight: fits
      ? (numberAttribute(setup, "fitToHeight") ?? 1)
      : undefined,
    header: text("oddHeader"),
    footer: text("oddFooter"),
  });
}

/** A book without a page says nothing about it: the file's own set-up stays. */
export function writePage(root: XmlElement, page: Page | undefined): void {
  if (page === undefined) return;
  const before = readPage(root) ?? {};
  const setup = (): XmlElement => {
    const known = child(root, "pageSetup");
    if (known !== undefined) return known;
    const fresh = element("pageSetup");
    setChild(root, SHEET_ORDER, "pageSetup", fresh);
    return fresh;
  };
  if (page.orientation !== undefined && page.orientation !== before.orientation)
    setup().attributes.orientation = page.orientation;
  const fits = page.fitToWidth !== undefined || page.fitToHeight !== undefined;
  if (
    page.fitToWidth !== before.fitToWidth ||
    page.fitToHeight !== before.fitToHeight
  ) {
    const properties = sheetProperties(root);
    setChild(
      properties,
      ["tabColor", "outlinePr", "pageSetUpPr"],
      "pageSetUpPr",
      fits ? element("pageSetUpPr", { fitToPage: 1 }) : undefined,
    );
    // The file's own default is one page; a side that nobody names takes as many as it needs.
    if (fits)
      Object.assign(setup().attributes, {
        fitToWidth: String(page.fitToWidth ?? 0),
        fitToHeight: String(page.fitToHeight ?? 0),
      });
  }
  const order = [
    "oddHeader",
    "oddFooter",
    "evenHeader",
    "evenFooter",
    "firstHeader",
    "firstFooter",
  ];
  for (const [name, wanted, was] of [
    ["oddHeader", page.header, before.header],
    ["oddFooter", page.footer, before.footer],
  ] as const) {
    if (wanted === was) continue;
    if (child(root, "headerFooter") === undefined)
      setChild(root, SHEET_ORDER, "headerFooter", element("headerFooter"));
    setChild(
      child(root, "headerFooter")!,
      order,
      name,
      wanted === undefined ? undefined : element(name, {}, [wanted]),
    );
  }
}
