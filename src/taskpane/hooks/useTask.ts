/** One piece of work at a time: whether it runs and how it failed. */
import { useCallback, useEffect, useRef, useState } from "react";
import { failureOf, type Failure } from "../failure";
import type { PaneServices } from "../services";

export interface Task {
  busy: boolean;
  failure: Failure | undefined;
  dismiss(): void;
  /** Resolves with the result, or with undefined after a failure, which it keeps. */
  run<T>(work: () => Promise<T>): Promise<T | undefined>;
}

export function useTask(services: PaneServices): Task {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback(
    async <T>(work: () => Promise<T>): Promise<T | undefined> => {
      setBusy(true);
      setFailure(undefined);
      try {
        return await work();
      } catch (error) {
        if (mounted.current) setFailure(failureOf(error, services));
        return undefined;
      } finally {
        if (mounted.current) setBusy(false);
      }
    },
    [services],
  );
  const dismiss = useCallback(() => setFailure(undefined), []);
  return { busy, failure, dismiss, run };
}
