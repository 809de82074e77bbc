/** The inputs that exist once a period: phasing, targets after the plan, lag curves, opening pipeline. */
import type { Calendar } from "./calendar";
import type { InputDefinition, Segment } from "./model";
import { CURVES, STEPS } from "./steps";

export function periodInputs(
  segment: Segment,
  time: Calendar,
): InputDefinition[] {
  const each = (
    name: string,
    count: number,
    from: number,
    more: Pick<InputDefinition, "label" | "unit" | "hint"> &
      Partial<InputDefinition>,
  ): InputDefinition[] =>
    Array.from({ length: count }, (_, at) => ({
      segment: segment.id,
      key: false,
      ...more,
      id: `${segment.id}/${name}/${at + from}`,
      label: `${more.label}, ${at + from}`,
    }));
  const funnels = (["nnc", "expansion"] as const).flatMap((funnel) => {
    const type = funnel === "nnc" ? "NNC" : "Expansion";
    return [
      ...each(`${funnel}_phasing`, time.planPeriods, 1, {
        label: `${type} phasing`,
        unit: "share",
        min: 0,
        max: 1,
        calculated: true,
        hint: "Part of the plan's bookings signed in this period; the row sums to 100 %.",
      }),
      ...each(`${funnel}_after`, time.afterPeriods, 1, {
        label: `${type} target after the plan`,
        unit: "money",
        min: 0,
        calculated: true,
        hint: "Bookings target of a period after the plan; leads created in the plan already work for it.",
      }),
    ];
  });
  const curves = CURVES.flatMap((curve) =>
    each(`curve_${curve}`, time.allPeriods, 0, {
      label: `Lag curve, ${STEPS[curve]}`,
      unit: "share",
      min: 0,
      max: 1,
      calculated: true,
      hint: "Part of the conversions that come this many periods later; the row sums to 100 % and its mean is the lag.",
    }),
  );
  const opening = (
    ["opening_bookings", "expansion_opening_bookings"] as const
  ).flatMap((name) =>
    each(name, time.allPeriods, 1, {
      label:
        name === "opening_bookings"
          ? "Bookings from opening SQLs"
          : "Bookings from opening opportunities",
      unit: "money",
      min: 0,
      default: 0,
      optional: true,
      hint: "What the open pipeline will book in this period: open amount times win rate.",
    }),
  );
  return [...funnels, ...curves, ...opening];
}
