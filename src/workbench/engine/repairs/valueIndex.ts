/**
 * Univer indexes the values of columns for its lookups, and notes every formula's result there by walking over all values
 * of the column: 10,000 formulas in a column cost 50 million steps. A row that no lookup has indexed yet need not be
 * noted: the lookup will read it.
 */
import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/engine-formula";

type Index = typeof CELL_INVERTED_INDEX_CACHE & { isLazy?: boolean };

export function installValueIndex(): void {
  const index = CELL_INVERTED_INDEX_CACHE as Index;
  if (index.isLazy) return;
  index.isLazy = true;
  const note = index.set.bind(index);
  index.set = (unitId, sheetId, column, value, row, isResult) => {
    const unread = index.shouldContinueBuildingCache(
      unitId,
      sheetId,
      column,
      row,
    );
    if (!isResult || !unread)
      note(unitId, sheetId, column, value, row, isResult);
  };
}
