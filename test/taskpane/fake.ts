/** A workbook and a template in memory, for the pane's own tests: small, but with every kind of field and refusal. */
import type {
  Blueprint,
  Headline,
  InputDefinition,
  Plan,
} from "../../src/template/model";
import type {
  LinkedValues,
  PaneServices,
  PaneTemplate,
  Problem,
} from "../../src/taskpane/services";
import {
  WorkbookFault,
  type CellPick,
  type InsertedPlan,
  type PlanState,
  type WorkbookPort,
} from "../../src/workbook/port";

export const quick: Plan["sheets"] = ["guide", "assumptions", "checks"];

const full: Plan["sheets"] = [
  "guide",
  "assumptions",
  "goals",
  "budget",
  "checks",
];

const numberOf = (
  plan: Plan,
  definition: InputDefinition,
  linked: LinkedValues,
) => {
  const given = plan.inputs[definition.id];
  if (given && "link" in given) return linked[definition.id] ?? null;
  return given?.value ?? definition.default ?? null;
};

export const fakeTemplate: PaneTemplate = {
  presets: [
    { id: "quick", label: "Quick plan", sheets: quick },
    { id: "full", label: "Full plan", sheets: full },
  ],
  sheets: [
    { id: "guide", label: "Guide", purpose: "this page", core: true },
    { id: "assumptions", label: "Assumptions", purpose: "values", core: true },
    { id: "goals", label: "Goals", purpose: "who does how much" },
    { id: "budget", label: "Budget", purpose: "what it costs" },
    { id: "checks", label: "Checks", purpose: "soundness", core: true },
  ],
  // Goals read the budget here.
  withNeeded: (chosen) =>
    full.filter(
      (id) =>
        quick.includes(id) ||
        chosen.includes(id) ||
        (id === "budget" && chosen.includes("goals")),
    ),
  newPlan: (options) => ({
    schema: 1,
    ...options,
    periodCount: options.periodCount ?? 4,
    segments: [
      { id: "s1", name: "New business", motion: "high volume, low dollar" },
    ],
    sheets: quick,
    inputs: {},
  }),
  inputs: (plan) => [
    {
      id: "ntm_revenue",
      label: "NTM revenue",
      unit: "money",
      key: true,
      hint: "Next year's revenue.",
      default: 10_000_000,
      min: 0,
    },
    {
      id: "as_of",
      label: "As-of date",
      unit: "date",
      key: false,
      hint: "The day the plan looks from.",
      default: plan.asOf,
    },
    ...plan.segments.flatMap((segment): InputDefinition[] => [
      {
        id: `${segment.id}/deal_size`,
        label: "Deal size",
        unit: "money",
        hint: "Average deal.",
        key: true,
        segment: segment.id,
      },
      {
        id: `${segment.id}/mql_to_sql`,
        label: "MQL to SQL",
        unit: "rate",
        hint: "Part of the MQLs.",
        key: true,
        segment: segment.id,
        default: 0.2,
        min: 0,
        max: 1,
      },
      {
        id: `${segment.id}/lag`,
        label: "Lag, MQL to SQL",
        unit: "periods",
        hint: "Mean time.",
        key: true,
        default: 0.5,
        segment: segment.id,
      },
    ]),
  ],
  problems(plan, linked = {}) {
    const found: Problem[] = [];
    if (plan.name === "")
      found.push({
        sentence: "The plan has no name. Enter one.",
        input: "name",
      });
    for (const segment of plan.segments)
      if (segment.name === "")
        found.push({ input: segment.id, sentence: "The segment has no name." });
    for (const definition of this.inputs(plan)) {
      // A link that nobody has followed yet is no problem, as in the template.
      const given = plan.inputs[definition.id];
      if (given && "link" in given && !(definition.id in linked)) continue;
      const value = numberOf(plan, definition, linked);
      const { id: input, label } = definition;
      if (value === null)
        found.push({ input, sentence: `${label} is blank. Enter a number.` });
      else if (typeof value !== "number")
        found.push({
          input,
          sentence: `${label} is "${value}". Enter a number.`,
        });
      else if (definition.max !== undefined && value > definition.max)
        found.push({ input, sentence: `${label} is above 100 %.` });
    }
    return found;
  },
  layout: (plan): Blueprint => ({
    plan,
    sheets: [],
    names: [],
    inputs: [],
    headlines: [],
    checks: [],
  }),
  headlines: (plan, linked = {}) =>
    plan.segments.map((segment): Headline => {
      const [revenue] = fakeTemplate.inputs(plan);
      const bookings = Number(numberOf(plan, revenue!, linked)) / 2;
      return {
        segment: segment.id,
        bookings,
        deals: bookings / 50_000,
        sqls: bookings / 12_500,
        mqls: bookings / 2_500,
        inquiries: bookings / 250,
      };
    }),
  writePlanFile: (plan) => JSON.stringify(plan),
  readPlanFile: (text) => {
    try {
      return { plan: JSON.parse(text) as Plan };
    } catch {
      return {
        sentence: "This file holds no plan. Choose one that OneFunnel saved.",
      };
    }
  },
};

export interface FakeWorkbook extends WorkbookPort {
  selected: CellPick | WorkbookFault;
  cells: Record<string, CellPick | WorkbookFault>;
  held: { plan: Plan; inserted: InsertedPlan }[];
  /** What survey and insert answer instead of going ahead. */
  refusal: WorkbookFault | Error | undefined;
  selections: string[];
  failingChecks: string[];
  /** As if a cell had changed. */
  changed(): void;
  /** Insertion stops before its last step until this is called. */
  finish: (() => void) | undefined;
}

