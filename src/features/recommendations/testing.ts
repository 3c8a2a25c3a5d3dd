// A small world for the tests of the register: two councils with people in each, over a fresh database, and a web
// server whose session is whoever the test says.
import { openTestDatabase, type TestDatabase } from '../../../test/databases.ts';
import type { Role } from '../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../platform/db/scope.ts';
import type { Feature } from '../../platform/feature.ts';
import type { CouncilServed, SignedIn } from '../../platform/web/pages.ts';
import { makeServer } from '../../platform/web/server.ts';
import { can, type Permission } from '../accounts/index.ts';

export interface WorldPerson {
  readonly id: string;
  readonly name: string;
}

export interface RegisterWorld {
  readonly db: TestDatabase;
  readonly northmere: string;
  readonly wendshire: string;
  /** Northmere's people: the improvement lead, two officers, a member, the finance lead and an auditor. */
  readonly priya: WorldPerson;
  readonly tom: WorldPerson;
  readonly lena: WorldPerson;
  readonly anne: WorldPerson;
  readonly farah: WorldPerson;
  readonly ivor: WorldPerson;
  /** Wendshire's improvement lead. */
  readonly greta: WorldPerson;
  /** A transaction of Northmere's, acting as one of its people (Priya unless told). */
  inNorthmere<T>(work: (tx: CouncilTx) => Promise<T>, person?: WorldPerson, reason?: string): Promise<T>;
  inWendshire<T>(work: (tx: CouncilTx) => Promise<T>): Promise<T>;
}

const COUNCILS = [
  { code: 'northmere', name: 'Northmere City Council', letters: 'NC', band: 'ink' },
  { code: 'wendshire', name: 'Wendshire County Council', letters: 'WC', band: 'plum' },
] as const;

const PEOPLE = [
  ['northmere', 'priya', 'Priya Shah', 'officer', ['improvement_lead'], 'Head of improvement'],
  ['northmere', 'tom', 'Tom Okafor', 'officer', ['officer'], 'Director of resources'],
  ['northmere', 'lena', 'Lena Fox', 'officer', ['officer'], 'Head of democratic services'],
  ['northmere', 'anne', 'Cllr Anne Marsh', 'member', ['member'], ''],
  ['northmere', 'farah', 'Farah Iqbal', 'officer', ['finance_lead'], 'Section 151 officer'],
  ['northmere', 'ivor', 'Ivor Lund', 'officer', ['auditor'], 'Auditor'],
  ['wendshire', 'greta', 'Greta Holm', 'officer', ['improvement_lead'], 'Head of change'],
] as const;

export async function openRegisterWorld(ends: Parameters<typeof openTestDatabase>[0]): Promise<RegisterWorld> {
  const db = await openTestDatabase(ends);
  const councils: Record<string, string> = {};
  const people: Record<string, WorldPerson> = {};
  await db.asKeeper(async (tx) => {
    for (const council of COUNCILS) {
      const { id } = await tx.insertInto('council').values(council).returning('id').executeTakeFirstOrThrow();
      councils[council.code] = id;
    }
    for (const [council, key, name, kind, roles, jobTitle] of PEOPLE) {
      const email = `${key}@${council}.example`;
      const { id } = await tx.insertInto('person').values({ email, name }).returning('id').executeTakeFirstOrThrow();
      await tx
        .insertInto('membership')
        .values({ councilId: councils[council], personId: id, name, email, kind, roles: [...roles], jobTitle })
        .execute();
      people[key] = { id, name };
    }
  });
  const named = people as Record<'priya' | 'tom' | 'lena' | 'anne' | 'farah' | 'ivor' | 'greta', WorldPerson>;
  return {
    db,
    northmere: councils.northmere!,
    wendshire: councils.wendshire!,
    ...named,
    inNorthmere: (work, person = named.priya, reason) =>
      db.inCouncil({ councilId: councils.northmere!, personId: person.id }, work, reason ? { reason } : {}),
    inWendshire: (work) => db.inCouncil({ councilId: councils.wendshire!, personId: named.greta.id }, work),
  };
}

