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

/** Refuses an answer that forgets what is printed in a pattern, names what is not, or lists it twice. */
function checkListed(report: Report, what: string, listed: readonly string[], pattern: RegExp): void {
  const printed: string[] = allBlocks(report).flatMap(texts).join('\n').match(pattern) ?? [];
  const missing = [...new Set(printed)].filter((found) => !listed.includes(found));
  const spare = listed.filter((found, index) => !printed.includes(found) || listed.indexOf(found) !== index);
  if (missing.length + spare.length > 0) {
    throw new Error(
      `${report.council}: ${what} not in the list: ${missing.join(' ')}; to take out: ${spare.join(' ')}`,
    );
  }
}

/** The sums of a table in £ million, in whole pounds: name of the row, year, sum. */
function tableSums(block: Block): [name: string, year: string, pounds: number][] {
  if (block.kind !== 'table' || !block.caption.includes('£ million')) return [];
  return block.rows.flatMap(([name = '', ...cells]) =>
    cells.map((cell, i): [string, string, number] => [
      name,
      block.head[i + 1]!,
      Number(cell.replace('.', '')) * 100_000,
    ]),
  );
}

/** What a reader should find in the report, from the content it was written from and not from any reader. */
export function answer(report: Report): Record<string, unknown> {
  checkListed(report, 'sums', report.money, /£[0-9][0-9,.]*[0-9]m?|£[0-9]m?/g);
  checkListed(report, 'percentages', report.percentages, /[0-9][0-9.]*%|\b[a-z]+ per cent/g);
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
    tableSums: allBlocks(report).flatMap(tableSums),
    percentages: report.percentages,
    abbreviations: report.abbreviations,
    definitions: report.definitions,
    quotes: allBlocks(report).flatMap((block) =>
      block.kind === 'quotations' ? block.items.map((item) => item.replace(/^“|”$/g, '')) : [],
    ),
    publishWithinWeeks: null,
    reviewDue: report.reviewDue,
    contacts: report.contacts,
    feedbackSections: report.feedbackSections,
  };
}
