/** The help pages: one per function, true examples, sentences, no link astray, nothing from the network. */
import {
  brokenLinks,
  referencePages,
  type ReferencePage,
} from "../../src/tools/referencePages";
import {
  ExcelError,
  readCall,
  runCall,
  type CallResult,
} from "../../src/tools/exampleCall";
import { PAGE_NOTES } from "../../src/functions/pageNotes";
import { callFace, FACES, installRuntime } from "./runtime";

let pages: ReferencePage[];
beforeAll(async () => {
  pages = await referencePages({ version: "1.2.3" });
});

const page = (id: string) =>
  pages.find(({ path }) => path === `reference/${id}.html`)!.html;

test("there is a page for every function, an index and a style sheet", () => {
  expect(pages.map(({ path }) => path).sort()).toEqual(
    [
      "index.html",
      "reference.css",
      ...Object.keys(FACES).map((id) => `${id}.html`),
    ]
      .map((file) => `reference/${file}`)
      .sort(),
  );
  for (const id of Object.keys(FACES))
    expect(page("index")).toContain(`href="${id}.html"`);
});

test("a page shows arguments with units, executed examples, refusals with sentences and the plain formula", () => {
  const html = page("REQUIRED_MQLS");
  expect(html).toContain(
    '<pre class="call">=FUNNEL.REQUIRED_MQLS(bookings_target, average_deal_size, mql_to_sql, sql_to_booking, [source_share], [rounding])</pre>',
  );
  expect(html).toContain(
    "<td>Bookings to reach</td><td>money</td><td>cell, required</td>",
  );
  expect(html).toContain("<td>533.3333333333334</td>");
  expect(html).toContain(
    "<td>#VALUE!</td><td>mql_to_sql must be above 0 and at most 1; got 25 - enter 25% or 0.25</td>",
  );
  expect(html).toContain(
    "=IF(B2/B3=0,0,B2/B3/IF(B5=0,NA(),B5)/IF(B4=0,NA(),B4))",
  );
  expect(html).toContain("OneFunnel 1.2.3");
});

test("pages load nothing from the network and hold no script", () => {
  for (const { html } of pages)
    expect(html).not.toMatch(/https?:|<script|@import|url\(/);
});

test("a link astray is named", () => {
  const [first] = pages;
  const wrong = {
    path: "reference/X.html",
    html: '<a href="GONE.html">x</a><a href="#gone">y</a><a href="index.html">z</a>',
  };
  expect(
    brokenLinks(
      [first!, { path: "reference/reference.css", html: "" }, wrong]
        .filter(({ path }) => path !== "reference/index.html")
        .concat({ path: "reference/index.html", html: "" }),
    ),
  ).toEqual([
    "reference/X.html links to GONE.html, which does not exist.",
    "reference/X.html links to #gone, which does not exist.",
  ]);
});

const calls = Object.values(PAGE_NOTES).flatMap(({ examples, refusals }) => [
  ...examples.map(({ call }) => call),
  ...refusals,
]);

test.each(calls)("%s answers the same on Microsoft's runtime", (call) => {
  installRuntime();
  const { id, args } = readCall(call);
  const shown = runCall({ id, args });
  expect(plainErrors(callFace(id, args))).toEqual(plainErrors(shown));
});

/** Errors within results by code and sentence, whichever runtime made them. */
function plainErrors(outcome: CallResult): unknown {
  const { value } = outcome as { value?: unknown };
  if (!Array.isArray(value)) return outcome;
  return (value as unknown[][]).map((line) =>
    line.map((each) =>
      each instanceof CustomFunctions.Error || each instanceof ExcelError
        ? [each.code, each.message]
        : each,
    ),
  );
}

test("calls are read as Excel reads them", () => {
  expect(
    readCall('=FUNNEL.ANY_ONE(1, 25%, , "a, ""b""", TRUE, {1,2;3,4})'),
  ).toEqual({
    id: "ANY_ONE",
    args: [
      1,
      0.25,
      null,
      'a, "b"',
      true,
      [
        [1, 2],
        [3, 4],
      ],
    ],
  });
  expect(
    readCall("=FUNNEL.ANY_ONE(DATE(2026,3,6)+TIME(12,0,0), DATE(2026, 3, 6))")
      .args,
  ).toEqual([46_087.5, 46_087]);
  expect(() => readCall("=SUM(1)")).toThrow("This is not a call: =SUM(1)");
  expect(() => readCall("=FUNNEL.ANY_ONE(A1)")).toThrow(
    "This is not a constant: A1",
  );
});
