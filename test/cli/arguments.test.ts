/** What the command understands, and what it says about the rest. */
import { readArguments } from "../../src/cli/arguments";
import { CliProblem } from "../../src/cli/problem";

const writes = {
  do: "write",
  from: "plan.json",
  to: "plan.xlsx",
  set: [],
  force: false,
};

test.each<[line: string, command: object]>([
  ["plan.json", writes],
  ["plan.json -o out/Plan.XLSX", { ...writes, to: "out/Plan.XLSX" }],
  ["plans/fy27.json", { ...writes, from: "plans/fy27.json", to: "fy27.xlsx" }],
  ["-o a.xlsx plan.json --force", { ...writes, to: "a.xlsx", force: true }],
  ["plan.json -fo a.xlsx", { ...writes, to: "a.xlsx", force: true }],
  ["plan.json --output=a.json", { ...writes, to: "a.json" }],
  ["- -o -", { ...writes, from: "-", to: "-" }],
  ["-o a.xlsx -- -plan.json", { ...writes, from: "-plan.json", to: "a.xlsx" }],
  ["--example", { ...writes, from: undefined, to: undefined }],
  ["--example -o p.json", { ...writes, from: undefined, to: "p.json" }],
  [
    "plan.json --set ntm_revenue=12000000 --set s1/mql_to_sql=7% --set as_of=2027-02-01 --set ntm_revenue:note=a=b",
    {
      ...writes,
      set: [
        ["ntm_revenue", 12_000_000],
        ["s1/mql_to_sql", 0.07],
        ["as_of", "2027-02-01"],
        ["ntm_revenue:note", "a=b"],
      ],
    },
  ],
  [
    "plan.json --set a=-.5e-3 --set b= --set c=12m",
    {
      ...writes,
      set: [
        ["a", -0.0005],
        ["b", ""],
        ["c", "12m"],
      ],
    },
  ],
  ["--help", { do: "help" }],
  ["plan.json -h", { do: "help" }],
  ["-v", { do: "version" }],
  ["--schema", { do: "schema" }],
])("%s", (line, command) => {
  expect(readArguments(line.split(" "))).toEqual(command);
});

test.each<[line: string, sentence: string]>([
  [
    "",
    "Name the plan's file, or - for the standard input, or ask for --example.",
  ],
  ["a.json b.json", "One plan is read at a time; got a.json and b.json."],
  [
    "a.json -o b.xlsx -o c.xlsx",
    "One file is written at a time; got b.xlsx and c.xlsx.",
  ],
  ["a.json -o", "-o needs the name of a file, such as plan.xlsx."],
  ["a.json -o --force", "-o needs the name of a file, such as plan.xlsx."],
  [
    "a.json -o plan.xls",
    "The file to write must end in .xlsx or .json; got plan.xls.",
  ],
  ["a.json -o plan", "The file to write must end in .xlsx or .json; got plan."],
  ["- ", "Name the file to write with -o, such as -o plan.xlsx."],
  ["--example a.json", "--example is a plan of its own; got a.json too."],
  [
    "a.json --ouput b.xlsx",
    "There is no option --ouput; did you mean --output?",
  ],
  ["a.json --quiet", "There is no option --quiet."],
  ["a.json -x", "There is no option -x."],
  ["a.json --force=no", '--force takes no value; got "no".'],
  [
    "a.json --set",
    "--set needs an input and its value, such as ntm_revenue=12000000.",
  ],
  [
    "a.json --set ntm_revenue",
    '--set needs an input and its value, such as ntm_revenue=12000000; got "ntm_revenue".',
  ],
  [
    "a.json --set =5",
    '--set needs an input and its value, such as ntm_revenue=12000000; got "=5".',
  ],
])("%s is refused", (line, sentence) => {
  const act = () => readArguments(line.split(" ").filter(Boolean));
  expect(act).toThrow(CliProblem);
  expect(act).toThrow(`${sentence} See onefunnel --help.`);
  try {
    act();
  } catch (problem) {
    expect((problem as CliProblem).exitCode).toBe(2);
  }
});
