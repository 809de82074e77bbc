/** A failure as the pane shows it: a sentence and, where there is something for support to read, details to copy. */
import { WorkbookFault } from "../workbook/port";
import type { PaneServices } from "./services";
import { words } from "./words";

export interface Failure {
  sentence: string;
  details?: string;
  /** The user asked for it: shown calmly. */
  calm: boolean;
}

export function failureOf(
  error: unknown,
  services: Pick<PaneServices, "version" | "host">,
): Failure {
  const about = `OneFunnel ${services.version}, ${services.host}`;
  if (error instanceof WorkbookFault) {
    const details =
      error.detail === undefined
        ? undefined
        : [error.code, error.detail, about].join("\n");
    return {
      sentence: error.sentence,
      calm: error.code === "cancelled",
      ...(details === undefined ? {} : { details }),
    };
  }
  const thrown = error instanceof Error ? error : new Error(String(error));
  return {
    sentence: words.failure.unexpected(thrown.message),
    details: [thrown.stack ?? String(thrown), about].join("\n"),
    calm: false,
  };
}
