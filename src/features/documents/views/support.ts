// Beside the finds of a review: what in the report bears one out, and what the challenge looked at.
import type { PassageClass } from '../../../engines/reading/findings.ts';
import type { ReportRecord, Span } from '../rules/find.ts';
import type { Finding } from '../rules/finding.ts';
import { titleOfFinding } from '../rules/finding-words.ts';
import { blocksOf } from '../rules/passages.ts';
import { excerptOf, supportFor } from '../rules/support.ts';

/** A passage that bears a find out. */
export interface BorneOutView {
  /** The kind of passage, and the rest of the sentence that says why it is shown. */
  readonly kind: string;
  readonly why: string;
  /** "Page 7"; null where the report has no pages. */
  readonly source: string | null;
  readonly href: string;
  readonly paragraphs: readonly string[];
}

/** What the team was asked to look at and how much it did; each list may be empty, not all of them. */
export interface LookedAtView {
  readonly themes: readonly { readonly name: string; readonly question: string | null }[];
  readonly asked: readonly { readonly label: string | null; readonly text: string }[];
  readonly effort: readonly string[];
  /** Where the report prints the first of the themes and requests; null where it prints none. */
  readonly source: string | null;
  /** The tab where the numbers are checked. */
  readonly team: string;
}

/** As the reading engine begins its reasons. */
const KINDS: Readonly<Record<PassageClass, string>> = {
  suggestion: 'Advice',
  concern: 'A concern',
  deferred: 'A judgement put off',
  fact: 'A fact',
  strength: 'A strength',
};

/** @param here address of the document */
export function borneOutBy(record: ReportRecord, span: Span | null, here: string): BorneOutView[] {
  return supportFor(record, span).flatMap(({ passage, reason }) => {
    const excerpt = excerptOf(record, passage.span);
    if (!excerpt) return [];
    const kind = KINDS[passage.class];
    return {
      kind,
      why: reason.startsWith(kind) ? reason.slice(kind.length) : `. ${reason}`,
      source: excerpt.pages,
      href: `${here}/source#${excerpt.blockId}`,
      paragraphs: excerpt.paragraphs,
    };
  });
}

/**
 * @param effort findings of that kind, as people corrected them; those left out are not shown
 * @returns null when nothing of it was read
 */
export function lookedAt(record: ReportRecord, effort: readonly Finding[], here: string): LookedAtView | null {
  const { themes = [], localFocus = [] } = record as Partial<ReportRecord>;
  const counted = effort.filter((one) => one.decision !== 'left_out').map(titleOfFinding);
  if (themes.length + localFocus.length + counted.length === 0) return null;
  const first = [...themes, ...localFocus][0];
  const place = first && blocksOf(record, first.span);
  return {
    themes: themes.map(({ name, question }) => ({ name, question })),
    asked: localFocus.map(({ label, text }) => ({ label, text })),
    effort: counted,
    source: place ? `${here}/source#${record.blocks[place.first]!.id}` : null,
    team: `${here}/team`,
  };
}
