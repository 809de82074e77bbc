/** Rows 1-18: from the bookings target, net of the opening pipeline, to what must be created when. */
import { capital } from "../names";
import {
  type CellSpec,
  type Context,
  count,
  inputCell,
  type RowSpec,
} from "../sheet";
import {
  forward,
  type Funnel,
  line,
  perSource,
  shiftBack,
  type Source,
} from "./funnel";

export function creationRows(
  context: Context,
  funnel: Funnel,
  segment: string,
): RowSpec[] {
  return [
    ...needRows(context, funnel, segment),
    ...sourceBookingRows(context, funnel),
    ...stageRows(context, funnel),
    ...wholeRows(context, funnel),
    latestRow(context, funnel),
  ];
}

function needRows(
  context: Context,
  funnel: Funnel,
  segment: string,
): RowSpec[] {
  const { time, formats } = context;
  const money = formats.money;
  const { words } = funnel;
  const row = (spec: Parameters<typeof line>[2]): RowSpec =>
    line(context, funnel, spec);
  const byPlan = (t: number): string =>
    t <= time.planPeriods ? "={bookings}" : `={${funnel.after}}`;
  return [
    row({
      key: "target",
      label: "Bookings target",
      format: money,
      role: "total",
      period: byPlan,
      names: { row: `${funnel.name}_Target_By_Period` },
    }),
    openingRow(context, funnel, segment),
    row({
      key: "opening_sqls",
      label: `${capital(words.sqls)} from opening ${words.mqls}`,
      unit: "count",
      period: `=${funnel.openingCount}*${funnel.qualify}*{${funnel.qualifying.curve}}`,
    }),
    row({
      key: "opening_later",
      label: `Bookings from opening ${words.mqls}`,
      format: money,
      period: `=${forward("opening_sqls", funnel.closing, `${funnel.size}*${funnel.close}`)}`,
    }),
    row({
      key: "opening",
      label: "Opening pipeline, total",
      format: money,
      role: "total",
      period: "={opening_bookings_row}+{opening_later}",
    }),
    row({
      key: "need",
      label: "Need so far",
      format: money,
      total: null,
      period: (t) =>
        `=MAX(0,${t > 1 ? "{need|previous}," : ""}SUM({target|soFar})-SUM({opening|soFar}))`,
    }),
    row({
      key: "created",
      label: "Bookings to create",
      format: money,
      role: "total",
      period: (t) => (t > 1 ? "={need}-{need|previous}" : "={need}"),
      names: { row: `${funnel.name}_Bookings_to_Create_By_Period` },
    }),
  ];
}

/** Row 2, the one row of the sheet that is typed or linked. */
function openingRow(
  context: Context,
  funnel: Funnel,
  segment: string,
): RowSpec {
  const { columns, time, formats, plan } = context;
  const label = `Bookings from opening ${funnel.words.sqls}`;
  return {
    key: "opening_bookings_row",
    cells: [
      { column: columns.label, role: "label", value: label },
      { column: columns.unit, role: "unit", value: plan.currency },
      {
        column: columns.total,
        role: "calc",
        formula: "=SUM({opening_bookings_row|withBefore})",
        format: formats.money,
      },
      ...count(time.allPeriods).map((t): CellSpec => ({
        ...inputCell(
          context,
          `${segment}/${funnel.openingInput}/${t}`,
          columns.period(t),
        ),
      })),
    ],
  };
}

function sourceBookingRows(context: Context, funnel: Funnel): RowSpec[] {
  const { formats } = context;
  const rows = funnel.sources.map((source) =>
    line(context, funnel, {
      key: `created_${source.id}`,
      label: "from a source",
      labelFormula: `="    bookings from "&${source.name}`,
      format: formats.money,
      period: `={created}*${source.share}`,
    }),
  );
  const deals = funnel.sources
    .map((source) => `{${perSource(funnel, "created", source)}}/${source.size}`)
    .join("+");
  return [
    ...(funnel.sources.length > 1 ? rows : []),
    line(context, funnel, {
      key: "deals",
      label: "Deals to win",
      unit: "count",
      names: { row: `${funnel.name}_Deals_By_Period` },
      period: `=IF({created}=0,0,${deals})`,
    }),
  ];
}

