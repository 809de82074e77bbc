/** Checks: one row a check, 1 or 0, with what to do; a column shows which segment it is about. */
import { nameWords } from "../names";
import {
  type CellSpec,
  type Context,
  gap,
  noteRow,
  type RowSpec,
  type SheetSpec,
  subtitleRow,
  titleRow,
} from "../sheet";
import type { Check } from "./check";
import { checksOf } from "./checkList";
import { CORE_SHEETS } from "../sheetList";

export { checksOf } from "./checkList";

const COLUMN = { label: 0, result: 1, plan: 2, segment: 3 };
/** The last column: what to do. */
const messageColumn = ({ plan }: Context): number =>
  COLUMN.segment + plan.segments.length;

export function checksSheet(context: Context): SheetSpec {
  const { plan } = context;
  return {
    id: "checks",
    rows: [
      titleRow(`${plan.name} Checks`),
      subtitleRow(
        "1 is passed, 0 has failed. A check that waits for another is not judged until that one passes.",
      ),
      gap(),
      ...totalRows(context),
      gap(),
      {
        cells: [
          "Check",
          "Result",
          "Plan",
          ...plan.segments.map(({ name }) => name),
          "What to do",
        ].map((value, column, { length }): CellSpec => ({
          column,
          role: column === 0 || column === length - 1 ? "column" : "period",
          value,
        })),
      },
      ...checksOf(plan).map((check) => checkRow(context, check)),
      gap(),
      noteRow(
        "Every check is an ordinary formula and works without the add-in.",
      ),
    ],
    widths: [52, 10, 10, ...plan.segments.map(() => 16), 90],
    freeze: { rows: 0, columns: 1 },
    tabColor: "#3B7D3B",
    landscape: true,
  };
}

const results = { from: COLUMN.result, to: COLUMN.result };

function totalRows(context: Context): RowSpec[] {
  const { formats, plan } = context;
  const checks = checksOf(plan);
  const span = `{box check/${checks[0]!.id} check/${checks.at(-1)!.id}}`;
  return [
    {
      cells: [
        { column: COLUMN.label, role: "total", value: "All checks" },
        {
          column: COLUMN.result,
          role: "check",
          formula: `=MIN(${span})`,
          format: formats.check,
          key: "check/total",
          name: "Checks_Passed",
          comment: "1 when every check of the plan passes, else 0.",
        },
        {
          column: messageColumn(context),
          role: "note",
          formula:
            '=IF({check/total}=1,"All checks pass.",{check/failed}&" to look at: see the rows marked 0.")',
        },
      ],
      conditional: passOrFail("{check/total}"),
    },
    {
      cells: [
        { column: COLUMN.label, role: "label", value: "Checks that fail" },
        {
          column: COLUMN.result,
          role: "calc",
          formula: `=COUNTIF(${span},0)`,
          format: formats.check,
          key: "check/failed",
          name: "Checks_Failed",
          comment: "How many checks of the plan fail.",
        },
      ],
    },
  ];
}

const passOrFail = (cell: string): RowSpec["conditional"] => [
  { ...results, formula: `=${cell}=1`, style: "good" },
  { ...results, formula: `=${cell}=0`, style: "bad" },
];

function checkRow(context: Context, check: Check): RowSpec {
  const { plan, time, formats } = context;
  const further = plan.sheets.filter((id) => !CORE_SHEETS.includes(id));
  const waits = check.waitsFor?.length
    ? `MIN(${check.waitsFor.map((id) => `{check/${id}}`).join(",")})=0`
    : undefined;
  const judged = (truth: string): string => {
    const value = `IFERROR(--(${truth}),0)`;
    return waits ? `=IF(${waits},1,${value})` : `=${value}`;
  };
  const cell = (column: number, truth: string): CellSpec => ({
    column,
    role: "check",
    formula: judged(truth),
    format: formats.check,
    key: `check/${check.id}/${column}`,
  });
  const parts = [
    ...(check.plan ? [cell(COLUMN.plan, check.plan(time, further))] : []),
    ...(check.segment
      ? plan.segments.map(({ id }, at) =>
          cell(COLUMN.segment + at, check.segment!(id)),
        )
      : []),
  ];
  const result = `{check/${check.id}}`;
  const message = `IF(${result}=1,"OK","${check.fix.replace(/"/g, '""')}")`;
  return {
    cells: [
      { column: COLUMN.label, role: "label", value: check.label },
      {
        column: COLUMN.result,
        role: "check",
        format: formats.check,
        key: `check/${check.id}`,
        formula: `=MIN(${parts.map(({ key }) => `{${key!}}`).join(",")})`,
        name: `Check_${nameWords(check.id)}`,
        comment: `1 when this holds: ${check.label.charAt(0).toLowerCase()}${check.label.slice(1)}.`,
      },
      {
        column: messageColumn(context),
        role: "note",
        formula: waits
          ? `=IF(${waits},"Waits for another check.",${message})`
          : `=${message}`,
      },
      ...parts,
    ],
    conditional: passOrFail(result),
  };
}
