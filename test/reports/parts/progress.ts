import { type AnswerRecommendation, type Piece, plain } from '../pieces.ts';
import { headlines } from '../words/recommendations.ts';
import { type Subject, subjects } from '../words/subjects.ts';
import type { Making } from './chapters.ts';
import { addMonths, isoDay, monthAndYear } from './dates.ts';
import { makeTeam } from './team.ts';

const paragraph = (text: string): Piece => ({ kind: 'paragraph', text });
const heading = (level: 1 | 2 | 3, text: string): Piece => ({ kind: 'heading', level, text });

type Chapter = { readonly title: string; readonly pieces: Piece[] };

/** The chapters of a progress review: what was recommended, who came back, and how each recommendation stands. */
export function makeProgress({ dice, lists, council, prose, fieldwork, answer, traits }: Making): Chapter[] {
  const challenged = addMonths(fieldwork.last, -dice.int(9, 12));
  answer.earlier.push(isoDay(challenged).slice(0, 7));
  const introduction = [
    paragraph(
      `The council had its Corporate Peer Challenge in ${monthAndYear(challenged)} and published the report and an action plan soon afterwards.`,
    ),
    paragraph(
      'A progress review follows each challenge after some ten months. It gives the leaders of the council the opportunity to:',
    ),
    ...[
      'hear what peers make of the progress so far',
      'think about what has changed since the team was there',
      'talk about what has been learned',
    ].map((text, _, all): Piece => ({ kind: 'item', list: all.length * 1000, depth: 0, label: '•', text })),
  ];
  const chosen = dice.sample(
    subjects.flatMap((subject) => headlines[subject].map((text) => ({ subject, text }))),
    dice.int(5, 10),
  );
  const numbered = dice.chance(0.6);
  traits['recommendations labelled'] = numbered ? 'review: numbers' : 'review: bullets';
  const list = lists.next();
  const approach: Piece[] = [
    paragraph(`The progress review at ${council.printed.replace(/^The /, '')} took place on ${fieldwork.words}.`),
    paragraph('It looked at each of the recommendations of the peer challenge:'),
    ...chosen.map(
      ({ text }, i): Piece => ({ kind: 'item', list, depth: 0, label: numbered ? `${i + 1}.` : '•', text: `${text}.` }),
    ),
  ];
  answer.recommendations = chosen.map(
    ({ text }, i): AnswerRecommendation => ({ group: '*', number: i + 1, text: plain(`${text}.`) }),
  );
  approach.push(
    paragraph(
      dice.pick(['For the progress review these members of the first team came back:', 'The team for the review was:']),
    ),
  );
  const made = makeTeam(dice.fork('team'), lists, traits);
  approach.push(...made.pieces);
  answer.team = made.team;
  return [
    { title: 'Introduction', pieces: introduction },
    { title: 'Summary of the approach', pieces: approach },
    {
      title: dice.pick(['Progress review - feedback', 'Progress review – feedback', 'Feedback']),
      pieces: progress(dice.chance(0.5)),
    },
    {
      title: dice.pick(['Final thoughts and next steps', 'Next steps']),
      pieces: [
        paragraph('The team was glad to see how much has been done, and thanks all who took part in the review.'),
      ],
    },
  ];

  /** @param byTheme sections by theme; else one for each recommendation, whose words its heading repeats */
  function progress(byTheme: boolean): Piece[] {
    traits['review by'] = byTheme ? 'theme' : 'recommendation';
    const pieces: Piece[] = [];
    if (byTheme) {
      const names: Readonly<Record<Subject, string>> = {
        priorities: 'Vision and priorities',
        leadership: 'Leadership and partnerships',
        governance: 'Governance and culture',
        finance: 'Finance',
        capacity: 'Capacity and transformation',
        communities: 'Communities',
      };
      for (const subject of subjects.filter((one) => chosen.some((entry) => entry.subject === one))) {
        pieces.push(heading(2, names[subject]));
        answer.feedbackSections!.push(names[subject]);
        for (let count = dice.int(1, 3); count > 0; count--)
          pieces.push(prose.paragraph(subject, names[subject], names[subject]));
      }
      return pieces;
    }
    // Whether such headings are sections is a matter of taste; the answer is silent on them and on their names as themes.
    delete answer.feedbackSections;
    chosen.forEach(({ subject, text }, i) => {
      pieces.push(heading(2, `Recommendation ${i + 1}: ${text}`));
      for (let count = dice.int(1, 2); count > 0; count--) pieces.push(prose.paragraph(subject, null, null));
    });
    return pieces;
  }
}
