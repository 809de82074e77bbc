/** Excel's rules for the name of a sheet. */
import { textArgument } from "../arguments";
import { alreadyExists, invalidArgument } from "../fault";
import type { Session } from "../session";

const longest = 31;

/** The name, or a refusal; `own` is the sheet that is being renamed. */
export function sheetName(
  value: unknown,
  session: Session,
  own?: string,
): string {
  const name = textArgument(value, "The sheet's name");
  if (name === "" || name.length > longest)
    throw invalidArgument(
      `A sheet's name has 1 to ${longest} characters; "${name}" has ${name.length}.`,
    );
  if (/[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'"))
    throw invalidArgument(
      `A sheet's name has none of : \\ / ? * [ ] and no apostrophe at its ends; got "${name}".`,
    );
  if (name.toLowerCase() === "history")
    throw invalidArgument(`Excel keeps the name "${name}" for itself.`);
  const taken = session.engine
    .sheets()
    .some(
      (sheet) =>
        sheet.id !== own && sheet.name.toLowerCase() === name.toLowerCase(),
    );
  if (taken) throw alreadyExists(`There is already a sheet named "${name}".`);
  return name;
}

/** "Sheet4": the next that is free. */
export function nextSheetName(session: Session): string {
  const names = new Set(
    session.engine.sheets().map(({ name }) => name.toLowerCase()),
  );
  let number = session.engine.sheets().length + 1;
  while (names.has(`sheet${number}`)) number++;
  return `Sheet${number}`;
}
