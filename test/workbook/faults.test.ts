import {
  hostCode,
  listed,
  toFault,
  withSentence,
} from "../../src/workbook/faults";
import { WorkbookFault } from "../../src/workbook/port";

const hostError = (code: string) => ({
  code,
  message: "Ein Fehler ist aufgetreten.",
  debugInfo: { errorLocation: "Range.values" },
});

test.each([
  [
    "InvalidOperationInCellEditMode",
    "cell_in_edit",
    "Excel is in the middle of editing a cell; press Enter or Esc, then try again.",
  ],
  [
    "AccessDenied",
    "workbook_protected",
    "Excel refused because a part of this workbook is protected; unprotect it under Review, then try again.",
  ],
  [
    "RequestPayloadSizeLimitExceeded",
    "too_large",
    "The plan is too large for Excel to take in one step; choose fewer segments, or quarters instead of months.",
  ],
  [
    "InactiveWorkbook",
    "host_failed",
    "Another workbook is in front; click into this workbook, then try again.",
  ],
  [
    "GeneralException",
    "host_failed",
    "Excel could not do this and gave the code GeneralException; try again, or save and reopen the workbook.",
  ],
])("the host's %s becomes %s", (given, code, sentence) => {
  const fault = toFault(hostError(given));
  expect(fault).toBeInstanceOf(WorkbookFault);
  expect(fault).toMatchObject({
    code,
    sentence,
    detail: `${given} at Range.values`,
  });
});

test("every sentence ends with a full stop and never repeats the host's message", () => {
  for (const code of [
    "ItemNotFound",
    "ItemAlreadyExists",
    "ApiNotFound",
    "ActivityLimitReached",
    "RequestAborted",
    "Unheard",
  ]) {
    const { sentence } = toFault(hostError(code));
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toContain("Fehler");
  }
});

test("a programming error keeps its text for the log only", () => {
  const fault = toFault(new TypeError("x is undefined"));
  expect(fault).toMatchObject({
    code: "host_failed",
    detail: "TypeError: x is undefined",
  });
  expect(fault.sentence).not.toContain("undefined");
  expect(hostCode(new TypeError("x"))).toBeUndefined();
});

test("a fault passes through and may get one more sentence", () => {
  const fault = new WorkbookFault("cancelled", "Cancelled.", "detail");
  expect(toFault(fault)).toBe(fault);
  expect(withSentence(fault, "Nothing changed.")).toMatchObject({
    sentence: "Cancelled. Nothing changed.",
    detail: "detail",
  });
});

test("listed names a few and counts the rest", () => {
  expect(listed(["a", "b", "c"])).toBe("a, b, c");
  expect(listed(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
});
