// A person's own account.
import {
  type AnswerWithCookies,
  download,
  type Pages,
  type PersonContext,
  page,
  posted,
  redirect,
} from '../../../platform/web/pages.ts';
import { changePassword, type OwnPasswordCheck } from '../actions/passwords.ts';
import { codesAsText, confirmSetUp, renewCodes, showSetUp, turnOff } from '../actions/second-factor.ts';
import { readName, summary } from '../forms.ts';
import { endOwnSessions, ownAccount, renameSelf } from '../queries/own-account.ts';
import { waitInWords } from '../rules.ts';
import { hashToken } from '../secrets.ts';
import { accountView, type ConfirmPasswordView, renewCodesView, turnOffView } from '../views/account.ts';
import { type AccountSettings, enter, from, SESSION_COOKIE, sendSoon } from './settings.ts';
import { accountPage, changePasswordPage, codesPage, confirmPasswordPage, namePage, setUpPage } from './templates.ts';

const CRUMBS = [{ text: 'Your account', href: '/account' }];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const tokenOf = (context: PersonContext) => context.cookies[SESSION_COOKIE] ?? '';
const keyOf = (context: PersonContext) => hashToken(tokenOf(context));

/** What to say at the password's field when it was not right, or could not be tried. */
function passwordError(check: Exclude<OwnPasswordCheck, { kind: 'right' }>, typed: string, now: Date): string {
  if (check.kind === 'wait') return `Too many tries. Try again ${waitInWords(check.until, now)}`;
  return typed === '' ? 'Enter your password' : 'That is not your password. Enter the one you sign in with';
}

export function addAccountPages(pages: Pages, settings: AccountSettings): void {
  const { tools } = settings;

  pages.person('GET', '/account', async (context) => {
    const account = await context.doors.asVisitor((tx) => ownAccount(tx, keyOf(context)));
    if (!account) return redirect('/sign-in');
    return page(accountPage, accountView(account, context.signedIn.councils.length), { title: 'Your account' });
  });

  const showName = (name: string, error: string | null) =>
    page(
      namePage,
      { name, error },
      { title: 'Change your name', breadcrumbs: CRUMBS, errors: summary({ name: error }) },
    );
  pages.person('GET', '/account/name', ({ signedIn }) => showName(signedIn.person.name, null));
  pages.person('POST', '/account/name', async (context) => {
    const typed = posted(context.form, 'name');
    const { name, error } = readName(typed);
    if (error) return showName(typed, error);
    await context.doors.asVisitor((tx) => renameSelf(tx, keyOf(context), name));
    return redirect('/account', 'Your name is changed.');
  });

  const showPassword = ({ signedIn }: PersonContext, currentError: string | null, newError: string | null) =>
    page(
      changePasswordPage,
      { email: signedIn.person.email, currentError, newError },
      {
        title: 'Change your password',
        breadcrumbs: CRUMBS,
        errors: summary({ current: currentError, password: newError }),
      },
    );
  pages.person('GET', '/account/password', (context) => showPassword(context, null, null));
  pages.person('POST', '/account/password', async (context) => {
    const given = { current: posted(context.form, 'current'), wanted: posted(context.form, 'password') };
    const { person } = context.signedIn;
    const outcome = await changePassword(tools, tokenOf(context), person, given, from(context), context.origin);
    if (outcome.kind === 'refused') return showPassword(context, null, outcome.problem);
    if (outcome.kind !== 'changed')
      return showPassword(context, passwordError(outcome, given.current, context.now), null);
    sendSoon(settings, outcome.mail);
    return enter(outcome.token, '/account', 'Your password is changed. You are signed out everywhere else.');
  });

  async function showSecondFactor(context: PersonContext, error: string | null): Promise<AnswerWithCookies> {
    const setUp = await showSetUp(tools, tokenOf(context), context.signedIn.person.email);
    if (!setUp) return redirect('/account');
    const furniture = { title: 'Turn on the second step', breadcrumbs: CRUMBS, errors: summary({ code: error }) };
    return page(setUpPage, { ...setUp, error }, furniture);
  }
  const showCodes = (codes: string[]) =>
    page(
      codesPage,
      { codes, sealed: tools.keys.seal('shown codes', JSON.stringify(codes)) },
      { title: 'Keep your recovery codes', breadcrumbs: CRUMBS },
    );
  pages.person('GET', '/account/second-factor', (context) => showSecondFactor(context, null));
  pages.person('POST', '/account/second-factor', async (context) => {
    const outcome = await confirmSetUp(tools, tokenOf(context), posted(context.form, 'code'));
    if (outcome.kind === 'already') return redirect('/account');
    if (outcome.kind === 'refused') {
      return showSecondFactor(
        context,
        'That code is not right. Enter the 6 figures that the app shows now, and check that your phone has the right time',
      );
    }
    return showCodes(outcome.codes);
  });
  pages.person('POST', '/account/recovery-codes/download', (context) => {
    const opened = tools.keys.open('shown codes', posted(context.form, 'sealed'));
    if (opened === null) return redirect('/account');
    const text = codesAsText(JSON.parse(opened) as string[], context.signedIn.person.email);
    return download('goldthread-recovery-codes.txt', 'text/plain; charset=utf-8', text);
  });

  const confirm = (view: ConfirmPasswordView) =>
    page(confirmPasswordPage, view, {
      title: view.heading,
      breadcrumbs: CRUMBS,
      errors: summary({ current: view.error }),
    });
  pages.person('GET', '/account/second-factor/off', ({ signedIn }) =>
    confirm(turnOffView(signedIn.person.email, null)),
  );
  pages.person('POST', '/account/second-factor/off', async (context) => {
    const typed = posted(context.form, 'current');
    const outcome = await turnOff(tools, tokenOf(context), typed);
    if (outcome.kind !== 'off')
      return confirm(turnOffView(context.signedIn.person.email, passwordError(outcome, typed, context.now)));
    return redirect('/account', 'The second step is off.');
  });
  pages.person('GET', '/account/recovery-codes', ({ signedIn }) =>
    confirm(renewCodesView(signedIn.person.email, null)),
  );
  pages.person('POST', '/account/recovery-codes', async (context) => {
    const typed = posted(context.form, 'current');
    const outcome = await renewCodes(tools, tokenOf(context), typed);
    if (outcome.kind === 'renewed') return showCodes(outcome.codes);
    if (outcome.kind === 'off') return redirect('/account');
    return confirm(renewCodesView(context.signedIn.person.email, passwordError(outcome, typed, context.now)));
  });

  pages.person('POST', '/account/sessions/end', async (context) => {
    const id = posted(context.form, 'session');
    const ended = UUID.test(id) ? await context.doors.asVisitor((tx) => endOwnSessions(tx, keyOf(context), id)) : 0;
    return redirect('/account', ended > 0 ? 'That device is signed out.' : 'That device was signed out already.');
  });
  pages.person('POST', '/account/sessions/end-others', async (context) => {
    await context.doors.asVisitor((tx) => endOwnSessions(tx, keyOf(context), null));
    return redirect('/account', 'You are signed out everywhere else.');
  });
}
