import { FormulaProblem, readFormula } from "../../src/formula/read";

test("a formula is read into functions with argument counts, names, ranges, numbers and texts", () => {
  expect(
    readFormula(
      `=IF(SUM('My ''27'!$E$3:$P$3)=0,"none",Funnel_X*SUMIFS(A1:B1,$E$1:$P$1,"<="&n+1)/12)`,
    ),
  ).toEqual({
    functions: [
      { name: "IF", argumentCount: 3 },
      { name: "SUM", argumentCount: 1 },
      { name: "SUMIFS", argumentCount: 3 },
    ],
    names: ["Funnel_X", "n"],
    ranges: ["'My ''27'!$E$3:$P$3", "A1:B1", "$E$1:$P$1"],
    numbers: [0, 1, 12],
    texts: ["none", "<="],
  });
});

test.each(["=SUM(1,", "=1+*2", "=(1"])("%s is refused", (text) => {
  expect(() => readFormula(text)).toThrow(FormulaProblem);
});
