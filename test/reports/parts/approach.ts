import type { Dice } from '../dice.ts';
import type { AnswerQuantity, Piece } from '../pieces.ts';
import { focusLines } from '../words/subjects.ts';
import { choose, type Making } from './chapters.ts';
import { letter } from './lists.ts';
import { makeTeam } from './team.ts';

const paragraph = (text: string): Piece => ({ kind: 'paragraph', text });
const heading = (level: 1 | 2 | 3, text: string): Piece => ({ kind: 'heading', level, text });

const qualifiers = [
  'over',
  'more than',
  'nearly',
  'around',
  'approximately',
  'some',
  'about',
  'almost',
  'in excess of',
  null,
  null,
];

function quantity(dice: Dice, low: number, high: number): { answer: NonNullable<AnswerQuantity>; words: string } {
  const value = dice.int(low, high);
  const qualifier = dice.pick(qualifiers);
  return { answer: { value, qualifier }, words: qualifier ? `${qualifier} ${value}` : String(value) };
}

/** Who came, what they looked at, and how they worked. */
export function approach(making: Making): Piece[] {
  const { dice, lists, answer, council, challenge } = making;
  const pieces: Piece[] = [heading(2, dice.pick(['The peer team', 'The Peer Team']))];
  pieces.push(
    paragraph(
      choose(making, 'team introduced', [
        'Peers are chosen for their experience, and for how well it fits what a council wants to look at. The members of this peer team were:',
        `The peer team that came to ${council.place} was made up of the following people:`,
        'The team consisted of elected members and officers of other councils, with staff of the association:',
        `A ${challenge.toLowerCase()} is carried out by people who do the same work elsewhere. The team was put together for this council and consisted of:`,
        'The members of the team were chosen for what they know of the matters the council wished to look at. They were:',
        `The following came to ${council.place} as peers:`,
      ]),
    ),
  );
  const { pieces: list, team } = makeTeam(dice.fork('team'), lists, making.traits);
  pieces.push(...list);
  answer.team = team;
  pieces.push(heading(2, dice.pick(['Scope and focus', 'Scope and Focus', 'Scope'])), ...scope(making));
  pieces.push(
    heading(
      2,
      dice.pick([
        'The peer challenge process',
        'The peer challenge process',
        'The Peer Challenge Process',
        'The process',
      ]),
    ),
    ...process(making),
  );
  return pieces;
}

function scope(making: Making): Piece[] {
  const { dice, lists, answer, themes, council } = making;
  const asked = dice.chance(0.8);
  const pieces: Piece[] = [
    paragraph(
      choose(making, 'themes introduced', [
        `The team looked at the ${['', '', '', '', 'four', 'five'][themes.length] || 'following'} areas that belong to every challenge of this kind:`,
        `The peer team considered ${['', '', '', '', 'four', 'five'][themes.length] || 'the following'} themes, the core components of every challenge of this kind:`,
        'These are the themes that the peer team considered. They are the core of each such challenge and bear on how well a council performs:',
        'Five questions are put to every council that has such a challenge, and the peer team considered each of them:',
        `There are ${themes.length} core themes, which matter for the performance of any council:`,
      ]),
    ),
  ];
  const [join, bold] = [dice.pick([': ', ' - ', ' – ', ': ']), dice.chance(0.4)];
  const label = dice.pick(['number', 'bullet', 'number'] as const);
  Object.assign(making.traits, {
    'themes joined': join,
    'themes bold': String(bold),
    'themes labelled': label,
    'themes asked': String(asked),
  });
  const list = lists.next();
  themes.forEach((theme, i) => {
    const name = bold ? `**${theme.name}**` : theme.name;
    pieces.push({
      kind: 'item',
      list,
      depth: 0,
      label: label === 'number' ? `${i + 1}.` : '•',
      text: asked ? `${name}${join}${theme.question}` : name,
    });
  });
  answer.themes = themes.map((theme) => ({ name: theme.name, question: asked ? theme.question : null }));
  if (!dice.chance(0.55)) return pieces;
  const lines = dice.sample(focusLines, dice.int(1, 3));
  if (lines.length === 1) {
    pieces.push(
      paragraph(
        choose(making, 'focus introduced', [
          `In addition, ${council.printed.replace(/^The (?=City|London|Royal)/, 'the ')} asked the peer team to look at one more matter:`,
          'In addition to these questions, the council asked the peer team for its view of:',
        ]),
      ),
    );
  } else {
    pieces.push(
      paragraph(
        choose(making, 'focus introduced', [
          'As well as these, the council asked the peer team to give feedback on the following:',
          `In addition to the core components, ${council.short ?? 'the council'} asked the peer team for its view of:`,
          'The council also requested that the peer team give its views on these areas:',
        ]),
      ),
    );
  }
  const lettered = dice.chance(0.5);
  const second = lists.next();
  answer.localFocus = lines.map((text, i) => ({ label: lettered ? letter(i) : null, text: `${text}.` }));
  lines.forEach((text, i) => {
    pieces.push({ kind: 'item', list: second, depth: 0, label: lettered ? `${letter(i)})` : '•', text: `${text}.` });
  });
  return pieces;
}

