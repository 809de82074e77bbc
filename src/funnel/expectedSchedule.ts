import { amount, refuse, result } from "./checks";
import { forecast } from "./forecast";
import { amounts } from "./timing/periods";

/**
 * Bookings by period that volumes by period bring, with those of the pipeline that is open already.
 *
 * Meaning: forecast x deal size + opening bookings of the period.
 * Shape: as forecast; `averageDealSize` and `openingBookings` money, the latter by period from the first on; `periods`
 * amounts of money, as many as there are volumes when left out.
 * Method: convolution.
 * Source: definition; the cases in the tests come from NumPy's convolve.
 * Throws: as forecast; value for negative money or opening bookings after the periods shown; num beyond a number.
 *
 * @example expectedSchedule([100, 100, 100], 0.2, [0.5, 0.25, 0.25], 1_000, [5_000]) // [15000, 15000, 20000]
 */
export function expectedSchedule(
  volumes: readonly number[],
  rate: number,
  lagShares: readonly number[],
  averageDealSize: number,
  openingBookings: readonly number[] = [],
  periods = volumes.length,
): number[] {
  const deals = forecast(volumes, rate, lagShares, periods);
  amount("average_deal_size", averageDealSize);
  amounts("opening_bookings", "opening bookings", openingBookings);
  const late = openingBookings.findIndex(
    (each, at) => at >= periods && each > 0,
  );
  if (late >= 0)
    refuse(
      `opening_bookings must lie within the ${periods} periods shown; got bookings in period ${late + 1} - raise periods or shorten the range`,
    );
  return Array.from({ length: periods }, (_, at) =>
    result((deals[at] ?? 0) * averageDealSize + (openingBookings[at] ?? 0)),
  );
}
