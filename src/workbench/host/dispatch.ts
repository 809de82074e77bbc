/** Runs the actions of one request in order over the objects that its paths lead to. */
import { ActionType, keepReference, PathType } from "../office/protocol";
import type {
  Action,
  ArgumentInfo,
  ObjectPath,
  Request,
} from "../office/protocol";
import { apiNotFound, HostFault, invalidOperation } from "./fault";
import { HostObject, member } from "./object";
import { settleValidation, validationName } from "./objects/dataValidation";
import { query } from "./query";
import type { Session } from "./session";

const unset = { get: undefined };

export class Dispatcher {
  private readonly objects = new Map<number, HostObject | null>();
  /** "Worksheet.getRange", for the error's location. */
  location = "";

  constructor(
    private readonly request: Request,
    private readonly root: HostObject,
    private readonly session: Session,
  ) {}

  /** The action's value, or undefined when it returns none. */
  async run(action: Action): Promise<{ value: unknown } | undefined> {
    switch (action.ActionType) {
      case ActionType.instantiate:
        return { value: this.identity(await this.object(action)) };
      case ActionType.query:
      case ActionType.queryAsJson:
        return { value: await this.query(action) };
      case ActionType.method:
        return this.method(action);
      case ActionType.setProperty: {
        const [value] = await this.arguments(action.ArgumentInfo);
        const target = await this.object(action);
        if (target) await this.set(target, action.Name, value);
        return undefined;
      }
      case ActionType.update: {
        const target = await this.object(action);
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          if (target) await this.set(target, name, value);
        return undefined;
      }
      case ActionType.trace:
        return { value: null };
      default:
        this.location = "Request";
        throw apiNotFound("Request", `action ${action.ActionType}`);
    }
  }

  private object(action: Action): Promise<HostObject | null> {
    return this.at(action.ObjectPathId);
  }

  private async at(id: number): Promise<HostObject | null> {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (!path) throw invalidOperation(`The request has no object ${id}.`);
    const found = await this.follow(path);
    this.objects.set(id, found);
    return found;
  }

  private async follow(path: ObjectPath): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case PathType.root:
        return this.root;
      case PathType.nullObject:
        return null;
      case PathType.reference:
        this.location = "Workbook.reference";
        return this.session.kept(path.Name);
      case PathType.newObject:
        this.location = path.Name;
        throw apiNotFound("Request", path.Name);
    }
    const parent = await this.at(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    if (path.ObjectPathType === PathType.property) {
      this.locate(parent, path.Name);
      const link = member(parent.type, "links", path.Name);
      if (!link) throw apiNotFound(parent.type.name, path.Name);
      return link(parent.state, this.session);
    }
    const args = await this.arguments(path.ArgumentInfo);
    if (path.ObjectPathType === PathType.indexer) {
      this.locate(parent, "getItem");
      if (!parent.type.item) throw apiNotFound(parent.type.name, "getItem");
      return parent.type.item(parent.state, args[0], this.session);
    }
    const made = await this.call(parent, path.Name, args);
    if (made === null || made instanceof HostObject) return made;
    throw invalidOperation(`${this.location} does not give an object.`);
  }

  private identity(object: HostObject | null): unknown {
    if (!object) return null;
    const { type, state } = object;
    const reference = this.reference(object);
    return {
      ...(type.id ? { _Id: type.id(state, this.session) } : {}),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  private reference(object: HostObject): string | undefined {
    if (!object.type.keeps) return undefined;
    return this.request.AutoKeepReference
      ? this.session.keep(object)
      : this.session.referenceOf(object);
  }

  private async query(action: Action): Promise<unknown> {
    const target = await this.object(action);
    if (!target) return null;
    this.location = target.type.name;
    this.settle(target);
    return query(target, action.QueryInfo ?? {}, this.session, {
      camelCase: action.ActionType === ActionType.queryAsJson,
      reference: (object) => this.reference(object),
    });
  }

  private async method(
    action: Action,
  ): Promise<{ value: unknown } | undefined> {
    const target = await this.object(action);
    if (action.Name === keepReference) {
      if (target?.type.keeps) this.session.keep(target);
      return undefined;
    }
    const args = await this.arguments(action.ArgumentInfo);
    // As in Excel, `getItemOrNullObject("none").delete()` does nothing.
    if (!target) return { value: null };
    const value = await this.call(target, action.Name, args);
    return value === undefined ? undefined : { value };
  }

  private async call(
    target: HostObject,
    name: string,
    args: unknown[],
  ): Promise<unknown> {
    this.locate(target, name);
    const method = member(target.type, "methods", name);
    if (!method) throw apiNotFound(target.type.name, name);
    this.settle(target);
    return method(target.state, args, this.session);
  }

  private async set(
    target: HostObject,
    name: string,
    value: unknown,
  ): Promise<void> {
    this.locate(target, name);
    const { set } = member(target.type, "properties", name) ?? {
      ...unset,
      set: undefined,
    };
    if (!set) throw apiNotFound(target.type.name, name);
    this.settle(target);
    await set(target.state, value, this.session);
  }

  /** Arguments that are objects arrive as the ids of their paths. */
  private async arguments(info: ArgumentInfo = {}): Promise<unknown[]> {
    const { Arguments: args = [], ReferencedObjectPathIds: ids = [] } = info;
    const values: unknown[] = [];
    for (const [index, given] of args.entries()) {
      const id = ids[index] ?? 0;
      if (Array.isArray(id)) {
        const objects: unknown[] = [];
        for (const [place, one] of id.entries())
          objects.push(one ? await this.at(one) : (given as unknown[])[place]);
        values.push(objects);
      } else values.push(id ? await this.at(id) : await this.nested(given));
    }
    return values;
  }

  /** Objects within a structure, such as a validation's source, carry their path's id themselves. */
  private async nested(value: unknown): Promise<unknown> {
    // Arrays hold cell values, and there may be very many.
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return value;
    const { _ObjectPathId: id } = value as { _ObjectPathId?: unknown };
    if (typeof id === "number") return this.at(id);
    const result: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value))
      result[key] = await this.nested(inner);
    return result;
  }

  /** A validation rule that is being put together goes to the engine before anything else is asked of it. */
  private settle({ type }: HostObject): void {
    if (type.name !== validationName) settleValidation(this.session);
  }

  private locate({ type }: HostObject, name: string): void {
    this.location = `${type.name}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  }
}

/** Whatever an engine throws is a failure of the host, not of the add-in; Excel calls that a GeneralException. */
export const asFault = (error: unknown): HostFault =>
  error instanceof HostFault
    ? error
    : new HostFault("GeneralException", String((error as Error).message));
