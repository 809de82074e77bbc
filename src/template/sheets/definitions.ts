/** Definitions: the words both teams count by, whom they want to win, and who does what at each step. */
import {
  PROFILE,
  roleId,
  ROLE_STEPS,
  STEP_WORDS,
  TEAMS,
  TERMS,
  type RoleStep,
  type Team,
} from "../definitions";
import { registerRows } from "../registerRows";
import { columnOf } from "../registers";
import {
  type CellSpec,
  type Context,
  gap,
  headingRow,
  inputCell,
  noteRow,
  type RowSpec,
  type SheetSpec,
  subtitleRow,
  titleRow,
} from "../sheet";

const WIDTHS = [36, 40, 32, 32, 22, 15, 18, 18, 13, 12];
const STATE = 9;
const TEAM_IDS = Object.keys(TEAMS) as Team[];
const FIRST_TEAM = 1 + Object.keys(STEP_WORDS).length;

const prose = { role: "prose" } as const;

export function definitionsSheet(context: Context): SheetSpec {
  const { plan } = context;
  return {
    id: "definitions",
    rows: [
      titleRow(`${plan.name} Definitions`),
      subtitleRow(
        "The words that both teams count by. Change the wording until both can sign it; a definition is agreed when both have signed and it has a date.",
      ),
      gap(),
      ...countRows(),
      gap(),
      headingRow("Terms", WIDTHS.length),
      columnRow([
        ...Object.values(TERMS.inputs).map(({ label }) => label),
        "State",
      ]),
      ...termRows(context),
      gap(),
      headingRow("Whom we want to win", WIDTHS.length),
      columnRow(["", ...plan.segments.map(({ name }) => name)]),
      ...profileRows(context),
      gap(),
      headingRow("Who does what", WIDTHS.length),
      columnRow([
        "Step",
        ...Object.values(STEP_WORDS),
        ...Object.values(TEAMS),
        "One A",
      ]),
      ...ROLE_STEPS.map((step) => roleRow(context, step)),
      noteRow(
        "R does it; A answers for it, one team each; R/A is both; C is asked before; I is told after.",
      ),
    ],
    widths: WIDTHS,
    freeze: { rows: 0, columns: 1 },
    tabColor: "#4B6EA8",
    landscape: true,
  };
}

const columnRow = (texts: readonly string[]): RowSpec => ({
  cells: texts.flatMap((value, column): CellSpec[] =>
    value === "" ? [] : [{ column, role: "column", value }],
  ),
});

function countRows(): RowSpec[] {
  const named = (
    label: string,
    key: string,
    formula: string,
    comment: string,
  ): RowSpec => ({
    cells: [
      { column: 0, role: "label", value: label },
      {
        column: 1,
        role: "calc",
        formula,
        format: "0",
        key,
        name: key
          .split("_")
          .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
          .join("_"),
        comment,
      },
    ],
  });
  return [
    named(
      "Definitions still open",
      "definitions_open",
      `=COUNTIF(${columnOf(TERMS, "state")},"open")`,
      "Terms that marketing and sales have not both signed.",
    ),
    named(
      "Steps without one accountable team",
      "steps_without_owner",
      `=${ROLE_STEPS.length > 0 ? `COUNTIF({box step/${ROLE_STEPS[0]!.id}/one step/${ROLE_STEPS.at(-1)!.id}/one},"no")` : "0"}`,
      "Steps for which no team, or more than one, answers.",
    ),
  ];
}

const termRows = (context: Context): RowSpec[] =>
  registerRows(context, TERMS, [
    ...Object.keys(TERMS.inputs).map((input) =>
      input === "effective" ? { input } : { input, ...prose },
    ),
    {
      key: "state",
      role: "flag",
      formula:
        '=IF({term}="","",IF(OR({marketing}="",{sales}="",{effective}=""),"open","agreed"))',
    },
  ]).map((row) => ({
    ...row,
    conditional: [
      {
        from: STATE,
        to: STATE,
        formula: '={state}="agreed"',
        style: "good" as const,
      },
      {
        from: STATE,
        to: STATE,
        formula: '={state}="open"',
        style: "warning" as const,
      },
    ],
  }));

const profileRows = (context: Context): RowSpec[] =>
  Object.entries(PROFILE).map(([id, { label }]) => ({
    lines: 3,
    cells: [
      { column: 0, role: "prompt", value: label },
      ...context.plan.segments.map((segment, at) =>
        inputCell(context, `profile/${id}/${segment.id}`, at + 1, prose),
      ),
    ],
  }));

function roleRow(context: Context, step: RoleStep): RowSpec {
  const scope = `step/${step.id}`;
  const teams = `{box ${roleId(step, TEAM_IDS[0]!)} ${roleId(step, TEAM_IDS.at(-1)!)}}`;
  return {
    scope,
    cells: [
      { column: 0, role: "prompt", value: step.label },
      ...Object.keys(STEP_WORDS).map((id, at) =>
        inputCell(context, `role/${step.id}/${id}`, at + 1, prose),
      ),
      ...TEAM_IDS.map((team, at) =>
        inputCell(context, roleId(step, team), FIRST_TEAM + at),
      ),
      {
        column: STATE,
        role: "flag",
        key: `${scope}/one`,
        formula: `=IF(COUNTIF(${teams},"A")+COUNTIF(${teams},"R/A")=1,"yes","no")`,
      },
    ],
    conditional: [
      { from: STATE, to: STATE, formula: '={one}="no"', style: "bad" },
    ],
  };
}
