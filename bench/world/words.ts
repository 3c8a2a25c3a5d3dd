// The words of the bench's world: invented councils, people and sentences of the kind that peer reports and plans hold.
import type { Random } from './random.ts';

const BEGINNINGS =
  'Aldrew Brackle Cawder Dunsel Ebbing Farrow Gorsen Hethel Ivering Jarrow Kessing Larkel Mardle Norrow Osting Pellow Quarne Rundle Sorrel Thessing';
const ENDINGS =
  'combe wickley mereham stowford thorpeley holtby burnside fellgate leaham moorcott ridgeway marshby fordham dalewick bridgeham pooley croftham shawby hurstley gateham';
const KINDS = ['Borough Council', 'District Council', 'City Council', 'County Council'];

/** The name and code of the n-th council; 400 differ. */
export function councilName(n: number): { name: string; code: string; letters: string } {
  const beginnings = BEGINNINGS.split(' ');
  const endings = ENDINGS.split(' ');
  const place = beginnings[n % 20]! + endings[Math.floor(n / 20) % 20]!;
  const kind = KINDS[n % 4]!;
  return { name: `${place} ${kind}`, code: place.toLowerCase(), letters: place[0]! + kind[0]! };
}

const FIRST =
  'Ade Bea Carl Dina Emre Faye Gita Hugh Ines Joel Kemi Lars Mina Noor Otis Pia Ravi Sian Tomas Una Vera Wes Yusuf Zara';
const LAST =
  'Abara Blunt Castell Dowdy Elwick Farouk Gannet Hollin Ivers Jessop Kamara Lunt Mottram Nadkarni Orrell Pinder Quayle Rashid Stanner Tolley Umar Varley Wozny Yarrow';

export function personName(random: Random): string {
  return `${random.pick(FIRST.split(' '))} ${random.pick(LAST.split(' '))}`;
}

export const JOBS = [
  'Chief executive',
  'Director of finance',
  'Director of place',
  'Director of people',
  'Head of policy',
  'Improvement lead',
  'Head of housing',
  'Head of digital',
] as const;

export const BODIES = ['Cabinet', 'Full Council', 'Audit and Governance Committee', 'Improvement Board'] as const;

const TASKS = [
  'Agree one list of priorities',
  'Set out how the savings will be made',
  'Bring the capital programme back to what can be delivered',
  'Give scrutiny a work programme of its own',
  'Settle who leads on regeneration',
  'Write down what each shared service is for',
  'Publish a plan for the town centres',
  'Make appraisals happen for everyone',
  'Ask residents before decisions are made',
  'Replace the finance system',
  'Train every member in finance',
  'Put one person in charge of the climate plan',
];
const ENDS = [
  'so that officers and members pull in the same direction',
  'before the budget for next year is set',
  'with a named owner and a date for each part',
  'and report on it in public every quarter',
  'together with partners in health and the police',
  'and stop what no longer fits',
  'so that staff can see what is expected of them',
  'and show each year what has come of it',
];
const REASONS = [
  'The peers heard the same concern in many conversations, from officers and members alike.',
  'There is goodwill to build on, and people are ready for a clear lead.',
  'Without it the gap in the medium term will be closed by chance rather than by choice.',
  'Several teams have begun this on their own account, and their work should be joined up.',
  'Partners told the peers that they would welcome an early conversation.',
  'What has been done so far is good, but it is not yet known across the organisation.',
];

/** A recommendation: its first sentence may stand as its heading. */
export function recommendationText(random: Random): { heading: string; text: string } {
  const heading = `${random.pick(TASKS)} ${random.pick(ENDS)}`;
  const reasons = Array.from({ length: 1 + random.below(3) }, () => random.pick(REASONS));
  return { heading, text: `${heading}. ${[...new Set(reasons)].join(' ')}` };
}

const DEEDS = [
  'Draft the paper and take it to the board',
  'Hold workshops with every service',
  'Appoint a lead officer',
  'Review the terms of reference',
  'Build the model and test it with finance',
  'Publish the first version on the website',
  'Brief members on what changes for them',
  'Collect the baseline figures',
  'Agree the approach with partners',
  'Move the first two teams across',
];

export function actionTitle(random: Random): string {
  return `${random.pick(DEEDS)} (${random.pick(['phase', 'part', 'stage'])} ${1 + random.below(9)})`;
}

const NEWS = [
  'Two of five sessions were held; the rest are booked.',
  'The draft went to the board, which asked for firmer figures.',
  'The lead officer starts next month.',
  'Nothing has changed since the last report.',
  'The supplier delivered the first part a week early.',
  'Three services have sent their figures, four have not.',
  'Members were briefed and asked for a shorter version.',
  'The paper is on the forward plan.',
  'Partners agreed the wording with one change.',
  'Work is done and waits for a second person to confirm it.',
];
export const news = (random: Random) => random.pick(NEWS);

const DELAYS = [
  'The supplier needs another month.',
  'The committee moved its meeting.',
  'The lead officer left and the post is being filled.',
  'Figures from partners came late.',
];
export const delay = (random: Random) => random.pick(DELAYS);

export const MEASURES = [
  'All services have a plan by the date',
  'Nine in ten staff had an appraisal',
  'The paper is agreed by Cabinet',
  'The saving shows in the monthly report',
  '',
] as const;

export const EVIDENCE = ['Minutes of the board', 'Published plan', 'Survey of staff', 'Monthly budget report'] as const;
