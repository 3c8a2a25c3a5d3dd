// Figures as they are printed: percentiles, marks met and missed.

export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** Percentiles by nearest rank: the smallest value that at least that share of the values does not pass. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

export const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
export const inWords = (spread: Spread) =>
  `p50 ${ms(spread.p50)}, p95 ${ms(spread.p95)}, p99 ${ms(spread.p99)}, slowest ${ms(spread.most)}`;

export interface Mark {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
}

/** Prints as it goes, and keeps the marks for the end. */
export class Report {
  readonly #marks: Mark[] = [];

  section(title: string): void {
    console.log(`\n${title}`);
  }

  line(what: string, figures: string): void {
    console.log(`  ${what.padEnd(46)} ${figures}`);
  }

  mark(mark: Mark): void {
    this.#marks.push(mark);
  }

  /** Returns whether every mark was met. */
  end(): boolean {
    if (this.#marks.length > 0) this.section('Marks');
    for (const { what, wanted, measured, met } of this.#marks) {
      this.line(what, `${met ? 'met   ' : 'MISSED'}  wanted ${wanted}, measured ${measured}`);
    }
    return this.#marks.every(({ met }) => met);
  }
}
