/** One formula: every FUNNEL call in it replaced by its plain formula, everything else byte for byte as typed. */
import { tokenize, type Token } from "@borgar/fx";
import { writeCall, type WrittenArgument } from "./call";
import { refuseBeyondLimits, refuseLong } from "./limits";
import { NotPortable, type PortableFunction, type Size } from "./model";
import {
  isCall,
  isOperator,
  isReference,
  isSpace,
  ownId,
  partsOf,
  plainName,
  type CallPart,
  type Part,
} from "./parts";
import { cellCount } from "./references";
import { sizeOf, type Scope } from "./size";

export interface Rewriting extends Omit<Scope, "bound"> {
  functions: ReadonlyMap<string, PortableFunction>;
  /** The plain range for `B5#` where B5 will no longer spill by itself. */
  fixedSpill: (cell: string) => string | undefined;
}

export interface Rewritten {
  formula: string;
  /** Must be array-entered to be calculated as before. */
  isArray: boolean;
  /** Of the whole formula, as far as its text tells. */
  size: Size | undefined;
}

/** Throws NotPortable. */
export function rewrite(formula: string, rewriting: Rewriting): Rewritten {
  const writer = new Writer(rewriting);
  const { text, tokens } = writer.list(partsOf(formula), new Map());
  const written = `=${text}`;
  refuseBeyondLimits(written);
  const size = sizeOf(tokens, { ...rewriting, bound: new Map() });
  return { formula: written, isArray: writer.isArray, size };
}

type Bound = Scope["bound"];

class Writer {
  isArray = false;

  constructor(private readonly rewriting: Rewriting) {}

  /** A whole formula or one argument. */
  list(parts: readonly Part[], bound: Bound): WrittenArgument {
    const text: string[] = [];
    const tokens: Token[] = [];
    const put = (written: WrittenArgument): void => {
      text.push(written.text);
      tokens.push(...written.tokens);
    };
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]!;
      const behind = nextPart(parts, at);
      const called = parts[behind];
      if (isOperator(part, "@") && isCall(called) && isOwn(called)) {
        put(this.first(called, bound, isAlone(parts, at, behind)));
        at = behind;
      } else if (isCall(part)) put(this.call(part, bound, parts, at));
      else if (isReference(part) && isOperator(parts[at + 1], "#")) {
        const fixed = this.rewriting.fixedSpill(part.value);
        if (fixed === undefined) put(asTyped(part));
        else {
          put(this.spilled(fixed));
          at++;
        }
      } else put(asTyped(part));
    }
    return { text: text.join(""), tokens };
  }

  private call(
    part: CallPart,
    bound: Bound,
    parts: readonly Part[],
    at: number,
  ): WrittenArgument {
    if (isOwn(part)) return this.own(part, bound, isAlone(parts, at, at));
    const name = plainName(part.callee);
    const [only, ...more] = part.arguments;
    if (name === "SINGLE" && only !== undefined && more.length === 0) {
      const inside = nextPart(only, -1);
      const called = only[inside];
      if (isCall(called) && isOwn(called) && isAlone(only, inside, inside))
        return this.first(called, bound, isAlone(parts, at, at));
    }
    if (name === "ANCHORARRAY" && only?.length === 1 && isReference(only[0])) {
      const fixed = this.rewriting.fixedSpill(only[0].value);
      if (fixed !== undefined) return this.spilled(fixed);
    }
    return this.other(part, name, bound);
  }

  /** A plain range in place of `B5#`, which is calculated cell by cell wherever it stands. */
  private spilled(range: string): WrittenArgument {
    this.isArray = true;
    return { text: range, tokens: tokenize(range) };
  }

  /** A call of any other function, whose arguments may hold ours. */
  private other(part: CallPart, name: string, bound: Bound): WrittenArgument {
    const inner = new Map(bound);
    const last = part.arguments.length - 1;
    const binds = (at: number): boolean =>
      at < last && (name === "LAMBDA" || (name === "LET" && at % 2 === 0));
    let waiting: string | undefined;
    const given = part.arguments.map((each, at) => {
      const written = this.list(each, inner);
      if (binds(at)) {
        waiting = written.text
          .trim()
          .replace(/^\[|\]$/g, "")
          .toUpperCase();
        inner.set(waiting, undefined);
      } else if (name === "LET" && at < last && waiting !== undefined)
        inner.set(waiting, this.size(written, inner));
      return written;
    });
    return {
      text: `${part.callee}(${given.map(({ text }) => text).join(",")})`,
      tokens: [
        { type: "func", value: part.callee },
        sign("("),
        ...given.flatMap(({ tokens }, at) =>
          at === 0 ? tokens : [sign(","), ...tokens],
        ),
        sign(")"),
      ],
    };
  }

  private own(
    part: CallPart,
    bound: Bound,
    isArgument: boolean,
  ): WrittenArgument {
    const { text, ...size } = this.plain(part, bound);
    return {
      text: isArgument ? text : `(${text})`,
      tokens: standIn(size),
    };
  }

  /** @FUNNEL.X(…): the first value. */
  private first(
    part: CallPart,
    bound: Bound,
    isArgument: boolean,
  ): WrittenArgument {
    const { text, ...size } = this.plain(part, bound);
    const tokens = standIn({ rows: 1, columns: 1 });
    if (cellCount(size) > 1) return { text: `INDEX(${text},1,1)`, tokens };
    return { text: isArgument ? text : `(${text})`, tokens };
  }

  private plain(part: CallPart, bound: Bound): Size & { text: string } {
    const id = ownId(part.callee)!;
    const known = this.rewriting.functions.get(id);
    if (known === undefined)
      throw new NotPortable(
        `FUNNEL.${id} is not known to this version of the add-in`,
      );
    const given = part.arguments.map((each) => this.list(each, bound));
    const written = writeCall(known, given, { ...this.rewriting, bound });
    const { formula, rows, columns, isCalculated } = written;
    refuseLong(formula);
    this.isArray ||= isCalculated || rows * columns > 1;
    return { text: formula.slice(1), rows, columns };
  }

  private size({ tokens }: WrittenArgument, bound: Bound): Size | undefined {
    return sizeOf(tokens, { ...this.rewriting, bound });
  }
}

const isOwn = (part: CallPart): boolean => ownId(part.callee) !== undefined;

const sign = (value: string): Token => ({ type: "operator", value });

const asTyped = (token: Token): WrittenArgument => ({
  text: token.value,
  tokens: [token],
});

/** Zeros in the shape of a result, for the question how large an expression around it is. */
function standIn({ rows, columns }: Size): Token[] {
  if (rows * columns === 1) return tokenize("0");
  const line = new Array(columns).fill(0).join(",");
  return tokenize(`{${new Array(rows).fill(line).join(";")}}`);
}

/** The next part that is no space; the length where there is none. */
function nextPart(parts: readonly Part[], at: number): number {
  let next = at + 1;
  while (isSpace(parts[next])) next++;
  return next;
}

/** Whether nothing but spaces or one pair of brackets stands around, so that no operator can reach in. */
function isAlone(parts: readonly Part[], from: number, to: number): boolean {
  const before = parts.slice(0, from).filter((part) => !isSpace(part));
  const after = parts.slice(to + 1).filter((part) => !isSpace(part));
  return (
    (before.length === 0 && after.length === 0) ||
    (isOperator(before.at(-1), "(") && isOperator(after[0], ")"))
  );
}
