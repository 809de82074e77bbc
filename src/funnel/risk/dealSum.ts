/** What a number of deals brings in all, beside a target: by the distribution of the sizes of single deals. */

export interface DealSum {
  /** The chance that so many deals reach the target; 1 or more, also between whole numbers. */
  reached: (deals: number) => number;
  /** Fewer deals practically never reach it … */
  fewest: number;
  /** … and from here on they practically always do. */
  enough: number;
  /** The distance over which the chance rises from one to the other. */
  scale: number;
}

/** What counts as never: nothing that is added up is as small. */
export const NEVER = 1e-17;

/** How many average deals the target is, kept within the range of a number. */
export const dealsFor = (target: number, mean: number): number =>
  Math.min(Math.max(target / mean, 1e-300), 1e300);
