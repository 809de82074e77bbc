/**
 * Ties a page that has loaded Microsoft's excel-web-16.00.debug.js to a host: the one transport function is replaced,
 * and what only exists inside Excel (onReady, the requirement check, custom functions) is supplied. Everything else,
 * from proxies to error objects, stays Microsoft's code.
 */
import { EventType, RequestFlag } from "./protocol";
import type {
  EventMessage,
  OfficeHost,
  Request,
  TransportError,
} from "./protocol";
import { createAssociation } from "./association";
import type { Association } from "./association";

type Done = (result: unknown) => void;

/** The members of the client's page that the connection reads or replaces. */
export interface OfficePage {
  Office: Record<string, unknown>;
  OSF: {
    /** Where `Office.context` looks; the loader, which is not used here, makes it in Excel. */
    _OfficeAppFactory?: { getContext(): object };
    DDA: {
      RichApi: Record<string, unknown>;
    };
  };
  CustomFunctions: Record<string, unknown>;
  OfficeExtension: Record<string, unknown>;
  setTimeout(handler: () => void, delay: number): unknown;
  JSON: JSON;
}

export interface Connection {
  /** The functions that the page has associated so far. */
  functions: Association;
  /** The actions of `Office.actions.associate`, for ribbon buttons. */
  actions: ReadonlyMap<string, (argument?: unknown) => unknown>;
  disconnect(): void;
}

const selectionChanged = "documentSelectionChanged";

/** Position of the request body and of its flags in Microsoft's message array. */
const flagsAt = 6;
const bodyAt = 4;

export function connect(window: object, host: OfficeHost): Connection {
  const page = window as OfficePage;
  const actions = new Map<string, (argument?: unknown) => unknown>();
  const listeners = new Set<(message: { entries: EventMessage[] }) => void>();

  page.OSF.DDA.RichApi["executeRichApiRequestAsync"] = (
    message: unknown[],
    done: Done,
  ): void => {
    const body = String(message[bodyAt]);
    void answer(host, body, Number(message[flagsAt])).then((result) => {
      // Always later, as in Excel: a client that is answered at once would hide a missing await.
      page.setTimeout(() => done(result), 0);
    });
  };
  page.OSF.DDA.RichApi["richApiMessageManager"] = {
    register: (handler: (message: { entries: EventMessage[] }) => void) => {
      listeners.add(handler);
      return Promise.resolve();
    },
    removeHandlerAsync: (
      _type: string,
      options: { handler: never },
      callback?: Done,
    ) => {
      listeners.delete(options.handler);
      callback?.({ status: "succeeded" });
    },
  };
  const onSelection = new Set<(detail: object) => void>();
  const stop = host.onEvents((entries) => {
    for (const listener of listeners) listener({ entries });
    if (
      entries.some(
        ({ messageType }) => messageType === EventType.documentSelectionChanged,
      )
    )
      for (const handler of onSelection) handler({ type: selectionChanged });
  });

  supplyOffice(page, host, actions, onSelection);
  const functions = createAssociation();
  page.CustomFunctions["associate"] = functions.associate;
  return { functions, actions, disconnect: stop };
}

async function answer(
  host: OfficeHost,
  body: string,
  flags: number,
): Promise<unknown> {
  try {
    const response = await host.execute(JSON.parse(body) as Request, {
      delayForCellEdit: (flags & RequestFlag.delayForCellEdit) !== 0,
      bytes: new TextEncoder().encode(body).length,
    });
    return {
      status: "succeeded",
      value: { data: [200, [], JSON.stringify(response)] },
    };
  } catch (error) {
    // Excel answers every request, also when its own code fails: the client must never wait for ever.
    // The host lives in another page with its own class of this error: known by its number, not by `instanceof`.
    const { number = 5001 } = error as Partial<TransportError>;
    return {
      status: "failed",
      error: { code: number, message: String((error as Error).message) },
    };
  }
}

function supplyOffice(
  page: OfficePage,
  host: OfficeHost,
  actions: Map<string, (argument?: unknown) => unknown>,
  onSelection: Set<(detail: object) => void>,
): void {
  const info = { host: "Excel", platform: "OfficeOnline" };
  const context = {
    ...info,
    contentLanguage: "en-US",
    displayLanguage: "en-US",
    diagnostics: { ...info, version: "16.0.0.0" },
    partitionKey: "",
    document: {
      addHandlerAsync: (
        type: string,
        handler: (detail: object) => void,
        done?: Done,
      ) => {
        const known = type === selectionChanged;
        if (known) onSelection.add(handler);
        done?.({ status: known ? "succeeded" : "failed" });
      },
      removeHandlerAsync: (
        _type: string,
        { handler }: { handler: (detail: object) => void },
        done?: Done,
      ) => {
        onSelection.delete(handler);
        done?.({ status: "succeeded" });
      },
    },
    requirements: {
      isSetSupported: (name: string, version?: string) =>
        host.isSetSupported(name, version),
    },
  };
  page.OSF._OfficeAppFactory = { getContext: () => context };
  const members: Record<string, unknown> = {
    onReady: (callback?: (info: object) => unknown) => {
      const ready = Promise.resolve({ ...info });
      return callback ? ready.then((value) => (callback(value), value)) : ready;
    },
    actions: {
      associate: (name: string, action: (argument?: unknown) => unknown) =>
        void actions.set(name, action),
    },
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline", PC: "PC", Mac: "Mac" },
  };
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(page.Office, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
}
