/** FUNNEL formulas become plain ones: what is replaced, what stays as typed, what is frozen and why. */
import { nativeForm, type NativeArguments } from "../../src/formula/native";
import { LONGEST_LIST as OF_FORMULAS } from "../../src/formula/portable/call";
import { LONGEST_LIST as OF_FUNCTIONS } from "../../src/functions/givenRanges";
import { cellOf, changed, column, made, row } from "./portableBook";

/** The plain formula of one call, without "=". */
const plain = (id: string, given: NativeArguments): string =>
  nativeForm(id, given)!.formula.slice(1);

/** REQUIRED_DEALS is the shortest: target / deal size. */
describe("a call becomes its plain formula, the rest stays as typed", () => {
  test.each<[string, formula: string, written: string]>([
    ["alone", "=FUNNEL.REQUIRED_DEALS(A1,B1)", "=A1/B1"],
    ["as a file stores it", "=_xldudf_FUNNEL_REQUIRED_DEALS(A1,B1)", "=A1/B1"],
    ["half stored", "=_xldudf_FUNNEL.REQUIRED_DEALS(A1,B1)", "=A1/B1"],
    ["in lower case", "=funnel.required_deals(A1,B1)", "=A1/B1"],
    ["in mixed case", "=Funnel.Required_Deals(a1,$b$1)", "=a1/$b$1"],
    ["with @ before it", "=@FUNNEL.REQUIRED_DEALS(A1,B1)*2", "=(A1/B1)*2"],
    [
      "with @ as a file stores it",
      "=_xlfn.SINGLE(_xldudf_FUNNEL_REQUIRED_DEALS(A1,B1))*2",
      "=(A1/B1)*2",
    ],
    [
      "spaces and line breaks of the rest are kept",
      "= 1 +\n  FUNNEL.REQUIRED_DEALS( A1 ,\n B1 )  * 2",
      "= 1 +\n  (A1/B1)  * 2",
    ],
    ["a space before the bracket", "=FUNNEL.REQUIRED_DEALS (A1,B1)", "=A1/B1"],
    [
      "sheets in quotes",
      "=FUNNEL.REQUIRED_DEALS('My Plan'!B2,'It''s FUNNEL.X(1)'!$C$3)",
      "='My Plan'!B2/'It''s FUNNEL.X(1)'!$C$3",
    ],
    [
      "expressions get brackets",
      "=FUNNEL.REQUIRED_DEALS(A1+A2,B1%*2)",
      "=(A1+A2)/(B1%*2)",
    ],
    ["a negative number", "=FUNNEL.REQUIRED_DEALS(-5,B1)", "=(-5)/B1"],
    ["a name", "=FUNNEL.REQUIRED_DEALS(Target,Plan!Deal)", "=Target/Plan!Deal"],
    [
      "a table's row",
      "=FUNNEL.REQUIRED_DEALS([@Target],Sources[@Share])",
      "=([@Target])/(Sources[@Share])",
    ],
    [
      "an argument left out between commas",
      '=FUNNEL.REQUIRED_DEALS(A1,B1,,"final")',
      "=ROUNDUP(ROUND(A1/B1,6),0)",
    ],
    [
      "as an argument",
      '=IFERROR(FUNNEL.REQUIRED_DEALS(A1,B1),"")',
      '=IFERROR(A1/B1,"")',
    ],
    ["below a minus", "=-FUNNEL.REQUIRED_DEALS(A1,B1)", "=-(A1/B1)"],
    ["before %", "=2^FUNNEL.REQUIRED_DEALS(A1,B1)%", "=2^(A1/B1)%"],
    ["in brackets", "=(FUNNEL.REQUIRED_DEALS(A1,B1))/C1", "=(A1/B1)/C1"],
    [
      "in both branches of IF",
      "=IF(A1>0,FUNNEL.REQUIRED_DEALS(A1,B1),FUNNEL.REQUIRED_DEALS(1,B1)+1)",
      "=IF(A1>0,A1/B1,(1/B1)+1)",
    ],
    [
      "a call inside a call",
      "=FUNNEL.REQUIRED_DEALS(FUNNEL.REQUIRED_DEALS(A1,B1),C1)",
      "=(A1/B1)/C1",
    ],
    [
      "beside text that only looks like one",
      '="FUNNEL.APPORTION(1)"&"a""FUNNEL.X("&FUNNEL.REQUIRED_DEALS(A1,B1)&FUNNEL_total&\'FUNNEL.Plan\'!A1',
      '="FUNNEL.APPORTION(1)"&"a""FUNNEL.X("&(A1/B1)&FUNNEL_total&\'FUNNEL.Plan\'!A1',
    ],
    [
      "inside LET",
      "=LET(t,A1*2,FUNNEL.REQUIRED_DEALS(t,B1)+t)",
      "=LET(t,A1*2,(t/B1)+t)",
    ],
    [
      "inside LET as a file stores it",
      "=_xlfn.LET(_xlpm.t,A1*2,_xldudf_FUNNEL_REQUIRED_DEALS(_xlpm.t,B1))",
      "=_xlfn.LET(_xlpm.t,A1*2,_xlpm.t/B1)",
    ],
    [
      "inside LAMBDA",
      "=LAMBDA(x,FUNNEL.REQUIRED_DEALS(x,B1))(A1)",
      "=LAMBDA(x,x/B1)(A1)",
    ],
    [
      "a function of the formula's own in an argument",
      "=LET(double,LAMBDA(x,x*2),FUNNEL.REQUIRED_DEALS(double(A1),B1))",
      "=LET(double,LAMBDA(x,x*2),(double(A1))/B1)",
    ],
    [
      "one cell looked up, whatever it finds",
      "=FUNNEL.REQUIRED_DEALS(VLOOKUP(A1,C:D,2,FALSE),INDEX(C:C,A2))",
      "=(VLOOKUP(A1,C:D,2,FALSE))/(INDEX(C:C,A2))",
    ],
  ])("%s", (_, formula, written) => {
    expect(changed(formula)).toEqual({
      ...{ sheet: "Plan", address: "F5", rows: 1, columns: 1 },
      ...{ original: formula, before: [[7]], formula: written },
    });
  });

  test.each([
    '="FUNNEL.REQUIRED_DEALS(A1,B1)"',
    "='FUNNEL.REQUIRED_DEALS(A1,B1)'!A1",
    "=FUNNEL.Total+FUNNEL_Total*FUNNEL_REQUIRED_DEALS(1,2)",
    "=Table1[FUNNEL.REQUIRED_DEALS(A1)]",
    "=MYFUNNEL.REQUIRED_DEALS(1,2)",
    "=OTHER.FUNNEL.REQUIRED_DEALS(1,2)",
    "=_xldudf_OTHER_FUNNEL(1)",
    '=SUM(A1#)&"#"',
  ])("%s is left alone", (formula) => {
    expect(made([cellOf("F5", formula)])).toMatchObject({
      changes: [],
      left: [],
      unanswered: [],
      record: { runs: [] },
    });
  });
});

