/** Where marketing and sales see an assumption differently: the assumptions, who decides them, what a gap acts on. */
import type { InputDefinition, Plan, Segment } from "./model";

type Own = Omit<InputDefinition, "sheet">;

export type Team = "Marketing" | "Sales" | "Finance";
export const DECIDERS: readonly string[] = ["Marketing", "Sales", "Finance"];

/** How a factor acts: "yield" multiplies what leads bring, "target" what is asked for, "timing" only when it comes. */
export interface Factor {
  /** The input of Assumptions: "mql_to_sql". */
  id: string;
  funnel: "nnc" | "expansion";
  acts: "yield" | "target" | "timing";
  /** A yield behind the MQL: it decides how many MQLs are needed. */
  behindMql?: true;
  decides: Team;
}

export const FACTORS: readonly Factor[] = [
  { id: "nnc_share", funnel: "nnc", acts: "target", decides: "Finance" },
  { id: "inquiry_to_mql", funnel: "nnc", acts: "yield", decides: "Marketing" },
  {
    id: "mql_to_sql",
    funnel: "nnc",
    acts: "yield",
    behindMql: true,
    decides: "Marketing",
  },
  {
    id: "sql_to_booking",
    funnel: "nnc",
    acts: "yield",
    behindMql: true,
    decides: "Sales",
  },
  {
    id: "deal_size",
    funnel: "nnc",
    acts: "yield",
    behindMql: true,
    decides: "Sales",
  },
  {
    id: "expansion_share",
    funnel: "expansion",
    acts: "target",
    decides: "Finance",
  },
  {
    id: "account_to_opportunity",
    funnel: "expansion",
    acts: "yield",
    decides: "Sales",
  },
  {
    id: "opportunity_to_booking",
    funnel: "expansion",
    acts: "yield",
    decides: "Sales",
  },
  {
    id: "expansion_deal_size",
    funnel: "expansion",
    acts: "yield",
    decides: "Sales",
  },
  {
    id: "lag_inquiry_to_mql",
    funnel: "nnc",
    acts: "timing",
    decides: "Marketing",
  },
  { id: "lag_mql_to_sql", funnel: "nnc", acts: "timing", decides: "Sales" },
  { id: "lag_sql_to_booking", funnel: "nnc", acts: "timing", decides: "Sales" },
];

export const VIEWS = {
  marketing: "Marketing's view",
  sales: "Sales' view",
} as const;

export const viewId = (
  segment: string,
  factor: Factor,
  part: "marketing" | "sales" | "decides" | "by_when" | "note",
): string => `view/${segment}/${factor.id}/${part}`;

export const alignmentInputs = (
  { segments }: Pick<Plan, "segments">,
  /** Label and unit of the assumption, as Assumptions has them. */
  assumption: (segment: Segment, factor: Factor) => InputDefinition,
): Own[] =>
  segments.flatMap((segment) =>
    FACTORS.flatMap((factor): Own[] => {
      const { label, unit, min, max } = assumption(segment, factor);
      const what = `${segment.name}, ${label}`;
      const common = { key: false, optional: true } as const;
      return [
        ...(["marketing", "sales"] as const).map((team): Own => ({
          ...common,
          id: viewId(segment.id, factor, team),
          label: `${what}: ${VIEWS[team].toLowerCase()}`,
          unit,
          hint: "What this team believes today; blank where it shares the agreed value.",
          ...(min === undefined ? {} : { min }),
          ...(max === undefined ? {} : { max }),
        })),
        {
          ...common,
          id: viewId(segment.id, factor, "decides"),
          label: `${what}: who decides`,
          unit: "choice",
          choices: [...DECIDERS],
          hint: "The team that has the last word on this value.",
          default: factor.decides,
        },
        {
          ...common,
          id: viewId(segment.id, factor, "by_when"),
          label: `${what}: by when`,
          unit: "date",
          min: 61,
          hint: "The day by which the teams agree.",
        },
        {
          ...common,
          id: viewId(segment.id, factor, "note"),
          label: `${what}: why the views differ`,
          unit: "text",
          hint: "What each team bases its view on.",
        },
      ];
    }),
  );
