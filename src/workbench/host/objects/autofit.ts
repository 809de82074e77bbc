/** Widths and heights that show everything, estimated from the texts: without a screen there is no font to measure. */
import { intersect } from "../../address";
import type { Area } from "../../engine/engine";
import type { Session } from "../session";

/** points per line of the default font */
const lineHeight = 15;

function texts(
  sheet: string,
  area: Area,
  session: Session,
): { used: Area; rows: { text: string; size: number }[][] } | undefined {
  const whole = session.engine.usedArea(sheet);
  const used = whole && intersect(whole, area);
  if (!used) return undefined;
  const styles = session.engine.styles(sheet, used);
  const rows = session.engine.read(sheet, used).map((row, r) =>
    row.map(({ text }, c) => ({
      text,
      size: styles[r]?.[c]?.font?.size ?? 11,
    })),
  );
  return { used, rows };
}

export function fitColumns(sheet: string, area: Area, session: Session): void {
  const found = texts(sheet, area, session);
  for (let c = 0; found && c < found.used.columns; c++) {
    const lengths = found.rows.map((row) => {
      const { text = "", size = 11 } = row[c] ?? {};
      const longest = Math.max(...text.split("\n").map((line) => line.length));
      return longest === 0 ? 0 : longest * (size / 11);
    });
    const widest = Math.max(...lengths);
    if (widest > 0)
      session.engine.setColumns(sheet, found.used.column + c, 1, {
        width: Math.min(255, widest + 5 / 7 + 1),
      });
  }
}

export function fitRows(sheet: string, area: Area, session: Session): void {
  const found = texts(sheet, area, session);
  for (let r = 0; found && r < found.used.rows; r++) {
    const heights = (found.rows[r] ?? []).map(
      ({ text, size }) => text.split("\n").length * lineHeight * (size / 11),
    );
    session.engine.setRows(sheet, found.used.row + r, 1, {
      height: Math.max(lineHeight, ...heights),
    });
  }
}
