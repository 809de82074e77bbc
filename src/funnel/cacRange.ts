import { amount, divisor, inItsCell, notZero, refuse, shown } from "./checks";
import { FunnelError } from "./funnelError";
import { confidenceLevel } from "./rates/confidence";
import { jeffreysLimits } from "./rates/jeffreys";
import { count } from "./rates/observed";

/**
 * Customer acquisition cost with the limits between which it lies, as far as so few customers can tell.
 *
 * Meaning: the cost of a customer, and the lowest and highest that the true conversion rate allows with `confidence`.
 * Shape: spend in money, leads and the customers won from them as counts; confidence between 0 and 1. Cost, low, high in
 * money; without customers there is neither a cost (div0) nor a highest one (na).
 * Method: cost of a lead divided by the rate and by its Jeffreys limits.
 * Source: L. D. Brown, T. T. Cai, A. DasGupta, Statistical Science 16 (2001), 101-133; the cases in the tests are SciPy's.
 * Throws: value for a negative amount, more customers than leads or a confidence that is none; na without leads.
 *
 * @example cacRange(1000, 20, 20)[1] // 50
 */
export function cacRange(
  spend: number,
  leads: number,
  customers: number,
  confidence = 0.8,
): (number | FunnelError)[] {
  amount("spend", spend);
  notZero("leads", count("leads", leads), "how many leads the spend brought");
  if (amount("customers", customers) > leads)
    refuse(
      `customers must be at most leads; got ${shown(customers)} of ${shown(leads)} - count the leads that these customers come from`,
    );
  const [low, high] = jeffreysLimits(
    customers,
    leads,
    confidenceLevel("confidence", confidence),
  );
  return [
    inItsCell(
      () =>
        spend / divisor("customers", customers, "how many customers were won"),
    ),
    inItsCell(() => spend / leads / high),
    customers === 0
      ? new FunnelError(
          "na",
          "customers is blank or 0 - no highest cost is known before the first customer",
        )
      : inItsCell(() => spend / leads / low),
  ];
}
