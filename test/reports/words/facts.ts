import type { Subject } from './subjects.ts';

type Frames = Readonly<Record<Subject | 'any', readonly string[]>>;

/** Context, figures, history, how the team worked: no praise, no worry, no advice. */
export const facts: Frames = {
  any: [
    'The position statement describes the events of the last three years.',
    'The peer team read {n:60-240} documents before it came.',
    'The peer team was on site for the whole of the challenge and attended a meeting of Cabinet.',
    'This is the first challenge to take place since the elections of May {year}.',
    '{C} is made up of {n:31-78} councillors, with elections by thirds.',
    '{C} employs some {n:450-6800} people.',
    'The team met members, officers, partners and residents.',
    'The last elections were held in May {year}.',
    'No party has had a majority since {year}.',
    'There are {n:31-92} councillors, who represent {n:12-40} wards.',
    'The area lies between the coast and the motorway.',
    'This section deals first with strategy and then with practice.',
    'The current Chief Executive took up post in {month} {year}.',
  ],
  priorities: [
    'There are two market towns and {n:24-70} villages in the area.',
    'The housing waiting list was reviewed in {month} {year}.',
    '{place} has a younger population than the average for England, with a median age of {n:33-39}.',
    'The council declared a climate emergency in {month} {year}.',
    '{plan} sets out four priorities and was consulted on in the autumn of {year}.',
    '{plan} was adopted in {month} {year} and runs for four years.',
    'The population of {place} is {n:82-480},{n:100-999}.',
    'About {%} of residents are aged over 65.',
    'The Local Plan was adopted in {year}.',
    'Performance is reported to Cabinet every quarter.',
    'There are five priorities, each led by a member of Cabinet.',
    'Median earnings stand at £{n:26-34},{n:100-999} a year.',
  ],
  leadership: [
    'The combined authority has a directly elected mayor.',
    'The Chief Executive chairs the county’s resilience forum.',
    'The council shares its Chief Executive with a neighbouring authority under an agreement made in {year}.',
    'Following the elections in May {year}, a new administration was formed by two parties.',
    'The Leader has held the post since May {year}.',
    '{C} is a member of the combined authority that was set up in {year}.',
    'The partnership board meets four times a year and has eleven members.',
    'The senior leadership team consists of the Chief Executive and {n:3-6} directors.',
    'There are {n:18-96} town and parish councils in the area.',
    'The integrated care system covers two counties.',
  ],
  governance: [
    'Councillors are elected for four years, all at the same time.',
    'The standards committee has seven members and two independent persons.',
    'Cabinet has eight members, including the Leader, and meets monthly.',
    'Scrutiny work programmes are agreed each year in June.',
    '{C} moved from committees to a Leader and Cabinet in {year}.',
    'There are three overview and scrutiny committees, each with eleven members.',
    'The Audit Committee meets five times a year.',
    'The monitoring officer is shared with a neighbouring council.',
    'A boundary review took effect in {year}.',
    'The council wholly owns two companies, one for housing and one for energy.',
  ],
  finance: [
    'Council tax at band D is £{n:1-2},{n:100-999} in {fy}.',
    'The council holds investments of {£} with other local authorities.',
    'In {fy} the council received {£} of exceptional financial support.',
    'The budget gap was estimated at {£} for {fy} in the report to Cabinet in {month} {year}.',
    'At the end of {fy} the general fund showed an underspend of {£}.',
    'The net revenue budget for {fy} is {£}.',
    'The capital programme amounts to {£} over five years.',
    'General reserves stood at {£} at 31 March {year}.',
    'Council tax was raised by {%} in {fy}.',
    'Business rates bring in {£} a year.',
    'The Medium Term Financial Strategy covers the years to {fy}.',
    'About {%} of spending goes on adult and children’s social care.',
    'The savings requirement for {fy} is {£}, of which {£} has been identified.',
    'A grant of {£} was received from the Levelling Up Fund in {year}.',
    'Housing debt is {£}.',
  ],
  capacity: [
    'The human resources service is shared between three councils.',
    'Office space was reduced from five buildings to two in {year}.',
    'The current senior structure was agreed in {month} {year}.',
    'In {year} the council brought its leisure services back in house.',
    'The transformation programme began in {year} and comprises nine projects.',
    'The last staff survey was completed by {%} of staff.',
    'Since {year} most office staff have worked from home for part of the week.',
    'Payroll and revenues services are provided by a contractor until {next}.',
    'Sickness absence was {n:6-12} days for each employee in {fy}.',
    'A new finance system was introduced in {month} {year}.',
  ],
  communities: [
    'The parish charter dates from {year}.',
    'Engagement is led by a team of {n:4-14} officers, who work in {n:5-12} neighbourhoods.',
    'More than {n:300-900} voluntary organisations are active in the area.',
    'Around {n:30-120} languages are spoken in local schools.',
    'The council owns {n:4-18},{n:100-999} homes.',
    'The housing register holds {n:2-9},{n:100-999} households.',
    'The community fund distributes {£} a year.',
  ],
};

