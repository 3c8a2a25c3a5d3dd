import {
  type AnswerWithCookies,
  type OpenContext,
  type Pages,
  page,
  posted,
  redirect,
} from '../../../platform/web/pages.ts';
import { giveSecondFactor, signIn, signInAsDemonstration, signInWithIdentity } from '../actions/sign-in.ts';
import { readSignIn, safeNext, summary } from '../forms.ts';
import type { OpenIdAttempt } from '../openid.ts';
import { anyAccount } from '../queries/sign-in.ts';
import { waitInWords } from '../rules.ts';
import { rolesInWords, type SignInView } from '../views/sign-in.ts';
import {
  type AccountSettings,
  enter,
  from,
  OPENID_COOKIE,
  SESSION_COOKIE,
  STEP_COOKIE,
  withoutPeople,
} from './settings.ts';
import { councilsPage, noticePage, secondStepPage, signInPage } from './templates.ts';

const REFUSED = 'The e-mail address or the password is not right. Check both, or set a new password';

export function addSignInPages(pages: Pages, settings: AccountSettings): void {
  const { tools } = settings;

  async function signInView(context: OpenContext, given: Partial<SignInView>): Promise<SignInView> {
    const next = given.next ?? '';
    const query = next === '' ? '' : `?next=${encodeURIComponent(next)}`;
    return {
      email: '',
      emailError: null,
      passwordError: null,
      openId: settings.openId && { name: settings.openId.name, href: `/sign-in/openid${query}` },
      demonstration: context.demonstration ? settings.demonstrationAccounts : [],
      nobodyYet: !(await context.doors.asVisitor(anyAccount)),
      ...given,
      next,
    };
  }

  async function showSignIn(context: OpenContext, given: Partial<SignInView>): Promise<AnswerWithCookies> {
    const view = await signInView(context, given);
    const errors = summary({ email: view.emailError, password: view.passwordError });
    return page(signInPage, view, { title: 'Sign in', errors });
  }

  pages.open('GET', '/sign-in', (context) => {
    const next = safeNext(posted(context.query, 'next'));
    if (context.signedIn) return redirect(next ?? '/councils');
    return showSignIn(context, { next: next ?? '' });
  });

  pages.open('POST', '/sign-in', async (context) => {
    const next = safeNext(posted(context.form, 'next'));
    const typed = { email: posted(context.form, 'email'), password: posted(context.form, 'password') };
    const again = (emailError: string | null, passwordError: string | null = null) =>
      showSignIn(context, { next: next ?? '', email: typed.email, emailError, passwordError });
    const read = readSignIn(typed);
    if (read.kind === 'errors') return again(read.errors.email, read.errors.password);
    const outcome = await signIn(tools, read.value, from(context));
    switch (outcome.kind) {
      case 'signed-in':
        await endFormer(context);
        return enter(outcome.token, next);
      case 'second-step': {
        const value = tools.keys.seal('second step', JSON.stringify({ step: outcome.step, next }));
        return { ...redirect('/sign-in/code'), cookies: { [STEP_COOKIE]: { value, maxAgeSeconds: 600 } } };
      }
      case 'wait':
        return again(`Too many tries. Try again ${waitInWords(outcome.until, context.now)}`);
      case 'refused':
        return again(REFUSED);
    }
  });

  /** Whoever was signed in in this browser before is not any more. */
  async function endFormer(context: OpenContext): Promise<void> {
    const former = context.cookies[SESSION_COOKIE];
    if (context.signedIn && former) await settings.sessions.end(former);
  }

  function stepOf(context: OpenContext): { step: string; next: string | null } | null {
    const opened = tools.keys.open('second step', context.cookies[STEP_COOKIE] ?? '');
    return opened === null ? null : JSON.parse(opened);
  }

  const beginAgain = (): AnswerWithCookies => ({
    ...page(
      noticePage,
      {
        heading: 'Sign in again',
        lines: ['More than 10 minutes went by since you gave your password, or it was used already.'],
        next: { text: 'Sign in', href: '/sign-in' },
      },
      { title: 'Sign in again' },
    ),
    cookies: { [STEP_COOKIE]: null },
  });

  for (const [kind, path] of [
    ['app', '/sign-in/code'],
    ['recovery', '/sign-in/recovery-code'],
  ] as const) {
    const title = kind === 'app' ? 'Enter the code from your authenticator app' : 'Enter a recovery code';
    const show = (error: string | null) =>
      page(secondStepPage, { kind, error }, { title, errors: summary({ code: error }) });
    pages.open('GET', path, (context) => (stepOf(context) ? show(null) : redirect('/sign-in')));
    pages.open('POST', path, async (context) => {
      const kept = stepOf(context);
      if (!kept) return beginAgain();
      const code = posted(context.form, 'code');
      if (code.trim() === '')
        return show(kind === 'app' ? 'Enter the 6 figures that the app shows' : 'Enter one of your recovery codes');
      const outcome = await giveSecondFactor(tools, { step: kept.step, code, kind }, from(context));
      switch (outcome.kind) {
        case 'signed-in':
          await endFormer(context);
          return enter(outcome.token, kept.next);
        case 'gone':
          return beginAgain();
        case 'wait':
          return show(`Too many tries. Try again ${waitInWords(outcome.until, context.now)}`);
        case 'refused':
          return show(
            kind === 'app'
              ? 'That code is not right, or was used already. Wait for the next one, and check that your phone has the right time'
              : 'That code is not right, or was used already. Try another one',
          );
      }
    });
  }

  pages.open('POST', '/sign-in/demonstration', async (context) => {
    const email = posted(context.form, 'email');
    const listed = context.demonstration && settings.demonstrationAccounts.some((account) => account.email === email);
    const token = listed ? await signInAsDemonstration(tools, email, from(context)) : null;
    if (!token) return redirect('/sign-in');
    await endFormer(context);
    return enter(token, safeNext(posted(context.form, 'next')));
  });

  pages.open('POST', '/sign-out', async (context) => {
    const token = context.cookies[SESSION_COOKIE];
    if (token) await settings.sessions.end(token);
    return { ...redirect('/sign-in', 'You are signed out.'), cookies: { [SESSION_COOKIE]: null, [STEP_COOKIE]: null } };
  });

  if (settings.openId) addOpenIdPages(pages, settings, endFormer);

  pages.person('GET', '/councils', ({ signedIn }) => {
    const [only, ...others] = signedIn.councils;
    if (only && others.length === 0) return redirect(`/councils/${only.code}`);
    return page(councilsPage, councilsView(signedIn, null), { title: 'Choose a council' });
  });
  pages.person('POST', '/councils', ({ signedIn, form }) => {
    const chosen = signedIn.councils.find(({ code }) => code === posted(form, 'council'));
    if (chosen) return redirect(`/councils/${chosen.code}`);
    const error = 'Choose a council';
    return page(councilsPage, councilsView(signedIn, error), { title: error, errors: summary({ council: error }) });
  });
}

