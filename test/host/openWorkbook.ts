/** The add-in's workbook port over the genuine Office.js client, a host and an engine. */
import { createPlainEngine } from "../../src/workbench/engine/plain";
import type { Engine } from "../../src/workbench/engine/engine";
import {
  createHost,
  type Host,
  type HostOptions,
} from "../../src/workbench/host";
import { loadOfficeClient } from "../../src/workbench/office/client";
import { createOfficeWorkbook } from "../../src/workbook/office";
import type { WorkbookPort } from "../../src/workbook/port";
import type { Book } from "../../src/xlsx/book";

export interface Opened<E extends Engine> {
  engine: E;
  host: Host;
  workbook: WorkbookPort;
}

/** Ties the globals of an add-in's page to this engine. */
export function openWorkbook<E extends Engine>(
  engine: E,
  options: HostOptions = {},
  undoPauses = [0, 0],
): Opened<E> {
  const host = createHost(engine, options);
  const client = loadOfficeClient(host);
  Object.assign(globalThis, {
    Excel: client.Excel,
    Office: client.Office,
  });
  return { engine, host, workbook: createOfficeWorkbook({ undoPauses }) };
}

export const openPlain = (book: Book, options?: HostOptions) =>
  openWorkbook(createPlainEngine(book), options);

/** A book with its style table dissolved: what a user sees and keeps, however the styles are numbered. */
export function seen(book: Book) {
  const { styles, sheets, names, customXml, activeSheet, ...rest } = book;
  const styleOf = (index: number | undefined) => styles[index ?? 0] ?? {};
  return structuredClone({
    ...rest,
    activeSheet,
    names: [...names].sort((a, b) => a.name.localeCompare(b.name)),
    customXml: customXml.map(({ xml }) => xml).sort(),
    sheets: sheets.map((sheet) => ({
      ...sheet,
      cells: Object.fromEntries(
        Object.entries(sheet.cells).flatMap(([row, cells]) =>
          Object.entries(cells)
            .filter(
              ([, cell]) =>
                cell.formula !== undefined || cell.value != null || cell.style,
            )
            .map(([column, { style, ...cell }]) => [
              `${row}/${column}`,
              { ...cell, style: styleOf(style) },
            ]),
        ),
      ),
    })),
  });
}
