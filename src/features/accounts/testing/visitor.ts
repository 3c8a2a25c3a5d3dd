// For the tests of pages: a browser without script, over the real web server in this process.
import type { FastifyInstance } from 'fastify';
import type { Mail } from '../../../platform/mail/compose.ts';
import { keepTemplates } from '../../../platform/web/render.ts';
import { makeServer } from '../../../platform/web/server.ts';
import { accountsFeature } from '../pages/feature.ts';
import type { AccountSettings } from '../pages/settings.ts';
import { can, type Permission } from '../permissions.ts';
import { sessionsOver } from '../sessions.ts';
import type { AccountWorld } from './world.ts';

export const ORIGIN = 'http://127.0.0.1:4999';

/** The web server with the pages of accounts alone. Mails go into `mails`. */
export async function serveAccounts(world: AccountWorld, given: Partial<AccountSettings> = {}, demonstration = false) {
  keepTemplates(true);
  const mails: Mail[] = [];
  const failures: unknown[] = [];
  const sessions = sessionsOver(world.doors, world.clock);
  const feature = accountsFeature({
    tools: world,
    sessions,
    mailer: { sends: true, send: async (mail) => void mails.push(mail), close() {} },
    openId: null,
    demonstrationAccounts: [],
    keptMailFolder: null,
    failed: (what, error) => failures.push([what, error]),
    ...given,
  });
  const app = await makeServer(
    {
      origin: ORIGIN,
      secret: 'a secret for tests alone, of no use elsewhere',
      demonstration,
      trustProxy: false,
      uploadFolder: '/nowhere',
    },
    {
      doors: world.doors,
      clock: world.clock,
      sessions,
      can: (roles, permission) => can(roles, permission as Permission),
      navigation: feature.navigation,
      addPages: (pages) => feature.addPages(pages),
      failed: (error) => failures.push(error),
    },
  );
  return { app, mails, failures };
}

export class Visitor {
  readonly #app: FastifyInstance;
  readonly cookies = new Map<string, string>();
  /** The page shown, and where it is. */
  html = '';
  path = '';
  status = 0;
  headers: Record<string, unknown> = {};
  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  async #ask(method: 'GET' | 'POST', url: string, form?: Record<string, string | string[]>): Promise<void> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form ?? {})) for (const one of [value].flat()) body.append(name, one);
    const response = await this.#app.inject({
      method,
      url,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { payload: body.toString() } : {}),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    this.status = response.statusCode;
    this.headers = response.headers;
    this.path = url;
    this.html = response.body;
    const to = response.headers.location;
    if (to?.startsWith('/')) await this.#ask('GET', to);
    else if (to) this.path = to;
  }

  open(path: string): Promise<void> {
    return this.#ask('GET', path.replace(ORIGIN, ''));
  }

  /** Sends the form of this page that goes to `action`, with its hidden fields and what is typed. */
  async send(action: string, typed: Record<string, string | string[]>): Promise<void> {
    const form = [...this.html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(
      ([, to]) => to === action,
    );
    if (!form) throw new Error(`No form goes to ${action} on ${this.path}`);
    const hidden = [...form[2]!.matchAll(/<input type="hidden" name="([^"]+)"[^>]*? value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name, value]) => [name!, value!]));
    await this.#ask('POST', action, { ...fields, ...typed });
  }

  get heading(): string {
    return /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(this.html)?.[1]?.trim().replaceAll('&#39;', "'") ?? '';
  }

  /** The lines of the error summary, each with the field it leads to. */
  get errors(): string[] {
    const list = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(this.html)?.[1] ?? '';
    return [...list.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href, text]) => `${href} ${text}`);
  }

  get success(): string {
    return /govuk-notification-banner__heading">([^<]*)/.exec(this.html)?.[1]?.trim() ?? '';
  }
}
