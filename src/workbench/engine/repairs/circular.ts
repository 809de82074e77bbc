/**
 * Formulas that depend on themselves get an arbitrary number in Univer, without a word. As in Excel they show 0 here, and
 * the cell says why.
 */
import {
  IFormulaDependencyGenerator,
  Interpreter,
  NumberValueObject,
} from "@univerjs/engine-formula";
import type { Services } from "../services";

export const circularSentence =
  "This formula depends on its own result (a circular reference), so it shows 0. Change it, or one of the cells it reads, so that no formula leads back to itself.";

interface Tree {
  treeId: number;
  row: number;
  column: number;
  subUnitId: string;
  toRTreeItem(): unknown[];
}

interface CycleFinder {
  generate(asModel?: boolean): Promise<unknown>;
  _checkIsCycleDependency(trees: Tree[]): boolean;
}

export function installCircular(
  services: Services,
  tell: (sheet: string, row: number, column: number, sentence: string) => void,
): void {
  const generator = services.find(
    IFormulaDependencyGenerator,
  ) as unknown as CycleFinder;
  const isCircular = generator._checkIsCycleDependency.bind(generator);
  let circular = new Set<string>();
  const key = (sheet: string, row: number, column: number): string =>
    `${sheet}:${row}:${column}`;

  // While dependencies are found, references are read as such, also those of cells that were circular before.
  const generate = generator.generate.bind(generator);
  generator.generate = (asModel) => {
    circular = new Set();
    return generate(asModel);
  };
  generator._checkIsCycleDependency = (trees) => {
    circular = new Set();
    if (!isCircular(trees)) return false;
    for (const tree of inCycles(trees, services))
      circular.add(key(tree.subUnitId, tree.row, tree.column));
    // Univer must not iterate: the cells are answered below.
    return false;
  };

  const interpreter = services.find(Interpreter);
  const execute = interpreter.execute.bind(interpreter);
  interpreter.execute = (node) => {
    if (circular.size === 0) return execute(node);
    const { currentSubUnitId, currentRow, currentColumn } = services.runtime;
    if (!circular.has(key(currentSubUnitId, currentRow, currentColumn)))
      return execute(node);
    tell(currentSubUnitId, currentRow, currentColumn, circularSentence);
    return NumberValueObject.create(0);
  };
}

/** Tarjan's strongly connected components, without recursion: those of more than one formula, or reading themselves. */
function inCycles(trees: Tree[], services: Services): Tree[] {
  const byId = new Map(trees.map((tree) => [tree.treeId, tree]));
  const readers = new Map<number, number[]>();
  for (const tree of trees) {
    const found = services.dependencies.searchDependency(
      tree.toRTreeItem() as never,
    );
    readers.set(
      tree.treeId,
      [...found].filter((id) => byId.has(id)),
    );
  }
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const result: Tree[] = [];
  for (const root of byId.keys()) {
    if (index.has(root)) continue;
    const path: { id: number; next: number }[] = [{ id: root, next: 0 }];
    while (path.length > 0) {
      const step = path.at(-1) as { id: number; next: number };
      if (step.next === 0) {
        index.set(step.id, index.size);
        low.set(step.id, index.get(step.id) as number);
        open.push(step.id);
        isOpen.add(step.id);
      }
      const reader = readers.get(step.id)?.[step.next++];
      if (reader !== undefined) {
        if (!index.has(reader)) path.push({ id: reader, next: 0 });
        else if (isOpen.has(reader))
          low.set(
            step.id,
            Math.min(low.get(step.id) as number, index.get(reader) as number),
          );
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent)
        low.set(
          parent.id,
          Math.min(low.get(parent.id) as number, low.get(step.id) as number),
        );
      if (low.get(step.id) !== index.get(step.id)) continue;
      const members = open.splice(open.indexOf(step.id));
      members.forEach((id) => isOpen.delete(id));
      const circular =
        members.length > 1 || readers.get(step.id)?.includes(step.id);
      if (circular) result.push(...members.map((id) => byId.get(id) as Tree));
    }
  }
  return result;
}
