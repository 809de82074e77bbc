/** The command over a folder of its own: what it writes, what it leaves alone, what it says. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { USAGE } from "../../src/cli/arguments";
import { examplePlan } from "../../src/cli/example";
import { targetOf, writeWhole } from "../../src/cli/output";
import { run, type Surroundings } from "../../src/cli/run";
import {
  inputs,
  layout,
  problems,
  readPlanFile,
  writePlanFile,
} from "../../src/template";
import { planSchema } from "../../src/template/planSchema";
import { readXlsx, type Book } from "../../src/xlsx";
import { evaluate } from "../template/evaluate";
import { checkResults } from "../template/read";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onefunnel-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(inFolder(name), "utf8");

/** Stands for the engine: every check passes, or those of a row do not. */
const passing = async (book: Book): Promise<Book> => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    cells: Object.fromEntries(
      Object.entries(sheet.cells).map(([row, cells]) => [
        row,
        Object.fromEntries(
          Object.entries(cells).map(([column, cell]) => [
            column,
            cell.formula === undefined ? cell : { ...cell, value: 1 },
          ]),
        ),
      ]),
    ),
  })),
});

async function command(line: string, more: Partial<Surroundings> = {}) {
  const said: string[] = [];
  const output: (string | Uint8Array)[] = [];
  const code = await run(line.split(" ").filter(Boolean), {
    folder,
    version: "1.2.3",
    input: () => undefined,
    takesBytes: true,
    output: (content) => void output.push(content),
    say: (sentence) => void said.push(sentence),
    calculate: passing,
    ...more,
  });
  return { code, said, output };
}

const give = (name = "plan.json"): void =>
  writeFileSync(inFolder(name), writePlanFile(examplePlan()));

test("a plan becomes a workbook of its name", async () => {
  give("fy27.json");
  const { code, said } = await command("fy27.json");
  expect([code, said]).toEqual([
    0,
    [
      expect.stringMatching(
        /^Wrote fy27\.xlsx: the plan "FY27" on 5 sheets; all \d+ checks pass\.$/,
      ),
    ],
  ]);
  const { book } = await readXlsx(
    new Uint8Array(readFileSync(inFolder("fy27.xlsx"))),
  );
  expect(book.sheets.map(({ name }) => name)).toEqual(
    layout(examplePlan()).sheets.map(({ title }) => title),
  );
  expect(readdirSync(folder).sort()).toEqual(["fy27.json", "fy27.xlsx"]);
});

test("checks that do not pass are named, and the file is written all the same", async () => {
  give();
  const { code, said } = await command("plan.json", {
    calculate: async (book) => book,
  });
  expect(code).toBe(0);
  expect(said[0]).toMatch(
    /^Wrote plan\.xlsx: the plan "FY27" on 5 sheets; (\d+) of \1 checks do not pass\. The sheet "FY27 Checks" says what to do:$/,
  );
  expect(said).toContain("- No required input is blank");
});

test("the plan may come from the standard input, the workbook go to the standard output", async () => {
  const { code, output } = await command("- -o -", {
    input: async () => new TextEncoder().encode(writePlanFile(examplePlan())),
  });
  expect([code, output.length, readdirSync(folder)]).toEqual([0, 1, []]);
  await readXlsx(output[0] as Uint8Array);
});

test("a keyboard and a screen get a sentence instead", async () => {
  give();
  expect(await command("- -o a.xlsx")).toMatchObject({
    code: 2,
    said: [
      "- reads the plan from the standard input, which is this keyboard. Send a file to it, or name one.",
    ],
  });
  expect(await command("plan.json -o -", { takesBytes: false })).toMatchObject({
    code: 2,
    said: [
      "A workbook is not for the screen. Name a file with -o, or send the output to one.",
    ],
  });
});