const SPREAD = column(1, 2, 4);
const weights = (text: string): NativeArguments => ({
  total: { text: "10" },
  weights: { text, rows: 3, columns: 1 },
});

describe("results of several cells are array-entered", () => {
  test.each<[string, formula: string, text: string]>([
    ["a range", "=FUNNEL.APPORTION(10,$A$1:A3)", "$A$1:A3"],
    [
      "of another sheet",
      "=FUNNEL.APPORTION(10,'My Plan'!A1:A3)",
      "'My Plan'!A1:A3",
    ],
    ["an array written out", "=FUNNEL.APPORTION(10,{1;2;3})", "{1;2;3}"],
    ["a name", "=FUNNEL.APPORTION(10,Shares)", "Shares"],
    [
      "a table's column",
      "=FUNNEL.APPORTION(10,Sources[Share])",
      "Sources[Share]",
    ],
    [
      "a whole column, up to its last entry",
      "=FUNNEL.APPORTION(10,A:A)",
      "A1:A3",
    ],
    [
      "… of another sheet",
      "=FUNNEL.APPORTION(10,Inputs!$A:$A)",
      "Inputs!$A1:$A3",
    ],
    ["… in brackets", "=FUNNEL.APPORTION(10,(A:A))", "A1:A3"],
    [
      "a long range, up to its last entry",
      "=FUNNEL.APPORTION(10,A2:A400)",
      "A2:A4",
    ],
    ["a calculated range", "=FUNNEL.APPORTION(10,A1:A3*2)", "A1:A3*2"],
    [
      "… with one line beside it",
      "=FUNNEL.APPORTION(10,ROUND(A1:A3,2)+B1:B3)",
      "ROUND(A1:A3,2)+B1:B3",
    ],
    ["… turned", "=FUNNEL.APPORTION(10,TRANSPOSE(A1:C1))", "TRANSPOSE(A1:C1)"],
    [
      "one of two ranges",
      "=FUNNEL.APPORTION(10,IF(B1,A1:A3,C1:C3))",
      "IF(B1,A1:A3,C1:C3)",
    ],
  ])("%s", (_, formula, text) => {
    expect(changed(formula, SPREAD)).toMatchObject({
      formula: `=${plain("APPORTION", weights(text))}`,
      ...{ isArray: true, rows: 3, columns: 1 },
    });
  });

  test("a row of results is a row", () => {
    expect(
      changed("=FUNNEL.EXPECTED_VOLUMES(A1,Rates)", row(1, 2, 3)),
    ).toMatchObject({ isArray: true, rows: 1, columns: 3 });
  });

  test("a single cell may stand where a range may", () => {
    expect(changed("=FUNNEL.SOURCE_TARGETS(A1,B1)")).toMatchObject({
      formula: "=A1*B1",
    });
    expect(changed("=FUNNEL.SOURCE_TARGETS(A1,B1)")?.isArray).toBeUndefined();
    expect(changed("=FUNNEL.SOURCE_TARGETS(A1,INDEX(C1:C3,2))")).toMatchObject({
      formula: "=A1*(INDEX(C1:C3,2))",
    });
  });

  test("a formula around them covers as many cells as it did", () => {
    expect(
      changed("=IFERROR(FUNNEL.SOURCE_TARGETS(A1,B1:B3)*2,0)", SPREAD),
    ).toMatchObject({
      formula: "=IFERROR((A1*B1:B3)*2,0)",
      ...{ isArray: true, rows: 3, columns: 1 },
    });
  });

  test("one value of several needs the array entry too", () => {
    expect(changed("=SUM(FUNNEL.SOURCE_TARGETS(A1,B1:B3))")).toMatchObject({
      ...{ formula: "=SUM(A1*B1:B3)", isArray: true, rows: 1, columns: 1 },
    });
    expect(changed("=INDEX(FUNNEL.SOURCE_TARGETS(A1,B1:B3),2)")).toMatchObject({
      ...{ formula: "=INDEX(A1*B1:B3,2)", isArray: true },
    });
    expect(changed("=@FUNNEL.SOURCE_TARGETS(A1,B1:B3)+1")).toMatchObject({
      ...{ formula: "=INDEX(A1*B1:B3,1,1)+1", isArray: true },
    });
    expect(
      changed(
        "=FUNNEL.SOURCE_TARGETS(SUM(FUNNEL.SOURCE_TARGETS(A1,B1:B3)),C1)",
      ),
    ).toMatchObject({ formula: "=(SUM(A1*B1:B3))*C1", isArray: true });
  });

  test("an array formula of the user's keeps its area", () => {
    const cell = {
      ...cellOf("F5", "=FUNNEL.SOURCE_TARGETS(A1,B1:B2)", SPREAD),
      isArray: true,
    };
    expect(made([cell]).changes[0]).toMatchObject({
      ...{ formula: "=A1*B1:B2", isArray: true, wasArray: true, rows: 3 },
    });
  });

  test("ranges of one length end where the longest of them ends", () => {
    const cells = [
      cellOf(
        "F5",
        "=SUM(FUNNEL.APPORTION(10,B:B))+SUM(FUNNEL.APPORTION(10,A:A))",
      ),
    ];
    expect(made(cells).changes[0]!.formula).toContain("B1:B4");
    expect(made(cells).changes[0]!.formula).toContain("A1:A3");
  });

  test("the functions and their plain formulas agree on what a long range is", () => {
    expect(OF_FORMULAS).toBe(OF_FUNCTIONS);
  });
});

