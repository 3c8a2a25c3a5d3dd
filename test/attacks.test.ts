// Every page of a council against everybody who has no business there: made from the features' own lists of pages.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import { can, type Permission } from '../src/features/accounts/index.ts';
import { addPartnership } from '../src/features/sharing/index.ts';
import { addressOf } from './attacks/addresses.ts';
import { openSite, type Route } from './attacks/site.ts';
import { expectNoCanary, ROLES } from './world.ts';

const site = await openSite({ after });
const { northmere, wendshire } = site.world;
/** Between Northmere and a council that is not the intruder's; the post stands under another arrangement. */
const underIt = await site.database.inCouncil(northmere.as('improvement_lead'), async (tx) => {
  const { rows } = await sql<{ id: string }>`
    select propose_arrangement('canary-northmere-arrangement', '', ${`{${site.world.thornwick.id}}`}::uuid[]) as id`.execute(
    tx,
  );
  const arrangementId = rows[0]!.id;
  const terms = { arrangementId, recordedByCouncilId: northmere.id, edition: 1, depth: 'integrated' as const };
  const protocol = { arrangementId, recordKind: 'post' as const, fromOn: '2026-04-01' };
  const legalBasis = 'canary-northmere-legal-basis';
  const made = {
    terms: await tx
      .insertInto('arrangementTerms')
      .values({ ...terms, legalBasis })
      .returning('id')
      .executeTakeFirstOrThrow(),
    protocol: await tx.insertInto('protocol').values(protocol).returning('id').executeTakeFirstOrThrow(),
  };
  return { arrangementId, termsId: made.terms.id, protocolId: made.protocol.id, postId: site.world.shared.postId };
});
const shared = {
  ...underIt,
  partnershipId: (await addPartnership(site.database, {
    name: 'canary-northmere-partnership',
    councilCodes: ['northmere', 'thornwick'],
    joinedOn: '2026-04-01',
  }))!,
};
const routes = site.routes.filter((route) => route.kind === 'council');
const named = (route: Route) => `${route.method} ${route.path}`;

/** What a form of any page might hold, so that a post is not turned away for being empty before it is judged. */
const form = {
  version: '1',
  title: 'Taken over',
  reason: 'Taken over',
  name: 'Taken over',
  decision: 'accepted',
  answer: 'accepted',
  'decided-day': '1',
  'decided-month': '6',
  'decided-year': '2026',
  progress: 'in_progress',
  do: 'take-off',
  unknown: 'cost',
  linked: northmere.own.actionId,
  recommendation: northmere.own.recommendationId,
  report: northmere.own.reportId,
  slug: 'taken-over',
  summary: 'Taken over',
  number: '1',
  kind: 'officer',
  roles: 'administrator',
  depth: 'integrated',
  body: 'Cabinet',
  employer: northmere.id,
  ...{ 'agreed-day': '1', 'agreed-month': '6', 'agreed-year': '2026' },
  ...{ 'ends-day': '1', 'ends-month': '6', 'ends-year': '2040' },
  ...{ 'from-day': '1', 'from-month': '6', 'from-year': '2040' },
};

test('the pages of councils are all here to be attacked', () => {
  assert.ok(routes.length >= 60, String(routes.length));
  assert.ok(routes.every((route) => route.permission !== null));
});

test("a council's own people see its words on these pages: the words that are searched for below are there to be found", async () => {
  const mighty = await site.signIn(await site.addMighty('thornwick'));
  let shown = 0;
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const answer = await mighty.get(addressOf(route, 'thornwick', site.world.thornwick, shared));
    assert.ok(answer.statusCode < 500, named(route));
    if (answer.body.includes('canary-thornwick-')) shown += 1;
  }
  assert.ok(shown >= 30, String(shown));
});

