/** The house rules that a compiler does not know: who may import whom, who may touch which global, what never is committed. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "..");
const src = join(root, "src");

interface Source {
  /** "template/layout.ts" */
  path: string;
  tree: ts.SourceFile;
}

const sources: Source[] = readdirSync(src, {
  recursive: true,
  encoding: "utf8",
})
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => {
    const path = file.replaceAll("\\", "/");
    const text = readFileSync(join(src, file), "utf8");
    return {
      path,
      tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
    };
  });

/** One per page or program: they wire the others together, so they may import anything and nobody imports them. */
const ENTRIES = [
  "functions/index.ts",
  "taskpane/index.tsx",
  "workbench/page/index.tsx",
  "workbench/bridge/index.ts",
  "workbench/server/main.ts",
  "cli/main.ts",
];

/** A folder may import its own files and, beyond them, paths that begin with one of these. */
const ARROWS: [folder: string, mayImport: string[]][] = [
  ["funnel/", []],
  ["functions/", ["funnel/"]],
  ["formula/", []],
  ["template/", ["formula/", "funnel/"]],
  ["xlsx/", []],
  ["workbook/", ["template/", "formula/", "xlsx/"]],
  ["cli/", ["template/", "workbook/"]],
  // The pane knows the workbook as an interface and the template as types; its entry hands it the real ones.
  ["taskpane/", ["workbook/port", "template/model", "template/dates"]],
  // Of the add-in the workbench sees only the built pages and functions.json.
  ["workbench/", ["xlsx/"]],
  // Build-time programs look at everything.
  [
    "tools/",
    [
      "funnel/",
      "functions/",
      "formula/",
      "template/",
      "workbook/",
      "workbench/",
      "xlsx/",
    ],
  ],
];

