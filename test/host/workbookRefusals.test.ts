/** Every bad input gets its sentence, and not a cell of the workbook changes. */
import { createPlainEngine } from "../../src/workbench/engine/plain";
import { emptySheet, type Book } from "../../src/xlsx/book";
import type { InputValue } from "../../src/template/model";
import { openPlain, openWorkbook, seen } from "./openWorkbook";
import { smallBlueprint, smallPlan, teamBook } from "./workbookFixture";

jest.setTimeout(120_000);

const withBook = (change: (book: Book) => void): Book => {
  const book = teamBook();
  change(book);
  return book;
};
const planWith = (id: string, given: InputValue) =>
  smallPlan({ inputs: { [id]: given } });

const table: [
  what: string,
  book: Book,
  plan: ReturnType<typeof smallPlan>,
  code: string,
  sentence: string | RegExp,
][] = [
  [
    "a sheet that exists, whatever its case",
    withBook((book) => book.sheets.push(emptySheet("s3", "fy27 guide"))),
    smallPlan(),
    "sheet_exists",
    'A sheet named "fy27 guide" already exists; rename it, or give the plan another name.',
  ],
  [
    "a name that exists, whatever its case",
    withBook((book) =>
      book.names.push({ name: "FUNNEL_FY27_TOTAL", refersTo: "Budget!$A$1" }),
    ),
    smallPlan(),
    "name_exists",
    "The name Funnel_FY27_Total already exists in this workbook; give the plan another name, or delete them under Formulas > Name Manager.",
  ],
  [
    "a table of the name",
    withBook((book) =>
      book.sheets[0]!.tables.push({
        name: "Funnel_FY27_Total",
        ref: "E1:F3",
        headers: true,
        totals: false,
        columns: ["a", "b"],
      }),
    ),
    smallPlan(),
    "name_exists",
    /^The name Funnel_FY27_Total already exists/,
  ],
  [
    "a workbook whose structure is protected",
    withBook((book) => (book.structureLocked = true)),
    smallPlan(),
    "workbook_protected",
    "The structure of this workbook is protected, so sheets can be neither added nor removed; choose Review > Protect Workbook to unprotect it, then try again.",
  ],
  [
    "a read-only workbook",
    withBook((book) => (book.readOnly = true)),
    smallPlan(),
    "workbook_read_only",
    "This workbook is open read-only; choose Enable Editing, or save a copy of it, then try again.",
  ],
  [
    "too many sheets",
    withBook((book) => {
      for (let n = 3; n <= 248; n++)
        book.sheets.push(emptySheet(`s${n}`, `Sheet ${n}`));
    }),
    smallPlan(),
    "too_many_sheets",
    "This workbook has 248 sheets and the plan would make it 251; OneFunnel stops at 250. Delete sheets that nobody uses, or insert into another workbook.",
  ],
  [
    "a link to a sheet that is not there",
    teamBook(),
    planWith("ntm_revenue", { link: "Gone!$C$14" }),
    "bad_link",
    'The link Gone!$C$14 leads to the sheet "Gone", which this workbook does not have; select a cell anew.',
  ],
  [
    "a link to a deleted sheet",
    teamBook(),
    planWith("ntm_revenue", { link: "#REF!$C$14" }),
    "bad_link",
    "The link #REF!$C$14 leads to a deleted sheet or cell; select a cell anew.",
  ],
  [
    "a link to several cells",
    teamBook(),
    planWith("ntm_revenue", { link: "Budget!$B$2:$B$3" }),
    "not_a_single_cell",
    "The link Budget!$B$2:$B$3 covers 2 cells; link to one cell.",
  ],
  [
    "a link into the plan itself",
    teamBook(),
    planWith("ntm_revenue", { link: "'FY27 Assumptions'!$B$4" }),
    "bad_link",
    "The link 'FY27 Assumptions'!$B$4 leads into the plan's own sheets; link to a cell outside the plan.",
  ],
  [
    "a link to an error",
    teamBook(),
    planWith("ntm_revenue", { link: "Budget!$B$5" }),
    "bad_link",
    "The cell Budget!$B$5 shows #DIV/0!; repair it, or link to another cell.",
  ],
  [
    "a link to a text where a number belongs",
    teamBook(),
    planWith("ntm_revenue", { link: "Budget!$B$6" }),
    "bad_link",
    /must be a number; got "ten million"/,
  ],
  [
    "a link to a blank cell",
    teamBook(),
    planWith("ntm_revenue", { link: "Budget!$B$7" }),
    "bad_link",
    /is blank/,
  ],
  [
    "a rate above 1",
    teamBook(),
    planWith("s1/mql_to_sql", { value: 20 }),
    "bad_input",
    /must be above 0 and at most 100 %; got 20; enter 20% or 0.2/,
  ],
  [
    "a rate of 0",
    teamBook(),
    planWith("s1/mql_to_sql", { value: 0 }),
    "bad_input",
    /must be above 0 and at most 100 %; got 0/,
  ],
  [
    "a blank input",
    teamBook(),
    planWith("ntm_revenue", { value: "" }),
    "bad_input",
    /is blank. Enter a value or link a cell./,
  ],
  [
    "a negative input",
    teamBook(),
    planWith("ntm_revenue", { value: -1 }),
    "bad_input",
    /must be 0 or more; got -1/,
  ],
  [
    "a text where a number belongs",
    teamBook(),
    planWith("ntm_revenue", { value: "lots" }),
    "bad_input",
    /must be a number; got "lots"/,
  ],
];

