import { amount, refuse, sharesOf, shown } from "./checks";
import { FunnelError } from "./funnelError";
import { requiredVolumes } from "./requiredVolumes";
import { sum } from "./sum";

/**
 * The reverse funnel per source: marketing begins at the inquiry, a sales-sourced deal at the SQL.
 *
 * Meaning: one row per source, the count at each stage of its part of the target; "" at stages it does not use.
 * Shape: target in money; `shares` fractions that add up to 1; `dealSizes` money; `rates` one list per source, all of
 * one length, first to last step; `entry` the first stage a source uses, counted from 0. Rows are as long as the rates
 * plus one, deals last. Rates above a source's entry are not read.
 * Method: `requiredVolumes` from the entry down.
 * Source: definition; the case in the tests comes from exact rational arithmetic.
 * Throws: value for lists of different lengths, shares that do not add up to 1 within 1e-9, an entry that is no stage;
 * otherwise as `requiredVolumes`, naming the source.
 *
 * @example sources(300_000, [0.6, 0.4], [30_000, 20_000], [[0.5, 0.25], [0, 0.5]], [0, 1]) // [[48, 24, 6], ["", 12, 6]]
 */
export function sources(
  bookingsTarget: number,
  shares: readonly number[],
  dealSizes: readonly number[],
  rates: readonly (readonly number[])[],
  entry: readonly number[],
): (number | "")[][] {
  amount("bookings_target", bookingsTarget);
  for (const [name, list] of Object.entries({ dealSizes, rates, entry }))
    if (list.length !== shares.length)
      refuse(
        `${name} must hold one item for each of the ${shares.length} sources; got ${list.length}`,
      );
  sharesOf("share", shares);
  if (Math.abs(sum(shares) - 1) > 1e-9)
    refuse(
      `shares must add up to 1; got ${shown(sum(shares))} - change a share so that together they make 100%`,
    );
  const steps = rates[0]?.length ?? 0;
  return shares.map((part, source) => {
    const own = rates[source]!;
    const from = entry[source]!;
    if (own.length !== steps)
      refuse(
        `source ${source + 1} must have ${steps} rates like the first; got ${own.length}`,
      );
    if (!Number.isInteger(from) || from < 0 || from > steps)
      refuse(
        `source ${source + 1} must enter at a stage from 0 to ${steps}; got ${from}`,
      );
    return [
      ...new Array<"">(from).fill(""),
      ...named(`source ${source + 1}`, () =>
        requiredVolumes(
          bookingsTarget,
          dealSizes[source]!,
          own.slice(from),
          part,
          "none",
          own.slice(from).map((_, step) => `rate ${from + step + 1}`),
        ),
      ),
    ];
  });
}

function named<T>(name: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof FunnelError)
      throw new FunnelError(error.kind, `${name}: ${error.sentence}`);
    throw error;
  }
}
