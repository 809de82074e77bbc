/** Microsoft's own custom functions runtime, loaded as Excel's page would, and what a call to a face comes to. */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import * as faces from "../../src/functions/faces";

const SCRIPT = "custom-functions-runtime.debug.js";

/** `CustomFunctions` of the genuine client, in a page that holds nothing else. */
export function genuineRuntime(): typeof CustomFunctions {
  const nothing = () => undefined;
  const element = () => ({
    src: `https://localhost/${SCRIPT}`,
    style: {},
    getAttribute: () => null,
    setAttribute: nothing,
    appendChild: nothing,
  });
  const page: Record<string, unknown> = {
    console: { log: nothing, info: nothing, warn: nothing, error: nothing },
    setTimeout: nothing,
    clearTimeout: nothing,
    setInterval: nothing,
    clearInterval: nothing,
    addEventListener: nothing,
    history: {},
    sessionStorage: { getItem: () => null, setItem: nothing },
    navigator: { userAgent: "test" },
    location: { search: "", href: "https://localhost/", hash: "" },
    document: {
      readyState: "loading",
      cookie: "",
      addEventListener: nothing,
      createElement: element,
      getElementsByTagName: () => [element()],
    },
  };
  for (const self of ["window", "self", "top", "parent"]) page[self] = page;
  createContext(page);
  const file = require.resolve(`@microsoft/office-js/dist/${SCRIPT}`);
  runInContext(readFileSync(file, "utf8"), page);
  return page.CustomFunctions as typeof CustomFunctions;
}

/** Makes the runtime global, as in Excel's page. */
export function installRuntime(): typeof CustomFunctions {
  const runtime = genuineRuntime();
  Object.assign(globalThis, { CustomFunctions: runtime });
  return runtime;
}

export type Outcome = { value: unknown } | { error: string; sentence: string };

export type Face = (...args: unknown[]) => unknown;

/** By the id that Excel shows. */
export const FACES: Record<string, Face> = Object.fromEntries(
  Object.entries(faces).map(([name, face]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
    face as Face,
  ]),
);

/** Calls as Excel does: an omitted argument is null, the invocation comes last. */
export function callFace(id: string, args: unknown[]): Outcome {
  const face = FACES[id]!;
  const padded = [...args];
  while (padded.length < face.length) padded.push(null);
  try {
    return { value: face(...padded, { functionName: id }) };
  } catch (error) {
    if (!(error instanceof CustomFunctions.Error)) throw error;
    return { error: error.code, sentence: error.message ?? "" };
  }
}

export const row = (values: readonly unknown[]): unknown[][] => [[...values]];
export const column = (values: readonly unknown[]): unknown[][] =>
  values.map((value) => [value]);
