/**
 * XLOOKUP and XMATCH for the next smaller or larger item give the last of several equal ones in Univer; Excel gives the
 * first that the search meets.
 */
import { ArrayValueObject } from "@univerjs/engine-formula";
import type { BaseValueObject } from "@univerjs/engine-formula";

type Place = { row: number; column: number } | undefined;

interface Search {
  orderSearch(
    value: BaseValueObject,
    type?: number,
    isDescending?: boolean,
    isFuzzy?: boolean,
  ): Place;
  isFirstFound?: boolean;
}

export function installNearestMatch(): void {
  const prototype = ArrayValueObject.prototype as unknown as Search;
  if (prototype.isFirstFound) return;
  prototype.isFirstFound = true;
  const search = prototype.orderSearch;
  prototype.orderSearch = function (
    this: ArrayValueObject & Search,
    value,
    type,
    isDescending,
    isFuzzy,
  ) {
    const last = search.call(this, value, type, isDescending, isFuzzy);
    const nearest = last && this.get(last.row, last.column);
    // Only XLOOKUP and XMATCH say in which direction they search.
    if (isDescending === undefined || !nearest) return last;
    let first: Place;
    const visit = (
      item: BaseValueObject | null | undefined | void,
      row: number,
      column: number,
    ): boolean | void => {
      if (!item || item.isEqual(nearest).getValue() !== true) return true;
      first = { row, column };
      return false;
    };
    if (isDescending) this.iteratorReverse(visit);
    else this.iterator(visit);
    return first ?? last;
  };
}
