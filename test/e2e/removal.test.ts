/** Deleting the sheet that is shown: every formula that read it becomes #REF!, and nothing breaks off half-way. */
import { closeBrowser, openWorkbench, type Workbench } from "./workbench";

jest.setTimeout(120_000);

let workbench: Workbench;
beforeEach(async () => {
  workbench = await openWorkbench();
});
afterEach(async () => {
  expect(workbench.faults).toEqual([]);
  await workbench.close();
});
afterAll(closeBrowser);

/** Adds "Plan", and reads it from a sheet that is never shown and from one that is. */
const readPlanFromElsewhere = (): Promise<void> =>
  workbench.pane().evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const plan = worksheets.add("Plan");
      plan.getRange("A1").values = [[7]];
      // Univer rewrites even these of the sheet that goes.
      plan.getRange("A2").formulas = [["=Plan!A1+1"]];
      const hidden = worksheets.add("Never shown");
      hidden.getRange("B2").formulas = [["=Plan!A1*2"]];
      worksheets.getItem("Budget").getRange("J9").formulas = [["=Plan!A1"]];
      // Rules of a sheet are cleared away behind it.
      plan.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula =
        "=A1>5";
      plan.activate();
      plan.protection.protect();
      await context.sync();
    }),
  );

const readers = (): Promise<unknown[]> =>
  workbench.pane().evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const cells = [
        worksheets.getItem("Never shown").getRange("B2").load("formulas"),
        worksheets.getItem("Budget").getRange("J9").load("formulas"),
      ];
      worksheets.load("items/name");
      await context.sync();
      return [
        ...cells.map((cell): unknown => cell.formulas[0]![0]),
        worksheets.items.some(({ name }) => name === "Plan"),
      ];
    }),
  );

test("by the add-in, several in a row", async () => {
  await readPlanFromElsewhere();
  await workbench.pane().evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("Notes").delete();
      worksheets.getItem("Plan").delete();
      await context.sync();
    }),
  );
  expect(await readers()).toEqual(["=#REF!*2", "=#REF!", false]);
});

test("by the user, from the tab of a protected sheet,", async () => {
  await readPlanFromElsewhere();
  const { page } = workbench;
  await page.getByText("Plan", { exact: true }).click({ button: "right" });
  await workbench.screenshot("21 tab menu");
  await page.getByText("Delete", { exact: true }).click();
  await page.getByRole("button", { name: "OK" }).click();
  await page.getByText("Plan", { exact: true }).waitFor({ state: "detached" });
  await workbench.screenshot("22 deleted by hand");
  expect(await readers()).toEqual(["=#REF!*2", "=#REF!", false]);
});
