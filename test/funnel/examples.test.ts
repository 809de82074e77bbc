/** Every function of the mathematics has an example in its comment, and the example is true. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as funnel from "../../src/funnel";
import { expectClose } from "./close";

const folder = join(__dirname, "../../src/funnel");
const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const examples = files.flatMap((file) =>
  [
    ...readFileSync(join(folder, file), "utf8").matchAll(
      /@example (.+) \/\/ (.+)/g,
    ),
  ].map(([, call = "", result = ""]) => [call, result] as const),
);

/** An expression over the functions of the table of contents. */
function evaluate(expression: string): unknown {
  const names = Object.keys(funnel);
  return new Function(...names, `return ${expression}`)(
    ...Object.values(funnel),
  );
}

test.each(examples)("%s is %s", (call, result) => {
  expectClose(evaluate(call), evaluate(result), { rel: 1e-14 });
});

test("no function of the table of contents is without an example", () => {
  const shown = examples.map(([call]) => call.replace(/\(.*/, ""));
  const functions = Object.entries(funnel)
    .filter(
      ([name, value]) => typeof value === "function" && /^[a-z]/.test(name),
    )
    .map(([name]) => name)
    // Half of pipelineCoverage, shared with requiredPipeline.
    .filter((name) => name !== "remainingTarget");
  expect(shown.sort()).toEqual(functions.sort());
});

test("each file of a function says what it means, takes, does, whence and when it fails", () => {
  for (const [call] of examples) {
    const text = readFileSync(
      join(folder, `${call.replace(/\(.*/, "")}.ts`),
      "utf8",
    );
    expect(text).toMatch(/\* (Meaning|Shape): /);
    expect(text).toMatch(/\* Method/);
    expect(text).toMatch(/source/i);
    expect(text).toMatch(/\* Throws: |failures: /);
  }
});
