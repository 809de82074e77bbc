/**
 * On every change of cells, the page's renderer asks the sheet that is shown for the bounds of the changed cells. Just
 * after the shown sheet was deleted there is none, and the renderer throws: the deletion broke off in the middle, before
 * all formulas that read the sheet had become #REF!. Where no sheet is shown, nothing needs drawing.
 */
import { SheetRenderController } from "@univerjs/preset-sheets-core";

interface Renderer {
  _sheetSkeletonManagerService: { getCurrentParam(): unknown };
  _rangeToBounds(ranges: unknown[]): unknown[];
}

let repaired = false;

export function repairChangesElsewhere(): void {
  if (repaired) return;
  repaired = true;
  const renderer = SheetRenderController.prototype as unknown as Renderer;
  const bounds = renderer._rangeToBounds;
  renderer._rangeToBounds = function (ranges) {
    return this._sheetSkeletonManagerService.getCurrentParam() === undefined
      ? []
      : bounds.call(this, ranges);
  };
}
