import { type Case, type Format, formats } from './cases.ts';
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
