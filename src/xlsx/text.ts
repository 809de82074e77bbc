/** Texts in cells: XML cannot hold every character, so the format writes _x0001_ for those, and _x005F_ before a text that looks so. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
const ILLEGAL =
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export const MAXIMUM_TEXT = 32_767;

export const decodeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(ESCAPED, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      )
    : text;

export const encodeText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      ILLEGAL,
      (one) =>
        `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );

/** Readers drop outer white space unless told to keep it. */
export const spaceAttribute = (text: string): { "xml:space"?: "preserve" } =>
  /^\s|\s$|\n|\t| {2}/.test(text) ? { "xml:space": "preserve" } : {};