describe("where there is no plain formula the values stay", () => {
  const nested = (depth: number): string =>
    depth === 0 ? "A1" : `FUNNEL.REQUIRED_REPS(${nested(depth - 1)},A2)`;
  const deep = (depth: number): string =>
    depth === 0 ? "FUNNEL.REQUIRED_DEALS(A1,B1+1)" : `ABS(${deep(depth - 1)})`;
  test.each<[formula: string, reason: string]>([
    ["=1+FUNNEL.LOCAL_TIME(A1,B1)", "FUNNEL.LOCAL_TIME has no plain formula"],
    [
      "=FUNNEL.REQUIRED_DEALS(A1,FUNNEL.LOCAL_TIME(A1,B1))",
      "FUNNEL.LOCAL_TIME has no plain formula",
    ],
    [
      "=FUNNEL.NEWER(1)",
      "FUNNEL.NEWER is not known to this version of the add-in",
    ],
    [
      "=FUNNEL.REQUIRED_DEALS(A1,B1,1,C1)",
      "this call of FUNNEL.REQUIRED_DEALS has no plain formula",
    ],
    [
      "=FUNNEL.REQUIRED_DEALS()",
      "this call of FUNNEL.REQUIRED_DEALS has no plain formula",
    ],
    ["=FUNNEL.APPORTION(1,2,3)", "FUNNEL.APPORTION takes 2 arguments; got 3"],
    [
      "=FUNNEL.REQUIRED_DEALS(A1:A3,B1)",
      "bookings_target is one value; A1:A3 has 3 x 1 cells",
    ],
    [
      "=FUNNEL.REQUIRED_DEALS(Rates*2,B1)",
      "bookings_target is one value; Rates*2 has 1 x 3 cells",
    ],
    [
      "=FUNNEL.SOURCE_TARGETS(1,OFFSET(A1,0,0,3,1))",
      "the size of OFFSET(A1,0,0,3,1) is not known",
    ],
    [
      "=FUNNEL.SOURCE_TARGETS(1,INDEX(A1:B9,0,A1))",
      "the size of INDEX(A1:B9,0,A1) is not known",
    ],
    [
      "=FUNNEL.SOURCE_TARGETS(1,INDIRECT(A1))",
      "the size of INDIRECT(A1) is not known",
    ],
    [
      "=FUNNEL.SOURCE_TARGETS(1,IF(A1,B1:B3,0))",
      "the size of IF(A1,B1:B3,0) is not known",
    ],
    ["=FUNNEL.SOURCE_TARGETS(1,Unknown)", "the size of Unknown is not known"],
    [
      "=FUNNEL.SOURCE_TARGETS(1,Jan:Mar!A1)",
      "the size of Jan:Mar!A1 is not known",
    ],
    [
      "=FUNNEL.SOURCE_TARGETS(1,A1:B9 B2:C3)",
      "the size of A1:B9 B2:C3 is not known",
    ],
    [
      "=FUNNEL.SOURCE_TARGETS(1,(A1:A3,C1:C3))",
      "several ranges at once, such as (A1,B1), cannot be given",
    ],
    [
      "=LAMBDA(x,FUNNEL.SOURCE_TARGETS(1,x))(A1:A3)",
      "the size of x is not known",
    ],
    [
      "=FUNNEL.APPORTION(1,A1:A200*2)",
      "it is not known how far A1:A200*2 is filled",
    ],
    [
      "=LET(SUM,A1:A3,FUNNEL.APPORTION(10,SUM))",
      "the formula calls a value of its own SUM, a function that the plain formula needs",
    ],
    [
      `=${nested(12)}`,
      "this call of FUNNEL.REQUIRED_REPS has no plain formula, or one that is longer than a cell takes",
    ],
    [
      `=${deep(70)}`,
      "the plain formula would be nested more than 64 deep, which Excel does not take",
    ],
    [
      "=[2]!_xldudf_FUNNEL_REQUIRED_DEALS(A1,B1)",
      "the formula cannot be read: ",
    ],
  ])("%s", (formula, reason) => {
    const change = changed(formula);
    expect(change).toMatchObject({ values: [[7]], before: [[7]] });
    expect(change).not.toHaveProperty("formula");
    expect(change!.reason!.startsWith(reason)).toBe(true);
  });

  test("a spilled result is frozen whole", () => {
    const values = column(1, "#N/A", "x");
    expect(
      changed("=FUNNEL.SOURCE_TARGETS(1,OFFSET(A1,0,0,3,1))", values),
    ).toMatchObject({
      ...{ rows: 3, columns: 1, values },
    });
  });

  test("a result of another size than its plain formula is frozen", () => {
    expect(changed("=FUNNEL.SOURCE_TARGETS(1,A1:A4)", SPREAD)).toMatchObject({
      reason: "the result has 3 x 1 cells, its plain formula 4 x 1 cells",
    });
  });
});

