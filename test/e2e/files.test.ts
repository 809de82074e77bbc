/** Files of other writers in the page: what they hold survives, what cannot survive is named before saving. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "../../src/xlsx";
import { differences } from "./compare";
import { closeBrowser, openWorkbench, root, type Workbench } from "./workbench";

jest.setTimeout(120_000);

const folder = join(root, "test/fixtures/xlsx");
/** Written by XlsxWriter with charts, pictures, comments, rules, tables and parts that the workbench does not know. */
const EVERYTHING = join(folder, "everything.xlsx");
/** The sheet of that file with the charts. */
const CHARTS = "Budget";

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ workbook: EVERYTHING });
});
afterEach(() => expect(workbench.faults).toEqual([]));
afterAll(async () => {
  await workbench.close();
  await closeBrowser();
});

test.each(["everything.xlsx", "libreoffice.xlsx"])(
  "%s opened and saved is the same workbook, without a loss",
  async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    await workbench.open(name, bytes);
    await workbench.screenshot(`30 ${name}`);
    const saved = await workbench.save();
    expect(saved.losses).toEqual([]);
    const before = (await readXlsx(bytes)).book;
    const after = (await readXlsx(saved.bytes)).book;
    // The writers of these files left most results for the next program to compute.
    expect(differences(before, after, false)).toEqual([]);
  },
);

test("a chart that goes with its sheet is named before anything is saved", async () => {
  const { page, pane } = workbench;
  await workbench.open(
    "everything.xlsx",
    new Uint8Array(readFileSync(EVERYTHING)),
  );
  await pane().evaluate(
    (name) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).delete();
        await context.sync();
      }),
    CHARTS,
  );
  let downloads = 0;
  page.on("download", () => downloads++);
  await page.getByRole("button", { name: "Save as .xlsx" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("the saved one will not").waitFor();
  await workbench.screenshot("31 losses");
  expect(await dialog.getByRole("listitem").allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/chart/i)]),
  );
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(downloads).toBe(0);
  expect(await page.getByRole("status").innerText()).toBe("Unsaved changes");
  const { losses } = await workbench.save();
  expect(losses.length).toBeGreaterThan(0);
  expect(await page.getByRole("status").innerText()).toBe("All changes saved");
});

test("a file dropped on the page is opened", async () => {
  const { page } = workbench;
  const bytes = [...readFileSync(join(folder, "libreoffice.xlsx"))];
  const transfer = await page.evaluateHandle((content) => {
    const carried = new DataTransfer();
    carried.items.add(new File([new Uint8Array(content)], "Dropped.xlsx"));
    return carried;
  }, bytes);
  await page.dispatchEvent(".workbench", "dragover", {
    dataTransfer: transfer,
  });
  await page.getByText("Drop an .xlsx file to open it").waitFor();
  await page.dispatchEvent(".workbench", "drop", { dataTransfer: transfer });
  await page.getByRole("heading", { level: 1, name: "Dropped.xlsx" }).waitFor();
});

test("a request while a cell is being edited is refused with its sentence", async () => {
  const { page, pane } = workbench;
  await pane().getByRole("button", { name: "Plan a funnel" }).click();
  await pane().getByRole("button", { name: "Next: key numbers" }).click();
  await workbench.goTo("H1");
  await page.keyboard.type("half a sen");
  // A click into the pane would end the edit, as it does in Excel; the keyboard of a screen reader would not.
  await pane()
    .getByRole("button", { name: /^Use selected cell for NTM/ })
    .evaluate((element: HTMLElement) => element.click());
  await pane()
    .getByText(/cell is being edited|editing a cell/i)
    .waitFor();
  await workbench.screenshot("32 cell in edit");
});
