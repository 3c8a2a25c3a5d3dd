// Twelve public reports of invented councils, as the improvement leads of the two councils found and added them. Every
// sentence is our own.
import type { Authority, ReportKind } from '../../../platform/db/schema/index.ts';

export interface StoryPublicReport {
  readonly about: string;
  readonly authority: Authority;
  readonly kind: ReportKind;
  readonly year: number;
  /** Who adds it, and when. */
  readonly by: 'northmere' | 'wendshire';
  readonly on: string;
  readonly recommendations: readonly string[];
  /** Sections of the feedback: a heading, and its paragraphs. */
  readonly feedback: readonly (readonly [heading: string, ...paragraphs: string[]])[];
}

const FINANCE = 'Financial planning and management';
const GOVERNANCE = 'Governance and culture';
const LEADERSHIP = 'Organisational and place leadership';
const PRIORITIES = 'Local priorities and outcomes';
const CAPACITY = 'Capacity for improvement';

export const publicReports: readonly StoryPublicReport[] = [
  {
    ...{ about: 'Eastwold District Council', authority: 'district', kind: 'corporate-peer-challenge', year: 2023 },
    ...{ by: 'northmere', on: '2025-03-03' },
    recommendations: [
      'Set a floor for reserves, publish it, and stop paying for running costs out of them by a stated year.',
      'Count a saving in the budget only when an officer and a cabinet member have signed for it.',
      'Agree with the county council who leads on the market towns, and write it down.',
      'Ask residents what they know of the council tax and what it pays for, before the next rise.',
    ],
    feedback: [
      [
        FINANCE,
        'The MTFS is read by few members. The council should bring it to scrutiny before the budget is set.',
        'The finance team closes the accounts on time and is trusted across the council.',
      ],
      [CAPACITY, 'Three of eleven posts in planning are vacant, which is a risk to the local plan.'],
    ],
  },
  {
    ...{ about: 'Carrowmouth Borough Council', authority: 'unitary', kind: 'finance-peer-challenge', year: 2024 },
    ...{ by: 'northmere', on: '2025-03-03' },
    recommendations: [
      'Use one definition of the budget gap in every paper, and say whether it is for one year or adds up over several.',
      'Test each saving with somebody outside the service before it enters the medium term financial plan.',
      'Settle how the DSG deficit will be met when the statutory override ends, and tell schools.',
      'Replace reserves that pay for running costs with savings that recur.',
      'Give the section 151 officer a seat wherever a large contract is decided.',
    ],
    feedback: [
      [
        FINANCE,
        'The council must publish what it knows of the high needs deficit by the autumn.',
        'Members could be given a one-page guide to the medium term financial plan.',
        'Budget monitoring is prompt and clear.',
      ],
      [GOVERNANCE, 'The audit committee asks sharp questions and follows them up.'],
    ],
  },
  {
    ...{ about: 'Hallam Vale County Council', authority: 'county', kind: 'corporate-peer-challenge', year: 2022 },
    ...{ by: 'northmere', on: '2025-03-04' },
    recommendations: [
      'Know the price of every adult social care placement before it is agreed, and record why any stands above the guide.',
      'Bring the contracts of the county onto one register, with the date on which each ends.',
      'Give scrutiny its own session on the budget while it can still be changed.',
      'Train members of every group in finance, twice a year, at times when they can come.',
    ],
    feedback: [
      [
        PRIORITIES,
        'Residents speak warmly of the library service.',
        'The council should say how many people wait for a care assessment, and for how long.',
      ],
      [CAPACITY, 'The use of agency staff in children’s services is high and must be brought down.'],
    ],
  },
  {
    ...{
      about: 'Thornaby Heath Metropolitan Borough Council',
      authority: 'metropolitan',
      kind: 'corporate-peer-challenge',
      year: 2021,
    },
    ...{ by: 'northmere', on: '2025-03-04' },
    recommendations: [
      'Put one officer in charge of the transformation programme, with the time to do it.',
      'Publish which savings of the last three years were made, which slipped and which were replaced.',
      'Agree with health partners what the integrated care board will pay for.',
      'Draw up a workforce strategy that says which skills will be short.',
    ],
    feedback: [
      [
        LEADERSHIP,
        'The chief executive and the leader work well together and are seen in the neighbourhoods.',
        'Partners would welcome an earlier word when plans change. The council should write to them each quarter.',
      ],
    ],
  },
  {
    ...{ about: 'London Borough of Osier Green', authority: 'london', kind: 'corporate-peer-challenge', year: 2024 },
    ...{ by: 'northmere', on: '2025-09-15' },
    recommendations: [
      'Buy temporary accommodation to a plan, and report its cost each month beside the budget.',
      'Set the housing revenue account on a path that pays for repairs for thirty years.',
      'Let scrutiny choose what it looks at, and give it officers of its own.',
      'Say in plain words what each part of a council tax bill pays for.',
    ],
    feedback: [
      [
        PRIORITIES,
        'The council must tell families in temporary accommodation how long they will stay.',
        'The work of the borough on rough sleeping is known well beyond it.',
      ],
      [FINANCE, 'There is a risk that savings in housing are counted twice.'],
    ],
  },
  {
    ...{ about: 'Northolm Council', authority: 'unitary', kind: 'governance-peer-challenge', year: 2025 },
    ...{ by: 'wendshire', on: '2025-10-06' },
    recommendations: [
      'Show the audit committee every overdue action, the oldest first, and not a summary.',
      'Bring items to scrutiny while they can still be decided otherwise.',
      'Rewrite the constitution so that a new councillor can find who decides what.',
      'Agree a protocol between members and officers, and use it.',
    ],
    feedback: [
      [
        GOVERNANCE,
        'Officers are courteous and reply to members quickly.',
        'The monitoring officer should have a deputy before the next election.',
        'Decisions taken under urgency are many, which is a concern to the audit committee.',
      ],
    ],
  },
  {
    ...{ about: 'Sallow Marsh District Council', authority: 'district', kind: 'progress-review', year: 2024 },
    ...{ by: 'northmere', on: '2025-10-07' },
    recommendations: [
      'Check each business case for a shared service again after a year, and tell both councils what has been saved.',
      'Keep the members of both councils informed together, in one meeting and with one paper.',
      'Write into each shared post who employs, who pays and who decides.',
    ],
    feedback: [
      [
        LEADERSHIP,
        'The two councils have shared a chief executive for three years with goodwill on both sides.',
        'The councils could publish one page a year on what sharing has brought to each.',
      ],
    ],
  },
  {
    ...{ about: 'Pennard City Council', authority: 'district', kind: 'corporate-peer-challenge', year: 2019 },
    ...{ by: 'northmere', on: '2026-01-12' },
    recommendations: [
      'Choose five priorities and stop the projects that serve none of them.',
      'Give the city centre one plan with one owner, and say what will be paid for.',
      'Make the performance report short enough for cabinet to discuss.',
    ],
    feedback: [
      [
        PRIORITIES,
        'The vision for the city is ambitious and widely understood.',
        'The council should ask young people about the square before the works begin.',
      ],
      [CAPACITY, 'Staff speak of too many projects at once.'],
    ],
  },
  {
    ...{ about: 'Brackenshire Council', authority: 'unitary', kind: 'corporate-peer-challenge', year: 2026 },
    ...{ by: 'wendshire', on: '2026-05-11' },
    recommendations: [
      'Fill the finance posts that are empty, so that closing the month does not rest on two people.',
      'Move from ten performance frameworks to one, and publish it.',
      'Prepare for local government reorganisation with the districts, and tell staff what is known and what is not.',
      'Shorten the road from a decision to the work on the ground, in highways first.',
    ],
    feedback: [
      [
        CAPACITY,
        'The HR team has made recruitment faster and friendlier.',
        'The council must decide which systems it will keep before the new council begins.',
      ],
      [LEADERSHIP, 'The parish councils should be told early which services they could run.'],
    ],
  },
  {
    ...{ about: 'Ferrowby Borough Council', authority: 'district', kind: 'corporate-peer-challenge', year: 2022 },
    ...{ by: 'northmere', on: '2026-05-12' },
    recommendations: [
      'Publish the path to net zero with what each step costs and who pays.',
      'Draw up a register of contracts above £25,000 and look at each a year before it ends.',
      'Hold the leisure centres to a plan that does not draw on reserves.',
    ],
    feedback: [
      [
        PRIORITIES,
        'The climate plan is honest about what the council cannot do alone.',
        'The council could ask the county to share its energy manager.',
      ],
      [FINANCE, 'Little is known about the cost of the leisure contract after 2025, which is a worry to members.'],
    ],
  },
  {
    ...{
      about: 'Greater Aldermoor Combined Authority',
      authority: 'combined',
      kind: 'governance-peer-challenge',
      year: 2025,
    },
    ...{ by: 'wendshire', on: '2026-06-01' },
    recommendations: [
      'Say which decisions are the mayor’s and which are the board’s, on one page.',
      'Give overview and scrutiny a budget and a programme that it sets itself.',
      'Publish what each devolved fund has bought.',
    ],
    feedback: [
      [
        GOVERNANCE,
        'The member councils work together with patience.',
        'The authority must keep a single risk register for the whole of its programmes.',
      ],
    ],
  },
  {
    ...{ about: 'Marlstone County Council', authority: 'county', kind: 'corporate-peer-challenge', year: 2018 },
    ...{ by: 'wendshire', on: '2026-06-02' },
    recommendations: [
      'Close the gap in the medium term plan with choices that members have seen, and not with reserves.',
      'Tell families what will change in SEND transport, a year ahead.',
      'Support councillors with training that they have asked for.',
    ],
    feedback: [
      [
        FINANCE,
        'The level of reserves is sound for now.',
        'The council should stop presenting one-off and recurring savings as one sum.',
      ],
      [GOVERNANCE, 'Members of all groups described the training of 2017 as useful.'],
    ],
  },
];

