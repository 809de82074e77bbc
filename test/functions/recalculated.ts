/**
 * A workbook written by hand and calculated by LibreOffice. Every formula goes in with the wrong result 999 and the file
 * says that Excel made it; LibreOffice would keep such results, so its profile here makes it calculate on load.
 */
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { customFunctions, toFile } from "../../src/xlsx/formula";

export interface WrittenCell {
  /** Counted from 0. */
  row: number;
  column: number;
  value?: number | string;
  /** Begins with "="; an array formula when `rows` or `columns` is given. */
  formula?: string;
  rows?: number;
  columns?: number;
}

export type Calculated = Map<string, number | string>;

export function address(row: number, column: number): string {
  const letters =
    (column >= 26 ? address(0, Math.floor(column / 26) - 1).slice(0, -1) : "") +
    String.fromCharCode(65 + (column % 26));
  return `${letters}${row + 1}`;
}

/** Results by address, one map a sheet; errors as "#N/A". */
export function recalculated(sheets: WrittenCell[][]): Calculated[] {
  const folder = mkdtempSync(join(tmpdir(), "onefunnel-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user/registrymodifications.xcu"), ALWAYS);
    writeFileSync(join(folder, "in.xlsx"), zipSync(parts(sheets)));
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        join(folder, "out"),
        join(folder, "in.xlsx"),
      ],
      { stdio: "ignore" },
    );
    const zip = unzipSync(readFileSync(join(folder, "out/in.xlsx")));
    return sheets.map((_, at) =>
      results(strFromU8(zip[`xl/worksheets/sheet${at + 1}.xml`]!)),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument";

function parts(sheets: WrittenCell[][]): Record<string, Uint8Array> {
  const numbers = sheets.map((_, at) => at + 1);
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.spreadsheetml.sheet.main+xml"/><Override PartName="/docProps/app.xml" ContentType="${TYPE}.extended-properties+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${DOCUMENT}/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="r2" Type="${DOCUMENT}/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`,
    "docProps/app.xml": `<Properties xmlns="${DOCUMENT}/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}/relationships"><sheets>${numbers.map((n) => `<sheet name="Sheet${n}" sheetId="${n}" r:id="r${n}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => `<Relationship Id="r${n}" Type="${DOCUMENT}/relationships/worksheet" Target="worksheets/sheet${n}.xml"/>`).join("")}</Relationships>`,
  };
  sheets.forEach((cells, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(cells);
  });
  return Object.fromEntries(
    Object.entries(files).map(([path, xml]) => [path, strToU8(HEAD + xml)]),
  );
}

function sheetXml(cells: WrittenCell[]): string {
  const byRow = new Map<number, Map<number, string>>();
  const put = (row: number, column: number, inner: string, type = "") => {
    const line = byRow.get(row) ?? new Map<number, string>();
    byRow.set(row, line);
    line.set(column, `<c r="${address(row, column)}"${type}>${inner}</c>`);
  };
  for (const { row, column, value, formula, rows = 1, columns = 1 } of cells) {
    if (formula === undefined) {
      if (typeof value === "number") put(row, column, `<v>${value}</v>`);
      else if (value !== undefined)
        put(row, column, `<is><t>${escape(value)}</t></is>`, ' t="inlineStr"');
      continue;
    }
    // As Excel writes them: NORM.S.INV and its like carry a prefix in the file.
    const text = escape(toFile(formula.slice(1), customFunctions()));
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) put(row + r, column + c, "<v>999</v>");
    const ref = `${address(row, column)}:${address(row + rows - 1, column + columns - 1)}`;
    const tag = rows * columns > 1 ? `<f t="array" ref="${ref}">` : "<f>";
    put(row, column, `${tag}${text}</f><v>999</v>`);
  }
  const ascending = <T>(map: Map<number, T>) =>
    [...map.entries()].sort(([a], [b]) => a - b);
  const lines = ascending(byRow).map(
    ([row, line]) =>
      `<row r="${row + 1}">${ascending(line)
        .map(([, xml]) => xml)
        .join("")}</row>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function results(xml: string): Calculated {
  const found: Calculated = new Map();
  for (const [, ref = "", attributes = "", inner = ""] of xml.matchAll(
    /<c r="([A-Z]+\d+)"([^>]*[^/])?>(.*?)<\/c>/gs,
  )) {
    const [, text] = /<v>([^<]*)<\/v>/.exec(inner) ?? [];
    if (text === undefined) continue;
    // Errors and texts of formulas stay texts.
    found.set(ref, /t="(e|str)"/.test(attributes) ? text : Number(text));
  }
  return found;
}
