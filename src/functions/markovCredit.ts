import { markovCredit as compute } from "../funnel";
import { table } from "./cell";
import { isLeftOut, labelled, type Range } from "./givenRanges";

/**
 * Conversions credited to channels by how many would be lost without each (removal effect in a Markov chain).
 * @customfunction MARKOV_CREDIT
 * @helpurl https://localhost:3000/reference/MARKOV_CREDIT.html
 * @param paths Channels in the order of the touches, such as web > event > sdr (text)
 * @param conversions How many customers on each path bought (counts)
 * @param [nulls] How many customers on each path did not buy; none when left out (counts)
 * @returns A row for each channel in the order of appearance: its name, its removal effect and the conversions credited to it (text, share, count).
 */
export function markovCredit(
  paths: any[][],
  conversions: any[][],
  nulls?: any[][],
): any[][] {
  return table(() => {
    const counts: Range[] = [
      ["conversions", "conversions of path", conversions],
    ];
    if (!isLeftOut(nulls)) counts.push(["nulls", "nulls of path", nulls]);
    const { labels, lists } = labelled(["paths", "path", paths], ...counts);
    return compute(labels.values, lists[0]!.values, lists[1]?.values);
  });
}
