/** The host's error codes in words. Its messages are localised and meant for programmers; they are never read. */
import { WorkbookFault, type FaultCode } from "./port";

const KNOWN: Record<string, [FaultCode, string]> = {
  InvalidOperationInCellEditMode: [
    "cell_in_edit",
    "Excel is in the middle of editing a cell; press Enter or Esc, then try again.",
  ],
  AccessDenied: [
    "workbook_protected",
    "Excel refused because a part of this workbook is protected; unprotect it under Review, then try again.",
  ],
  RequestPayloadSizeLimitExceeded: [
    "too_large",
    "The plan is too large for Excel to take in one step; choose fewer segments, or quarters instead of months.",
  ],
  ResponsePayloadSizeLimitExceeded: [
    "too_large",
    "Excel's answer was too large to read; close other large workbooks and try again.",
  ],
  InactiveWorkbook: [
    "host_failed",
    "Another workbook is in front; click into this workbook, then try again.",
  ],
  InvalidSelection: [
    "host_failed",
    "Excel cannot do this with what is selected now; click into a cell of this workbook, then try again.",
  ],
  ItemNotFound: [
    "sheet_missing",
    "A sheet or name of this workbook disappeared meanwhile; look whether someone else is editing it, then try again.",
  ],
  ItemAlreadyExists: [
    "name_exists",
    "A sheet or name that the plan needs was added by someone else meanwhile; look at the preview, then try again.",
  ],
  ApiNotFound: [
    "host_failed",
    "This version of Excel lacks a feature that OneFunnel needs; update Excel (Microsoft 365, or 2021 and later).",
  ],
  ActivityLimitReached: [
    "host_failed",
    "Excel is busy with too many requests; wait a moment, then try again.",
  ],
  RequestAborted: [
    "host_failed",
    "Excel broke off the request; wait until it has finished calculating, then try again.",
  ],
  WriteNotSupportedWhenModalDialogOpen: [
    "host_failed",
    "A dialog is open in Excel; close it, then try again.",
  ],
};

interface HostError {
  code: string;
  debugInfo?: { errorLocation?: string };
}

const isHostError = (error: unknown): error is HostError =>
  typeof error === "object" &&
  error !== null &&
  typeof (error as Partial<HostError>).code === "string";

/** The host's code of an error, if the host made it. */
export const hostCode = (error: unknown): string | undefined =>
  isHostError(error) ? error.code : undefined;

/** Any thrown thing as a fault; faults pass through. */
export function toFault(error: unknown): WorkbookFault {
  if (error instanceof WorkbookFault) return error;
  if (!isHostError(error)) {
    const detail =
      error instanceof Error
        ? `${error.name}: ${error.message}`
        : String(error);
    return new WorkbookFault(
      "host_failed",
      "OneFunnel could not finish this; try again, or reload the add-in.",
      detail,
    );
  }
  const location = error.debugInfo?.errorLocation;
  const detail = location ? `${error.code} at ${location}` : error.code;
  const [code, sentence] = KNOWN[error.code] ?? [
    "host_failed",
    `Excel could not do this and gave the code ${error.code}; try again, or save and reopen the workbook.`,
  ];
  return new WorkbookFault(code, sentence, detail);
}

/** The same fault with one more sentence. */
export const withSentence = (
  fault: WorkbookFault,
  more: string,
): WorkbookFault =>
  new WorkbookFault(fault.code, `${fault.sentence} ${more}`, fault.detail);

/** "A, B and 7 more" */
export function listed(items: string[], shown = 3): string {
  if (items.length <= shown) return items.join(", ");
  return `${items.slice(0, shown).join(", ")} and ${items.length - shown} more`;
}
