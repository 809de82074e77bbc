/**
 * A function that throws ends Univer's calculation for good. Here it ends one cell with #VALUE!. Whatever else throws in
 * the middle of a calculation leaves everybody who waits for its end waiting for ever; here it ends at once.
 */
import {
  ErrorType,
  ErrorValueObject,
  Interpreter,
  Lexer,
} from "@univerjs/engine-formula";
import type { ICalculateFormulaService } from "@univerjs/engine-formula";
import type { Services } from "../services";

/** What broke each calculator's last calculation. */
const breakages = new WeakMap<ICalculateFormulaService, unknown>();

/** Why the calculation that has just ended broke off; undefined when it did not. */
export function takeBreakage(calculator: ICalculateFormulaService): unknown {
  const fault = breakages.get(calculator);
  breakages.delete(calculator);
  return fault;
}

interface Stepping {
  _executeStep(): Promise<unknown>;
}

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
  const executeAsync = interpreter.executeAsync.bind(interpreter);
  interpreter.executeAsync = async (node) => {
    try {
      return await executeAsync(node);
    } catch (fault) {
      console.error("A formula's function failed:", fault);
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  };
  const { calculator } = services;
  const steps = calculator as unknown as Stepping;
  const executeStep = steps._executeStep.bind(calculator);
  steps._executeStep = async () => {
    try {
      return await executeStep();
    } catch (fault) {
      breakages.set(calculator, fault);
      return undefined;
    }
  };
}
