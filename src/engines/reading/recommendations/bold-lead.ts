import { type Piece, wordCount } from '../pieces.ts';

/** Length of a bold headline at the start of a piece, or 0: three words or more, ending as a sentence or title ends. */
export function boldLead(piece: Piece): number {
  const first = piece.bold.find(([start]) => start <= 1);
  if (!first) return 0;
  const lead = piece.text.slice(0, first[1]).trimEnd();
  const rest = piece.text.slice(lead.length);
  if (wordCount(lead) < 3) return 0;
  if (rest.trim() === '') return lead.length;
  // The stop may be printed in plain type after bold words.
  const stop = rest.match(/^[.:?!]+(?=\s)/u)?.[0] ?? '';
  const ends =
    stop !== '' || /[.:?!–—-]["'’”)]*$/u.test(lead) || /^\s*[–—-]\s/u.test(rest) || /^\s+["'‘“(]?\p{Lu}/u.test(rest);
  return ends ? lead.length + stop.length : 0;
}
