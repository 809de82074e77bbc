/** What the workbench page does on its buttons, with the spreadsheet, the pane and the browser played by the test. */
import type { Engine, EngineEvents } from "../../src/workbench/engine/engine";
import {
  Session,
  type OpenWorkbook,
  type Parts,
} from "../../src/workbench/page/session";
import { FileRefusal } from "../../src/xlsx/refusal";
import { emptyBook } from "../../src/xlsx/book";

interface Stage {
  session: Session;
  downloads: { name: string; bytes: Uint8Array }[];
  opened: string[];
  edit(): void;
  actions: Map<string, (argument?: unknown) => unknown>;
}

const workbook = (name: string, losses: string[] = []): OpenWorkbook => ({
  name,
  book: emptyBook(),
  save: async () => ({ name, bytes: new Uint8Array([1]), losses }),
});

async function stage(
  change: Partial<Parts> = {},
  first: OpenWorkbook = workbook("Sample.xlsx"),
): Promise<Stage> {
  const opened: string[] = [];
  const downloads: Stage["downloads"] = [];
  const actions: Stage["actions"] = new Map();
  let edited: (detail: EngineEvents["change"]) => void = () => undefined;
  const engine = {
    open: async () => edited({ sheets: [] }),
    book: () => emptyBook(),
    calculate: async () => undefined,
    on: (_: string, handler: typeof edited) => {
      edited = handler;
      return () => undefined;
    },
  } as unknown as Engine;
  const page: Record<string, unknown> = {};
  Object.assign(globalThis, { window: page });
  const frame = new EventTarget();
  Object.defineProperty(frame, "src", {
    set(address: string) {
      opened.push(address);
      const link = page.onefunnelWorkbench as {
        paneConnected(connection: object): void;
      };
      link.paneConnected({ actions, disconnect: () => undefined });
      setTimeout(() => frame.dispatchEvent(new Event("load")), 0);
    },
  });
  const session = new Session({
    createEngine: async () => engine,
    createHost: () => ({}) as never,
    openWorkbook: async (_, name) => workbook(name),
    firstWorkbook: async () => first,
    registerFunctions: async () => undefined,
    download: (name, bytes) => downloads.push({ name, bytes }),
    ...change,
  });
  await session.start({} as HTMLElement, frame as unknown as HTMLIFrameElement);
  return {
    session,
    downloads,
    opened,
    actions,
    edit: () => edited({ sheets: ["s1"] }),
  };
}

const file = (name: string): File =>
  ({ name, arrayBuffer: async () => new ArrayBuffer(1) }) as File;
const settle = () => new Promise((done) => setTimeout(done, 20));

test("it begins with a saved workbook and a running pane", async () => {
  const { session, opened } = await stage();
  expect(session.state()).toEqual({
    fileName: "Sample.xlsx",
    unsaved: false,
    ready: true,
    busy: undefined,
    question: undefined,
  });
  expect(opened).toEqual(["/addin/taskpane.html"]);
});

test("an edit marks unsaved changes, saving clears the mark", async () => {
  const { session, edit, downloads } = await stage();
  edit();
  expect(session.state().unsaved).toBe(true);
  await session.requestSave();
  expect(session.state().unsaved).toBe(false);
  expect(downloads).toEqual([
    { name: "Sample.xlsx", bytes: new Uint8Array([1]) },
  ]);
});

test("parts that would be lost are named before anything is saved", async () => {
  const { session, edit, downloads } = await stage(
    {},
    workbook("Team.xlsx", ["chart 1 on Budget"]),
  );
  edit();
  await session.requestSave();
  expect(downloads).toEqual([]);
  const { question } = session.state();
  expect(question).toMatchObject({
    kind: "losses",
    losses: ["chart 1 on Budget"],
  });
  session.dismiss();
  expect(session.state()).toMatchObject({ unsaved: true, question: undefined });
  await session.requestSave();
  const again = session.state().question;
  if (again?.kind === "losses") again.proceed();
  expect(downloads).toHaveLength(1);
  expect(session.state().unsaved).toBe(false);
});

test("opening over unsaved changes asks first", async () => {
  const { session, edit } = await stage();
  edit();
  session.requestOpen(file("Other.xlsx"));
  await settle();
  expect(session.state().fileName).toBe("Sample.xlsx");
  const { question } = session.state();
  expect(question?.kind).toBe("discard");
  if (question?.kind === "discard") question.proceed();
  await settle();
  expect(session.state()).toMatchObject({
    fileName: "Other.xlsx",
    unsaved: false,
    question: undefined,
  });
});

test("a file that does not open leaves the open workbook alone and says why", async () => {
  const { session, edit } = await stage({
    openWorkbook: async () => {
      throw new FileRefusal("NotAZip", "Plan.pdf is not an Excel workbook.");
    },
  });
  session.requestOpen(file("Plan.pdf"));
  await settle();
  expect(session.state()).toMatchObject({
    fileName: "Sample.xlsx",
    ready: true,
    question: {
      kind: "problem",
      title: "Plan.pdf could not be opened",
      sentence: "Plan.pdf is not an Excel workbook.",
    },
  });
  edit();
  expect(session.state().unsaved).toBe(true);
});

test("Check plan runs the pane's command and waits until it reports back", async () => {
  const { session, actions } = await stage();
  await session.checkPlan();
  expect(session.state().question).toMatchObject({ kind: "problem" });
  session.dismiss();
  let ran = false;
  actions.set("checkPlan", (event) => {
    ran = true;
    (event as { completed(): void }).completed();
  });
  await session.checkPlan();
  expect(ran).toBe(true);
  expect(session.state().question).toBeUndefined();
});

test("what changes while a file is written stays unsaved", async () => {
  let finish: () => void = () => undefined;
  const slow: OpenWorkbook = {
    ...workbook("Slow.xlsx"),
    save: () =>
      new Promise((resolve) => {
        finish = () =>
          resolve({ name: "Slow.xlsx", bytes: new Uint8Array(), losses: [] });
      }),
  };
  const { session, edit, downloads } = await stage({}, slow);
  edit();
  const saving = session.requestSave();
  edit();
  await settle();
  finish();
  await saving;
  expect(downloads).toHaveLength(1);
  expect(session.state().unsaved).toBe(true);
});

test("a second file that is dropped while one is being opened is not mixed into it", async () => {
  const asked: string[] = [];
  const { session } = await stage({
    openWorkbook: async (_, name) => {
      asked.push(name);
      return workbook(name);
    },
  });
  session.requestOpen(file("One.xlsx"));
  session.requestOpen(file("Two.xlsx"));
  await session.requestSave();
  await settle();
  expect(asked).toEqual(["One.xlsx"]);
  expect(session.state()).toMatchObject({
    fileName: "One.xlsx",
    busy: undefined,
  });
});
