/** The agreement that a reference file asks for: |got - expected| <= abs + rel x |expected|, cell by cell. */
export interface Tolerance {
  abs?: number;
  /** One per column where the columns differ. */
  rel?: number | number[];
}

export function expectClose(
  got: unknown,
  expected: unknown,
  tolerance: Tolerance | null,
): void {
  if (Array.isArray(expected)) {
    expect(Array.isArray(got) ? got.length : got).toBe(expected.length);
    expected.forEach((each, at) =>
      expectClose((got as unknown[])[at], each, ofColumn(tolerance, each, at)),
    );
    return;
  }
  if (typeof expected !== "number") {
    expect(got).toEqual(expected);
    return;
  }
  expect(typeof got).toBe("number");
  const { abs = 0 } = tolerance ?? {};
  const rel = (tolerance?.rel ?? 0) as number;
  const off = Math.abs((got as number) - expected);
  if (!(off <= abs + rel * Math.abs(expected))) expect(got).toBe(expected);
}

function ofColumn(
  tolerance: Tolerance | null,
  each: unknown,
  at: number,
): Tolerance | null {
  if (Array.isArray(each) || !Array.isArray(tolerance?.rel)) return tolerance;
  return { ...tolerance, rel: tolerance.rel[at] ?? 0 };
}
