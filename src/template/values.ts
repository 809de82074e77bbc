/**
 * The inputs of a plan as numbers, without a workbook: values and links as given, the template's defaults, and the
 * formulas that fill what is left alone, in plain arithmetic.
 */
import type { Calendar } from "./calendar";
import { calendar, inputsOf, type Linked } from "./inputs";
import type { InputDefinition, Plan, Scalar } from "./model";

export type Given =
  | { kind: "value" | "default"; value: Scalar | boolean | null }
  | { kind: "link"; link: string; value: Scalar | boolean | null }
  /** A link whose cell nobody has read yet. */
  | { kind: "unread"; link: string }
  /** A formula of the template fills the cell. */
  | { kind: "calculated" };

export interface Values {
  time: Calendar;
  given(id: string): Given;
  /** NaN where there is no number. */
  number(id: string): number;
  text(id: string): string;
}

const DAY = 86_400_000;
/** Excel serial of 1970-01-01. */
const EPOCH = 25569;

/** Excel's EDATE: the same day some months later, or the last of that month. */
export function addMonths(serial: number, months: number): number {
  const date = new Date((Math.trunc(serial) - EPOCH) * DAY);
  const month = date.getUTCMonth() + months;
  const lastDay = new Date(
    Date.UTC(date.getUTCFullYear(), month + 1, 0),
  ).getUTCDate();
  return (
    Date.UTC(
      date.getUTCFullYear(),
      month,
      Math.min(date.getUTCDate(), lastDay),
    ) /
      DAY +
    EPOCH
  );
}

export function valuesOf(
  plan: Plan,
  linked: Linked = {},
  after?: number,
): Values {
  const time = calendar(plan, after, linked);
  const definitions = new Map(
    inputsOf(plan, time).map((input): [string, InputDefinition] => [
      input.id,
      input,
    ]),
  );

  const given = (id: string): Given => {
    const input = plan.inputs[id];
    if (input && "link" in input) {
      return id in linked
        ? { kind: "link", link: input.link, value: linked[id]! }
        : { kind: "unread", link: input.link };
    }
    if (input) return { kind: "value", value: input.value };
    const definition = definitions.get(id);
    if (definition?.calculated) return { kind: "calculated" };
    return { kind: "default", value: definition?.default ?? null };
  };

  const number = (id: string): number => {
    const found = given(id);
    if (found.kind === "calculated") return calculated(id);
    if (found.kind === "unread") return NaN;
    // A formula reads a blank cell as 0.
    if (found.value === null || found.value === "") return 0;
    return typeof found.value === "number" ? found.value : NaN;
  };

  const calculated = (id: string): number => {
    const [head, middle, tail] = id.split("/") as [
      string,
      string,
      string | undefined,
    ];
    if (head === "period_start")
      return addMonths(
        number("fiscal_start"),
        (Number(middle) - 1) * time.monthsPerPeriod,
      );
    if (middle === "ntm_revenue")
      return number("ntm_revenue") * number(`${head}/revenue_share`);
    if (middle.endsWith("_phasing")) return 1 / time.planPeriods;
    if (middle.startsWith("curve_")) {
      return Math.max(
        0,
        1 -
          Math.abs(
            Number(tail) -
              number(`${head}/lag_${middle.slice("curve_".length)}`),
          ),
      );
    }
    if (tail !== undefined && !middle.endsWith("_after"))
      return number(`${head}/${tail}`);
    throw new Error(`The headline arithmetic has no formula for ${id}.`);
  };

  const text = (id: string): string => {
    const found = given(id);
    return "value" in found && found.value !== null ? String(found.value) : "";
  };

  return { time, given, number, text };
}
