import type { Written } from './cases.ts';
import type { Score } from './score.ts';

type Count = { reports: number; seeds: string[] };

/** Sorts the faults of one field by what was chosen while the reports were made, so that a cause stands out. */
export class Why {
  readonly #field: string;
  readonly #all: Count = { reports: 0, seeds: [] };
  readonly #traits = new Map<string, Count>();

  constructor(field: string) {
    this.#field = field;
  }

  add(name: string, { report, style }: Pick<Written, 'report' | 'style'>, score: Score): void {
    const found = score.fields.find(({ field }) => field === this.#field);
    if (!found) return;
    const { width: _width, page: _page, size: _size, ...told } = style as Record<string, unknown>;
    const traits = { edition: report.edition, ...report.traits, ...told };
    this.#count(this.#all, found, name);
    for (const [trait, value] of Object.entries(traits)) {
      const key = `${trait}: ${value}`;
      const count = this.#traits.get(key) ?? { reports: 0, seeds: [] };
      this.#traits.set(key, count);
      this.#count(count, found, name);
    }
  }

  #count(count: Count, found: { right: number; total: number }, name: string): void {
    count.reports += 1;
    if (found.right < found.total) count.seeds.push(name);
  }

  /** The traits under which reports are faulty more often than by chance, the surest first. */
  lines(most: number): string[] {
    const usual = this.#all.seeds.length / Math.max(1, this.#all.reports);
    return [...this.#traits]
      .map(([trait, count]) => ({ trait, ...count, faulty: count.seeds.length }))
      .map((entry) => ({
        ...entry,
        excess: (entry.faulty - usual * entry.reports) / Math.sqrt(Math.max(1e-9, entry.reports * usual * (1 - usual))),
      }))
      .filter(({ excess, faulty }) => excess > 1.3 && faulty > 1)
      .sort((a, b) => b.excess - a.excess)
      .slice(0, most)
      .map(
        ({ trait, faulty, reports, seeds }) =>
          `${String(faulty).padStart(4)} of ${String(reports).padStart(4)} reports  ${trait}   e.g. ${seeds.slice(0, 3).join('; ')}`,
      );
  }
}
