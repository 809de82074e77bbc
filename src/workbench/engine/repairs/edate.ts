/** Univer's EDATE runs over the end of a short month: EDATE(31 January, 1) is 3 March there, 28 February in Excel. */
import type { Nullable } from "@univerjs/core";
import { NumberValueObject } from "@univerjs/engine-formula";
import type {
  ArrayValueObject,
  BaseValueObject,
  FunctionVariantType,
} from "@univerjs/engine-formula";
import type { Services } from "../services";

const epoch = Date.UTC(1899, 11, 30);
const day = 86_400_000;

/** The serial date `months` later, on the same day of the month or its last. */
export function monthsLater(serial: number, months: number): number {
  const start = new Date(epoch + Math.floor(serial) * day);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + Math.trunc(months);
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(start.getUTCDate(), lastDay);
  return Math.round((Date.UTC(year, month, date) - epoch) / day);
}

const asArray = (value: FunctionVariantType): ArrayValueObject | undefined =>
  value.isArray() ? (value as ArrayValueObject) : undefined;

function cellOf(
  value: FunctionVariantType,
  row: number,
  column: number,
): Nullable<BaseValueObject> {
  const array = asArray(value);
  if (!array) return value as BaseValueObject;
  const single = array.getRowCount() * array.getColumnCount() === 1;
  return single ? array.get(0, 0) : array.get(row, column);
}

export function installEdate({ functions }: Services): void {
  const executor = functions.getExecutor("EDATE");
  if (!executor) throw new Error("Univer has no EDATE to repair.");
  const flawed = executor.calculate.bind(executor);
  executor.calculate = (start, months) => {
    const result = flawed(start as never, months as never);
    const repaired = (
      value: BaseValueObject | null,
      row: number,
      column: number,
    ): BaseValueObject => {
      const from = cellOf(start as FunctionVariantType, row, column);
      const count = cellOf(months as FunctionVariantType, row, column);
      if (!value?.isNumber() || !from || !count)
        return value as BaseValueObject;
      const serial = monthsLater(
        Number(from.getValue()),
        Number(count.getValue()),
      );
      return NumberValueObject.create(serial, "yyyy/mm/dd");
    };
    return (
      asArray(result as FunctionVariantType)?.map(repaired) ??
      repaired(result as BaseValueObject, 0, 0)
    );
  };
}
