/**
 * How the host describes the objects of Excel's API: a type is a table of its members, an object is a type and a state.
 * A member that stands in no table is unknown to the host and answered with ApiNotFound.
 */
import type { Session } from "./session";

type Awaitable<T> = T | Promise<T>;

export interface Property<S> {
  get?(state: S, session: Session): unknown;
  set?(state: S, value: unknown, session: Session): Awaitable<void>;
  /** The value depends on formula results: they are brought up to date before it is read. */
  results?: boolean;
}

export type Method<S> = (
  state: S,
  args: unknown[],
  session: Session,
) => unknown;

export type Link<S> = (state: S, session: Session) => HostObject | null;

export interface ObjectType<S> {
  /** Excel's name of the class: "Range". */
  name: string;
  /** What a collection's getItem finds the object by, later too. */
  id?(state: S, session: Session): string | number;
  /** The object can be kept between requests. */
  keeps?: boolean;
  /** Plain values. */
  properties?: Record<string, Property<S>>;
  /** Objects that belong to this one. */
  links?: Record<string, Link<S>>;
  methods?: Record<string, Method<S>>;
  /** A collection's members, in order. */
  items?(state: S, session: Session): HostObject[];
  /** getItem: by name, id or position. Throws ItemNotFound. */
  item?(state: S, key: unknown, session: Session): HostObject;
}

export class HostObject<S = unknown> {
  constructor(
    readonly type: ObjectType<S>,
    readonly state: S,
  ) {}
}

/** Lets a table of one state be used where states are mixed; the pair of type and state is only made together. */
export const hostObject = <S>(type: ObjectType<S>, state: S): HostObject =>
  new HostObject(type, state) as unknown as HostObject;

type Table = "properties" | "links" | "methods";

const indexes = new WeakMap<object, Map<string, string>>();

/** Finds a member whatever its capitals: the wire says `Values`, a load says `values`. */
export function member<K extends Table>(
  type: ObjectType<unknown>,
  table: K,
  name: string,
): NonNullable<ObjectType<unknown>[K]>[string] | undefined {
  const members = type[table];
  if (!members) return undefined;
  let index = indexes.get(members);
  if (!index) {
    const names = Object.keys(members);
    index = new Map(names.map((key) => [key.toLowerCase(), key]));
    indexes.set(members, index);
  }
  const key = index.get(name.toLowerCase());
  return key === undefined
    ? undefined
    : (members[key] as NonNullable<ObjectType<unknown>[K]>[string]);
}

/** A property without a setter. */
export const read = <S>(
  get: (state: S, session: Session) => unknown,
): Property<S> => ({ get });
