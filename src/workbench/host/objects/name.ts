/** Names of the workbook and of single sheets. */
import type { BookName } from "../../../xlsx/book";
import { parseAddress, sheetAddress } from "../../address";
import { booleanArgument, textArgument } from "../arguments";
import { checkFormula } from "../cellInput";
import { alreadyExists, invalidArgument, itemNotFound } from "../fault";
import { HostObject, hostObject, read } from "../object";
import type { ObjectType } from "../object";
import type { Session } from "../session";
import { range } from "./range";
import { referenceOf } from "./rangeState";
import type { RangeState } from "./rangeState";
import { worksheet } from "./worksheet";

/** Names are found by their text and scope each time, so a change of the name's formula does not lose it. */
interface NameState {
  name: string;
  sheet?: string;
}

function find(
  { name, sheet }: NameState,
  session: Session,
): BookName | undefined {
  return session.engine
    .names()
    .find(
      (entry) =>
        entry.name.toLowerCase() === name.toLowerCase() &&
        entry.sheet === sheet,
    );
}

function entry(state: NameState, session: Session): BookName {
  const found = find(state, session);
  if (found) return found;
  throw itemNotFound(`There is no name "${state.name}".`);
}

/** As long as the Name Manager takes. */
const commentLimit = 255;

function commentArgument(value: unknown): string {
  const comment = textArgument(value, "comment");
  if (comment.length > commentLimit)
    throw invalidArgument(
      `A name's comment has at most ${commentLimit} characters; got ${comment.length}.`,
    );
  return comment;
}

function change(
  state: NameState,
  patch: Partial<BookName>,
  session: Session,
): void {
  session.mayChange();
  session.engine.setName({ ...entry(state, session), ...patch });
  session.changed();
}

