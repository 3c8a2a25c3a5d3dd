import type { TypedWording } from '../forms/finds.ts';
import type { Find, ReportRecord } from '../rules/find.ts';
import { nextNumber } from '../rules/find.ts';
import { type Paragraph, pagesInWords, paragraphOf } from '../rules/passages.ts';
import { folded } from '../rules/wording.ts';
import { type WordingFields, wordingFields } from './find-row.ts';

export interface AddView {
  readonly action: string;
  readonly back: string;
  readonly restore: string;
  readonly block: string | null;
  readonly passage: { readonly source: string | null; readonly paragraphs: readonly Paragraph[] } | null;
  readonly fields: WordingFields;
  readonly knownGroups: readonly string[];
  readonly differs: string | null;
}

/** A form for a recommendation that the reader missed, filled from a paragraph when it was opened from one. */
export function addView(given: {
  here: string;
  record: ReportRecord;
  finds: readonly Find[];
  blockId: string | null;
  typed: TypedWording | null;
  errors: Readonly<Record<string, string>>;
  differsAt: string | null;
}): AddView {
  const { here, record, finds } = given;
  const block = record.blocks.find((one) => one.id === given.blockId) ?? null;
  const groups = [...new Set(finds.map((find) => find.wording.group))];
  const group = (block && groupBefore(finds, block.span[0])) ?? groups[0] ?? '';
  const typed = given.typed ?? {
    group,
    number: String(nextNumber(finds, group)),
    heading: '',
    text: block ? folded(record.text.slice(...block.span)) : '',
    parts: '',
  };
  return {
    action: `${here}/add`,
    back: `${here}/review`,
    restore: `${here}/add${block ? `?block=${block.id}` : ''}`,
    block: block?.id ?? null,
    passage: block && { source: pagesInWords([block]), paragraphs: [paragraphOf(record, block, [])] },
    fields: wordingFields(typed, given.errors),
    knownGroups: groups,
    differs:
      given.differsAt === null
        ? null
        : `This differs from the report at ‘${given.differsAt}’. Save it as your correction, or restore it`,
  };
}

/** The group of the last find before a place in the text. */
function groupBefore(finds: readonly Find[], place: number): string | null {
  return finds.filter((find) => find.position <= place).at(-1)?.wording.group ?? null;
}
