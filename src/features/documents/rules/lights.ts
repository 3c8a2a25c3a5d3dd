// The report's own text with everything found in it lit: which words belong to what, and where each begins.

import type { RecordBlock, ReportRecord, Span } from './find.ts';
import { cutsOf, isBold, wordsAt } from './passages.ts';

/** How a light is drawn: one look for each kind of thing. */
export type LightLook = 'recommendation' | 'suggestion' | 'team' | 'figure' | 'date' | 'passage';

/** Something found, with its place. */
export interface Light {
  /** The anchor of its mark in the text. */
  readonly id: string;
  readonly span: Span;
  readonly look: LightLook;
  /** One to two letters or a sign, drawn where it begins. */
  readonly letter: string;
  /** What it is, read out with its words: "Suggestion". */
  readonly name: string;
  /** Its item on the page of its kind; null for what is shown and not decided about. */
  readonly href: string | null;
}

export type LitRun =
  | { readonly kind: 'words'; readonly text: string; readonly bold: boolean; readonly look: LightLook | null }
  | { readonly kind: 'mark'; readonly light: Light; readonly says: string }
  | { readonly kind: 'page'; readonly page: number };

export interface LitParagraph {
  readonly id: string;
  readonly label: string | null;
  readonly runs: readonly LitRun[];
}

/**
 * A paragraph with its lights: a mark where each begins, and every word in the look of the shortest light over it, since a
 * figure inside a suggestion is told from the suggestion round it.
 */
export function litParagraph(record: ReportRecord, block: RecordBlock, lights: readonly Light[]): LitParagraph {
  const here = lights.filter(({ span }) => span[0] < block.span[1] && span[1] > block.span[0]);
  const places = cutsOf(
    block,
    here.map(({ span }) => span),
  );
  const runs: LitRun[] = [];
  for (const [index, from] of places.entries()) {
    const to = places[index + 1];
    if (to === undefined) break;
    const turned = block.pageBreaks.find((one) => one.at === from && from > block.span[0]);
    if (turned) runs.push({ kind: 'page', page: turned.page });
    const begins = here.filter(
      ({ span }) => span[0] === from || (from === block.span[0] && startsHere(record, span, block)),
    );
    for (const light of begins.sort((a, b) => length(b) - length(a))) {
      runs.push({ kind: 'mark', light, says: saying(record, light) });
    }
    const over = here.filter(({ span }) => span[0] < to && span[1] > from).sort((a, b) => length(a) - length(b));
    const text = wordsAt(record, from, to);
    if (text !== '') {
      runs.push({ kind: 'words', text, bold: isBold(block, from, to), look: over[0]?.look ?? null });
    }
  }
  return { id: block.id, label: block.label, runs };
}

const length = ({ span }: Light) => span[1] - span[0];

/** A light that begins in the white space or label before a block has its mark at the block's first word. */
function startsHere(record: ReportRecord, span: Span, block: RecordBlock): boolean {
  return span[0] < block.span[0] && !record.blocks.some((one) => one.span[0] <= span[0] && one.span[1] > span[0]);
}

/** "Suggestion: publish the floor for reserves every", so that no two marks sound the same. */
function saying(record: ReportRecord, { name, span }: Light): string {
  const words = record.text
    .slice(span[0], Math.min(span[1], span[0] + 60))
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${name}: ${span[1] - span[0] > 60 ? words.replace(/\s+\S*$/, '') : words}`;
}
