/**
 * Univer's published files set every field of every object by a call (`_defineProperty(this, "_value", 0)`), a third of
 * the time of a large calculation. Both builds of the workbench turn these lines into assignments. A field that shares
 * its name with an accessor of its file keeps the call, because an assignment would run the accessor.
 */
export const univerFiles =
  /@univerjs[\\/][^\\/]+[\\/]lib[\\/]es[\\/]index\.js$/;

const accessor = /^\s*(?:static )?(?:get|set) (\w+)\(/gm;
const field = /^(\s*)_defineProperty\(this, "(\w+)", (.*)\);$/gm;

export function withPlainFields(source: string): string {
  const accessors = new Set(
    [...source.matchAll(accessor)].map(([, name]) => name),
  );
  return source.replace(field, (call, indent: string, name: string, value) =>
    accessors.has(name) ? call : `${indent}this.${name} = ${value};`,
  );
}
