/** Serving files of a folder, and nothing outside it. */
import { createReadStream, statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";

export const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The decoded path, or undefined when it is malformed or climbs out of its folder. */
export function requestedPath(url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "");
  } catch {
    return undefined;
  }
  const climbs = path.split("/").includes("..");
  const odd = path.includes("\\") || path.includes("\0");
  return path.startsWith("/") && !climbs && !odd ? path : undefined;
}

export function inside(folder: string, relative: string): string | undefined {
  const file = normalize(join(folder, relative));
  return file.startsWith(normalize(folder + sep)) ? file : undefined;
}

/** Sends the file, or says that there is none. */
export function sendFile(
  response: ServerResponse,
  file: string | undefined,
  head: boolean,
): void {
  if (
    file === undefined ||
    statSync(file, { throwIfNoEntry: false })?.isFile() !== true
  )
    return refuse(response, 404, "There is nothing at this address.");
  const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
  response.writeHead(200, { "Content-Type": type });
  if (head) return void response.end();
  createReadStream(file)
    .on("error", (problem) => response.destroy(problem))
    .pipe(response);
}

export function refuse(
  response: ServerResponse,
  status: number,
  sentence: string,
): void {
  if (!response.headersSent)
    response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(sentence);
}
