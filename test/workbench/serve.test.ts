/** The workbench's server: what it serves, what it refuses, and what it says on a bad start. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  withWorkbenchOffice,
  workbenchServer,
} from "../../src/workbench/server/serve";

const OFFICE =
  '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';
const PANE = `<html><head>${OFFICE}</head><body><script src="functions.js"></script></body></html>`;

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "onefunnel-server-"));
  for (const name of ["addin/assets", "page", "office"])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "addin/taskpane.html"), PANE);
  writeFileSync(join(folder, "addin/functions.json"), '{"functions":[]}');
  writeFileSync(join(folder, "addin/assets/icon-16.png"), "png");
  writeFileSync(join(folder, "page/index.html"), "<html>page</html>");
  writeFileSync(join(folder, "office/excel-web-16.00.debug.js"), "office");
  writeFileSync(join(folder, "bridge.js"), "bridge");
  writeFileSync(join(folder, "Team plan.xlsx"), "zip");
  writeFileSync(join(folder, "secret.txt"), "secret");
  server = workbenchServer({
    addin: join(folder, "addin"),
    page: join(folder, "page"),
    bridge: join(folder, "bridge.js"),
    office: join(folder, "office"),
    workbook: join(folder, "Team plan.xlsx"),
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  ({ port } = server.address() as AddressInfo);
});

afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  type?: string;
  policy?: string;
  body: string;
}

function ask(
  path: string,
  options: { host?: string; method?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { host: options.host ?? `127.0.0.1:${port}` };
    const { method = "GET" } = options;
    request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (body += part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers["content-type"],
          policy: response.headers["content-security-policy"] as string,
          body,
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}

test.each([
  ["/", "text/html; charset=utf-8", "<html>page</html>"],
  ["/index.html?x=1", "text/html; charset=utf-8", "<html>page</html>"],
  [
    "/addin/functions.json",
    "application/json; charset=utf-8",
    '{"functions":[]}',
  ],
  ["/addin/assets/icon-16.png", "image/png", "png"],
  [
    "/office/excel-web-16.00.debug.js",
    "text/javascript; charset=utf-8",
    "office",
  ],
  ["/bridge.js", "text/javascript; charset=utf-8", "bridge"],
  [
    "/workbook.xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip",
  ],
  [
    "/session.json",
    "application/json; charset=utf-8",
    '{"workbook":"Team plan.xlsx"}',
  ],
])("%s is served", async (path, type, body) => {
  expect(await ask(path)).toMatchObject({ status: 200, type, body });
});

test("every answer carries a policy that lets nothing in from elsewhere", async () => {
  for (const path of ["/", "/addin/taskpane.html", "/nothing"]) {
    const { policy } = await ask(path);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:/);
  }
});

test("the pane differs from Excel's only in where Office.js comes from", async () => {
  const { body } = await ask("/addin/taskpane.html");
  expect(body).toBe(
    PANE.replace(
      OFFICE,
      '<script src="/office/excel-web-16.00.debug.js"></script><script src="/bridge.js"></script>',
    ),
  );
});

test.each([
  [PANE.replace(OFFICE, "")],
  [PANE.replace(OFFICE, OFFICE + OFFICE)],
])("a pane that does not load office.js exactly once is a fault", (html) => {
  expect(() => withWorkbenchOffice(html)).toThrow("exactly one script tag");
});

test.each([
  ["/addin/../secret.txt"],
  ["/addin/%2e%2e/secret.txt"],
  ["/addin/..%2fsecret.txt"],
  ["/addin/..%5csecret.txt"],
  ["/../secret.txt"],
  ["/office//../../secret.txt"],
  ["/addin/%00"],
  ["/%E0%A4%A"],
  ["/secret.txt"],
  ["/addin/assets"],
])("%s is refused", async (path) => {
  const { status, body } = await ask(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain("secret\n");
  expect(body).not.toBe("secret");
});

test("another name for this machine is refused", async () => {
  const answer = await ask("/workbook.xlsx", { host: `evil.example:${port}` });
  expect(answer).toMatchObject({
    status: 403,
    body: `The workbench answers to 127.0.0.1:${port} only; the request was for evil.example:${port}.`,
  });
});

test("nothing can be written", async () => {
  expect(await ask("/", { method: "POST" })).toMatchObject({ status: 405 });
});
