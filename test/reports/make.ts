import { Dice } from './dice.ts';
import { approach } from './parts/approach.ts';
import { feedback, type Making, nextSteps, summary } from './parts/chapters.ts';
import { makeCommittee } from './parts/committee.ts';
import { chooseFieldwork, isoDay, monthAndYear } from './parts/dates.ts';
import { Lists } from './parts/lists.ts';
import { makeProgress } from './parts/progress.ts';
import { Prose } from './parts/prose.ts';
import { makeRecommendations } from './parts/recommendations.ts';
import type { Answer, Edition, Piece, SyntheticReport } from './pieces.ts';
import { chooseCouncil } from './words/councils.ts';
import { themes2016, themes2021, themesFinance, themesGovernance } from './words/subjects.ts';

export const editions: readonly Edition[] = [
  '2016',
  '2018',
  '2019',
  '2021',
  '2022',
  '2024',
  'progress',
  'finance',
  'governance',
  'committee',
];

type Chapter = { readonly title: string; readonly pieces: readonly Piece[] };

const kinds: Readonly<Record<Edition, string>> = {
  '2016': 'corporate-peer-challenge',
  '2018': 'corporate-peer-challenge',
  '2019': 'corporate-peer-challenge',
  '2021': 'corporate-peer-challenge',
  '2022': 'corporate-peer-challenge',
  '2024': 'corporate-peer-challenge',
  progress: 'progress-review',
  finance: 'finance-peer-challenge',
  governance: 'governance-peer-challenge',
  committee: 'committee-report',
};

/** Makes one report and its answer. The same seed and edition give the same report. */
export function makeReport(seed: string, edition?: Edition): SyntheticReport {
  const dice = new Dice(seed);
  const chosen = edition ?? dice.pick(editions);
  const year = yearOf(dice, chosen);
  const council = chooseCouncil(dice.fork('council'));
  const shape =
    chosen === 'progress' ? 'day' : (chosen === '2021' || chosen === '2022') && dice.chance(0.4) ? 'scattered' : 'week';
  const fieldwork = chooseFieldwork(dice.fork('dates'), year, shape);
  const prose = new Prose(dice.fork('prose'), council, year);
  const themes =
    chosen === 'finance'
      ? themesFinance
      : chosen === 'governance'
        ? themesGovernance
        : year < 2020
          ? themes2016
          : themes2021;
  const answer: Answer = {
    kind: kinds[chosen],
    council: council.official,
    gss: council.gss,
    fieldwork: fieldwork.days.map(isoDay),
    recommendations: [],
    team: [],
    themes: [],
    localFocus: [],
    feedbackSections: [],
    activity: { people: null, meetings: null, hours: null },
    figures: [],
    percentages: [],
    quotes: [],
    contacts: [],
    publishWithinWeeks: null,
    reviewDue: null,
    definitions: [],
    abbreviations: [],
    earlier: [],
    passages: [],
  };
  const challenge =
    chosen === 'finance'
      ? 'Finance Peer Challenge'
      : chosen === 'governance'
        ? 'Governance Peer Challenge'
        : 'Corporate Peer Challenge';
  const making: Making = {
    dice: dice.fork('chapters'),
    lists: new Lists(),
    traits: {},
    council,
    prose,
    fieldwork,
    answer,
    challenge,
    themes: dice.chance(0.25) ? dice.shuffle(themes) : themes,
  };
  const pieces = chosen === 'committee' ? committee(making) : bound(making, chosen, year);
  const { figures, percentages, quotes, passages, abbreviations } = prose.answer;
  Object.assign(answer, { figures, percentages, quotes, abbreviations });
  if (chosen !== 'committee') answer.passages = passages;
  // The association's own short form stands behind the names of its staff.
  if (answer.team.some((peer) => /\(LGA\)/.test(peer.organisation ?? ''))) {
    answer.abbreviations.push({ short: 'LGA', long: 'Local Government Association' });
  }
  making.traits.dates = fieldwork.words
    .replace(/\d+/g, 'N')
    .replace(/(January|February|March|April|May|June|July|August|September|October|November|December)/g, 'Month')
    .replace(/[A-Z][a-z]+day/g, 'Day');
  making.traits['council called'] =
    `${council.printed === council.official ? 'officially' : 'by an alias'}${council.gss ? '' : ', invented'}`;
  making.traits['council kind'] = council.official.replace(council.place, '…');
  return {
    seed,
    traits: making.traits,
    edition: chosen,
    pieces,
    answer,
    ...furniture(dice.fork('furniture'), council.printed, challenge, chosen),
  };
}

