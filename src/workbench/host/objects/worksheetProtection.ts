/** Protection of a sheet's cells. */
import { accessDenied, invalidArgument, invalidOperation } from "../fault";
import { hostObject, read } from "../object";
import type { HostObject, ObjectType } from "../object";

/** What Excel allows on a protected sheet when the add-in says nothing. */
const nothingAllowed: Record<string, boolean> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
};

function optionsArgument(value: unknown): Record<string, boolean> {
  const result = { ...nothingAllowed };
  for (const [key, allowed] of Object.entries((value ?? {}) as object)) {
    // Which cells a user may select is a matter of the grid, not of what may be written.
    if (key === "selectionMode") continue;
    if (!(key in nothingAllowed) || typeof allowed !== "boolean")
      throw invalidArgument(
        `"${key}" is not an option of protection with true or false.`,
      );
    result[key] = allowed;
  }
  return result;
}

const protectionType: ObjectType<string> = {
  name: "WorksheetProtection",
  properties: {
    protected: read((sheet, session) => session.sheet(sheet).protected),
    options: read((sheet, session) => {
      const state = session.sheet(sheet);
      return state.protected
        ? { ...nothingAllowed, ...session.protectionOptions(state) }
        : null;
    }),
  },
  methods: {
    protect: async (sheet, [options, password], session) => {
      session.mayChange();
      const { protected: already, name } = session.sheet(sheet);
      if (already)
        throw invalidOperation(`The sheet "${name}" is protected already.`);
      await session.engine.protect(sheet, optionsArgument(options));
      if (typeof password === "string" && password !== "")
        session.passwords.set(sheet, password);
    },
    unprotect: async (sheet, [password], session) => {
      session.mayChange();
      if (!session.sheet(sheet).protected) return;
      const needed = session.passwords.get(sheet);
      if (needed !== undefined && needed !== password)
        throw accessDenied("The password is wrong.");
      session.passwords.delete(sheet);
      await session.engine.unprotect(sheet);
    },
  },
};

export function worksheetProtection(sheet: string): HostObject {
  return hostObject(protectionType, sheet);
}
