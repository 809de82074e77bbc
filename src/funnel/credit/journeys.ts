/** Paths of customers as texts, "web > event > sdr", read into the places of their channels. */
import { amount, refuse } from "../checks";
import { FunnelError } from "../funnelError";
import { nameList } from "../names/nameList";

export interface Journey {
  /** Places in the list of channels, first step first; at least one. */
  steps: number[];
  /** How many customers on this path bought, and how many did not. */
  conversions: number;
  nulls: number;
}

export interface Journeys {
  /** In the order in which they first appear. */
  channels: string[];
  journeys: Journey[];
}

/**
 * Steps stand between ">" signs; spaces around them and empty steps do not count, and capitals tell no channels apart. A
 * blank path without customers is skipped.
 */
export function readJourneys(
  paths: readonly string[],
  conversions: readonly number[],
  nulls?: readonly number[],
): Journeys {
  for (const [name, counts] of Object.entries({ conversions, nulls }))
    if (counts !== undefined && counts.length !== paths.length)
      refuse(
        `${name} must hold one count for each of the ${paths.length} paths; got ${counts.length}`,
      );
  const { names, place } = nameList();
  const journeys: Journey[] = [];
  paths.forEach((path, at) => {
    const bought = amount(`conversions of path ${at + 1}`, conversions[at]!);
    const left =
      nulls === undefined ? 0 : amount(`nulls of path ${at + 1}`, nulls[at]!);
    const steps = path
      .split(">")
      .filter((step) => step.trim() !== "")
      .map(place);
    if (steps.length > 0)
      journeys.push({ steps, conversions: bought, nulls: left });
    else if (bought > 0 || left > 0)
      throw new FunnelError(
        "na",
        `path ${at + 1} is blank but has customers - enter its channels, such as web > event > sdr`,
      );
  });
  if (journeys.length === 0)
    throw new FunnelError(
      "na",
      "paths are blank - enter channels in the order of the touches, such as web > event > sdr",
    );
  return { channels: names, journeys };
}
