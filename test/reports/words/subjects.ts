/** What a sentence is about. Each theme of each edition is about one of these. */
export type Subject = 'priorities' | 'leadership' | 'governance' | 'finance' | 'capacity' | 'communities';
export const subjects: readonly Subject[] = [
  'priorities',
  'leadership',
  'governance',
  'finance',
  'capacity',
  'communities',
];

export type ThemeOf = { readonly name: string; readonly question: string; readonly subject: Subject };

const theme = (name: string, subject: Subject, question: string): ThemeOf => ({ name, subject, question });

/** The core components as the rules of each year name them (a fact), with questions in our own words. */
export const themes2016: readonly ThemeOf[] = [
  theme(
    'Understanding of the local place and priority setting',
    'priorities',
    'Has the council a sound grasp of its area, and do its aims follow from it?',
  ),
  theme('Leadership of Place', 'leadership', 'Do elected members, officers and partners lead this area well together?'),
  theme(
    'Organisational leadership and governance',
    'governance',
    'Is the organisation led with purpose, and are decisions taken and checked as they should be?',
  ),
  theme(
    'Financial planning and viability',
    'finance',
    'Is there a plan that keeps the council solvent, and is it being carried out?',
  ),
  theme(
    'Capacity to deliver',
    'capacity',
    'Are people and money where the aims need them, and does the council draw on the strength of others?',
  ),
];
export const themes2021: readonly ThemeOf[] = [
  theme(
    'Local priorities and outcomes',
    'priorities',
    'Are the aims of the council plain, grounded in evidence and met?',
  ),
  theme(
    'Organisational and place leadership',
    'leadership',
    'Is the council well led, and is it trusted by those it works with?',
  ),
  theme(
    'Governance and culture',
    'governance',
    'Do the rules by which decisions are made work, and are challenge and respect part of daily life?',
  ),
  theme(
    'Financial planning and management',
    'finance',
    'Does the council know where it stands financially, and does it plan ahead?',
  ),
  theme(
    'Capacity for improvement',
    'capacity',
    'Can the organisation carry out what it wants to do, and can it get better?',
  ),
];
export const themesFinance: readonly ThemeOf[] = [
  theme('Financial leadership', 'leadership', 'Do members and officers own a plan for lasting financial health?'),
  theme(
    'Financial strategy, planning and forecasting',
    'finance',
    'Are the short and the long term prospects understood?',
  ),
  theme('Decision-making', 'governance', 'Are costs, risks and options known when decisions are taken?'),
  theme('Financial outcomes', 'finance', 'Are results watched and acted upon, and do controls hold?'),
  theme(
    'Partnership and innovation',
    'capacity',
    'Does finance help the council to find new ways of working with others?',
  ),
];
export const themesGovernance: readonly ThemeOf[] = [
  theme(
    'Roles and relationships',
    'leadership',
    'Do members and officers understand and respect what each of them is for?',
  ),
  theme('Decision-making and the constitution', 'governance', 'Are decisions lawful, timely and open?'),
  theme('Overview and scrutiny', 'governance', 'Does scrutiny make a difference?'),
  theme('Risk, audit and assurance', 'finance', 'Would the council notice in time if something went wrong?'),
  theme('Culture and conduct', 'capacity', 'Is conduct good, and is it safe to speak up?'),
];

/** What a council may ask for beyond the core, as a section of the feedback. */
export const extraSections: readonly { readonly name: string; readonly subject: Subject }[] = [
  { name: 'Shared services', subject: 'capacity' },
  { name: 'Communities and equalities', subject: 'communities' },
  { name: 'Housing and homelessness', subject: 'communities' },
  { name: 'Climate change', subject: 'priorities' },
  { name: 'Local government reorganisation', subject: 'leadership' },
  { name: 'Growth and regeneration', subject: 'priorities' },
  { name: 'Digital and customer services', subject: 'capacity' },
];

/** Lines in which a council says what more it wants looked at. */
export const focusLines: readonly string[] = [
  'How far the shared management team gives each council what it needs',
  'Whether the transformation programme is ambitious enough, and properly resourced',
  'The readiness of the council for a new pattern of local government in the county',
  'How the council works with its voluntary and community sector',
  'The relationship between the council and its tenants, in the light of the new consumer standards',
  'Whether the council’s approach to income from property carries the right balance of risk',
  'The council’s use of data to plan for demand in adult social care',
  'The pace and the direction of the housing company',
];
