/** The page around the spreadsheet and the pane: header, splitter, dialogs. What it does is in session.ts. */
import {
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type DragEvent,
} from "react";
import { Dialog } from "./Dialog";
import type { Session } from "./session";
import { PANE_WIDTH, Splitter } from "./Splitter";
import { words } from "./words";

export function App({ session }: { session: Session }) {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const grid = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [paneWidth, setPaneWidth] = useState(PANE_WIDTH.initial);
  const [dragging, setDragging] = useState(false);
  const [dropping, setDropping] = useState(false);

  useEffect(() => {
    if (grid.current !== null && frame.current !== null)
      void session.start(grid.current, frame.current);
  }, [session]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (session.state().unsaved) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [session]);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) session.requestOpen(file);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setDropping(true);
  };

  return (
    <div
      className={dragging || dropping ? "workbench dragging" : "workbench"}
      style={{ ["--pane-width" as string]: `${paneWidth}px` }}
      onDragOver={onDragOver}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setDropping(false);
      }}
      onDrop={onDrop}
    >
      <header className="bar">
        <img src="/addin/assets/icon-48.png" alt="" />
        <h1 title={words.product}>{state.fileName}</h1>
        <span
          className={state.unsaved ? "state unsaved" : "state"}
          role="status"
        >
          {state.unsaved ? words.unsaved : words.saved}
        </span>
        <button type="button" onClick={() => picker.current?.click()}>
          {words.open}
        </button>
        <button
          type="button"
          disabled={!state.ready}
          onClick={() => void session.requestSave()}
        >
          {words.save}
        </button>
        <button
          type="button"
          className="primary"
          disabled={!state.ready}
          onClick={() => void session.checkPlan()}
        >
          {words.checkPlan}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".xlsx"
          aria-label={words.open}
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file !== undefined) session.requestOpen(file);
          }}
        />
      </header>
      <main className="panes">
        <section className="grid" aria-label={words.grid} ref={grid} />
        <Splitter
          width={paneWidth}
          onWidth={setPaneWidth}
          onDragging={setDragging}
        />
        <iframe ref={frame} title={words.pane} />
      </main>
      {dropping && <div className="veil drop">{words.drop}</div>}
      {state.busy !== undefined && (
        <div className="veil" role="status">
          {state.busy}
        </div>
      )}
      <Question session={session} />
    </div>
  );
}

function Question({ session }: { session: Session }) {
  const { question } = useSyncExternalStore(session.subscribe, session.state);
  if (question === undefined) return null;
  const dismiss = session.dismiss;
  if (question.kind === "problem")
    return (
      <Dialog
        key="problem"
        title={question.title}
        dismiss={{ label: words.close, act: dismiss }}
      >
        <p>{question.sentence}</p>
      </Dialog>
    );
  if (question.kind === "discard")
    return (
      <Dialog
        key="discard"
        title={words.discardTitle}
        dismiss={{ label: words.cancel, act: dismiss }}
        confirm={{ label: words.discardAction, act: question.proceed }}
      >
        <p>{words.discard(session.state().fileName)}</p>
      </Dialog>
    );
  return (
    <Dialog
      key="losses"
      title={words.lossesTitle}
      dismiss={{ label: words.cancel, act: dismiss }}
      confirm={{ label: words.lossesAction, act: question.proceed }}
    >
      <p>{words.losses}</p>
      <ul>
        {question.losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
    </Dialog>
  );
}
