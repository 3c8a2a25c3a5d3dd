import type { Dice } from '../dice.ts';
import type { Answer, Piece } from '../pieces.ts';
import { personName } from '../words/people.ts';
import type { Making } from './chapters.ts';
import { isoDay, longDay } from './dates.ts';
import { letter } from './lists.ts';

const committees = [
  'Growth and Resources Scrutiny Committee',
  'Audit and Governance Committee',
  'Corporate Overview and Scrutiny Committee',
  'Finance and Performance Committee',
  'Policy and Resources Committee',
  'Resources Select Committee',
  'Cabinet',
  'Executive',
];
const subjectsOf = [
  'Shared services update',
  'Savings programme: half-year report',
  'Transformation programme update',
  'Medium term savings and shared services',
];
const areas = [
  'Back office',
  'IT contract',
  'Legal, HR and finance',
  'Adult social care commissioning',
  'Contact centre',
  'Property and estates',
  'Waste collection contract',
  'Senior management',
  'Agency spending',
  'Fees and charges',
];

const wishes = [
  'Note the progress made with shared services since the last report',
  'Agree the savings set out in the table below',
  'Ask the Director of Resources to report again in six months',
  'Endorse the approach described in this report',
  'Recommend to Cabinet that the programme is extended by a year',
  'Comment on the draft business case before it is put to Cabinet',
];

const item = (list: number, label: string, text: string, depth: 0 | 1 = 0): Piece => ({
  kind: 'item',
  list,
  depth,
  label,
  text,
});
const paragraph = (text: string): Piece => ({ kind: 'paragraph', text });
const heading = (level: 1 | 2 | 3, text: string): Piece => ({ kind: 'heading', level, text });

/** A report to a committee of the council: no challenge report, though it may speak of one. */
export function makeCommittee({ dice, lists, council, prose, answer, traits }: Making, day: Date): Piece[] {
  const committee = dice.pick(committees);
  const agenda = String(dice.int(3, 14));
  answer.committee = committee;
  answer.agendaItem = agenda;
  answer.meetingDate = isoDay(day);
  const pieces = head(dice, council.printed, committee, agenda, day);
  const list = lists.next();
  const asked = dice.sample(wishes, dice.int(1, 4));
  const group = dice.pick(['Recommendations', 'Recommendations', 'Recommendation']);
  pieces.push(heading(1, group === 'Recommendations' && dice.chance(0.25) ? 'RECOMMENDATIONS' : group));
  pieces.push(paragraph(`It is recommended that the ${committee}${dice.chance(0.5) ? ':' : ' resolves to:'}`));
  const marks = dice.pick(['number', 'letter', 'bracket'] as const);
  Object.assign(traits, {
    'committee is': committee,
    'recommendations labelled': `committee: ${marks}`,
    'meeting on': longDay(day).replace(/\d+/g, 'N'),
  });
  asked.forEach((wish, i) => {
    const label = marks === 'number' ? `${i + 1}.` : marks === 'letter' ? `${letter(i)})` : `(${i + 1})`;
    pieces.push(item(list, label, `${wish}.`));
    answer.recommendations.push({ group, number: i + 1, text: `${wish}.` });
  });
  const chapters: [string, Piece[]][] = [
    [
      dice.pick(['Origin of report', 'Purpose of report', 'Purpose and reason for report']),
      [
        paragraph(
          `This report is brought to the ${committee} because it asked for an account of the savings made with the neighbouring council.`,
        ),
      ],
    ],
    [
      dice.pick(['Background and key issues', 'Background']),
      [prose.paragraph('capacity', null, null), prose.paragraph('priorities', null, null), ...aims(dice, lists)],
    ],
    ['Financial implications', [prose.paragraph('finance', null, null), ...savings(dice, answer)]],
    ['Legal implications', [paragraph('There are none beyond those in the report of last year.')]],
    [dice.pick(['Consultation', 'Next steps']), [prose.paragraph('communities', null, null)]],
  ];
  chapters.forEach(([title, body], c) => {
    pieces.push(heading(1, `${c + 1}. ${dice.chance(0.4) ? title.toUpperCase() : title}`));
    let n = 0;
    for (const piece of body) {
      if (piece.kind === 'paragraph' && c !== 2) {
        n += 1;
        pieces.push(paragraph(`${c + 1}.${n} ${piece.text}`));
      } else pieces.push(piece);
    }
  });
  answer.passages = [];
  return pieces;
}

