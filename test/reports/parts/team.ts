import type { Dice } from '../dice.ts';
import type { AnswerPeer, Piece } from '../pieces.ts';
import { inventedCouncil, personName } from '../words/people.ts';
import type { Lists } from './lists.ts';

const parties = ['Conservative', 'Labour', 'Liberal Democrat', 'Independent', 'Green', 'Labour and Co-operative'];
const memberJobs = [
  'Leader',
  'Deputy Leader',
  'Leader of the Council',
  'Leader of the Opposition',
  'Cabinet Member for Resources',
  'Former Leader',
  'Portfolio Holder for Finance',
  'Cabinet Member',
];
const chiefJobs = [
  'Chief Executive',
  'Managing Director',
  'Chief Executive and Head of Paid Service',
  'Interim Chief Executive',
  'Joint Chief Executive',
];
const officerJobs = [
  'Executive Director of Resources',
  'Director of Finance and Section 151 Officer',
  'Assistant Director, Strategy and Improvement',
  'Director of Law and Governance',
  'Head of Policy',
  'Strategic Director – Place',
  'Assistant Chief Executive',
  'Director of Communities & Customer',
  'Head of Legal and Monitoring Officer',
  'Corporate Director, Adults and Housing',
  'Chief Operating Officer',
];
const staffJobs = [
  'Peer Challenge Manager',
  'Programme Manager',
  'Project Support Officer',
  'Senior Regional Adviser',
  'Challenge Manager',
  'Adviser',
];
const specialistJobs = ['Finance Adviser', 'Principal Adviser, Finance', 'Associate', 'Improvement Adviser'];

type Sort = 'lead-member' | 'member' | 'chief' | 'officer' | 'manager' | 'support' | 'specialist';
type Person = {
  readonly sort: Sort;
  readonly name: string;
  readonly job: string;
  readonly organisation: string | null;
  readonly party: string | null;
  readonly peerRole: string;
};

/** How every line of one list is set. */
type Style = {
  readonly order: 'name-job-body' | 'role-name-job-body' | 'role-name-body-party' | 'name-role-bracket';
  readonly dash: string;
  readonly member: 'Cllr' | 'Councillor' | '';
  readonly party: 'bracket' | 'tail' | 'none';
  readonly boldName: boolean;
};

function people(dice: Dice): Person[] {
  const found: Person[] = [];
  const used = new Set<string>();
  const add = (sort: Sort, job: string, organisation: string | null, peerRole: string, party: string | null = null) => {
    let name = personName(dice);
    while (used.has(name)) name = personName(dice);
    used.add(name);
    found.push({ sort, name, job, organisation, party, peerRole });
  };
  const lead = dice.chance(0.5);
  if (lead)
    add(
      'chief',
      dice.pick(chiefJobs),
      inventedCouncil(dice),
      dice.pick(['Chief Executive Peer', 'Lead Officer Peer', 'Lead Peer']),
    );
  add('lead-member', dice.pick(memberJobs), inventedCouncil(dice), 'Lead Member Peer', dice.pick(parties));
  if (!lead) add('chief', dice.pick(chiefJobs), inventedCouncil(dice), 'Chief Executive Peer');
  for (let i = dice.int(0, 2); i > 0; i--)
    add('member', dice.pick(memberJobs), inventedCouncil(dice), 'Member Peer', dice.pick(parties));
  for (let i = dice.int(1, 3); i > 0; i--)
    add('officer', dice.pick(officerJobs), inventedCouncil(dice), dice.pick(['Officer Peer', 'Senior Officer Peer']));
  add(
    'manager',
    dice.pick(['Peer Challenge Manager', 'Programme Manager', 'Challenge Manager']),
    dice.pick(['Local Government Association', 'LGA', 'Local Government Association (LGA)']),
    'LGA Peer Challenge Manager',
  );
  if (dice.chance(0.6))
    add(
      'support',
      dice.pick(staffJobs.slice(2)),
      dice.pick(['Local Government Association', 'LGA']),
      'LGA Project Support Officer',
    );
  return found;
}

/** The printed line, and what stands in it. */
function line(person: Person, style: Style): { text: string; peer: Omit<AnswerPeer, 'group'> } {
  const elected = person.sort === 'lead-member' || person.sort === 'member';
  const titled = `${elected && style.member ? `${style.member} ` : ''}${person.name}`;
  const name = style.boldName ? `**${titled}**` : titled;
  const shown = elected && style.party !== 'none' ? person.party : null;
  const party =
    shown === null
      ? ''
      : style.party === 'bracket'
        ? ` (${shown})`
        : style.dash === ', '
          ? `, ${shown}`
          : `${style.dash}${shown}`;
  const staff = person.sort === 'manager' || person.sort === 'support';
  const answer = (role: string, organisation: string | null, partyTold: string | null) => ({
    name: person.name,
    role,
    organisation,
    party: partyTold,
  });
  if (staff && style.order.startsWith('role-')) {
    return {
      text: `${person.peerRole}${style.order === 'role-name-job-body' ? ': ' : style.dash}${name}`,
      peer: answer(person.peerRole, null, null),
    };
  }
  if (staff && person.organisation === 'LGA') {
    return { text: `${name}${style.dash}LGA ${person.job}`, peer: answer(`LGA ${person.job}`, null, null) };
  }
  const body = person.organisation!;
  switch (style.order) {
    case 'name-job-body':
      return { text: `${name}${style.dash}${person.job}, ${body}${party}`, peer: answer(person.job, body, shown) };
    case 'role-name-job-body':
      return {
        text: `${person.peerRole}: ${name}, ${person.job}, ${body}${party}`,
        peer: answer(person.peerRole, body, shown),
      };
    case 'role-name-body-party':
      return {
        text: `${person.peerRole}${style.dash}${name}${style.dash}${body}${party}`,
        peer: answer(person.peerRole, body, shown),
      };
    case 'name-role-bracket':
      return staff
        ? { text: `${name}${style.dash}${person.job}, ${body}`, peer: answer(person.job, body, null) }
        : {
            text: `${name}${style.dash}${body} (${shown ? `${shown} ${person.peerRole.replace(/^(Lead )?Member Peer$/, 'member peer')}` : person.peerRole})`,
            peer: answer(
              shown ? person.peerRole.replace(/^(Lead )?Member Peer$/, 'member peer') : person.peerRole,
              body,
              shown,
            ),
          };
  }
}

