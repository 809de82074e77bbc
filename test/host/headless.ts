/** The headless engine from its bundle (see setup.ts); jest cannot load Univer's own modules. */
import path from "node:path";
import type * as headless from "../../src/workbench/engine/headless";

export const { createHeadlessEngine } = jest.requireActual<typeof headless>(
  path.resolve(__dirname, "../../build/engine.cjs"),
);
