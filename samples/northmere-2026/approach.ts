import { bullets, letters, minor, numbered, type Peer, p, sub } from '../../scripts/sample-report/model.ts';

const shared = 'Shared services (for Northmere City Council and Wendshire County Council)';
const core = 'Core team';

/** All invented, with their councils. Lines vary in order, dash and comma, as real ones do. */
export const team: Peer[] = [
  {
    name: 'Rosalind Tarrowby',
    role: 'Lead Member Peer',
    organisation: 'Aldermarsh Borough Council',
    party: 'Labour',
    group: core,
    line: 'Lead Member Peer – Cllr Rosalind Tarrowby – Aldermarsh Borough Council – Labour',
  },
  {
    name: 'Desmond Akehurst-Bello',
    role: 'Chief Executive Peer',
    organisation: 'Harrowmede Council',
    party: null,
    group: core,
    line: 'Chief Executive Peer – Desmond Akehurst-Bello, Harrowmede Council',
  },
  {
    name: 'Gwilym Pendlethorpe',
    role: 'Member Peer',
    organisation: 'Castleby Metropolitan Borough Council',
    party: 'Conservative',
    group: core,
    line: 'Member Peer - Councillor Gwilym Pendlethorpe - Castleby Metropolitan Borough Council - Conservative',
  },
  {
    name: 'Ines Oldcastle-Rao',
    role: 'Member Peer',
    organisation: 'Saltmere District Council',
    party: 'Liberal Democrat',
    group: core,
    line: 'Cllr Ines Oldcastle-Rao – Member Peer – Saltmere District Council (Liberal Democrat)',
  },
  {
    name: 'Rukhsana Wetherlam',
    role: 'Officer Peer',
    organisation: 'City of Eastonbury Council',
    party: null,
    group: core,
    line: 'Officer Peer – Rukhsana Wetherlam, Director of Finance, City of Eastonbury Council',
  },
  {
    name: 'Callum Strathbrock',
    role: 'Peer Challenge Manager',
    organisation: 'Local Government Association',
    party: null,
    group: core,
    line: 'Peer Challenge Manager – Callum Strathbrock, Local Government Association',
  },
  {
    name: 'Tobias Wrenningham',
    role: 'Strategic Director, People and Change',
    organisation: 'Royal Borough of Kingsferry',
    party: null,
    group: shared,
    line: 'Tobias Wrenningham - Strategic Director, People and Change - Royal Borough of Kingsferry',
  },
  {
    name: 'Hester Quillfeather',
    role: 'Head of Shared Services',
    organisation: 'Twin Vales Partnership',
    party: null,
    group: shared,
    line: 'Hester Quillfeather – Head of Shared Services – Twin Vales Partnership',
  },
];

export const themes = [
  {
    name: 'Local priorities and outcomes',
    questions: `Has the council chosen priorities that fit what it knows about its place? Are residents better off for
    them, and can it tell?`.replace(/\s+/g, ' '),
  },
  {
    name: 'Organisational and place leadership',
    questions: `Do members and officers lead the organisation with one voice? Is the council a partner that others in
    the city trust and follow?`.replace(/\s+/g, ' '),
  },
  {
    name: 'Governance and culture',
    questions: `Are decisions taken openly, by the right people and on good advice? Is it safe to disagree?`,
  },
  {
    name: 'Financial planning and management',
    questions: `Does the council know its true position? Has it a plan that closes the gap, and is it keeping to that
    plan?`.replace(/\s+/g, ' '),
  },
  {
    name: 'Capacity for improvement',
    questions: `Are people, skills and money pointed at what matters most? Does the council learn?`,
  },
];

export const localFocus = [
  `Whether the medium term plan is credible, and in particular whether the balance between lasting savings and one-off
  measures leaves the council resilient at the end of the plan as well as at its start.`,
  `What the council gains from sharing services with WCC, what it gives, and how both councils could get more from it
  without either losing its freedom to take a different view.`,
  `How the council works with its neighbourhoods, including the three pilot areas in Quayside, Fenwick Park and Hallam
  Street, and whether the lessons are ready to be used across the city.`,
].map((text) => text.replace(/\s+/g, ' '));

const peers = (group: string) => bullets(...team.filter((peer) => peer.group === group).map((peer) => peer.line));

/** Chapter 3. */
export const approach = [
  sub('The peer team'),
  p(`Councillors and senior officers from other councils gave their time to this challenge. None has a connection with
  Northmere, and together they bring experience of city government, of public finance in difficult times and of sharing
  services between councils. The peers were:`),
  minor(core),
  peers(core),
  minor(shared),
  peers(shared),
  sub('Scope and focus'),
  p(`Every corporate peer challenge looks at five themes. They are printed here in the order that is usual; no theme was
  given more weight than another, although the council's financial position touches all of them.`),
  numbered(...themes.map((theme) => `**${theme.name}:** ${theme.questions}`)),
  p(`The council asked the team to look in addition at three matters of its own choosing:`),
  letters(...localFocus),
  sub('The peer challenge process'),
  p(`A peer challenge gives no rating and is not an audit. It is one group of people who run councils telling another what
  they see. The team does not test every figure or check every plan; it weighs what it is told against what it reads and
  against what it has learned at home. A point is made in this report only where more than one source supports it, unless
  we say that it rests on one.`),
  p(`Work began six weeks before the visit with a review of data by comparison group and a briefing on finance. The team
  then read the council's position statement and some 90 further documents. On site, from 15 to 18 September 2026, it:`),
  bullets(
    `spoke to more than 180 people, among them staff, councillors, residents and partners;`,
    `took part in over 60 meetings, visits and focus groups, and watched a meeting of Cabinet and one of the Place
    Scrutiny Committee;`,
    `gave nearly 320 hours to the task, which is as much as one person could do in more than eight weeks.`,
  ),
  p(`Two members of the team, who also served on the challenge of WCC in the following week, spent a day with managers of
  shared services from both councils. What they learned there stands in section 4.6 and in the second list of
  recommendations. Everything else in this report is about Northmere alone.`),
  p(`What was said to us was said in confidence, and the words quoted in this report carry no names. The findings were
  presented to the council on 18 September 2026. The council has since corrected matters of fact; the judgements are the
  team's own. Where the council has already begun to act, as it has on several of the points below, we are glad to be a
  little out of date.`),
];
