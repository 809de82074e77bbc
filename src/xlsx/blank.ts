/** The package of a workbook that has nothing in it yet. Excel is asked to calculate it afresh: its results are not Excel's. */
import { strToU8 } from "fflate";
import {
  setContentTypes,
  setRelationships,
  OFFICE_RELATIONSHIP,
  type Parts,
} from "./package";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET =
  "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const BLANK_STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`;

export const BLANK_SHEET = `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;

export const SHEET_TYPE = `${SPREADSHEET}.worksheet+xml`;
export const STRINGS_TYPE = `${SPREADSHEET}.sharedStrings+xml`;
export const METADATA_TYPE = `${SPREADSHEET}.sheetMetadata+xml`;
export const STYLES_TYPE = `${SPREADSHEET}.styles+xml`;
export const WORKBOOK_TYPE = `${SPREADSHEET}.sheet.main+xml`;
export const MACRO_WORKBOOK_TYPE =
  "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

export function blankParts(): Parts {
  const parts: Parts = new Map();
  setContentTypes(parts, {
    defaults: new Map([
      ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
      ["xml", "application/xml"],
    ]),
    overrides: new Map([
      ["xl/workbook.xml", WORKBOOK_TYPE],
      ["xl/styles.xml", STYLES_TYPE],
    ]),
  });
  setRelationships(parts, "", [
    {
      id: "rId1",
      kind: "officeDocument",
      type: `${OFFICE_RELATIONSHIP}officeDocument`,
      target: "xl/workbook.xml",
      external: false,
    },
  ]);
  parts.set(
    "xl/workbook.xml",
    strToU8(
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr/><bookViews><workbookView/></bookViews><sheets/><calcPr fullCalcOnLoad="1"/></workbook>`,
    ),
  );
  setRelationships(parts, "xl/workbook.xml", [
    {
      id: "rId1",
      kind: "styles",
      type: `${OFFICE_RELATIONSHIP}styles`,
      target: "xl/styles.xml",
      external: false,
    },
  ]);
  parts.set("xl/styles.xml", strToU8(HEAD + BLANK_STYLES));
  return parts;
}
