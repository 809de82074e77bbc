/**
 * One help page per function, the addresses behind Excel's "Help on this function": made from functions.json and from
 * calls executed while the page is written. Plain HTML that loads nothing but its own style sheet.
 */
import type { CatalogueFunction } from "../functions/catalogue";
import { nativeForm, type NativeArguments } from "../formula/native";
import { PAGE_NOTES, type PageNote } from "../functions/pageNotes";
import { ExcelError, readCall, runCall, type CallResult } from "./exampleCall";
import { generateFunctionsJson } from "./functionsJson";
import { REFERENCE_STYLE } from "./referenceStyle";

export interface ReferencePage {
  /** Inside dist/: "reference/REQUIRED_MQLS.html". */
  path: string;
  html: string;
}

export interface ReferenceOptions {
  host?: string;
  version: string;
  root?: string;
}

/** Rejects when a function has no notes, an example is refused, a refusal is not, or a link leads nowhere. */
export async function referencePages(
  options: ReferenceOptions,
): Promise<ReferencePage[]> {
  const { functions } = await generateFunctionsJson(options);
  const pages = [
    {
      path: "reference/index.html",
      html: indexPage(functions, options.version),
    },
    ...functions.map((each) => ({
      path: `reference/${each.id}.html`,
      html: functionPage(each, options.version),
    })),
    { path: "reference/reference.css", html: REFERENCE_STYLE },
  ];
  const broken = brokenLinks(pages);
  if (broken.length > 0) throw new Error(broken.join("\n"));
  return pages;
}

/** One sentence for each link that leads to no page or to no place on one. */
export function brokenLinks(pages: ReferencePage[]): string[] {
  const places = new Set(
    pages.flatMap(({ path, html }) => [
      path,
      ...[...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `${path}#${id}`),
    ]),
  );
  return pages.flatMap(({ path, html }) =>
    [...html.matchAll(/ (?:href|src)="([^"]*)"/g)]
      .map(([, link = ""]) => link)
      .filter((link) => {
        const target = link.startsWith("#")
          ? path + link
          : `reference/${link.replace(/^\.\//, "")}`;
        return !places.has(target);
      })
      .map((link) => `${path} links to ${link}, which does not exist.`),
  );
}

function functionPage(each: CatalogueFunction, version: string): string {
  const note = PAGE_NOTES[each.id];
  if (note === undefined)
    throw new Error(`${each.id} has no notes for its page.`);
  return page(
    `FUNNEL.${each.id}`,
    version,
    `<p class="lead">${escape(each.description)}</p>
<pre class="call">${escape(signature(each))}</pre>
<h2 id="arguments">Arguments</h2>
${argumentTable(each)}
<h2 id="examples">Examples</h2>
${note.examples.map(exampleHtml).join("\n")}
<h2 id="errors">What it refuses</h2>
${refusalTable(note)}
<p>#VALUE! is a bad argument, #N/A something missing, #DIV/0! a division by a true zero, #NUM! a result too large for a cell. An error in a cell that the function reads comes out again. A blank cell counts as 0, or as left out where an argument may be left out; older versions of Excel hand it over as 0 even there, so leave the argument out instead of pointing it at a blank cell.</p>
<h2 id="method">How it is computed</h2>
<p>${escape(note.method)}</p>
<p>Source: ${escape(note.source)}</p>
<h2 id="native">The same without the add-in</h2>
${nativeHtml(each, note)}`,
  );
}

function indexPage(functions: CatalogueFunction[], version: string): string {
  const rows = functions.map(
    ({ id, description }) =>
      `<tr><td><a href="${id}.html">FUNNEL.${id}</a></td><td>${escape(description)}</td></tr>`,
  );
  return page(
    "FUNNEL functions",
    version,
    `<p class="lead">Functions for planning a sales-and-marketing funnel, to be used in any cell.</p>
<table><thead><tr><th scope="col">Function</th><th scope="col">What it gives</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>
<p>Rates are fractions: type 25% or 0.25. Counts may be fractional. Money is in one currency throughout.</p>`,
  );
}

