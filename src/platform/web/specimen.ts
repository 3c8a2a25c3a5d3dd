/** The specimen: every macro in its states on one page, for review in development and for the tests of the look. */
import { type Furniture, furnish, type Template, template } from './view.ts';

type Layout = 'layout.njk' | 'layout-public.njk' | 'layout-plain.njk';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint: string | null;
}

export interface SpecimenView {
  readonly layout: Layout;
  readonly responses: readonly string[];
  readonly progresses: readonly string[];
  readonly verdicts: readonly string[];
  readonly colourKey: readonly { readonly letter: string; readonly meaning: string }[];
  readonly facts: Readonly<
    Record<'answered' | 'reports' | 'found', { readonly status: string; readonly line: string }>
  >;
  readonly tasks: readonly {
    readonly text: string;
    readonly href: string;
    readonly note: string | null;
    readonly late: string | null;
    readonly due: string | null;
    readonly act: { readonly text: string; readonly href: string } | null;
  }[];
  readonly history: readonly {
    readonly what: string;
    readonly who: string;
    readonly when: Date;
    readonly why: string | null;
    readonly link: { readonly text: string; readonly href: string } | null;
  }[];
  readonly register: readonly {
    readonly number: number;
    readonly text: string;
    readonly response: string;
    readonly progress: string;
    readonly verdict: string;
    readonly owners: string;
    readonly next: string;
  }[];
  readonly pagination: {
    readonly previous: string | null;
    readonly next: string | null;
    readonly pages: readonly ({ readonly number: number; readonly href: string; readonly current: boolean } | null)[];
  };
  readonly people: readonly string[];
  readonly choices: readonly Option[];
  readonly errors: Readonly<Record<'what' | 'officer' | 'cost' | 'done' | 'visible' | 'file', string | null>>;
  readonly oneOffPence: number;
  readonly statementPence: number;
  readonly gapPence: number;
  readonly changedAt: Date;
}

export const specimen: Template<SpecimenView> = template<SpecimenView>('specimen.njk');

const noErrors: SpecimenView['errors'] = {
  what: null,
  officer: null,
  cost: null,
  done: null,
  visible: null,
  file: null,
};

const everyError: SpecimenView['errors'] = {
  what: 'Say what will be done',
  officer: 'Choose one officer, not a team',
  cost: 'Enter an amount in pounds, like 18000',
  done: 'Enter a date, like 31 January 2027',
  visible: 'Choose who can see it',
  file: 'Choose a file',
};

const usual: SpecimenView = {
  layout: 'layout.njk',
  responses: ['accepted', 'accepted-in-part', 'accepted-in-principle', 'not-accepted', 'none'],
  progresses: ['not-started', 'in-progress', 'paused', 'reported-complete', 'business-as-usual', 'superseded'],
  verdicts: ['fully-met', 'partly-met', 'not-met', 'contrary', 'not-assessed', 'no-report'],
  colourKey: [
    { letter: 'B', meaning: 'Blue: complete and evidenced' },
    { letter: 'G', meaning: 'Green: on plan' },
    { letter: 'A', meaning: 'Amber: at risk, with a plan' },
    { letter: 'R', meaning: 'Red: off plan' },
  ],
  facts: {
    answered: { status: 'accepted', line: '14 October 2026, Cabinet' },
    reports: { status: 'in-progress', line: '3 November 2026, Tom Okafor' },
    found: { status: 'not-assessed', line: 'Next review July 2027' },
  },
  tasks: [
    {
      text: 'Brief every member on the floor',
      href: '#',
      note: 'Due 30 October 2026. First promised for 30 September 2026',
      late: '23 days late',
      due: null,
      act: { text: 'Report progress', href: '#' },
    },
    {
      text: 'Publish the reserves policy',
      href: '#',
      note: null,
      late: null,
      due: 'Due 30 November 2026',
      act: { text: 'Report progress', href: '#' },
    },
  ],
  history: [
    {
      what: 'Date moved, 30 September to 30 October 2026',
      who: 'Lena Fox',
      when: new Date('2026-10-20T09:42:00Z'),
      why: 'Two members could not come before the half-term break.',
      link: { text: 'See it as it was', href: '#' },
    },
    { what: 'Accepted', who: 'Priya Shah', when: new Date('2026-10-14T13:00:00Z'), why: null, link: null },
  ],
  register: [
    {
      number: 4,
      text: 'Publish the reserves the council would not go below, and keep to them',
      response: 'accepted',
      progress: 'in-progress',
      verdict: 'not-assessed',
      owners: 'Tom Okafor, Cllr Anne Marsh',
      next: '31 January 2027',
    },
    {
      number: 5,
      text: 'Bring the two procurement teams together',
      response: 'accepted-in-part',
      progress: 'paused',
      verdict: 'partly-met',
      owners: 'No officer. Cllr Anne Marsh',
      next: 'Not known',
    },
    {
      number: 6,
      text: 'Give every saving a named owner before the budget is set',
      response: 'none',
      progress: 'not-started',
      verdict: 'no-report',
      owners: 'Lena Fox, no member',
      next: '18 February 2027',
    },
  ],
  pagination: {
    previous: '#',
    next: '#',
    pages: [
      { number: 1, href: '#', current: false },
      { number: 2, href: '#', current: true },
      null,
      { number: 8, href: '#', current: false },
    ],
  },
  people: ['Lena Fox', 'Priya Shah', 'Tom Okafor'],
  choices: [
    { value: 'public', text: 'Public', hint: 'Anyone can read it on the public site' },
    { value: 'council', text: 'Council only', hint: null },
  ],
  errors: noErrors,
  oneOffPence: 1_800_000,
  statementPence: 41_230_627,
  gapPence: 1_840_000_000,
  changedAt: new Date('2026-11-20T10:42:00Z'),
};