/** The report as text, in the order that such reports have. */
export function writtenOut({ about, kind, year, recommendations, feedback }: StoryPublicReport): string {
  const name = {
    'finance-peer-challenge': 'Finance Peer Challenge',
    'governance-peer-challenge': 'Governance Peer Challenge',
  };
  const title =
    kind === 'progress-review'
      ? 'Corporate Peer Challenge: Progress Review'
      : kind in name
        ? name[kind as keyof typeof name]
        : 'Corporate Peer Challenge';
  const lines = [title, about, `14 to 17 March ${year}`, 'Feedback report', ''];
  lines.push('1. Executive summary', '', `This report says what the team heard and saw in ${about}.`, '');
  lines.push('2. Key recommendations', '', 'These are what the peer team recommends above all:', '');
  for (const [at, text] of recommendations.entries()) lines.push(`${at + 1}. ${text}`, '');
  lines.push(
    '3. Summary of the peer challenge approach',
    '',
    'The team read documents and was on site for four days.',
    '',
  );
  lines.push('4. Feedback', '');
  for (const [at, [heading, ...paragraphs]] of feedback.entries()) {
    lines.push(`4.${at + 1} ${heading}`, '');
    for (const paragraph of paragraphs) lines.push(paragraph, '');
  }
  return lines.join('\n');
}

/** Its title in the library. */
export function titleOf({ about, kind, year }: StoryPublicReport): string {
  const words: Partial<Record<ReportKind, string>> = {
    'finance-peer-challenge': 'Finance peer challenge',
    'governance-peer-challenge': 'Governance peer challenge',
    'progress-review': 'Progress review',
  };
  return `${words[kind] ?? 'Corporate peer challenge'} of ${about}, ${year}`;
}