function page(title: string, version: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – OneFunnel</title>
<link rel="stylesheet" href="reference.css">
</head>
<body>
<header><a href="index.html">OneFunnel functions</a></header>
<main>
<h1>${escape(title)}</h1>
${body}
</main>
<footer>OneFunnel ${escape(version)}</footer>
</body>
</html>
`;
}

function signature({ id, parameters }: CatalogueFunction): string {
  const names = parameters.map(({ name, optional }) =>
    optional ? `[${name}]` : name,
  );
  return `=FUNNEL.${id}(${names.join(", ")})`;
}

function argumentTable({ parameters }: CatalogueFunction): string {
  const rows = parameters.map((each) => {
    const [, meaning = "", unit = ""] =
      /^(.*) \(([^()]+)\)$/.exec(each.description) ?? [];
    const shape = each.dimensionality === "matrix" ? "range" : "cell";
    const need = each.optional ? "may be left out" : "required";
    return `<tr><th scope="row"><code>${each.name}</code></th><td>${escape(meaning)}</td><td>${escape(unit)}</td><td>${shape}, ${need}</td></tr>`;
  });
  return `<table><thead><tr><th scope="col">Argument</th><th scope="col">Meaning</th><th scope="col">Unit</th><th scope="col">Takes</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>`;
}

function exampleHtml({ call, says }: PageNote["examples"][number]): string {
  const result = runCall(readCall(call));
  if ("error" in result)
    throw new Error(
      `The example ${call} is refused: ${result.error} ${result.sentence}`,
    );
  return `<pre class="call">${escape(call)}</pre>
<p>${escape(says)}</p>
${resultHtml(result.value)}`;
}

function resultHtml(value: unknown): string {
  const rows = Array.isArray(value) ? (value as unknown[][]) : [[value]];
  const cells = rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`);
  return `<table class="result" aria-label="Result"><tbody>${cells.join("")}</tbody></table>`;
}

function cellHtml(value: unknown): string {
  return value instanceof ExcelError
    ? `<td title="${escape(value.message)}">${value.code}</td>`
    : `<td>${escape(String(value))}</td>`;
}

function refusalTable({ refusals }: PageNote): string {
  const rows = refusals.map((call) => {
    const result: CallResult = runCall(readCall(call));
    if (!("error" in result)) throw new Error(`${call} is not refused.`);
    return `<tr><td><code>${escape(call)}</code></td><td>${escape(result.error)}</td><td>${escape(result.sentence)}</td></tr>`;
  });
  return `<table><thead><tr><th scope="col">Call</th><th scope="col">Error</th><th scope="col">Sentence</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>`;
}

function nativeHtml(
  { id }: CatalogueFunction,
  { cells, withoutNative }: PageNote,
): string {
  const why =
    withoutNative === undefined ? "" : `<p>${escape(withoutNative)}</p>`;
  if (cells === undefined) {
    if (why === "") throw new Error(`${id} says nothing of its native form.`);
    return why;
  }
  const native = nativeForm(id, nativeArguments(cells));
  if (native === undefined) throw new Error(`${id} has no native form.`);
  const { formula, rows, columns } = native;
  const held = Object.entries(cells).map(([name, cell]) =>
    cell.startsWith('"')
      ? `<code>${name}</code> ${escape(cell)}`
      : `<code>${name}</code> in ${cell}`,
  );
  const area =
    columns === 1
      ? `${rows} cells of a column`
      : rows === 1
        ? `${columns} cells of a row`
        : `${rows} rows of ${columns} cells`;
  const entry =
    rows * columns > 1
      ? ` Select ${area} and enter it with Ctrl+Shift+Enter.`
      : "";
  return `<p>With ${held.join(", ")}, this plain formula gives the same result; it does not refuse bad input.${entry}</p>
<pre class="call">${escape(formula)}</pre>${why}`;
}

/** "B5:B7" knows its size. */
export function nativeArguments(
  cells: Record<string, string>,
): NativeArguments {
  return Object.fromEntries(
    Object.entries(cells).map(([name, text]) => {
      const [, left = "", upper, right = "", lower] =
        /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(text) ?? [];
      if (left === "") return [name, { text }];
      const rows = Number(lower) - Number(upper) + 1;
      const columns = right.charCodeAt(0) - left.charCodeAt(0) + 1;
      return [name, { text, rows, columns }];
    }),
  );
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
