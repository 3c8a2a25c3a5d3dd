import { type Case, type Format, formats } from './cases.ts';
import { type Damage, damages } from './damage.ts';
import { editions } from './make.ts';

/**
 * The reports that the tests read: four of every edition, all formats among them, the costly ones (PDF, Word) seldom.
 * @param prefix keeps one user's seeds apart from another's
 */
export function sampleCases(prefix: string, count: number, share: Readonly<Record<Format, number>>): Case[] {
  const turn = formats.flatMap((format) => Array.from({ length: share[format] }, () => format));
  return Array.from({ length: count }, (_, i) => ({
    seed: `${prefix}${i + 1}`,
    edition: editions[i % editions.length]!,
    // Stepping by a prime lets every edition meet every format.
    format: turn[(i * 7 + Math.floor(i / editions.length)) % turn.length]!,
  }));
}

/** What a format cannot suffer: only lines of text lose their empty lines or are cut with a hyphen. */
const suffers = (format: Format, damage: Damage): boolean =>
  damage === 'lost gaps'
    ? format === 'text'
    : damage === 'hyphens'
      ? format === 'text' || format === 'pdf'
      : damage === 'ligatures'
        ? format !== 'pdf'
        : true;

/** Reports with one kind of damage each, in turn, and every fifth with three kinds at once. */
export function damagedCases(prefix: string, count: number, share: Readonly<Record<Format, number>>): Case[] {
  return sampleCases(`${prefix}-hurt-`, count, share).map((one, i) => {
    const fit = damages.filter((damage) => suffers(one.format, damage));
    const first = damages[i % damages.length]!;
    if (!fit.includes(first)) return { ...one, format: 'text', damage: [first] };
    return {
      ...one,
      damage:
        i % 5 === 4
          ? [first, fit[(i * 3 + 1) % fit.length]!, fit[(i * 5 + 2) % fit.length]!].filter(
              (kind, at, all) => all.indexOf(kind) === at,
            )
          : [first],
    };
  });
}