test.each(table)("insert refuses %s", async (_, book, plan, code, sentence) => {
  const { engine, workbook, host } = openPlain(book);
  const before = seen(engine.book());
  const survey = await workbook.survey(smallBlueprint(plan));
  expect(survey.faults[0]).toMatchObject({ code });
  if (typeof sentence === "string")
    expect(survey.faults[0]?.sentence).toBe(sentence);
  else expect(survey.faults[0]?.sentence).toMatch(sentence);
  host.resetCounters();
  await expect(workbook.insert(smallBlueprint(plan))).rejects.toMatchObject({
    code,
    sentence: survey.faults[0]?.sentence,
  });
  expect(host.counters.requests).toBeLessThanOrEqual(2);
  expect(seen(engine.book())).toEqual(before);
});

test("insert refuses the same plan twice, even where its sheets and names have been renamed", async () => {
  const { engine, workbook } = openPlain(teamBook());
  await workbook.insert(smallBlueprint());
  for (const { id, name } of engine.sheets())
    if (name.startsWith("FY27")) engine.renameSheet(id, `My ${name}`);
  for (const { name } of engine.names())
    if (name.startsWith("Funnel")) engine.deleteName(name);
  const before = seen(engine.book());
  await expect(workbook.insert(smallBlueprint())).rejects.toMatchObject({
    code: "plan_exists",
    sentence:
      'The plan "FY27" is already in this workbook; remove it first, or make a plan with another name.',
  });
  expect(seen(engine.book())).toEqual(before);
});

test("a cell in edit refuses everything with its sentence", async () => {
  const engine = createPlainEngine(teamBook());
  const { workbook } = openWorkbook(engine);
  const before = seen(engine.book());
  engine.setEditing(true);
  const fault = {
    code: "cell_in_edit",
    sentence:
      "Excel is in the middle of editing a cell; press Enter or Esc, then try again.",
  };
  expect((await workbook.survey(smallBlueprint())).faults).toEqual([
    expect.objectContaining(fault),
  ]);
  await expect(workbook.insert(smallBlueprint())).rejects.toMatchObject(fault);
  await expect(workbook.remove("p-1")).rejects.toMatchObject(fault);
  await expect(workbook.selectedCell()).rejects.toMatchObject(fault);
  engine.setEditing(false);
  expect(seen(engine.book())).toEqual(before);
});

test("a cell that comes into edit half-way: the insertion is taken back as soon as the user is done", async () => {
  const engine = createPlainEngine(teamBook());
  const { workbook } = openWorkbook(engine);
  const before = seen(engine.book());
  const insertion = workbook.insert(smallBlueprint(), {
    onProgress: ({ done }) => {
      if (done === 3) engine.setEditing(true);
    },
  });
  setTimeout(() => engine.setEditing(false), 200);
  await expect(insertion).rejects.toMatchObject({
    code: "cell_in_edit",
    sentence: expect.stringMatching(/The workbook is as it was before.$/),
  });
  expect(seen(engine.book())).toEqual(before);
});

test("survey lists what would be made and every reason at once", async () => {
  const book = withBook((one) => {
    one.structureLocked = true;
    one.sheets.push(emptySheet("s3", "FY27 Guide"));
  });
  const { workbook } = openPlain(book);
  const survey = await workbook.survey(
    smallBlueprint(planWith("ntm_revenue", { link: "Gone!A1" })),
  );
  expect(survey.sheets).toEqual([
    "FY27 Guide",
    "FY27 Assumptions",
    "FY27 Checks",
  ]);
  expect(survey.names).toEqual([
    "Funnel_FY27_NTM_Revenue",
    "Funnel_FY27_As_of",
    "Funnel_FY27_Total",
  ]);
  expect(survey.faults.map(({ code }) => code)).toEqual([
    "workbook_protected",
    "sheet_exists",
    "bad_link",
  ]);
});
