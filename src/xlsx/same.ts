/** Equality of plain data: an absent entry equals undefined, and what only the file knows (`source`) does not count. */
export function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (
    typeof left !== "object" ||
    typeof right !== "object" ||
    left === null ||
    right === null
  )
    return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const a = left as Record<string, unknown>;
  const b = right as Record<string, unknown>;
  for (const key in a)
    if (key !== "source" && !same(a[key], b[key])) return false;
  for (const key in b)
    if (key !== "source" && !(key in a) && b[key] !== undefined) return false;
  return true;
}
