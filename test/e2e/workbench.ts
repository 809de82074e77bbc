/** The built workbench in a browser, for tests: a page with its server, and the faults that any page must not have. */
import { mkdirSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser } from "../../src/tools/browser";
import { workbenchServer } from "../../src/workbench/server/serve";

export const root = resolve(__dirname, "../..");
const XLSX =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SCREENSHOTS = join(root, "build/screenshots");

export interface Workbench {
  page: Page;
  /** Console errors, failed requests, requests to anywhere else. Must stay empty. */
  faults: string[];
  /** The task pane's frame. */
  pane(): Frame;
  screenshot(name: string): Promise<void>;
  /** Selects a cell of the sheet that is shown, by the name box: "C5". */
  goTo(address: string): Promise<void>;
  /** Types into a cell as a user does. */
  type(address: string, text: string): Promise<void>;
  /** Reads cells through the pane's own Office.js: "Budget!C14:D15". */
  values(address: string): Promise<unknown[][]>;
  /** Brings a sheet to the front. */
  showSheet(name: string): Promise<void>;
  activeSheet(): Promise<string>;
  /** Presses Save, agrees to the losses when there are any, and returns the file. */
  save(): Promise<{ name: string; bytes: Uint8Array; losses: string[] }>;
  /** Opens a file with the Open button; unsaved changes are dropped. */
  open(name: string, bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

let browser: Browser | undefined;

export async function openWorkbench(
  options: { workbook?: string; width?: number; height?: number } = {},
): Promise<Workbench> {
  browser ??= await launchBrowser();
  const server = await serve(options.workbook);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    acceptDownloads: true,
    locale: "en-US",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url))
      faults.push(`request to ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400)
      faults.push(`${response.status()} for ${response.url()}`);
  });
  await page.goto(origin);
  await ready(page);

  const pane = (): Frame => {
    const frame = page
      .frames()
      .find((each) => each.url().endsWith("/addin/taskpane.html"));
    if (frame === undefined) throw new Error("The page has no task pane.");
    return frame;
  };
  const goTo = async (address: string): Promise<void> => {
    const box = page.locator(".grid [data-u-comp=defined-name] input");
    await box.click();
    await box.fill(address);
    await box.press("Enter");
  };
  return {
    page,
    faults,
    pane,
    goTo,
    async screenshot(name) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
    async type(address, text) {
      await goTo(address);
      await page.keyboard.type(text, { delay: 25 });
      // The grid's list of functions closes 0.3 s after the last key; until then Enter would pick from it.
      if (text.startsWith("=")) await page.waitForTimeout(500);
      await page.keyboard.press("Enter");
    },
    values: (address) =>
      pane().evaluate(
        (wanted) =>
          // The keystroke that ends an edit may still be under way.
          Excel.run({ delayForCellEdit: true }, async (context) => {
            const [sheet = "", cells = ""] = wanted.split("!");
            const range = context.workbook.worksheets
              .getItem(sheet.replace(/^'|'$/g, ""))
              .getRange(cells)
              .load("values");
            await context.sync();
            return range.values as unknown[][];
          }),
        address,
      ),
    async showSheet(name) {
      await pane().evaluate(
        (wanted) =>
          Excel.run(async (context) => {
            context.workbook.worksheets.getItem(wanted).activate();
            await context.sync();
          }),
        name,
      );
    },
    activeSheet: () =>
      pane().evaluate(() =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets
            .getActiveWorksheet()
            .load("name");
          await context.sync();
          return sheet.name;
        }),
      ),
    async save() {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save as .xlsx" }).click();
      const dialog = page.getByRole("dialog");
      await Promise.race([download, dialog.waitFor({ timeout: 60_000 })]);
      let losses: string[] = [];
      if (await dialog.isVisible()) {
        losses = await dialog.getByRole("listitem").allInnerTexts();
        await dialog.getByRole("button", { name: /^Save/ }).click();
      }
      const file = await download;
      const bytes = new Uint8Array(readFileSync(await file.path()));
      return { name: file.suggestedFilename(), bytes, losses };
    },
    async open(name, bytes) {
      const reloaded = page.waitForEvent("framenavigated", {
        predicate: (frame) => frame.url().endsWith("/addin/taskpane.html"),
      });
      await page
        .locator("input[type=file]")
        .setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
      const drop = page.getByRole("button", { name: /^Drop the changes/ });
      await Promise.race([reloaded, drop.waitFor({ timeout: 60_000 })]);
      if (await drop.isVisible()) await drop.click();
      await reloaded;
      await ready(page);
    },
    async close() {
      await context.close();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The workbook is shown and the pane runs. */
async function ready(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: "Save as .xlsx" })
    .and(page.locator(":enabled"))
    .waitFor({ timeout: 60_000 });
  await page.locator(".veil").waitFor({ state: "detached", timeout: 60_000 });
}

/** After the last test of a file. */
export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

async function serve(workbook: string | undefined): Promise<Server> {
  const server = workbenchServer({
    addin: join(root, "dist"),
    page: join(root, "build/workbench"),
    bridge: join(root, "build/bridge.js"),
    office: join(root, "node_modules/@microsoft/office-js/dist"),
    ...(workbook === undefined ? {} : { workbook }),
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}
