/** Calls back when the workbook's values may have changed, never twice at once: a change during the work asks for one more round. */
import { useEffect, useRef } from "react";
import type { WorkbookPort } from "../../workbook/port";

export function useWorkbookChanges(
  workbook: WorkbookPort,
  refresh: () => Promise<void>,
  onFailure: (error: unknown) => void,
): void {
  const latest = useRef({ refresh, onFailure });
  latest.current = { refresh, onFailure };

  useEffect(() => {
    let stopped = false;
    let running = false;
    let again = false;
    let stop: (() => void) | undefined;
    const changed = async () => {
      if (running) {
        again = true;
        return;
      }
      running = true;
      try {
        do {
          again = false;
          await latest.current.refresh();
        } while (again && !stopped);
      } catch (error) {
        if (!stopped) latest.current.onFailure(error);
      } finally {
        running = false;
      }
    };
    workbook
      .onChanged(() => void changed())
      .then(
        (given) => {
          if (stopped) given();
          else stop = given;
        },
        (error: unknown) => {
          if (!stopped) latest.current.onFailure(error);
        },
      );
    return () => {
      stopped = true;
      stop?.();
    };
  }, [workbook]);
}
