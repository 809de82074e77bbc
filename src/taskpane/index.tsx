/** Entry of the task pane and, in the shared runtime, of the ribbon's commands: ties the pane to Office, the template and the browser. */
import { createRoot } from "react-dom/client";
import packageFile from "../../package.json";
import * as template from "../template";
import { createOfficeWorkbook } from "../workbook/office";
import { firstCell } from "./addresses";
import { App } from "./App";
import {
  copyText,
  onAppearanceChanged,
  pickFile,
  saveFile,
  systemAppearance,
  today,
} from "./browser";
import { loadCatalogue } from "./catalogue";
import type { Appearance, PaneServices } from "./services";
import { NoOffice } from "./views/NoOffice";
import { words } from "./words";

/** How long Office may take before the user is told what to do. */
const patience = 8000;

const root = createRoot(document.getElementById("pane")!);
const workbook = createOfficeWorkbook();

function appearance(): Appearance {
  const theme =
    typeof Office === "undefined" ? undefined : Office.context?.officeTheme;
  return {
    ...systemAppearance(),
    ...(theme?.bodyBackgroundColor && {
      background: theme.bodyBackgroundColor,
    }),
    ...(typeof theme?.isDarkTheme === "boolean" && {
      isDark: theme.isDarkTheme,
    }),
  };
}

const services: PaneServices = {
  workbook,
  template: {
    ...template,
    sheets: template.SHEET_LIST,
    readPlanFile: (text) => {
      try {
        return { plan: template.readPlanFile(text) };
      } catch (error) {
        if (error instanceof template.PlanFileProblem)
          return { sentence: error.message };
        throw error;
      }
    },
  },
  functions: loadCatalogue,
  version: packageFile.version,
  get host() {
    const { host, platform, version: build } = Office.context.diagnostics;
    return `${host} ${build} on ${platform}`;
  },
  get locale() {
    return Office.context.contentLanguage || navigator.language;
  },
  today,
  newId: () => crypto.randomUUID(),
  saveFile,
  pickFile,
  copyText,
  openPage,
  appearance,
  onAppearanceChanged,
};

/** Desktop Excel opens addresses itself; a browser does it here. */
function openPage(address: string): void {
  if (Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1"))
    Office.context.ui.openBrowserWindow(address);
  else window.open(address, "_blank", "noopener");
}

/** Not every host can: then the pane opens by its own button. */
async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1"))
    await Office.addin.showAsTaskpane();
}

function show(commandError?: unknown): void {
  root.render(<App services={services} commandError={commandError} />);
}

/** "Check plan" on the ribbon: to the Checks sheet or, where there is no plan yet, to the pane that makes one. */
async function checkPlan(event: Office.AddinCommands.Event): Promise<void> {
  try {
    const [plan] = await workbook.plans();
    const checks = plan?.sheets.find(({ id }) => id === "checks");
    if (checks) await workbook.select(firstCell(checks.name));
    else await showPane();
  } catch (error) {
    show(error);
    await showPane();
  } finally {
    // Without this Excel keeps the button busy for minutes.
    event.completed();
  }
}

function start(): void {
  if (typeof Office === "undefined") {
    root.render(<NoOffice reason="silent" appearance={appearance()} />);
    return;
  }
  root.render(<NoOffice reason="starting" appearance={appearance()} />);
  const late = setTimeout(
    () => root.render(<NoOffice reason="silent" appearance={appearance()} />),
    patience,
  );
  void Office.onReady(({ host }) => {
    clearTimeout(late);
    if (host !== Office.HostType.Excel) {
      root.render(<NoOffice reason="elsewhere" appearance={appearance()} />);
      return;
    }
    Office.actions.associate(
      "checkPlan",
      (event: Office.AddinCommands.Event) => void checkPlan(event),
    );
    document.title = words.product;
    show();
  });
}

start();
