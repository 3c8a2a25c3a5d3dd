import {
  bullets,
  minor,
  numbered,
  p,
  quotations,
  type RecommendationList,
  type Report,
  recommend,
  section,
  sub,
} from '../../scripts/sample-report/model.ts';
import { team as northmereTeam, themes } from '../northmere-2026/approach.ts';
import { sharedInWendshire } from '../northmere-2026/recommendations.ts';

const key: RecommendationList = {
  group: 'Key recommendations',
  items: [
    recommend(
      `Carry the savings for 2028/29 as far as those for next year.`,
      `The budget for 2027/28 is in sight of balance. Of the £21.6m needed in the year after, £6.9m has been identified
      and only £2.4m has an owner.`,
    ),
    recommend(
      `Tell residents earlier what will change in their market town or village.`,
      `Decisions on libraries and recycling centres were sound, and they came as a surprise to many.`,
    ),
    recommend(
      '',
      `Complete the move from four hospital discharge teams to one by June 2027, and agree with health partners who pays
      for the beds that fall between them.`,
    ),
    recommend(
      `Give scrutiny a say in the annual plan.`,
      `Councillors of all groups have experience that the cabinet could use before it decides.`,
    ),
    recommend(
      `Plan for the people who will retire.`,
      `Nearly one in five of the council's engineers and planners may leave before the end of 2029.`,
    ),
  ],
};

const core = 'Core team';
const team = [
  {
    name: 'Eleanora Sutherby',
    role: 'Lead Member Peer',
    organisation: 'Marchshire County Council',
    party: 'Conservative',
    group: core,
    line: 'Lead Member Peer – Cllr Eleanora Sutherby – Marchshire County Council – Conservative',
  },
  {
    name: 'Idris Calloway-Penn',
    role: 'Chief Executive Peer',
    organisation: 'Ousedale County Council',
    party: null,
    group: core,
    line: 'Chief Executive Peer – Idris Calloway-Penn – Ousedale County Council',
  },
  {
    name: 'Winifred Adeyemi-Cross',
    role: 'Peer Challenge Manager',
    organisation: 'Local Government Association',
    party: null,
    group: core,
    line: 'Peer Challenge Manager – Winifred Adeyemi-Cross – Local Government Association',
  },
  ...northmereTeam.filter((peer) => peer.group?.startsWith('Shared services')),
];
const sharedGroup = northmereTeam.find((peer) => peer.group?.startsWith('Shared services'))?.group ?? '';

