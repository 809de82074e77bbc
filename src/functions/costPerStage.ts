import { costPerStage as compute } from "../funnel";
import { spill } from "./cell";
import { lists } from "./givenRanges";

/**
 * What one unit at each stage has cost by then: the spend on that stage and on all stages before it.
 * @customfunction COST_PER_STAGE
 * @helpurl https://localhost:3000/reference/COST_PER_STAGE.html
 * @param spend_by_stage Money spent on each stage, top of the funnel first, in a row or a column (money)
 * @param volumes Units that reached each stage (counts)
 * @returns Cost of one unit at each stage, laid out like the spend (money).
 */
export function costPerStage(
  spend_by_stage: any[][],
  volumes: any[][],
): any[][] {
  return spill(() => {
    const [spend, reached] = lists(
      ["spend_by_stage", "spend", spend_by_stage],
      ["volumes", "volume", volumes],
    );
    return {
      values: compute(spend!.values, reached!.values),
      orientation: spend!.orientation,
    };
  });
}
