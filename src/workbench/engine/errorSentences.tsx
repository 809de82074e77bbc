/**
 * The sentence of a custom function's error, at its cell: while the pointer rests on it and while it is selected with the
 * keyboard. Screen readers hear it when the cell is selected. A refused change is told the same way.
 */
import {
  CellAlertManagerService,
  HoverManagerService,
  SheetCanvasPopManagerService,
} from "@univerjs/preset-sheets-core";
import type { UniverEngine } from "./univer";

const component = "onefunnel-error-sentence";

interface Place {
  sheet: string;
  row: number;
  column: number;
}

/** How long a refused change is shown. */
const refusalSeconds = 8;

function ErrorSentence({
  popup,
}: {
  popup: { extraProps?: { error: string; sentence: string } };
}): React.JSX.Element {
  return (
    <div role="tooltip" className="error-sentence">
      <strong>{popup.extraProps?.error}</strong>
      {popup.extraProps?.sentence}
    </div>
  );
}

/** Returns what ends it. */
export function attachErrorSentences(
  engine: UniverEngine,
  container: HTMLElement,
): () => void {
  const { services } = engine;
  const endings: (() => void)[] = [];
  const registered = services.api.registerComponent(component, ErrorSentence);
  endings.push(() => registered.dispose());

  const announcer = document.createElement("div");
  announcer.className = "cell-announcer";
  announcer.setAttribute("aria-live", "polite");
  container.append(announcer);
  endings.push(() => announcer.remove());

  let shown: { place: string; close: () => void } | undefined;
  const hide = (): void => {
    shown?.close();
    shown = undefined;
  };
  const show = ({ sheet, row, column }: Place): void => {
    const place = `${sheet}:${row}:${column}`;
    const sentence = engine.errorSentence(sheet, row, column);
    if (sentence === undefined || engine.isEditing()) return hide();
    if (shown?.place === place) return;
    hide();
    const state = engine.read(sheet, { row, column, rows: 1, columns: 1 })[0];
    const popup = services.find(SheetCanvasPopManagerService).attachPopupToCell(
      row,
      column,
      {
        componentKey: component,
        direction: "bottom",
        offset: [0, 4],
        extraProps: { error: state?.[0]?.text ?? "", sentence },
      },
      services.unitId,
      sheet,
    );
    if (popup) shown = { place, close: () => popup.dispose() };
  };

  const selected = (): Place => {
    const { sheet, area } = engine.selection();
    return { sheet, row: area.row, column: area.column };
  };
  const showSelected = (): void => {
    const place = selected();
    const sentence = engine.errorSentence(place.sheet, place.row, place.column);
    announcer.textContent = sentence ?? "";
    show(place);
  };
  endings.push(engine.on("selection", showSelected));
  endings.push(
    engine.on("calculated", () => {
      hide();
      showSelected();
    }),
  );

  const hovering = services
    .find(HoverManagerService)
    .currentCell$.subscribe((cell) => {
      if (!cell) return showSelected();
      const { subUnitId, row, col } = cell.location;
      const isExplained =
        engine.errorSentence(subUnitId, row, col) !== undefined;
      if (isExplained) show({ sheet: subUnitId, row, column: col });
      else showSelected();
    });
  endings.push(() => hovering.unsubscribe());

  // Univer says of an error cell only what kind of error it is; where there is a sentence, one tooltip is enough.
  const alerts = services.find(CellAlertManagerService);
  const alert = alerts.showAlert.bind(alerts);
  alerts.showAlert = (detail) => {
    const { subUnitId, row, col } = detail.location;
    if (engine.errorSentence(subUnitId, row, col) === undefined) alert(detail);
  };
  endings.push(() => {
    alerts.showAlert = alert;
  });

  endings.push(showRefusals(engine, container));
  return () => {
    hide();
    for (const end of endings) end();
  };
}

function showRefusals(
  engine: UniverEngine,
  container: HTMLElement,
): () => void {
  const notice = document.createElement("div");
  notice.className = "error-sentence cell-refusal";
  notice.setAttribute("role", "alert");
  notice.hidden = true;
  container.append(notice);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = engine.onRefusal((sentence) => {
    notice.textContent = sentence;
    notice.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => (notice.hidden = true), refusalSeconds * 1000);
  });
  return () => {
    end();
    clearTimeout(timer);
    notice.remove();
  };
}
