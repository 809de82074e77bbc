/** xoshiro128** by Blackman and Vigna, seeded through splitmix32: the same numbers on every machine. */
export class Random {
  constructor(private readonly state: [number, number, number, number]) {}

  static seeded(seed: number): Random {
    let s = seed >>> 0;
    const next = (): number => {
      s = (s + 0x9e3779b9) >>> 0;
      let z = s;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return (z ^ (z >>> 16)) >>> 0;
    };
    return new Random([next(), next(), next(), next()]);
  }

  /** A whole number from 0 to 2^32 - 1. */
  whole(): number {
    const [a, b, c, d] = this.state;
    const rotate = (x: number, by: number): number =>
      ((x << by) | (x >>> (32 - by))) >>> 0;
    const result = Math.imul(rotate(Math.imul(b, 5) >>> 0, 7), 9) >>> 0;
    const third = c ^ a;
    const fourth = d ^ b;
    this.state[1] = (b ^ third) >>> 0;
    this.state[0] = (a ^ fourth) >>> 0;
    this.state[2] = (third ^ (b << 9)) >>> 0;
    this.state[3] = rotate(fourth >>> 0, 11);
    return result;
  }

  /** At least 0, below 1. */
  share(): number {
    return this.whole() / 2 ** 32;
  }

  happens(rate: number): boolean {
    return this.share() < rate;
  }

  /** Gamma with shape 2: nothing happens at once, and the tail is long. */
  lag(mean: number): number {
    return (
      (-Math.log(1 - this.share()) - Math.log(1 - this.share())) * (mean / 2)
    );
  }

  logNormal(median: number, spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.share()));
    return (
      median * Math.exp(spread * radius * Math.cos(2 * Math.PI * this.share()))
    );
  }

  pick<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    let left =
      this.share() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return choices.at(-1)![0];
  }
}
