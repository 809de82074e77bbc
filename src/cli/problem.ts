/** What stops the command: sentences for the person at the terminal, and the exit code that a script sees. */
export class CliProblem extends Error {
  constructor(
    readonly sentences: readonly string[],
    /** 1: the plan or the file; 2: the command itself is wrong. */
    readonly exitCode: 1 | 2 = 1,
    /** What the sentences are about; stands above them. */
    readonly about?: string,
  ) {
    super(sentences.join("\n"));
    this.name = "CliProblem";
  }
}

/** "a, b or c" */
export const either = (words: readonly string[]): string =>
  words.length < 2
    ? words.join()
    : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** The known word that was probably meant. */
export function nearest(
  given: string,
  known: readonly string[],
): string | undefined {
  const most = Math.max(1, Math.floor(given.length / 4));
  const [best] = known
    .map((word) => ({ word, edits: edits(given, word) }))
    .filter(({ edits: count }) => count <= most)
    .sort((a, b) => a.edits - b.edits);
  return best?.word;
}

/** Letters to add, take away or change, without regard to case (Levenshtein 1965). */
function edits(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++)
      line.push(
        Math.min(
          above[column]! + 1,
          line[column - 1]! + 1,
          above[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1),
        ),
      );
    above = line;
  }
  return above.at(-1)!;
}
