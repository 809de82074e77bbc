/**
 * FUNNEL formulas made portable, so that a workbook computes without the add-in, and turned back. Pure data in and out:
 * the caller reads the workbook, writes the changes and keeps the record.
 */
export { toFunctions } from "./portable/back";
export type { BackInput, Kept, Restored, WayBack } from "./portable/back";
export type {
  AskedReference,
  CellValue,
  Change,
  FormulaCell,
  Left,
  LookUp,
  NamedCell,
  Portable,
  PortableFunction,
  SheetName,
} from "./portable/model";
export { readRecord, RecordProblem } from "./portable/record";
export type { PortableRecord } from "./portable/record";
export { settle } from "./portable/settle";
export { toPortable } from "./portable/toPortable";
export type { PortableInput } from "./portable/toPortable";
