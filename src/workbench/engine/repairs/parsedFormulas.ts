/**
 * Univer keeps 5,000 parsed formulas for the whole process. With 10,000 different ones each calculation parses them all,
 * twice. The cache is not exported; it shows itself when the function service walks over it.
 */
import { LRUMap } from "@univerjs/core";
import type { Services } from "../services";

const roomFor = 500_000;

interface Cache {
  limit: number;
}

export function installParsedFormulas({ functions }: Services): void {
  const walk = LRUMap.prototype.forEach;
  LRUMap.prototype.forEach = function (this: Cache): void {
    this.limit = roomFor;
  } as typeof walk;
  try {
    functions.deleteFormulaAstCacheKey("");
  } finally {
    LRUMap.prototype.forEach = walk;
  }
}

/** Parsed formulas know their functions: to be called when functions come or go. */
export const forgetParsedFormulas = ({ functions }: Services): void =>
  functions.deleteFormulaAstCacheKey("");
