/** The three golden plans, whole: requests, bytes, what is read back, and the workbook after removal. */
import { layout } from "../../src/template";
import { GOLDEN_PLANS } from "../golden/plans";
import { openPlain, seen } from "./openWorkbook";
import { teamBook } from "./workbookFixture";

jest.setTimeout(120_000);

const withBudget = () => {
  const book = teamBook();
  book.sheets[0]!.cells[13] = { 2: { value: 24_500_000 } };
  return book;
};

describe.each(Object.entries(GOLDEN_PLANS))("%s", (_, plan) => {
  const blueprint = layout(plan);

  test("goes in with at most a request per sheet plus three, each under 5 MB, and comes back out", async () => {
    const { engine, host, workbook } = openPlain(withBudget());
    const before = seen(engine.book());
    const started = performance.now();
    await workbook.insert(blueprint);
    const { requests, bytes, actions } = host.counters;
    const kb = (size: number) => Math.round(size / 1024);
    console.log(
      `${plan.name}: ${requests} requests, ${actions} actions, ${kb(bytes.reduce((a, b) => a + b, 0))} KB in all, ` +
        `${bytes.map(kb).join(" + ")} KB, ${Math.round(performance.now() - started)} ms`,
    );
    expect(requests).toBeLessThanOrEqual(blueprint.sheets.length + 3);
    expect(Math.max(...bytes)).toBeLessThan(5 * 1024 * 1024);

    await expect(workbook.readPlan(plan.id)).resolves.toEqual(plan);
    const state = await workbook.readState(plan.id);
    expect(state.headlines.map(({ id }) => id)).toEqual(
      blueprint.headlines.map(({ id }) => id),
    );
    expect(state.checks).toHaveLength(blueprint.checks.length);

    await workbook.remove(plan.id);
    expect({ ...seen(engine.book()), activeSheet: before.activeSheet }).toEqual(
      before,
    );
  });

  test("every input cell is unlocked and every other cell is locked", async () => {
    const { engine, workbook } = openPlain(withBudget());
    await workbook.insert(blueprint);
    const book = engine.book();
    for (const sheet of blueprint.sheets) {
      const written = book.sheets.find(({ name }) => name === sheet.title)!;
      for (const { row, column, input } of sheet.cells) {
        const locked =
          book.styles[written.cells[row]?.[column]?.style ?? 0]?.locked ?? true;
        expect([sheet.id, row, column, locked]).toEqual([
          sheet.id,
          row,
          column,
          input === undefined,
        ]);
      }
    }
  });
});

/** The print layout, which a computer without a printer may refuse: the plan goes in all the same. */
const PRINT_LAYOUT = 2;

/** Before the request (0), at five actions inside, and done but its answer lost. */
const points = (actions: number): number[] => [
  ...new Set([0, 1, 2, 3, 4, 5].map((n) => Math.floor((n * actions) / 6))),
  actions,
];

describe.each(["quarters-1", "months-2"] as const)(
  "%s, broken off at any request, before it, at five actions inside and after it,",
  (name) => {
    const blueprint = layout(GOLDEN_PLANS[name]!);
    const actionsOf: number[] = [];

    beforeAll(async () => {
      const { workbook } = openPlain(withBudget(), {
        inject: (request, _, actions) => {
          actionsOf[request] = actions;
          return undefined;
        },
      });
      await workbook.insert(blueprint);
    });

    test("leaves the workbook as it was, or is whole without its print layout", async () => {
      // A linked plan reads its links in a request of their own, before the others.
      const linked = actionsOf.length > blueprint.sheets.length + 2 ? 1 : 0;
      let failures = 0;
      for (const [at, actions] of actionsOf.entries()) {
        for (const point of points(actions)) {
          const { engine, workbook } = openPlain(withBudget(), {
            inject: (request, action) =>
              request === at && action === point
                ? { code: "GeneralException" }
                : undefined,
          });
          const before = seen(engine.book());
          if (at === PRINT_LAYOUT + linked) {
            await workbook.insert(blueprint);
            await workbook.remove(blueprint.plan.id);
            const { activeSheet } = before;
            expect({ ...seen(engine.book()), activeSheet }).toEqual(before);
            continue;
          }
          failures += 1;
          await expect(workbook.insert(blueprint)).rejects.toMatchObject({
            code: "host_failed",
          });
          expect({ at, point, book: seen(engine.book()) }).toEqual({
            at,
            point,
            book: before,
          });
        }
      }
      expect(failures).toBeGreaterThanOrEqual(
        (actionsOf.length - 1) * 2 + (blueprint.sheets.length - 1) * 5,
      );
    }, 240_000);
  },
);
