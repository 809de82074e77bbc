/** The main job on the calculating engine: insert, tie to the budget, change it, read back, remove. */
import { headlines, layout, newPlan } from "../../src/template";
import type { Plan } from "../../src/template/model";
import type { WorkbookPort } from "../../src/workbook/port";
import type { Book } from "../../src/xlsx/book";
import { GOLDEN_PLANS } from "../golden/plans";
import { createHeadlessEngine } from "./headless";
import { openWorkbook, seen } from "./openWorkbook";
import { teamBook } from "./workbookFixture";

jest.setTimeout(120_000);

const linkedPlan = (): Plan => ({
  ...newPlan({
    id: "p-1",
    name: "FY27",
    fiscalStart: 46_388,
    asOf: 46_388,
    currency: "EUR",
    periods: "quarters",
  }),
  inputs: { ntm_revenue: { link: "Budget!$B$4" } },
});

async function opened(book: Book = teamBook()) {
  const engine = await createHeadlessEngine();
  await engine.open(book);
  await engine.calculate("full");
  return openWorkbook(engine);
}

/** What the cells say beside what the template computes without a workbook. */
async function compare(
  workbook: WorkbookPort,
  plan: Plan,
  linked: Record<string, number>,
) {
  const state = await workbook.readState(plan.id);
  const expected = headlines(plan, linked);
  for (const { segment, ...numbers } of expected) {
    for (const [id, value] of Object.entries(numbers)) {
      const cell = state.headlines.find(
        (one) => one.id.endsWith(id) && matches(plan, one.segment, segment),
      );
      expect([segment, id, typeof cell?.value]).toEqual([
        segment,
        id,
        "number",
      ]);
      expect(Math.abs(Number(cell?.value) - value)).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(value)),
      );
    }
  }
  return state;
}

/** The pane is told segments by name, the template by id. */
const matches = (
  plan: Plan,
  name: string | undefined,
  segment: string,
): boolean => plan.segments.find(({ id }) => id === segment)?.name === name;

test("a plan tied to the budget follows it, is read back, and leaves no trace", async () => {
  const { engine, workbook } = await opened();
  const before = seen(engine.book());
  const plan = linkedPlan();
  await workbook.insert(layout(plan));

  const first = await compare(workbook, plan, { ntm_revenue: 10_000_000 });
  expect(first.checks.filter(({ passed }) => !passed)).toEqual([]);
  expect(first.allPassed).toBe(true);

  const budget = engine.sheets().find(({ name }) => name === "Budget")!.id;
  engine.write(budget, { row: 1, column: 1, rows: 1, columns: 1 }, [
    [8_000_000],
  ]);
  await engine.calculate();
  const second = await compare(workbook, plan, { ntm_revenue: 12_000_000 });
  const mqls = (state: typeof first) =>
    Number(state.headlines.find(({ id }) => id.endsWith("mqls"))?.value);
  expect(mqls(second)).toBeGreaterThan(mqls(first));
  await expect(workbook.readPlan("p-1")).resolves.toEqual(plan);

  engine.write(budget, { row: 1, column: 1, rows: 1, columns: 1 }, [
    [6_000_000],
  ]);
  await engine.calculate();
  await workbook.remove("p-1");
  expect({ ...seen(engine.book()), activeSheet: before.activeSheet }).toEqual(
    before,
  );
  engine.dispose();
});

test("no cell of a golden plan shows an error, and a plan read back after changes goes in again", async () => {
  const book = teamBook();
  book.sheets[0]!.cells[13] = { 2: { value: 24_500_000 } };
  const { engine, workbook } = await opened(book);
  const plan = GOLDEN_PLANS["months-2"]!;
  const before = seen(engine.book());
  await workbook.insert(layout(plan));
  await engine.calculate();
  const titles = new Set(layout(plan).sheets.map(({ title }) => title));
  const errors = engine
    .book()
    .sheets.filter(({ name }) => titles.has(name))
    .flatMap(({ name, cells }) =>
      Object.entries(cells).flatMap(([row, columns]) =>
        Object.entries(columns)
          .filter(
            ([, { value }]) => typeof value === "object" && value !== null,
          )
          .map(
            ([column, { value, formula }]) =>
              `${name} ${row}/${column} ${JSON.stringify(value)} =${formula}`,
          ),
      ),
    );
  expect(errors).toEqual([]);
  await expect(workbook.readPlan(plan.id)).resolves.toEqual(plan);
  await compare(workbook, plan, { ntm_revenue: 24_500_000 });

  const input = layout(plan).inputs.find(({ id }) => id === "s1/deal_size")!;
  const assumptions = engine
    .sheets()
    .find(({ name }) => name === "Plan 2027 Assumptions")!;
  const row = Number(/\d+/.exec(input.address)![0]) - 1;
  const column = input.address.charCodeAt(0) - 65;
  engine.write(assumptions.id, { row, column, rows: 1, columns: 1 }, [
    [88_000],
  ]);
  await engine.calculate();
  const changed = await workbook.readPlan(plan.id);
  expect(changed).toEqual({
    ...plan,
    inputs: { ...plan.inputs, "s1/deal_size": { value: 88_000 } },
  });
  await compare(workbook, changed, { ntm_revenue: 24_500_000 });

  await workbook.remove(plan.id);
  expect({ ...seen(engine.book()), activeSheet: before.activeSheet }).toEqual(
    before,
  );
  await workbook.insert(layout(changed));
  await expect(workbook.readPlan(plan.id)).resolves.toEqual(changed);
  await compare(workbook, changed, { ntm_revenue: 24_500_000 });
  engine.dispose();
});

test("a failure inside the insertion leaves the calculated workbook as it was", async () => {
  const plan = linkedPlan();
  for (const [at, point] of [
    [2, 40],
    [4, 60],
    [7, 3],
  ] as const) {
    const engine = await createHeadlessEngine();
    await engine.open(teamBook());
    await engine.calculate("full");
    const { workbook } = openWorkbook(engine, {
      inject: (request, action) =>
        request === at && action === point
          ? { code: "GeneralException" }
          : undefined,
    });
    const before = seen(engine.book());
    await expect(workbook.insert(layout(plan))).rejects.toMatchObject({
      code: "host_failed",
    });
    expect(seen(engine.book())).toEqual(before);
    engine.dispose();
  }
});

test("in a workbook that calculates on request only, the plan shows its numbers all the same", async () => {
  const { workbook } = await opened();
  await Excel.run(async (context) => {
    context.workbook.application.calculationMode = "Manual";
    await context.sync();
  });
  const plan = linkedPlan();
  await workbook.insert(layout(plan));
  await compare(workbook, plan, { ntm_revenue: 10_000_000 });
});
