import { type Block, type RecommendationList, type Report, wholeText } from './model.ts';

/** Every text of a block, as printed. */
function texts(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
    case 'minor':
    case 'stray':
      return [block.text];
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat(), block.note];
    case 'recommendations':
      return block.list.items.flatMap((item) => [wholeText(item), ...(item.parts ?? [])]);
    default:
      return block.items;
  }
}

const allBlocks = (report: Report): Block[] => report.chapters.flatMap((chapter) => chapter.blocks);

export const lists = (report: Report): RecommendationList[] =>
  allBlocks(report).flatMap((block) => (block.kind === 'recommendations' ? [block.list] : []));

/** Refuses an answer that forgets a sum, names one that is not printed, or lists one twice. */
function checkMoney(report: Report): void {
  const printed: string[] =
    allBlocks(report)
      .flatMap(texts)
      .join('\n')
      .match(/£[0-9][0-9,.]*[0-9]m?|£[0-9]m?/g) ?? [];
  const missing = [...new Set(printed)].filter((sum) => !report.money.includes(sum));
  const spare = report.money.filter((sum, index) => !printed.includes(sum) || report.money.indexOf(sum) !== index);
  if (missing.length + spare.length > 0) {
    throw new Error(
      `${report.council}: sums not in the list: ${missing.join(' ')}; sums to take out: ${spare.join(' ')}`,
    );
  }
}

/** What a reader should find in the report, from the content it was written from and not from any reader. */
export function answer(report: Report): Record<string, unknown> {
  checkMoney(report);
  return {
    kind: 'corporate-peer-challenge',
    council: report.council,
    gss: null,
    fieldwork: report.fieldwork,
    recommendations: lists(report).flatMap((list) =>
      list.items.map((item, index) => ({
        group: list.group,
        number: index + 1,
        text: wholeText(item),
        ...(item.heading ? { heading: item.heading.replace(/\.$/, '') } : {}),
        ...(item.parts
          ? { parts: item.parts.map((text, part) => ({ label: String.fromCharCode(97 + part), text })) }
          : {}),
      })),
    ),
    // A part of the team is known by its heading without what that adds in brackets, as in the answers to real reports.
    team: report.team.map(({ line: _, ...peer }) => ({ ...peer, group: peer.group?.replace(/ \(.*\)$/, '') ?? null })),
    themes: report.themes.map((theme) => theme.name),
    localFocus: report.localFocus.map((_, index) => String.fromCharCode(97 + index)),
    activity: report.activity,
    money: report.money,
    quotes: allBlocks(report).flatMap((block) =>
      block.kind === 'quotations' ? block.items.map((item) => item.replace(/^“|”$/g, '')) : [],
    ),
    publishWithinWeeks: null,
    reviewDue: report.reviewDue,
    contacts: report.contacts,
    feedbackSections: report.feedbackSections,
  };
}
