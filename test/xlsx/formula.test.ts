/** Formulas as a user reads them, and as a file stores them. */
import fc from "fast-check";
import { needsDynamicMark } from "../../src/xlsx/arrayFormulas";
import {
  canSpill,
  customFunctions,
  fromFile,
  renameSheets,
  toFile,
  translate,
} from "../../src/xlsx/formula";
import { decodeText, encodeText } from "../../src/xlsx/text";

const custom = customFunctions(["FUNNEL.REQUIRED_MQLS", "FUNNEL.SPLIT"]);

test.each<[what: string, read: string, stored: string]>([
  ["an old function", "SUM(A1:A3)", "SUM(A1:A3)"],
  ["a young function", "XLOOKUP(A1,B:B,C:C)", "_xlfn.XLOOKUP(A1,B:B,C:C)"],
  [
    "a function of two prefixes",
    "SORT(FILTER(A1:A9,B1:B9>0))",
    "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))",
  ],
  [
    "a dotted young function",
    "NORM.DIST(1,0,1,TRUE)",
    "_xlfn.NORM.DIST(1,0,1,TRUE)",
  ],
  [
    "a young function without prefix",
    "NETWORKDAYS.INTL(A1,B1,1)",
    "NETWORKDAYS.INTL(A1,B1,1)",
  ],
  [
    "a custom function",
    "FUNNEL.REQUIRED_MQLS(A1,2)",
    "_xldudf_FUNNEL_REQUIRED_MQLS(A1,2)",
  ],
  [
    "a custom function inside another",
    "IFERROR(FUNNEL.SPLIT(FUNNEL.REQUIRED_MQLS(1,2)),7)",
    "IFERROR(_xldudf_FUNNEL_SPLIT(_xldudf_FUNNEL_REQUIRED_MQLS(1,2)),7)",
  ],
  [
    "a text that names functions",
    '"XLOOKUP("&"FUNNEL.SPLIT(1)"&A1',
    '"XLOOKUP("&"FUNNEL.SPLIT(1)"&A1',
  ],
  [
    "a sheet that is called like a function",
    "'FUNNEL.SPLIT('!A1+'XLOOKUP(1)'!B2",
    "'FUNNEL.SPLIT('!A1+'XLOOKUP(1)'!B2",
  ],
  [
    "a name that is called like a function",
    "XLOOKUP*2+Sequence",
    "XLOOKUP*2+Sequence",
  ],
  [
    "names bound by LET",
    "LET(x,A1,y,x*2,x+y)",
    "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y)",
  ],
  [
    "names bound by LAMBDA",
    "LAMBDA(a,b,a+b)(1,2)+a",
    "_xlfn.LAMBDA(_xlpm.a,_xlpm.b,_xlpm.a+_xlpm.b)(1,2)+a",
  ],
  [
    "a LAMBDA bound by LET and called",
    "LET(sq,LAMBDA(n,n*n),sq(5))",
    "_xlfn.LET(_xlpm.sq,_xlfn.LAMBDA(_xlpm.n,_xlpm.n*_xlpm.n),_xlpm.sq(5))",
  ],
  [
    "a parameter that may be left out",
    "LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))",
    "_xlfn.LAMBDA(_xlpm.x,_xlop.y,IF(_xlfn.ISOMITTED(_xlpm.y),_xlpm.x,_xlpm.x+_xlpm.y))",
  ],
  [
    "LET with spaces",
    "LET( x , 1 , x + 1 )",
    "_xlfn.LET( _xlpm.x , 1 , _xlpm.x + 1 )",
  ],
  ["a spilled range", "SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
  [
    "a spilled range of another sheet",
    "SUM('My plan'!$B$4#)*2",
    "SUM(_xlfn.ANCHORARRAY('My plan'!$B$4))*2",
  ],
  ["implicit intersection", "@A1:A3*2", "_xlfn.SINGLE(A1:A3)*2"],
  [
    "implicit intersection of a call",
    "1+@INDEX(A1:A3,@B1:B3)",
    "1+_xlfn.SINGLE(INDEX(A1:A3,_xlfn.SINGLE(B1:B3)))",
  ],
  [
    "implicit intersection of a spill",
    "@A1#",
    "_xlfn.SINGLE(_xlfn.ANCHORARRAY(A1))",
  ],
  ["this row of a table", "Leads[@Score]*2", "Leads[[#This Row],[Score]]*2"],
  [
    "two columns of this row",
    "SUM(Leads[@[First one]:[Last]])",
    "SUM(Leads[[#This Row],[First one]:[Last]])",
  ],
  [
    "parts of a table",
    "SUM(Leads[Score])+Leads[[#Totals],[Score]]",
    "SUM(Leads[Score])+Leads[[#Totals],[Score]]",
  ],
  [
    "another workbook",
    "[1]Sheet1!A1+'[2]My sheet'!$B$2",
    "[1]Sheet1!A1+'[2]My sheet'!$B$2",
  ],
  ["error values and numbers", "#REF!+1E-7+.5%", "#REF!+1E-7+.5%"],
  ["arrays", '{1,2;"XLOOKUP(",TRUE}', '{1,2;"XLOOKUP(",TRUE}'],
])("%s", (_, read, stored) => {
  expect(toFile(read, custom)).toBe(stored);
  expect(fromFile(stored, custom)).toBe(read);
});

test.each<[what: string, stored: string, read: string]>([
  [
    "a custom function in lower case, as LibreOffice writes it",
    "_xldudf_funnel_split(1)",
    "FUNNEL.SPLIT(1)",
  ],
  [
    "a custom function that nobody registered",
    "_xldudf_OTHER_THING(1)",
    "_xldudf_OTHER_THING(1)",
  ],
  [
    "a function younger than this table",
    "_xlfn.NEVERHEARD(1)",
    "NEVERHEARD(1)",
  ],
  ["SINGLE of a sum", "_xlfn.SINGLE(A1+B1)", "SINGLE(A1+B1)"],
])("read only: %s", (_, stored, read) => {
  expect(fromFile(stored, custom)).toBe(read);
});

test("a column of this row without its table gets the table of its cell", () => {
  expect(toFile("[@Score]*[@[Two words]]", custom, { table: "Leads" })).toBe(
    "Leads[[#This Row],[Score]]*Leads[[#This Row],[Two words]]",
  );
});

test("any case of a custom function is stored as it was declared", () => {
  expect(toFile("funnel.Split(1)", custom)).toBe("_xldudf_FUNNEL_SPLIT(1)");
});

test.each<[string, boolean]>([
  ["SEQUENCE(3)", true],
  ["1+XLOOKUP(A1,B:B,C:C)", true],
  ["SUM(A1#)", true],
  ["SUMPRODUCT(A1:A3*B1:B3)", false],
  ['"SEQUENCE("&A1', false],
])("%s can spill: %s", (formula, spills) => {
  expect(canSpill(formula)).toBe(spills);
});

test.each<[formula: string, marked: boolean]>([
  ["SUM((A1:A3>1)*1)", true],
  ["SUM(LEN(A1:A3))", true],
  ['MAX(IF(Leads[Segment]="SMB",Leads[Amount]))', true],
  ["A1:A3", true],
  ["SEQUENCE(3)", true],
  ["SUM(A:A*2)", true],
  ['SUMPRODUCT((A1:A3>1)*(B1:B3="x")*C1:C3)', false],
  ["r*SUMPRODUCT(A1:C1*(A2:C2<=t)*SUMIF(A3:C3,t-A2:C2,A4:C4))", false],
  ["SUM(A1:A3)*2+INDEX(B1:B9,MATCH(A1,C1:C9,0))", false],
  ["IF(SUM(A1:A3)=0,0,A1)", false],
  ["SUM(A1:INDEX(A1:A9,3))", false],
  ["@A1:A3*2", false],
  ["Leads[@Score]*2", false],
  ["IF(Leads[[#Totals],[Score]]>1,1,2)", false],
  ['COUNTIFS(Leads[Segment],$A5,Leads[MQL time],">0")', false],
  ["IF(", false],
])("%s is stored as a dynamic array: %s", (formula, marked) => {
  expect(needsDynamicMark(formula)).toBe(marked);
});

test.each<[string, string, string, string]>([
  ["A1+$B$2+C$3+$D4", "C3", "D5", "B3+$B$2+D$3+$D6"],
  ["SUM(A:A)+SUM(1:1)", "C3", "D5", "SUM(B:B)+SUM(3:3)"],
  ["'x y'!A1&\"A1\"&Name1", "A1", "B2", "'x y'!B2&\"A1\"&Name1"],
])("%s of %s is shared by %s", (formula, from, to, expected) => {
  expect(translate(formula, from, to)).toBe(expected);
});

test.each<[string, string]>([
  ["Old!A1+'Old'!B2", "'New one'!A1+'New one'!B2"],
  ["SUM(Old:Other!A1)", "SUM('New one:Other'!A1)"],
  ['"Old!A1"&Older!A1', '"Old!A1"&Older!A1'],
  ["OLD!A1#", "'New one'!A1#"],
])("%s after Old is called New one: %s", (formula, expected) => {
  expect(renameSheets(formula, new Map([["Old", "New one"]]))).toBe(expected);
});

// ---------------------------------------------------------------- properties

const name = fc.constantFrom("x", "rate", "Total_1", "value");
const leaf = fc.oneof(
  fc.constantFrom(
    "A1",
    "$B$2:C9",
    "'My sheet'!A1",
    "Leads[Score]",
    "Leads[@Score]",
    "1.5",
    "TRUE",
    "#N/A",
    "Name_1",
    "A1#",
  ),
  fc.string({ maxLength: 12 }).map((text) => `"${text.replace(/"/g, '""')}"`),
);
const formula = fc.letrec<{ one: string }>((tie) => ({
  one: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc
      .tuple(
        tie("one"),
        fc.constantFrom("+", "*", "&", ">=", " & "),
        tie("one"),
      )
      .map((list) => list.join("")),
    fc
      .tuple(
        fc.constantFrom(
          "SUM",
          "XLOOKUP",
          "FILTER",
          "NORM.DIST",
          "FUNNEL.SPLIT",
          "FUNNEL.REQUIRED_MQLS",
        ),
        fc.array(tie("one"), { minLength: 1, maxLength: 3 }),
      )
      .map(([call, list]) => `${call}(${list.join(",")})`),
    fc
      .tuple(name, tie("one"), tie("one"))
      .map(([bound, value, body]) => `LET(${bound},${value},${bound}+${body})`),
    fc
      .tuple(name, tie("one"), tie("one"))
      .map(
        ([bound, body, value]) => `LAMBDA(${bound},${body}*${bound})(${value})`,
      ),
  ),
})).one;

test("what is stored reads back as it was typed", () => {
  fc.assert(
    fc.property(
      formula,
      (typed) => fromFile(toFile(typed, custom), custom) === typed,
    ),
    { numRuns: 2000, seed: 1 },
  );
});

test("a stored formula that is stored again does not change", () => {
  fc.assert(
    fc.property(formula, (typed) => {
      const stored = toFile(typed, custom);
      return toFile(fromFile(stored, custom), custom) === stored;
    }),
    { numRuns: 2000, seed: 2 },
  );
});

test("every text survives: control characters, lone surrogates, texts that look escaped", () => {
  const unit = fc.oneof(
    fc.constantFrom(
      "_x0041_",
      "_x005F_",
      "_x",
      "_",
      "x00",
      "\u0000",
      "\u0001",
      "\t",
      "\n",
      "\r",
      "\uFFFE",
      "\uD800",
      "\uDC00",
      "😀",
    ),
    fc.string({ maxLength: 3, unit: "binary" }),
  );
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 8 }).map((list) => list.join("")),
      (text) => {
        const stored = encodeText(text);
        expect(stored).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/);
        expect(decodeText(stored)).toBe(text);
      },
    ),
    { numRuns: 3000, seed: 3 },
  );
});
