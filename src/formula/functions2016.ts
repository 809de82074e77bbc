/**
 * The worksheet functions that the template may use: all in Excel 2016 and LibreOffice, none volatile, none that writes
 * localised text. Arguments as [fewest, most]. TEXT, TODAY, NOW, OFFSET, INDIRECT and everything newer are left out.
 */
export const TEMPLATE_FUNCTIONS: Readonly<
  Record<string, readonly [number, number]>
> = {
  ABS: [1, 1],
  AND: [1, 255],
  AVERAGE: [1, 255],
  COUNT: [1, 255],
  COUNTA: [1, 255],
  COUNTBLANK: [1, 1],
  COUNTIF: [2, 2],
  EDATE: [2, 2],
  IF: [2, 3],
  IFERROR: [2, 2],
  INDEX: [2, 3],
  INT: [1, 1],
  ISERROR: [1, 1],
  ISNUMBER: [1, 1],
  MATCH: [3, 3],
  MAX: [1, 255],
  MIN: [1, 255],
  MOD: [2, 2],
  OR: [1, 255],
  ROUND: [2, 2],
  ROUNDUP: [2, 2],
  SUM: [1, 255],
  SUMIF: [2, 3],
  SUMIFS: [3, 255],
  SUMPRODUCT: [1, 255],
  YEAR: [1, 1],
};
