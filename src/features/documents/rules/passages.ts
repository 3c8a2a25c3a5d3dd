// The report's own paragraphs: which of them a find lights up, which stand round it, which stretches have no find.
import type { Find, RecordBlock, ReportRecord, Span } from './find.ts';

/** A piece of a paragraph, in order: words, lit or not, in bold as printed or not, or the mark of a new page. */
export type Run =
  | { readonly kind: 'words'; readonly text: string; readonly lit: boolean; readonly bold: boolean }
  | { readonly kind: 'page'; readonly page: number };

export interface Paragraph {
  /** The block in the record; the anchor of the paragraph on the page of the whole report. */
  readonly id: string;
  readonly kind: RecordBlock['kind'];
  readonly label: string | null;
  readonly page: number | null;
  /** Some of its words are lit and some are not, so the lit ones need a mark of their own. */
  readonly partly: boolean;
  readonly runs: readonly Run[];
}

/** Where a block's words are cut: where a span begins or ends, where bold type does, where the report turns a page. */
export function cutsOf(block: RecordBlock, spans: readonly Span[]): number[] {
  const [start, end] = block.span;
  const cuts = new Set([start, end]);
  for (const span of [...spans, ...(block.bold ?? [])]) for (const at of span) if (at > start && at < end) cuts.add(at);
  for (const { at } of block.pageBreaks) if (at > start && at < end) cuts.add(at);
  return [...cuts].sort((a, b) => a - b);
}

/** Words of the report for people. The dots that lead to a page number in a contents list say nothing and never break. */
export function wordsAt(record: Pick<ReportRecord, 'text'>, from: number, to: number): string {
  return record.text.slice(from, to).replaceAll(/(?:\s?[.·]){5,}\s*/g, ' … ');
}

const within = (spans: readonly Span[] | undefined, from: number, to: number) =>
  (spans ?? []).some(([a, b]) => a < to && b > from);

/** Whether words stand in bold type inside a paragraph. What is bold throughout, as a heading is, needs no telling. */
export function isBold(block: RecordBlock, from: number, to: number): boolean {
  const whole = (block.bold ?? []).some(([a, b]) => a <= block.span[0] && b >= block.span[1]);
  return block.kind !== 'heading' && !whole && within(block.bold, from, to);
}

/** A paragraph in runs: cut where a lit span begins or ends, where bold type does and where the report turns a page. */
export function paragraphOf(record: Pick<ReportRecord, 'text'>, block: RecordBlock, lit: readonly Span[]): Paragraph {
  const places = cutsOf(block, lit);
  const runs: Run[] = [];
  for (const [index, from] of places.entries()) {
    const turned = block.pageBreaks.find((one) => one.at === from && from > block.span[0]);
    if (turned) runs.push({ kind: 'page', page: turned.page });
    const to = places[index + 1];
    if (to === undefined) break;
    const text = wordsAt(record, from, to);
    if (text !== '') runs.push({ kind: 'words', text, lit: within(lit, from, to), bold: isBold(block, from, to) });
  }
  const words = runs.filter((run) => run.kind === 'words' && run.text.trim() !== '');
  const partly =
    words.some((run) => run.kind === 'words' && run.lit) && words.some((run) => run.kind === 'words' && !run.lit);
  return { id: block.id, kind: block.kind, label: block.label, page: block.page, partly, runs };
}

const touches = (block: RecordBlock, [start, end]: Span) => block.span[0] < end && block.span[1] > start;

/** First and last place, in the record's blocks, of those that a span touches; null when it touches none. */
export function blocksOf(record: ReportRecord, span: Span): { first: number; last: number } | null {
  const first = record.blocks.findIndex((block) => touches(block, span));
  if (first < 0) return null;
  let last = first;
  while (last + 1 < record.blocks.length && touches(record.blocks[last + 1]!, span)) last++;
  return { first, last };
}

/** A find's words in the report and the paragraphs round them. */
export interface Passage {
  readonly before: readonly Paragraph[];
  readonly lit: readonly Paragraph[];
  readonly after: readonly Paragraph[];
  /** "Pages 7 to 8"; null where the report has no pages. */
  readonly source: string | null;
}

const BEFORE = 2;
const AFTER = 3;

/** The passage of a span; null when the report has no text there. */
export function passageOf(record: ReportRecord, span: Span): Passage | null {
  const place = blocksOf(record, span);
  if (!place) return null;
  const take = (from: number, to: number, lit: readonly Span[]) =>
    record.blocks.slice(Math.max(0, from), Math.max(0, to)).map((block) => paragraphOf(record, block, lit));
  const lit = record.blocks.slice(place.first, place.last + 1);
  return {
    before: take(place.first - BEFORE, place.first, []),
    lit: take(place.first, place.last + 1, [span]),
    after: take(place.last + 1, place.last + 1 + AFTER, []),
    source: pagesInWords(lit),
  };
}

