/** What `npm start` says to a good and a bad command line, before it builds or serves anything. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  readArguments,
  usableWorkbook,
} from "../../src/workbench/server/arguments";
import { emptyBook, writeXlsx } from "../../src/xlsx";

test.each<[string[], ReturnType<typeof readArguments>]>([
  [[], { port: 0 }],
  [["team.xlsx"], { file: "team.xlsx", port: 0 }],
  [["--port", "8080"], { port: 8080 }],
  [["Team plan.xlsx", "--port", "1"], { file: "Team plan.xlsx", port: 1 }],
])("npm start -- %j", (given, expected) => {
  expect(readArguments(given)).toEqual(expected);
});

const USE = "Use: npm start [-- [--port 8080] [team.xlsx]]";

test.each<[string[], string]>([
  [["--port"], `--port needs a number from 1 to 65535; got "". ${USE}`],
  [
    ["--port", "eighty"],
    `--port needs a number from 1 to 65535; got "eighty". ${USE}`,
  ],
  [
    ["--port", "65536"],
    `--port needs a number from 1 to 65535; got "65536". ${USE}`,
  ],
  [["--open"], `There is no option --open. ${USE}`],
  [
    ["a.xlsx", "b.xlsx"],
    `One workbook can be opened at a time; got a.xlsx and b.xlsx. ${USE}`,
  ],
])("npm start -- %j is refused", (given, sentence) => {
  expect(() => readArguments(given)).toThrow(sentence);
});

describe("the workbook on the command line", () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "onefunnel-start-"));
    writeFileSync(join(folder, "good.xlsx"), await writeXlsx(emptyBook()));
    writeFileSync(join(folder, "notes.txt"), "Call finance.");
    writeFileSync(join(folder, "empty.xlsx"), "");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("is found where the user stands", async () => {
    expect(await usableWorkbook(folder, "good.xlsx")).toBe(
      join(folder, "good.xlsx"),
    );
  });

  test.each([
    ["missing.xlsx", () => `There is no file missing.xlsx in ${folder}.`],
    [".", () => ". is a folder; name an .xlsx file inside it."],
  ])("%s is refused", async (file, sentence) => {
    await expect(usableWorkbook(folder, file)).rejects.toThrow(sentence());
  });

  test.each(["notes.txt", "empty.xlsx"])(
    "%s is refused, by its name",
    async (file) => {
      await expect(usableWorkbook(folder, file)).rejects.toThrow(
        new RegExp(`^${file.replace(".", "\\.")} cannot be opened\\. .+\\.$`),
      );
    },
  );
});