function yearOf(dice: Dice, edition: Edition): number {
  switch (edition) {
    case 'progress':
      return dice.int(2022, 2025);
    case 'finance':
    case 'governance':
      return dice.int(2019, 2025);
    case 'committee':
      return dice.int(2017, 2025);
    case '2022':
      return dice.int(2022, 2023);
    case '2024':
      return dice.int(2024, 2025);
    default:
      return Number(edition);
  }
}

function committee(making: Making): Piece[] {
  const day = making.fieldwork.last;
  making.answer.fieldwork = [];
  return makeCommittee(making, day);
}

/** Cover, contents and chapters of a challenge or a review. */
function bound(making: Making, edition: Edition, year: number): Piece[] {
  const { dice } = making;
  const chapters = edition === 'progress' ? makeProgress(making) : challengeChapters(making, edition, year);
  const numbered = edition === 'progress' || dice.chance(0.85);
  const title = (chapter: Chapter, index: number) => (numbered ? `${index + 1}. ${chapter.title}` : chapter.title);
  const listed = dice.chance(0.6);
  const pieces: Piece[] = cover(making, edition);
  if (listed) {
    let page = dice.int(2, 3);
    pieces.push(
      { kind: 'title', size: 'middle', text: dice.pick(['Contents', 'Report contents', 'Table of contents']) },
      {
        kind: 'contents',
        entries: chapters.map((chapter, i) => {
          const entry = { text: title(chapter, i), page };
          page += dice.int(1, 6);
          return entry;
        }),
      },
    );
  }
  chapters.forEach((chapter, i) => {
    pieces.push({ kind: 'chapter' }, { kind: 'heading', level: 1, text: title(chapter, i) }, ...chapter.pieces);
  });
  return pieces;
}

function cover(making: Making, edition: Edition): Piece[] {
  const { dice, council, fieldwork, challenge } = making;
  const title = (text: string, size: 'large' | 'middle' | 'small'): Piece => ({ kind: 'title', text, size });
  const lga = dice.chance(0.5) ? 'LGA ' : '';
  if (edition === 'progress') {
    return [
      title(`${lga}Corporate Peer Challenge – Progress Review`, 'large'),
      title(council.printed, 'large'),
      title(dice.pick([fieldwork.words, monthAndYear(fieldwork.last)]), 'middle'),
      title(dice.pick(['Feedback', 'Feedback report', 'Progress review report']), 'small'),
    ];
  }
  const end = dice.pick(['Feedback report', 'Feedback Report', 'Final report', 'Final feedback report']);
  const kind = dice.int(0, 3);
  making.traits.cover = [
    'council, challenge, dates',
    'in one line',
    'challenge, council, dates',
    'challenge and council in one line',
  ][kind]!;
  switch (kind) {
    case 0:
      return [
        title(council.printed, 'large'),
        title(`${lga}${challenge}`, 'large'),
        title(fieldwork.words, 'middle'),
        title(end, 'middle'),
      ];
    case 1:
      return [title(`${lga}${challenge}: ${council.printed}`, 'large'), title(`${end}: ${fieldwork.words}`, 'middle')];
    case 2:
      return [
        title(`${lga}${challenge}`, 'large'),
        title(council.printed, 'large'),
        title(fieldwork.words, 'small'),
        title(end, 'small'),
      ];
    default:
      return [
        title(`${challenge} **${council.printed}**`, 'large'),
        title(fieldwork.words, 'middle'),
        title(end, 'middle'),
      ];
  }
}

