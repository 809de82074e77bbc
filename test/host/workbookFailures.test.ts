/** Whatever breaks, at whatever point of an insertion: the workbook is as it was, or the fault says what stayed. */
import { createPlainEngine } from "../../src/workbench/engine/plain";
import type { InjectedError } from "../../src/workbench/host";
import { openPlain, openWorkbook, seen } from "./openWorkbook";
import { smallBlueprint, smallPlan, teamBook } from "./workbookFixture";

jest.setTimeout(120_000);

const blueprint = smallBlueprint(
  smallPlan({ inputs: { ntm_revenue: { link: "Budget!$B$4" } } }),
);
const broken: InjectedError = { code: "GeneralException" };

/** The number of actions of each request of an undisturbed insertion. */
async function requestsOfInsertion(): Promise<number[]> {
  const actions: number[] = [];
  const { workbook } = openPlain(teamBook(), {
    inject: (request, _, total) => {
      actions[request] = total;
      return undefined;
    },
  });
  await workbook.insert(blueprint);
  return actions;
}

/** Before the first action, at five inside, at the last, and the answer lost after it. */
const points = (actions: number): number[] => [
  ...new Set(
    [0, 1, 2, 3, 4, 5].map((n) => Math.floor((n * (actions - 1)) / 5)),
  ),
  actions,
];

/** The one request that may fail: a computer without a printer refuses it. */
const printLayout = 3;

test("without its print layout a plan is inserted all the same", async () => {
  const actions = (await requestsOfInsertion())[printLayout] ?? 0;
  for (const point of points(actions)) {
    const { engine, workbook } = openPlain(teamBook(), {
      inject: (request, action) =>
        request === printLayout && action === point ? broken : undefined,
    });
    await expect(workbook.insert(blueprint)).resolves.toMatchObject({
      id: "p-1",
    });
    const sheets = engine.book().sheets.slice(2);
    expect(sheets).toHaveLength(3);
    for (const { protection } of sheets) expect(protection).toBeDefined();
  }
});

test("a failure at any request, before, inside and after it, leaves the workbook as it was", async () => {
  const requests = await requestsOfInsertion();
  expect(requests.length).toBeGreaterThanOrEqual(5);
  let failures = 0;
  for (const [at, actions] of requests.entries()) {
    if (at === printLayout) continue;
    for (const point of points(actions)) {
      const { engine, workbook } = openPlain(teamBook(), {
        inject: (request, action) =>
          request === at && action === point ? broken : undefined,
      });
      const before = seen(engine.book());
      const insertion = workbook.insert(blueprint);
      await expect(insertion).rejects.toMatchObject({ code: "host_failed" });
      expect({ at, point, book: seen(engine.book()) }).toEqual({
        at,
        point,
        book: before,
      });
      await expect(workbook.plans()).resolves.toEqual([]);
      failures++;
    }
  }
  expect(failures).toBeGreaterThan(30);
});

test("a failure at every single action of the request that makes sheets and names", async () => {
  const [, , making = 0] = await requestsOfInsertion();
  for (let point = 0; point <= making; point++) {
    const { engine, workbook } = openPlain(teamBook(), {
      inject: (request, action) =>
        request === 2 && action === point ? broken : undefined,
    });
    const before = seen(engine.book());
    await expect(workbook.insert(blueprint)).rejects.toMatchObject({
      code: "host_failed",
    });
    expect({ point, book: seen(engine.book()) }).toEqual({
      point,
      book: before,
    });
  }
});

test("an undo that fails once is tried again", async () => {
  const { engine, workbook } = openPlain(teamBook(), {
    inject: (request, action) =>
      (request === 4 && action === 2) || (request === 7 && action === 3)
        ? broken
        : undefined,
  });
  const before = seen(engine.book());
  await expect(workbook.insert(blueprint)).rejects.toMatchObject({
    code: "host_failed",
    sentence: expect.stringMatching(/The workbook is as it was before\.$/),
  });
  expect(seen(engine.book())).toEqual(before);
});

test("where even the undo fails, the fault names what stayed, and remove cleans up later", async () => {
  let dead = false;
  const engine = createPlainEngine(teamBook());
  const { workbook } = openWorkbook(engine, {
    inject: (request, action) => {
      if (request === 4 && action === 3) dead = true;
      return dead ? broken : undefined;
    },
  });
  const before = seen(engine.book());
  await expect(workbook.insert(blueprint)).rejects.toMatchObject({
    code: "undo_incomplete",
    sentence: expect.stringMatching(
      /the sheets FY27 Guide, FY27 Assumptions, FY27 Checks may still be there/,
    ),
  });
  dead = false;
  await expect(workbook.plans()).resolves.toEqual([
    expect.objectContaining({ id: "p-1", unfinished: true }),
  ]);
  await expect(workbook.insert(blueprint)).rejects.toMatchObject({
    code: "plan_exists",
    sentence:
      'An earlier insertion of "FY27" broke off and left its traces; remove that plan first, then insert again.',
  });
  await expect(workbook.readPlan("p-1")).resolves.toEqual(blueprint.plan);
  await workbook.remove("p-1");
  expect({ ...seen(engine.book()), activeSheet: before.activeSheet }).toEqual(
    before,
  );
});

test("a crash right after any action of making sheets is found and cleaned by remove", async () => {
  const [, , making = 0] = await requestsOfInsertion();
  for (let point = 1; point <= making; point++) {
    let dead = false;
    const engine = createPlainEngine(teamBook());
    const { workbook } = openWorkbook(
      engine,
      {
        inject: (request, action) => {
          if (request === 2 && action === point) dead = true;
          return dead ? broken : undefined;
        },
      },
      [],
    );
    const before = seen(engine.book());
    await expect(workbook.insert(blueprint)).rejects.toMatchObject({
      code: "undo_incomplete",
    });
    dead = false;
    for (const { id } of await workbook.plans()) await workbook.remove(id);
    expect({
      point,
      book: { ...seen(engine.book()), activeSheet: before.activeSheet },
    }).toEqual({ point, book: before });
  }
});

test("undo spares what a co-author made meanwhile under a planned title", async () => {
  const engine = createPlainEngine(teamBook());
  const { workbook } = openWorkbook(engine, {
    inject: (request, action) => {
      if (request === 2 && action === 0) {
        const theirs = engine.addSheet("FY27 Checks");
        engine.write(theirs, { row: 0, column: 0, rows: 1, columns: 1 }, [
          ["theirs"],
        ]);
      }
      return undefined;
    },
  });
  await expect(workbook.insert(blueprint)).rejects.toMatchObject({
    code: "name_exists",
  });
  expect(engine.sheets().map(({ name }) => name)).toEqual([
    "Budget",
    "Team's notes",
    "FY27 Checks",
  ]);
  expect(engine.names().map(({ name }) => name)).toEqual(["Revenue_total"]);
});

test("a removal that breaks off can be repeated", async () => {
  let failAt = -1;
  const engine = createPlainEngine(teamBook());
  const before = seen(engine.book());
  const { workbook, host } = openWorkbook(engine, {
    inject: (request, action) =>
      request === failAt && action === 6 ? broken : undefined,
  });
  await workbook.insert(blueprint);
  failAt = host.counters.requests + 2;
  await expect(workbook.remove("p-1")).rejects.toMatchObject({
    code: "host_failed",
    sentence: expect.stringMatching(/choose Remove again to finish\.$/),
  });
  failAt = -1;
  await workbook.remove("p-1");
  expect({ ...seen(engine.book()), activeSheet: before.activeSheet }).toEqual(
    before,
  );
});
