/** The headless engine from its bundle (see setup.ts); jest cannot load Univer's own modules. */
import path from "node:path";
import type * as headless from "../../src/workbench/engine/headless";

const bundled = jest.requireActual<typeof headless>(
  path.resolve(__dirname, "../../build/engine.cjs"),
);

type Headless = Awaited<ReturnType<typeof bundled.createHeadlessEngine>>;
const engines: Headless[] = [];

export async function createHeadlessEngine(): Promise<Headless> {
  const engine = await bundled.createHeadlessEngine();
  engines.push(engine);
  return engine;
}

// Univer's timers run until it is disposed of: one engine left by a failed test would keep jest from ever ending.
afterAll(() => {
  for (const engine of engines) engine.dispose();
});