/** Judgement put off. */
export const deferred: readonly string[] = [
  'Owing to the timing of the inspection, the peer team did not look at children’s services and is therefore unable to give feedback on them.',
  'The restructure had been in place for only six weeks, so it is too soon to draw conclusions about its effect.',
  'It was not possible in four days to test how far this reaches, and it is something to which the progress review will return.',
  'The team has not reached a view on the merits of the proposal, since the business case had not been finished.',
  'Evidence on this was limited to a single conversation, and so no judgement is offered here.',
  'The peer team cannot comment on the accuracy of these forecasts.',
  'The peer team was not able to form a view on this in the time available, and will return to it at the follow-up.',
  'It is too early to say whether the new structure works.',
  'We did not see enough to judge the quality of case work and will look again at the progress review.',
  'As the service had moved only the week before, the team could not offer feedback on it.',
  'The effect of these changes cannot yet be assessed.',
  'This was outside what the team could look at and will be picked up when it returns.',
  'The peer team was unable to speak to enough partners to reach a conclusion.',
  'Whether this will deliver what is hoped remains to be seen, and the team will revisit it.',
];

/** Words of people the team met; the frame around each says what it is quoted for. */
export const quotations: readonly { readonly text: string; readonly class: 'strength' | 'concern' }[] = [
  { text: 'I have worked in four councils and this is the one I would come back to', class: 'strength' },
  { text: 'If you ring, somebody answers, and if they promise something it happens', class: 'strength' },
  { text: 'We are treated as partners and not as petitioners', class: 'strength' },
  { text: 'For the first time in years we know where we are going', class: 'strength' },
  { text: 'The Leader listens, even when he does not like what he hears', class: 'strength' },
  { text: 'They were magnificent in the floods', class: 'strength' },
  { text: 'You can be honest here and nobody holds it against you', class: 'strength' },
  { text: 'We are busy being busy', class: 'concern' },
  { text: 'Everything is a priority, so nothing is', class: 'concern' },
  { text: 'Nobody told us until it was decided', class: 'concern' },
  { text: 'We keep being asked for ideas and never hear what became of them', class: 'concern' },
  { text: 'The spreadsheet balances; the service does not', class: 'concern' },
  { text: 'It takes three signatures to buy a chair', class: 'concern' },
  { text: 'Scrutiny is where reports go to be noted', class: 'concern' },
];

export const quoteFrames: Readonly<Record<'strength' | 'concern', readonly string[]>> = {
  strength: [
    'One partner told us: “{q}”.',
    'A member of staff put it simply: “{q}.”',
    'In the words of one resident, “{q}”.',
  ],
  concern: [
    'One manager said: “{q}”.',
    'As somebody put it in a focus group, “{q}.”',
    'We heard more than once that “{q}”.',
  ],
};

/** Terms in quotation marks that are nobody's words: "golden thread" and the like. */
export const quotedTerms: readonly { readonly text: string; readonly class: 'strength' | 'concern' | 'fact' }[] = [
  { text: 'The idea of a ‘golden thread’ from the plan to each person’s work has taken hold.', class: 'strength' },
  { text: 'The ‘Our Place’ programme is popular with residents.', class: 'strength' },
  { text: 'There is still a ‘them and us’ feeling between the two head offices.', class: 'concern' },
  { text: 'The so-called “hub and spoke” model was introduced in 2018.', class: 'fact' },
];

export const planNames: readonly string[] = [
  'The corporate plan',
  'The Council Plan',
  'The corporate strategy',
  'The ‘Better Together’ plan',
  'The Borough Plan',
  'The plan for the next four years',
  'The ‘Fair Shares’ strategy',
];

/** Short forms that a report explains where it first uses them. */
export const abbreviations: readonly {
  readonly short: string;
  readonly long: string;
  readonly text: string;
  readonly class: 'fact' | 'strength' | 'concern';
}[] = [
  {
    short: 'MTFS',
    long: 'Medium Term Financial Strategy',
    text: 'The Medium Term Financial Strategy (MTFS) is revised twice a year.',
    class: 'fact',
  },
  {
    short: 'ICS',
    long: 'Integrated Care System',
    text: 'Work with the Integrated Care System (ICS) has moved on well.',
    class: 'strength',
  },
  {
    short: 'HRA',
    long: 'Housing Revenue Account',
    text: 'The Housing Revenue Account (HRA) is close to its limit, and the risk is growing.',
    class: 'concern',
  },
  {
    short: 'VCS',
    long: 'voluntary and community sector',
    text: 'The voluntary and community sector (VCS) has its own forum.',
    class: 'fact',
  },
  {
    short: 'SLT',
    long: 'Senior Leadership Team',
    text: 'The Senior Leadership Team (SLT) is respected and visible.',
    class: 'strength',
  },
  {
    short: 'LEP',
    long: 'Local Enterprise Partnership',
    text: 'The Local Enterprise Partnership (LEP) covers three counties.',
    class: 'fact',
  },
  {
    short: 'EDI',
    long: 'equality, diversity and inclusion',
    text: 'Work on equality, diversity and inclusion (EDI) lacks pace.',
    class: 'concern',
  },
  {
    short: 'DSG',
    long: 'Dedicated Schools Grant',
    text: 'The Dedicated Schools Grant (DSG) shows a growing deficit.',
    class: 'concern',
  },
];
