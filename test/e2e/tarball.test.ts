/** The command as a stranger gets it: packed, installed without a network, run with npx. */
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { examplePlan } from "../../src/cli/example";
import { headlines, layout } from "../../src/template";
import { local } from "../../src/workbook/address";
import { readXlsx } from "../../src/xlsx";

jest.setTimeout(240_000);

const root = resolve(__dirname, "../..");
const MEGABYTE = 1024 * 1024;
let folder: string;
let tarball: string;

const npm = (command: string, ...words: string[]): string =>
  execFileSync("npm", [command, "--offline", ...words], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onefunnel-packed-"));
  mkdirSync(join(folder, "packed"));
  npm("pack", root, "--pack-destination", join(folder, "packed"));
  tarball = join(folder, "packed", readdirSync(join(folder, "packed"))[0]!);
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  npm("install", tarball);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const onefunnel = (...words: string[]): string =>
  npm("exec", "--", "onefunnel", ...words);

test("the tarball is small and brings no packages along", () => {
  expect(statSync(tarball).size).toBeLessThan(2 * MEGABYTE);
  expect(
    readdirSync(join(folder, "node_modules")).filter(
      (name) => !name.startsWith("."),
    ),
  ).toEqual(["onefunnel"]);
  expect(readdirSync(join(folder, "node_modules/onefunnel")).sort()).toEqual([
    "LICENSE",
    "README.md",
    "build",
    "package.json",
  ]);
});

test("the example becomes a file, and the file a workbook with its numbers", async () => {
  onefunnel("--example", "-o", "plan.json");
  onefunnel("plan.json", "-o", "plan.xlsx");
  const { book } = await readXlsx(
    new Uint8Array(readFileSync(join(folder, "plan.xlsx"))),
  );
  const plan = examplePlan();
  const blueprint = layout(plan);
  const cell = (sheet: string, address: string): unknown => {
    const { title } = blueprint.sheets.find(({ id }) => id === sheet)!;
    const { row, column } = local(address);
    return book.sheets.find(({ name }) => name === title)!.cells[row]?.[column]
      ?.value;
  };
  for (const { sheet, address } of blueprint.checks)
    expect([address, cell(sheet, address)]).toEqual([address, 1]);
  for (const { segment, ...numbers } of headlines(plan))
    for (const [id, value] of Object.entries(numbers)) {
      const { sheet, address } = blueprint.headlines.find(
        (one) => one.id === id && one.segment === segment,
      )!;
      expect(cell(sheet, address)).toBeCloseTo(Number(value), 4);
    }
});

test("a wrong command ends with the code and the sentence that a script can use", () => {
  for (const [words, status, sentence] of [
    [["none.json"], 1, "There is no file none.json."],
    [["--example", "-o", "plan.json"], 1, "plan.json exists already."],
    [["--exmple"], 2, "There is no option --exmple; did you mean --example?"],
  ] as const) {
    const failure = failureOf(() => onefunnel(...words));
    expect(failure).toMatchObject({ status });
    expect(failure.stderr).toContain(sentence);
  }
});

function failureOf(act: () => unknown): { status: number; stderr: string } {
  try {
    act();
  } catch (failure) {
    return failure as { status: number; stderr: string };
  }
  throw new Error("The command succeeded.");
}
