/** A function that throws ends Univer's calculation for good. Here it ends one cell with #VALUE!. */
import {
  ErrorType,
  ErrorValueObject,
  Interpreter,
  Lexer,
} from "@univerjs/engine-formula";
import type { Services } from "../services";

export function installThrowing(services: Services): void {
  const interpreter = services.find(Interpreter);
  const execute = interpreter.execute.bind(interpreter);
  interpreter.execute = (node) => {
    try {
      return execute(node);
    } catch (fault) {
      console.error("A formula's function failed:", fault);
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  };
  const lexer = services.find(Lexer);
  const parse = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, suffix) => {
    try {
      return parse(formula, suffix);
    } catch (fault) {
      console.error(`Univer could not read the formula ${formula}:`, fault);
      return ErrorType.VALUE;
    }
  };
}