/** The list of the peer team: bullets, plain paragraphs, numbers or a table; sometimes in groups. */
export function makeTeam(
  dice: Dice,
  lists: Lists,
  traits: Record<string, string>,
): { pieces: Piece[]; team: AnswerPeer[] } {
  const order = dice.weigh({
    'name-job-body': 5,
    'role-name-job-body': 3,
    'role-name-body-party': 2,
    'name-role-bracket': 1,
  });
  const style: Style = {
    order,
    dash: order === 'role-name-body-party' ? dice.pick([' – ', ' - ']) : dice.pick([' – ', ', ', ' - ', ', ']),
    member: dice.pick(['Cllr', 'Councillor', 'Cllr']),
    party:
      order === 'role-name-body-party'
        ? dice.pick(['tail', 'none'] as const)
        : dice.pick(['bracket', 'none', 'none'] as const),
    boldName: dice.chance(0.2),
  };
  const core = people(dice);
  const pieces: Piece[] = [];
  const team: AnswerPeer[] = [];
  const grouped = dice.chance(0.15);
  Object.assign(traits, {
    'team lines': order,
    'team dash': style.dash,
    'team party': style.party,
    'team grouped': String(grouped),
  });
  if (!grouped && dice.chance(0.12)) {
    traits['team set as'] = 'table';
    return asTable(dice, core, style);
  }
  const setting = dice.weigh({ bullets: 6, paragraphs: 2, numbers: 1 });
  traits['team set as'] = setting;
  if (!grouped && order === 'name-job-body' && dice.chance(0.1)) return asProse(core, style, traits);
  const print = (persons: readonly Person[], group: string | null) => {
    const list = lists.next();
    persons.forEach((person, i) => {
      const { text, peer } = line(person, style);
      team.push({ ...peer, group });
      if (setting === 'paragraphs') pieces.push({ kind: 'paragraph', text });
      else pieces.push({ kind: 'item', list, depth: 0, label: setting === 'numbers' ? `${i + 1}.` : '•', text });
    });
  };
  if (!grouped) print(core, null);
  else {
    const first = dice.pick(['Core Peer Team', 'Core team', 'Corporate peers']);
    pieces.push({ kind: 'heading', level: 3, text: first });
    print(core, first);
    const second = dice.pick(['Finance', 'Shared Services', 'Specialist peers', 'Housing']);
    pieces.push({ kind: 'heading', level: 3, text: second });
    print(
      Array.from({ length: dice.int(1, 3) }, () => ({
        sort: 'specialist' as const,
        name: personName(dice),
        job: dice.pick(specialistJobs),
        organisation: inventedCouncil(dice),
        party: null,
        peerRole: dice.pick(['Finance Peer', 'Officer Peer']),
      })).filter(
        (person, i, all) =>
          all.findIndex((other) => other.name === person.name) === i &&
          !core.some((other) => other.name === person.name),
      ),
      second,
    );
  }
  return { pieces, team };
}

function asTable(dice: Dice, core: readonly Person[], style: Style): { pieces: Piece[]; team: AnswerPeer[] } {
  const withJobs = dice.chance(0.5);
  const named = (person: Person) =>
    `${(person.sort === 'lead-member' || person.sort === 'member') && style.member ? `${style.member} ` : ''}${person.name}`;
  const role = (person: Person) => (withJobs ? person.job : person.peerRole);
  const rows = core.map((person) => [named(person), role(person), person.organisation!]);
  return {
    pieces: [
      {
        kind: 'table',
        head: true,
        rows: [['Name', dice.pick(['Role', 'Position']), dice.pick(['Organisation', 'Council'])], ...rows],
      },
    ],
    team: core.map((person) => ({
      name: person.name,
      role: role(person),
      organisation: person.organisation,
      party: null,
      group: null,
    })),
  };
}

/** The team in running text: "It was led by ..., with ...", as short reports print it. */
function asProse(
  core: readonly Person[],
  style: Style,
  traits: Record<string, string>,
): { pieces: Piece[]; team: AnswerPeer[] } {
  traits['team set as'] = 'prose';
  const plainly: Style = { ...style, dash: ', ', party: 'none', boldName: false };
  const lines = core.map((person) => line(person, plainly));
  const [first, ...rest] = lines.map(({ text }) => text);
  return {
    pieces: [
      {
        kind: 'paragraph',
        text: `The team was led by ${first}. With this peer came ${rest.slice(0, -1).join('; ')}; and ${rest.at(-1)}.`,
      },
    ],
    team: lines.map(({ peer }) => ({ ...peer, group: null })),
  };
}
