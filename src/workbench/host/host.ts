/**
 * Answers the requests of the genuine Office.js client over a spreadsheet engine. Strict where Excel is strict: a host
 * that accepts what Excel refuses would be worse than none.
 */
import type { Engine } from "../engine/engine";
import {
  ActionType,
  cellEditErrorNumber,
  removeReference,
  TransportError,
} from "../office/protocol";
import type {
  EventMessage,
  ExecuteOptions,
  OfficeHost,
  Request,
  Response,
  ResponseError,
} from "../office/protocol";
import { isSetSupported } from "../office/requirements";
import { asFault, Dispatcher } from "./dispatch";
import { watchEvents } from "./events";
import { settleDrafts } from "./objects/conditionalRules";
import { settleValidation } from "./objects/dataValidation";
import { workbook } from "./objects/workbook";
import { Session } from "./session";

/** Excel on the web takes and gives at most this much at once. */
export const wireLimit = 5 * 1024 * 1024;

export interface InjectedError {
  code: string;
  message?: string;
}

export interface HostOptions {
  /**
   * For tests: asked before every action and once behind the last one of every request; an error makes the request fail
   * there. `action === actions` is the answer lost on its way: everything was done. Requests that only release objects
   * do not count.
   */
  inject?(
    request: number,
    action: number,
    actions: number,
  ): InjectedError | undefined;
}

export interface Counters {
  /** Requests that asked for something; those that only release objects are not among them. */
  requests: number;
  actions: number;
  /** UTF-8 length of each such request, in order. */
  bytes: number[];
}

export interface Host extends OfficeHost {
  readonly counters: Counters;
  resetCounters(): void;
  dispose(): void;
}

export function createHost(engine: Engine, options: HostOptions = {}): Host {
  const session = new Session(engine);
  const root = workbook();
  const counters: Counters = { requests: 0, actions: 0, bytes: [] };
  const events = watchEvents(session);
  let last: Promise<unknown> = Promise.resolve();

  const answer = async (
    request: Request,
    { delayForCellEdit = false, bytes }: ExecuteOptions,
  ): Promise<Response> => {
    if (engine.isEditing()) {
      if (!delayForCellEdit)
        throw new TransportError(
          cellEditErrorNumber,
          "A cell is being edited; press Enter or Esc first.",
        );
      await untilNotEditing(engine);
    }
    const size = bytes ?? byteLength(request);
    const counts = !isCleanup(request);
    const number = counters.requests;
    if (counts) {
      counters.requests++;
      counters.actions += request.Actions.length;
      counters.bytes.push(size);
    }
    if (size > wireLimit)
      return refused({
        Code: "RequestPayloadSizeLimitExceeded",
        Message: `The request has ${size} bytes, the limit is ${wireLimit}.`,
      });
    const inject = counts ? options.inject : undefined;
    session.busy = true;
    session.begin();
    try {
      const response = await runRequest(
        request,
        session,
        root,
        (action, actions) => inject?.(number, action, actions),
      );
      if (byteLength(response) > wireLimit)
        return refused({
          Code: "ResponsePayloadSizeLimitExceeded",
          Message: "The answer is too long; ask for less at once.",
        });
      return response;
    } finally {
      session.busy = false;
    }
  };

  return {
    counters,
    resetCounters() {
      Object.assign(counters, { requests: 0, actions: 0, bytes: [] });
    },
    execute(request, given = {}) {
      // One request at a time, in the order of arrival, as in Excel.
      const next = last.then(() => answer(request, given));
      last = next.catch(() => undefined);
      return next;
    },
    isSetSupported,
    onEvents: (handler: (messages: EventMessage[]) => void) =>
      events.listen(handler),
    dispose() {
      session.endWait();
      events.stop();
    },
  };
}

async function runRequest(
  request: Request,
  session: Session,
  root: ReturnType<typeof workbook>,
  inject: (action: number, actions: number) => InjectedError | undefined,
): Promise<Response> {
  const dispatcher = new Dispatcher(request, root, session);
  const results: Response["Results"] = [];
  const traces: number[] = [];
  const total = request.Actions.length;
  let error: ResponseError | undefined;
  for (const [index, action] of request.Actions.entries()) {
    const injected = inject(index, total);
    if (injected) {
      error = injectedError(injected, index);
      break;
    }
    try {
      const result = await dispatcher.run(action);
      if (action.ActionType === ActionType.trace) traces.push(action.Id);
      if (result) results.push({ ActionId: action.Id, Value: result.value });
    } catch (problem) {
      const fault = asFault(problem);
      error = {
        Code: fault.code,
        Message: fault.message,
        Location: dispatcher.location,
        ActionIndex: index,
      };
      break;
    }
  }
  for (const settle of [settleValidation, settleDrafts, finish]) {
    try {
      await settle(session);
    } catch (problem) {
      const { code, message } = asFault(problem);
      error ??= { Code: code, Message: message };
    }
  }
  const lost = error ? undefined : inject(total, total);
  if (lost) return refused(injectedError(lost));
  return {
    Results: results,
    ...(traces.length > 0 ? { TraceIds: traces } : {}),
    ...(error ? { Error: error } : {}),
  };
}

const finish = (session: Session): Promise<void> => session.finish();

const injectedError = (
  { code, message = "A failure made for a test." }: InjectedError,
  action?: number,
): ResponseError => ({
  Code: code,
  Message: message,
  ...(action === undefined ? {} : { ActionIndex: action }),
});

const refused = (error: ResponseError): Response => ({
  Results: [],
  Error: error,
});

/** The request at the end of Excel.run that lets go of the objects it used. */
function isCleanup({ Actions: actions }: Request): boolean {
  const releases = actions.filter(({ Name: name }) => name === removeReference);
  const others = actions.filter(({ Name: name }) => name !== removeReference);
  return (
    releases.length > 0 &&
    others.every((action) => action.ActionType === ActionType.instantiate)
  );
}

const byteLength = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value)).length;

async function untilNotEditing(engine: Engine): Promise<void> {
  while (engine.isEditing())
    await new Promise((resolve) => setTimeout(resolve, 20));
}
