/** The generated functions.json as the pane lists it. */
import type { FunctionEntry } from "./services";

interface Metadata {
  functions: {
    name: string;
    description?: string;
    helpUrl?: string;
    parameters?: { name: string; description?: string; optional?: boolean }[];
  }[];
}

export const namespace = "FUNNEL";

export function catalogueFrom({ functions }: Metadata): FunctionEntry[] {
  return functions
    .map(({ name, description = "", helpUrl, parameters = [] }) => ({
      name: `${namespace}.${name}`,
      description,
      ...(helpUrl !== undefined && { helpUrl }),
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        description: parameter.description ?? "",
        ...(parameter.optional === true && { optional: true }),
      })),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** Read from beside the page: the same file that Excel registered the functions from. */
export async function loadCatalogue(): Promise<FunctionEntry[]> {
  const response = await fetch("functions.json");
  if (!response.ok)
    throw new Error(
      `functions.json could not be read (${response.status} ${response.statusText})`,
    );
  return catalogueFrom((await response.json()) as Metadata);
}