function councilsView(signedIn: NonNullable<OpenContext['signedIn']>, error: string | null) {
  const councils = signedIn.councils.map((council) => ({
    value: council.code,
    text: council.name,
    hint: rolesInWords(council.roles),
  }));
  return { councils, error };
}

function addOpenIdPages(
  pages: Pages,
  settings: AccountSettings,
  endFormer: (context: OpenContext) => Promise<void>,
): void {
  const { tools } = settings;
  const provider = settings.openId!;
  const path = '/sign-in/openid/return';
  const notice = (heading: string, lines: string[]): AnswerWithCookies => ({
    ...page(noticePage, { heading, lines, next: { text: 'Back to sign in', href: '/sign-in' } }, { title: heading }),
    cookies: { [OPENID_COOKIE]: null },
  });

  pages.open('GET', '/sign-in/openid', async (context) => {
    const next = safeNext(posted(context.query, 'next')) ?? '';
    try {
      const { address, attempt } = await provider.begin(context.origin + path, next);
      const value = tools.keys.seal('single sign-on', JSON.stringify(attempt));
      return { ...redirect(address), cookies: { [OPENID_COOKIE]: { value, maxAgeSeconds: 900 } } };
    } catch (error) {
      settings.failed('The provider of single sign-on cannot be reached', withoutPeople(error));
      return notice(`We cannot reach ${provider.name}`, [
        'Try again in a few minutes, or sign in with a password if you have one.',
      ]);
    }
  });

  pages.open('GET', path, async (context) => {
    const opened = tools.keys.open('single sign-on', context.cookies[OPENID_COOKIE] ?? '');
    if (opened === null) return notice('Sign in again', ['That took more than 15 minutes, or was used already.']);
    const attempt = JSON.parse(opened) as OpenIdAttempt;
    let token: string | null;
    try {
      const identity = await provider.finish(context.origin + context.address, attempt);
      token = await signInWithIdentity(tools, identity, from(context));
    } catch (error) {
      settings.failed('An answer of the provider of single sign-on was refused', withoutPeople(error));
      return notice('You are not signed in', [`${provider.name} did not let you through. Try again.`]);
    }
    if (!token) {
      return notice('You have no account here', [
        `${provider.name} knows you, but no council here has invited the e-mail address it gave, or it has not verified that address.`,
        'Ask the administrator of your council to invite you. If you were invited, open the link in that mail first.',
      ]);
    }
    await endFormer(context);
    return enter(token, safeNext(attempt.next));
  });
}
