/** Univer calls `some` on a Map's keys, which Node has only from version 22 on. */
export function installIteratorHelpers(): void {
  const iterators = Object.getPrototypeOf(
    Object.getPrototypeOf([][Symbol.iterator]()),
  ) as object;
  if ("some" in iterators) return;
  Object.defineProperty(iterators, "some", {
    configurable: true,
    writable: true,
    value(this: Iterable<unknown>, test: (item: unknown) => boolean): boolean {
      for (const item of this) if (test(item)) return true;
      return false;
    },
  });
}
