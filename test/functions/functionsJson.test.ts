/** What Excel learns about the functions, and that each way to get it wrong is noticed. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type {
  Catalogue,
  CatalogueFunction,
} from "../../src/functions/catalogue";
import { NATIVE_IDS } from "../../src/formula/native";
import { PAGE_NOTES } from "../../src/functions/pageNotes";
import {
  checkFunctionsJson,
  functionFiles,
  generateFunctionsJson,
} from "../../src/tools/functionsJson";
import { FACES } from "./runtime";

const PLAN = [
  "REQUIRED_DEALS",
  "REQUIRED_SQLS",
  "REQUIRED_MQLS",
  "REQUIRED_INQUIRIES",
  "REQUIRED_VOLUMES",
  "EXPECTED_BOOKINGS",
  "EXPECTED_VOLUMES",
  "NTM_SPLIT",
  "BOOKINGS_FOR_REVENUE",
  "SOURCE_TARGETS",
  "APPORTION",
  "PIPELINE_COVERAGE",
  "REQUIRED_PIPELINE",
  "REQUIRED_REPS",
];

test("functions.json, the faces, the pages and the native forms hold the same functions", async () => {
  const { functions } = await generateFunctionsJson();
  const ids = functions.map(({ id }) => id).sort();
  expect(ids).toEqual(expect.arrayContaining(PLAN));
  expect(Object.keys(FACES).sort()).toEqual(ids);
  expect(Object.keys(PAGE_NOTES).sort()).toEqual(ids);
  expect(ids).toEqual(expect.arrayContaining([...NATIVE_IDS]));
});

test("a file, its function and its id carry the same words, and the bundle holds every file", () => {
  const contents = readFileSync(
    join(__dirname, "../../src/functions/faces.ts"),
    "utf8",
  );
  for (const file of functionFiles()) {
    const name = basename(file, ".ts");
    const text = readFileSync(file, "utf8");
    const id = name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    expect(text).toContain(`@customfunction ${id}\n`);
    expect(text.match(/@customfunction/g)).toHaveLength(1);
    expect(contents).toContain(`export { ${name} } from "./${name}";`);
  }
});

test("arguments come in the order of the catalogue", async () => {
  const { functions } = await generateFunctionsJson();
  const signature = (id: string) =>
    functions
      .find((each) => each.id === id)!
      .parameters.map(({ name, optional }) => (optional ? `[${name}]` : name))
      .join(" ");
  expect(signature("REQUIRED_MQLS")).toBe(
    "bookings_target average_deal_size mql_to_sql sql_to_booking [source_share] [rounding]",
  );
  expect(signature("REQUIRED_VOLUMES")).toBe(
    "bookings_target average_deal_size rates [source_share] [rounding]",
  );
  expect(signature("BOOKINGS_FOR_REVENUE")).toBe(
    "revenue phasing [term_months]",
  );
  expect(signature("PIPELINE_COVERAGE")).toBe(
    "open_pipeline bookings_target [won_so_far]",
  );
  expect(signature("REQUIRED_PIPELINE")).toBe(
    "bookings_target win_rate [won_so_far]",
  );
  expect(signature("REQUIRED_REPS")).toBe(
    "volume capacity_per_rep [ramped_share]",
  );
});

test("cells of any kind and their errors reach the functions", async () => {
  const catalogue = await generateFunctionsJson();
  expect(catalogue.allowErrorForDataTypeAny).toBe(true);
  expect(catalogue.allowCustomDataForDataTypeAny).toBe(true);
  for (const { parameters } of catalogue.functions)
    for (const { type } of parameters) expect(type).toBe("any");
});

test("help addresses follow the host", async () => {
  const { functions } = await generateFunctionsJson({
    host: "https://example.com/onefunnel",
  });
  for (const { id, helpUrl } of functions)
    expect(helpUrl).toBe(`https://example.com/onefunnel/reference/${id}.html`);
});

const sound: CatalogueFunction = {
  id: "SOUND_ONE",
  name: "SOUND_ONE",
  description: "A function.",
  helpUrl: "https://localhost:3000/reference/SOUND_ONE.html",
  parameters: [{ name: "volume", description: "Units (count)", type: "any" }],
  result: { type: "number" },
};
const renamed = (id: string): CatalogueFunction => ({
  ...sound,
  id,
  name: id,
  helpUrl: `https://localhost:3000/reference/${id}.html`,
});
const catalogue = (...functions: CatalogueFunction[]): Catalogue => ({
  allowCustomDataForDataTypeAny: true,
  allowErrorForDataTypeAny: true,
  functions,
});
const one = sound.parameters[0]!;

test.each<[string, Catalogue, string]>([
  ["no function", catalogue(), "There is no function."],
  [
    "errors withheld",
    { ...catalogue(sound), allowErrorForDataTypeAny: false },
    "allowErrorForDataTypeAny must be true.",
  ],
  [
    "rich values withheld",
    { ...catalogue(sound), allowCustomDataForDataTypeAny: false },
    "allowCustomDataForDataTypeAny must be true.",
  ],
  [
    "one id twice",
    catalogue(sound, sound),
    "SOUND_ONE and SOUND_ONE are the same function in a saved workbook.",
  ],
  [
    "ids that differ by a dot",
    catalogue(sound, renamed("SOUND.ONE")),
    "SOUND.ONE and SOUND_ONE are the same function in a saved workbook.",
  ],
  [
    "a short id",
    catalogue(renamed("XY")),
    "XY must be 3 to 128 characters long.",
  ],
  [
    "a word that is a cell",
    catalogue(renamed("FNL1")),
    "FNL1 is the address of a cell.",
  ],
  [
    "the first cell",
    catalogue(renamed("ABC1")),
    "ABC1 is the address of a cell.",
  ],
  [
    "the last cell",
    catalogue(renamed("XFD1048576")),
    "XFD1048576 is the address of a cell.",
  ],
  ["allows beyond the last row", catalogue(renamed("XFD1048577")), ""],
  ["allows beyond the last column", catalogue(renamed("XFE1")), ""],
  [
    "a cell in the other notation",
    catalogue(renamed("R1C1")),
    "R1C1 is the address of a cell.",
  ],
  [
    "a row in the other notation",
    catalogue(renamed("R12")),
    "R12 is the address of a cell.",
  ],
  [
    "a Turkish capital",
    catalogue(renamed("REQUİRED")),
    "REQUİRED must be capitals A-Z, digits, dots and underscores.",
  ],
  [
    "small letters",
    catalogue(renamed("Sound")),
    "Sound must be capitals A-Z, digits, dots and underscores.",
  ],
  [
    "another name",
    catalogue({ ...sound, name: "OTHER" }),
    "SOUND_ONE must be its own name; it is OTHER.",
  ],
  [
    "no description",
    catalogue({ ...sound, description: " " }),
    "SOUND_ONE has no description.",
  ],
  [
    "another's help address",
    catalogue({
      ...sound,
      helpUrl: "https://localhost:3000/reference/OTHER.html",
    }),
    "SOUND_ONE must have the help address https://…/reference/SOUND_ONE.html; it has https://localhost:3000/reference/OTHER.html.",
  ],
  [
    "no help address",
    catalogue({ ...sound, helpUrl: undefined as unknown as string }),
    "SOUND_ONE must have the help address https://…/reference/SOUND_ONE.html; it has none.",
  ],
  [
    "an argument without a unit",
    catalogue({ ...sound, parameters: [{ ...one, description: "Units" }] }),
    'volume of SOUND_ONE must have a description that ends with "(unit)".',
  ],
  [
    "an argument in capitals",
    catalogue({ ...sound, parameters: [{ ...one, name: "Volume" }] }),
    "Volume of SOUND_ONE must be small letters, digits and underscores.",
  ],
  [
    "an argument twice",
    catalogue({ ...sound, parameters: [one, one] }),
    "volume of SOUND_ONE occurs twice.",
  ],
  [
    "a required argument after an optional one",
    catalogue({
      ...sound,
      parameters: [{ ...one, name: "share", optional: true }, one],
    }),
    "volume of SOUND_ONE must be optional, as the one before it.",
  ],
  [
    "a repeating argument before another",
    catalogue({
      ...sound,
      parameters: [{ ...one, name: "share", repeating: true }, one],
    }),
    "share of SOUND_ONE repeats and must be the last.",
  ],
])("%s", (_, given, fault) => {
  expect(checkFunctionsJson(given)).toEqual(fault === "" ? [] : [fault]);
});
