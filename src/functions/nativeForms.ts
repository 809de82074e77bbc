/**
 * The plain formula that gives the same number as a custom function, with functions that Excel 2016 and LibreOffice
 * know: shown on the reference pages and written where a workbook must compute without the add-in. Errors of missing
 * values (#N/A, #DIV/0!) come out alike; plain formulas do not refuse bad input (a rate of 25, a negative target).
 */

export interface NativeArgument {
  /** A reference, a name or a literal. */
  text: string;
  /** Of a range: how many cells, and which way they run. */
  count?: number;
  orientation?: "row" | "column";
}

/** By argument name; one that is left out is absent. `rounding` must be the word itself. */
export type NativeArguments = Readonly<Record<string, NativeArgument>>;

export interface NativeForm {
  /** Begins with "="; one array formula over `rows` x `columns` cells when that is more than one. */
  formula: string;
  rows: number;
  columns: number;
}

type Form = (call: Call) => string | string[];

/** Arguments as they stand inside a formula. */
class Call {
  constructor(private readonly given: NativeArguments) {}

  has(name: string): boolean {
    return this.given[name] !== undefined;
  }

  text(name: string): string {
    const argument = this.given[name];
    if (argument === undefined) throw new Error(`${name} is missing`);
    return /^[\w$.!:']+%?$|^\{[^{}]*\}$/.test(argument.text)
      ? argument.text
      : `(${argument.text})`;
  }

  /** "*x" or "" when it is left out. */
  times(name: string): string {
    return this.has(name) ? `*${this.text(name)}` : "";
  }

  /** The cells of a range, one by one. */
  items(name: string): string[] {
    const count = this.given[name]?.count ?? 1;
    return count === 1
      ? [this.text(name)]
      : Array.from(
          { length: count },
          (_, at) => `INDEX(${this.text(name)},${at + 1})`,
        );
  }

  /** An array constant that runs the way of a range. */
  along(name: string, values: number[]): string {
    const between = this.given[name]?.orientation === "column" ? ";" : ",";
    return values.length === 1 ? `${values[0]}` : `{${values.join(between)}}`;
  }

  counting(name: string): string {
    const count = this.given[name]?.count ?? 1;
    return this.along(
      name,
      Array.from({ length: count }, (_, at) => at + 1),
    );
  }
}

const whole = (text: string): string => `ROUNDUP(ROUND(${text},6),0)`;
/** A blank or zero divisor is missing, not infinite. */
const known = (text: string): string => `IF(${text}=0,NA(),${text})`;
/** One formula per cell of the result, chosen by position. */
const spread = (call: Call, name: string, cells: string[]): string =>
  cells.length === 1
    ? cells[0]!
    : `CHOOSE(${call.along(
        name,
        cells.map((_, at) => at + 1),
      )},${cells.join(",")})`;

/** Deals, then each stage above, from the last rate to the first; one formula per stage, top of the funnel first. */
function chain(call: Call, rates: string[]): string[] {
  const rounding = call.has("rounding")
    ? call.text("rounding").replace(/^\("|"\)$/g, "")
    : "none";
  const finish = rounding === "final" ? whole : (text: string) => text;
  const step = rounding === "cascade" ? whole : (text: string) => text;
  const target = `${call.text("bookings_target")}${call.times("source_share")}`;
  const deals = `${target}/${call.text("average_deal_size")}`;
  let need = step(deals);
  const stages = [finish(need)];
  for (const rate of [...rates].reverse()) {
    need = step(`${need}/${known(rate)}`);
    stages.unshift(`IF(${deals}=0,0,${finish(need)})`);
  }
  return stages;
}

const top =
  (...names: string[]): Form =>
  (call) =>
    chain(
      call,
      names.map((name) => call.text(name)),
    )[0]!;

const remaining = (call: Call): string =>
  call.has("won_so_far")
    ? `MAX(${call.text("bookings_target")}-${call.text("won_so_far")},0)`
    : call.text("bookings_target");

const FORMS: Record<string, { form: Form; like?: string }> = {
  REQUIRED_DEALS: { form: top() },
  REQUIRED_SQLS: { form: top("sql_to_booking") },
  REQUIRED_MQLS: { form: top("mql_to_sql", "sql_to_booking") },
  REQUIRED_INQUIRIES: {
    form: top("inquiry_to_mql", "mql_to_sql", "sql_to_booking"),
  },
  REQUIRED_VOLUMES: {
    like: "rates",
    form: (call) => chain(call, call.items("rates")),
  },
  EXPECTED_BOOKINGS: {
    form: (call) =>
      [call.text("volume"), ...call.items("rates")].join("*") +
      call.times("average_deal_size"),
  },
  EXPECTED_VOLUMES: {
    like: "rates",
    form: (call) =>
      call
        .items("rates")
        .map((_, at, rates) =>
          [call.text("volume"), ...rates.slice(0, at + 1)].join("*"),
        ),
  },
  NTM_SPLIT: {
    like: "",
    form: (call) => {
      const revenue = call.text("ntm_revenue");
      const parts = ["expansion_share", "nnc_share"].map(
        (name) => `${revenue}*${call.text(name)}`,
      );
      return [`MAX(${revenue}-${parts.join("-")},0)`, ...parts];
    },
  },
  BOOKINGS_FOR_REVENUE: {
    form: (call) => {
      const [revenue, phasing] = [call.text("revenue"), call.text("phasing")];
      const term = call.has("term_months") ? call.text("term_months") : "12";
      const months = call
        .items("phasing")
        .map((_, at) => Math.max(12 - at - 0.5, 0));
      const part = `${call.along("phasing", months)}/${term}`;
      // (x+1-ABS(x-1))/2 is the smaller of x and 1 without array entry.
      const recognised = term === "12" ? part : `(${part}+1-ABS(${part}-1))/2`;
      const weights = `SUM(${phasing})/${known(`SUMPRODUCT(${phasing},${recognised})`)}`;
      return `IF(${revenue}=0,0,${revenue}*${weights})`;
    },
  },
  SOURCE_TARGETS: {
    like: "source_shares",
    form: (call) =>
      `${call.text("bookings_target")}*${call.text("source_shares")}`,
  },
  APPORTION: {
    like: "weights",
    form: (call) => {
      const weights = call.text("weights");
      const quota = `${call.text("total")}*${weights}/SUM(${weights})`;
      const units = `INT(ROUND(${quota},9))`;
      const left = `ROUND(${call.text("total")}-SUM(${units}),0)`;
      // The largest fractions first; a trifle per position decides ties for the earlier item.
      const rank = `(ROUND(${quota}-${units},9)-${call.counting("weights")}/10^10)`;
      return `${units}+IF(${left}=0,0,--(${rank}>=LARGE(${rank},MAX(${left},1))))`;
    },
  },
  PIPELINE_COVERAGE: {
    form: (call) => `${call.text("open_pipeline")}/${remaining(call)}`,
  },
  REQUIRED_PIPELINE: {
    form: (call) =>
      `IF(${remaining(call)}=0,0,${remaining(call)}/${known(call.text("win_rate"))})`,
  },
  REQUIRED_REPS: {
    form: (call) => {
      const each = [
        known(call.text("capacity_per_rep")),
        ...(call.has("ramped_share") ? [known(call.text("ramped_share"))] : []),
      ];
      const volume = call.text("volume");
      return `IF(${volume}=0,0,${whole([volume, ...each].join("/"))})`;
    },
  },
};

export const NATIVE_IDS: readonly string[] = Object.keys(FORMS);

export function nativeForm(id: string, given: NativeArguments): NativeForm {
  const entry = FORMS[id];
  if (entry === undefined) throw new Error(`${id} has no native form`);
  const call = new Call(given);
  const written = entry.form(call);
  const { like } = entry;
  if (like === undefined)
    return { formula: `=${String(written)}`, rows: 1, columns: 1 };
  const count = Array.isArray(written)
    ? written.length
    : (given[like]?.count ?? 1);
  const formula = Array.isArray(written)
    ? spread(call, like, written)
    : written;
  return given[like]?.orientation === "column"
    ? { formula: `=${formula}`, rows: count, columns: 1 }
    : { formula: `=${formula}`, rows: 1, columns: count };
}
