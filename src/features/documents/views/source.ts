// The whole text of a report, with what stands in the register lit.
import type { DocumentBrief } from '../rules/document.ts';
import type { ReportRecord, Span } from '../rules/find.ts';
import { type Paragraph, paragraphOf } from '../rules/passages.ts';

export interface SourceView {
  readonly title: string;
  readonly fileName: string;
  readonly says: string;
  readonly fileHref: string;
  /** What is in the register, by group: links to where each stands below. */
  readonly registered: readonly {
    readonly label: string;
    readonly finds: readonly { readonly text: string; readonly href: string; readonly decided: false }[];
  }[];
  readonly blocks: readonly {
    readonly paragraph: Paragraph;
    /** Heading level on this page, 2 to 6; null for other text. */
    readonly level: number | null;
    /** A page that begins with this block. */
    readonly page: number | null;
    readonly lit: boolean;
    readonly links: readonly { readonly text: string; readonly href: string }[];
  }[];
}

export interface RegisteredPlace {
  readonly id: string;
  readonly group: string;
  readonly number: number;
  readonly spanStart: number | null;
  readonly spanEnd: number | null;
}

export function sourceView(
  document: DocumentBrief,
  record: ReportRecord,
  registered: readonly RegisteredPlace[],
  path: (below: string) => string,
): SourceView {
  const places = registered.flatMap(({ id, group, number, spanStart, spanEnd }) =>
    spanStart === null || spanEnd === null
      ? []
      : [
          {
            span: [spanStart, spanEnd] as Span,
            first: record.blocks.find((block) => block.span[1] > spanStart)?.id ?? '',
            link: { text: `${group}, number ${number}`, href: path(`/recommendations/${id}`) },
          },
        ],
  );
  let page: number | null = null;
  let level = 1;
  const blocks = record.blocks.map((block) => {
    const lit = places.filter(({ span }) => span[0] < block.span[1] && span[1] > block.span[0]);
    const turned = block.page !== null && block.page !== page ? block.page : null;
    page = block.pageEnd ?? block.page ?? page;
    const heading = block.kind === 'heading' && block.contents !== true && lit.length === 0;
    // Levels are those of the report, but none is left out on the way down.
    if (heading) level = Math.min((block.level ?? 1) + 1, level + 1, 6);
    return {
      paragraph: paragraphOf(
        record,
        block,
        lit.map(({ span }) => span),
      ),
      level: heading ? level : null,
      page: turned,
      lit: lit.length > 0,
      links: lit.filter(({ first }) => first === block.id).map(({ link }) => link),
    };
  });
  return {
    title: document.title,
    fileName: document.fileName,
    says: 'This is the text as it was read.',
    fileHref: path(`/reports/${document.id}/file`),
    registered: [...Map.groupBy(registered, (one) => one.group)].map(([label, list]) => ({
      label,
      finds: list.map(({ id, number, spanStart }) => {
        const block = record.blocks.find((one) => spanStart !== null && one.span[1] > spanStart);
        const href = block ? `#${block.id}` : path(`/recommendations/${id}`);
        return { text: String(number), href, decided: false };
      }),
    })),
    blocks,
  };
}
