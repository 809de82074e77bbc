/**
 * What the workbench page does: holds the spreadsheet, the pane and the open file, and answers the header's buttons.
 * The page shows `state()` and calls the methods; nothing here draws.
 */
import type { Connection } from "../office/connect";
import type { OfficeHost } from "../office/protocol";
import type { Engine } from "../engine/engine";
import type { Book } from "../../xlsx/book";
import { FileRefusal } from "../../xlsx/refusal";
import { words } from "./words";

/** A workbook as it was read, and what only its file knows. */
export interface OpenWorkbook {
  name: string;
  book: Book;
  /** Writes the book as it stands now, with everything of the original file that can be kept. */
  save(
    book: Book,
  ): Promise<{ name: string; bytes: Uint8Array; losses: string[] }>;
}

/** The page's parts, given by its entry. */
export interface Parts {
  createEngine(container: HTMLElement): Promise<Engine>;
  createHost(engine: Engine): OfficeHost;
  openWorkbook(bytes: Uint8Array, name: string): Promise<OpenWorkbook>;
  /** The workbook to begin with. */
  firstWorkbook(): Promise<OpenWorkbook>;
  registerFunctions(
    engine: Engine,
    connection: Connection,
    pane: Window,
  ): Promise<void>;
  download(name: string, bytes: Uint8Array): void;
}

export type Question =
  | { kind: "problem"; title: string; sentence: string }
  | { kind: "discard"; proceed(): void }
  | { kind: "losses"; losses: string[]; proceed(): void };

export interface SessionState {
  fileName: string;
  unsaved: boolean;
  ready: boolean;
  /** What the user waits for. */
  busy?: string;
  question?: Question;
}

export class Session {
  private current: SessionState = {
    fileName: "",
    unsaved: false,
    ready: false,
    busy: words.loading,
  };
  private readonly listeners = new Set<() => void>();
  private engine: Engine | undefined;
  private frame: HTMLIFrameElement | undefined;
  private workbook: OpenWorkbook | undefined;
  private connection: Connection | undefined;
  /** How often the workbook has changed: a file holds what stood there when it was written, not what came after. */
  private changes = 0;
  private isBusy = false;

  constructor(private readonly parts: Parts) {}

  readonly state = (): SessionState => this.current;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly dismiss = (): void => this.show({ question: undefined });

  /** Once, when the page stands. */
  async start(grid: HTMLElement, frame: HTMLIFrameElement): Promise<void> {
    if (this.frame !== undefined) return;
    this.frame = frame;
    await this.attempt(words.loading, words.startFailed, async () => {
      const engine = await this.parts.createEngine(grid);
      this.engine = engine;
      window.onefunnelWorkbench = {
        host: this.parts.createHost(engine),
        paneConnected: (connection) => (this.connection = connection),
      };
      engine.on("change", () => {
        if (!this.current.ready) return;
        this.changes++;
        this.show({ unsaved: true });
      });
      await this.load(await this.parts.firstWorkbook());
    });
  }

  requestOpen(file: File): void {
    if (this.isBusy) return;
    const open = () => {
      this.dismiss();
      void this.attempt(
        words.opening(file.name),
        words.openFailed(file.name),
        async () => {
          const bytes = new Uint8Array(await file.arrayBuffer());
          await this.load(await this.parts.openWorkbook(bytes, file.name));
        },
      );
    };
    if (this.current.unsaved)
      this.show({ question: { kind: "discard", proceed: open } });
    else open();
  }

  async requestSave(): Promise<void> {
    const { fileName } = this.current;
    await this.attempt(
      words.saving(fileName),
      words.saveFailed(fileName),
      async () => {
        const { engine, workbook } = this;
        if (engine === undefined || workbook === undefined) return;
        const { changes } = this;
        // What an add-in has just written may still wait for its results.
        await engine.calculate();
        const saved = await workbook.save(engine.book());
        const finish = () => {
          this.parts.download(saved.name, saved.bytes);
          this.show({
            unsaved: this.changes !== changes,
            question: undefined,
          });
        };
        if (saved.losses.length === 0) finish();
        else
          this.show({
            question: { kind: "losses", losses: saved.losses, proceed: finish },
          });
      },
    );
  }

  /** What the ribbon's "Check plan" button does in Excel: runs the command that the pane's page registered. */
  async checkPlan(): Promise<void> {
    const command = this.connection?.actions.get("checkPlan");
    if (command === undefined)
      return this.problem(words.checkFailed, words.paneNotReady);
    try {
      await new Promise<void>((resolve, reject) => {
        const event = { completed: () => resolve() };
        Promise.resolve(command(event)).catch(reject);
      });
    } catch (problem) {
      this.problem(words.checkFailed, sentenceOf(problem));
    }
  }

  /** Shows the workbook and starts the add-in afresh, as Excel does for every workbook it opens. */
  private async load(workbook: OpenWorkbook): Promise<void> {
    const { engine } = this;
    if (engine === undefined) return;
    const before = this.current;
    this.show({ ready: false });
    try {
      await engine.open(workbook.book);
    } catch (problem) {
      this.show({ ready: before.ready, unsaved: before.unsaved });
      throw problem;
    }
    this.workbook = workbook;
    await this.startPane();
    const pane = this.frame?.contentWindow;
    if (this.connection !== undefined && pane != null)
      await this.parts.registerFunctions(engine, this.connection, pane);
    this.show({ fileName: workbook.name, unsaved: false, ready: true });
  }

  private startPane(): Promise<void> {
    const { frame } = this;
    if (frame === undefined) return Promise.resolve();
    this.connection?.disconnect();
    this.connection = undefined;
    return new Promise((resolve) => {
      frame.addEventListener("load", () => resolve(), { once: true });
      frame.src = "/addin/taskpane.html";
    });
  }

  /** One at a time: keys and dropped files reach the page while it is busy, too. */
  private async attempt(
    busy: string,
    failed: string,
    action: () => Promise<void>,
  ): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.show({ busy });
    try {
      await action();
    } catch (problem) {
      this.problem(failed, sentenceOf(problem));
    } finally {
      this.isBusy = false;
      this.show({ busy: undefined });
    }
  }

  private problem(title: string, sentence: string): void {
    this.show({ question: { kind: "problem", title, sentence } });
  }

  private show(change: Partial<SessionState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** A refused file speaks for itself; anything else was not foreseen. */
function sentenceOf(problem: unknown): string {
  if (problem instanceof FileRefusal) return problem.message;
  return words.unexpected(
    problem instanceof Error ? problem.message : String(problem),
  );
}
