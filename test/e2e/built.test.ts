/** The built add-in: what dist/ holds, how big it is, and that its manifest fits it. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { manifestFaults } from "../../src/tools/manifestCheck";
import { LOCAL_HOST } from "../../src/tools/manifestForHost";

const root = resolve(__dirname, "../..");
const dist = join(root, "dist");
const text = (file: string): string => readFileSync(join(dist, file), "utf8");
const gzipped = (file: string): number =>
  gzipSync(readFileSync(join(dist, file))).length;

const functions = JSON.parse(text("functions.json")) as {
  functions: { id: string; helpUrl: string }[];
};

test("the manifest has no fault against what was built", () => {
  const faults = manifestFaults(text("manifest.xml"), {
    host: LOCAL_HOST,
    file: (path) =>
      existsSync(join(dist, path)) ? readFileSync(join(dist, path)) : undefined,
    functions: text("functions.json"),
  });
  expect(faults).toEqual([]);
});

test("the functions bundle is small and holds no React", () => {
  expect(gzipped("functions.js")).toBeLessThanOrEqual(60 * 1024);
  expect(text("functions.js")).not.toMatch(/react/i);
});

test("every function of functions.json is associated, and nothing else", () => {
  const associated = [
    ...text("functions.js").matchAll(/\.associate\("([^"]+)"/g),
  ].map(([, id]) => id);
  const declared = functions.functions.map(({ id }) => id);
  expect(declared.length).toBeGreaterThan(0);
  expect(associated.sort()).toEqual([...declared].sort());
});

test("every help address leads to a page of the build", () => {
  for (const { helpUrl } of functions.functions) {
    expect(helpUrl.startsWith(`${LOCAL_HOST}/`)).toBe(true);
    const page = helpUrl.slice(LOCAL_HOST.length + 1);
    expect([page, existsSync(join(dist, page))]).toEqual([page, true]);
  }
});

test("the pane loads Office.js from Microsoft, then functions.js, then itself", () => {
  const scripts = [
    ...text("taskpane.html").matchAll(/<script[^>]*src="([^"]+)"[^>]*>/g),
  ];
  expect(scripts.map(([, address]) => address)).toEqual([
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    "functions.js",
    "taskpane.js",
  ]);
  // A script that waits would let Excel call a function before it exists.
  for (const [tag] of scripts) expect(tag).not.toMatch(/defer|async|module/);
});

test("dist holds neither the workbench nor Office.js", () => {
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => /workbench|bridge|office/i.test(file))).toEqual(
    [],
  );
  for (const file of files.filter((name) => name.endsWith(".js")))
    expect(text(file)).not.toMatch(/univerjs|richApiMessageManager/i);
});
