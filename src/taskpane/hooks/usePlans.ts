/** The plans of the workbook, and the state of one of them, kept fresh. */
import { useCallback, useEffect, useState } from "react";
import type { InsertedPlan, PlanState } from "../../workbook/port";
import { failureOf, type Failure } from "../failure";
import type { PaneServices } from "../services";
import { useWorkbookChanges } from "./useWorkbookChanges";

export interface Plans {
  /** Undefined until first read. */
  list: InsertedPlan[] | undefined;
  failure: Failure | undefined;
  reload(): Promise<void>;
}

export function usePlans(services: PaneServices): Plans {
  const [list, setList] = useState<InsertedPlan[]>();
  const [failure, setFailure] = useState<Failure>();
  const reload = useCallback(async () => {
    try {
      setList(await services.workbook.plans());
      setFailure(undefined);
    } catch (error) {
      setList((known) => known ?? []);
      setFailure(failureOf(error, services));
    }
  }, [services]);
  useEffect(() => void reload(), [reload]);
  return { list, failure, reload };
}

export interface LiveState {
  state: PlanState | undefined;
  failure: Failure | undefined;
}

/** Without an id there is nothing to read: the plan's insertion broke off. */
export function usePlanState(
  services: PaneServices,
  planId: string | undefined,
): LiveState {
  const [live, setLive] = useState<LiveState>({
    state: undefined,
    failure: undefined,
  });
  const fail = useCallback(
    (error: unknown) =>
      setLive(({ state }) => ({ state, failure: failureOf(error, services) })),
    [services],
  );
  const refresh = useCallback(async () => {
    if (planId === undefined) return;
    const state = await services.workbook.readState(planId);
    setLive({ state, failure: undefined });
  }, [services, planId]);
  useEffect(() => void refresh().catch(fail), [refresh, fail]);
  useWorkbookChanges(services.workbook, refresh, fail);
  return live;
}
