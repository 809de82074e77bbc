/** The team's own notes: counts on the log, a response time, open questions with a status. */
import { emptySheet, type BookSheet, type CellStyle } from "../../xlsx/book";
import { LOOK, Pen, type Styles } from "./cells";
import type { Lead } from "./leads";
import { HEADING_ROW, LOG_TABLE } from "./leadLog";
import { SEGMENTS, serialDay } from "./truth";

const column = (heading: string): string => `${LOG_TABLE}[${heading}]`;

export function notesSheet(styles: Styles, leads: readonly Lead[]): BookSheet {
  const sheet = emptySheet("notes", "Notes");
  const pen = new Pen(sheet, styles);
  pen.value(0, 0, "Revenue operations: notes for planning 2027", LOOK.title);
  sheet.merges.push("A1:F1");
  pen.value(
    1,
    0,
    "Counts of the whole log. Leads of the last months still move: these rates are lower than what the cohorts end at.",
    LOOK.note,
  );

  ["Segment", "Inquiries", "MQLs", "SQLs", "Bookings", "Booked, euros"].forEach(
    (text, at) => pen.value(3, at, text, at === 0 ? LOOK.headLeft : LOOK.head),
  );
  const rows = SEGMENTS.map(({ segment }) => segment);
  const counts = rows.map((segment) => {
    const own = leads.filter((lead) => lead.segment === segment);
    return [
      own.length,
      own.filter(({ mql }) => mql !== undefined).length,
      own.filter(({ sql }) => sql !== undefined).length,
      own.filter(({ booking }) => booking !== undefined).length,
      own.reduce(
        (sum, { booking, amount }) =>
          sum + (booking === undefined ? 0 : (amount ?? 0)),
        0,
      ),
    ];
  });
  const bySegment = (row: number): string[] => [
    `COUNTIFS(${column("Segment")},$A${row})`,
    `COUNTIFS(${column("Segment")},$A${row},${column("MQL time")},">0")`,
    `COUNTIFS(${column("Segment")},$A${row},${column("SQL date")},">0")`,
    `COUNTIFS(${column("Segment")},$A${row},${column("Booking date")},">0")`,
    `SUMIFS(${column("Amount")},${column("Segment")},$A${row},${column("Booking date")},">0")`,
  ];
  rows.forEach((segment, index) => {
    pen.value(4 + index, 0, segment, LOOK.label);
    bySegment(5 + index).forEach((formula, at) =>
      pen.formula(4 + index, 1 + at, formula, counts[index]![at]!, LOOK.count),
    );
  });
  const totalRow = 4 + rows.length;
  const totals = counts[0]!.map((_, at) =>
    counts.reduce((sum, line) => sum + line[at]!, 0),
  );
  pen.value(totalRow, 0, "All", LOOK.totalLabel);
  totals.forEach((total, at) => {
    const letter = "BCDEF"[at]!;
    pen.formula(
      totalRow,
      1 + at,
      `SUM(${letter}5:${letter}${totalRow})`,
      total,
      LOOK.total,
    );
  });

  const ratios: [
    label: string,
    formula: string,
    result: number,
    style: CellStyle,
  ][] = [
    [
      "Inquiry to MQL",
      `C${totalRow + 1}/B${totalRow + 1}`,
      totals[1]! / totals[0]!,
      LOOK.rate,
    ],
    [
      "MQL to SQL",
      `D${totalRow + 1}/C${totalRow + 1}`,
      totals[2]! / totals[1]!,
      LOOK.rate,
    ],
    [
      "SQL to booking",
      `E${totalRow + 1}/D${totalRow + 1}`,
      totals[3]! / totals[2]!,
      LOOK.rate,
    ],
    [
      "Average booking, euros",
      `F${totalRow + 1}/E${totalRow + 1}`,
      totals[4]! / totals[3]!,
      LOOK.money,
    ],
    [
      "MQLs without an answer",
      `COUNTIFS(${column("MQL time")},">0",${column("First response")},"")`,
      leads.filter(
        ({ mql, firstResponse }) =>
          mql !== undefined && firstResponse === undefined,
      ).length,
      LOOK.count,
    ],
    [
      "Share of answers that reject",
      `COUNTIFS(${column("Verdict")},"Rejected")/COUNTIFS(${column("Verdict")},"<>")`,
      rejectedShare(leads),
      LOOK.rate,
    ],
    [
      "Median hours to the first response",
      medianFormula(leads.length),
      medianHours(leads),
      LOOK.decimal,
    ],
  ];
  const first = totalRow + 2;
  pen.value(first, 0, "Figures we quote", LOOK.section);
  pen.value(first, 1, null, LOOK.section);
  ratios.forEach(([label, formula, result, style], index) => {
    pen.value(first + 1 + index, 0, label, LOOK.label);
    if (label.startsWith("Median")) {
      const at = first + 1 + index;
      pen.formula(at, 1, formula, result, style);
      // Excel computes the differences of two columns as an array.
      sheet.cells[at]![1]!.array = { ref: `B${at + 1}`, dynamic: false };
    } else pen.formula(first + 1 + index, 1, formula, result, style);
  });

  const questions = first + ratios.length + 3;
  ["Open question", "Owner", "Status", "By"].forEach((text, at) =>
    pen.value(questions, at, text, at === 0 ? LOOK.headLeft : LOOK.head),
  );
  const list: [question: string, owner: string, status: string, by: number][] =
    [
      [
        "Does a demo request count as an MQL before anyone has spoken to the lead?",
        "Marketing",
        "Open",
        day(2026, 10, 16),
      ],
      [
        "Response time: within 4 business hours for Commercial, 8 for Enterprise?",
        "Sales",
        "Agreed",
        day(2026, 10, 9),
      ],
      [
        "Who pays for partner leads that sales accepts but marketing sourced?",
        "Finance",
        "Open",
        day(2026, 10, 23),
      ],
      [
        "Renewals stay out of the funnel: customer success plans them.",
        "Customer success",
        "Agreed",
        day(2026, 9, 25),
      ],
      [
        'Reject reasons: merge "No reply" with recycling after 30 days?',
        "Sales",
        "Parked",
        day(2026, 11, 6),
      ],
    ];
  list.forEach(([question, owner, status, by], index) => {
    const row = questions + 1 + index;
    pen.value(row, 0, question, LOOK.text);
    pen.value(row, 1, owner, LOOK.text);
    pen.value(row, 2, status, LOOK.status);
    pen.value(row, 3, by, LOOK.day);
    sheet.rows[row] = { height: 31 };
  });
  const statuses = `C${questions + 2}:C${questions + 1 + list.length}`;
  sheet.validations.push({
    ref: statuses,
    type: "list",
    formulas: [],
    list: ["Open", "Agreed", "Parked"],
    allowBlank: true,
    error: {
      style: "stop",
      title: "Status",
      message: "Choose Open, Agreed or Parked.",
    },
  });
  const mark = (
    status: string,
    fill: string,
    color: string,
    priority: number,
  ) => ({
    ref: statuses,
    type: "expression" as const,
    formulas: [`$C${questions + 2}="${status}"`],
    style: { fill, font: { color } },
    priority,
  });
  sheet.conditionalFormats.push(
    mark("Open", "#FDE9C8", "#8A5A00", 1),
    mark("Agreed", "#DDF1E1", "#1E6B34", 2),
  );
  sheet.columns = {
    0: { width: 46 },
    1: { width: 17 },
    2: { width: 12 },
    3: { width: 13 },
    4: { width: 12 },
    5: { width: 15 },
  };
  sheet.rows[0] = { height: 27 };
  sheet.rows[3] = { height: 21 };
  sheet.freeze = { rows: 4, columns: 0 };
  return sheet;
}

const day = (year: number, month: number, date: number): number =>
  serialDay({ year, month, day: date });

const hoursOf = (leads: readonly Lead[]): number[] =>
  leads.flatMap(({ mql, firstResponse }) =>
    mql === undefined || firstResponse === undefined
      ? []
      : [(firstResponse - mql) * 24],
  );

function medianFormula(leads: number): string {
  const range = (letter: string): string =>
    `'Lead Log'!$${letter}$${HEADING_ROW + 2}:$${letter}$${HEADING_ROW + 1 + leads}`;
  return `MEDIAN(IF(${range("G")}<>"",${range("G")}-${range("F")}))*24`;
}

function medianHours(leads: readonly Lead[]): number {
  const hours = hoursOf(leads).sort((a, b) => a - b);
  const middle = hours.length / 2;
  return hours.length % 2 === 1
    ? hours[Math.floor(middle)]!
    : (hours[middle - 1]! + hours[middle]!) / 2;
}

function rejectedShare(leads: readonly Lead[]): number {
  const answered = leads.filter(({ verdict }) => verdict !== undefined);
  return (
    answered.filter(({ verdict }) => verdict === "Rejected").length /
    answered.length
  );
}
