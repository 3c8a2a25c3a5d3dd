// Every page of accounts in its states: empty, usual, long, every error. They feed the strict render test and the
// accessibility test. People and councils are invented.
import { type Furniture, furnish, type Template } from '../../platform/web/view.ts';
import { historyLinks } from '../history/index.ts';
import { summary } from './forms.ts';
import * as pages from './pages/templates.ts';
import { renewCodesView, turnOffView } from './views/account.ts';
import { keptMailsView, keptMailView, type PersonView, peopleView, personFields } from './views/people.ts';
import { linkGone, mailOnItsWay, type SignInView } from './views/sign-in.ts';

export interface Example {
  readonly name: string;
  readonly template: Template<unknown>;
  readonly view: unknown;
  readonly furniture: Furniture;
}

const council = { code: 'northmere', name: 'Northmere City Council', letters: 'NC', band: 'ink' } as const;
const LONG = 'Bartholomew-Featherstonehaugh-Cholmondeley of Upper Wendshire Parva';
const at = new Date('2026-11-23T09:05:00Z');
const councilBand = { kind: 'council', council, homeHref: '/councils/northmere', changeHref: '/councils' } as const;
const path = (below: string) => `/councils/northmere${below}`;
const date = () => '7 December 2026';

function example<V>(
  name: string,
  template: Template<V>,
  view: V,
  given: Partial<Furniture> & { title: string },
): Example {
  const furniture = furnish({ csrfToken: 'example', ...given });
  return { name, template: template as Template<unknown>, view, furniture };
}
const person = { text: 'Priya Shah', href: '/account' };
const own = { person, signOut: '/sign-out' };
const here = { ...own, band: councilBand };

const signIn: SignInView = {
  next: '',
  email: '',
  emailError: null,
  passwordError: null,
  openId: null,
  demonstration: [],
  nobodyYet: false,
};
const refused = {
  ...signIn,
  email: 'priya@northmere.example',
  emailError: 'The e-mail address or the password is not right. Check both, or set a new password',
  passwordError: 'Enter your password',
};
const invitation = {
  action: '/invitation/example',
  council: council.name,
  email: 'lena@northmere.example',
  jobTitle: 'Head of finance',
  roles: ['Finance lead', 'Officer'],
  name: 'Lena Fox',
  hasAccount: false,
  nameError: null,
  passwordError: null,
};
const session = {
  id: '00000000-0000-4000-8000-000000000001',
  device: 'Firefox on Windows',
  way: 'By password',
  madeAt: at,
  lastSeenAt: at,
  address: '192.0.2.10',
  current: true,
};
const account = {
  name: 'Priya Shah',
  email: 'priya@northmere.example',
  passwordChangedAt: at,
  secondFactor: null,
  sessions: [session],
  others: 0,
  manyCouncils: false,
};
const someone = {
  personId: '00000000-0000-4000-8000-000000000002',
  name: 'Lena Fox',
  email: 'lena@northmere.example',
  jobTitle: 'Head of finance',
  kind: 'officer',
  roles: ['finance_lead'],
  leftOn: null,
  version: 1,
} as const;
const people = [
  { ...someone, roles: [...someone.roles] },
  {
    ...someone,
    personId: '3',
    name: LONG,
    jobTitle: '',
    roles: [],
    email: `${'long.'.repeat(10)}name@northmere.example`,
  },
  {
    ...someone,
    personId: '4',
    name: 'Cllr Anne Marsh',
    kind: 'member' as const,
    roles: ['member' as const],
    leftOn: '2026-05-07',
  },
  { ...someone, personId: '5', name: 'Tom Okafor', roles: ['administrator' as const], leftOn: '2026-12-31' },
];
const invitations = [
  { personId: someone.personId, expiresAt: '2026-12-07T09:05:00Z' },
  { personId: '3', expiresAt: '2026-11-01T09:05:00Z' },
];
const typed = { ...someone, roles: [...someone.roles] };
const everyError = personFields(
  { ...typed, email: 'lena', name: '', kind: '', roles: [] },
  {
    email: 'Enter an e-mail address, like name@northmere.example',
    name: 'Enter a name',
    jobTitle: 'Use at most 100 characters for the job title',
    kind: 'Choose officer or member',
    roles: 'Choose at least one role',
  },
);
const invite = { action: path('/people/invite'), council: council.name, councilCode: council.code, mail: true };
const change = {
  action: path('/people/1'),
  version: 1,
  invited: null,
  endHref: path('/people/1/end'),
  history: historyLinks(path('/people/1'), 3),
  now: null,
};
const stale: PersonView = {
  ...personFields(typed, { roles: 'Somebody else changed this person after you opened the page' }),
  ...change,
  invited: { until: at, againAction: path('/people/1/invite-again'), over: true },
  now: 'Head of finance, officer, Auditor',
};
const ending = {
  name: 'Lena Fox',
  council: council.name,
  action: path('/people/1/end'),
  version: 1,
  typed: { day: '23', month: '11', year: '2026' },
  error: null,
};
const mail = {
  id: '2026-11-23T09-05-00-000Z-0123abcd',
  at: at.toISOString(),
  to: 'lena@northmere.example',
  subject: 'Northmere City Council invites you to Goldthread',
  council: council.name,
  parts: ['Hello Lena Fox,', { text: 'Join', href: 'http://127.0.0.1:4999/invitation/example' }],
  text: '',
};

