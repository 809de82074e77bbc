/** Jest cannot load Univer's modules: the headless engine is bundled once before the host's tests. */
import { build } from "esbuild";
import path from "node:path";

const root = path.resolve(__dirname, "../..");

export const bundleEngine = (): Promise<unknown> =>
  build({
    entryPoints: [path.join(root, "src/workbench/engine/headless.ts")],
    outfile: path.join(root, "build/engine.cjs"),
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: "inline",
    sourcesContent: false,
    logLevel: "warning",
  });

// Jest wants its global setup as the default export.
// eslint-disable-next-line no-restricted-exports
export default async function setup(): Promise<void> {
  await bundleEngine();
}
