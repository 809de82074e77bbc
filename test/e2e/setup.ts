/** Before the browser tests: one build, used by all of them, made only when the sources are newer. */
import { ensureBuilt } from "../../src/tools/build";

module.exports = async (): Promise<void> => {
  ensureBuilt((line) => process.stderr.write(`${line}\n`));
};
