/** Books as far as they mean the same: styles by what they say, sheets by their names. */
import type { Book, BookSheet } from "../../src/xlsx";

const withoutSource = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (key, one: unknown) =>
      key === "source" ? undefined : one,
    ),
  ) as T;

export function normalBook(book: Book): unknown {
  const style = (index: number | undefined): unknown =>
    withoutSource(book.styles[index ?? 0] ?? {});
  const name = (id: string | undefined): string | undefined =>
    book.sheets.find((sheet) => sheet.id === id)?.name;
  const lines = <T extends { style?: number }>(
    list: Record<number, T>,
  ): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(list).map(([key, { style: at, ...rest }]) => [
        key,
        { ...rest, look: style(at) },
      ]),
    );
  const sheet = ({ id: _id, cells, columns, rows, ...rest }: BookSheet) => ({
    ...rest,
    columns: lines(columns),
    rows: lines(rows),
    cells: Object.fromEntries(
      Object.entries(cells).map(([row, line]) => [row, lines(line)]),
    ),
  });
  return withoutSource({
    ...book,
    styles: undefined,
    default: style(0),
    activeSheet: name(book.activeSheet ?? book.sheets[0]?.id),
    names: book.names
      .map((one) => ({ ...one, sheet: name(one.sheet) }))
      .sort((a, b) =>
        `${a.name} ${a.sheet}` < `${b.name} ${b.sheet}` ? -1 : 1,
      ),
    sheets: book.sheets.map(sheet),
  });
}
