import { attainment as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";

/**
 * How much of a target is reached.
 * @customfunction ATTAINMENT
 * @helpurl https://localhost:3000/reference/ATTAINMENT.html
 * @param actual What is reached (money or count)
 * @param target What is to be reached (money or count)
 * @returns Reached part of the target; 1 is all of it (ratio).
 */
export function attainment(actual: any, target: any): number {
  return cell(() =>
    compute(number("actual", actual), number("target", target)),
  );
}
