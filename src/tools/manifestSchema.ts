/** Checks manifests against Microsoft's schemas. Runs under tsx: libxml2 is a module that jest cannot load. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const SCHEMAS = resolve(__dirname, "../../test/fixtures/manifest-xsd");

/** The schema's complaints about each manifest, in order; [] = valid. */
export async function schemaFaults(manifests: string[]): Promise<string[][]> {
  const { XmlDocument, XsdValidator, XmlLibError } =
    await import("libxml2-wasm");
  const { xmlRegisterFsInputProviders } =
    await import("libxml2-wasm/lib/nodejs.mjs");
  xmlRegisterFsInputProviders();
  const main = join(SCHEMAS, "OfficeAppManifestV1_1.xsd");
  const schema = XmlDocument.fromString(readFileSync(main, "utf8"), {
    url: main,
  });
  const validator = XsdValidator.fromDoc(schema);
  try {
    return manifests.map((xml) => {
      let document: InstanceType<typeof XmlDocument> | undefined;
      try {
        document = XmlDocument.fromString(xml);
        validator.validate(document);
        return [];
      } catch (problem) {
        if (problem instanceof XmlLibError)
          return problem.message.trim().split("\n");
        throw problem;
      } finally {
        document?.dispose();
      }
    });
  } finally {
    validator.dispose();
    schema.dispose();
  }
}

/** As a program: a JSON array of manifests on standard input, a JSON array of complaints on standard output. */
async function main(): Promise<void> {
  const manifests = JSON.parse(readFileSync(0, "utf8")) as string[];
  console.log(JSON.stringify(await schemaFaults(manifests)));
}

if (require.main === module) void main();