function process(making: Making): Piece[] {
  const { dice, lists, answer, fieldwork, council } = making;
  const people = quantity(dice, 60, 290);
  const meetings = dice.chance(0.9) ? quantity(dice, 24, 72) : null;
  const hours = dice.chance(0.5) ? quantity(dice, 140, 420) : null;
  answer.activity = { people: people.answer, meetings: meetings?.answer ?? null, hours: hours?.answer ?? null };
  const days = ['', 'one day', 'two days', 'three days', 'four days', 'five days'][fieldwork.days.length];
  const pieces: Piece[] = [
    paragraph(
      'This was not an inspection. Its purpose is to help a council to get better at what it has chosen to do, and the team has tried to be a critical friend.',
    ),
    paragraph(
      `Before it came, the team read what the council had sent, a position statement among it. It then spent ${days} with the council.`,
    ),
  ];
  if (dice.chance(0.5)) {
    making.traits['people met'] = 'bullets';
    making.traits['meetings held'] = 'bullets';
    pieces.push(paragraph('In that time the team has:'));
    const list = lists.next();
    const item = (text: string): Piece => ({ kind: 'item', list, depth: 0, label: '•', text });
    pieces.push(item(`Spoken to ${people.words} people, among them staff, councillors and partners.`));
    if (meetings)
      pieces.push(
        item(`Gathered views from ${meetings.words} meetings, besides reading and visits to ${dice.int(2, 9)} sites.`),
      );
    if (hours)
      pieces.push(
        item(
          `Spent ${hours.words} hours between them on reaching their findings, as much as one person would in ${dice.int(5, 9)} weeks.`,
        ),
      );
  } else {
    const met = choose(making, 'people met', [
      `During the challenge the team spoke to ${people.words} people`,
      `They met ${people.words} people, in person and online`,
      `The peer team met with ${people.words} people, including councillors, officers and partners,`,
      `The team gathered information and views from ${people.words} people`,
      `Views were heard from ${people.words} people in all`,
    ]);
    const sat = meetings
      ? choose(making, 'meetings held', [
          ` in ${meetings.words} meetings`,
          ` over the course of ${meetings.words} meetings and focus groups`,
          `, and held ${meetings.words} meetings`,
        ])
      : '';
    const took = hours ? ` The team spent ${hours.words} hours on this work.` : '';
    pieces.push(paragraph(`${met}${sat}.${took}`));
  }
  pieces.push(
    paragraph(
      `What follows is a summary of what the team found at ${council.place} in ${fieldwork.days[0]!.getUTCFullYear()}. It is a view at one moment, given by people who know the work.`,
    ),
  );
  return pieces;
}
