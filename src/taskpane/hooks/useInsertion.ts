/** Inserting a plan: progress, cancelling, the outcome. */
import { useCallback, useRef, useState } from "react";
import type { Plan } from "../../template/model";
import type { InsertedPlan, Progress } from "../../workbook/port";
import { failureOf, type Failure } from "../failure";
import type { LinkedValues, PaneServices } from "../services";

export interface Insertion {
  running: boolean;
  progress: Progress | undefined;
  cancelling: boolean;
  failure: Failure | undefined;
  insert(plan: Plan, linked: LinkedValues): Promise<InsertedPlan | undefined>;
  cancel(): void;
  dismiss(): void;
}

export function useInsertion(services: PaneServices): Insertion {
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [cancelling, setCancelling] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const controller = useRef<AbortController>();

  const insert = useCallback(
    async (plan: Plan, linked: LinkedValues) => {
      controller.current = new AbortController();
      setRunning(true);
      setCancelling(false);
      setProgress(undefined);
      setFailure(undefined);
      try {
        return await services.workbook.insert(
          services.template.layout(plan, { linked }),
          {
            onProgress: setProgress,
            signal: controller.current.signal,
          },
        );
      } catch (error) {
        setFailure(failureOf(error, services));
        return undefined;
      } finally {
        setRunning(false);
      }
    },
    [services],
  );
  const cancel = useCallback(() => {
    setCancelling(true);
    controller.current?.abort();
  }, []);
  const dismiss = useCallback(() => setFailure(undefined), []);
  return { running, progress, cancelling, failure, insert, cancel, dismiss };
}
