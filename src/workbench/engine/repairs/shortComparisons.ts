/**
 * Univer answers `$E$1:$W$1<=F1` from its index of each column: it compares every value that any row of the column ever
 * had, to use the one row asked for. A short range is compared cell by cell. Equality stays with the index, which finds
 * it without a walk.
 */
import {
  ArrayValueObject,
  ErrorType,
  ErrorValueObject,
} from "@univerjs/engine-formula";
import type { Nullable } from "@univerjs/core";
import type { BaseValueObject } from "@univerjs/engine-formula";

/** Rows up to which the cells themselves are compared. */
const short = 100;
/** Univer's number of the operation "compare". */
const comparing = 5;

type Operate = (
  this: ArrayValueObject,
  value: BaseValueObject,
  column: number,
  result: BaseValueObject[][],
  kind: number,
  operator?: string,
  caseSensitive?: boolean,
) => void;

interface Operator {
  _batchOperatorValue: Operate;
  isShort?: boolean;
}

export function installShortComparisons(): void {
  const prototype = ArrayValueObject.prototype as unknown as Operator;
  if (prototype.isShort) return;
  prototype.isShort = true;
  const operate = prototype._batchOperatorValue;
  prototype._batchOperatorValue = function (value, column, result, ...rest) {
    const [kind, operator, caseSensitive] = rest;
    const rows = this.getRowCount();
    if (kind !== comparing || !operator || operator === "=" || rows > short)
      return operate.call(this, value, column, result, ...rest);
    for (let row = 0; row < rows; row++)
      (result[row] ??= [])[column] = compared(
        this.getValueOrDefault(row, column),
        value,
        operator,
        caseSensitive,
      );
  };
}

function compared(
  cell: Nullable<BaseValueObject>,
  value: BaseValueObject,
  operator: string,
  caseSensitive: boolean | undefined,
): BaseValueObject {
  if (!cell) return ErrorValueObject.create(ErrorType.NA);
  if (cell.isError()) return cell;
  if (value.isError()) return value;
  return cell.compare(value, operator as never, caseSensitive);
}