const northmere = { name: 'Northmere City Council', letters: 'NC', band: 'ink' } as const;
const wendshire = { name: 'Wendshire County Council', letters: 'WC', band: 'pine' } as const;

const rooms = ['Home', 'Improve', 'Plan', 'Money', 'Share', 'Perform', 'Govern'].map((text) => ({
  text,
  href: `#${text.toLowerCase()}`,
  active: text === 'Improve',
}));

const signedIn = furnish({
  title: 'Specimen',
  demonstration: true,
  band: { kind: 'council', council: northmere, homeHref: '#home', changeHref: '#change' },
  person: { text: 'Priya Shah', href: '#me' },
  signOut: '#out',
  csrfToken: 'specimen',
  search: { action: '#search', label: 'Search Northmere City Council' },
  rooms,
  subNavigation: {
    label: 'Improve',
    items: ['Recommendations', 'Actions', 'Gap check', 'What moved', 'Reports', 'Challenges'].map((text) => ({
      text,
      href: '#',
      active: text === 'Recommendations',
    })),
  },
  breadcrumbs: [{ text: 'Recommendations', href: '#' }],
  asAt: '2026-11-20',
  address: 'https://goldthread.example/northmere/specimen',
});

/** A state of the specimen, with a name for test titles and pictures. */
export interface SpecimenExample {
  readonly name: string;
  readonly view: SpecimenView;
  readonly furniture: Furniture;
}

export const specimenExamples: readonly SpecimenExample[] = [
  {
    name: 'usual',
    view: usual,
    furniture: furnish({
      ...signedIn,
      success: { text: 'Added. Still missing: member, measure.', link: { text: 'Add a member', href: '#officer' } },
    }),
  },
  {
    name: 'every-error',
    view: { ...usual, errors: everyError },
    furniture: furnish({
      ...signedIn,
      errors: Object.entries(everyError).map(([field, text]) => ({
        text: text ?? '',
        href: field === 'done' ? '#done-day' : `#${field}`,
      })),
    }),
  },
  {
    name: 'shared',
    view: usual,
    furniture: furnish({
      ...signedIn,
      demonstration: false,
      search: null,
      band: { kind: 'shared', councils: [northmere, wendshire], actingFor: 'Northmere', changeHref: null },
    }),
  },
  {
    name: 'public',
    view: { ...usual, layout: 'layout-public.njk' },
    furniture: furnish({
      title: 'Specimen',
      band: { kind: 'public', council: { ...northmere, band: 'plum' }, homeHref: '#home' },
      signIn: '#in',
    }),
  },
  { name: 'plain', view: { ...usual, layout: 'layout-plain.njk' }, furniture: furnish({ title: 'Specimen' }) },
];
