/** The files of dist/ that no bundler makes: manifest.xml for the host, functions.json, reference pages, plan.schema.json. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Compilation, sources, type Compiler } from "webpack";
import { PLAN_SCHEMA_FILE, planSchema } from "../template/planSchema";
import { generateFunctionsJson } from "./functionsJson";
import { manifestForHost } from "./manifestForHost";
import { referencePages } from "./referencePages";

export interface AddinFilesOptions {
  root: string;
  host: string;
}

export class AddinFilesPlugin {
  constructor(private readonly options: AddinFilesOptions) {}

  apply(compiler: Compiler): void {
    const { root, host } = this.options;
    const { version } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    ) as { version: string };
    const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
    compiler.hooks.thisCompilation.tap("AddinFilesPlugin", (compilation) => {
      compilation.hooks.processAssets.tapPromise(
        { name: "AddinFilesPlugin", stage },
        async () => {
          const asset = (text: string) => new sources.RawSource(text);
          const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
          compilation.emitAsset(
            "manifest.xml",
            asset(manifestForHost(manifest, host)),
          );
          // The metadata plugin has put its own, unfinished functions.json there.
          const catalogue = await generateFunctionsJson({ root, host });
          compilation.updateAsset(
            "functions.json",
            asset(`${JSON.stringify(catalogue, null, 2)}\n`),
          );
          const schema = planSchema(`${host}/${PLAN_SCHEMA_FILE}`);
          compilation.emitAsset(
            PLAN_SCHEMA_FILE,
            asset(`${JSON.stringify(schema, null, 2)}\n`),
          );
          const pages = await referencePages({ root, host, version });
          for (const { path, html } of pages)
            compilation.emitAsset(path, asset(html));
        },
      );
    });
  }
}