describe("results that cannot be kept", () => {
  test.each<[string, formula: string, value: string, reason: string]>([
    [
      "without room",
      "=FUNNEL.SOURCE_TARGETS(1,A1:A3)",
      "#SPILL!",
      "its result has no room; empty the cells beside it",
    ],
    [
      "on the way, without a plain formula",
      "=FUNNEL.LOCAL_TIME(1,1)",
      "#BUSY!",
      "it is still being calculated; wait for its result",
    ],
    [
      "on the way, of unknown size",
      "=FILTER(FUNNEL.SOURCE_TARGETS(1,A1:A3),B1:B3)",
      "#BUSY!",
      "it is still being calculated; wait for its result",
    ],
    [
      "not loaded",
      "=FUNNEL.LOCAL_TIME(1,1)",
      "#NAME?",
      "the functions are not loaded, so there is no result to keep",
    ],
  ])("%s: the cell stays", (_, formula, value, reason) => {
    const { changes, left } = made([cellOf("F5", formula, [[value]])]);
    expect(changes).toEqual([]);
    expect(left).toEqual([{ sheet: "Plan", address: "F5", formula, reason }]);
  });

  test("a plain formula of one cell needs no result", () => {
    for (const value of ["#NAME?", "#BUSY!", "#N/A"])
      expect(changed("=FUNNEL.REQUIRED_DEALS(A1,B1)", [[value]])).toMatchObject(
        {
          formula: "=A1/B1",
        },
      );
  });

  test("an error where several values may come needs free cells", () => {
    const cell = cellOf("F5", "=FUNNEL.SOURCE_TARGETS(A1,B1:B3)", [["#N/A"]]);
    expect(made([cell]).changes[0]).toMatchObject({
      values: [["#N/A"]],
      reason:
        "the result is an error now, and its plain formula needs 3 x 1 cells that are not free",
    });
    const asked: string[] = [];
    const isFree = (sheet: string, area: string) => {
      asked.push(`${sheet}!${area}`);
      return true;
    };
    expect(made([cell], { isFree }).changes[0]).toMatchObject({
      ...{ formula: "=A1*B1:B3", isArray: true, rows: 3, columns: 1 },
    });
    expect(asked).toEqual(["Plan!F6:F7"]);
    const other = cellOf("E6", "=FUNNEL.SOURCE_TARGETS(A1,B1:D1)", [["#N/A"]]);
    expect(made([cell, other], { isFree }).changes[1]).toHaveProperty("values");
  });
});

