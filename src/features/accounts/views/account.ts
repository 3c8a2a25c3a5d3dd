import type { OwnAccount } from '../queries/own-account.ts';

export interface AccountView {
  readonly name: string;
  readonly email: string;
  /** Null: the person signs in through the council's own sign-in and has no password here. */
  readonly passwordChangedAt: Date | null;
  readonly secondFactor: { readonly since: Date; readonly codesLeft: number } | null;
  readonly sessions: readonly {
    readonly id: string;
    readonly device: string;
    readonly way: string;
    readonly madeAt: Date;
    readonly lastSeenAt: Date;
    readonly address: string;
    readonly current: boolean;
  }[];
  readonly others: number;
  readonly manyCouncils: boolean;
}

export interface NameView {
  readonly name: string;
  readonly error: string | null;
}

export interface ChangePasswordView {
  /** For password managers, which keep a password by its account. */
  readonly email: string;
  readonly currentError: string | null;
  readonly newError: string | null;
}

export interface SetUpView {
  /** An SVG made by us, printed as it is. */
  readonly picture: string;
  readonly key: string;
  readonly error: string | null;
}

export interface CodesView {
  readonly codes: readonly string[];
  /** The codes once more, sealed, for the button that downloads them. */
  readonly sealed: string;
}

export interface ConfirmPasswordView {
  readonly heading: string;
  readonly says: string;
  /** For password managers, which keep a password by its account. */
  readonly email: string;
  readonly action: string;
  readonly button: string;
  readonly error: string | null;
}

const WAYS = { password: 'By password', openid: 'By single sign-on', demonstration: 'Demonstration' } as const;

export function accountView(account: OwnAccount, councils: number): AccountView {
  return {
    name: account.name,
    email: account.email,
    passwordChangedAt: account.passwordChangedAt === null ? null : new Date(account.passwordChangedAt),
    secondFactor:
      account.secondFactorSince === null
        ? null
        : { since: new Date(account.secondFactorSince), codesLeft: account.codesLeft },
    sessions: account.sessions.map((session) => ({
      id: session.id,
      device: session.device,
      way: WAYS[session.way],
      madeAt: new Date(session.madeAt),
      lastSeenAt: new Date(session.lastSeenAt),
      address: session.address,
      current: session.current,
    })),
    others: account.sessions.filter((session) => !session.current).length,
    manyCouncils: councils > 1,
  };
}

export const turnOffView = (email: string, error: string | null): ConfirmPasswordView => ({
  heading: 'Turn off the second step',
  says: 'From then on your password alone opens your account. Your recovery codes stop working.',
  email,
  action: '/account/second-factor/off',
  button: 'Turn off the second step',
  error,
});

export const renewCodesView = (email: string, error: string | null): ConfirmPasswordView => ({
  heading: 'Get new recovery codes',
  says: 'You get ten new codes. The old ones stop working.',
  email,
  action: '/account/recovery-codes',
  button: 'Get new codes',
  error,
});