/** Rows 9-14: each stage shifted back from the one below it, per source, then in total. */
function stageRows(context: Context, funnel: Funnel): RowSpec[] {
  const { words } = funnel;
  const stage = (
    key: string,
    word: string,
    make: (source: Source) => { before: string; period: string },
  ): RowSpec[] => {
    const total = {
      key,
      label: `${capital(word)} to create`,
      unit: "count",
      role: "total" as const,
    };
    const names = { row: `${funnel.name}_${capital(key)}_By_Period` };
    if (funnel.sources.length === 1)
      return [
        line(context, funnel, { ...total, names, ...make(funnel.sources[0]!) }),
      ];
    const sum = `=${funnel.sources.map((source) => `{${perSource(funnel, key, source)}}`).join("+")}`;
    return [
      ...funnel.sources.map((source) =>
        line(context, funnel, {
          key: perSource(funnel, key, source),
          label: `${capital(word)} from a source`,
          unit: "count",
          labelFormula: `="    ${word} from "&${source.name}`,
          ...make(source),
        }),
      ),
      line(context, funnel, {
        ...total,
        label: `${total.label}, total`,
        names,
        before: sum,
        period: sum,
      }),
    ];
  };
  const { converting } = funnel;
  return [
    ...stage("sqls", words.sqls, (source) =>
      shiftBack(
        perSource(funnel, "created", source),
        funnel.closing,
        `${source.size}/${source.close}`,
      ),
    ),
    ...stage("mqls", words.mqls, (source) =>
      shiftBack(
        perSource(funnel, "sqls", source),
        funnel.qualifying,
        source.qualify,
        source.usesMqls,
      ),
    ),
    ...(converting && words.inquiries
      ? stage("inquiries", words.inquiries, (source) =>
          shiftBack(
            perSource(funnel, "mqls", source),
            converting,
            source.convert!,
            source.usesInquiries,
          ),
        )
      : []),
  ];
}

/** Rows 15-17: for display and goals; nothing reads them back. */
function wholeRows(context: Context, funnel: Funnel): RowSpec[] {
  const { words } = funnel;
  const stages = [
    ["sqls", words.sqls],
    ["mqls", words.mqls],
    ["inquiries", words.inquiries],
  ] as const;
  return stages.flatMap(([key, word]) => {
    if (!word) return [];
    const whole = (cell: string): string =>
      `=ROUNDUP(ROUND(${cell},{round_guard}),0)`;
    return [
      line(context, funnel, {
        key: `whole_${key}`,
        label: `Whole ${word}`,
        unit: "whole",
        format: context.formats.whole,
        total: whole(`{${key}_total}`),
        before: whole(`{${key}|before}`),
        period: whole(`{${key}}`),
      }),
    ];
  });
}

/** Row 18: whether the leads for this period's bookings can still be created in time. */
function latestRow(context: Context, funnel: Funnel): RowSpec {
  const { columns } = context;
  const left = `ROUND({index}-{${funnel.qualifying.lag}}-{${funnel.closing.lag}},{round_guard})`;
  return line(context, funnel, {
    key: "latest",
    label: `Latest period to create the ${funnel.words.mqls}`,
    unit: "flag",
    role: "flag",
    total: null,
    period: `=IF({created}=0,"",IF(${left}<={elapsed_periods},"past deadline",IF(${left}<{elapsed_periods}+1,"partly","")))`,
    conditional: [
      {
        from: columns.period(1),
        to: columns.last,
        formula: '={latest}="past deadline"',
        style: "bad",
      },
      {
        from: columns.period(1),
        to: columns.last,
        formula: '={latest}="partly"',
        style: "warning",
      },
    ],
  });
}
