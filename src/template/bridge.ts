/** From revenue to bookings in plain arithmetic, as NTM Split computes it. */
import type { Values } from "./values";

/** The inputs of the two kinds of bookings. */
const INPUTS = {
  nnc: {
    share: "nnc_share",
    term: "contract_term",
    wait: "months_to_revenue",
    phasing: "nnc_phasing",
  },
  expansion: {
    share: "expansion_share",
    term: "expansion_contract_term",
    wait: "expansion_months_to_revenue",
    phasing: "expansion_phasing",
  },
} as const;

export interface Bridge {
  revenue: number;
  /** Parts of the plan's bookings signed in each period. */
  phasing: number[];
  /** Part of all bookings that becomes revenue inside the plan; 0 where none comes in time. */
  recognised: number;
  /** Id of the input that says how long revenue takes to start. */
  wait: string;
}

export function bridge(
  values: Values,
  segment: string,
  type: keyof typeof INPUTS,
): Bridge {
  const { planPeriods, monthsPerPeriod } = values.time;
  const { share, term, wait, phasing } = INPUTS[type];
  const number = (id: string): number => values.number(`${segment}/${id}`);
  const parts = Array.from({ length: planPeriods }, (_, at) =>
    number(`${phasing}/${at + 1}`),
  );
  const months = number(term);
  const inside = (at: number): number => {
    const signed = (at + values.number("signing_point")) * monthsPerPeriod;
    const left = planPeriods * monthsPerPeriod - signed - number(wait);
    return Math.max(0, Math.min(months, left)) / months;
  };
  return {
    revenue: number("ntm_revenue") * number(share),
    phasing: parts,
    recognised: parts.reduce((sum, part, at) => sum + part * inside(at), 0),
    wait: `${segment}/${wait}`,
  };
}
