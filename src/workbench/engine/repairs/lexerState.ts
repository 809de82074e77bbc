/**
 * A half-typed `=SUM(Table[` leaves the one shared lexer inside an open bracket, and every later formula is #NAME? until
 * the page is loaded anew: its reset forgets two of its fields.
 */
import { LexerTreeBuilder } from "@univerjs/engine-formula";

interface LexerState {
  _resetTemp(): void;
  _squareBracketState: number;
  _tableBracketState: boolean;
  isReset?: boolean;
}

export function installLexerState(): void {
  const prototype = LexerTreeBuilder.prototype as unknown as LexerState;
  if (prototype.isReset) return;
  prototype.isReset = true;
  const reset = prototype._resetTemp;
  prototype._resetTemp = function (this: LexerState): void {
    reset.call(this);
    this._squareBracketState = 0;
    this._tableBracketState = false;
  };
}
