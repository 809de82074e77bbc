/** `npm start` and `npm start -- team.xlsx`: builds when needed, serves the workbench on this machine, prints its address. */
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { ensureBuilt } from "../../tools/build";
import { ROOT } from "../../tools/buildStamp";
import { StartProblem, readArguments, usableWorkbook } from "./arguments";
import { workbenchServer, type Served } from "./serve";

export const builtFolders = (): Omit<Served, "workbook"> => ({
  addin: join(ROOT, "dist"),
  page: join(ROOT, "build/workbench"),
  bridge: join(ROOT, "build/bridge.js"),
  office: join(ROOT, "node_modules/@microsoft/office-js/dist"),
});

async function main(): Promise<void> {
  const { file, port } = readArguments(process.argv.slice(2));
  const workbook =
    file === undefined
      ? undefined
      : await usableWorkbook(process.env.INIT_CWD ?? process.cwd(), file);
  ensureBuilt();
  const server = workbenchServer({ ...builtFolders(), workbook });
  server.on("error", (problem: NodeJS.ErrnoException) => {
    if (problem.code !== "EADDRINUSE") return fail(problem);
    fail(
      new StartProblem(
        `Port ${port} is taken by another program. Leave --port out, or name another one.`,
      ),
    );
  });
  server.listen(port, "127.0.0.1", () => {
    const { port: actual } = server.address() as AddressInfo;
    console.log(`http://127.0.0.1:${actual}`);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => process.exit(0));
}

function fail(problem: unknown): void {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exit(1);
}

main().catch(fail);
