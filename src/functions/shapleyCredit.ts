import { shapleyCredit as compute } from "../funnel";
import { table } from "./cell";
import { labelled } from "./givenRanges";

/**
 * Conversions credited to channels by their average contribution (Shapley value): a path's conversions go in equal parts to its channels.
 * @customfunction SHAPLEY_CREDIT
 * @helpurl https://localhost:3000/reference/SHAPLEY_CREDIT.html
 * @param paths Channels of each path, such as web > event > sdr (text)
 * @param conversions How many customers on each path bought (counts)
 * @returns A row for each channel in the order of appearance: its name and the conversions credited to it (text, count).
 */
export function shapleyCredit(paths: any[][], conversions: any[][]): any[][] {
  return table(() => {
    const { labels, lists } = labelled(
      ["paths", "path", paths],
      ["conversions", "conversions of path", conversions],
    );
    return compute(labels.values, lists[0]!.values);
  });
}
