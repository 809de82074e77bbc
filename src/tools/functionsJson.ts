/** functions.json: what Excel learns about the custom functions, generated from their comments, finished and checked. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import type { Catalogue, CatalogueFunction } from "../functions/catalogue";
import { LOCAL_HOST } from "./manifestForHost";

const ROOT = resolve(__dirname, "../..");

/** Every file that declares a custom function; the generator and the build look into nothing else. */
export function functionFiles(root = ROOT): string[] {
  const folder = join(root, "src/functions");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file))
    .filter((file) => readFileSync(file, "utf8").includes("@customfunction"))
    .sort();
}

export interface FunctionsJsonOptions {
  /** "https://example.com/onefunnel", where dist/ will be served; the local address when left out. */
  host?: string;
  root?: string;
}

/** Generates and checks; rejects with every fault found. */
export async function generateFunctionsJson(
  options: FunctionsJsonOptions = {},
): Promise<Catalogue> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(
    functionFiles(options.root),
  );
  if (errors.length > 0) throw new Error(errors.join("\n"));
  const catalogue = finishFunctionsJson(
    JSON.parse(metadataJson) as Catalogue,
    options.host ?? LOCAL_HOST,
  );
  const faults = checkFunctionsJson(catalogue);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return catalogue;
}

/** What the generator cannot say: errors in cells reach the functions, and where the help pages are. */
export function finishFunctionsJson(
  generated: Catalogue,
  host: string,
): Catalogue {
  return {
    ...generated,
    allowErrorForDataTypeAny: true,
    functions: generated.functions.map((each) => ({
      ...each,
      helpUrl: each.helpUrl?.replace(`${LOCAL_HOST}/`, `${host}/`),
    })),
  };
}

/** The faults of a functions.json, one sentence each. */
export function checkFunctionsJson(catalogue: Catalogue): string[] {
  const faults: string[] = [];
  if (!catalogue.allowErrorForDataTypeAny)
    faults.push("allowErrorForDataTypeAny must be true.");
  if (!catalogue.allowCustomDataForDataTypeAny)
    faults.push("allowCustomDataForDataTypeAny must be true.");
  if (!catalogue.functions.length) faults.push("There is no function.");
  const seen = new Map<string, string>();
  for (const each of catalogue.functions) {
    // In a saved workbook the id is written with underscores in place of dots.
    const stored = each.id.replaceAll(".", "_").toUpperCase();
    const other = seen.get(stored);
    if (other !== undefined)
      faults.push(
        `${each.id} and ${other} are the same function in a saved workbook.`,
      );
    seen.set(stored, each.id);
    faults.push(...idFaults(each), ...wordFaults(each));
  }
  return faults;
}

function idFaults({ id, name }: CatalogueFunction): string[] {
  const faults: string[] = [];
  if (!/^[A-Z][A-Z0-9._]*$/.test(id))
    faults.push(`${id} must be capitals A-Z, digits, dots and underscores.`);
  if (id.length < 3 || id.length > 128)
    faults.push(`${id} must be 3 to 128 characters long.`);
  if (isCellAddress(id)) faults.push(`${id} is the address of a cell.`);
  if (name !== id) faults.push(`${id} must be its own name; it is ${name}.`);
  return faults;
}

/** A1 to XFD1048576, and R1C1 in all its short forms. */
function isCellAddress(id: string): boolean {
  if (/^(R\d*)?(C\d*)?$/.test(id)) return true;
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(id) ?? [];
  if (letters === undefined || digits === undefined) return false;
  const beyond = letters.length === 3 && letters > "XFD";
  return !beyond && Number(digits) >= 1 && Number(digits) <= 1_048_576;
}

function wordFaults(each: CatalogueFunction): string[] {
  const faults: string[] = [];
  const { id, parameters } = each;
  if (!each.description?.trim()) faults.push(`${id} has no description.`);
  if (
    !each.helpUrl?.startsWith("https://") ||
    !each.helpUrl.endsWith(`/reference/${id}.html`)
  )
    faults.push(
      `${id} must have the help address https://…/reference/${id}.html; it has ${each.helpUrl ?? "none"}.`,
    );
  const names = new Set<string>();
  for (const [at, parameter] of parameters.entries()) {
    const own = `${parameter.name} of ${id}`;
    if (!/^[a-z][a-z0-9_]*$/.test(parameter.name))
      faults.push(`${own} must be small letters, digits and underscores.`);
    if (names.has(parameter.name)) faults.push(`${own} occurs twice.`);
    names.add(parameter.name);
    if (!/\S.*\([^()]+\)$/.test(parameter.description ?? ""))
      faults.push(`${own} must have a description that ends with "(unit)".`);
    if (!parameter.optional && parameters[at - 1]?.optional)
      faults.push(`${own} must be optional, as the one before it.`);
    if (parameter.repeating && at < parameters.length - 1)
      faults.push(`${own} repeats and must be the last.`);
  }
  return faults;
}
