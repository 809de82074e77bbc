/** Loads, kept objects, events, counters and failures made for tests, as the genuine client sees them. */
/* eslint-disable office-addins/load-object-before-read -- results of methods are read, and what is not loaded is read on purpose */
import { createHost } from "../../src/workbench/host";
import { createPlainEngine } from "../../src/workbench/engine/plain";
import { open, sampleBook } from "./hostFixture";

const budgetOf = (context: Excel.RequestContext) =>
  context.workbook.worksheets.getItem("Budget");

/** The client's own promise turns and the host's answers. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test("reading what was not loaded is refused by the client itself", async () => {
  const { run } = open();
  await run(async (context) => {
    const range = budgetOf(context).getRange("A1");
    range.load("address");
    await context.sync();
    expect(range.address).toBe("Budget!A1");
    expect(() => range.values).toThrow(
      expect.objectContaining({ code: "PropertyNotLoaded" }),
    );
  });
});

test("only what was asked for comes back; a load without names brings every plain value", async () => {
  const { run } = open();
  const seen = await run(async (context) => {
    const some = budgetOf(context).load("name");
    const all = context.workbook.worksheets.getItem("s2").load();
    const beneath = budgetOf(context)
      .getRange("A1")
      .load({ values: true, format: { font: { bold: true } } } as never);
    await context.sync();
    return [some.toJSON(), all.toJSON(), beneath.toJSON()];
  });
  expect(seen).toMatchObject([
    { name: "Budget" },
    {
      id: "s2",
      name: "Team's notes",
      position: 1,
      visibility: "Visible",
      tabColor: "",
    },
    { values: [["Month"]], format: { font: { bold: false } } },
  ]);
  expect(Object.keys(seen[0] ?? {})).toEqual(["name"]);
});

test("collections take $top and $skip, and items may be asked for members beneath", async () => {
  const { run } = open();
  const seen = await run(async (context) => {
    const second = context.workbook.worksheets.load({
      name: true,
      $skip: 1,
      $top: 5,
    } as never);
    const names = context.workbook.names.load("name,value");
    const properties = context.workbook.worksheets
      .getItem("s1")
      .load("name,freezePanes,names/items/name,protection/protected");
    await context.sync();
    return [
      second.items.map(({ name }) => name),
      names.items.map(({ name, value }) => [name, value]),
      properties.protection.protected,
    ];
  });
  expect(seen).toEqual([
    ["Team's notes"],
    [["Revenue_total", "Budget!$B$4"]],
    false,
  ]);
});

test("items that were loaded can be used in later requests", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load("items");
    names.load("items/name");
    await context.sync();
    for (const sheet of worksheets.items)
      sheet.getRange("H1").values = [[sheet.name]];
    for (const name of names.items) name.comment = "seen";
    await context.sync();
  });
  expect(
    engine.read("s2", { row: 0, column: 7, rows: 1, columns: 1 })[0]?.[0]
      ?.value,
  ).toBe("Team's notes");
  expect(engine.names()[0]?.comment).toBe("seen");
});

test("ranges are kept between requests while Excel.run lasts, follow a rename, and are let go at its end", async () => {
  const { run, host, engine } = open();
  await run(async (context) => {
    const range = budgetOf(context).getRange("A1:B2").load("address");
    await context.sync();
    engine.renameSheet("s1", "Renamed");
    range.load("address");
    const cell = range.getCell(0, 1).load("values");
    await context.sync();
    expect(range.address).toBe("Renamed!A1:B2");
    expect(cell.values).toEqual([["Revenue"]]);
  });
  await settled();
  // The request that lets go of them is not one of the add-in's.
  expect(host.counters.requests).toBe(2);
});

test("an object tracked by hand outlives its run; untracked and outside a run it is lost, as in Excel", async () => {
  const { run, Excel: excel } = open();
  const kept = await run(async (context) => {
    const range = budgetOf(context).getRange("A1");
    context.trackedObjects.add(range);
    await context.sync();
    return range;
  });
  kept.load("values");
  await kept.context.sync();
  expect(kept.values).toEqual([["Month"]]);
  kept.untrack();
  await kept.context.sync();
  kept.load("values");
  await expect(kept.context.sync()).rejects.toMatchObject({
    code: "InvalidReference",
  });

  const context = new excel.RequestContext();
  const range = context.workbook.worksheets
    .getItem("Budget")
    .getRange("A1")
    .load("values");
  await context.sync();
  expect(() => range.load("address")).toThrow(
    expect.objectContaining({ code: "InvalidObjectPath" }),
  );
});

test("an object of a deleted sheet is not found any more", async () => {
  const { run } = open();
  await run(async (context) => {
    const range = context.workbook.worksheets.getItem("s2").getRange("A1");
    await context.sync();
    context.workbook.worksheets.getItem("s2").delete();
    await context.sync();
    range.load("address");
    await expect(context.sync()).rejects.toMatchObject({
      code: "ItemNotFound",
    });
  });
});

test("update and retrieve, the client's newer words, are understood", async () => {
  const { run, engine } = open();
  await run(async (context) => {
    const range = budgetOf(context).getRange("D1") as Excel.Range & {
      update(properties: object): void;
      retrieve(names: object): {
        values: unknown;
        address: string;
        format: { wrapText: boolean };
      };
    };
    range.update({ values: [[5]], numberFormat: [["0.0"]] });
    const result = range.retrieve({
      values: true,
      address: true,
      format: { wrapText: true },
    });
    await context.sync();
    expect([result.values, result.address, result.format.wrapText]).toEqual([
      [[5]],
      "Budget!D1",
      false,
    ]);
  });
  expect(
    engine.read("s1", { row: 0, column: 3, rows: 1, columns: 1 })[0]?.[0]?.text,
  ).toBe("5.0");
});

test("a null object stays null down the line", async () => {
  const { run } = open();
  const seen = await run(async (context) => {
    const none = context.workbook.worksheets.getItemOrNullObject("None");
    const range = none.getRange("A1").load("address");
    none.load("name");
    await context.sync();
    return [none.isNullObject, range.isNullObject];
  });
  expect(seen).toEqual([true, true]);
});

test("Office says where it runs and what may be relied on", async () => {
  const { Office: office, host } = open();
  expect(await office.onReady()).toEqual({
    host: "Excel",
    platform: "OfficeOnline",
  });
  const { requirements } = office.context;
  expect(requirements.isSetSupported("ExcelApi", "1.12")).toBe(true);
  expect(requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
  expect(requirements.isSetSupported("ExcelApi", "1.13")).toBe(false);
  expect(requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
  expect(requirements.isSetSupported("RibbonApi", "1.2")).toBe(false);
  expect(host.isSetSupported("excelapi")).toBe(true);
});

test("ribbon actions and custom functions that the page associates are collected", () => {
  const {
    Office: office,
    CustomFunctions: custom,
    actions,
    functions,
  } = open();
  const check = () => undefined;
  office.actions.associate("checkPlan", check);
  custom.associate("DOUBLE", (value: number) => value * 2);
  custom.associate({ HALF: (value: number) => value / 2 } as never);
  expect(actions.get("checkPlan")).toBe(check);
  expect([...functions.functions.keys()]).toEqual(["DOUBLE", "HALF"]);
});

describe("events", () => {
  test("a change by the user, a change by the add-in, and none after the handler was removed", async () => {
    const { run, engine } = open();
    const heard: Excel.WorksheetChangedEventArgs[] = [];
    const registration = await run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(
        async (event) => void heard.push(event),
      );
      await context.sync();
      return added;
    });
    engine.write("s1", { row: 0, column: 0, rows: 1, columns: 2 }, [
      ["a", "b"],
    ]);
    await settled();
    expect(heard).toMatchObject([
      {
        type: "WorksheetChanged",
        worksheetId: "s1",
        address: "A1:B1",
        source: "Local",
        changeType: "RangeEdited",
        triggerSource: "Unknown",
      },
    ]);
    await run(async (context) => {
      budgetOf(context).getRange("C3").values = [[1]];
      await context.sync();
    });
    await settled();
    expect(heard[1]).toMatchObject({
      address: "C3",
      triggerSource: "ThisLocalAddin",
    });
    const address = await run(async (context) => {
      const range = heard[1]!.getRange(context).load("address");
      await context.sync();
      return range.address;
    });
    expect(address).toBe("Budget!C3");

    registration.remove();
    await registration.context.sync();
    engine.write("s1", { row: 0, column: 0, rows: 1, columns: 1 }, [["c"]]);
    await settled();
    expect(heard).toHaveLength(2);
  });

  test("one sheet's handler hears of that sheet only, and none while events are off", async () => {
    const { run, engine } = open();
    const heard: string[] = [];
    await run(async (context) => {
      const sheet = budgetOf(context).load("id");
      await context.sync();
      sheet.onChanged.add(async ({ address }) => void heard.push(address));
      await context.sync();
    });
    const cell = { row: 1, column: 1, rows: 1, columns: 1 };
    engine.write("s2", cell, [[1]]);
    engine.write("s1", cell, [[1]]);
    await settled();
    expect(heard).toEqual(["B2"]);
    await run(async (context) => {
      context.runtime.enableEvents = false;
      budgetOf(context).getRange("A1").values = [["quiet"]];
      await context.sync();
    });
    await settled();
    expect(heard).toEqual(["B2"]);
  });

  test("selection, activation, sheets that come and go, calculation", async () => {
    const { run, engine } = open();
    const heard: string[] = [];
    await run(async (context) => {
      const { worksheets } = context.workbook;
      const hear =
        (what: string) =>
        async (event: { worksheetId: string; address?: string }) =>
          void heard.push(
            [what, event.worksheetId, event.address].filter(Boolean).join(" "),
          );
      worksheets.onSelectionChanged.add(hear("selected"));
      worksheets.onActivated.add(hear("activated"));
      worksheets.onDeactivated.add(hear("deactivated"));
      worksheets.onAdded.add(hear("added"));
      worksheets.onDeleted.add(hear("deleted"));
      worksheets.onCalculated.add(hear("calculated"));
      context.workbook.onSelectionChanged.add(
        async () => void heard.push("workbook selected"),
      );
      await context.sync();
    });
    engine.select({
      sheet: "s2",
      area: { row: 1, column: 1, rows: 2, columns: 1 },
    });
    await settled();
    expect(heard.splice(0)).toEqual([
      "deactivated s1",
      "activated s2",
      "selected s2 B2:B3",
      "workbook selected",
    ]);
    const id = engine.addSheet("New");
    engine.deleteSheet(id);
    await engine.calculate();
    await settled();
    expect(heard.splice(0)).toEqual([
      `added ${id}`,
      `deleted ${id}`,
      "calculated s1",
      "calculated s2",
    ]);
  });

  test("a page that is gone hears nothing more", async () => {
    const { run, engine, disconnect } = open();
    const heard: unknown[] = [];
    await run(async (context) => {
      context.workbook.worksheets.onChanged.add(
        async (event) => void heard.push(event),
      );
      await context.sync();
    });
    disconnect();
    engine.write("s1", { row: 0, column: 0, rows: 1, columns: 1 }, [["a"]]);
    await settled();
    expect(heard).toEqual([]);
  });
});

test("counters tell requests, actions and bytes", async () => {
  const { run, host } = open();
  await run(async (context) => {
    budgetOf(context).getRange("A1").values = [["x".repeat(1000)]];
    await context.sync();
    budgetOf(context).load("name");
    await context.sync();
  });
  expect(host.counters.requests).toBe(2);
  expect(host.counters.actions).toBeGreaterThan(4);
  expect(host.counters.bytes[0]).toBeGreaterThan(1000);
  expect(host.counters.bytes).toHaveLength(2);
  host.resetCounters();
  expect(host.counters).toEqual({ requests: 0, actions: 0, bytes: [] });
});

describe("failures made for tests", () => {
  /** Writes A1, then B1 in a second request; fails where `at` says. */
  async function attempt(
    at: (request: number, action: number, actions: number) => boolean,
  ) {
    const { run, engine } = open(sampleBook(), {
      inject: (...place) =>
        at(...place)
          ? { code: "GeneralException", message: "made" }
          : undefined,
    });
    const outcome = await run(async (context) => {
      budgetOf(context).getRange("A1").values = [["first"]];
      await context.sync();
      budgetOf(context).getRange("B1").values = [["second"]];
      await context.sync();
    }).then(
      () => "done",
      ({ code }: { code: string }) => code,
    );
    const [row] = engine.read("s1", { row: 0, column: 0, rows: 1, columns: 2 });
    return [outcome, ...(row ?? []).map(({ value }) => value)];
  }

  test.each([
    [
      "before the first action of the first request",
      (r: number, a: number) => r === 0 && a === 0,
      ["GeneralException", "Month", "Revenue"],
    ],
    [
      "in the second request, the first stays done",
      (r: number, a: number) => r === 1 && a === 0,
      ["GeneralException", "first", "Revenue"],
    ],
    [
      "at the last action of a request",
      (r: number, a: number, n: number) => r === 0 && a === n - 1,
      ["GeneralException", "Month", "Revenue"],
    ],
    [
      "behind the last: everything is done, the answer is lost",
      (r: number, a: number, n: number) => r === 1 && a === n,
      ["GeneralException", "first", "second"],
    ],
    ["nowhere", () => false, ["done", "first", "second"]],
  ])("%s", async (_where, at, expected) => {
    expect(await attempt(at)).toEqual(expected);
  });
});