describe("a reference to a spilled result", () => {
  const anchor = cellOf("B5", "=FUNNEL.SOURCE_TARGETS(A1,C1:C3)", SPREAD);
  test.each<[string, formula: string, written: string]>([
    ["on its own sheet", "=SUM(B5#)", "=SUM(B5:B7)"],
    ["fixed", "=SUM($B$5#)", "=SUM($B$5:$B$7)"],
    ["from elsewhere", "=SUM(Plan!B$5#)", "=SUM(Plan!B$5:B$7)"],
    ["as a file stores it", "=SUM(_xlfn.ANCHORARRAY(B5))", "=SUM(B5:B7)"],
    ["in one of ours", "=SUM(FUNNEL.SOURCE_TARGETS(A1,B5#))", "=SUM(A1*B5:B7)"],
    ["to another cell stays", "=SUM(B5#)+SUM(D5#)", "=SUM(B5:B7)+SUM(D5#)"],
  ])("%s becomes a plain range", (_, formula, written) => {
    for (const cells of [
      [anchor, cellOf("D9", formula)],
      [cellOf("D9", formula), anchor],
    ])
      expect(
        made(cells).changes.find(({ address }) => address === "D9"),
      ).toMatchObject({ original: formula, formula: written });
  });

  test("also where the result is frozen, and where it spills on", () => {
    const frozen = cellOf(
      "B5",
      "=FUNNEL.SOURCE_TARGETS(A1,INDIRECT(C1))",
      SPREAD,
    );
    const { changes } = made([frozen, cellOf("D9", "=B5#*2", SPREAD)]);
    expect(changes[1]).toMatchObject({
      ...{ formula: "=B5:B7*2", isArray: true, rows: 3, columns: 1 },
    });
  });

  test("a circle ends", () => {
    const one = cellOf("B5", "=SUM(FUNNEL.SOURCE_TARGETS(A1,D5#))");
    const other = cellOf("D5", "=SUM(FUNNEL.SOURCE_TARGETS(A1,B5#))");
    expect(made([one, other]).changes).toHaveLength(2);
  });
});

test("what the look-up does not know is listed once, to be asked and tried again", () => {
  const cells = [
    cellOf("F5", "=FUNNEL.SOURCE_TARGETS(Amount,First)"),
    cellOf(
      "F6",
      "=SUM(FUNNEL.SOURCE_TARGETS(1,Second))+FUNNEL.SOURCE_TARGETS(1,First)",
    ),
  ];
  const { unanswered, changes } = made(cells);
  expect(unanswered.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    "name Amount",
    "name First",
    "name Second",
  ]);
  expect(changes.every(({ formula }) => formula === undefined)).toBe(true);
  const answered = made(cells, { lookUp: () => ({ rows: 1, columns: 1 }) });
  expect(answered.unanswered).toEqual([]);
  expect(answered.changes.map(({ formula }) => formula)).toEqual([
    "=Amount*First",
    "=SUM(1*Second)+(1*First)",
  ]);
});
