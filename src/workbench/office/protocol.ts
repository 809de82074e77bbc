/**
 * The wire format between Microsoft's Office.js client and Excel, as measured with @microsoft/office-js 1.1.110. It is
 * internal to Microsoft: everything the project knows about it lives in this folder, so a new version costs one place.
 */

/** What an action of a request does. */
export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

/** How an object of a request is reached. */
export const PathType = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** At the positions where an argument is itself an object: its path id; 0 elsewhere. */
  ReferencedObjectPathIds?: (number | number[])[];
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface Request {
  AutoKeepReference?: boolean;
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface ResponseError {
  Code: string;
  Message: string;
  Location?: string;
  ActionIndex?: number;
}

export interface Response {
  Results: { ActionId: number; Value: unknown }[];
  /** Trace actions that were reached: the client then completes what it had tied to them, such as event handlers. */
  TraceIds?: number[];
  Error?: ResponseError;
}

/** Bits of the number that goes with a request. */
export const RequestFlag = { delayForCellEdit: 64 } as const;

/** The refusal that the client itself turns into InvalidOperationInCellEditMode. */
export const cellEditErrorNumber = 5004;

/** Methods that only keep or release objects between requests. */
export const keepReference = "_KeepReference";
export const removeReference = "_RemoveReference";

/** "Values" for `values`; the wire writes every member with a capital. */
export const wireName = (name: string): string =>
  name.charAt(0).toUpperCase() + name.slice(1);

/** An event as it travels to the client. */
export interface EventMessage {
  messageCategory: number;
  messageType: number;
  targetId: string;
  /** JSON */
  message: string;
  isRemoteOverride?: boolean;
}

export const eventCategory = 65_536;
/** Target of events that are registered on a collection of the workbook. */
export const workbookTarget = "Workbook";

/** Numbers of the events that the host raises. */
export const EventType = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  documentSelectionChanged: 1,
} as const;

/** The other side of the wire: what answers the client's requests. */
export interface OfficeHost {
  execute(request: Request, options?: ExecuteOptions): Promise<Response>;
  /** Whether a requirement set may be relied on. */
  isSetSupported(name: string, version?: string): boolean;
  /** Messages of events that the client registered for. Returns a stop function. */
  onEvents(handler: (messages: EventMessage[]) => void): () => void;
}

export interface ExecuteOptions {
  /** Wait while the user types into a cell instead of refusing. */
  delayForCellEdit?: boolean;
  /** Length of the request on the wire, where the transport knows it. */
  bytes?: number;
}

/** A refusal of a whole request by number, where the client maps it to a code. */
export class TransportError extends Error {
  constructor(
    readonly number: number,
    message: string,
  ) {
    super(message);
  }
}
