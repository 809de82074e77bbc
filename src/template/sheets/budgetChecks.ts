/** What must hold on Budget. */
import { budgetLines } from "../budget";
import { columnOf } from "../registers";
import { type Check, READY } from "./check";

/** The register's place does not depend on the segments. */
const LINES = budgetLines({
  segments: [{ id: "s1", name: "", motion: "low volume, high dollar" }],
});
const of = (column: string): string => columnOf(LINES, column);

export const BUDGET_CHECKS: readonly Check[] = [
  {
    id: "moves",
    label: "Proposed moves of the budget sum to zero",
    waitsFor: READY,
    fix: "What is added to one line must be taken from another. Correct the moves on Budget, or raise the budget for growth.",
    plan: () =>
      `ABS(SUM(${of("move")}))<={tolerance}*MAX(1,SUM(${of("spend")}))`,
  },
  {
    id: "limits",
    label: "Each budget line stays between its floor and its cap",
    waitsFor: READY,
    fix: "A line of Budget lies below its floor or above its cap, or below 0 after the move. Correct the move, the floor or the cap.",
    plan: () => `COUNTIF(${of("limit")},"?*")=0`,
  },
  {
    id: "budget",
    label: "The lines spend no more than the budget for growth",
    waitsFor: READY,
    fix: "The lines of Budget sum to more than the budget for growth. Lower a line or raise the budget.",
    plan: () =>
      `IF({budget_total}="",TRUE,SUM(${of("spend")})+SUM(${of("move")})<={budget_total}*(1+{tolerance}))`,
  },
];
