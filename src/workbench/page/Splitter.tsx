/** The bar between grid and pane: drag it, or focus it and use the arrow keys. */
import type { KeyboardEvent, PointerEvent } from "react";
import { words } from "./words";

/** Excel's own pane is 350 px wide on a 1366 px screen; the add-in is designed for 320 and up. */
export const PANE_WIDTH = { initial: 350, least: 320, most: 720 };
const STEP = 20;

interface SplitterProps {
  width: number;
  onWidth(width: number): void;
  /** While true the iframe must not take the pointer. */
  onDragging(dragging: boolean): void;
}

export function Splitter({ width, onWidth, onDragging }: SplitterProps) {
  const resize = (wanted: number) =>
    onWidth(
      Math.round(Math.min(PANE_WIDTH.most, Math.max(PANE_WIDTH.least, wanted))),
    );

  const onKeyDown = (event: KeyboardEvent) => {
    const change: Record<string, number> = {
      ArrowLeft: STEP,
      ArrowRight: -STEP,
    };
    const step = change[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resize(width + step);
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    onDragging(true);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      resize(window.innerWidth - event.clientX);
  };

  return (
    <div
      className="splitter"
      role="separator"
      aria-label={words.splitter}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={PANE_WIDTH.least}
      aria-valuemax={PANE_WIDTH.most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onLostPointerCapture={() => onDragging(false)}
    />
  );
}