type Part = 'introduction' | 'summary' | 'recommendations' | 'approach' | 'feedback' | 'next';

function challengeChapters(making: Making, edition: Edition, year: number): Chapter[] {
  const { dice, answer, council, challenge } = making;
  const recommendationsTitle =
    year >= 2024 || edition === 'governance'
      ? dice.pick(['Recommendations', 'Key recommendations'])
      : dice.pick(['Key recommendations', 'Key Recommendations', 'Recommendations']);
  const order: Part[] =
    year >= 2024
      ? ['introduction', 'summary', 'recommendations', 'approach', 'feedback', 'next']
      : ['summary', 'recommendations', 'approach', 'feedback', 'next'];
  if (dice.chance(0.1)) {
    // Some reports keep what they recommend for the end.
    order.splice(order.indexOf('recommendations'), 1);
    order.splice(order.indexOf('next'), 0, 'recommendations');
  }
  const chapter = (part: Part, index: number): Chapter => {
    switch (part) {
      case 'introduction':
        return {
          title: 'Introduction',
          pieces: [
            {
              kind: 'paragraph',
              text: `A ${challenge.toLowerCase()} brings councillors and officers of other councils to look, for some days, at how a council works. This report tells what they found in ${council.place}, and what they recommend.`,
            },
          ],
        };
      case 'summary':
        return {
          title:
            edition === 'finance' && dice.chance(0.4)
              ? 'Background'
              : dice.pick(['Executive summary', 'Executive Summary']),
          pieces: summary(making),
        };
      case 'recommendations': {
        const made = makeRecommendations(dice.fork('recommendations'), making.lists, recommendationsTitle);
        const { labels, setting, groups, table, points } = made.style;
        Object.assign(making.traits, {
          'recommendations labelled': labels,
          'recommendations set': setting,
          'recommendations grouped': groups,
          'recommendations in a table': String(table),
          'sub-points': points,
          'recommendations are': `${table ? 'table' : setting}, ${labels}, ${groups}`,
        });
        answer.recommendations = made.recommendations;
        return {
          title: recommendationsTitle,
          pieces: [
            {
              kind: 'paragraph',
              text: dice.pick([
                'Other ideas are found throughout this report. These are the ones that matter most, and the peer team recommends that the council takes them up:',
                'There are suggestions in every section of what follows. The most important recommendations are these:',
                `The peer team makes the following recommendations to ${council.printed.replace(/^The (?=City|London|Royal)/, 'the ')}:`,
              ]),
            },
            ...made.pieces,
          ],
        };
      }
      case 'approach':
        return {
          title: dice.pick([
            'Summary of the peer challenge approach',
            'Summary of peer challenge approach',
            'Summary of the Peer Challenge approach',
          ]),
          pieces: approach(making),
        };
      case 'feedback':
        return {
          title: edition === 'governance' && dice.chance(0.4) ? 'Detailed findings' : 'Feedback',
          pieces: feedback(making, index + 1),
        };
      case 'next':
        return { title: dice.pick(['Next steps', 'Next Steps']), pieces: nextSteps(making, year) };
    }
  };
  return order.map(chapter);
}

function furniture(
  dice: Dice,
  council: string,
  challenge: string,
  edition: Edition,
): { header: string | null; footer: string | null } {
  if (edition === 'committee') return { header: null, footer: dice.pick(['#', 'Page # of 12', null]) };
  return {
    header: dice.pick([
      null,
      null,
      `${council} ${challenge}`,
      `${challenge} – feedback report`,
      `${council}: ${challenge.toLowerCase()}`,
    ]),
    footer: dice.pick([
      '#',
      '#',
      'Page #',
      '# | Page',
      'Page | #',
      'Local Government House, Smallbrook Square  www.example.org  #',
    ]),
  };
}
