/** Entry of the workbench page: ties the session to the spreadsheet, the host, files and the browser. */
import { createRoot } from "react-dom/client";
import { attachErrorSentences, createBrowserEngine } from "../engine/browser";
import { openFile } from "../files";
import { createHost } from "../host";
import { sampleBook } from "../sample";
import { App } from "./App";
import { engineFunctions, type FunctionsJson } from "../office/customFunctions";
import { Session, type OpenWorkbook } from "./session";
import { words } from "./words";
import "./workbench.css";

const NAMESPACE = "FUNNEL";

/** As much of the pane's page as is used here. */
interface PaneWindow {
  CustomFunctions: { Error: new (code: string) => unknown };
}

const session = new Session({
  async createEngine(container) {
    const engine = await createBrowserEngine(container);
    attachErrorSentences(engine, container);
    return engine;
  },
  createHost,
  openWorkbook,
  async firstWorkbook() {
    const { workbook } = await json<{ workbook: string | null }>(
      "/session.json",
    );
    if (workbook === null) return newWorkbook();
    const response = await fetch("/workbook.xlsx");
    if (!response.ok) throw new Error(await response.text());
    return openWorkbook(new Uint8Array(await response.arrayBuffer()), workbook);
  },
  async registerFunctions(engine, { functions }, pane) {
    const catalogue = await json<FunctionsJson>("/addin/functions.json");
    // An error handed to a function must be of the class that the function's own page knows.
    const runtime = (pane as unknown as PaneWindow).CustomFunctions;
    await engine.registerFunctions(
      engineFunctions(
        NAMESPACE,
        catalogue,
        functions.functions,
        (code) => new runtime.Error(code),
      ),
    );
  },
  download(name, bytes) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes as BlobPart]));
    link.download = name;
    link.click();
    // The browser reads the address after the click; a minute is ample.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
});
