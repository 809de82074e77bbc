/** Entry of the workbench page: ties the session to the spreadsheet, the host, files and the browser. */
import { createRoot } from "react-dom/client";
import { attachErrorSentences, createBrowserEngine } from "../engine/browser";
import { openFile, saveFile, type OpenedFile } from "../files";
import { createHost } from "../host";
import { engineFunctions, type FunctionsJson } from "../office/customFunctions";
import { SAMPLE_FILE_NAME, sampleBook } from "../sample";
import { App } from "./App";
import { Session, type OpenWorkbook } from "./session";
import "./workbench.css";

const NAMESPACE = "FUNNEL";

/** As much of the pane's page as is used here. */
interface PaneWindow {
  CustomFunctions: { Error: new (code: string) => unknown };
}

async function read<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

const catalogue = read<FunctionsJson>("/addin/functions.json");
/** As users type them, "FUNNEL.REQUIRED_MQLS": files hold them under another name. */
const functionNames = async (): Promise<string[]> =>
  (await catalogue).functions.map(({ name }) => `${NAMESPACE}.${name}`);

async function openWorkbook(
  bytes: Uint8Array,
  name: string,
): Promise<OpenWorkbook> {
  const opened = await openFile(bytes, await functionNames());
  return asWorkbook(name, opened.book, opened);
}

function asWorkbook(
  name: string,
  book: OpenWorkbook["book"],
  opened?: OpenedFile,
): OpenWorkbook {
  const stem = name.replace(/\.\w+$/, "");
  return {
    name,
    book,
    async save(present) {
      const saved = await saveFile(present, opened, await functionNames());
      return {
        name: `${stem}.${saved.extension}`,
        bytes: saved.bytes,
        losses: saved.losses.map(({ sentence }) => sentence),
      };
    },
  };
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
    const { workbook } = await read<{ workbook: string | null }>(
      "/session.json",
    );
    if (workbook === null) return asWorkbook(SAMPLE_FILE_NAME, sampleBook());
    const response = await fetch("/workbook.xlsx");
    if (!response.ok) throw new Error(await response.text());
    return openWorkbook(new Uint8Array(await response.arrayBuffer()), workbook);
  },
  async registerFunctions(engine, { functions }, pane) {
    // An error handed to a function must be of the class that the function's own page knows.
    const runtime = (pane as unknown as PaneWindow).CustomFunctions;
    await engine.registerFunctions(
      engineFunctions(
        NAMESPACE,
        await catalogue,
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

const place = document.getElementById("workbench");
if (place !== null) createRoot(place).render(<App session={session} />);
