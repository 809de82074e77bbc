/** Rows 19-26: the forward check. What the created leads will really book, and what can no longer be reached. */
import { revenueWords } from "../calendar";
import { capital } from "../names";
import type { Context, RowSpec } from "../sheet";
import { forward, type Funnel, line, perSource, type Source } from "./funnel";

export function arrivalRows(context: Context, funnel: Funnel): RowSpec[] {
  return [
    ...leadRows(context, funnel),
    ...bookingRows(context, funnel),
    ...peopleRows(context, funnel),
  ];
}

function leadRows(context: Context, funnel: Funnel): RowSpec[] {
  const { words, converting } = funnel;
  const afterNow = "({index}>{elapsed_periods})";
  const mqls = (source: Source): string => {
    const own = perSource(funnel, "mqls", source);
    if (!converting) return `=${afterNow}*{${own}}`;
    const direct = `(${source.usesMqls}-${source.usesInquiries})*${afterNow}*{${own}}`;
    return `=${forward(perSource(funnel, "inquiries", source), converting, source.convert!)}+${direct}`;
  };
  const sqls = (source: Source): string => {
    const come = forward(
      perSource(funnel, "arriving_mqls", source),
      funnel.qualifying,
      source.qualify,
    );
    if (source.usesMqls === "1") return `=${come}`;
    return `=${come}+(1-${source.usesMqls})*${afterNow}*{${perSource(funnel, "sqls", source)}}`;
  };
  return [
    ...bySource(
      context,
      funnel,
      "arriving_mqls",
      `${words.mqls} arriving as planned`,
      `${words.mqls} arriving`,
      "count",
      mqls,
    ),
    ...bySource(
      context,
      funnel,
      "arriving_sqls",
      `${words.sqls} arriving as planned`,
      `${words.sqls} arriving`,
      "count",
      sqls,
    ),
  ];
}

function bySource(
  context: Context,
  funnel: Funnel,
  key: string,
  label: string,
  /** What the rows of the sources count. */
  each: string,
  unit: string,
  make: (source: Source) => string,
): RowSpec[] {
  const { formats, plan } = context;
  const format = unit === plan.currency ? formats.money : formats.count;
  if (funnel.sources.length === 1) {
    return [
      line(context, funnel, {
        key,
        label: capital(label),
        unit,
        format,
        role: "total",
        period: make(funnel.sources[0]!),
      }),
    ];
  }
  const sum = `=${funnel.sources.map((source) => `{${perSource(funnel, key, source)}}`).join("+")}`;
  return [
    ...funnel.sources.map((source) =>
      line(context, funnel, {
        key: perSource(funnel, key, source),
        label: `${capital(label)}, from a source`,
        unit,
        format,
        labelFormula: `="    ${each} from "&${source.name}`,
        period: make(source),
      }),
    ),
    line(context, funnel, {
      key,
      label: capital(label),
      unit,
      format,
      role: "total",
      period: sum,
    }),
  ];
}

function bookingRows(context: Context, funnel: Funnel): RowSpec[] {
  const { columns, time, formats, plan } = context;
  const money = formats.money;
  const inPlan = (formula: string) => (t: number) =>
    t <= time.planPeriods ? formula : undefined;
  const gap = { from: columns.period(1), to: columns.last };
  return [
    ...bySource(
      context,
      funnel,
      "new_bookings",
      "bookings from new leads",
      "new bookings",
      plan.currency,
      (source) =>
        `=${forward(perSource(funnel, "arriving_sqls", source), funnel.closing, `${source.size}*${source.close}`)}`,
    ),
    line(context, funnel, {
      key: "expected",
      label: "Forward check: expected bookings",
      format: money,
      role: "total",
      period: "={new_bookings}+{opening}",
      names: { row: `${funnel.name}_Expected_Bookings_By_Period` },
    }),
    line(context, funnel, {
      key: "gap",
      label: "Expected minus target",
      format: money,
      total: "=ROUND(SUM({expected|plan})-SUM({target|plan}),{round_guard})",
      // The difference of two large equal sums leaves dust that a reader would take for a gap.
      period: "=ROUND({expected}-{target},{round_guard})",
      conditional: [
        { ...gap, formula: "={index}>{plan_periods}", style: "muted" },
        {
          ...gap,
          formula: "={gap}<-{tolerance}*MAX(1,{target})",
          style: "warning",
        },
      ],
    }),
    line(context, funnel, {
      key: "unreachable",
      label: "Bookings new leads can no longer reach",
      format: money,
      role: "total",
      total: "=SUM({unreachable|plan})",
      period: inPlan("=MAX(0,-{gap})"),
      names: {
        row: `${funnel.name}_Unreachable_By_Period`,
        total: `${funnel.name}_Unreachable`,
      },
    }),
    {
      key: "expected_revenue_row",
      cells: [
        {
          column: columns.label,
          role: "label",
          value: `${revenueWords(plan).first} from expected bookings`,
        },
        { column: columns.unit, role: "unit", value: plan.currency },
        {
          column: columns.total,
          role: "calc",
          format: money,
          key: "expected_revenue",
          formula: "=SUMPRODUCT({expected|plan},{recognised|plan})",
          name: `${funnel.name}_Expected_Revenue`,
          comment: "Revenue inside the plan that the expected bookings bring.",
        },
      ],
    },
  ];
}

/** Row 26, beside the people available. */
function peopleRows(context: Context, funnel: Funnel): RowSpec[] {
  const { columns, formats } = context;
  const { people } = funnel.words;
  const range = { from: columns.period(1), to: columns.last };
  return [
    line(context, funnel, {
      key: "people",
      label: `${people} needed`,
      unit: "people",
      format: formats.count,
      total: null,
      period: `=IF({sqls}=0,0,{sqls}/${funnel.capacity})`,
      conditional: [
        {
          ...range,
          formula: '=AND({people_available}<>"",{people}>{people_available})',
          style: "warning",
        },
      ],
    }),
    line(context, funnel, {
      key: "people_available",
      label: `${people} available`,
      unit: "people",
      format: formats.count,
      total: null,
      period: `=IF(ISNUMBER(${funnel.available}),${funnel.available},"")`,
    }),
  ];
}
