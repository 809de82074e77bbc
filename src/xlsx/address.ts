/** Cell addresses. Rows and columns count from 0; text is A1 without sheet and dollar signs. */
export const MAXIMUM_ROWS = 1_048_576;
export const MAXIMUM_COLUMNS = 16_384;

export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function columnName(column: number): string {
  let out = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    out = String.fromCharCode(65 + ((rest - 1) % 26)) + out;
  return out;
}

export const addressOf = (row: number, column: number): string =>
  `${columnName(column)}${row + 1}`;

export function parseAddress(
  address: string,
): { row: number; column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1]!.toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  if (row < 1 || row > MAXIMUM_ROWS || column > MAXIMUM_COLUMNS)
    return undefined;
  return { row: row - 1, column: column - 1 };
}

export function parseArea(text: string): Area | undefined {
  const [from, to = from] = text.split(":");
  const start = parseAddress(from ?? "");
  const end = parseAddress(to ?? "");
  if (start === undefined || end === undefined) return undefined;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}

export const areaText = ({ top, left, bottom, right }: Area): string =>
  top === bottom && left === right
    ? addressOf(top, left)
    : `${addressOf(top, left)}:${addressOf(bottom, right)}`;

/** A sheet's name as formulas need it. */
export const quotedSheet = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) &&
  !/^[A-Za-z]{1,3}\d+$/.test(name) &&
  !/^(R\d*C?\d*|C\d*)$/i.test(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;
