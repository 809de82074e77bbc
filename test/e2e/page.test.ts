/** The workbench page in a browser: what a newcomer meets first, and bad input to the page itself. */
import { SAMPLE_FILE_NAME } from "../../src/workbench/sample";
import { emptyBook, readXlsx, writeXlsx } from "../../src/xlsx";
import { closeBrowser, openWorkbench, type Workbench } from "./workbench";

jest.setTimeout(120_000);

const GRID = "canvas[id^=univer-sheet-main-canvas]";
/** Pixels of the row numbers and the column letters. */
const HEADERS = { width: 46, height: 20 };

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});
afterEach(() => {
  expect(workbench.faults).toEqual([]);
});
afterAll(async () => {
  await workbench.close();
  await closeBrowser();
});

test("it opens with the sample company and a running pane, and calls nobody else", async () => {
  const { page, pane } = workbench;
  await workbench.screenshot("01 sample");
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(
    SAMPLE_FILE_NAME,
  );
  expect(await page.getByRole("status").innerText()).toBe("All changes saved");
  await pane().getByRole("button", { name: "Plan a funnel" }).waitFor();
  const [[title]] = (await workbench.values("Budget!A1")) as [[string]];
  expect(title).toContain("budget");
  const canvas = page.locator(GRID);
  const { width = 0, height = 0 } = (await canvas.boundingBox()) ?? {};
  expect(width).toBeGreaterThan(900);
  expect(height).toBeGreaterThan(500);
});

test("typing offers the functions with description and arguments, and the cell computes", async () => {
  const { page } = workbench;
  await workbench.goTo("I6");
  await page.keyboard.type("=FUNNEL.REQUIRED_MQ");
  await page.getByText("MQLs needed to reach a bookings target.").waitFor();
  await workbench.screenshot("02 function offered");
  await page.keyboard.type("LS(");
  await page.getByText("bookings_target").first().waitFor();
  await workbench.screenshot("03 function arguments");
  await page.keyboard.type("2000000, 75000, 20%, 25%)");
  // The list of functions closes 0.3 s after the last key; until then Enter would pick from it.
  await page.waitForTimeout(500);
  await page.keyboard.press("Enter");
  await expectValue("Budget!I6", 2000000 / 75000 / 0.25 / 0.2);
  expect(await page.getByRole("status").innerText()).toBe("Unsaved changes");
});

test("a bad argument shows the error, and its sentence on keyboard focus and on hover", async () => {
  const { page } = workbench;
  const sentence =
    "mql_to_sql must be above 0 and at most 1; got 20 - enter 20% or 0.2";
  await workbench.type("I7", "=FUNNEL.REQUIRED_MQLS(2000000, 75000, 20, 25%)");
  await expectValue("Budget!I7", "#VALUE!");
  await workbench.goTo("I7");
  await page.getByText(sentence).first().waitFor();
  await workbench.screenshot("04 sentence of an error");
  await workbench.goTo("A1");
  await page.getByRole("tooltip").waitFor({ state: "detached" });
  await workbench.goTo("I6");
  await page.mouse.move(400, 400);
  const { x, y } = await cellCentre(8, 6);
  await page.mouse.move(x, y, { steps: 5 });
  await page.getByRole("tooltip").getByText(sentence).waitFor();
});

test("what is saved opens again with the same formula and value", async () => {
  const { name, bytes } = await workbench.save();
  expect(name).toBe(SAMPLE_FILE_NAME);
  expect(await workbench.page.getByRole("status").innerText()).toBe(
    "All changes saved",
  );
  const { book } = await readXlsx(bytes, {
    functionNames: ["FUNNEL.REQUIRED_MQLS"],
  });
  expect(book.sheets[0]?.cells[5]?.[8]).toMatchObject({
    formula: "FUNNEL.REQUIRED_MQLS(2000000, 75000, 20%, 25%)",
    value: 533.3333333333334,
  });
  await workbench.open(name, bytes);
  await expectValue("Budget!I6", 533.3333333333334);
});

