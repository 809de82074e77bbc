/** Microsoft's genuine Excel client in Node, with a host behind it. For tests and measurements; browsers use connect.ts. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { connect } from "./connect";
import type { Connection } from "./connect";
import type { OfficeHost } from "./protocol";

export interface OfficeClient extends Connection {
  /** Microsoft's namespaces, as an add-in sees them. */
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
  CustomFunctions: typeof CustomFunctions;
  /** The page that the client lives in: a realm of its own, so `instanceof` does not reach across. */
  page: Record<string, unknown>;
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
}

const clientFile = "excel-web-16.00.debug.js";

let script: vm.Script | undefined;

/** Read and compiled once in a process: three megabytes. */
function clientScript(): vm.Script {
  if (!script) {
    const manifest = createRequire(
      path.join(process.cwd(), "package.json"),
    ).resolve("@microsoft/office-js/package.json");
    const file = path.join(path.dirname(manifest), "dist", clientFile);
    script = new vm.Script(readFileSync(file, "utf8"), {
      filename: clientFile,
    });
  }
  return script;
}

export function loadOfficeClient(host: OfficeHost): OfficeClient {
  const page = emptyPage();
  clientScript().runInContext(vm.createContext(page));
  const connection = connect(page, host);
  const excel = page["Excel"] as typeof Excel;
  return {
    ...connection,
    Excel: excel,
    Office: page["Office"] as typeof Office,
    OfficeExtension: page["OfficeExtension"] as typeof OfficeExtension,
    CustomFunctions: page["CustomFunctions"] as typeof CustomFunctions,
    page,
    run: (batch) => excel.run(batch),
  };
}

/** Excel.run tries for 15 seconds to release objects of a host that refuses; that must not keep a process alive. */
function patientTimeout(
  handler: () => void,
  delay = 0,
): ReturnType<typeof setTimeout> {
  const timer = setTimeout(handler, delay);
  if (delay >= 1000) timer.unref();
  return timer;
}

/** As much of a browser as the client touches while it loads. */
function emptyPage(): Record<string, unknown> {
  const storage = () => ({
    getItem: () => null,
    setItem() {},
    removeItem() {},
  });
  const page: Record<string, unknown> = {
    console,
    setTimeout: patientTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    URL,
    navigator: { userAgent: "Chrome" },
    location: {
      href: "https://localhost/taskpane.html",
      hash: "",
      search: "",
      protocol: "https:",
      hostname: "localhost",
    },
    document: {
      createElement: () => ({ style: {}, setAttribute() {} }),
      getElementsByTagName: () => [],
      addEventListener() {},
    },
    addEventListener() {},
    sessionStorage: storage(),
    localStorage: storage(),
    name: "",
  };
  for (const alias of ["window", "self", "parent", "top"]) page[alias] = page;
  return page;
}
