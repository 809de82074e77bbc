/** The files of dist/ that no bundler makes: manifest.xml for the host, the finished functions.json, reference pages. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Compilation, sources, type Compiler } from "webpack";
import { manifestForHost } from "./manifestForHost";

export interface AddinFilesOptions {
  root: string;
  host: string;
}

export class AddinFilesPlugin {
  constructor(private readonly options: AddinFilesOptions) {}

  apply(compiler: Compiler): void {
    const { root, host } = this.options;
    compiler.hooks.thisCompilation.tap("AddinFilesPlugin", (compilation) => {
      const manifest = join(root, "manifest.xml");
      compilation.fileDependencies.add(manifest);
      compilation.hooks.processAssets.tap(
        {
          name: "AddinFilesPlugin",
          stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS,
        },
        () => {
          const emit = (file: string, text: string) =>
            compilation.emitAsset(file, new sources.RawSource(text));
          emit(
            "manifest.xml",
            manifestForHost(readFileSync(manifest, "utf8"), host),
          );
        },
      );
    });
  }
}
