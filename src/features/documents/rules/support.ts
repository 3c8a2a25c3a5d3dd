// What in the report bears a recommendation out, as the reading engine linked it. Records of earlier versions have no links.
import type { Passage } from '../../../engines/reading/findings.ts';
import { overlaps, type ReportRecord, type Span } from './find.ts';
import { blocksOf, pagesInWords, wordsAt } from './passages.ts';

/** More than these are not shown for one find. */
const MOST = 5;

/** A passage that bears a find out. */
export interface BorneOut {
  readonly passage: Passage;
  /** Why it was linked, as a sentence; it begins with the kind of passage. */
  readonly reason: string;
}

/**
 * The passages that bear out what stands at a place of the report, strongest first, at most five. A find that was cut in
 * two keeps those of the whole; one that was joined has those of both, each once.
 * @param span place of the find in the record's text; null for one that a person added, which nothing is linked to
 */
export function supportFor(record: ReportRecord, span: Span | null): BorneOut[] {
  const { support = [], passages = [] } = record as Partial<ReportRecord>;
  const asked = new Set(record.recommendations.filter((one) => overlaps(one.span, span)).map((one) => one.id));
  const byId = new Map(passages.map((one) => [one.id, one]));
  const found = new Map<string, BorneOut>();
  const strongest = support
    .filter((one) => asked.has(one.recommendation))
    .sort((a, b) => b.score - a.score || a.rank - b.rank);
  for (const { passage: id, reason } of strongest) {
    const passage = byId.get(id);
    if (passage && !found.has(id)) found.set(id, { passage, reason });
  }
  return [...found.values()].slice(0, MOST);
}

/** The very words at a place, one string for each paragraph they stand in; and where that is. Null when there is no text. */
export function excerptOf(
  record: ReportRecord,
  span: Span,
): { readonly paragraphs: readonly string[]; readonly pages: string | null; readonly blockId: string } | null {
  const place = blocksOf(record, span);
  if (!place) return null;
  const blocks = record.blocks.slice(place.first, place.last + 1);
  const words = blocks.map((block) =>
    wordsAt(record, Math.max(span[0], block.span[0]), Math.min(span[1], block.span[1])).trim(),
  );
  const from = blocks[0]!;
  const to = blocks.at(-1)!;
  return {
    paragraphs: words.filter((one) => one !== ''),
    // A paragraph may begin on the page before and end on the one after: only the pages of these words count.
    pages: pagesInWords([{ page: pageAt(from, span[0]), pageEnd: pageAt(to, span[1] - 1) }]),
    blockId: from.id,
  };
}

function pageAt(block: ReportRecord['blocks'][number], at: number): number | null {
  return block.pageBreaks.findLast((one) => one.at <= at)?.page ?? block.page;
}
