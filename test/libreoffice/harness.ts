/**
 * Recalculation by LibreOffice. It keeps the results stored in a file made by Excel, so every proof runs with a fresh
 * profile that forces recalculation, and with a planted wrong result beside it that must come back corrected.
 */
import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import {
  contentTypes,
  pack,
  relate,
  setContentTypes,
  unpack,
} from "../../src/xlsx/package";
import { addressOf } from "../../src/xlsx/address";
import { emptyBook, readXlsx, writeXlsx } from "../../src/xlsx";

const run = promisify(execFile);

export type SheetValue = number | string | boolean | { error: string };
/** By sheet name, then by address ("B4"); blank cells are absent. */
export type SheetValues = Record<string, Record<string, SheetValue>>;

export class LibreOfficeMissing extends Error {
  override readonly name = "LibreOfficeMissing";
}

let known: string | undefined | null;

/** The program's path, or undefined where it is not installed. */
export async function libreOffice(): Promise<string | undefined> {
  if (known === undefined) {
    known = null;
    for (const name of [process.env.SOFFICE, "soffice", "libreoffice"]) {
      if (name === undefined) continue;
      try {
        await run(name, ["--version"], { timeout: 60_000 });
        known = name;
        break;
      } catch {
        // Not under this name.
      }
    }
  }
  return known ?? undefined;
}

const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Converts files in one call and returns the new paths, in the same order. */
export async function convert(
  files: readonly string[],
  format: string,
  folder: string,
  recalculates = true,
): Promise<string[]> {
  const program = await libreOffice();
  if (program === undefined)
    throw new LibreOfficeMissing(
      "LibreOffice (soffice) is not installed; install LibreOffice Calc or set SOFFICE to its path.",
    );
  const profile = mkdtempSync(join(tmpdir(), "soffice-profile-"));
  try {
    mkdirSync(join(profile, "user"));
    writeFileSync(
      join(profile, "user", "registrymodifications.xcu"),
      recalculates ? PROFILE : PROFILE.replaceAll(">0<", ">1<"),
    );
    await run(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--norestore",
        "--convert-to",
        format,
        "--outdir",
        folder,
        ...files,
      ],
      { timeout: 240_000, maxBuffer: 64 * 1024 * 1024 },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  const extension = format.split(":")[0]!;
  return files.map((file) =>
    join(folder, `${basename(file).replace(/\.[^.]+$/, "")}.${extension}`),
  );
}

const PLANTED = { formula: "4*2", wrong: 999, right: 8 };

/** A file that says Excel made it, with a stored result that is wrong on purpose. */
export async function plantWrongCache(): Promise<Uint8Array> {
  const book = emptyBook("Planted");
  book.sheets[0]!.cells[0] = {
    0: { formula: PLANTED.formula, value: PLANTED.wrong },
  };
  const parts = unpack(await writeXlsx(book));
  const app = "docProps/app.xml";
  parts.set(
    app,
    new TextEncoder().encode(
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>',
    ),
  );
  const types = contentTypes(parts);
  types.overrides.set(
    app,
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  );
  setContentTypes(parts, types);
  relate(parts, "", "extended-properties", app);
  return pack(parts);
}

/** Recalculates .xlsx files in one call; throws when the planted wrong result survives. */
export async function recalculate(
  files: readonly Uint8Array[],
): Promise<SheetValues[]> {
  const folder = mkdtempSync(join(tmpdir(), "recalculate-"));
  try {
    const all = [await plantWrongCache(), ...files];
    const paths = all.map((bytes, index) => {
      const path = join(folder, `file${index}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const output = join(folder, "out");
    const converted = await convert(paths, "xlsx", output);
    const [planted, ...rest] = await Promise.all(
      converted.map(async (path) =>
        sheetValues(new Uint8Array(readFileSync(path))),
      ),
    );
    const corrected = planted?.Planted?.A1;
    if (corrected !== PLANTED.right)
      throw new Error(
        `LibreOffice did not recalculate: the planted ${PLANTED.wrong} for =${PLANTED.formula} came back as ${String(corrected)}.`,
      );
    return rest;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The results stored in a file. LibreOffice writes numbers with 15 digits: a relative error of at most 5e-15. */
export async function sheetValues(bytes: Uint8Array): Promise<SheetValues> {
  const { book } = await readXlsx(bytes);
  return Object.fromEntries(
    book.sheets.map(({ name, cells }) => {
      const values: Record<string, SheetValue> = {};
      for (const [row, line] of Object.entries(cells))
        for (const [column, { value }] of Object.entries(line))
          if (value !== undefined && value !== null)
            values[addressOf(Number(row), Number(column))] = value;
      return [name, values];
    }),
  );
}

/** The values of one workbook as LibreOffice calculates them. */
export async function libreOfficeValues(
  bytes: Uint8Array,
): Promise<SheetValues> {
  return (await recalculate([bytes]))[0]!;
}

/** `describe` for proofs that need LibreOffice: without it they are skipped with a notice, but never in CI. */
export function describeWithLibreOffice(
  title: string,
  tests: () => void,
): void {
  const installed =
    ["soffice", "libreoffice"].some((name) => onPath(name)) ||
    process.env.SOFFICE !== undefined;
  if (installed || process.env.CI) describe(title, tests);
  else {
    console.warn(
      `LibreOffice is not installed: "${title}" is not proved here.`,
    );
    describe.skip(title, tests);
  }
}

function onPath(name: string): boolean {
  return (process.env.PATH ?? "")
    .split(process.platform === "win32" ? ";" : ":")
    .some((folder) => {
      try {
        readFileSync(join(folder, name), { flag: "r" });
        return true;
      } catch {
        return false;
      }
    });
}
