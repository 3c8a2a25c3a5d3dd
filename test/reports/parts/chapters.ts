import type { Dice } from '../dice.ts';
import type { Answer, Piece } from '../pieces.ts';
import type { Council } from '../words/councils.ts';
import { personName } from '../words/people.ts';
import { extraSections, type ThemeOf } from '../words/subjects.ts';
import { addMonths, type Fieldwork, isoDay, monthAndYear } from './dates.ts';
import { type Lists, letter } from './lists.ts';
import type { Prose } from './prose.ts';

/** What the chapters of one report are made with. */
export type Making = {
  readonly dice: Dice;
  readonly lists: Lists;
  readonly council: Council;
  readonly prose: Prose;
  readonly fieldwork: Fieldwork;
  readonly themes: readonly ThemeOf[];
  readonly answer: Answer;
  readonly challenge: string;
  /** Choices worth knowing when a report is read wrongly. */
  readonly traits: Record<string, string>;
};

/** Picks a wording, and notes which. */
export function choose(making: Pick<Making, 'dice' | 'traits'>, name: string, wordings: readonly string[]): string {
  const wording = making.dice.pick(wordings);
  making.traits[name] = wording
    .replace(/\b(over|more than|nearly|around|approximately|some|about|almost|in excess of) (?=\d)/g, '')
    .replace(/\d+/g, 'N')
    .replace(/\b(January|February|March|April|May|June|July|August|September|October|November|December)\b/g, 'Month')
    .replace(/\b(four|six|eight|twelve)\b/g, 'N')
    .slice(0, 70);
  return wording;
}

const paragraph = (text: string): Piece => ({ kind: 'paragraph', text });
const heading = (level: 1 | 2 | 3, text: string): Piece => ({ kind: 'heading', level, text });

/** Executive summary: a few paragraphs, each mostly about one theme. */
export function summary({ dice, prose, themes, council, answer }: Making): Piece[] {
  const pieces: Piece[] = [];
  if (dice.chance(0.45)) {
    const when = addMonths(
      new Date(Date.UTC(Number((answer.fieldwork[0] ?? '2022').slice(0, 4)) - dice.int(3, 5), 0, 1)),
      dice.int(0, 11),
    );
    const text = dice.pick([
      `${council.printed} last had a corporate peer challenge in ${monthAndYear(when)}.`,
      `Much has happened since the previous peer challenge of ${monthAndYear(when)}.`,
      `The peer challenge that took place in ${monthAndYear(when)} led to an action plan with twelve actions.`,
    ]);
    answer.earlier.push(isoDay(when).slice(0, 7));
    pieces.push(paragraph(prose.say(text, 'fact', null)));
  }
  const told = dice.sample(themes, Math.min(themes.length, dice.int(3, 5)));
  for (const theme of told) pieces.push(prose.paragraph(theme.subject, uniqueTheme(themes, theme), null));
  return pieces;
}

/** The theme's name for a core component of a corporate challenge, unless another theme is about the same: then nobody could say which one a sentence is about. */
const uniqueTheme = (themes: readonly ThemeOf[], theme: ThemeOf): string | null =>
  themes.some(({ name }) => name.startsWith('Capacity')) &&
  themes.filter((other) => other.subject === theme.subject).length === 1
    ? theme.name
    : null;

/** The feedback chapter without its heading. @param number the chapter's number, for sections numbered "4.1" */
export function feedback(making: Making, number: number | null): Piece[] {
  const { dice, prose, themes, answer, lists } = making;
  const extra = dice.sample(extraSections, dice.pick([0, 0, 1, 1, 2]));
  const sections = [
    ...themes.map(({ name, subject, question }) => ({ name, subject, question })),
    ...extra.map((entry) => ({ ...entry, question: null })),
  ];
  const style = dice.weigh({ plain: 6, numbered: number === null ? 0 : 2.5, question: 1.2 });
  making.traits['feedback sections'] = style;
  const starred = dice.chance(0.2);
  const pieces: Piece[] = [];
  sections.forEach(({ name, subject, question }, i) => {
    const text =
      style === 'numbered'
        ? `${number}.${i + 1} ${name}`
        : style === 'question' && question
          ? `${name}: ${question}`
          : name;
    pieces.push(heading(2, text));
    answer.feedbackSections!.push(name);
    for (let count = dice.int(2, 4); count > 0; count--) pieces.push(prose.paragraph(subject, name, name));
    if (i === 0 && starred) {
      pieces.push(
        paragraph(
          prose.say(
            'The council should agree a *place compact with those it works with most.',
            'suggestion',
            name,
            'should',
          ),
        ),
      );
      answer.definitions.push({ term: 'place compact', meaning: starMeaning });
    }
    if (dice.chance(0.18)) pieces.push(...moneyList(dice, prose, lists));
  });
  if (starred) {
    const inline = dice.chance(0.5);
    making.traits.definition = inline ? 'in a paragraph' : 'under a bold heading';
    if (inline) pieces.push(paragraph(`*Place compact: ${starMeaning}`));
    else pieces.push(paragraph('***Place compact**'), paragraph(starMeaning));
  }
  return pieces;
}