test("a file that is no workbook is refused with its sentence and leaves everything as it was", async () => {
  const { page } = workbench;
  await page.locator("input[type=file]").setInputFiles({
    name: "Plan.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7 not a workbook"),
  });
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await workbench.screenshot("05 no workbook");
  expect(await dialog.innerText()).toMatch(/not an? .*(workbook|\.xlsx)/i);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(
    SAMPLE_FILE_NAME,
  );
  await expectValue("Budget!I6", 533.3333333333334);
});

test("opening over unsaved changes asks; leaving the page warns", async () => {
  const { page } = workbench;
  await workbench.type("I8", "1");
  const book = emptyBook("Other");
  book.sheets[0]!.cells[0] = { 0: { value: 7 } };
  const other = await writeXlsx(book);
  await page.locator("input[type=file]").setInputFiles({
    name: "Other.xlsx",
    mimeType: "",
    buffer: Buffer.from(other),
  });
  const dialog = page.getByRole("dialog");
  await dialog.getByText("has changes that were not saved").waitFor();
  await workbench.screenshot("06 drop changes");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expectValue("Budget!I8", 1);

  const warned = page.waitForEvent("dialog");
  void page.close({ runBeforeUnload: true });
  const warning = await warned;
  expect(warning.type()).toBe("beforeunload");
  await warning.dismiss();

  await workbench.open("Other.xlsx", other);
  await expectValue("Other!A1", 7);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(
    "Other.xlsx",
  );
});

test("the pane can be made wider with the keyboard and the mouse, never narrower than it is usable", async () => {
  const { page } = workbench;
  const splitter = page.getByRole("separator", {
    name: "Width of the task pane",
  });
  const width = async () =>
    (await page.locator("iframe").boundingBox())?.width ?? 0;
  expect(await width()).toBe(350);
  await splitter.focus();
  await page.keyboard.press("ArrowLeft");
  expect(await width()).toBe(370);
  const drag = async (to: number) => {
    const { x = 0, y = 0 } = (await splitter.boundingBox()) ?? {};
    await page.mouse.move(x + 3, y + 300);
    await page.mouse.down();
    await page.mouse.move(to, y + 300, { steps: 4 });
    await page.mouse.up();
  };
  await drag(900);
  expect(await width()).toBe(466);
  await drag(1360);
  expect(await width()).toBe(320);
});

/** Waits until the cell holds the value: calculation follows the keystroke. */
async function expectValue(address: string, value: unknown): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    const found = (await workbench.values(address))[0]?.[0];
    const same =
      typeof value === "number" && typeof found === "number"
        ? Math.abs(found - value) <= 1e-9 * Math.abs(value)
        : found === value;
    if (same) return;
    if (Date.now() > until) expect([address, found]).toEqual([address, value]);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Where the middle of a cell stands on the screen, while the sheet is not scrolled. */
async function cellCentre(
  column: number,
  row: number,
): Promise<{ x: number; y: number }> {
  const { widths, heights } = await workbench.pane().evaluate(
    ([columns = 0, rows = 0]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const format = (row: number, column: number) =>
          sheet.getCell(row, column).format.load("columnWidth,rowHeight");
        const across = Array.from({ length: columns }, (_, at) =>
          format(0, at),
        );
        const down = Array.from({ length: rows }, (_, at) => format(at, 0));
        await context.sync();
        return {
          widths: across.map(({ columnWidth }) => columnWidth),
          heights: down.map(({ rowHeight }) => rowHeight),
        };
      }),
    [column + 1, row + 1],
  );
  const canvas = await workbench.page.locator(GRID).boundingBox();
  /** Points to pixels, up to the middle of the last one. */
  const middle = (sizes: number[]) =>
    ((sizes.reduce((sum, size) => sum + size, 0) - sizes.at(-1)! / 2) * 96) /
    72;
  return {
    x: (canvas?.x ?? 0) + HEADERS.width + middle(widths),
    y: (canvas?.y ?? 0) + HEADERS.height + middle(heights),
  };
}
