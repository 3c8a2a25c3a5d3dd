// The only reader of the environment. Every variable stands in the list below, with what the operator's page says of it.
import { join, resolve } from 'node:path';
import { z } from 'zod';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;

const onOff = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['on', 'off', 'true', 'false', 'yes', 'no', '1', '0'], 'must be on or off'))
  .transform((word) => ['on', 'true', 'yes', '1'].includes(word));

const webAddress = z
  .string()
  .refine((text) => ['http:', 'https:'].includes(protocolOf(text)), 'must be an address that begins with https://');

const databaseAddress = z
  .string()
  .refine(
    (text) => ['postgres:', 'postgresql:'].includes(protocolOf(text)),
    'must be an address that begins with postgresql://',
  );

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

interface Variable {
  readonly group: string;
  readonly description: string;
  /** What is used when it is not set, in words for the operator's page. */
  readonly fallback: string;
  readonly example: string;
  /** The checks on its text. A variable that is not set is undefined and is not checked. */
  readonly schema: z.ZodType<unknown, string>;
}

/** Every variable that Goldthread reads, in the order of the operator's page. */
export const variables = {
  PORT: {
    group: 'Address',
    description: 'The port that the program listens on. 0 takes any free one.',
    fallback: '3000',
    example: '8080',
    schema: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65535, 'must be a number from 0 to 65535'),
  },
  HOST: {
    group: 'Address',
    description:
      'The network address that the program listens on. Leave it as it is when a proxy stands on the same machine.',
    fallback: '127.0.0.1',
    example: '0.0.0.0',
    schema: z.string().regex(/^[\w.:[\]-]+$/, 'must be a network address, such as 127.0.0.1'),
  },
  PUBLIC_URL: {
    group: 'Address',
    description:
      'The address that people type: links in mails and published pages use it. Needed when HOST is not this machine alone. It must begin with https:// then, so that passwords and sessions are not sent in the clear.',
    fallback: 'http://HOST:PORT',
    example: 'https://improve.northmere.example',
    schema: webAddress.refine(
      (text) => protocolOf(text) === '' || /^\/?$/.test(new URL(text).pathname + new URL(text).search),
      'must not have a path: Goldthread needs a host name of its own',
    ),
  },
  TRUST_PROXY: {
    group: 'Address',
    description:
      "The proxies whose word on a visitor's address is believed: loopback, or addresses and ranges separated by commas. Sign-in counts attempts by that address.",
    fallback: 'off',
    example: 'loopback',
    schema: z
      .string()
      .regex(
        /^(off|loopback|[\da-fA-F.:/]+(\s*,\s*[\da-fA-F.:/]+)*)$/,
        'must be off, loopback, or addresses separated by commas: trusting everybody would let a visitor forge an address',
      )
      .transform((text) => (text === 'off' ? (false as const) : text.split(/\s*,\s*/))),
  },
  DATA_DIR: {
    group: 'Data',
    description:
      'The folder of the embedded database, its secret and the admin socket; in demonstration mode, of mails too.',
    fallback: './data',
    example: '/var/lib/goldthread',
    schema: z.string().transform((path) => resolve(path)),
  },
  DATABASE_URL: {
    group: 'Data',
    description: 'The PostgreSQL server (15 or later), by the login for pages. Not set: the embedded database is used.',
    fallback: 'the embedded database',
    example: 'postgresql://goldthread_web:…@db.example/goldthread',
    schema: databaseAddress,
  },
  DATABASE_SYSTEM_URL: {
    group: 'Data',
    description:
      'The same server by the login for sign-in and jobs. Needed with DATABASE_URL; it must be another login.',
    fallback: 'none',
    example: 'postgresql://goldthread_worker:…@db.example/goldthread',
    schema: databaseAddress,
  },
  DATABASE_OWNER_URL: {
    group: 'Data',
    description:
      'The same server by the owner of the tables. Only migrate, backup and restore need it: leave it out of the environment of the running server.',
    fallback: 'none',
    example: 'postgresql://goldthread_owner:…@db.example/goldthread',
    schema: databaseAddress,
  },
  SECRET: {
    group: 'Safety',
    description:
      'At least 32 characters that nobody can guess (for example from: openssl rand -base64 32). The keys of cookies, forms and second factors are made from it: when it changes, everybody signs in again and sets up the second factor again. Keep a copy beside your backups.',
    fallback: 'embedded database: made once and kept in DATA_DIR/secret; PostgreSQL: must be set',
    example: 'the output of openssl rand -base64 32',
    schema: z.string().min(32, 'must be at least 32 characters long'),
  },
  DEMO: {
    group: 'Safety',
    description:
      'Demonstration mode: invented councils, accounts listed on the sign-in page, mails kept in a folder. Only for the embedded database and an address of this machine alone.',
    fallback: 'off; on for npm start without DATABASE_URL',
    example: 'on',
    schema: onOff,
  },
  SMTP_URL: {
    group: 'Mail',
    description: 'The mail server. Not set: no mail is sent, and the operator resets passwords.',
    fallback: 'none',
    example: 'smtps://user:password@mail.example:465',
    schema: z
      .string()
      .refine(
        (text) => ['smtp:', 'smtps:'].includes(protocolOf(text)),
        'must be an address that begins with smtp:// or smtps://',
      ),
  },
  MAIL_FROM: {
    group: 'Mail',
    description: 'The sender of mails. Needed with SMTP_URL.',
    fallback: 'none',
    example: 'Goldthread <goldthread@northmere.example>',
    schema: z.string().regex(/^[^<>@]*<?[^\s@<>]+@[^\s@<>]+>?$/, 'must be an e-mail address, with or without a name'),
  },
  OIDC_ISSUER: {
    group: 'Single sign-on',
    description: 'The address of the OpenID Connect provider. Set it together with the two that follow.',
    fallback: 'none',
    example: 'https://login.northmere.example',
    schema: webAddress,
  },
  OIDC_CLIENT_ID: {
    group: 'Single sign-on',
    description: 'The name under which the provider knows this installation.',
    fallback: 'none',
    example: 'goldthread',
    schema: z.string(),
  },
  OIDC_CLIENT_SECRET: {
    group: 'Single sign-on',
    description: 'The secret that the provider gave for it.',
    fallback: 'none',
    example: 'as the provider gave it',
    schema: z.string(),
  },
  OIDC_NAME: {
    group: 'Single sign-on',
    description: 'What the sign-in button calls the provider.',
    fallback: 'your council account',
    example: 'Northmere sign-in',
    schema: z.string(),
  },
  WORKER: {
    group: 'Running',
    description:
      'Whether this process does the jobs (reading documents, sending mails). Turn it off where goldthread worker runs beside it, on PostgreSQL only.',
    fallback: 'on',
    example: 'off',
    schema: onOff,
  },
  LOG_LEVEL: {
    group: 'Running',
    description: 'How much is logged: fatal, error, warn, info, debug or silent.',
    fallback: 'info; warn in demonstration mode',
    example: 'warn',
    schema: z.enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be one of fatal, error, warn, info, debug, silent',
    ),
  },
} as const satisfies Record<string, Variable>;

