import { plainTitle } from '../contents.ts';
import { isRecommendationTitle, titleText } from '../headings.ts';

/** What the heading of a chapter says the chapter is, by the names that chapters carry in the editions of 2014 to 2024. */
export type ChapterTitle = 'summary' | 'feedback' | 'either' | 'recommendations' | 'approach' | 'ending';

const whole = (alternatives: readonly string[]) => new RegExp(`^(?:${alternatives.join('|')})$`, 'iu');

const summary = whole([
  '(?:the )?(?:executive|headline|management) (?:summary|overview)(?: and .*)?',
  '(?:summary|overview|overall (?:summary|messages|observations))',
  '(?:headline|key|main|overall) (?:messages|observations)(?: and .*)?',
  'summary (?:of|and) (?:overall |key |main |headline )*(?:messages|observations).*',
  'summary of feedback: overall .*',
]);
const feedback = whole([
  "(?:the )?(?:peer (?:challenge )?(?:team|review)(?:['’]s)? )?(?:detailed |main |full |our |in-depth )*(?:feedback|findings|observations)(?: (?:and|&) (?:findings|feedback|observations|suggestions|recommendations|learning))?(?: (?:from|of|by) the (?:peer )?(?:challenge |review )?team)?",
  '(?:progress (?:review|update|report)|peer (?:challenge|review)|core components?|follow-?up(?: visit)?)\\s*[-–—:]\\s*(?:detailed |main |summary of )?(?:feedback|findings)(?: .{0,40})?',
  '(?:detailed |main )(?:report|feedback|findings)(?: .{0,60})?',
  'what (?:we|the (?:peer )?team) (?:found|heard and saw|saw and heard)',
  'feedback (?:on|against|by) (?:the )?(?:core )?(?:themes|components|areas|progress|recommendations)(?: .{0,40})?',
  '(?:summary of )?progress (?:against|on|with) (?:the |each |key |original |previous |peer challenge )*recommendations',
  'summary of feedback: .*',
]);
const either = whole(['summary (?:of )?(?:the )?(?:key |main |overall )*(?:feedback|findings)']);
const approach = whole([
  '(?:introduction|background|context|foreword|preface)(?: .{0,40})?',
  '(?:summary|overview) of (?:the )?.{0,40}(?:approach|process|methodology)',
  'summary (?:of )?(?:the )?(?:corporate )?peer challenge (?:approach|process)',
  '(?:the )?(?:corporate )?peer (?:challenge |review )?(?:team|process|approach)',
  '(?:our )?(?:approach|methodology|process)',
  '(?:the )?scope(?: (?:and|of) .{0,40})?',
]);
const ending = whole([
  '(?:.{0,20} )?next (?:steps|corporate peer (?:challenge|review)|peer (?:challenge|review))(?: .{0,40})?',
  'final (?:thoughts|comments|remarks)(?: .{0,40})?',
  '(?:concluding|closing) (?:remarks|comments|thoughts)',
  'conclusions?(?: and .{0,40})?',
  'follow[- ]?up(?: (?:visit|review|activity|support))?',
  '(?:lga |further |ongoing )*(?:support|contacts?)(?: (?:details|us|from the lga|and .{0,30}))?',
  '(?:append(?:ix|ices)|annex(?:es)?)(?:\\b.*)?',
  '(?:glossary|acknowledge?ments|references|signposting(?: .{0,40})?|useful links|thank you)',
]);

/** The kind of chapter a heading opens, or null for any other heading. */
export function chapterTitle(text: string): ChapterTitle | null {
  const title = titleText(text).replace(/\s+/gu, ' ');
  if (title.length > 120) return null;
  if (either.test(title)) return 'either';
  if (summary.test(title)) return 'summary';
  if (feedback.test(title)) return 'feedback';
  if (isRecommendationTitle(text)) return 'recommendations';
  if (approach.test(title)) return 'approach';
  return ending.test(title) ? 'ending' : null;
}

/** Core components of the editions of 2014 to 2024: they title sections whatever else a report prints. */
const coreComponents = new Set(
  [
    'Understanding of the local place and priority setting',
    'Understanding of local context and priority setting',
    'Understanding of the local context and priority setting',
    'Leadership of place',
    'Political and managerial leadership',
    'Organisational leadership and governance',
    'Governance and decision-making',
    'Leadership and governance',
    'Financial planning and viability',
    'Financial planning and management',
    'Financial management and viability',
    'Organisational capacity',
    'Organisational and place leadership',
    'Place and organisational leadership',
    'Local priorities and outcomes',
    'Governance and culture',
    'Capacity to deliver',
    'Capacity and resources',
    'Capacity for improvement',
  ].map(plainTitle),
);

export function isCoreComponent(title: string): boolean {
  return coreComponents.has(plainTitle(title));
}

/** Words a question of the scope begins with. */
const asks =
  /^(?:does|do|is|are|how|has|have|what|can|could|will|did|to what extent|where|which|who|why|in what|should|would)\b/iu;

/** What makes a sentence of it, not a title. */
const says = /\b(?:is|are|was|were|has|have|should|asked|asks|ask|asking|we|you)\b/iu;

/**
 * A title with its question behind it on the same line ("Leadership of place: Does the council ...?"), taken apart;
 * null for anything else. The line ends with the question: a sentence that goes on after it is prose.
 */
export function titleWithQuestion(text: string): { readonly title: string; readonly length: number } | null {
  if (text.length > 700 || !/\?["'’”)]*$/u.test(text)) return null;
  const mark = /\s*[:–—]\s*|\s+-\s+/u.exec(text.slice(0, 120));
  if (!mark || mark.index < 4) return null;
  const title = text.slice(0, mark.index);
  const rest = text.slice(mark.index + mark[0].length);
  if (title.split(/\s+/u).length > 12 || !/^[\p{Lu}\p{N}]/u.test(title) || says.test(title) || !asks.test(rest))
    return null;
  return { title, length: mark.index };
}
