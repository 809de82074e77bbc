import { result } from "../checks";
import { sum } from "../sum";
import { nameList } from "./nameList";

/** Amounts added up by the name beside them, in the order of first appearance; those beside a blank belong to `nobody`. */
export function totalsByName(
  amounts: readonly number[],
  named: readonly string[],
  nobody: string,
): [name: string, total: number][] {
  const { names, place } = nameList();
  const parts: number[][] = [];
  named.forEach((name, at) =>
    (parts[place(name.trim() || nobody)] ??= []).push(amounts[at]!),
  );
  return names.map((name, at) => [name, result(sum(parts[at]!))]);
}
