/** `npx onefunnel`: the command in a terminal. The engine that calculates is loaded only when there is something to calculate. */
import packageFile from "../../package.json";
import type { Calculate } from "../workbook/file";
import { run } from "./run";

const calculate: Calculate = async (book) => {
  const { createHeadlessEngine } = await import(
    /* webpackChunkName: "engine" */ "../workbench/engine/headless"
  );
  const engine = await createHeadlessEngine();
  await engine.open(book);
  await engine.calculate("full");
  return engine.book();
};

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

/** A write that a signal waits for: nothing unfinished stays behind. */
for (const [signal, number] of [
  ["SIGINT", 2],
  ["SIGTERM", 15],
] as const)
  process.on(signal, () => process.exit(128 + number));

/** The engine's timers would keep the process alive; what is still on its way out gets its time. */
function leave(code: number): void {
  process.stdout.write("", () =>
    process.stderr.write("", () => process.exit(code)),
  );
}

// A reader that has seen enough, such as head, is no fault.
process.stdout.on("error", () => process.exit(0));

run(process.argv.slice(2), {
  folder: process.cwd(),
  version: packageFile.version,
  input: () => (process.stdin.isTTY ? undefined : standardInput()),
  takesBytes: !process.stdout.isTTY,
  output: (content) => void process.stdout.write(content),
  say: (line) => console.error(line),
  calculate,
}).then(leave, (fault: unknown) => {
  console.error(
    `onefunnel failed: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`,
  );
  leave(1);
});
