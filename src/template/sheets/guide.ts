/** Guide: how to read the plan, whether it is sound, and how it works for a reader without the add-in. */
import { EXAMPLE_MARK } from "../examples";
import type { Plan, Role } from "../model";
import { sheetTitle } from "../names";
import {
  type CellSpec,
  type Context,
  gap,
  headingRow,
  noteRow,
  type RowSpec,
  type SheetSpec,
  subtitleRow,
  titleRow,
} from "../sheet";
import { SHEET_LIST } from "../sheetList";

/** Label, value, a gap, text. */
const WIDTHS = [34, 24, 2, 96];
const TEXT_COLUMN = 3;

export function guideSheet(context: Context): SheetSpec {
  const { plan } = context;
  return {
    id: "guide",
    rows: [
      titleRow(`${plan.name} funnel plan`),
      subtitleRow(
        "From the revenue the company plans to the leads that marketing and sales must create, and when.",
      ),
      gap(),
      ...statusRows(context),
      gap(),
      headingRow("Sheets", WIDTHS.length),
      ...SHEET_LIST.filter(({ id }) => plan.sheets.includes(id)).map(
        ({ id, purpose }): RowSpec => pair(sheetTitle(plan.name, id), purpose),
      ),
      gap(),
      ...readingRows(),
      gap(),
      ...colourRows(),
      gap(),
      ...textRows("How a number comes about", CHAIN),
      gap(),
      ...textRows("About the lags", LAGS),
      gap(),
      ...textRows("Without the add-in", WITHOUT),
      gap(),
      ...textRows("Where FUNNEL functions help", FUNCTIONS),
    ],
    widths: WIDTHS,
    freeze: { rows: 0, columns: 0 },
    tabColor: "#5B5B5B",
    landscape: false,
  };
}

/** The block of Assumptions that holds every source text. */
function sourceCells({ segments }: Plan): string {
  const last = segments.at(-1)!.id;
  return `{box ntm_revenue:source ${last}/partner:source ${last}/account_managers_available:source}`;
}

const pair = (label: string, text: string): RowSpec => ({
  cells: [
    { column: 0, role: "label", value: label },
    { column: 1, role: "note", value: text },
  ],
});

function statusRows(context: Context): RowSpec[] {
  const { formats, plan, time } = context;
  const row = (
    label: string,
    cell: Omit<CellSpec, "column">,
    text?: Omit<CellSpec, "column">,
  ): RowSpec => ({
    cells: [
      { column: 0, role: "label", value: label },
      { column: 1, ...cell },
      ...(text ? [{ column: TEXT_COLUMN, ...text }] : []),
    ],
  });
  return [
    headingRow("Status", WIDTHS.length),
    {
      ...row(
        "Checks",
        {
          role: "check",
          formula:
            '=IF({check/total}=1,"all pass",{check/failed}&" to look at")',
        },
        { role: "note", value: "Details and what to do: the Checks sheet." },
      ),
      conditional: [
        { from: 1, to: 1, formula: "={check/total}=1", style: "good" },
        { from: 1, to: 1, formula: "={check/total}=0", style: "bad" },
      ],
    },
    row(
      "Example values left",
      {
        role: "calc",
        format: formats.whole,
        formula: `=COUNTIF(${sourceCells(plan)},{example_mark})`,
        key: "examples_left",
        name: "Examples_Left",
        comment: "Inputs whose source still says that they are example values.",
      },
      {
        role: "note",
        value:
          "Illustrations to replace with your own history; no benchmarks. Change the source beside a value when you have agreed it.",
      },
    ),
    row("Marked as", {
      role: "calc",
      value: EXAMPLE_MARK,
      key: "example_mark",
      name: "Examples_Mark",
      comment: "The source text by which example values are counted.",
    }),
    ...(plan.sheets.includes("definitions")
      ? [
          row(
            "Definitions still open",
            {
              role: "calc",
              formula: "={definitions_open}",
              format: formats.whole,
            },
            {
              role: "note",
              value: "Terms that marketing and sales have not both signed.",
            },
          ),
        ]
      : []),
    row("Currency", { role: "calc", formula: "={currency}" }),
    row(
      "Periods",
      { role: "calc", value: `${time.planPeriods} ${plan.periods}` },
      {
        role: "note",
        value: `and ${time.afterPeriods} after them, whose bookings need leads created inside the plan`,
      },
    ),
    row(
      "As of",
      { role: "calc", formula: "={as_of}", format: formats.date },
      {
        role: "note",
        value: "The plan never reads the clock: the date is an input.",
      },
    ),
    row("Layout", { role: "calc", value: `version ${plan.schema}` }),
  ];
}

