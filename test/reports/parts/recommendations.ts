import type { Dice } from '../dice.ts';
import type { AnswerRecommendation, Piece } from '../pieces.ts';
import { plain } from '../pieces.ts';
import { headlines, pointed, reasons } from '../words/recommendations.ts';
import { type Subject, subjects } from '../words/subjects.ts';
import { type Lists, letter, roman } from './lists.ts';

type Labels = 'dot' | 'bracket' | 'r' | 'word' | 'letters' | 'romans' | 'bullets' | 'none';
type Setting = 'plain' | 'headline-only' | 'run-in-bold' | 'run-in-plain' | 'own-line-bold' | 'own-line-heading';

/** How the recommendations of one report are set. */
export type RecommendationStyle = {
  readonly labels: Labels;
  readonly setting: Setting;
  readonly groups: 'one' | 'two-lists' | 'subjects-restart' | 'subjects-run-on';
  readonly table: boolean;
  readonly points: 'letters' | 'romans' | 'none';
};

export function chooseStyle(dice: Dice): RecommendationStyle {
  const labels = dice.weigh<Labels>({
    dot: 8,
    bracket: 2,
    r: 2,
    word: 4,
    letters: 1.5,
    romans: 0.5,
    bullets: 3,
    none: 1.5,
  });
  const table = dice.chance(0.08);
  let setting = dice.weigh<Setting>({
    plain: 4,
    'headline-only': 1,
    'run-in-bold': 4,
    'run-in-plain': 2,
    'own-line-bold': 1.5,
    'own-line-heading': 1.5,
  });
  // Without a mark of any kind only bold type or a line of its own tells one recommendation from the next.
  if (labels === 'none' && setting !== 'own-line-bold') setting = 'run-in-bold';
  if (setting === 'own-line-heading' && labels !== 'word' && labels !== 'dot' && labels !== 'r')
    setting = 'run-in-bold';
  if (setting === 'own-line-bold' && labels === 'bullets') setting = 'run-in-bold';
  if (table) setting = dice.pick(['plain', 'run-in-plain'] as const);
  return {
    labels: table && (labels === 'none' || labels === 'bullets') ? 'dot' : labels,
    setting,
    groups: dice.weigh({ one: 6, 'two-lists': 1.2, 'subjects-restart': 1, 'subjects-run-on': 1 }),
    table,
    points: table ? 'none' : pointsUnder(labels, dice.weigh({ letters: 3, romans: 1, none: 3 })),
  };
}

/** Sub-points are never counted like the recommendations they belong to. */
const pointsUnder = (labels: Labels, points: RecommendationStyle['points']): RecommendationStyle['points'] =>
  points === 'none' ? points : labels === 'letters' ? 'romans' : labels === 'romans' ? 'letters' : points;

/** The printed label of the index-th recommendation, from 0. */
function labeller(labels: Labels, dice: Dice): (index: number) => string {
  const word = dice.pick([
    'Recommendation #:',
    'Recommendation # –',
    'Recommendation #',
    'Recommendation # -',
    'Recommendation #.',
  ]);
  const r = dice.pick(['R#', 'R#.', 'R#:', 'R#)']);
  const capital = dice.chance(0.3);
  const after = dice.pick([')', '.', ')']);
  const before = after === ')' && dice.chance(0.3) ? '(' : '';
  const bullet = dice.pick(['•', '•', '-', '▪']);
  return (index) => {
    const n = String(index + 1);
    switch (labels) {
      case 'dot':
        return `${n}.`;
      case 'bracket':
        return `${n})`;
      case 'r':
        return r.replace('#', n);
      case 'word':
        return word.replace('#', n);
      case 'letters':
        return `${before}${capital ? letter(index).toUpperCase() : letter(index)}${after}`;
      case 'romans':
        return `${before}${roman(index)}${after}`;
      case 'bullets':
        return bullet;
      case 'none':
        return '';
    }
  };
}

type Draft = { readonly headline: string; readonly rest: string; readonly points: readonly string[] };

const stop = (text: string): string => (/[.:?]$/.test(text) ? text : `${text}.`);

/** What is recommended, before it is set. */
function draft(dice: Dice, style: RecommendationStyle, subject: Subject, used: Set<string>): Draft {
  const withPoints = style.points !== 'none' && style.setting !== 'headline-only' && dice.chance(0.2);
  const free = pointed.filter((entry) => !used.has(entry.lead));
  if (withPoints && free.length > 0 && (style.setting === 'plain' || style.setting === 'run-in-plain')) {
    const { lead, points } = dice.pick(free);
    used.add(lead);
    const ends = dice.chance(0.5) ? '.' : ';';
    return {
      headline: lead,
      rest: '',
      points: points.map((point, i) =>
        ends === '.'
          ? `${point[0]!.toUpperCase()}${point.slice(1)}.`
          : `${point}${i === points.length - 1 ? '.' : i === points.length - 2 ? '; and' : ';'}`,
      ),
    };
  }
  const open = headlines[subject].filter((text) => !used.has(text));
  const headline = dice.pick(open.length > 0 ? open : headlines[subject]);
  used.add(headline);
  if (style.setting === 'headline-only') return { headline, rest: '', points: [] };
  const count = style.setting === 'plain' ? dice.int(0, 1) : dice.int(1, 3);
  return { headline, rest: dice.sample(reasons[subject], count).join(' '), points: [] };
}

/**
 * The chapter of recommendations without its heading.
 * @param heading the chapter's heading without number: the group of a single list
 */
