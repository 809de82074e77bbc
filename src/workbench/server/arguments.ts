/** What `npm start` was given, checked before anything starts. */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { FileRefusal } from "../../xlsx";
import { openFile } from "../files";

/** Its message is for the person at the terminal. */
export class StartProblem extends Error {}

const USAGE = "Use: npm start [-- [--port 8080] [team.xlsx]]";

export function readArguments(given: string[]): {
  file?: string;
  /** 0 = any free port */
  port: number;
} {
  let file: string | undefined;
  let port = 0;
  for (let index = 0; index < given.length; index++) {
    const word = given[index] ?? "";
    if (word === "--port") {
      const text = given[++index] ?? "";
      port = Number(text);
      if (!/^\d+$/.test(text) || port < 1 || port > 65535)
        throw new StartProblem(
          `--port needs a number from 1 to 65535; got "${text}". ${USAGE}`,
        );
    } else if (word.startsWith("-")) {
      throw new StartProblem(`There is no option ${word}. ${USAGE}`);
    } else if (file !== undefined) {
      throw new StartProblem(
        `One workbook can be opened at a time; got ${file} and ${word}. ${USAGE}`,
      );
    } else file = word;
  }
  return { ...(file === undefined ? {} : { file }), port };
}

/** The full path of a workbook that opens; otherwise a sentence says why it does not. */
export async function usableWorkbook(
  folder: string,
  file: string,
): Promise<string> {
  const path = resolve(folder, file);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new StartProblem(`There is no file ${file} in ${folder}.`);
  if (!stats.isFile())
    throw new StartProblem(
      `${file} is a folder; name an .xlsx file inside it.`,
    );
  try {
    await openFile(new Uint8Array(readFileSync(path)));
  } catch (problem) {
    if (!(problem instanceof FileRefusal)) throw problem;
    throw new StartProblem(`${file} cannot be opened. ${problem.message}`);
  }
  return path;
}