test("an engine that throws is answered with GeneralException, and the host goes on", async () => {
  const { run, engine } = open();
  jest.spyOn(engine, "setRows").mockImplementationOnce(() => {
    throw new Error("engine trouble");
  });
  const fail = run(async (context) => {
    budgetOf(context).getRange("1:1").format.rowHeight = 20;
    await context.sync();
  });
  await expect(fail).rejects.toMatchObject({
    code: "GeneralException",
    message: "engine trouble",
  });
  await run(async (context) => {
    budgetOf(context).getRange("1:1").format.rowHeight = 20;
    await context.sync();
  });
  expect(engine.rowHeight("s1", 0)).toBe(20);
});

test("requests are answered one after the other", async () => {
  const engine = createPlainEngine(sampleBook());
  const order: string[] = [];
  const write = engine.write.bind(engine);
  engine.write = (...args) => {
    order.push(String(args[2][0]?.[0]));
    write(...args);
  };
  const host = createHost(engine);
  const request = (value: string) => ({
    Actions: [
      {
        Id: 1,
        ActionType: 4,
        Name: "Values",
        ObjectPathId: 4,
        ArgumentInfo: { Arguments: [[[value]]] },
      },
    ],
    ObjectPaths: {
      1: { Id: 1, ObjectPathType: 1, Name: "" },
      2: {
        Id: 2,
        ObjectPathType: 4,
        Name: "Worksheets",
        ParentObjectPathId: 1,
      },
      3: {
        Id: 3,
        ObjectPathType: 5,
        Name: "",
        ParentObjectPathId: 2,
        ArgumentInfo: { Arguments: ["Budget"] },
      },
      4: {
        Id: 4,
        ObjectPathType: 3,
        Name: "GetRange",
        ParentObjectPathId: 3,
        ArgumentInfo: { Arguments: ["A1"] },
      },
    },
  });
  const answers = await Promise.all(
    ["one", "two", "three"].map((value) => host.execute(request(value))),
  );
  expect(answers).toEqual([{ Results: [] }, { Results: [] }, { Results: [] }]);
  expect(order).toEqual(["one", "two", "three"]);
  host.dispose();
});
