// The whole program over the test world, and people of it signed in: what somebody with bad intent starts from.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { readConfig } from '../../src/app/config.ts';
import { assembleFeatures } from '../../src/app/features.ts';
import { makeProgram } from '../../src/app/server.ts';
import { makeLog } from '../../src/platform/log/log.ts';
import type { Pages } from '../../src/platform/web/pages.ts';
import { openTestDatabase } from '../databases.ts';
import { makeWorld, ROLES } from '../world.ts';

export interface Route {
  readonly kind: 'council' | 'person' | 'open' | 'public';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly permission: string | null;
}

type Ends = Parameters<typeof openTestDatabase>[0];

export async function openSite(ends: Ends) {
  const database = await openTestDatabase(ends);
  const world = await makeWorld(database);
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-attacks-'));
  const log = makeLog('silent');
  const config = { ...readConfig({ DATA_DIR: folder, PORT: '0', DEMO: 'off' }), worker: false };
  const program = await makeProgram(config, { log, clock: database.clock, database });
  ends.after(async () => {
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const secret = 'of no use but to list what pages there are';
  const { features, close } = assembleFeatures({ config, secret, doors: database, clock: database.clock, log });
  const routes = listRoutes((pages) => {
    for (const feature of features) feature.addPages(pages);
  });
  close();

  /** A session of a person, as signing in would open it. */
  async function signIn(personId: string): Promise<Visitor> {
    const token = randomBytes(32).toString('base64url');
    const tokenHash = createHash('sha256').update(token).digest('hex');
    const session = JSON.stringify({ tokenHash, address: '127.0.0.1', device: 'Attack', way: 'password' });
    await database.asVisitor((tx) => tx.call('finish_sign_in', personId, token, token, session, token));
    const cookies = { goldthread_session: token };
    const account = await program.app.inject({ url: '/account', cookies });
    const form = /name="_csrf" value="([^"]+)"/.exec(account.body)?.[1];
    assert.ok(form, 'the account page has a form');
    return new Visitor(program.app, cookies, form);
  }

  /** A person with every role that a council can give: refusals are then never for want of a role. */
  async function addMighty(council: string): Promise<string> {
    const roles = `{${ROLES.join(',')}}`;
    return database.asSystem('test', async (tx) => {
      const { rows } = await sql<{ made: { personId: string } }>`
        select add_account(${council}, ${`mighty@${council}.example`}, 'Mallory Mighty', '', 'officer', ${roles}::text[], ${council}) as made
      `.execute(tx);
      return rows[0]!.made.personId;
    });
  }

  /** Every row of a council, in every table that has its column: to see that nothing was touched. */
  async function everyRowOf(councilId: string): Promise<string> {
    return database.asKeeper(async (tx) => {
      const { rows: tables } = await sql<{ name: string }>`
        select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'council_id' order by 1`.execute(tx);
      const lines: string[] = [];
      for (const { name } of tables) {
        const { rows } = await sql<{ row: string }>`
          select to_jsonb(t)::text as row from ${sql.id(name)} t where council_id = ${councilId} order by 1`.execute(
          tx,
        );
        lines.push(name, ...rows.map(({ row }) => row));
      }
      return lines.join('\n');
    });
  }

  return {
    database,
    world,
    app: program.app,
    folder,
    routes,
    signIn,
    addMighty,
    everyRowOf,
    stranger: new Visitor(program.app, {}, ''),
  };
}

export type Site = Awaited<ReturnType<typeof openSite>>;

/** Every page that the features add, from their own lists: a page added tomorrow is attacked tomorrow. */
function listRoutes(addPages: (pages: Pages) => void): Route[] {
  const routes: Route[] = [];
  addPages({
    council: (method, path, permission) =>
      routes.push({ kind: 'council', method, path: `/councils/:council${path}`, permission }),
    person: (method, path) => routes.push({ kind: 'person', method, path, permission: null }),
    open: (method, path) => routes.push({ kind: 'open', method, path, permission: null }),
    public: (path) => routes.push({ kind: 'public', method: 'GET', path, permission: null }),
  });
  return routes;
}

type Form = Readonly<Record<string, string>>;

/** Somebody with a browser, or without one. */
export class Visitor {
  readonly #app: FastifyInstance;
  readonly cookies: Readonly<Record<string, string>>;
  /** The form token of this session. */
  readonly token: string;
  constructor(app: FastifyInstance, cookies: Readonly<Record<string, string>>, token: string) {
    this.#app = app;
    this.cookies = cookies;
    this.token = token;
  }
  get(url: string) {
    return this.#app.inject({ url, cookies: { ...this.cookies } });
  }
  /** Posts a form as our own page would, with this session's token. */
  post(url: string, form: Form = {}, headers: Form = {}) {
    const payload = new URLSearchParams({ _csrf: this.token, ...form }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.#app.inject({
      method: 'POST',
      url,
      cookies: { ...this.cookies },
      headers: { ...type, ...headers },
      payload,
    });
  }
  ask({ method, path }: Pick<Route, 'method' | 'path'>, form: Form = {}) {
    return method === 'GET' ? this.get(path) : this.post(path, form);
  }
}