function imports({ path, tree }: Source): { text: string; target?: string }[] {
  const found: { text: string; target?: string }[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined
        ? node.moduleSpecifier
        : ts.isCallExpression(node) &&
            (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
              node.expression.getText() === "require")
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined;
    if (specifier !== undefined && ts.isStringLiteral(specifier)) {
      const { text } = specifier;
      found.push(
        text.startsWith(".")
          ? { text, target: sourcePath(resolve(src, dirname(path), text)) }
          : { text },
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** "template/index.ts" for a resolved import without extension. */
function sourcePath(path: string): string {
  const file = [
    "",
    ".ts",
    ".tsx",
    ".css",
    ".json",
    "/index.ts",
    "/index.tsx",
  ].find((end) => /\.\w+$/.test(path + end) && existsSync(path + end));
  return relative(src, path + (file ?? "")).replaceAll("\\", "/");
}

/** Names used as values or types that the file itself neither declares at its top nor imports: the globals. */
function freeNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const own = new Set<string>();
  for (const statement of tree.statements) {
    const bindings = ts.isImportDeclaration(statement)
      ? statement.importClause?.namedBindings
      : undefined;
    if (bindings !== undefined && ts.isNamedImports(bindings))
      bindings.elements.forEach(({ name }) => own.add(name.text));
    if (
      (ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isFunctionDeclaration(statement) ||
        ts.isClassDeclaration(statement)) &&
      statement.name !== undefined
    )
      own.add(statement.name.text);
  }
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isMember =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isQualifiedName(parent) && parent.right === node) ||
        ((ts.isPropertyAssignment(parent) ||
          ts.isPropertySignature(parent) ||
          ts.isPropertyDeclaration(parent) ||
          ts.isMethodDeclaration(parent) ||
          ts.isEnumMember(parent)) &&
          parent.name === node);
      if (!isMember && !own.has(node.text)) names.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}

const within = (path: string, places: string[]): boolean =>
  places.some((place) => path.startsWith(place));

test("every folder imports only what the arrows allow", () => {
  const wrong = sources
    .filter(({ path }) => !ENTRIES.includes(path))
    .flatMap((source) => {
      const [folder, mayImport] = ARROWS.find(([start]) =>
        source.path.startsWith(start),
      ) ?? ["", []];
      expect([source.path, folder]).not.toEqual([source.path, ""]);
      return imports(source)
        .filter(({ target }) => target !== undefined)
        .filter(({ target }) => !within(target ?? "", [folder, ...mayImport]))
        .map(({ target }) => `${source.path} imports ${target}`);
    });
  expect(wrong).toEqual([]);
});

test("nobody imports an entry", () => {
  const wrong = sources.flatMap((source) =>
    imports(source)
      .filter(({ target }) => ENTRIES.includes(target ?? ""))
      .map(({ target }) => `${source.path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test.each<[name: string, allowed: string[]]>([
  // The workbench plays Excel's part and loads Microsoft's client: that one folder names what Excel supplies.
  ["Excel", ["workbook/office", "workbench/office/"]],
  [
    "Office",
    [
      "workbook/office",
      "taskpane/index.tsx",
      "functions/index.ts",
      "workbench/office/",
    ],
  ],
  ["CustomFunctions", ["functions/cell.ts", "workbench/office/"]],
])("%s is used only in its own places", (name, allowed) => {
  const wrong = sources
    .filter(({ path }) => !within(path, allowed))
    .filter(({ tree }) => freeNames(tree).has(name))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("funnel, formula and template know no clock, no chance, no page and no machine", () => {
  const wrong = sources
    .filter(({ path }) => within(path, ["funnel/", "formula/", "template/"]))
    .flatMap(({ path, tree }) => {
      const names = freeNames(tree);
      const text = tree.getFullText();
      const found = [
        "window",
        "document",
        "process",
        "performance",
        "setTimeout",
        "fetch",
        "localStorage",
        "crypto",
      ].filter((name) => names.has(name));
      if (/\bDate\.now\b|new Date\(\)/.test(text)) found.push("the clock");
      if (/\bMath\.random\b/.test(text)) found.push("Math.random");
      return found.map((name) => `${path} uses ${name}`);
    });
  expect(wrong).toEqual([]);
});

test("only programs import Node's modules; pages and shared parts do not", () => {
  const wrong = sources
    .filter(
      ({ path }) =>
        !within(path, [
          "tools/",
          "workbench/server/",
          "workbench/office/client.ts",
          "cli/",
        ]),
    )
    .flatMap((source) =>
      imports(source)
        .filter(({ text }) => text.startsWith("node:"))
        .map(({ text }) => `${source.path} imports ${text}`),
    );
  expect(wrong).toEqual([]);
});

const LONGEST = 350;
const LONGEST_MATHEMATICS = 100;

test("files stay short enough to be one thing", () => {
  const long = sources
    .map(({ path, tree }) => ({
      path,
      lines: tree.getLineStarts().length,
      // The table of contents grows with the catalogue.
      most:
        path.startsWith("funnel/") && path !== "funnel/index.ts"
          ? LONGEST_MATHEMATICS
          : LONGEST,
    }))
    .filter(({ lines, most }) => lines > most)
    .map(({ path, lines, most }) => `${path}: ${lines} lines, at most ${most}`);
  expect(long).toEqual([]);
});

test("nothing tracked names a machine's own paths or a registry", () => {
  const tracked = execFileSync("git", ["ls-files", "-z"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\0")
    .filter((file) =>
      /\.(tsx?|jsx?|json|md|ya?ml|html|css|py|R|sh|xml)$/.test(file),
    );
  // Spelled in pieces, so that this file does not find itself.
  const machine = new RegExp(
    ["home", "root", "work", "tmp", "Users"]
      .map((name) => `(^|[^A-Za-z0-9_.:/])/${name}/`)
      .join("|"),
  );
  const wrong = tracked
    .filter((file) => existsSync(join(root, file)))
    .flatMap((file) => {
      const lines = readFileSync(join(root, file), "utf8").split("\n");
      return lines
        .map((line, index) => ({ line, place: `${file}:${index + 1}` }))
        .filter(
          ({ line }) => machine.test(line) || /"resolved": *"http/.test(line),
        )
        .map(({ place }) => place);
    });
  expect(wrong).toEqual([]);
});
