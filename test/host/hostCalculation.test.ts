/** When the host calculates: at the end of a request, or, where the request suspended it, at the next look or pause. */
import { open } from "./hostFixture";

function watched() {
  const client = open();
  const calculations: string[] = [];
  const calculate = client.engine.calculate.bind(client.engine);
  client.engine.calculate = (kind = "changed") => {
    calculations.push(kind);
    return calculate(kind);
  };
  let held = 0;
  client.engine.suspendCalculation = () => void held++;
  client.engine.resumeCalculation = () => void held--;
  const write = (context: Excel.RequestContext, value: number) => {
    context.workbook.application.suspendApiCalculationUntilNextSync();
    range(context).values = [[value]];
    return context.sync();
  };
  return { ...client, calculations, write, held: () => held };
}

const range = (context: Excel.RequestContext) =>
  context.workbook.worksheets.getItem("Budget").getRange("B2");
const sleep = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

test("a request that writes is calculated at its end", async () => {
  const { calculations, held, run } = watched();
  await run(async (context) => {
    range(context).values = [[1]];
    await context.sync();
    expect(calculations).toEqual(["changed"]);
  });
  expect(held()).toBe(0);
});

test("requests that suspend the calculation are calculated once, when nothing more comes", async () => {
  const { calculations, write, held, run } = watched();
  await run(async (context) => {
    for (const value of [1, 2, 3]) await write(context, value);
    expect(calculations).toEqual([]);
    expect(held()).toBe(1);
    await sleep(400);
    expect(calculations).toEqual(["changed"]);
    expect(held()).toBe(0);
  });
});

test("a look at values calculates what waits", async () => {
  const { calculations, write, held, run } = watched();
  await run(async (context) => {
    await write(context, 7);
    const { values } = await looked(context);
    expect(values).toEqual([[7]]);
    expect(calculations).toEqual(["changed"]);
    await sleep(400);
  });
  expect(calculations).toEqual(["changed"]);
  expect(held()).toBe(0);
});

async function looked(context: Excel.RequestContext): Promise<Excel.Range> {
  const found = range(context).load("values");
  await context.sync();
  return found;
}

test("a request that does not suspend calculates what waits, also where it fails", async () => {
  const { calculations, write, held, run } = watched();
  const failing = run(async (context) => {
    await write(context, 7);
    context.workbook.worksheets.getItem("Nowhere").name = "Here";
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({ code: "ItemNotFound" });
  expect(calculations).toEqual(["changed"]);
  expect(held()).toBe(0);
});

test("switching to manual calculation ends the wait, and nothing is calculated", async () => {
  const { calculations, write, held, run } = watched();
  await run(async (context) => {
    await write(context, 7);
    context.workbook.application.calculationMode = "Manual";
    await context.sync();
    await sleep(400);
  });
  expect(calculations).toEqual([]);
  expect(held()).toBe(1);
});