function kind(state: NameState, session: Session): string {
  const { refersTo } = entry(state, session);
  if (referenceOf(refersTo, session)) return "Range";
  if (/^#|#REF!/.test(refersTo)) return "Error";
  if (/^".*"$/s.test(refersTo)) return "String";
  if (/^(true|false)$/i.test(refersTo)) return "Boolean";
  if (refersTo.trim() !== "" && Number.isFinite(Number(refersTo)))
    return Number.isInteger(Number(refersTo)) ? "Integer" : "Double";
  return "Array";
}

/** Ranges show their address, constants their value, as Excel does. */
function value(state: NameState, session: Session): unknown {
  const { refersTo } = entry(state, session);
  const target = referenceOf(refersTo, session);
  if (target)
    return sheetAddress(session.sheet(target.sheet).name, target.area, true);
  switch (kind(state, session)) {
    case "String":
      return refersTo.slice(1, -1).replaceAll('""', '"');
    case "Boolean":
      return refersTo.toLowerCase() === "true";
    case "Integer":
    case "Double":
      return Number(refersTo);
    case "Error":
      return "#REF!";
    default:
      return `=${refersTo}`;
  }
}

const nameType: ObjectType<NameState> = {
  name: "NamedItem",
  id: (state, session) => find(state, session)?.name ?? state.name,
  properties: {
    name: read((state, session) => entry(state, session).name),
    comment: {
      get: (state, session) => entry(state, session).comment ?? "",
      set: (state, text, session) =>
        change(state, { comment: commentArgument(text) }, session),
    },
    formula: {
      get: (state, session) => `=${entry(state, session).refersTo}`,
      set: (state, formula, session) =>
        change(state, { refersTo: reference(formula, session) }, session),
    },
    scope: read(({ sheet }) =>
      sheet === undefined ? "Workbook" : "Worksheet",
    ),
    type: { get: kind },
    value: { get: value },
    visible: {
      get: (state, session) => entry(state, session).hidden !== true,
      set: (state, visible, session) =>
        change(
          state,
          { hidden: !booleanArgument(visible, "visible") },
          session,
        ),
    },
  },
  links: {
    worksheet: (state) => {
      if (state.sheet !== undefined) return worksheet(state.sheet);
      throw invalidArgument(
        `The name "${state.name}" belongs to the workbook, not to a sheet.`,
      );
    },
    worksheetOrNullObject: (state) =>
      state.sheet === undefined ? null : worksheet(state.sheet),
  },
  methods: {
    delete: (state, _args, session) => {
      session.mayChange();
      const { name, sheet } = entry(state, session);
      session.engine.deleteName(name, sheet);
      session.changed();
    },
    getRange: (state, _args, session) => {
      const target = referenceOf(entry(state, session).refersTo, session);
      if (target) return range(target);
      throw invalidArgument(`The name "${state.name}" is not a range.`);
    },
    getRangeOrNullObject: (state, _args, session) => {
      const target = referenceOf(entry(state, session).refersTo, session);
      return target ? range(target) : null;
    },
  },
};

/** What a new name refers to: a range object, a formula, or a constant. Without "=". */
function reference(value: unknown, session: Session): string {
  if (value instanceof HostObject) {
    const { sheet, area } = value.state as RangeState;
    return sheetAddress(session.sheet(sheet).name, area, true);
  }
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return String(value).toUpperCase();
  const text = textArgument(value, "The name's reference");
  if (!text.startsWith("=")) return `"${text.replaceAll('"', '""')}"`;
  checkFormula(text);
  const target = parseAddress(text.slice(1));
  if (target?.sheet !== undefined && !session.findSheet(target.sheet))
    throw invalidArgument(`${text} leads to a sheet that does not exist.`);
  return text.slice(1);
}

/** Excel's rules: no spaces, no cell addresses, letters, digits, dots and underscores. */
function nameText(value: unknown): string {
  const name = textArgument(value, "The name");
  const wellFormed =
    /^[\p{L}_\\][\p{L}\p{M}\p{N}_.?\\]*$/u.test(name) && name.length <= 255;
  const likeCell =
    parseAddress(name) !== undefined ||
    /^(r(\d*|\[-?\d+\]))?(c(\d*|\[-?\d+\]))?$/i.test(name);
  if (wellFormed && !likeCell) return name;
  throw invalidArgument(
    likeCell
      ? `"${name}" looks like a cell address; a name must not.`
      : `"${name}" is not a name: it begins with a letter or _ and has letters, digits, . and _ only.`,
  );
}

function add(
  name: unknown,
  refersTo: unknown,
  comment: unknown,
  sheet: string | undefined,
  session: Session,
): HostObject {
  session.mayChange();
  const text = nameText(name);
  const state: NameState =
    sheet === undefined ? { name: text } : { name: text, sheet };
  const table = session.engine
    .tables()
    .some((other) => other.table.name.toLowerCase() === text.toLowerCase());
  if (table || find(state, session))
    throw alreadyExists(`The name "${text}" exists already.`);
  session.engine.setName({
    ...state,
    refersTo: reference(refersTo, session),
    ...(typeof comment === "string" && comment !== ""
      ? { comment: commentArgument(comment) }
      : {}),
  });
  session.changed();
  return hostObject(nameType, state);
}

const namesType: ObjectType<{ sheet?: string }> = {
  name: "NamedItemCollection",
  items: ({ sheet }, session) =>
    session.engine
      .names()
      .filter((name) => name.sheet === sheet)
      .map(({ name }) =>
        hostObject(nameType, sheet === undefined ? { name } : { name, sheet }),
      ),
  item: ({ sheet }, key, session) => {
    const state = {
      name: textArgument(key, "The name"),
      ...(sheet === undefined ? {} : { sheet }),
    };
    entry(state, session);
    return hostObject(nameType, state);
  },
  methods: {
    add: ({ sheet }, [name, refersTo, comment], session) =>
      add(name, refersTo, comment, sheet, session),
    // "Local" differs in the user's language only; this host speaks en-US.
    addFormulaLocal: ({ sheet }, [name, formula, comment], session) =>
      add(name, formula, comment, sheet, session),
    getCount: ({ sheet }, _args, session) =>
      session.engine.names().filter((name) => name.sheet === sheet).length,
    getItemOrNullObject: ({ sheet }, [key], session) => {
      const state = {
        name: textArgument(key, "The name"),
        ...(sheet === undefined ? {} : { sheet }),
      };
      return find(state, session) ? hostObject(nameType, state) : null;
    },
  },
};

/** The workbook's own names, or those of one sheet. */
export function namesOf(sheet?: string): HostObject {
  return hostObject(namesType, sheet === undefined ? {} : { sheet });
}
