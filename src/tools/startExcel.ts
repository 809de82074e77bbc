/**
 * `npm run start:excel`: serves dist/ over https on the address that manifest.xml names and, on Windows and Mac, loads
 * the add-in into Excel with Microsoft's own tool. Elsewhere it serves, for Excel on the web.
 */
import { spawn } from "node:child_process";
import { createServer } from "node:https";
import { join } from "node:path";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import {
  inside,
  refuse,
  requestedPath,
  sendFile,
} from "../workbench/server/staticFiles";
import { ensureBuilt } from "./build";
import { ROOT } from "./buildStamp";
import { LOCAL_HOST } from "./manifestForHost";

/** Not a dependency: it needs a native module that does not build everywhere. npx fetches this exact version. */
const SIDELOADER = "office-addin-debugging@7.0.0";

async function main(): Promise<void> {
  ensureBuilt();
  const dist = join(ROOT, "dist");
  const server = createServer(
    await getHttpsServerOptions(),
    (request, response) => {
      response.setHeader("Access-Control-Allow-Origin", "*");
      // Excel keeps icons only when it may store them.
      response.setHeader("Cache-Control", "no-cache");
      const path = requestedPath(request.url ?? "/");
      if (path === undefined) return refuse(response, 400, "Bad address.");
      sendFile(response, inside(dist, path), request.method === "HEAD");
    },
  );
  server.on("error", fail);
  server.listen(Number(new URL(LOCAL_HOST).port), "localhost", () => {
    console.log(`Serving the add-in at ${LOCAL_HOST}; stop with Ctrl+C.`);
    if (process.platform === "win32" || process.platform === "darwin")
      sideload();
    else
      console.log(
        "There is no Excel for this system: load dist/manifest.xml into Excel on the web as the README describes.",
      );
  });
}

function sideload(): void {
  const command = `npx --yes ${SIDELOADER} start dist/manifest.xml desktop --app excel --no-live-reload`;
  spawn(command, { cwd: ROOT, stdio: "inherit", shell: true }).on(
    "exit",
    (code) => {
      if (code !== 0)
        fail(
          new Error(
            `Excel could not be started with the add-in (code ${code}); the messages above say why.`,
          ),
        );
    },
  );
}

function fail(problem: unknown): void {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exit(1);
}

main().catch(fail);