const starMeaning =
  'A short agreement in which every partner says what it will bring to the area and what it hopes to find there.';

/** A list of grants inside the feedback: numbered or lettered, and no recommendation. */
function moneyList(dice: Dice, prose: Prose, lists: Lists): Piece[] {
  const list = lists.next();
  const kind = dice.pick(['number', 'letter', 'bullet'] as const);
  const names = dice.sample(
    [
      'Town Deal',
      'Levelling Up Fund',
      'Community Renewal Fund',
      'Shared Prosperity Fund',
      'Future High Streets Fund',
      'Brownfield Land Fund',
    ],
    dice.int(2, 4),
  );
  return [
    paragraph('Money that has been won from outside in recent years includes:'),
    ...names.map(
      (name, i): Piece => ({
        kind: 'item',
        list,
        depth: 0,
        label: kind === 'number' ? `${i + 1}.` : kind === 'letter' ? `${letter(i)})` : '•',
        text: `${name} - ${prose.money(null)}`,
      }),
    ),
  ];
}

const numberWords = [
  '',
  '',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** What happens after the challenge. @param year of the rules in force */
export function nextSteps(making: Making, year: number): Piece[] {
  const { dice, answer, fieldwork, council } = making;
  const pieces: Piece[] = [];
  const sub = (text: string) => {
    if (year <= 2018 || dice.chance(0.2)) pieces.push(heading(2, text));
  };
  sub('Immediate next steps');
  pieces.push(
    paragraph(
      'The team knows that the leaders of the council will want to think about what is said here before they decide what to do.',
    ),
  );
  if (year >= 2019 && year <= 2021) {
    const weeks = dice.pick([4, 6, 6, 6, 8, 12]);
    const words = dice.chance(0.5) ? numberWords[weeks]! : String(weeks);
    answer.publishWithinWeeks = weeks;
    pieces.push(
      paragraph(
        choose(making, 'publication', [
          `So that all can read it, the council should publish this report within ${words} weeks.`,
          `This report should be made public within ${words} weeks of the council receiving it, with an action plan beside it.`,
          `The expectation is that publication takes place no later than ${words} weeks from now.`,
        ]),
      ),
    );
  } else if (year >= 2022) {
    pieces.push(
      paragraph(
        'The council is required to publish this report within three months, and an action plan with it or no later than five months after the challenge.',
      ),
    );
  }
  const due = addMonths(
    fieldwork.last,
    year >= 2022 ? dice.int(9, 11) : year >= 2019 ? dice.int(5, 8) : dice.int(14, 24),
  );
  sub(year <= 2018 ? 'Follow up visit' : 'Progress review');
  const dated = year >= 2019 ? dice.chance(0.7) : false;
  const name = year >= 2022 ? 'progress review' : year >= 2019 ? 'check-in meeting' : 'follow-up visit';
  if (dated) {
    answer.reviewDue = isoDay(due).slice(0, 7);
    pieces.push(
      paragraph(
        choose(making, 'review', [
          `Part of the offer is a ${name}, which is planned for ${monthAndYear(due)}.`,
          `A ${name} will take place in ${monthAndYear(due)}, when members of the team return to hear what has been done.`,
          `The ${name} is at present expected in ${monthAndYear(due)}.`,
        ]),
      ),
    );
  } else {
    pieces.push(paragraph(`Part of the offer is a ${name}, at a time that the council will agree with the team.`));
  }
  const adviser = personName(dice).replace(/^(Sir|Dame|Dr|Baroness|Professor) | [A-Z]+$/g, '');
  const email = `${adviser.toLowerCase().replace(/[^a-z]+/g, '.')}@${dice.pick(['regions.example.org', 'improvement.example.gov.uk'])}`;
  const phone = dice.pick([
    `01632 960${dice.int(100, 999)}`,
    `07700 900${dice.int(100, 999)}`,
    `07700 900 ${dice.int(100, 999)}`,
  ]);
  answer.contacts.push(email);
  if (dice.chance(0.25)) {
    pieces.push(
      paragraph(
        `The main contact between the council and the association is ${adviser}, Principal Adviser, who can be reached as follows:`,
      ),
      paragraph(`Email: ${email}`),
      paragraph(`Telephone: ${phone}`),
    );
  } else {
    pieces.push(
      paragraph(
        choose(making, 'contact', [
          `${adviser}, Principal Adviser, is the person to speak to about further help. ${email}, ${phone}.`,
          `The main contact for ${council.place} is ${adviser} (Email: ${email}; Tel: ${phone}).`,
          `${adviser} (Principal Adviser) is the main contact for the council. Contact details: ${phone} or ${email}`,
          `For more help please contact ${adviser}, Regional Adviser, at ${email} or on ${phone}.`,
        ]),
      ),
    );
  }
  if (year <= 2018) {
    sub('Next Corporate Peer Challenge');
    pieces.push(
      paragraph(
        `Councils are expected to have a challenge every four or five years. The next is likely to be held before ${monthAndYear(addMonths(fieldwork.last, 60))}.`,
      ),
    );
  }
  return pieces;
}