export type Environment = Readonly<Record<string, string | undefined>>;
type Name = keyof typeof variables;
type Values = { [N in Name]?: z.output<(typeof variables)[N]['schema']> };

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end. Null: http://host:port, known once the program listens (PORT may be 0). */
  readonly publicUrl: string | null;
  /** What Fastify takes as trustProxy. */
  readonly trustProxy: false | string[];
  /** An absolute path. */
  readonly dataDir: string;
  readonly database:
    | { readonly kind: 'embedded'; readonly folder: string }
    | { readonly kind: 'server'; readonly web: string; readonly system: string; readonly owner: string | null };
  /** Null on the embedded database when not set: see secret.ts. */
  readonly secret: string | null;
  readonly demo: boolean;
  readonly mail:
    | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
    | { readonly kind: 'folder'; readonly folder: string }
    | { readonly kind: 'none' };
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly name: string;
  } | null;
  readonly worker: boolean;
  readonly logLevel: NonNullable<Values['LOG_LEVEL']>;
}

/** Thrown when the environment cannot be used. Its message is for the operator and names every fault at once. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `The settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nSee docs/configuration.md.`,
    );
    this.faults = faults;
  }
}

/**
 * The settings, checked. An empty variable counts as not set.
 * @param env the process's own environment when left out.
 * @param demoUnlessSaid whether demonstration mode is on when DEMO is not set and the database is the embedded one.
 * @throws ConfigError with every fault, in plain words; it never repeats a value, which may be a secret.
 */