const readingRows = (): RowSpec[] => [
  headingRow("How to read it", WIDTHS.length),
  ...[
    "Start on Assumptions. Yellow cells are inputs; a link to a cell of your own is as good as a typed value.",
    "NTM Split turns the planned revenue into bookings. Funnel Targets turns bookings into deals, SQLs, MQLs and inquiries.",
    "A target stands in the period in which the lead must be created, not in the one in which it is booked.",
    "Before the plan shows what should have been created earlier. What that lack costs stands under Bookings new leads can no longer reach.",
    "An SQL is the first stage of an opportunity. Sources that begin at SQL, such as sales' own prospecting, need no MQLs.",
  ].map(noteRow),
];

function colourRows(): RowSpec[] {
  const samples: [Role, string | number, string][] = [
    ["input", "input", "yours to fill in or link; unlocked"],
    [
      "default",
      "default",
      "filled by a formula until you type over it; unlocked",
    ],
    ["calc", "calculated", "follows from the inputs; locked"],
    ["total", "total", "a sum or a result of the section; locked"],
    ["annotation", "source, date, note", "where a value comes from; unlocked"],
    [
      "flag",
      "past deadline",
      "leads for these bookings can no longer be created in time; partly: some can",
    ],
  ];
  return [
    headingRow("Colours", WIDTHS.length),
    ...samples.map(([role, value, text]): RowSpec => ({
      cells: [
        {
          column: 0,
          role: "label",
          value: role === "flag" ? "flag" : String(value),
        },
        { column: 1, role, value },
        { column: TEXT_COLUMN, role: "note", value: text },
      ],
    })),
  ];
}

const textRows = (heading: string, lines: string[]): RowSpec[] => [
  headingRow(heading, WIDTHS.length),
  ...lines.map(noteRow),
];

const CHAIN = [
  "Revenue share divided by the part of a booking that is recognised inside the plan gives the bookings needed.",
  "Bookings, less what the opening pipeline brings, are still to be created; an early surplus is carried forward, a late one cannot mend an early lack.",
  "Bookings by source divided by deal size and rate give SQLs, those divided by their rate MQLs, those divided by theirs inquiries.",
  "Each step moves back by its own lag. Counts keep their fractions; only the rows called Whole are rounded up, once.",
  "The forward check follows the created leads through the lag curves: what the plan will really book, and in which period.",
];

const LAGS = [
  "A lag of 1.5 periods means that half of a stage must exist one period and half two periods before the next one.",
  "Where a lag is not whole, counting forward does not give the targets back exactly: a step in the targets is spread over its neighbours.",
  "With a rest f of the lag, f(1-f) of the step comes a period early, as much a period late, and the rest in place.",
  "That is how leads behave, not an error. The totals agree. Do not tilt the plan against it: such a correction swings ever wider from period to period.",
];

const WITHOUT = [
  "Every number here is an ordinary formula that Excel 2016 and LibreOffice understand. A reader without the add-in can change inputs and see every target move.",
  "Sheets may be moved and renamed. Calculated cells are locked, without a password; inputs are open.",
  "Names that begin with Funnel_ may be used in your own formulas, for instance the MQLs by period or the bookings needed.",
];

const FUNCTIONS = [
  "Beside the plan, in cells of your own, FUNNEL.REQUIRED_MQLS and its kin answer a quick question without a plan.",
  "FUNNEL.NTM_SPLIT and FUNNEL.BOOKINGS_FOR_REVENUE show the same split and bridge for a single amount.",
  "Nothing on these sheets depends on them.",
];
