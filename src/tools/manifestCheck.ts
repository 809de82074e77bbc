/**
 * What Microsoft's schema lets through and Excel does not: references that lead nowhere, pages that differ, plain http,
 * icons of the wrong size, functions whose names Excel would refuse. Every fault is one sentence.
 */
import { JSDOM } from "jsdom";

export interface ManifestSurroundings {
  /** The manifest's own address, such as https://localhost:3000: the part of every URL that stands for dist/. */
  host: string;
  /** A file of dist/ by its path in there, or undefined when there is none. */
  file(path: string): Uint8Array | undefined;
  /** Text of functions.json. */
  functions: string;
}

const LONGEST = {
  id: 32,
  shortString: 125,
  longString: 250,
  url: 2048,
  displayName: 125,
  description: 250,
};
const REQUIRED_ICONS = [16, 32, 80];

export function manifestFaults(
  xml: string,
  surroundings: ManifestSurroundings,
): string[] {
  const document = new new JSDOM("").window.DOMParser().parseFromString(
    xml,
    "application/xml",
  );
  if (document.querySelector("parsererror") !== null)
    return ["The manifest is not well-formed XML."];
  const resources = readResources(document);
  return [
    ...headFaults(document),
    ...resourceFaults(resources),
    ...referenceFaults(document, resources),
    ...runtimeFaults(document),
    ...idFaults(document),
    ...addressFaults(document, surroundings),
    ...iconFaults(document, resources, surroundings),
    ...commandFaults(document, surroundings),
    ...functionFaults(document, resources, surroundings.functions),
  ];
}

interface Resource {
  id: string;
  kind: "Image" | "Url" | "ShortString" | "LongString";
  value: string;
}

const all = (root: Document | Element, name: string): Element[] => [
  ...root.getElementsByTagNameNS("*", name),
];
const first = (root: Document | Element, name: string): Element | undefined =>
  all(root, name)[0];
const value = (element: Element | undefined): string =>
  element?.getAttribute("DefaultValue") ?? "";

function readResources(document: Document): Resource[] {
  const groups = [
    ["Images", "Image", "Image"],
    ["Urls", "Url", "Url"],
    ["ShortStrings", "String", "ShortString"],
    ["LongStrings", "String", "LongString"],
  ] as const;
  return groups.flatMap(([group, name, kind]) =>
    all(document, group)
      .flatMap((element) => all(element, name))
      .map((element) => ({
        id: element.getAttribute("id") ?? "",
        kind,
        value: value(element),
      })),
  );
}

function headFaults(document: Document): string[] {
  const faults: string[] = [];
  const id = first(document, "Id")?.textContent ?? "";
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    faults.push(`Id must be a GUID; it is "${id}".`);
  const version = first(document, "Version")?.textContent ?? "";
  if (!/^\d{1,5}(\.\d{1,5}){1,3}$/.test(version) || /^0+(\.0+)*$/.test(version))
    faults.push(
      `Version must be two to four numbers above 0.0, like 1.0.0.0; it is "${version}".`,
    );
  const sets = all(document, "Set").map((set) => set.getAttribute("Name"));
  if (!sets.includes("SharedRuntime"))
    faults.push("Requirements must name the set SharedRuntime.");
  if (value(first(document, "SupportUrl")) === "")
    faults.push("SupportUrl is missing.");
  for (const [name, longest] of [
    ["DisplayName", LONGEST.displayName],
    ["Description", LONGEST.description],
  ] as const) {
    const text = value(
      all(document, name).find((element) =>
        element.hasAttribute("DefaultValue"),
      ),
    );
    if (text.length > longest)
      faults.push(
        `${name} has ${text.length} characters; at most ${longest} are allowed.`,
      );
  }
  return faults;
}

function resourceFaults(resources: Resource[]): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { id, kind, value: text } of resources) {
    if (seen.has(id)) faults.push(`The resource ${id} is defined twice.`);
    seen.add(id);
    if (id.length > LONGEST.id)
      faults.push(
        `The resource id ${id} has ${id.length} characters; at most ${LONGEST.id} are allowed.`,
      );
    const longest =
      kind === "ShortString"
        ? LONGEST.shortString
        : kind === "LongString"
          ? LONGEST.longString
          : LONGEST.url;
    if (text.length > longest)
      faults.push(
        `The resource ${id} has ${text.length} characters; at most ${longest} are allowed.`,
      );
    if (text.trim() === "") faults.push(`The resource ${id} is empty.`);
  }
  return faults;
}

/** Which kind of resource each element may point to. */
function expectedKind(element: Element): Resource["kind"] {
  const name = element.localName;
  if (name === "Image") return "Image";
  if (name === "Description") return "LongString";
  if (name === "Title" || name === "Label" || name === "Namespace")
    return "ShortString";
  return "Url";
}

function referenceFaults(document: Document, resources: Resource[]): string[] {
  const faults: string[] = [];
  const used = new Set<string>();
  for (const element of [...document.querySelectorAll("[resid]")]) {
    const resid = element.getAttribute("resid") ?? "";
    used.add(resid);
    const kind = expectedKind(element);
    const found = resources.find((resource) => resource.id === resid);
    if (found === undefined)
      faults.push(
        `${element.localName} refers to ${resid}, which no resource defines.`,
      );
    else if (found.kind !== kind)
      faults.push(
        `${element.localName} refers to ${resid}, which is of kind ${found.kind}; it needs ${kind}.`,
      );
  }
  for (const { id } of resources)
    if (!used.has(id)) faults.push(`The resource ${id} is never used.`);
  return faults;
}

