// Public reports of invented councils for the library's benchmark: sentences of our own, in which a few words are in
// most passages and most words in few, as in real reports.

import { type Random, randomFrom } from './random.ts';
import { councilName } from './words.ts';

const ASKS = [
  'The council should agree',
  'The peer team recommends that the council settles',
  'Members and officers need to own',
  'Set out plainly',
  'Review with partners',
  'The council could publish',
  'It must urgently bring together',
  'Make time for',
  'The leadership should explain to residents',
  'Cabinet should decide on',
  'Build the capacity to deliver',
  'Give staff a say in',
  'Strengthen',
  'Simplify',
  'Put one person in charge of',
  'Test with an independent eye',
  'Stop and think again about',
  'Report twice a year on',
  'Use the data it already holds on',
  'Learn from neighbouring councils about',
]; // prettier-ignore
const ABOUT = [
  'the medium term financial strategy',
  'its MTFS',
  'the level of reserves',
  'the savings programme',
  'the capital programme',
  'the role of the section 151 officer',
  'the chief finance officer’s advice',
  'the housing revenue account',
  'the DSG deficit',
  'council tax policy',
  'commercial income',
  'the property portfolio',
  'the chief executive’s objectives',
  'overview and scrutiny',
  'the audit committee',
  'internal audit findings',
  'the annual governance statement',
  'member development',
  'the risk register',
  'the scheme of delegation',
  'the code of conduct',
  'the forward plan',
  'the integrated care system',
  'the local enterprise partnership',
  'devolution',
  'local government reorganisation',
  'the voluntary sector',
  'parish councils',
  'shared services',
  'the corporate plan',
  'the local plan',
  'net zero',
  'homelessness',
  'affordable housing',
  'adult social care',
  'children’s services',
  'SEND',
  'children in care',
  'the town centre',
  'community engagement',
  'equality and inclusion',
  'HR',
  'organisational development',
  'the workforce strategy',
  'recruitment and retention',
  'the senior leadership team',
  'the performance framework',
  'the transformation programme',
  'the programme office',
  'the digital strategy',
  'appraisals',
  'the staff survey',
  'business intelligence',
  'procurement',
  'customer services',
  'the communications plan',
  'the waste contract',
  'leisure centres',
  'the museum',
  'highways maintenance',
  'school transport',
  'library buildings',
  'licensing',
  'planning enforcement',
  'flood defences',
  'bus services',
  'street cleaning',
  'taxi fees',
  'the crematorium',
  'markets',
  'tourism',
  'broadband',
  'allotments',
  'cycling routes',
  'food inspections',
  'the coroner’s service',
  'registrars',
  'archives',
  'sports pitches',
  'car parks',
  'playgrounds',
  'the harbour',
]; // prettier-ignore
const SO_THAT = [
  'so that everyone knows who decides',
  'before the next budget is set',
  'with a named owner and a date for each part',
  'and show what has come of it',
  'as partners told the team they would welcome',
  'which staff described with energy',
  'because the gap will otherwise close by chance',
  'and be honest about what will stop',
  'together with health and the police',
  'while the goodwill lasts',
  'since three reviews have said the same',
  'and tell residents in plain words',
  'so that members see it before it is settled',
  'without adding another board',
  'at the pace that the finances demand',
  'and keep to what was promised',
  'where the evidence is strongest',
  'in every ward',
  'for at least four years ahead',
  'with the unions at the table',
]; // prettier-ignore
const PRAISE = ['The team was impressed by', 'Partners spoke highly of', 'Staff are proud of', 'There is good work on'];
const WORRIES = [
  'The team heard concern about',
  'There is little evidence of',
  'Too few people understand',
  'Nobody owns',
];
const KINDS = ['E06', 'E07', 'E08', 'E09', 'E10'] as const;

export interface MadeReport {
  readonly title: string;
  readonly about: string;
  readonly gss: string;
  readonly year: number;
  readonly passages: readonly {
    readonly kind: string;
    readonly strength: string | null;
    readonly text: string;
    readonly page: number;
  }[];
}

/** Words of few passages: a project, a street, a scheme with a name of its own. */
function rare(random: Random): string {
  const { name } = councilName(random.below(400));
  return `the ${name.split(' ')[0]} ${random.pick(['scheme', 'project', 'site', 'bridge', 'quarter', 'trust'])}`;
}

function sentence(random: Random, begins: readonly string[]): string {
  const subjects = [random.pick(ABOUT), random.chance(0.4) ? random.pick(ABOUT) : rare(random)];
  return `${random.pick(begins)} ${subjects.join(' and ')}, ${random.pick(SO_THAT)} ${random.pick(SO_THAT)}.`;
}

/** The n-th report: 12 key recommendations, 8 suggestions, 2 strengths and 2 concerns. The same each time. */
export function makePublicReport(n: number): MadeReport {
  const random = randomFrom(70_000 + n);
  const { name } = councilName(n % 400);
  const year = 2014 + Math.floor(random.next() ** 0.6 * 13);
  const passage = (kind: string, begins: readonly string[], strength: string | null = null) => ({
    kind,
    strength,
    text: `${sentence(random, begins)} ${random.chance(0.5) ? sentence(random, ASKS) : ''}`.trim(),
    page: 4 + random.below(20),
  });
  return {
    title: `Corporate peer challenge of ${name}, ${year}`,
    about: name,
    gss: `${random.pick(KINDS)}${String(n % 400).padStart(6, '0')}`,
    year,
    passages: [
      ...Array.from({ length: 12 }, () => passage('recommendation', ASKS)),
      ...Array.from({ length: 8 }, () => passage('suggestion', ASKS, random.pick(['must', 'should', 'could']))),
      ...Array.from({ length: 2 }, () => passage('strength', PRAISE)),
      ...Array.from({ length: 2 }, () => passage('concern', WORRIES)),
    ],
  };
}
