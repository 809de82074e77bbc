/** The functions bundle: small, without React, and complete. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

test("holds no React and at most 60 KB gzipped", async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(__dirname, "../../src/functions/faces.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "faces",
    target: "es2020",
    write: false,
    metafile: true,
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((path) => path.includes("node_modules"))).toEqual([]);
  // What only pages need stays out.
  expect(inputs.filter((path) => /pageNotes|formula/.test(path))).toEqual([]);
  expect(gzipSync(outputFiles[0]!.contents).length).toBeLessThan(60 * 1024);
});