export interface WorldSite {
  /** Who is signed in from now on. */
  signIn(person: WorldPerson): void;
  get(path: string): Promise<WorldAnswer>;
  /** Posts a form with a fresh token; a value that is a list is posted once for each. */
  post(path: string, form: Readonly<Record<string, string>>): Promise<WorldAnswer>;
  /** Posts a form with a file in it. */
  send(
    path: string,
    form: Readonly<Record<string, string>>,
    file: { field: string; name: string; body: string | Uint8Array },
  ): Promise<WorldAnswer>;
  close(): Promise<void>;
  /** Serves on a real port, for a browser. */
  listen(port: number): Promise<string>;
}

export interface WorldAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly location: string;
}

/** The pages of some features over a world, without a network. */
/** What the next page will say was done, as the answer to a form carries it; '' when it carries nothing. */
export function saidOf({ headers }: WorldAnswer): string {
  const sealed = /goldthread_said=([\w-]+)\./.exec(String(headers['set-cookie'] ?? ''))?.[1];
  return sealed ? (JSON.parse(Buffer.from(sealed, 'base64url').toString()) as { text: string }).text : '';
}

export async function openSite(world: RegisterWorld, features: readonly Feature[]): Promise<WorldSite> {
  const roles = new Map<string, { roles: Role[]; kind: 'officer' | 'member' }>();
  await world.db.asKeeper(async (tx) => {
    const rows = await tx.selectFrom('membership').select(['personId', 'roles', 'kind']).execute();
    for (const row of rows) roles.set(row.personId, row);
  });
  let person = world.priya;
  const signedIn = (): SignedIn => {
    const wendish = person === world.greta;
    const council = COUNCILS[wendish ? 1 : 0];
    const served: CouncilServed = {
      ...council,
      ...roles.get(person.id)!,
      id: wendish ? world.wendshire : world.northmere,
    };
    return {
      sessionId: person.id,
      person: { id: person.id, name: person.name, email: 'someone@example.org' },
      councils: [served],
    };
  };
  const failures: unknown[] = [];
  const app = await makeServer(
    {
      origin: 'http://localhost',
      secret: 'a secret for tests alone',
      demonstration: false,
      trustProxy: false,
      uploadFolder: `/tmp/goldthread-test-uploads-${process.pid}`,
    },
    {
      doors: world.db,
      clock: world.db.clock,
      sessions: { find: async () => signedIn() },
      can: (held, permission) => can(held, permission as Permission),
      navigation: features.flatMap((feature) => feature.navigation),
      addPages: (pages) => {
        for (const feature of features) feature.addPages(pages);
      },
      failed: (error) => failures.push(error),
    },
  );
  const cookie = 'goldthread_session=a-session-of-the-tests-that-is-long-enough';
  const answer = (response: Awaited<ReturnType<typeof app.inject>>): WorldAnswer => {
    const failure = failures.shift();
    if (failure) throw failure;
    return {
      status: response.statusCode,
      body: response.body,
      headers: response.headers,
      location: String(response.headers.location ?? ''),
    };
  };
  const token = async (): Promise<string> => {
    const shown = await app.inject({
      url: `/councils/${signedIn().councils[0]!.code}/recommendations`,
      headers: { cookie },
    });
    return /name="_csrf" value="([^"]+)"/.exec(shown.body)![1]!;
  };
  return {
    signIn: (who) => {
      person = who;
    },
    get: async (path) => answer(await app.inject({ url: path, headers: { cookie } })),
    post: async (path, form) =>
      answer(
        await app.inject({
          method: 'POST',
          url: path,
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({ ...form, _csrf: await token() }).toString(),
        }),
      ),
    send: async (path, form, file) => {
      const data = new FormData();
      for (const [name, value] of Object.entries({ ...form, _csrf: await token() })) data.set(name, value);
      data.set(file.field, new Blob([file.body as string]), file.name);
      const made = new Response(data);
      return answer(
        await app.inject({
          method: 'POST',
          url: path,
          headers: { cookie, 'content-type': made.headers.get('content-type')! },
          payload: Buffer.from(await made.arrayBuffer()),
        }),
      );
    },
    close: () => app.close(),
    listen: (port) => app.listen({ port, host: '127.0.0.1' }),
  };
}
