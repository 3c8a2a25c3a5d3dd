import { plainTitle } from '../contents.ts';
import type { LaidOut } from '../layout.ts';
import type { RecordBlock } from '../record.ts';
import { chapterTitle, isCoreComponent, titleWithQuestion } from './titles.ts';

/** A chapter as indexes into the blocks: its heading, and the blocks [from, to) under it. */
export type Chapter = { readonly heading: number; readonly from: number; readonly to: number };

export type Chapters = {
  readonly summary: Chapter | null;
  readonly feedback: Chapter | null;
};

/**
 * Finds the executive summary and the feedback chapter, by their names and by how the headings stand to one another.
 * Where nothing is called feedback, the chapter is the run of sections that carry the names of core components.
 */
export function findChapters(laid: LaidOut): Chapters {
  const { text, blocks } = laid;
  const titleAt = (i: number) => (isHeading(blocks[i]!) ? chapterTitle(text.slice(...blocks[i]!.span)) : null);
  const kinds = blocks.map((_, i) => titleAt(i));
  const known: Known = { repeated: repeatedHeadings(laid), lastCore: lastCoreComponent(laid) };
  const reach = (i: number): Chapter => ({ heading: i, from: i + 1, to: endOf(laid, kinds, known, i) });
  const letters = (c: Chapter) => (c.to > c.from ? blocks[c.to - 1]!.span[1] - blocks[c.from]!.span[0] : 0);
  // Lists of links to the chapters look like headings on some pages.
  const long = (c: Chapter | null) => (c && letters(c) > 200 ? c : null);
  const longest = (found: readonly Chapter[]) =>
    found.reduce<Chapter | null>((most, c) => (most === null || letters(c) > letters(most) ? c : most), null);
  const called = (...names: (typeof kinds)[number][]) =>
    kinds.flatMap((kind, i) => (kind !== null && names.includes(kind) ? [reach(i)] : []));

  const feedback =
    long(longest(called('feedback'))) ??
    long(longest(called('either'))) ??
    unnamed(laid, kinds) ??
    longest(called('feedback', 'either'));
  const summary =
    called('summary', 'either').find(
      (c) => c.to > c.from && c.heading !== feedback?.heading && (feedback === null || c.heading < feedback.heading),
    ) ?? null;
  // A summary that has no chapter of its own inside it ends where the feedback begins.
  return {
    summary: summary && feedback ? { ...summary, to: Math.min(summary.to, feedback.heading) } : summary,
    feedback,
  };
}

/** Headings printed three times or more: the furniture of a site, or a running title that was taken for one. */
export function repeatedHeadings({ text, blocks }: LaidOut): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (!isHeading(block)) continue;
    const title = plainTitle(text.slice(...block.span));
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return new Set([...counts].filter(([title, n]) => n >= 3 && title !== '').map(([title]) => title));
}

function isHeading(block: RecordBlock): boolean {
  return block.kind === 'heading' && !block.contents;
}

/** "4" of "4." and of "4)", else null. */
function number(block: RecordBlock): number | null {
  const match = block.label?.match(/^\(?(\d{1,2})[.):]?$/u);
  return match ? Number(match[1]) : null;
}

/** What is known of the headings of the whole report. */
type Known = { readonly repeated: ReadonlySet<string>; readonly lastCore: number };

function endOf(laid: LaidOut, kinds: readonly (string | null)[], known: Known, start: number): number {
  const { text, blocks } = laid;
  const opening = blocks[start]!;
  const level = opening.level ?? 6;
  const own = number(opening);
  let first = start + 1;
  while (first < blocks.length && !isHeading(blocks[first]!)) first += 1;
  // Where the first heading inside stands as high as the chapter's own, levels tell nothing.
  const flat = first < blocks.length && kinds[first] === null && (blocks[first]!.level ?? 6) <= level;
  for (let i = start + 1; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (!isHeading(block)) continue;
    if (own !== null && block.label?.startsWith(`${own}.`) && /^\d+\.\d/u.test(block.label)) continue;
    if (known.repeated.has(plainTitle(text.slice(...block.span))) && (block.level ?? 6) <= level) return i;
    const theirs = number(block);
    if (own !== null && theirs !== null && theirs > own && (block.level ?? 6) <= level) return i;
    // A list of recommendations may stand inside the feedback, at the end of a section: more sections follow it.
    if (kinds[i] === 'recommendations' && kinds[start] === 'feedback' && i < known.lastCore) continue;
    if (kinds[i] !== null && (i !== start + 1 || kinds[i] !== 'feedback')) return i;
    if (isCoreComponent(text.slice(...block.span))) {
      if (kinds[start] === 'summary') return i;
      continue;
    }
    if (!flat && own === null && (block.level ?? 6) <= level) return i;
    if (own !== null && theirs === null && (block.level ?? 6) < level) return i;
  }
  return blocks.length;
}

/** Index of the last heading that is a core component, or 0. */
function lastCoreComponent({ text, blocks }: LaidOut): number {
  for (let i = blocks.length - 1; i > 0; i--)
    if (isHeading(blocks[i]!) && isCoreComponent(text.slice(...blocks[i]!.span))) return i;
  return 0;
}

/** The sections named after core components that follow one another with text under them, with no chapter around. */
function unnamed(laid: LaidOut, kinds: readonly (string | null)[]): Chapter | null {
  const { text, blocks } = laid;
  const core = blocks.flatMap((block, i) => {
    if (block.contents || block.kind === 'table-cell' || block.kind === 'list-item') return [];
    const own = text.slice(...block.span);
    const title = titleWithQuestion(own)?.title ?? own;
    const under = blocks[i + 1];
    const opens = under !== undefined && under.kind === 'paragraph' && under.span[1] - under.span[0] > 80;
    return isCoreComponent(title) && opens ? [i] : [];
  });
  if (core.length < 2) return null;
  const first = core[0]!;
  const last = core.at(-1)!;
  const after = kinds.findIndex((kind, i) => i > last && kind !== null);
  return { heading: first, from: first, to: after < 0 ? blocks.length : after };
}
