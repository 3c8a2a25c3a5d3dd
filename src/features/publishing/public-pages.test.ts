import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { after, test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { openTestDatabase } from '../../../test/databases.ts';
import { expectNoCanary, makeWorld } from '../../../test/world.ts';
import { makeServer } from '../../platform/web/server.ts';
import { publish, publishing, redact, withdraw } from './index.ts';
import { FILE_TEXT, makeReport } from './testing.ts';

const database = await openTestDatabase({ after });
const world = await makeWorld(database);
const { northmere } = world;
const lead = northmere.as('improvement_lead');
const routes: string[] = [];
const app = await makeServer(
  {
    origin: 'https://goldthread.example',
    secret: 'for tests alone, not a secret at all',
    demonstration: false,
    trustProxy: false,
    uploadFolder: tmpdir(),
  },
  {
    doors: database,
    clock: database.clock,
    sessions: { find: async () => null },
    can: () => false,
    navigation: publishing.navigation,
    addPages: (pages) =>
      publishing.addPages({
        ...pages,
        public: (path, handler, options) => {
          routes.push(path);
          pages.public(path, handler, options);
        },
      }),
    failed: (error) => {
      throw error;
    },
  },
);
after(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const BASE = '/public/northmere';

async function published(slug: string, versions = 1) {
  const { officer, member } = northmere.people;
  const given = await makeReport(database, lead, { officer, member, secret: 'canary-secret' });
  const ids: string[] = [];
  for (let number = 1; number <= versions; number += 1) {
    const done = await database.inCouncil(lead, (tx) =>
      publish(tx, {
        ...{ councilId: northmere.id, reportId: given.reportId, slug, expectedNumber: number },
        ...{ title: 'What Northmere was told', summary: 'Four days in June.' },
      }),
    );
    assert.equal(done.outcome, 'published');
    ids.push((done as { publicationId: string }).publicationId);
  }
  return { ...given, ids };
}

/** Every address of the public site for one version. */
function addresses(slug: string, number: number, place: string, evidence: string): string[] {
  const parts: Record<string, string> = { council: 'northmere', slug, number: String(number), place, evidence };
  return routes.map((route) => route.replace(/:(\w+)/g, (_, name: string) => parts[name]!));
}

test('no address of the public site shows a private word or an e-mail address, and each answers', async () => {
  const given = await published('all', 2);
  for (const url of addresses('all', 2, 'key-recommendations-1', given.evidence.floor)) {
    const { statusCode, body } = await get(url);
    assert.equal(statusCode, 200, url);
    expectNoCanary(body);
    assert.doesNotMatch(body, /[a-z]@[a-z]/i, url);
    assert.equal(body.includes(given.privateAction), false, url);
  }
  assert.ok(routes.length >= 16);
});

test('the plan page says what was asked, answered and done, late things first, without a percentage', async () => {
  await published('plan');
  const { body } = await get(`${BASE}/plan`);
  assert.match(body, /6 recommendations: 4 accepted, 1 in part and 1 not answered yet\./);
  assert.match(body, /reports 1 complete, 1 with evidence/);
  assert.match(body, /They return in July 2027/);
  assert.match(body, /24 days past 30 October 2026, 54 past the first date/);
  assert.ok(body.indexOf('id="late"') < body.indexOf('id="all"'));
  assert.doesNotMatch(body, /\d ?%|per ?cent/);
  assert.match(body, /As published on 23 November 2026/);
});

test('the page says what was added, reworded, left out or only suggested, and counts the rest as what was asked', async () => {
  const { officer, member } = northmere.people;
  const given = await makeReport(database, lead, { officer, member, secret: 'canary-secret' });
  const councilId = northmere.id;
  await database.inCouncil(lead, async (tx) => {
    const { id: documentId } = await tx
      .insertInto('document')
      .values({ councilId, title: 'Report', state: 'read' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx.updateTable('report').set({ documentId }).where('id', '=', given.reportId).execute();
    const rows = await tx
      .selectFrom('recommendation')
      .selectAll()
      .where('reportId', '=', given.reportId)
      .orderBy('position')
      .execute();
    const { id: findingId } = await tx
      .insertInto('finding')
      .values({ councilId, documentId, kind: 'suggestion', position: 1, value: '{}' })
      .returning('id')
      .executeTakeFirstOrThrow();
    // The first stands as read, the second was reworded, the third left out, the fourth typed, the fifth a suggestion.
    for (const [at, row] of rows.entries()) {
      const { groupName, number, heading, position } = row;
      const read = {
        group: groupName,
        number,
        heading,
        text: at === 1 ? 'Tell councillors.' : row.text,
        parts: row.parts,
      };
      const { id: proposalId } = await tx
        .insertInto('proposal')
        .values({
          ...{ councilId, documentId, position, groupName, number, heading, text: row.text },
          asRead: at === 3 ? null : JSON.stringify(at === 2 ? { ...read, number: 9 } : read),
          decision: at === 2 ? 'left_out' : 'accepted',
          findingId: at === 4 ? findingId : null,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      if (at === 2) continue;
      await tx
        .updateTable('recommendation')
        .set({ proposalId, ...(at === 4 ? { position: 0 } : {}) })
        .where('id', '=', row.id)
        .execute();
    }
    await publish(tx, {
      ...{ councilId, reportId: given.reportId, slug: 'asked', expectedNumber: 1 },
      ...{ title: 'What Northmere was told', summary: 'Four days in June.' },
    });
  });
  const { body } = await get(`${BASE}/asked`);
  assert.match(body, /3 recommendations: 2 accepted and 1 not answered yet\./);
  assert.match(body, /Counted apart: 2 added by the council and 1 suggestion in the report’s prose\./);
  assert.match(body, /Also read in the report, and not registered by the council: number 9 of Key recommendations\./);
  const all = body.slice(body.indexOf('id="all"'));
  assert.ok(all.indexOf('Brief every councillor') < all.indexOf('Wording changed by the council.'));
  assert.ok(
    all.indexOf('Report twice a year') < all.indexOf('Write down what each shared post'),
    'suggestions stand last',
  );
  const added = (await get(`${BASE}/asked/1/key-recommendations-4`)).body;
  assert.match(added, /Added by the council\./);
  assert.doesNotMatch(added, /Asked/);
  const asked = (await get(`${BASE}/asked/1/key-recommendations-1`)).body;
  assert.match(asked, /Asked/);
  assert.doesNotMatch(asked, /by the council\./);
  assert.match((await get(`${BASE}/asked/1/key-recommendations-2`)).body, /Wording changed by the council\./);
  assert.match((await get(`${BASE}/asked/embed/key-recommendations-4`)).body, /Added by the council\./);
  const told = await database.inPublic((tx) =>
    tx
      .selectFrom('publishedPassage as p')
      .innerJoin('publication', 'publication.id', 'p.publicationId')
      .select(['p.kind', 'p.text'])
      .where('publication.slug', '=', 'asked')
      .orderBy('p.position')
      .execute(),
  );
  assert.deepEqual(
    told.map((one) => one.kind),
    ['recommendation', 'recommendation', 'recommendation', 'suggestion'],
    'the library holds what the council was told, not what it added',
  );
  const data = JSON.parse((await get(`${BASE}/asked/1/plan.json`)).body);
  assert.deepEqual(data.not_registered, [{ group: 'Key recommendations', numbers: [9] }]);
  assert.deepEqual(
    data.recommendations.map(
      (one: { origin: string; reworded: boolean }) => `${one.origin}${one.reworded ? ', reworded' : ''}`,
    ),
    ['report', 'report, reworded', 'council', 'council', 'report', 'suggestion'],
  );
});

test('an older version stays, says that it was replaced, and the newest says what changed', async () => {
  const given = await published('moves');
  await database.inCouncil(lead, (tx) =>
    tx.updateTable('action').set({ targetOn: '2027-01-30' }).where('id', '=', given.actions.brief).execute(),
  );
  await database.inCouncil(lead, (tx) =>
    publish(tx, {
      ...{ councilId: northmere.id, reportId: given.reportId, slug: 'moves', expectedNumber: 2 },
      ...{ title: 'What Northmere was told', summary: 'Four days in June.' },
    }),
  );
  const [old, now] = [await get(`${BASE}/moves/1`), await get(`${BASE}/moves`)];
  assert.match(
    old.body,
    /This page was replaced on 23 November 2026\. <a[^>]*href="\/public\/northmere\/moves">Read the new one/,
  );
  assert.match(now.body, /was 30 October 2026, now 30 January 2027\. First promised for 30 September 2026/);
  assert.doesNotMatch(now.body, /was replaced on/);
});

test('a program that has a page already is told that it is the same, until it is withdrawn', async () => {
  const { ids } = await published('same');
  const first = await get(`${BASE}/same/1`);
  const etag = String(first.headers.etag);
  assert.equal((await get(`${BASE}/same/1`, { 'if-none-match': etag })).statusCode, 304);
  await database.inCouncil(lead, (tx) => withdraw(tx, { publicationId: ids[0]!, reason: 'A wrong figure' }));
  const then = await get(`${BASE}/same/1`, { 'if-none-match': etag });
  assert.equal(then.statusCode, 200);
  assert.match(then.body, /withdrew this on 23 November 2026/);
});

test('a withdrawn version is its reason in every form, and none of its words', async () => {
  const { ids, evidence } = await published('gone');
  await database.inCouncil(lead, (tx) => withdraw(tx, { publicationId: ids[0]!, reason: 'A wrong figure' }));
  for (const url of addresses('gone', 1, 'key-recommendations-1', evidence.floor).filter((one) =>
    one.includes('/gone'),
  )) {
    const { statusCode, body } = await get(url);
    assert.equal(statusCode, 200, url);
    assert.doesNotMatch(body, /Four days|reserves|Brief every|Oscar Penrose|How the floor/, url);
    if (!url.endsWith('.ics')) assert.match(body, /A wrong figure/, url);
  }
  assert.match((await get(`${BASE}/feed.atom`)).body, /<summary>Reason: A wrong figure<\/summary>/);
});

test('what was taken out leaves its place and reason in every form, and none of its words', async () => {
  const { ids, recommendations, actions, evidence } = await published('out');
  const publicationId = ids[0]!;
  await database.inCouncil(lead, async (tx) => {
    const from = { publicationId, everywhere: true };
    await redact(tx, { ...from, kind: 'recommendation', recordId: recommendations[1]!, reason: 'Reason one' });
    await redact(tx, { ...from, kind: 'evidence', recordId: evidence.floor, reason: 'Reason two' });
    await redact(tx, { ...from, kind: 'action', recordId: actions.forum, reason: 'Reason three' });
  });
  for (const url of addresses('out', 1, 'key-recommendations-2', evidence.floor)) {
    const { statusCode, body } = await get(url);
    assert.equal(statusCode, 200, url);
    if (url.includes('/out')) assert.doesNotMatch(body, /Brief every|How the floor|forum’s terms/, url);
  }
  for (const form of ['plan.csv', 'plan.json']) {
    for (const reason of ['Reason one', 'Reason two', 'Reason three']) {
      assert.ok((await get(`${BASE}/out/1/${form}`)).body.includes(reason), `${form}: ${reason}`);
    }
  }
  assert.match(
    (await get(`${BASE}/out/1/key-recommendations-2`)).body,
    /taken out on 23 November 2026\. Reason: Reason one/,
  );
  assert.match((await get(`${BASE}/out/1/evidence/${evidence.floor}`)).body, /Reason two/);
  assert.match((await get(`${BASE}/feed.atom`)).body, /Reason three/);
});

test('the feed is well formed, with an identifier and a time for each entry, and names itself', async () => {
  await published('feed', 2);
  const { body, headers } = await get(`${BASE}/feed.atom`);
  assert.match(String(headers['content-type']), /^application\/atom\+xml/);
  const document = new DOMParser({
    onError: (_level: string, message: string) => {
      throw new Error(message);
    },
  } as never).parseFromString(body, 'text/xml');
  const texts = (name: string) =>
    [...Array.from(document.getElementsByTagName(name))].map((one) => one.textContent ?? '');
  const ids = texts('id');
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^urn:uuid:[0-9a-f-]{36}$/);
  for (const at of texts('updated')) assert.equal(new Date(at).toISOString(), at);
  assert.equal(texts('updated')[0], texts('updated').sort().at(-1));
  assert.match(
    body,
    /rel="self" type="application\/atom\+xml" href="https:\/\/goldthread.example\/public\/northmere\/feed.atom"/,
  );
});

test('published evidence comes as an attachment that browsers do not guess at', async () => {
  const { evidence } = await published('file');
  const { body, headers } = await get(`${BASE}/file/1/evidence/${evidence.floor}`);
  assert.equal(body, FILE_TEXT);
  assert.match(String(headers['content-disposition']), /^attachment; filename="reserves-floor.pdf"/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('other sites may frame the embedded pages and no other', async () => {
  await published('frame');
  const policy = async (url: string) => String((await get(url)).headers['content-security-policy']);
  assert.match(await policy(`${BASE}/frame/embed`), /frame-ancestors \*/);
  assert.match(await policy(`${BASE}/frame/embed/key-recommendations-1`), /frame-ancestors \*/);
  assert.match(await policy(`${BASE}/frame`), /frame-ancestors 'none'/);
});

test('addresses where nothing is say so', async () => {
  await published('here');
  for (const url of [
    '/public/nowhere',
    `${BASE}/nothing`,
    `${BASE}/here/9`,
    `${BASE}/here/01`,
    `${BASE}/here/1/no-such-1`,
  ]) {
    assert.equal((await get(url)).statusCode, 404, url);
  }
  assert.equal((await get(`${BASE}/here/1/evidence/not-one`)).statusCode, 404);
});

test('the first address leads to the public site', async () => {
  assert.equal((await get('/')).headers.location, '/public');
});
