/** Why a file cannot be opened or a workbook cannot be saved, with the sentence for the user. */
export type RefusalCode =
  | "Empty"
  | "NotAZip"
  | "LegacyXls"
  | "Encrypted"
  | "Truncated"
  | "NotAWorkbook"
  | "BinaryWorkbook"
  | "OpenDocument"
  | "StrictWorkbook"
  | "BrokenXml"
  | "TooLarge"
  | "Date1904"
  | "Unsaveable";

export class FileRefusal extends Error {
  override readonly name = "FileRefusal";
  constructor(
    readonly code: RefusalCode,
    sentence: string,
  ) {
    super(sentence);
  }
}
