/** `npm start` as a user runs it: one address, this machine only, an exit code on a bad file. */
import { spawn, spawnSync } from "node:child_process";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { root } from "./workbench";

jest.setTimeout(120_000);

const program = ["--import", "tsx", join(root, "src/workbench/server/main.ts")];

test("npm start prints one address, and that address answers with the workbook of the command line", async () => {
  const file = join(root, "test/fixtures/xlsx/shared.xlsx");
  const started = spawn(process.execPath, [...program, file], { cwd: root });
  try {
    let printed = "";
    started.stdout.setEncoding("utf8");
    await new Promise<void>((resolve, reject) => {
      started.stdout.on("data", (text: string) => {
        printed += text;
        if (/\n$/.test(printed)) resolve();
      });
      started.on("exit", (code) => reject(new Error(`It ended with ${code}.`)));
    });
    expect(printed).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    const address = printed.trim();
    const session = await fetch(`${address}/session.json`);
    expect(await session.json()).toEqual({ workbook: "shared.xlsx" });
    // Nobody else on the network is answered.
    const port = new URL(address).port;
    for (const other of addressesOfThisMachine())
      await expect(fetch(`http://${other}:${port}/`)).rejects.toThrow();
  } finally {
    started.kill();
  }
});

test("npm start -- missing.xlsx says so and ends with an error", () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [...program, "missing.xlsx"],
    { cwd: root, encoding: "utf8", env: { ...process.env, INIT_CWD: root } },
  );
  expect(stdout).toBe("");
  expect(stderr).toBe(`There is no file missing.xlsx in ${root}.\n`);
  expect(status).toBe(1);
});

const addressesOfThisMachine = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
