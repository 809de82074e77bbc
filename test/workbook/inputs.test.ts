import { readInput } from "../../src/workbook/inputs";

const own = new Set(["FY27 ASSUMPTIONS"]);

test.each([
  ["a constant as written", { formula: 0.2, value: 0.2 }, 0.2, "unchanged"],
  ["a blank as written", { formula: "", value: "" }, "", "unchanged"],
  [
    "a text behind an apostrophe",
    { formula: "1/2", value: "1/2" },
    "1/2",
    "unchanged",
  ],
  [
    "the template's formula, spelt anew",
    { formula: "=funnel_x*'Sheet'!A1", value: 3 },
    "=Funnel_x * Sheet!A1",
    "unchanged",
  ],
  [
    "a link as written",
    { formula: "=Budget!$C$14", value: 3 },
    "=Budget!$C$14",
    "unchanged",
  ],
  ["another constant", { formula: 0.3, value: 0.3 }, 0.2, { value: 0.3 }],
  ["a cleared cell", { formula: "", value: "" }, 0.2, { value: "" }],
  ["a text", { formula: "CRM", value: "CRM" }, "", { value: "CRM" }],
  ["a truth value", { formula: true, value: true }, 1, { value: "TRUE" }],
  [
    "a link to the team's cell",
    { formula: "='Team''s'!C4", value: 3 },
    0.2,
    { link: "'Team''s'!C4" },
  ],
  [
    "a link whose sheet was renamed",
    { formula: "=Plan26!$C$14", value: 3 },
    "=Budget!$C$14",
    { link: "Plan26!$C$14" },
  ],
  [
    "a link that Excel has broken",
    { formula: "=#REF!$C$14", value: "#REF!" },
    "=Budget!$C$14",
    { link: "#REF!$C$14" },
  ],
  [
    "a link into the plan",
    { formula: "='FY27 Assumptions'!C4", value: 3 },
    0.2,
    { value: 3 },
  ],
  [
    "a formula of the user's own",
    { formula: "=Budget!C14*1000", value: 3000 },
    0.2,
    { value: 3000 },
  ],
  [
    "a constant over the template's formula",
    { formula: 5, value: 5 },
    "=Funnel_x",
    { value: 5 },
  ],
])("readInput: %s", (_, cell, written, expected) =>
  expect(readInput(cell, written, own)).toEqual(expected),
);
