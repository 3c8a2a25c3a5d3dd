// Pages that a mail link opens, and the page that asks for such a mail.
import { type OpenContext, type Pages, page, posted, redirect } from '../../../platform/web/pages.ts';
import { askForNewPassword, setPasswordByLink } from '../actions/passwords.ts';
import { acceptInvitation } from '../actions/people.ts';
import { emailProblem, readName, summary } from '../forms.ts';
import { type InvitationSeen, type LinkState, lookAtInvitation, lookAtPasswordLink } from '../queries/links.ts';
import { plainEmail, ROLE_NAMES } from '../rules.ts';
import { hashToken } from '../secrets.ts';
import { type ForgottenView, linkGone, mailOnItsWay } from '../views/sign-in.ts';
import { type AccountSettings, from, SESSION_COOKIE, sendSoon } from './settings.ts';
import { forgottenPage, invitationPage, noticePage, setPasswordPage } from './templates.ts';

export function addLinkPages(pages: Pages, settings: AccountSettings): void {
  const { tools } = settings;
  const gone = (kind: 'password' | 'invitation', state: LinkState) => {
    const view = linkGone(kind, state);
    return page(noticePage, view, { title: view.heading }, { status: 410 });
  };

  const showForgotten = (view: ForgottenView) =>
    page(forgottenPage, view, { title: 'Set a new password', errors: summary({ email: view.emailError }) });
  pages.open('GET', '/forgotten-password', () =>
    showForgotten({ email: '', emailError: null, mail: settings.mailer.sends }),
  );
  pages.open('POST', '/forgotten-password', async (context) => {
    const email = posted(context.form, 'email');
    const emailError = emailProblem(email);
    const mail = settings.mailer.sends;
    if (emailError || !mail) return showForgotten({ email, emailError, mail });
    sendSoon(settings, await askForNewPassword(tools, email, from(context), context.origin));
    const view = mailOnItsWay(plainEmail(email));
    return page(noticePage, view, { title: view.heading });
  });

  const showSetPassword = (token: string, email: string, error: string | null) =>
    page(
      setPasswordPage,
      { action: `/set-password/${token}`, email, error },
      { title: 'Choose a password', errors: summary({ password: error }) },
    );
  const tokenOf = (context: OpenContext) => context.params.token ?? '';
  const lookAtPassword = (context: OpenContext) =>
    context.doors.asVisitor((tx) => lookAtPasswordLink(tx, hashToken(tokenOf(context))));
  pages.open('GET', '/set-password/:token', async (context) => {
    const link = await lookAtPassword(context);
    return link.state === 'open' ? showSetPassword(tokenOf(context), link.email!, null) : gone('password', link.state);
  });
  pages.open('POST', '/set-password/:token', async (context) => {
    const token = tokenOf(context);
    const outcome = await setPasswordByLink(tools, token, posted(context.form, 'password'), context.origin);
    if (outcome.kind === 'gone') return gone('password', outcome.state);
    if (outcome.kind === 'refused') {
      const link = await lookAtPassword(context);
      return showSetPassword(token, link.email ?? '', outcome.problem);
    }
    sendSoon(settings, outcome.mail);
    const done = redirect('/sign-in', 'Your password is saved. Sign in with it.');
    return { ...done, cookies: { [SESSION_COOKIE]: null } };
  });

  const lookAtInvited = (context: OpenContext) =>
    context.doors.asVisitor((tx) => lookAtInvitation(tx, hashToken(tokenOf(context))));
  const showInvitation = (
    token: string,
    seen: InvitationSeen,
    given: { name: string; nameError: string | null; passwordError: string | null },
  ) =>
    page(
      invitationPage,
      {
        ...given,
        action: `/invitation/${token}`,
        council: seen.council.name,
        email: seen.email,
        jobTitle: seen.jobTitle,
        roles: seen.roles.map((role) => ROLE_NAMES[role]),
        hasAccount: seen.hasAccount,
      },
      {
        title: `Join ${seen.council.name}`,
        band: { kind: 'public', council: seen.council, homeHref: '/' },
        errors: summary({ name: given.nameError, password: given.passwordError }),
      },
    );
  pages.open('GET', '/invitation/:token', async (context) => {
    const seen = await lookAtInvited(context);
    if (seen.state !== 'open') return gone('invitation', seen.state);
    return showInvitation(tokenOf(context), seen, { name: seen.name, nameError: null, passwordError: null });
  });
  pages.open('POST', '/invitation/:token', async (context) => {
    const token = tokenOf(context);
    const seen = await lookAtInvited(context);
    if (seen.state !== 'open') return gone('invitation', seen.state);
    const typed = posted(context.form, 'name');
    const { name, error: nameError } = seen.hasAccount ? { name: seen.name, error: null } : readName(typed);
    if (nameError) return showInvitation(token, seen, { name: typed, nameError, passwordError: null });
    const given = seen.hasAccount ? null : { name, password: posted(context.form, 'password') };
    const outcome = await acceptInvitation(tools, token, given);
    if (outcome.kind === 'gone') return gone('invitation', outcome.state);
    if (outcome.kind === 'refused') {
      return showInvitation(token, seen, { name: typed, nameError: null, passwordError: outcome.problem });
    }
    const isSelf = context.signedIn?.person.email === seen.email;
    const said = `You have joined ${outcome.council}.`;
    return isSelf
      ? redirect(`/councils/${seen.council.code}`, said)
      : redirect(`/sign-in?next=${encodeURIComponent(`/councils/${seen.council.code}`)}`, `${said} Sign in to begin.`);
  });
}
