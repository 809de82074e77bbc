/** ANCHORARRAY(A1): the cells that the formula in A1 fills, as `A1#` means. Univer has no such function. */
import {
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  RangeReferenceObject,
} from "@univerjs/engine-formula";
import type {
  BaseReferenceObject,
  FunctionVariantType,
} from "@univerjs/engine-formula";
import type { IRange } from "@univerjs/core";
import type { Services } from "../services";

type Ranges = Record<
  string,
  Record<string, Record<number, Record<number, IRange>>>
>;

class AnchorArray extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;
  override needsReferenceObject = true;

  override calculate(anchor: FunctionVariantType): FunctionVariantType {
    if (anchor.isError()) return anchor;
    const reference = anchor as BaseReferenceObject;
    if (!anchor.isReferenceObject() || !reference.isCell())
      return ErrorValueObject.create(ErrorType.REF);
    const first = reference.getFirstCell();
    if (first.isError()) return first;

    const { startRow, startColumn } = reference.getRangePosition();
    const [unitId, sheetId] = [reference.getUnitId(), reference.getSheetId()];
    const filled = (ranges: unknown): IRange | undefined =>
      (ranges as Ranges | undefined)?.[unitId]?.[sheetId]?.[startRow]?.[
        startColumn
      ];
    const range =
      filled(reference.getRuntimeArrayFormulaRange()) ??
      filled(reference.getArrayFormulaRange());
    const alone = {
      startRow,
      startColumn,
      endRow: startRow,
      endColumn: startColumn,
    };
    return areaOf(reference, range ? { ...range } : alone, sheetId, unitId);
  }
}

/** The same sheet's cells in another range, with everything the reference knows of running calculations. */
function areaOf(
  reference: BaseReferenceObject,
  range: IRange,
  sheetId: string,
  unitId: string,
): FunctionVariantType {
  const area = new RangeReferenceObject(range, sheetId, unitId);
  area.setForcedUnitIdDirect(unitId);
  area.setForcedSheetIdDirect(sheetId);
  area.setDefaultUnitId(unitId);
  area.setDefaultSheetId(sheetId);
  area.setUnitData(reference.getUnitData());
  area.setUnitStylesData(reference.getUnitStylesData());
  area.setRuntimeData(reference.getRuntimeData());
  area.setArrayFormulaCellData(reference.getArrayFormulaCellData());
  area.setArrayFormulaRange(reference.getArrayFormulaRange());
  area.setRuntimeArrayFormulaCellData(
    reference.getRuntimeArrayFormulaCellData(),
  );
  area.setRuntimeArrayFormulaRange(reference.getRuntimeArrayFormulaRange());
  area.setRuntimeFeatureCellData(reference.getRuntimeFeatureCellData());
  return area.toArrayValueObject(false);
}

export function installAnchorArray({ functions }: Services): void {
  functions.registerExecutors(new AnchorArray("ANCHORARRAY"));
}
