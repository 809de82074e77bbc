/** What the sheets of a record are called today. */
import type { SheetName } from "./model";

/**
 * For each sheet of then, its name now, or undefined when it is gone. A name that is still there is that sheet; some
 * programs hand out new ids when they save, so an id counts only for a name that is gone. Without ids one lost and one
 * new name are one sheet.
 */
export function namesNow(
  then: readonly SheetName[],
  now: readonly SheetName[],
): (string | undefined)[] {
  const has = (sheets: readonly SheetName[], name: string): boolean =>
    sheets.some((each) => same(each.name, name));
  const lost = then.filter(({ name }) => !has(now, name));
  const fresh = now.filter(({ name }) => !has(then, name));
  return then.map((sheet) => {
    const kept = now.find(({ name }) => same(name, sheet.name));
    if (kept !== undefined) return kept.name;
    const { id } = sheet;
    const renamed =
      id === undefined ? undefined : fresh.find((each) => each.id === id);
    if (renamed !== undefined) return renamed.name;
    const hasIds =
      id !== undefined && fresh.every((each) => each.id !== undefined);
    return !hasIds && lost.length === 1 && fresh.length === 1
      ? fresh[0]!.name
      : undefined;
  });
}

const same = (one: string, other: string): boolean =>
  one.toUpperCase() === other.toUpperCase();
