// The whole text of a report, with everything found in it lit by kind, each a link to its item.
import type { Passage, Quote } from '../../../engines/reading/findings.ts';
import type { DocumentBrief } from '../rules/document.ts';
import type { Find, ReportRecord } from '../rules/find.ts';
import { FINDING_KINDS, type Finding, type FindingTab } from '../rules/finding.ts';
import { type Light, type LightLook, type LitParagraph, litParagraph } from '../rules/lights.ts';

export interface SourceView {
  readonly title: string;
  readonly fileName: string;
  readonly says: string;
  readonly fileHref: string;
  /** What the marks mean, with how many there are; only kinds that were found. */
  readonly key: readonly {
    readonly look: LightLook;
    readonly letters: string;
    readonly text: string;
    readonly href: string | null;
  }[];
  /** What is in the register, by group: links to where each stands below. */
  readonly registered: readonly {
    readonly label: string;
    readonly finds: readonly { readonly text: string; readonly href: string; readonly decided: null }[];
  }[];
  readonly blocks: readonly {
    readonly paragraph: LitParagraph;
    /** Heading level on this page, 2 to 6; null for other text. */
    readonly level: number | null;
    /** A page that begins with this block. */
    readonly page: number | null;
  }[];
}

export interface RegisteredPlace {
  readonly id: string;
  readonly group: string;
  readonly number: number;
  readonly spanStart: number | null;
  readonly spanEnd: number | null;
}

export interface SourceGiven {
  readonly document: DocumentBrief;
  readonly record: ReportRecord;
  readonly registered: readonly RegisteredPlace[];
  readonly finds: readonly Find[];
  readonly findings: readonly Finding[];
  readonly path: (below: string) => string;
}

const LOOKS: Readonly<Record<FindingTab, LightLook>> = {
  suggestions: 'suggestion',
  team: 'team',
  figures: 'figure',
  dates: 'date',
};
const KEY: readonly { look: LightLook; letters: string; text: string; page: string | null }[] = [
  { look: 'recommendation', letters: 'R', text: 'Recommendations', page: 'review' },
  { look: 'suggestion', letters: 'S', text: 'Suggestions', page: 'suggestions' },
  { look: 'team', letters: 'P C T', text: 'Team', page: 'team' },
  { look: 'figure', letters: '£ %', text: 'Figures', page: 'figures' },
  { look: 'date', letters: 'D', text: 'Dates', page: 'dates' },
  { look: 'passage', letters: '+ − ? “', text: 'Strengths, concerns, judgements put off, quotations', page: null },
];
const PASSAGES: Partial<Record<Passage['class'], { letter: string; name: string }>> = {
  strength: { letter: '+', name: 'Strength' },
  concern: { letter: '−', name: 'Concern' },
  deferred: { letter: '?', name: 'Judgement put off' },
};

export function sourceView(given: SourceGiven): SourceView {
  const { document, record, registered, path } = given;
  const here = path(`/reports/${document.id}`);
  const lights = lightsOf(given, here);
  let page: number | null = null;
  let level = 1;
  const blocks = record.blocks.map((block) => {
    const turned = block.page !== null && block.page !== page ? block.page : null;
    page = block.pageEnd ?? block.page ?? page;
    const heading = block.kind === 'heading' && block.contents !== true;
    // Levels are those of the report, but none is left out on the way down.
    if (heading) level = Math.min((block.level ?? 1) + 1, level + 1, 6);
    return { paragraph: litParagraph(record, block, lights), level: heading ? level : null, page: turned };
  });
  return {
    title: document.title,
    fileName: document.fileName,
    says: 'This is the text as it was read.',
    fileHref: `${here}/file`,
    key: KEY.flatMap(({ look, letters, text, page: below }) => {
      const count = lights.filter((one) => one.look === look).length;
      return count === 0 ? [] : [{ look, letters, text: `${text} (${count})`, href: below && `${here}/${below}` }];
    }),
    registered: [...Map.groupBy(registered, (one) => one.group)].map(([label, list]) => ({
      label,
      finds: list.map(({ id, number, spanStart }) => {
        const block = record.blocks.find((one) => spanStart !== null && one.span[1] > spanStart);
        const href = block ? `#${block.id}` : path(`/recommendations/${id}`);
        return { text: String(number), href, decided: null };
      }),
    })),
    blocks,
  };
}

/** What is lit: what was found and not left out, and of the passages what nobody decides about. */
function lightsOf({ record, finds, findings, path }: SourceGiven, here: string): Light[] {
  const recommendations = finds.flatMap((find): Light[] => {
    if (find.span === null || find.decision === 'left_out') return [];
    const name = `${find.wording.group}, number ${find.wording.number}`;
    const href = find.recommendationId
      ? path(`/recommendations/${find.recommendationId}`)
      : `${here}/review#find-${find.id}`;
    return [{ id: `mark-${find.id}`, span: find.span, look: 'recommendation', letter: 'R', name, href }];
  });
  const others = findings.flatMap((finding): Light[] => {
    if (finding.span === null || finding.decision === 'left_out') return [];
    const { tab, letter, name } = FINDING_KINDS[finding.kind];
    const href = `${here}/${tab}#finding-${finding.id}`;
    return [{ id: `mark-${finding.id}`, span: finding.span, look: LOOKS[tab], letter, name, href }];
  });
  const fields = record as { passages?: readonly Passage[]; quotes?: readonly Quote[] };
  const passages = (fields.passages ?? []).flatMap((one, index): Light[] => {
    const kind = PASSAGES[one.class];
    return kind ? [{ id: `mark-passage-${index + 1}`, span: one.span, look: 'passage', ...kind, href: null }] : [];
  });
  const quotes = (fields.quotes ?? []).map(
    ({ span }, index): Light => ({
      id: `mark-quote-${index + 1}`,
      span,
      look: 'passage',
      letter: '“',
      name: 'Quotation',
      href: null,
    }),
  );
  return [...recommendations, ...others, ...passages, ...quotes];
}