/** Longer paragraphs are cut down to the sentences that matter, in characters. */
const LONG_PARAGRAPH = 350;

/**
 * The passage of a few words, such as a figure: of a long paragraph the sentences that hold them, with dots for the rest;
 * all of it stands among the paragraphs round it. Null when the report has no text there.
 */
export function sentencesOf(record: ReportRecord, span: Span): Passage | null {
  const passage = passageOf(record, span);
  const place = blocksOf(record, span);
  if (!passage || !place) return null;
  const blocks = record.blocks.slice(place.first, place.last + 1);
  const short = blocks.map((block) => {
    const [start, end] = sentenceBounds(record, block, span);
    const paragraph = paragraphOf(record, { ...block, span: [start, end] }, [span]);
    const dots = { kind: 'words', text: '… ', lit: false, bold: false } as const;
    const head = start > block.span[0] ? [dots] : [];
    const tail = end < block.span[1] ? [{ ...dots, text: ' …' }] : [];
    return {
      ...paragraph,
      partly: paragraph.partly || head.length + tail.length > 0,
      runs: [...head, ...paragraph.runs, ...tail],
    };
  });
  return { ...passage, lit: short };
}

function sentenceBounds(record: ReportRecord, block: RecordBlock, span: Span): Span {
  const [start, end] = block.span;
  if (end - start <= LONG_PARAGRAPH) return [start, end];
  const text = record.text;
  const from = Math.max(start, span[0]);
  const to = Math.min(end, span[1]);
  const before = [...text.slice(start, from).matchAll(/[.!?][’”'")]?\s+(?=\p{Lu})/gu)].at(-1);
  const after = /[.!?][’”'")]?(?=\s+\p{Lu}|\s*$)/u.exec(text.slice(Math.max(from, to - 1), end));
  return [
    before ? start + before.index + before[0].length : start,
    after ? Math.max(from, to - 1) + after.index + after[0].length : end,
  ];
}

/** "Page 7", "Pages 7 to 8", or null where the format has no pages. */
export function pagesInWords(blocks: readonly Pick<RecordBlock, 'page' | 'pageEnd'>[]): string | null {
  const pages = blocks.flatMap((block) => [block.page, block.pageEnd]).filter((page) => page !== null);
  if (pages.length === 0) return null;
  const first = Math.min(...pages);
  const last = Math.max(...pages);
  return first === last ? `Page ${first}` : `Pages ${first} to ${last}`;
}

/** The report in order: finds, and the stretches between them that no find touches. */
export type Part =
  | { readonly kind: 'find'; readonly find: Find }
  | { readonly kind: 'stretch'; readonly blocks: readonly RecordBlock[] };

/**
 * Lays finds and the stretches between them out in the report's order.
 * @param finds in the report's order; @param shown those on this page, a run of the finds
 */
export function layOutReport(record: ReportRecord, finds: readonly Find[], shown: readonly Find[]): Part[] {
  const covered = new Set<number>();
  const firstOf = new Map<string, number>();
  for (const find of finds) {
    const place = find.span && blocksOf(record, find.span);
    if (!place) continue;
    firstOf.set(find.id, place.first);
    for (let index = place.first; index <= place.last; index++) covered.add(index);
  }
  const parts: Part[] = [];
  let at = 0;
  const stretch = (until: number, keep: boolean) => {
    const blocks: RecordBlock[] = [];
    for (; at < until; at++) if (!covered.has(at)) blocks.push(record.blocks[at]!);
    if (keep && blocks.length > 0) parts.push({ kind: 'stretch', blocks });
  };
  for (const find of finds) {
    const onPage = shown.includes(find);
    stretch(firstOf.get(find.id) ?? at, onPage);
    if (onPage) parts.push({ kind: 'find', find });
  }
  stretch(record.blocks.length, shown.length === 0 || shown.at(-1) === finds.at(-1));
  return parts;
}

/** "Pages 8 to 12: no recommendation in 31 paragraphs. Read them". Headings are not counted. */
export function stretchInWords(blocks: readonly RecordBlock[]): string {
  const paragraphs = blocks.filter((block) => block.kind !== 'heading').length;
  const pages = pagesInWords(blocks);
  const where = (says: string) => (pages === null ? says : `${pages}: ${says.charAt(0).toLowerCase()}${says.slice(1)}`);
  if (paragraphs === 0) return where(blocks.length === 1 ? 'Only a heading. Read it' : 'Only headings. Read them');
  return where(
    `No recommendation in ${paragraphs} ${paragraphs === 1 ? 'paragraph. Read it' : 'paragraphs. Read them'}`,
  );
}
