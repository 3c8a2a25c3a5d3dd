import type { Peer } from '../../findings.ts';
import type { Line } from '../lines.ts';
import { flatRowStarts, isFlatHead, peerOfFlatRow } from './flat-rows.ts';

/** Lines that may belong to such a table at the most. */
const longest = 60;

/**
 * The peers of a table whose cells lost what stood between them: its head on one line, then rows in which a name, a
 * role and an organisation follow one another, some of them over several lines, some of them two to a line.
 * @returns null where no such table begins at `from`; `next` is the first line after it
 */
export function flatTable(lines: readonly Line[], from: number): { peers: Omit<Peer, 'group'>[]; next: number } | null {
  if (!isFlatHead(lines[from]!.text)) return null;
  const peers: Omit<Peer, 'group'>[] = [];
  let row: { text: string; start: number; end: number } | null = null;
  let next = from + 1;
  const close = () => {
    const peer = row && peerOfFlatRow(row.text);
    if (row && peer) peers.push({ ...peer, span: [row.start, row.end] });
    row = null;
  };
  for (; next < Math.min(lines.length, from + longest); next++) {
    const line = lines[next]!;
    const starts = flatRowStarts(line.text);
    const short = line.text.length <= 60 && !/[.:;?!]$/u.test(line.text);
    // A heading is none of a row; what a row's last cell goes on with is short, and its row is not whole without it.
    if (line.block.cell || (starts.length === 0 && (!short || !needsMore(row, line)))) break;
    const cuts = starts[0] === 0 ? starts : [0, ...starts];
    cuts.forEach((start, i) => {
      const text = line.text.slice(start, cuts[i + 1]).trimEnd();
      const end = line.start + start + text.length;
      if (starts.includes(start)) {
        close();
        row = { text, start: line.start + start, end };
      } else if (row !== null) row = { ...row, text: `${row.text} ${text}`, end };
    });
  }
  close();
  return peers.length > 1 ? { peers, next } : null;
}

/** Does a row want what this line says? */
function needsMore(row: { readonly text: string } | null, line: Line): boolean {
  if (row === null || line.block.kind === 'heading') return false;
  if (/\bLocal$/u.test(row.text) && /^Government\b/u.test(line.text)) return true;
  if (peerOfFlatRow(`${row.text} ${line.text}`) === null) return false;
  const open = /(?:\b(?:of|and|the)|[&,–-])$/u.test(row.text);
  const ends = /^(?:\p{L}+ )*(?:council|association|authority)$|^\(\p{Lu}+\)$/iu.test(line.text);
  return open || ends || peerOfFlatRow(row.text) === null;
}