test("the example is printed, written as a plan or as a workbook, and sound", async () => {
  const { output } = await command("--example");
  const plan = readPlanFile(String(output[0]));
  expect(plan).toEqual(examplePlan());
  expect(problems(plan)).toEqual([]);
  const asked = inputs(plan).filter(({ key }) => key);
  expect(asked.filter(({ id }) => !(id in plan.inputs))).toEqual([]);
  const blueprint = layout(plan);
  expect(
    Object.entries(checkResults(blueprint, evaluate(blueprint))).filter(
      ([, result]) => result !== 1,
    ),
  ).toEqual([]);

  expect((await command("--example -o plan.json")).said).toEqual([
    'Wrote plan.json: the plan "FY27".',
  ]);
  expect(text("plan.json")).toBe(String(output[0]));
  expect((await command("--example -o a.xlsx")).code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(["a.xlsx", "plan.json"]);
});

test("values from the command line go into the plan", async () => {
  give();
  await command(
    "plan.json -o b.json --set ntm_revenue=12000000 --set s1/mql_to_sql=25%",
  );
  expect(readPlanFile(text("b.json")).inputs).toMatchObject({
    ntm_revenue: { value: 12_000_000 },
    "s1/mql_to_sql": { value: 0.25 },
  });
});

test("help, version and schema are printed", async () => {
  expect((await command("--help")).output).toEqual([USAGE]);
  expect((await command("--version")).output).toEqual(["1.2.3\n"]);
  const { output } = await command("--schema");
  expect(JSON.parse(String(output[0]))).toEqual(
    JSON.parse(JSON.stringify(planSchema())),
  );
});

test("a file that exists stays as it is, unless it may be replaced", async () => {
  give();
  writeFileSync(inFolder("plan.xlsx"), "mine");
  expect(await command("plan.json")).toMatchObject({
    code: 1,
    said: [
      "plan.xlsx exists already. Name another file with -o, or add --force to replace it.",
    ],
  });
  expect(text("plan.xlsx")).toBe("mine");
  expect((await command("plan.json --force")).code).toBe(0);
  expect(text("plan.xlsx")).not.toBe("mine");
  expect(readdirSync(folder).sort()).toEqual(["plan.json", "plan.xlsx"]);
});

test("nothing is written over what somebody else wrote meanwhile", () => {
  const target = targetOf(folder, "a.json", false);
  writeFileSync(target.path, "theirs");
  expect(() => writeWhole(target, new Uint8Array([1]))).toThrow(
    "a.json exists already.",
  );
  expect([text("a.json"), readdirSync(folder)]).toEqual(["theirs", ["a.json"]]);
});

test.each<[code: string, reason: string]>([
  ["ENOSPC", "the drive is full. Make room, or name another place with -o."],
  ["EACCES", "you may not write there. Name another place with -o."],
  ["EIO", "EIO: broken."],
])(
  "nothing unfinished stays behind when writing ends with %s",
  (code, reason) => {
    const target = targetOf(folder, "a.json", false);
    const broken = new Proxy(new Uint8Array(10), {
      get: (_, key) => {
        if (key === "length") return 10;
        throw Object.assign(new Error(`${code}: broken`), { code });
      },
    });
    expect(() => writeWhole(target, broken)).toThrow(
      `a.json could not be written: ${reason}`,
    );
    expect(readdirSync(folder)).toEqual([]);
  },
);

test("a link to a file stays one, and its file is replaced", async () => {
  give();
  mkdirSync(inFolder("shared"));
  writeFileSync(inFolder("shared/plan.xlsx"), "old");
  symlinkSync(inFolder("shared/plan.xlsx"), inFolder("plan.xlsx"));
  expect((await command("plan.json --force")).code).toBe(0);
  expect(statSync(inFolder("shared/plan.xlsx")).size).toBeGreaterThan(1000);
  expect(readdirSync(inFolder("shared"))).toEqual(["plan.xlsx"]);
});

test.each<[line: string, sentence: string]>([
  [
    "none.json",
    "There is no file none.json. To begin with an example: onefunnel --example -o none.json",
  ],
  ["sub -o a.xlsx", "sub is a folder. Name the plan's file in it."],
  [
    "plan.json -o sub.xlsx",
    `sub.xlsx is a folder. Name a file in it, such as ${join("sub.xlsx", "plan.xlsx")}.`,
  ],
  [
    "plan.json -o no/where/a.xlsx",
    "There is no folder no/where to write a.xlsx to. Make it first, or name another place with -o.",
  ],
])("%s is refused", async (line, sentence) => {
  give();
  mkdirSync(inFolder("sub"));
  mkdirSync(inFolder("sub.xlsx"));
  expect(await command(line)).toMatchObject({ code: 1, said: [sentence] });
  expect(readdirSync(folder).sort()).toEqual(["plan.json", "sub", "sub.xlsx"]);
});

test("a plan with many faults names the first twenty", async () => {
  const wrong = Object.fromEntries(
    Array.from({ length: 25 }, (_, at) => [`unknown input ${at}`, 1]),
  );
  const plan = JSON.parse(writePlanFile(examplePlan())) as object;
  writeFileSync(
    inFolder("plan.json"),
    JSON.stringify({ ...plan, inputs: wrong }),
  );
  const { code, said } = await command("plan.json");
  expect(code).toBe(1);
  expect(said[0]).toBe("plan.json cannot be used:");
  expect(said.slice(1)).toHaveLength(21);
  expect(said.at(-1)).toBe("- and 5 more.");
  expect(existsSync(inFolder("plan.xlsx"))).toBe(false);
});

test("a fault of the program is not taken for one of the plan", async () => {
  give();
  await expect(
    command("plan.json", {
      calculate: () => Promise.reject(new Error("engine")),
    }),
  ).rejects.toThrow("engine");
  expect(readdirSync(folder)).toEqual(["plan.json"]);
});
