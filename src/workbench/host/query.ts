/** Answers loads: which members were asked for, and their values as the wire wants them. */
import type { QueryInfo } from "../office/protocol";
import { wireName } from "../office/protocol";
import { apiNotFound } from "./fault";
import { HostObject, member } from "./object";
import type { ObjectType } from "./object";
import type { Session } from "./session";

/** Names asked for, each with what is asked for beneath it; nothing beneath means all plain values. */
type Tree = Map<string, Tree>;

export interface Shape {
  /** Names as the wire writes them (`Values`, `_Items`) or as `retrieve` gives them back (`values`, `items`). */
  camelCase: boolean;
  /** Gives the id under which an object is kept, if it is. */
  reference(object: HostObject): string | undefined;
}

function treeOf({ Select = [], Expand = [] }: QueryInfo): Tree {
  const tree: Tree = new Map();
  for (const path of [...Select, ...Expand]) {
    // "items/name" of a collection asks its members for "name".
    const steps = path.split(/[/.]/).filter((step) => !/^items$/i.test(step));
    let place = tree;
    for (const step of steps.length > 0 ? steps : ["*"]) {
      const name = step.trim().toLowerCase();
      if (!place.has(name)) place.set(name, new Map());
      place = place.get(name) as Tree;
    }
  }
  return tree;
}

export async function query(
  object: HostObject,
  info: QueryInfo,
  session: Session,
  shape: Shape,
): Promise<unknown> {
  const { Top: top, Skip: skip = 0 } = info;
  const page = { from: skip, to: top === undefined ? undefined : skip + top };
  return load(object, treeOf(info), session, shape, page);
}

async function load(
  object: HostObject,
  tree: Tree,
  session: Session,
  shape: Shape,
  page?: { from: number; to: number | undefined },
): Promise<unknown> {
  const { type, state } = object;
  const key = (name: string): string =>
    shape.camelCase || name.startsWith("_") ? name : wireName(name);
  const result: Record<string, unknown> = {};
  if (type.id) result["_Id"] = type.id(state, session);
  const reference = shape.reference(object);
  if (reference !== undefined) result["_ReferenceId"] = reference;

  if (type.items) {
    const own = new Map(
      [...tree].filter(([name]) => member(type, "properties", name)),
    );
    const ofItems = new Map([...tree].filter(([name]) => !own.has(name)));
    const items = type.items(state, session).slice(page?.from, page?.to);
    const loaded: unknown[] = [];
    for (const item of items)
      loaded.push(await load(item, ofItems, session, shape));
    result[shape.camelCase ? "items" : "_Items"] = loaded;
    for (const name of own.keys())
      result[key(name)] = await value(object, name, session);
    return result;
  }

  const all = tree.size === 0 || tree.has("*");
  if (all) {
    for (const [name, property] of Object.entries(type.properties ?? {}))
      if (property.get) result[key(name)] = await value(object, name, session);
  }
  for (const [name, below] of tree) {
    if (name === "*") continue;
    const spelling = spelled(type, name);
    const link = member(type, "links", name);
    if (link) {
      const linked = link(state, session);
      result[key(spelling)] = linked
        ? await load(linked, below, session, shape)
        : null;
    } else result[key(spelling)] = await value(object, spelling, session);
  }
  return result;
}

async function value(
  { type, state }: HostObject,
  name: string,
  session: Session,
): Promise<unknown> {
  const property = member(type, "properties", name);
  if (!property?.get) throw apiNotFound(type.name, name);
  if (property.results) await session.upToDate();
  return property.get(state, session);
}

function spelled(type: ObjectType<unknown>, name: string): string {
  const names = [
    ...Object.keys(type.properties ?? {}),
    ...Object.keys(type.links ?? {}),
  ];
  const found = names.find((other) => other.toLowerCase() === name);
  if (found === undefined) throw apiNotFound(type.name, name);
  return found;
}
