/**
 * The workbench's web server: the page, the built add-in under /addin/, Microsoft's Office.js from node_modules and the
 * workbook named on the command line. It answers this machine only and writes nothing.
 */
import { readFileSync } from "node:fs";
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { basename, join } from "node:path";
import { TYPES, inside, refuse, requestedPath, sendFile } from "./staticFiles";

export interface Served {
  /** dist/ */
  addin: string;
  /** build/workbench/ */
  page: string;
  /** build/bridge.js */
  bridge: string;
  /** node_modules/@microsoft/office-js/dist/ */
  office: string;
  /** An .xlsx to open first, instead of the sample. */
  workbook?: string;
}

const OFFICE_TAG =
  /<script\s[^>]*src="https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js"[^>]*><\/script>/g;
const WORKBENCH_TAGS =
  '<script src="/office/excel-web-16.00.debug.js"></script><script src="/bridge.js"></script>';

/** Everything comes from this server; the spreadsheet and Fluent write styles into the page. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

export function workbenchServer(served: Served): Server {
  return createServer((request, response) => {
    try {
      answer(served, request, response);
    } catch (problem) {
      refuse(
        response,
        500,
        problem instanceof Error ? problem.message : String(problem),
      );
    }
  });
}

function answer(
  served: Served,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.setHeader("Content-Security-Policy", POLICY);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cache-Control", "no-cache");

  // A foreign page could point its own name at 127.0.0.1 and read the workbook: only our two names are answered.
  const port = request.socket.localPort;
  const host = request.headers.host;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)
    return refuse(
      response,
      403,
      `The workbench answers to 127.0.0.1:${port} only; the request was for ${host ?? "no host"}.`,
    );
  if (request.method !== "GET" && request.method !== "HEAD")
    return refuse(
      response,
      405,
      `The workbench only serves files; it got ${request.method}.`,
    );

  const path = requestedPath(request.url ?? "/");
  if (path === undefined)
    return refuse(
      response,
      400,
      `This is no address of the workbench: ${request.url}`,
    );
  if (path === "/session.json") {
    const name =
      served.workbook === undefined ? null : basename(served.workbook);
    return send(response, ".json", JSON.stringify({ workbook: name }));
  }
  if (path === "/addin/taskpane.html")
    return send(
      response,
      ".html",
      withWorkbenchOffice(
        readFileSync(join(served.addin, "taskpane.html"), "utf8"),
      ),
    );
  sendFile(response, fileFor(served, path), request.method === "HEAD");
}

function fileFor(served: Served, path: string): string | undefined {
  if (path === "/") return join(served.page, "index.html");
  if (path === "/bridge.js") return served.bridge;
  if (path === "/workbook.xlsx") return served.workbook;
  if (path.startsWith("/addin/"))
    return inside(served.addin, path.slice("/addin/".length));
  if (path.startsWith("/office/"))
    return inside(served.office, path.slice("/office/".length));
  return inside(served.page, path.slice(1));
}

/** The one difference between the pane here and in Excel: where Office.js comes from. */
export function withWorkbenchOffice(html: string): string {
  const found = html.match(OFFICE_TAG)?.length ?? 0;
  if (found !== 1)
    throw new Error(
      `taskpane.html must load Microsoft's hosted office.js with exactly one script tag; it has ${found}.`,
    );
  return html.replace(OFFICE_TAG, WORKBENCH_TAGS);
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { "Content-Type": TYPES[type] });
  response.end(body);
}
