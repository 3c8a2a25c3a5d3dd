// The pages' templates, each with the type of the view it renders.
import { type Template, template } from '../../../platform/web/view.ts';
import type {
  AccountView,
  ChangePasswordView,
  CodesView,
  ConfirmPasswordView,
  NameView,
  SetUpView,
} from '../views/account.ts';
import type { EndView, InviteView, KeptMailsView, KeptMailView, PeopleView, PersonView } from '../views/people.ts';
import type {
  CouncilsView,
  ForgottenView,
  InvitationView,
  NoticeView,
  SecondStepView,
  SetPasswordView,
  SignInView,
} from '../views/sign-in.ts';

export const signInPage: Template<SignInView> = template('accounts/sign-in.njk');
export const secondStepPage: Template<SecondStepView> = template('accounts/second-step.njk');
export const forgottenPage: Template<ForgottenView> = template('accounts/forgotten-password.njk');
export const setPasswordPage: Template<SetPasswordView> = template('accounts/set-password.njk');
export const noticePage: Template<NoticeView> = template('accounts/notice.njk');
export const invitationPage: Template<InvitationView> = template('accounts/invitation.njk');
export const councilsPage: Template<CouncilsView> = template('accounts/councils.njk');

export const accountPage: Template<AccountView> = template('accounts/account.njk');
export const namePage: Template<NameView> = template('accounts/account-name.njk');
export const changePasswordPage: Template<ChangePasswordView> = template('accounts/account-password.njk');
export const setUpPage: Template<SetUpView> = template('accounts/second-factor.njk');
export const codesPage: Template<CodesView> = template('accounts/recovery-codes.njk');
export const confirmPasswordPage: Template<ConfirmPasswordView> = template('accounts/confirm-password.njk');

export const peoplePage: Template<PeopleView> = template('accounts/people.njk');
export const invitePage: Template<InviteView> = template('accounts/person-invite.njk');
export const personPage: Template<PersonView> = template('accounts/person.njk');
export const endPage: Template<EndView> = template('accounts/person-end.njk');
export const keptMailsPage: Template<KeptMailsView> = template('accounts/kept-mails.njk');
export const keptMailPage: Template<KeptMailView> = template('accounts/kept-mail.njk');
