/** The formulas that use given names or sheets, directly or through other names. */
import type { IUnitRange } from "@univerjs/core";
import type { Services } from "./services";

const words = /[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;
const quoted = /'(?:[^']|'')+'(?=!)/g;
/** `Jan:Mar!B2` uses every sheet between the two. */
const sheetSpan = /:[^!,()]*!/;

/** `changed` is in lower case. */
export function usersOf(
  changed: ReadonlySet<string>,
  services: Services,
): IUnitRange[] {
  const { names, unitId, workbook } = services;
  const all = new Set(changed);
  const definitions = Object.values(names.getDefinedNameMap(unitId) ?? {});
  const uses = (formula: string): boolean =>
    [...wordsOf(formula)].some((word) => all.has(word));
  // A name whose text uses a changed one has changed too.
  for (let size = -1; size !== all.size;) {
    size = all.size;
    for (const { name, formulaOrRefString } of definitions)
      if (!all.has(name.toLowerCase()) && uses(formulaOrRefString))
        all.add(name.toLowerCase());
  }
  const users: IUnitRange[] = [];
  for (const worksheet of workbook.getSheets()) {
    const sheetId = worksheet.getSheetId();
    worksheet.getCellMatrix().forValue((row, column, cell) => {
      const formula =
        cell?.f ??
        (cell?.si
          ? services.formulas.getFormulaStringByCell(
              row,
              column,
              sheetId,
              unitId,
            )
          : undefined);
      if (!formula || !(sheetSpan.test(formula) || uses(formula))) return;
      users.push({
        unitId,
        sheetId,
        range: {
          startRow: row,
          startColumn: column,
          endRow: row,
          endColumn: column,
        },
      });
    });
  }
  return users;
}

function* wordsOf(formula: string): Generator<string> {
  for (const [word] of formula.matchAll(words)) yield word.toLowerCase();
  for (const [sheet] of formula.matchAll(quoted))
    yield sheet.slice(1, -1).replaceAll("''", "'").toLowerCase();
}
