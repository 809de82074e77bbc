import { movements } from "../../src/workbook/movements";

const names = [
  { name: "Funnel_A", sheet: "assumptions" as const, ref: "$C$5" },
  { name: "Funnel_B", sheet: "assumptions" as const, ref: "$D$9:$O$9" },
  { name: "Funnel_C", sheet: "checks" as const, ref: "$B$3" },
];
const titles = new Map([
  ["assumptions", "Our numbers"],
  ["checks", "FY27 Checks"],
]);
const where = (formulas: Record<string, string>) =>
  movements(names, new Map(Object.entries(formulas)), titles);

test("cells stand where they were written while the names do", () => {
  const locate = where({
    FUNNEL_A: "='Our numbers'!$C$5",
    FUNNEL_B: "='Our numbers'!$D$9:$O$9",
  });
  expect(locate("assumptions", "C5")).toEqual({ row: 4, column: 2 });
  expect(locate("assumptions", "F9")).toEqual({ row: 8, column: 5 });
});

test("cells move with the named cells of their row and column, else with the nearest before them", () => {
  const locate = where({
    FUNNEL_A: "='Our numbers'!$C$5",
    FUNNEL_B: "='Our numbers'!$E$12:$P$12",
  });
  expect(locate("assumptions", "C5")).toEqual({ row: 4, column: 2 });
  expect(locate("assumptions", "C8")).toEqual({ row: 7, column: 2 });
  expect(locate("assumptions", "D9")).toEqual({ row: 11, column: 4 });
  expect(locate("assumptions", "A10")).toEqual({ row: 12, column: 0 });
});

test("names that are gone, broken or point elsewhere tell nothing", () => {
  for (const formula of ["", "=#REF!$C$9", "=Budget!$C$9", "=0.2"]) {
    expect(where({ FUNNEL_A: formula })("assumptions", "C5")).toEqual({
      row: 4,
      column: 2,
    });
  }
});
