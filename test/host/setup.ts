/** Jest cannot load Univer's modules: the headless engine is bundled once before the host's tests. */
import { build } from "esbuild";
import type { Plugin } from "esbuild";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { univerFiles, withPlainFields } from "../../src/tools/plainFields";

const root = path.resolve(__dirname, "../..");

const plainFields: Plugin = {
  name: "plain fields",
  setup(setting) {
    setting.onLoad({ filter: univerFiles }, async ({ path: file }) => ({
      contents: withPlainFields(await readFile(file, "utf8")),
    }));
  },
};

/** One file of CommonJS in build/ with everything that an entry needs. */
export const bundle = (entry: string, outfile: string): Promise<unknown> =>
  build({
    entryPoints: [path.join(root, entry)],
    outfile: path.join(root, "build", outfile),
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: "inline",
    sourcesContent: false,
    logLevel: "warning",
    plugins: [plainFields],
  });

export const bundleEngine = (): Promise<unknown> =>
  bundle("src/workbench/engine/headless.ts", "engine.cjs");

// Jest wants its global setup as the default export.
// eslint-disable-next-line no-restricted-exports
export default async function setup(): Promise<void> {
  await bundleEngine();
}
