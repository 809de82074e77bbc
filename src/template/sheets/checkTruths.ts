/** The conditions of the checks as formulas; each is true when all is well. */
import { SOURCES } from "../examples";
import { CURVES } from "../steps";
import { type Funnel, perSource } from "./funnel";

export const alive = (owner: string): string =>
  `ISERROR(SUM({areas typed ${owner}}))=FALSE`;
export const numeric = (owner: string): string =>
  `COUNTA({areas numeric ${owner}})=COUNT({areas numeric ${owner}})`;
export const filled = (owner: string): string =>
  `{each required ${owner}: COUNTBLANK(#)}=0`;

/** Relative equality within the plan's tolerance. */
export const equal = (a: string, b: string): string =>
  `ABS(${a}-(${b}))<={tolerance}*MAX(1,ABS(${b}))`;

export const all = (conditions: string[]): string =>
  conditions.length === 1 ? conditions[0]! : `AND(${conditions.join(",")})`;
export const list = (segment: string, keys: string[]): string =>
  keys.map((key) => `{${segment}/${key}}`).join(",");
export const ofSources = (
  segment: string,
  make: (source: string) => string,
): string => SOURCES.map(({ id }) => make(`${segment}/${id}`)).join(",");

/** A step's rate and its curve bear the name of the step. */
export const RATES: string[] = [...CURVES];
export const LAGS = CURVES.map((curve) => `lag_${curve}`);

/** A source's rate counts only where its leads pass through that stage. */
export const usedRates = (s: string): string =>
  ofSources(
    s,
    (k) =>
      `{${k}/sql_to_booking},{${k}/mql_to_sql}+1-{${k}/uses_mqls},{${k}/inquiry_to_mql}+1-{${k}/uses_inquiries}`,
  );
export const sourceRates = (s: string): string =>
  ofSources(
    s,
    (k) => `{${k}/sql_to_booking},{${k}/mql_to_sql},{${k}/inquiry_to_mql}`,
  );

export const reachOf = (s: string, lags: string[]): string =>
  lags.map((lag) => `ROUNDUP(ROUND({${s}/${lag}},{round_guard}),0)`).join("+");

/** Per stage: what must be created times its rate (times the deal size) is the stage below, summed. */
export function chain(s: string, funnel: Funnel): string[] {
  const scope = `${s}/${funnel.id}`;
  const key = (text: string): string => text.replace(/\{(?!\|)/g, `{${s}/`);
  const total = (row: string, at: number): string =>
    `{${scope}/${perSource(funnel, row, funnel.sources[at]!)}_total}`;
  const sum = (make: (at: number) => string): string =>
    funnel.sources.map((_, at) => make(at)).join("+");
  const source = (at: number) => funnel.sources[at]!;
  return [
    equal(
      sum(
        (at) =>
          `${total("sqls", at)}*${key(source(at).close)}*${key(source(at).size)}`,
      ),
      sum((at) => total("created", at)),
    ),
    equal(
      sum((at) => `${total("mqls", at)}*${key(source(at).qualify)}`),
      sum((at) => `${key(source(at).usesMqls)}*${total("sqls", at)}`),
    ),
    ...(funnel.converting
      ? [
          equal(
            sum(
              (at) => `${total("inquiries", at)}*${key(source(at).convert!)}`,
            ),
            sum(
              (at) => `${key(source(at).usesInquiries!)}*${total("mqls", at)}`,
            ),
          ),
        ]
      : []),
  ];
}

/** Targets plus unused surplus equal what is created plus what the opening pipeline brings. */
export function reconciled(s: string, funnel: Funnel): string[] {
  const row = (key: string): string => `{${s}/${funnel.id}/${key}}`;
  const surplus = `{${s}/${funnel.id}/need|last}+${row("opening_total")}-${row("target_total")}`;
  return [
    equal(
      `${row("target_total")}+${surplus}`,
      `${row("created_total")}+${row("opening_total")}`,
    ),
    `${surplus}>=-{tolerance}*MAX(1,${row("target_total")})`,
    `MIN({${s}/${funnel.id}/opening_bookings_row|all})>=0`,
  ];
}

export const revenueInside = (s: string, type: string): string =>
  equal(
    `SUMPRODUCT({${s}/${type}/bookings|plan},{${s}/${type}/recognised|plan})`,
    `{${s}/${type}/revenue_value}`,
  );
export const phased = (s: string, type: string): string =>
  equal(`SUM({${s}/${type}/target|plan})`, `{${s}/${type}/bookings_value}`);