export const examples: readonly Example[] = [
  example('Sign in', pages.signInPage, signIn, { title: 'Sign in' }),
  example('Sign in, nobody yet', pages.signInPage, { ...signIn, nobodyYet: true }, { title: 'Sign in' }),
  example(
    'Sign in, demonstration and single sign-on',
    pages.signInPage,
    {
      ...signIn,
      openId: { name: 'Northmere sign-in', href: '/sign-in/openid' },
      demonstration: [
        { email: 'priya@northmere.example', name: 'Priya Shah', does: 'Improvement lead, Northmere City Council' },
        { email: 'long@northmere.example', name: LONG, does: 'Auditor, Wendshire County Council' },
      ],
    },
    { title: 'Sign in', demonstration: true },
  ),
  example('Sign in, every error', pages.signInPage, refused, {
    title: 'Sign in',
    errors: summary({ email: refused.emailError, password: refused.passwordError }),
  }),
  ...(['app', 'recovery'] as const).flatMap((kind) => [
    example(`Second step, ${kind}`, pages.secondStepPage, { kind, error: null }, { title: 'Enter a code' }),
    example(
      `Second step, ${kind}, error`,
      pages.secondStepPage,
      { kind, error: 'That code is not right, or was used already' },
      { title: 'Enter a code', errors: summary({ code: 'That code is not right, or was used already' }) },
    ),
  ]),
  example(
    'Forgotten password',
    pages.forgottenPage,
    { email: '', emailError: null, mail: true },
    { title: 'Set a new password' },
  ),
  example(
    'Forgotten password, error',
    pages.forgottenPage,
    { email: 'x', emailError: 'Enter an e-mail address', mail: true },
    { title: 'Set a new password', errors: summary({ email: 'Enter an e-mail address' }) },
  ),
  example(
    'Forgotten password, no mail',
    pages.forgottenPage,
    { email: '', emailError: null, mail: false },
    { title: 'Set a new password' },
  ),
  example('Check your e-mail', pages.noticePage, mailOnItsWay('priya@northmere.example'), {
    title: 'Check your e-mail',
  }),
  ...(['password', 'invitation'] as const).flatMap((kind) =>
    (['used', 'expired', null] as const).map((state) =>
      example(`Link gone: ${kind}, ${state}`, pages.noticePage, linkGone(kind, state), { title: 'This link' }),
    ),
  ),
  example(
    'Set password',
    pages.setPasswordPage,
    { action: '/set-password/x', email: account.email, error: null },
    { title: 'Choose a password' },
  ),
  example(
    'Set password, error',
    pages.setPasswordPage,
    { action: '/set-password/x', email: account.email, error: 'Use at least 12 characters' },
    { title: 'Choose a password', errors: summary({ password: 'Use at least 12 characters' }) },
  ),
  example('Invitation', pages.invitationPage, invitation, {
    title: 'Join',
    band: { kind: 'public', council, homeHref: '/' },
  }),
  example(
    'Invitation, has an account',
    pages.invitationPage,
    { ...invitation, hasAccount: true, jobTitle: '' },
    { title: 'Join' },
  ),
  example(
    'Invitation, every error',
    pages.invitationPage,
    { ...invitation, nameError: 'Enter a name', passwordError: 'Enter a password' },
    { title: 'Join', errors: summary({ name: 'Enter a name', password: 'Enter a password' }) },
  ),
  example(
    'Choose a council',
    pages.councilsPage,
    {
      councils: [
        { value: 'northmere', text: council.name, hint: 'Improvement lead' },
        { value: 'wendshire', text: `${LONG} Council`, hint: 'Auditor' },
      ],
      error: null,
    },
    { title: 'Choose a council', ...own },
  ),
  example(
    'Choose a council, error',
    pages.councilsPage,
    {
      councils: [{ value: 'northmere', text: council.name, hint: 'Improvement lead' }],
      error: 'Choose a council',
    },
    { title: 'Choose a council', errors: summary({ council: 'Choose a council' }), ...own },
  ),
  example('No council', pages.councilsPage, { councils: [], error: null }, { title: 'Choose a council', ...own }),
  example('Account', pages.accountPage, account, { title: 'Your account', ...own }),
  example(
    'Account, much',
    pages.accountPage,
    {
      ...account,
      name: LONG,
      secondFactor: { since: at, codesLeft: 1 },
      sessions: [
        session,
        {
          ...session,
          id: '2',
          current: false,
          device: 'A device we could not recognise',
          address: '2001:db8:1234:5678:9abc:def0:1234:5678',
        },
      ],
      others: 1,
      manyCouncils: true,
    },
    { title: 'Your account', ...own, success: { text: 'Your name is changed.', link: null } },
  ),
  example(
    'Account without a password',
    pages.accountPage,
    { ...account, passwordChangedAt: null },
    { title: 'Your account', ...own },
  ),
  example('Name', pages.namePage, { name: 'Priya Shah', error: null }, { title: 'Change your name', ...own }),
  example(
    'Name, error',
    pages.namePage,
    { name: '', error: 'Enter a name' },
    { title: 'Change your name', errors: summary({ name: 'Enter a name' }), ...own },
  ),
  example(
    'Password',
    pages.changePasswordPage,
    { email: account.email, currentError: null, newError: null },
    { title: 'Change your password', ...own },
  ),
  example(
    'Password, errors',
    pages.changePasswordPage,
    { email: account.email, currentError: 'That is not your password', newError: 'Use at least 12 characters' },
    {
      title: 'Change your password',
      errors: summary({ current: 'That is not your password', password: 'Use at least 12 characters' }),
      ...own,
    },
  ),
  ...[null, 'That code is not right'].map((error) =>
    example(
      `Turn on the second step, ${error}`,
      pages.setUpPage,
      {
        picture:
          '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>',
        key: 'ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567',
        error,
      },
      { title: 'Turn on the second step', errors: summary({ code: error }), ...own },
    ),
  ),
  example(
    'Recovery codes',
    pages.codesPage,
    { codes: Array.from({ length: 10 }, (_, index) => `k7mq-x2vd-9fh${index}`), sealed: 'x' },
    { title: 'Keep your recovery codes', ...own },
  ),
  example('Turn off', pages.confirmPasswordPage, turnOffView(account.email, null), { title: 'Turn off', ...own }),
  example('New codes, error', pages.confirmPasswordPage, renewCodesView(account.email, 'That is not your password'), {
    title: 'Get new recovery codes',
    errors: summary({ current: 'That is not your password' }),
    ...own,
  }),
  example('People', pages.peoplePage, peopleView(people, invitations, '2026-11-23', at, path, date), {
    title: 'People',
    ...here,
  }),
  example('People, one', pages.peoplePage, peopleView(people.slice(0, 1), [], '2026-11-23', at, path, date), {
    title: 'People',
    ...here,
  }),
  example(
    'Invite',
    pages.invitePage,
    { ...personFields({ email: '', name: '', jobTitle: '', kind: '', roles: [] }), ...invite },
    { title: 'Invite', ...here },
  ),
  example(
    'Invite, every error',
    pages.invitePage,
    { ...everyError, ...invite },
    { title: 'Invite', errors: summary(everyError.errors), ...here },
  ),
  example(
    'Invite, no mail',
    pages.invitePage,
    { ...personFields(typed), ...invite, mail: false },
    { title: 'Invite', ...here },
  ),
  example('Person', pages.personPage, { ...personFields(typed), ...change }, { title: 'Lena Fox', ...here }),
  example('Person, changed meanwhile', pages.personPage, stale, {
    title: 'Lena Fox',
    errors: summary(stale.errors),
    ...here,
  }),
  example('End access', pages.endPage, ending, { title: 'End access', ...here }),
  example(
    'End access, error',
    pages.endPage,
    { ...ending, error: 'Enter a date, like 31 January 2027' },
    {
      title: 'End access',
      errors: summary({ left: 'Enter a date, like 31 January 2027' }, { left: 'left-day' }),
      ...here,
    },
  ),
  example('Mails', pages.keptMailsPage, keptMailsView([mail]), { title: 'Mails', demonstration: true }),
  example('Mails, none', pages.keptMailsPage, keptMailsView([]), { title: 'Mails', demonstration: true }),
  example('Mail', pages.keptMailPage, keptMailView(mail), { title: mail.subject, demonstration: true }),
];
