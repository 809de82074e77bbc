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

test("a failure at any request of a whole plan leaves the workbook as it was", async () => {
  const blueprint = layout(GOLDEN_PLANS["quarters-1"]!);
  // The third request is the print layout, which a computer without a printer may refuse.
  for (const at of [0, 1, 3, 4, 5, 6]) {
    for (const share of [0.6, 1]) {
      let reached = false;
      const { engine, workbook } = openPlain(withBudget(), {
        inject: (request, action, actions) => {
          if (request !== at || action !== Math.floor(actions * share))
            return undefined;
          reached = true;
          return { code: "GeneralException" };
        },
      });
      const before = seen(engine.book());
      await expect(workbook.insert(blueprint)).rejects.toMatchObject({
        code: "host_failed",
      });
      expect({ at, reached, book: seen(engine.book()) }).toEqual({
        at,
        reached: true,
        book: before,
      });
    }
  }
});
