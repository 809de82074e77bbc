/** What a calculation has to bring up to date, as Univer's calculation takes it. */
import type { IUnitRange, Nullable } from "@univerjs/core";

export const dirtMaps = [
  "dirtyNameMap",
  "dirtyUnitFeatureMap",
  "dirtyUnitOtherFormulaMap",
  "clearDependencyTreeCache",
] as const;
export type Dirt = { dirtyRanges: IUnitRange[] } & Record<
  (typeof dirtMaps)[number],
  Record<string, Nullable<Record<string, unknown>>>
>;
export const noDirt = (): Dirt => ({
  dirtyRanges: [],
  dirtyNameMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
});
