import { pooledRates as compute } from "../funnel";
import { spill } from "./cell";
import { lists } from "./givenRanges";

/**
 * Rates of segments, each drawn towards the rate of all as far as its own leads say too little.
 * @customfunction POOLED_RATES
 * @helpurl https://localhost:3000/reference/POOLED_RATES.html
 * @param converted How many converted in each segment, in a row or a column (counts)
 * @param entered How many entered in each segment, laid out alike (counts)
 * @returns Pooled rate, its weight in leads, then the rate of each segment, laid out like the segments (fractions and a count).
 */
export function pooledRates(converted: any[][], entered: any[][]): any[][] {
  return spill(() => {
    const [some, all] = lists(
      ["converted", "converted", converted],
      ["entered", "entered", entered],
    );
    return {
      values: compute(some!.values, all!.values),
      orientation: some!.orientation,
    };
  });
}