const titles = { guide: "Guide", assumptions: "Assumptions", checks: "Checks" };

const sheetsOf = ({ name }: Plan) =>
  Object.entries(titles).map(([id, title]) => ({
    id,
    name: `${name} ${title}`,
  }));

export function fakeWorkbook(): FakeWorkbook {
  const listeners = new Set<() => void>();
  const found = (planId: string) => {
    const held = workbook.held.find(({ plan }) => plan.id === planId);
    if (!held) throw new WorkbookFault("plan_not_found", "The plan is gone.");
    return held;
  };
  const workbook: FakeWorkbook = {
    selected: { link: "Budget!$C$14", value: 40_000_000, text: "$40,000,000" },
    cells: {},
    held: [],
    refusal: undefined,
    selections: [],
    failingChecks: [],
    finish: undefined,
    changed: () => listeners.forEach((listener) => listener()),
    selectedCell: async () => {
      if (workbook.selected instanceof WorkbookFault) throw workbook.selected;
      workbook.cells[workbook.selected.link] ??= workbook.selected;
      return workbook.selected;
    },
    resolve: async (links) =>
      links.map(
        (link) =>
          workbook.cells[link] ??
          new WorkbookFault("bad_link", `${link} is not in this workbook.`),
      ),
    survey: async ({ plan }) => ({
      sheets: sheetsOf(plan).map(({ name }) => name),
      names: [`Funnel_${plan.name}_NTM_Revenue`, `Funnel_${plan.name}_As_Of`],
      faults:
        workbook.refusal instanceof WorkbookFault ? [workbook.refusal] : [],
    }),
    async insert({ plan }, { onProgress, signal } = {}) {
      if (workbook.refusal) throw workbook.refusal;
      onProgress?.({ done: 1, total: 3, label: `Writing ${plan.name} Guide` });
      await new Promise<void>((resolve) => {
        workbook.finish = resolve;
        signal?.addEventListener("abort", () => resolve());
      });
      if (signal?.aborted)
        throw new WorkbookFault(
          "cancelled",
          "The insertion was cancelled. The workbook is as it was.",
        );
      const inserted: InsertedPlan = {
        id: plan.id,
        name: plan.name,
        schema: 1,
        sheets: sheetsOf(plan),
        missing: [],
      };
      workbook.held.push({ plan, inserted });
      return inserted;
    },
    plans: async () => workbook.held.map(({ inserted }) => inserted),
    readPlan: async (planId) => found(planId).plan,
    readState: async (planId): Promise<PlanState> => {
      const { plan } = found(planId);
      const checks = ["Shares sum to 100 %", "No blank input"].map(
        (label, index) => ({
          id: `c${index}`,
          label,
          text: "",
          address: `'${plan.name} Checks'!C${index + 4}`,
          passed: !workbook.failingChecks.includes(label),
        }),
      );
      const labels = ["Bookings", "Deals", "SQLs", "MQLs", "Inquiries"];
      const texts = ["$13,333,333", "178", "889", "4,445", "88,889"];
      return {
        checks,
        allPassed: checks.every(({ passed }) => passed),
        headlines: plan.segments.flatMap((segment) =>
          labels.map((label, index) => ({
            id: `${segment.id}/${label}`,
            label,
            segment: segment.name,
            value: index,
            text: texts[index]!,
            address: `'${plan.name} Funnel Targets'!C${index + 7}`,
          })),
        ),
      };
    },
    async remove(planId) {
      if (workbook.refusal) throw workbook.refusal;
      const { inserted } = found(planId);
      workbook.held = workbook.held.filter(({ plan }) => plan.id !== planId);
      return { sheets: inserted.sheets.map(({ name }) => name), names: [] };
    },
    select: async (address) => void workbook.selections.push(address),
    onChanged: async (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  };
  return workbook;
}

export interface FakeServices extends PaneServices {
  workbook: FakeWorkbook;
  saved: { name: string; text: string }[];
  copied: string[];
  picked: { name: string; text: string } | null;
}

/** Serial of 22 November 2026. */
export const someDay = 46_348;

export function fakeServices(): FakeServices {
  let ids = 0;
  const services: FakeServices = {
    workbook: fakeWorkbook(),
    template: fakeTemplate,
    saved: [],
    copied: [],
    picked: null,
    functions: async () => [
      {
        name: "FUNNEL.REQUIRED_MQLS",
        description: "MQLs needed for a bookings target.",
        helpUrl: "https://example.org/reference/required-mqls.html",
        parameters: [
          { name: "bookings", description: "" },
          { name: "deal_size", description: "", optional: true },
        ],
      },
      {
        name: "FUNNEL.NTM_SPLIT",
        description: "Splits revenue.",
        parameters: [],
      },
    ],
    version: "1.2.3",
    host: "Excel in memory",
    locale: "en-US",
    today: () => someDay,
    newId: () => `plan-${(ids += 1)}`,
    saveFile: async (name, text) => void services.saved.push({ name, text }),
    pickFile: async () => services.picked,
    copyText: async (text) => void services.copied.push(text),
    openPage: () => {},
    appearance: () => ({ prefersDark: false, forcedColors: false }),
    onAppearanceChanged: () => () => {},
  };
  return services;
}