function head(dice: Dice, council: string, committee: string, agenda: string, day: Date): Piece[] {
  const title = dice.pick(subjectsOf);
  const officer = personName(dice);
  if (dice.chance(0.5)) {
    return [
      { kind: 'title', size: 'middle', text: committee.toUpperCase() },
      { kind: 'title', size: 'small', text: `AGENDA ITEM No. ${agenda}` },
      { kind: 'title', size: 'small', text: longDay(day).toUpperCase() },
      { kind: 'title', size: 'small', text: 'PUBLIC REPORT' },
      {
        kind: 'table',
        head: false,
        rows: [
          ['Report of:', 'Director of Resources'],
          ['Contact officer:', `${officer}, 01632 960${dice.int(100, 999)}`],
          ['Council:', council],
        ],
      },
      { kind: 'title', size: 'large', text: title },
    ];
  }
  return [
    { kind: 'title', size: 'large', text: council },
    { kind: 'title', size: 'middle', text: `Report to: ${committee}` },
    { kind: 'title', size: 'small', text: `Date of meeting: ${longDay(day)}` },
    { kind: 'title', size: 'small', text: `Agenda item: ${agenda}` },
    { kind: 'title', size: 'small', text: `Report author: ${officer}, Head of Finance` },
    { kind: 'title', size: 'middle', text: title },
  ];
}

/** A list in the body, which recommends nothing. */
function aims(dice: Dice, lists: { next(): number }): Piece[] {
  const list = lists.next();
  const texts = dice.sample(
    [
      'sharing functions behind the scenes',
      'fewer buildings',
      'buying together',
      'one set of systems',
      'teams that can stand in for one another',
      'a single senior team',
    ],
    dice.int(3, 5),
  );
  return [paragraph('The programme aims at:'), ...texts.map((text) => item(list, '•', text))];
}

/** The table of savings: in thousands or in full pounds, some cells empty, a total that adds up. */
function savings(dice: Dice, answer: Answer): Piece[] {
  const start = dice.int(2017, 2024);
  const years = Array.from({ length: dice.int(2, 4) }, (_, i) => `${start + i}/${String(start + i + 1).slice(2)}`);
  const thousands = dice.chance(0.6);
  const names = dice.sample(areas, dice.int(3, 6));
  const values = names.map(() => years.map(() => (dice.chance(0.08) ? null : dice.int(2, 90) * 25_000)));
  const totals = years.map((_, y) => values.reduce((sum, row) => sum + (row[y] ?? 0), 0));
  const shown = (value: number | null) =>
    value === null ? '' : (thousands ? value / 1000 : value).toLocaleString('en-GB');
  const rows: [string, ...(number | null)[]][] = [
    ...names.map((name, i): [string, ...(number | null)[]] => [name, ...values[i]!]),
    ['Total', ...totals],
  ];
  answer.savings = { years, rows };
  const unit = thousands ? ' £000' : ' £';
  return [
    paragraph(
      thousands
        ? 'The savings are set out in the table, in thousands of pounds.'
        : 'The savings are set out in the table.',
    ),
    {
      kind: 'table',
      head: true,
      rows: [
        [dice.pick(['Area', 'Savings area', 'Initiative']), ...years.map((year) => year + unit)],
        ...rows.map(([name, ...cells]) => [name, ...cells.map(shown)]),
      ],
    },
  ];
}
