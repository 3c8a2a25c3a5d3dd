import type { Peer } from '../../findings.ts';
import { type Line, spanIn } from '../lines.ts';
import { unglued } from './glued.ts';
import { type PrintedPeer, peerOf } from './peer-line.ts';
import { partsOfProse } from './prose.ts';
import { isOrganisation, isPersonName, saysRole } from './words.ts';

type Ungrouped = Omit<Peer, 'group'>;

/** Lines that one peer's line may be set over, and its letters: a narrow column breaks it into three. */
const mostLines = 4;
const longestPart = 90;

/**
 * The peers that a line introduces, with the lines after it that go on with it: its column was narrow, or a page turned
 * in its middle and left a header there. `next` is the first line after them.
 */
export function peersAt(lines: readonly Line[], at: number): { readonly found: Ungrouped[]; readonly next: number } {
  const line = lines[at]!;
  const own = peersOfLine(line);
  if (own.length > 1 || line.block.cell || line.text.length > 2 * longestPart) return { found: own, next: at + 1 };
  const column = own.length === 0 ? inColumn(lines, at) : null;
  if (column !== null) return column;
  let best = bare(line.text);
  let found = own;
  let next = at + 1;
  for (const { text, to } of continuations(lines, at)) {
    const peer = bare(text);
    if (peer === null || !isBetter(best, peer, line.text)) continue;
    best = peer;
    found = [{ ...peer, confidence: Math.min(0.8, peer.confidence), span: [line.start, lines[to]!.block.span[1]] }];
    next = to + 1;
  }
  return { found, next };
}

/** The peers of one line; a line of several stands between semicolons. */
function peersOfLine(line: Line): Ungrouped[] {
  for (const pieces of [partsOfProse(line.text), unglued(line.text)]) {
    if (pieces.length < 2) continue;
    const found = pieces.flatMap(({ text, start }) => placed(line, start, text, 0.8));
    if (found.length > 1) return found;
  }
  return placed(line, 0, line.text, 1);
}

/** The peer that `text` introduces, at most as sure as `surety`. */
function placed(line: Line, start: number, text: string, surety: number): Ungrouped[] {
  const peer = bare(text);
  if (!peer) return [];
  return [{ ...peer, confidence: Math.min(surety, peer.confidence), span: spanIn(line, start, start + text.length) }];
}

const bare = (text: string): PrintedPeer | null => peerOf(text.replace(/[.;,\s]+$/u, ''));

/** A line joined with those after it: one, two or three of them, with or without a stray one in between. */
function* continuations(lines: readonly Line[], at: number): Generator<{ readonly text: string; readonly to: number }> {
  const first = lines[at]!;
  if (/[.:!?]$/u.test(first.text)) return;
  let text = first.text;
  for (let to = at + 1; to < Math.min(lines.length, at + mostLines); to++) {
    const line = lines[to]!;
    if (!goesOn(first, line)) return;
    const stray = lines[to + 1];
    if (to === at + 1 && stray && goesOn(first, stray) && isStray(line)) yield { text: join(text, stray), to: to + 1 };
    text = join(text, line);
    yield { text, to };
  }
}

/** May this line be the rest of a peer's line? */
function goesOn(first: Line, line: Line): boolean {
  if (line.block.cell || line.text.length > longestPart || /[.:?!]$/u.test(line.text)) return false;
  // A dash at the edge of a narrow column looks like a bullet of another shape.
  if (line.block.kind === 'list-item' && !(isDash(line) && first.block.label !== line.block.label)) return false;
  if (line.block.kind === 'heading' && !isPersonName(line.text)) return false;
  const own = peersOfLine(line);
  // "Lead Member Peer – Councillor" waits for the name that the next line begins with.
  const waits = () => saysRole(first.text) && peersOfLine(first).length === 0;
  return own.length === 0 || (own.length === 1 && own[0]!.role === null && own[0]!.confidence < 0.7 && waits());
}

const isDash = (line: Line): boolean => /^[-–—]$/u.test(line.block.label ?? '');

/** A header or a page number that the turn of a page left among the lines. */
function isStray(line: Line): boolean {
  return (
    line.block.kind === 'paragraph' &&
    (/\d/u.test(line.text) || /\b(?:council|challenge|report|review|page)\b/iu.test(line.text))
  );
}

function join(text: string, line: Line): string {
  return `${text} ${isDash(line) ? `${line.block.label} ` : ''}${line.text}`;
}

/** Does the longer text say more, and nothing that belongs elsewhere? */
function isBetter(old: PrintedPeer | null, peer: PrintedPeer, first: string): boolean {
  // "Challenge Manager –" waits for its name.
  if (old === null && peer.organisation === null && /[-–—,]$/u.test(first)) return true;
  if (peer.organisation === null || !isOrganisation(peer.organisation)) return false;
  if (old === null || old.organisation === null) return true;
  // What was only taken for an organisation: "Ada Thornbeck – Former".
  if (old.role === null && old.confidence < 0.7 && peer.role !== null) return true;
  if (peer.party !== null && old.party === null) return true;
  const ends = /\b(?:council|authority|association|\(lga\))$/iu;
  return (
    peer.organisation !== old.organisation &&
    peer.organisation.startsWith(old.organisation) &&
    (!isOrganisation(old.organisation) || (ends.test(peer.organisation) && !ends.test(old.organisation)))
  );
}

/** A name, a role and an organisation, each on a line of its own: a last row that came loose from its table. */
function inColumn(lines: readonly Line[], at: number): { found: Ungrouped[]; next: number } | null {
  const [name, role, body] = lines.slice(at, at + 3);
  if (!name || !role || !body || [name, role, body].some((line) => line.block.cell)) return null;
  if (!isPersonName(name.text) || !saysRole(role.text) || isOrganisation(role.text) || !isOrganisation(body.text))
    return null;
  const peer = bare(`${name.text} | ${role.text} | ${body.text}`);
  if (peer === null) return null;
  return { found: [{ ...peer, confidence: 0.7, span: [name.start, body.block.span[1]] }], next: at + 3 };
}