test('nobody who is not signed in sees or changes anything of a council', async () => {
  const before = await site.everyRowOf(northmere.id);
  for (const route of routes) {
    const path = addressOf(route, 'northmere', northmere, shared);
    const answer = await site.stranger.ask({ ...route, path }, form);
    if (route.method === 'GET') {
      assert.equal(answer.statusCode, 303, named(route));
      assert.equal(answer.headers.location, `/sign-in?next=${encodeURIComponent(path)}`);
    } else assert.equal(answer.statusCode, 401, named(route));
    expectNoCanary(answer.body);
  }
  assert.equal(await site.everyRowOf(northmere.id), before);
});

test("another council's lead, administrator and auditor find nothing at its addresses, whatever they ask", async (t) => {
  const before = await site.everyRowOf(northmere.id);
  for (const role of ['improvement_lead', 'administrator', 'auditor'] as const) {
    await t.test(role, async () => {
      const intruder = await site.signIn(wendshire.people[role]);
      const missing = await intruder.get('/councils/nowhere/recommendations');
      for (const route of routes) {
        const answer = await intruder.ask({ ...route, path: addressOf(route, 'northmere', northmere, shared) }, form);
        assert.equal(answer.statusCode, 404, named(route));
        assert.equal(answer.body, missing.body, `${named(route)}: not yours and not there look the same`);
      }
    });
  }
  assert.equal(await site.everyRowOf(northmere.id), before);
});

test("another council's identifiers, in one's own council's addresses and forms, lead to nothing", async () => {
  const intruder = await site.signIn(await site.addMighty('wendshire'));
  const before = await site.everyRowOf(northmere.id);
  for (const route of routes) {
    const answer = await intruder.ask({ ...route, path: addressOf(route, 'wendshire', northmere, shared) }, form);
    const bears = /:(?!council\b)/.test(route.path);
    // A page without identifiers is the intruder's own; one with a foreign identifier is nothing, or was refused before.
    if (bears) assert.ok([404, 422].includes(answer.statusCode), `${named(route)}: ${answer.statusCode}`);
    assert.ok(answer.statusCode < 500, named(route));
    if (answer.statusCode === 404) assert.match(answer.body, /<h1[^>]*>There is nothing here that you can see<\/h1>/);
    expectNoCanary(answer.body, 'wendshire');
  }
  assert.equal(await site.everyRowOf(northmere.id), before);
});

test('within a council, whoever lacks the permission is refused before anything is done', async (t) => {
  const before = await site.everyRowOf(northmere.id);
  for (const role of ROLES) {
    await t.test(role, async () => {
      const person = await site.signIn(northmere.people[role]);
      const forbidden = routes.filter((route) => !can([role], route.permission as Permission));
      for (const route of forbidden) {
        const answer = await person.ask({ ...route, path: addressOf(route, 'northmere', northmere, shared) }, form);
        assert.equal(answer.statusCode, 403, named(route));
        assert.match(answer.body, /<h1[^>]*>Your roles do not allow this<\/h1>/, named(route));
        expectNoCanary(answer.body);
      }
    });
  }
  assert.equal(await site.everyRowOf(northmere.id), before);
});

test('no change is taken without the form token of this very session', async () => {
  const mighty = await site.signIn(await site.addMighty('northmere'));
  const other = await site.signIn(northmere.people.improvement_lead);
  const before = await site.everyRowOf(northmere.id);
  for (const route of site.routes.filter(({ method }) => method === 'POST')) {
    const path =
      route.kind === 'council' ? addressOf(route, 'northmere', northmere, shared) : route.path.replace(/:\w+/, 'x');
    for (const [what, answer] of [
      ['none', await mighty.post(path, { ...form, _csrf: '' })],
      ["another's", await mighty.post(path, { ...form, _csrf: other.token })],
      ['from another site', await mighty.post(path, form, { 'sec-fetch-site': 'cross-site' })],
    ] as const) {
      assert.equal(answer.statusCode, 403, `${named(route)}, token: ${what}`);
    }
  }
  assert.equal(await site.everyRowOf(northmere.id), before);
});