function runtimeFaults(document: Document): string[] {
  const runtimes = all(document, "Runtime");
  const runtime = runtimes[0];
  if (runtime === undefined || runtimes.length > 1)
    return [`There must be one Runtime; there are ${runtimes.length}.`];
  const faults: string[] = [];
  if (runtime.getAttribute("lifetime") !== "long")
    faults.push('The shared runtime must have lifetime="long".');
  const shared = runtime.getAttribute("resid");
  const places: [string, Element | undefined][] = [
    [
      "Page",
      all(document, "Page").flatMap((page) => all(page, "SourceLocation"))[0],
    ],
    ["FunctionFile", first(document, "FunctionFile")],
    ...all(document, "Action")
      .filter(
        (action) => (action.getAttribute("xsi:type") ?? "") === "ShowTaskpane",
      )
      .map((action): [string, Element | undefined] => [
        "ShowTaskpane",
        first(action, "SourceLocation"),
      ]),
  ];
  for (const [place, element] of places) {
    const resid = element?.getAttribute("resid") ?? "nothing";
    if (resid !== shared)
      faults.push(
        `${place} must use the runtime's page ${shared}; it uses ${resid}.`,
      );
  }
  if (all(document, "TaskpaneId").length > 0)
    faults.push("A shared runtime has one pane; TaskpaneId is not allowed.");
  return faults;
}

function idFaults(document: Document): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const element of [
    ...all(document, "Group"),
    ...all(document, "Control"),
  ]) {
    const id = element.getAttribute("id") ?? "";
    if (seen.has(id)) faults.push(`The id ${id} is used twice.`);
    seen.add(id);
  }
  return faults;
}

function addressFaults(
  document: Document,
  { host, file }: ManifestSurroundings,
): string[] {
  const faults: string[] = [];
  const addresses = [...document.querySelectorAll("[DefaultValue]")]
    .map((element) => element.getAttribute("DefaultValue") ?? "")
    .filter((text) => /^[a-z]+:\/\//i.test(text));
  const domains = all(document, "AppDomain").map(
    (element) => element.textContent ?? "",
  );
  for (const address of new Set([...addresses, ...domains])) {
    if (!address.startsWith("https://"))
      faults.push(`${address} must start with https://.`);
    else if (address.startsWith(`${host}/`)) {
      if (file(address.slice(host.length + 1)) === undefined)
        faults.push(`${address} leads to a file that the build does not make.`);
    } else if (address !== new URL(host).origin)
      faults.push(`${address} is not on the add-in's own host ${host}.`);
  }
  return faults;
}

function iconFaults(
  document: Document,
  resources: Resource[],
  surroundings: ManifestSurroundings,
): string[] {
  const faults: string[] = [];
  const check = (address: string, size: number): void => {
    const bytes = surroundings.file(
      address.slice(surroundings.host.length + 1),
    );
    if (bytes === undefined) return;
    const pixels = pngSize(bytes);
    if (pixels === undefined) faults.push(`${address} is not a PNG file.`);
    else if (pixels.width !== size || pixels.height !== size)
      faults.push(
        `${address} must be ${size} x ${size} pixels; it is ${pixels.width} x ${pixels.height}.`,
      );
  };
  check(value(first(document, "IconUrl")), 32);
  check(value(first(document, "HighResolutionIconUrl")), 64);
  for (const icon of all(document, "Icon")) {
    const images = all(icon, "Image");
    const sizes = images.map((image) => Number(image.getAttribute("size")));
    for (const size of REQUIRED_ICONS)
      if (!sizes.includes(size))
        faults.push(
          `An icon of ${icon.parentElement?.localName} lacks the size ${size}.`,
        );
    for (const image of images) {
      const resource = resources.find(
        ({ id }) => id === image.getAttribute("resid"),
      );
      if (resource !== undefined)
        check(resource.value, Number(image.getAttribute("size")));
    }
  }
  return [...new Set(faults)];
}

function pngSize(
  bytes: Uint8Array,
): { width: number; height: number } | undefined {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (
    bytes.length < 24 ||
    signature.some((byte, index) => bytes[index] !== byte)
  )
    return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** A button that runs a function does nothing when the page never registers that name. */
function commandFaults(
  document: Document,
  { file }: ManifestSurroundings,
): string[] {
  const script = file("taskpane.js");
  if (script === undefined) return ["The build made no taskpane.js."];
  const text = new TextDecoder().decode(script);
  return all(document, "FunctionName")
    .map((element) => element.textContent ?? "")
    .filter((name) => !text.includes(`associate("${name}"`))
    .map((name) => `The command ${name} is not registered by the pane's page.`);
}

function functionFaults(
  document: Document,
  resources: Resource[],
  json: string,
): string[] {
  const faults: string[] = [];
  const resid = first(document, "Namespace")?.getAttribute("resid");
  const namespace = resources.find(({ id }) => id === resid)?.value ?? "";
  if (!/^[A-Z][A-Z0-9_]*$/.test(namespace))
    faults.push(
      `The namespace must be capitals, digits and underscores; it is "${namespace}".`,
    );
  const { functions } = JSON.parse(json) as {
    functions: { id: string; name: string }[];
  };
  if (functions.length === 0) faults.push("functions.json holds no function.");
  for (const { id, name } of functions) {
    if (!/^[A-Z][A-Z0-9_.]*$/.test(id))
      faults.push(
        `The function id ${id} must be capitals, digits, periods and underscores.`,
      );
    if (id.startsWith(`${namespace}.`) || name.startsWith(`${namespace}.`))
      faults.push(
        `The function ${id} repeats the namespace: Excel would show ${namespace}.${name}.`,
      );
  }
  return faults;
}