export function readConfig(env: Environment = process.env, demoUnlessSaid = false): Config {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(variables)) {
    const text = env[name]?.trim();
    if (!text) continue;
    const read = variable.schema.safeParse(text);
    if (read.success) values[name] = read.data;
    else faults.push(`${name} ${read.error.issues[0]?.message}.`);
  }
  const given = values as Values;
  const isSet = (name: Name) => Boolean(env[name]?.trim());
  const server = isSet('DATABASE_URL');
  const demo = given.DEMO ?? (demoUnlessSaid && !server);
  faults.push(...addressFaults(given, isSet, demo), ...databaseFaults(given, isSet, demo), ...mailFaults(isSet));
  if (faults.length > 0) throw new ConfigError(faults);

  const dataDir = given.DATA_DIR ?? resolve('data');
  return {
    port: given.PORT ?? 3000,
    host: given.HOST ?? '127.0.0.1',
    publicUrl: given.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    trustProxy: given.TRUST_PROXY ?? false,
    dataDir,
    database: server
      ? {
          kind: 'server',
          web: given.DATABASE_URL!,
          system: given.DATABASE_SYSTEM_URL!,
          owner: given.DATABASE_OWNER_URL ?? null,
        }
      : { kind: 'embedded', folder: dataDir },
    secret: given.SECRET ?? null,
    demo,
    mail: given.SMTP_URL
      ? { kind: 'smtp', url: given.SMTP_URL, from: given.MAIL_FROM! }
      : demo
        ? { kind: 'folder', folder: join(dataDir, 'mail') }
        : { kind: 'none' },
    oidc: given.OIDC_ISSUER
      ? {
          issuer: given.OIDC_ISSUER,
          clientId: given.OIDC_CLIENT_ID!,
          clientSecret: given.OIDC_CLIENT_SECRET!,
          name: given.OIDC_NAME ?? 'your council account',
        }
      : null,
    worker: given.WORKER ?? true,
    logLevel: given.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
  };
}

function addressFaults(given: Values, isSet: (name: Name) => boolean, demo: boolean): string[] {
  const faults: string[] = [];
  const local = LOOPBACK.test(given.HOST ?? '127.0.0.1');
  if (demo && !local) {
    faults.push(
      'HOST must be an address of this machine alone (127.0.0.1) in demonstration mode, whose passwords everybody knows.',
    );
  } else if (!local && !isSet('PUBLIC_URL')) {
    faults.push('PUBLIC_URL must be set when HOST is not this machine alone: links in mails need it.');
  }
  if (given.PUBLIC_URL) {
    const url = new URL(given.PUBLIC_URL);
    if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
      faults.push('PUBLIC_URL must begin with https://, so that passwords are not sent in the clear.');
    }
  }
  return faults;
}

function databaseFaults(given: Values, isSet: (name: Name) => boolean, demo: boolean): string[] {
  const faults: string[] = [];
  if (isSet('DATABASE_URL')) {
    if (demo) {
      faults.push(
        'DEMO and DATABASE_URL cannot be set together: demonstration data never goes into a PostgreSQL server. Unset one of them.',
      );
    }
    if (!isSet('DATABASE_SYSTEM_URL')) faults.push('DATABASE_SYSTEM_URL must be set together with DATABASE_URL.');
    if (!isSet('SECRET')) faults.push('SECRET must be set when DATABASE_URL is: at least 32 characters.');
    if (
      given.DATABASE_URL &&
      given.DATABASE_SYSTEM_URL &&
      userOf(given.DATABASE_URL) === userOf(given.DATABASE_SYSTEM_URL)
    ) {
      faults.push(
        'DATABASE_SYSTEM_URL must name another login than DATABASE_URL: pages must not have the rights of jobs.',
      );
    }
  } else {
    for (const name of ['DATABASE_SYSTEM_URL', 'DATABASE_OWNER_URL'] as const) {
      if (isSet(name)) faults.push(`${name} is of no use without DATABASE_URL: set both or neither.`);
    }
    if (given.WORKER === false) {
      faults.push(
        'WORKER cannot be off on the embedded database: one process owns it, so nobody else could do the jobs.',
      );
    }
  }
  return faults;
}

function mailFaults(isSet: (name: Name) => boolean): string[] {
  const faults: string[] = [];
  if (isSet('SMTP_URL') && !isSet('MAIL_FROM')) faults.push('MAIL_FROM must be set together with SMTP_URL.');
  const oidc = (['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).filter((name) => !isSet(name));
  if (oidc.length > 0 && oidc.length < 3) {
    faults.push(
      `${oidc.join(' and ')} must be set too: single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.`,
    );
  }
  return faults;
}

function userOf(address: string): string {
  return new URL(address).username;
}
