/** The manifest is right, and each way to break it is caught by the schema or by our own checker. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  manifestFaults,
  type ManifestSurroundings,
} from "../../src/tools/manifestCheck";
import {
  LOCAL_HOST,
  hostAddress,
  manifestForHost,
} from "../../src/tools/manifestForHost";

const root = resolve(__dirname, "../..");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");

const PAGES = [
  "taskpane.html",
  "functions.js",
  "functions.json",
  "support.html",
  "reference/index.html",
];

/** A build as the manifest expects it: the real icons, and pages that are just there. */
const surroundings: ManifestSurroundings = {
  host: LOCAL_HOST,
  file(path) {
    if (path.startsWith("assets/")) return readFileSync(join(root, path));
    if (path === "taskpane.js")
      return new TextEncoder().encode('x.associate("checkPlan",f)');
    return PAGES.includes(path) ? new Uint8Array(1) : undefined;
  },
  functions: JSON.stringify({
    functions: [{ id: "REQUIRED_MQLS", name: "REQUIRED_MQLS" }],
  }),
};

function bySchema(manifests: string[]): string[][] {
  const program = [
    "--import",
    "tsx",
    join(root, "src/tools/manifestSchema.ts"),
  ];
  const run = spawnSync(process.execPath, program, {
    cwd: root,
    encoding: "utf8",
    input: JSON.stringify(manifests),
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as string[][];
}

const swap = (from: string | RegExp, to: string): string => {
  const changed = manifest.replace(from, to);
  if (changed === manifest) throw new Error(`${from} is not in the manifest`);
  return changed;
};

test("manifest.xml has no fault", () => {
  expect(manifestFaults(manifest, surroundings)).toEqual([]);
  expect(bySchema([manifest])).toEqual([[]]);
});

test("a manifest for another host has no fault and no local address", () => {
  const host = hostAddress("https://example.com/tools/onefunnel/");
  const other = manifestForHost(manifest, host);
  expect(other).not.toContain("localhost");
  expect(other).toContain("<AppDomain>https://example.com</AppDomain>");
  expect(manifestFaults(other, { ...surroundings, host })).toEqual([]);
  expect(bySchema([other])).toEqual([[]]);
});

test.each([
  [
    "http://example.com",
    'Excel loads add-ins over https only; got "http://example.com".',
  ],
  [
    "example.com",
    'The host must be an address like https://example.com/onefunnel; got "example.com".',
  ],
  [
    "https://example.com/?a=1",
    'The host must be a plain https address without query, anchor or password; got "https://example.com/?a=1".',
  ],
])("the host %s is refused", (given, sentence) => {
  expect(() => hostAddress(given)).toThrow(sentence);
});

test("the schema refuses what it knows", () => {
  const broken: [string, RegExp][] = [
    [swap("OneFunnel is ready", "x".repeat(126)), /maxLength/],
    [swap(/<Version>.*<\/Version>\s*/, ""), /ProviderName/],
    [
      swap(/(<IconUrl [^>]*>)\s*(<HighResolutionIconUrl [^>]*>)/, "$2\n  $1"),
      /IconUrl/,
    ],
    [swap('lifetime="long"', 'lifetime="forever"'), /lifetime/],
    [swap("ReadWriteDocument", "ReadWriteEverything"), /Permissions/],
    [swap("<Group id=", "<Group name="), /Group/],
    [swap("</OfficeApp>", ""), /OfficeApp|end/i],
  ];
  const complaints = bySchema(broken.map(([xml]) => xml));
  broken.forEach(([, expected], index) => {
    expect(complaints[index]?.join(" ")).toMatch(expected);
  });
});

const tinyPng = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(24);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
};

test.each<[string, string, string]>([
  ["no XML", "<OfficeApp>", "The manifest is not well-formed XML."],
  [
    "an id that is no GUID",
    swap(/<Id>.*<\/Id>/, "<Id>onefunnel</Id>"),
    'Id must be a GUID; it is "onefunnel".',
  ],
  [
    "a version of zero",
    swap(/<Version>.*<\/Version>/, "<Version>0.0.0.0</Version>"),
    'Version must be two to four numbers above 0.0, like 1.0.0.0; it is "0.0.0.0".',
  ],
  [
    "no shared runtime among the requirements",
    swap('Name="SharedRuntime"', 'Name="ExcelApi"'),
    "Requirements must name the set SharedRuntime.",
  ],
  [
    "no support address",
    swap(/<SupportUrl [^>]*>/, ""),
    "SupportUrl is missing.",
  ],
  [
    "a long description",
    swap(
      /<Description DefaultValue="[^"]*"/,
      `<Description DefaultValue="${"x".repeat(251)}"`,
    ),
    "Description has 251 characters; at most 250 are allowed.",
  ],
  [
    "a reference that leads nowhere",
    swap('<Label resid="Group.Label"', '<Label resid="Group.Lable"'),
    "Label refers to Group.Lable, which no resource defines.",
  ],
  [
    "a reference to the wrong kind",
    swap('<Label resid="Group.Label"', '<Label resid="OpenPlan.Tooltip"'),
    "Label refers to OpenPlan.Tooltip, which is of kind LongString; it needs ShortString.",
  ],
  [
    "a resource that nothing uses",
    swap(
      "<bt:ShortStrings>",
      '<bt:ShortStrings><bt:String id="Spare" DefaultValue="Spare" />',
    ),
    "The resource Spare is never used.",
  ],
  [
    "a resource defined twice",
    swap(
      "<bt:ShortStrings>",
      '<bt:ShortStrings><bt:String id="Group.Label" DefaultValue="Again" />',
    ),
    "The resource Group.Label is defined twice.",
  ],
  [
    "a long resource id",
    manifest.replaceAll("Functions.Namespace", "N".repeat(33)),
    `The resource id ${"N".repeat(33)} has 33 characters; at most 32 are allowed.`,
  ],
  [
    "a long tooltip",
    swap(
      /id="OpenPlan.Tooltip" DefaultValue="[^"]*"/,
      `id="OpenPlan.Tooltip" DefaultValue="${"x".repeat(251)}"`,
    ),
    "The resource OpenPlan.Tooltip has 251 characters; at most 250 are allowed.",
  ],
  [
    "an empty label",
    swap(
      'id="Group.Label" DefaultValue="OneFunnel"',
      'id="Group.Label" DefaultValue=""',
    ),
    "The resource Group.Label is empty.",
  ],
  [
    "a command page that is not the runtime's",
    swap(
      '<FunctionFile resid="Taskpane.Url"',
      '<FunctionFile resid="Functions.Script.Url"',
    ),
    "FunctionFile must use the runtime's page Taskpane.Url; it uses Functions.Script.Url.",
  ],
  [
    "a pane that is not the runtime's page",
    swap(
      /(ShowTaskpane">\s*<SourceLocation resid=")Taskpane.Url/,
      "$1GetStarted.LearnMoreUrl",
    ),
    "ShowTaskpane must use the runtime's page Taskpane.Url; it uses GetStarted.LearnMoreUrl.",
  ],
  [
    "a functions page that is not the runtime's",
    swap(
      /(<Page>\s*<SourceLocation resid=")Taskpane.Url/,
      "$1GetStarted.LearnMoreUrl",
    ),
    "Page must use the runtime's page Taskpane.Url; it uses GetStarted.LearnMoreUrl.",
  ],
  [
    "a short-lived runtime",
    swap('lifetime="long"', 'lifetime="short"'),
    'The shared runtime must have lifetime="long".',
  ],
  [
    "no runtime",
    swap(/<Runtime [^>]*>/, ""),
    "There must be one Runtime; there are 0.",
  ],
  [
    "a second pane",
    swap(
      '<Action xsi:type="ShowTaskpane">',
      '<Action xsi:type="ShowTaskpane"><TaskpaneId>Other</TaskpaneId>',
    ),
    "A shared runtime has one pane; TaskpaneId is not allowed.",
  ],
  [
    "two controls with one id",
    swap("OneFunnel.CheckPlan", "OneFunnel.OpenPlan"),
    "The id OneFunnel.OpenPlan is used twice.",
  ],
  [
    "plain http",
    swap(
      'https://localhost:3000/functions.js"',
      'http://localhost:3000/functions.js"',
    ),
    "http://localhost:3000/functions.js must start with https://.",
  ],
  [
    "a page that is not built",
    swap("/support.html", "/help.html"),
    "https://localhost:3000/help.html leads to a file that the build does not make.",
  ],
  [
    "a foreign host",
    swap("https://localhost:3000/support.html", "https://example.com/s.html"),
    "https://example.com/s.html is not on the add-in's own host https://localhost:3000.",
  ],
  [
    "no icon of a required size",
    swap(/(<Label resid="OpenPlan[\s\S]*?)<bt:Image size="80"[^>]*>/, "$1"),
    "An icon of Control lacks the size 80.",
  ],
  [
    "an icon of the wrong size",
    swap(
      '/assets/icon-64.png" />\n  <Support',
      '/assets/icon-32.png" />\n  <Support',
    ),
    "https://localhost:3000/assets/icon-32.png must be 64 x 64 pixels; it is 32 x 32.",
  ],
  [
    "a command that the page does not register",
    swap("checkPlan</FunctionName>", "checkPlans</FunctionName>"),
    "The command checkPlans is not registered by the pane's page.",
  ],
  [
    "a namespace in small letters",
    swap('DefaultValue="FUNNEL"', 'DefaultValue="funnel"'),
    'The namespace must be capitals, digits and underscores; it is "funnel".',
  ],
])("our checker names %s", (_, broken, sentence) => {
  expect(manifestFaults(broken, surroundings)).toContain(sentence);
});

test.each<[string, Partial<ManifestSurroundings>, string]>([
  [
    "an icon file of the wrong pixels",
    {
      file: (path) =>
        path === "assets/icon-80.png"
          ? tinyPng(80, 79)
          : surroundings.file(path),
    },
    "https://localhost:3000/assets/icon-80.png must be 80 x 80 pixels; it is 80 x 79.",
  ],
  [
    "an icon file that is no picture",
    {
      file: (path) =>
        path === "assets/icon-80.png"
          ? new Uint8Array(30)
          : surroundings.file(path),
    },
    "https://localhost:3000/assets/icon-80.png is not a PNG file.",
  ],
  [
    "no functions",
    { functions: '{"functions":[]}' },
    "functions.json holds no function.",
  ],
  [
    "an id in small letters",
    { functions: '{"functions":[{"id":"mqls","name":"MQLS"}]}' },
    "The function id mqls must be capitals, digits, periods and underscores.",
  ],
  [
    "an id that repeats the namespace",
    { functions: '{"functions":[{"id":"FUNNEL.MQLS","name":"FUNNEL.MQLS"}]}' },
    "The function FUNNEL.MQLS repeats the namespace: Excel would show FUNNEL.FUNNEL.MQLS.",
  ],
])("our checker names %s", (_, change, sentence) => {
  expect(manifestFaults(manifest, { ...surroundings, ...change })).toContain(
    sentence,
  );
});
