/** The build's only change to Univer's files: fields by assignment, where that means the same. */
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { univerFiles, withPlainFields } from "../../src/tools/plainFields";

const packages = resolve(__dirname, "../../node_modules/@univerjs");

test("a field becomes an assignment, unless its file has an accessor of that name", () => {
  const source = [
    "\tget size() {",
    '\t\t_defineProperty(this, "_value", call(1, "a"));',
    '\t\t_defineProperty(this, "size", 0);',
    '\t\t_defineProperty(this, "_units", [',
    '_defineProperty(Plugin, "version", version);',
  ];
  expect(withPlainFields(source.join("\n")).split("\n")).toEqual([
    source[0],
    '\t\tthis._value = call(1, "a");',
    ...source.slice(2),
  ]);
});

test("it finds the fields of the formula engine, and no other line changes", () => {
  const file = join(packages, "engine-formula/lib/es/index.js");
  expect(univerFiles.test(file)).toBe(true);
  const before = readFileSync(file, "utf8").split("\n");
  const after = withPlainFields(before.join("\n")).split("\n");
  const changed = before.filter((line, place) => line !== after[place]);
  expect(changed.length).toBeGreaterThan(1_000);
  for (const line of changed)
    expect(line).toMatch(/^\s*_defineProperty\(this, ".*\);$/);
});

test("every package of Univer that has fields is one that the build reads", () => {
  const missed = readdirSync(packages)
    .map((name) => join(packages, name, "lib/es/index.js"))
    .filter((file) => !univerFiles.test(file));
  expect(missed).toEqual([]);
});