export function makeRecommendations(
  dice: Dice,
  lists: Lists,
  heading: string,
): { pieces: Piece[]; recommendations: AnswerRecommendation[]; style: RecommendationStyle } {
  const style = chooseStyle(dice);
  const label = labeller(style.labels, dice);
  const used = new Set<string>();
  const pieces: Piece[] = [];
  const answers: AnswerRecommendation[] = [];
  let printed = 0;
  for (const { group, subject, count, shown } of groupsOf(dice, style, heading)) {
    if (shown) pieces.push({ kind: 'heading', level: shown, text: group });
    if (style.groups !== 'subjects-run-on') printed = 0;
    const list = lists.next();
    const rows: string[][] = [];
    for (let i = 0; i < count; i++) {
      const about = subject ?? dice.pick(subjects);
      const made = draft(dice, style, about, used);
      const mark = label(printed);
      const numbered = ['dot', 'bracket', 'r', 'word'].includes(style.labels);
      const set = style.table ? null : setPieces(made, style, mark, list);
      const text = set?.text ?? [stop(made.headline), made.rest].filter(Boolean).join(' ');
      if (set) pieces.push(...set.pieces);
      else rows.push([mark.replace(/[:.)–-]+$/, '').trim(), text]);
      answers.push({
        group,
        number: numbered ? printed + 1 : i + 1,
        ...(set?.heading ? { heading: set.heading } : {}),
        ...(set?.heading && style.setting.startsWith('own-line') ? { ownLine: true } : {}),
        text,
        ...(set && made.points.length > 0
          ? {
              parts: made.points.map((point, p) => ({
                label: style.points === 'romans' ? roman(p) : letter(p),
                text: point,
              })),
            }
          : {}),
      });
      printed += 1;
    }
    if (style.table)
      pieces.push({ kind: 'table', head: true, rows: [[dice.pick(['Ref', 'No.', '']), 'Recommendation'], ...rows] });
  }
  return { pieces, recommendations: answers, style };
}

function setPieces(
  made: Draft,
  style: RecommendationStyle,
  mark: string,
  list: number,
): { pieces: Piece[]; text: string; heading?: string } {
  const pieces: Piece[] = [];
  const item = (text: string): Piece =>
    mark === '' ? { kind: 'paragraph', text } : { kind: 'item', list, depth: 0, label: mark, text };
  let text: string;
  let heading: string | undefined;
  if (made.points.length > 0) {
    text = made.headline;
    pieces.push(item(text));
    made.points.forEach((point, i) => {
      const label = style.points === 'romans' ? `${roman(i)}.` : `${letter(i)})`;
      pieces.push({ kind: 'item', list, depth: 1, label, text: point });
    });
    return { pieces, text };
  }
  switch (style.setting) {
    case 'plain':
    case 'run-in-plain':
    case 'headline-only':
      text = [stop(made.headline), made.rest].filter(Boolean).join(' ');
      pieces.push(item(text));
      break;
    case 'run-in-bold':
      heading = made.headline;
      text = [stop(made.headline), made.rest].filter(Boolean).join(' ');
      pieces.push(item(`**${stop(made.headline)}** ${made.rest}`.trim()));
      break;
    case 'own-line-bold':
      heading = made.headline;
      text = made.rest || made.headline;
      pieces.push(item(`**${made.headline}**`));
      if (made.rest) pieces.push({ kind: 'paragraph', text: made.rest });
      break;
    case 'own-line-heading':
      if (/^Recommendation \d+$/.test(mark)) {
        // The heading is the bare number, and all of the text stands below it.
        text = [stop(made.headline), made.rest].filter(Boolean).join(' ');
        pieces.push({ kind: 'heading', level: 3, text: mark }, { kind: 'paragraph', text });
        break;
      }
      heading = made.headline;
      text = made.rest || made.headline;
      pieces.push({ kind: 'heading', level: 3, text: `${mark} ${made.headline}` });
      if (made.rest) pieces.push({ kind: 'paragraph', text: made.rest });
      break;
  }
  return { pieces, text: plain(text), ...(heading ? { heading } : {}) };
}

type Group = {
  readonly group: string;
  readonly subject: Subject | null;
  readonly count: number;
  readonly shown: 1 | 2 | 3 | false;
};

function groupsOf(dice: Dice, style: RecommendationStyle, heading: string): Group[] {
  if (style.groups === 'one') return [{ group: heading, subject: null, count: dice.int(5, 12), shown: false }];
  if (style.groups === 'two-lists') {
    const second = dice.pick([
      'Shared Service Recommendations',
      'Recommendations for both councils',
      'Shared recommendations',
    ]);
    return [
      { group: heading, subject: null, count: dice.int(5, 9), shown: false },
      { group: second, subject: 'capacity', count: dice.int(3, 5), shown: 2 },
    ];
  }
  const names: Readonly<Record<Subject, readonly string[]>> = {
    priorities: ['Vision and priorities', 'Priorities'],
    leadership: ['Leadership and partnerships', 'Place leadership'],
    governance: ['Governance', 'Decision-making and scrutiny'],
    finance: ['Finance', 'Money and savings'],
    capacity: ['People and capacity', 'Workforce'],
    communities: ['Communities', 'Residents and communities'],
  };
  return dice.sample(subjects, dice.int(3, 6)).map((subject) => ({
    group: dice.pick(names[subject]),
    subject,
    count: dice.int(2, 4),
    shown: 2,
  }));
}