/** The parallel report on the county around Northmere: same shared recommendations, a few words apart. */
export const wendshire: Report = {
  council: 'Wendshire County Council',
  folder: 'wendshire-2026',
  fieldworkInWords: '22 to 25 September 2026',
  fieldwork: ['2026-09-22', '2026-09-23', '2026-09-24', '2026-09-25'],
  status: 'Final report, November 2026',
  chapters: [
    {
      number: 1,
      title: 'Executive summary',
      blocks: [
        p(`Wendshire County Council (WCC) serves 486,000 people in seven market towns and some 240 parishes. It is
        well run. Its officers are experienced, its councillors know their divisions, and the services that matter most
        to people in difficulty are good and have been so for several years. It has told its residents the truth about
        money and been believed.`),
        p(`The net budget for 2026/27 is £541m. The council expects to end the year within £1.8m of it. General and
        earmarked reserves came to £96m on 31 March 2026, of which £38m is free to use. By the standards of county
        councils this is sound, and leaders are right not to be comfortable: a gap of £21.6m opens in 2028/29, and the
        cost of care grows faster than income in every year of the plan.`),
        p(`The Conservative administration has a majority of three. It works constructively with the other groups, who
        told us that they are informed in good time and asked rather late. The chief executive, appointed in 2024, has
        drawn together a senior team that had worked apart.`),
        p(`WCC shares eleven services and seven posts with Northmere City Council, where a challenge took place in the
        week before this one. The county sees sharing as a success and says so. It is less able to say what it has
        gained by it, or what it would do if its neighbour's finances were to worsen. Four of the recommendations that
        follow are made to both councils.`),
      ],
    },
    {
      number: 2,
      title: 'Key recommendations',
      blocks: [
        p(`The team makes five recommendations to Wendshire County Council alone:`),
        { kind: 'recommendations', list: key },
        sub('Shared services recommendations'),
        p(`These four are for Wendshire County Council and Northmere City Council together.`),
        { kind: 'recommendations', list: sharedInWendshire },
      ],
    },
    {
      number: 3,
      title: 'How the challenge was done',
      blocks: [
        sub('The peer team'),
        p(`The members of the team were:`),
        minor(core),
        bullets(...team.filter((peer) => peer.group === core).map((peer) => peer.line)),
        minor(sharedGroup),
        bullets(...team.filter((peer) => peer.group === sharedGroup).map((peer) => peer.line)),
        sub('Scope and focus'),
        p(`The team looked at the five themes that every corporate peer challenge covers:`),
        numbered(...themes.map((theme) => `**${theme.name}:** ${theme.questions}`)),
        p(`It was asked to give some of its time to the services that are shared with Northmere. Over four days it met
        more than 140 people in around 45 meetings, and gave nearly 210 hours to its work. It read what it was sent,
        compared what it heard, and reports here what more than one source bore out. Nobody is quoted by name.`),
      ],
    },
    {
      number: 4,
      title: 'Feedback',
      blocks: [
        section('4.1 Local priorities and outcomes'),
        p(`The council plan has four aims and fits on one sheet of paper. Staff in the depots could name them. Adult
        social care and children's services were both judged good at their latest inspections. The condition of roads is
        better than in most counties, at 3.1% of main roads in need of repair, and it was achieved with a programme that
        has kept to its £24m budget for two years.`),
        p(`Access to services in the east of the county is a worry. Bus journeys fell by 11% between 2022/23 and 2025/26,
        and young people spoke of college courses that they could not reach. The council should work with operators on a
        timetable that begins from the start of the college day.`),
        section('4.2 Organisational and place leadership'),
        p(`Leaders are trusted by partners. District and parish councils, health bodies and businesses all told us that
        the county keeps its word. Parish clerks would like a named officer to ring, and the council could arrange this
        at little cost.`),
        quotations(`“If Wendshire says Thursday, it is Thursday”`),
        section('4.3 Governance and culture'),
        p(`Governance is orderly. Papers are clear and published on time. The audit committee does its job well. Scrutiny
        is thoughtful but late, since most of what it sees has been settled. The council should bring draft decisions to
        it, beginning with those in the annual plan.`),
        section('4.4 Financial planning and management'),
        p(`Financial management is strong. In 2025/26 the council delivered £17.2m of £18.0m planned savings, or 96%. The
        plan for 2028/29 is much less advanced than its authors would like. High needs spending is a concern here as it
        is elsewhere: the deficit on the Dedicated Schools Grant (DSG) was £33.4m on 31 March 2026.`),
        p(`Assumptions about the price of home care rest on a contract that ends in October 2027. We were unable to judge
        whether the sum set aside, £5.5m a year, will be enough. The progress review will return to it.`),
        section('4.5 Capacity for improvement'),
        p(`Staff are committed and stay for a long time, which is a strength today and a risk tomorrow. Nearly one in five
        engineers and planners could retire by the end of 2029. The council needs a plan for each critical post, and may
        wish to make one with Northmere where the same skills are short in both.`),
        section('4.6 Shared services'),
        p(`County managers speak well of trading standards, public health and legal services, and less well of IT, which
        the city hosts. Requests are not recorded by council, so nobody can show whether the work is shared fairly. The
        county received a net £0.8m from Northmere in 2025/26 and spent far more than that on services which both use.`),
        p(`Members ask what would happen if Northmere could no longer pay its share. It is a fair question. The answer
        should be worked out with the city and not about it.`),
      ],
    },
    {
      number: 5,
      title: 'Next steps',
      blocks: [
        p(`The council should publish its report by 25 December 2026, within three months of the challenge, and
        an action plan no later than 25 February 2027, five months after it. The team will return for a progress review
        in July 2027, in the same week as its visit to Northmere, and a report of that review is due to be published by
        25 September 2027.`),
        p(`Imelda Brockhaven, Principal Adviser, remains the contact for support:
        imelda.brockhaven@peers.example.org, 01632 960417. The team is grateful to everyone who met it.`),
      ],
    },
  ],
  team,
  themes,
  localFocus: [],
  feedbackSections: [
    'Local priorities and outcomes',
    'Organisational and place leadership',
    'Governance and culture',
    'Financial planning and management',
    'Capacity for improvement',
    'Shared services',
  ],
  activity: { people: 140, meetings: 45, hours: 210 },
  // biome-ignore format: one line a chapter
  money: ['£541m', '£1.8m', '£96m', '£38m', '£21.6m', '£6.9m', '£2.4m', '£24m', '£17.2m', '£18.0m', '£33.4m', '£5.5m', '£0.8m'],
  percentages: ['3%', '3.1%', '11%', '96%'],
  abbreviations: [
    ['WCC', 'Wendshire County Council'],
    ['DSG', 'Dedicated Schools Grant'],
  ],
  definitions: [],
  contacts: ['imelda.brockhaven@peers.example.org'],
  reviewDue: '2027-07',
  madeOn: '2026-11-06T09:00:00Z',
  formats: ['docx', 'pdf'],
  pages: 6,
  compact: true,
};
