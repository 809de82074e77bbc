/** What Univer 0.25.1 gets wrong, repaired; one file each, each proved by a case in test/fixtures/cases. */
import type { Services } from "../services";
import { installAnchorArray } from "./anchorArray";
import { installArraySumif } from "./arraySumif";
import { installCircular } from "./circular";
import { installDeletedNames } from "./deletedNames";
import { installDeletedSheets } from "./deletedSheets";
import { installDisjointRanges } from "./disjointRanges";
import { installEdate } from "./edate";
import { installLexerState } from "./lexerState";
import { installNearestMatch } from "./nearestMatch";
import { installParsedFormulas } from "./parsedFormulas";
import { installResults } from "./results";
import { installRewriting } from "./rewriting";
import type { Rewriter } from "./rewriting";
import { installShortComparisons } from "./shortComparisons";
import { installThrowing } from "./throwing";
import { installValueIndex } from "./valueIndex";

export interface RepairSetting {
  rewriter: Rewriter;
  /** The user has typed this cell's formula and it has not been calculated yet. */
  isTyped(sheet: string, row: number, column: number): boolean;
  tell(sheet: string, row: number, column: number, sentence: string): void;
}

export function installRepairs(
  services: Services,
  { rewriter, isTyped, tell }: RepairSetting,
): void {
  installLexerState();
  installValueIndex();
  installShortComparisons();
  installDisjointRanges();
  installNearestMatch();
  installRewriting(services, rewriter);
  installAnchorArray(services);
  installEdate(services);
  installArraySumif(services);
  installThrowing(services);
  installCircular(services, tell);
  installParsedFormulas(services);
  installDeletedNames(services);
  installDeletedSheets(services);
  installResults(services, isTyped);
}
