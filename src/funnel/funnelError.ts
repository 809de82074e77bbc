/**
 * The one way in which this mathematics fails. The kind says what Excel shows: "value" #VALUE! (a bad argument), "na"
 * #N/A (missing or not reached), "div0" #DIV/0! (a true division by zero), "num" #NUM! (no finite answer).
 */
export type FunnelErrorKind = "value" | "na" | "div0" | "num";

export class FunnelError extends Error {
  constructor(
    readonly kind: FunnelErrorKind,
    /** For people: what was wrong, what was given, what to do. */
    readonly sentence: string,
  ) {
    super(sentence);
    this.name = "FunnelError";
  }
}
