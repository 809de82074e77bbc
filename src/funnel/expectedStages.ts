import { forecastChain } from "./forecastChain";

/**
 * Arrivals at every stage in each of so many periods.
 *
 * Meaning: forecastChain, with 0 where nothing arrives any more.
 * Shape: as there; one row a step, `periods` counts each, as many as there are volumes when left out.
 * Method, source and failures: as there.
 *
 * @example expectedStages([100, 0, 0], [0.5, 0.2], [[0.5, 0.5], [0, 1]]) // [[25, 25, 0], [0, 5, 5]]
 */
export function expectedStages(
  volumes: readonly number[],
  rates: readonly number[],
  lags: readonly (readonly number[])[],
  periods = volumes.length,
): number[][] {
  return forecastChain(volumes, rates, lags, periods).map((row) =>
    Array.from({ length: periods }, (_, at) => row[at] ?? 0),
  );
}
