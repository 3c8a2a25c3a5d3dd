import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/databases.ts';
import { expectNoCanary, makeWorld } from '../../../test/world.ts';
import type { CouncilTx } from '../../platform/db/scope.ts';
import { publish, redact, withdraw } from '../publishing/index.ts';
import { makeReport } from '../publishing/testing.ts';
import { takeOut } from './actions/additions.ts';
import { search, toldTheSame } from './actions/search.ts';
import { findPassage, type PassageRow } from './queries/passages.ts';
import { readAsked } from './rules/asked.ts';
import { addReport } from './testing.ts';

const database = await openTestDatabase({ after });
const world = await makeWorld(database);
const { northmere, wendshire, thornwick } = world;
const lead = northmere.as('improvement_lead');
const SECRET = 'zanzibarine';

const inNorthmere = <T>(work: (tx: CouncilTx) => Promise<T>) => database.inCouncil(lead, work);

/** What the public finds. */
async function find(query: Record<string, string> | string): Promise<readonly PassageRow[]> {
  const asked = readAsked(typeof query === 'string' ? { q: query } : query, 2026);
  const { outcome } = await database.inPublic((tx) => search(tx, asked, 2026));
  return outcome.kind === 'found' && !outcome.some ? outcome.page.rows : [];
}
const texts = async (query: Record<string, string> | string) => (await find(query)).map(({ text }) => text);

const made = await makeReport(database, lead, {
  officer: northmere.people.officer,
  member: northmere.people.member,
  secret: SECRET,
});
const published = (expectedNumber: number) =>
  inNorthmere((tx) =>
    publish(tx, {
      ...{ councilId: northmere.id, reportId: made.reportId, slug: 'corporate-2026', title: 'Plan', summary: 'Short.' },
      expectedNumber,
    }),
  );

test('a draft is found by nobody, and what is published by everybody, once, whatever its version', async () => {
  assert.deepEqual(await texts('"first saw the largest savings"'), []);
  await published(1);
  const [found, ...others] = await find('"first saw the largest savings"');
  assert.equal(found?.number, 2);
  assert.equal(found.year, 2026);
  assert.equal(others.length, 0);
  await published(2);
  const again = await find('"first saw the largest savings"');
  assert.deepEqual(
    again.map(({ version }) => version),
    [2],
  );
  for (const council of [wendshire, thornwick]) {
    const asked = readAsked({ q: '"first saw the largest savings"' }, 2026);
    const seen = await database.inCouncil(council.as('auditor'), (tx) => search(tx, asked, 2026));
    assert.ok(seen.outcome.kind === 'found' && seen.outcome.page.total === 1, council.code);
  }
});

test('nothing private is among what is searched, in no column, and no question finds it', async () => {
  const rows = await database.inPublic(async (tx) => {
    const passages = await sql`select to_jsonb(p) from published_passage p`.execute(tx);
    const sources = await sql`select to_jsonb(s) from published_source s`.execute(tx);
    return JSON.stringify([passages.rows, sources.rows]);
  });
  expectNoCanary(rows);
  assert.ok(!rows.includes(SECRET));
  for (const word of [SECRET, 'canary', 'canary-northmere-action-title', '"canary northmere"']) {
    assert.deepEqual(await texts(word), [], word);
  }
});

test('what is taken out of a plan goes from the index, from excerpts and from what is alike', async () => {
  const words = '"sell or share the rest"';
  assert.equal((await find(words)).length, 1);
  const [target] = await find(words);
  await inNorthmere((tx) =>
    redact(tx, {
      ...{ publicationId: target!.publicationId!, kind: 'recommendation', recordId: made.recommendations[2]! },
      ...{ reason: 'It named a buyer.', everywhere: true },
    }),
  );
  assert.deepEqual(await find(words), []);
  assert.equal(await database.inPublic((tx) => findPassage(tx, target!.id)), null);
  const subject = { heading: null, text: target!.text, about: 'Elsewhere Council' };
  const told = await database.inPublic((tx) => toldTheSame(tx, subject, 2026));
  assert.ok(told.rows.every(({ row }) => row.text !== target!.text));
  const { rows } = await database.asKeeper((tx) =>
    sql<{
      n: number;
    }>`select count(*)::integer as n from published_passage where vector::text ~ 'sell' or text ~ 'sell'`.execute(tx),
  );
  assert.equal(rows[0]!.n, 0);
});

test('a withdrawn plan is found no more', async () => {
  assert.ok((await find('"medium term plan"')).length > 0);
  const [one] = await find('"medium term plan"');
  await inNorthmere((tx) => withdraw(tx, { publicationId: one!.publicationId!, reason: 'A figure was wrong.' }));
  assert.deepEqual(await find('"medium term plan"'), []);
  await published(3);
  assert.ok((await find('"medium term plan"')).length > 0);
});

test('an added report is found with its page marked as added, and is gone when it is taken out', async () => {
  const id = await inNorthmere((tx) =>
    addReport(tx, northmere.id, {
      ...{ about: 'Eastwold District Council', year: 2023, authority: 'district' },
      recommendations: [
        'Write a medium term financial strategy that closes the gap, and say which reserves will not be touched.',
        'Give overview and scrutiny a work programme of its own.',
      ],
      prose: ['The council should publish the savings programme in March, with a named owner for each line.'],
    }),
  );
  const found = await find('MTFS reserves');
  assert.equal(found[0]?.about, 'Eastwold District Council');
  assert.equal(found[0]?.councilName, 'Northmere City Council');
  assert.equal(found[0]?.theme, 'finance');
  assert.equal((await find({ q: 'reserves', council: 'county' })).length, 0);
  assert.ok((await find({ q: 'reserves', council: 'district', year: '2023' })).length > 0);
  const advice = await find({ q: 'named owner', kind: 'suggestion', strength: 'should' });
  assert.equal(advice.length, 1);
  // Words of another council cannot take it out.
  const theirs = await database.inCouncil(wendshire.as('improvement_lead'), (tx) => takeOut(tx, id, 'No.'));
  assert.equal(theirs, 'gone');
  assert.equal(await inNorthmere((tx) => takeOut(tx, id, 'It was not public after all.')), 'taken out');
  assert.deepEqual(await find({ q: 'reserves', council: 'district' }), []);
});

test('who was told the same: the likest of each other council, with the words that both share and what was done', async () => {
  await inNorthmere((tx) =>
    addReport(tx, northmere.id, {
      ...{ about: 'Westmarch County Council', year: 2022, authority: 'county' },
      recommendations: [
        'Decide how much to keep in reserves, publish the level and explain it in plain words to residents.',
        'Build a joint team for planning with the districts.',
        'Hold a residents’ assembly on the climate emergency every spring.',
      ],
    }),
  );
  const [own] = await find({ q: '"level of reserves"', kind: 'recommendation' });
  const told = await database.inPublic((tx) => toldTheSame(tx, own!, 2026));
  assert.equal(told.rows[0]?.row.about, 'Westmarch County Council');
  assert.ok(told.rows[0].shared.includes('reserves'), told.rows[0].shared.join());
  assert.ok(told.rows.every(({ row }) => row.about !== 'Northmere City Council'));
  const back = await database.inPublic((tx) => toldTheSame(tx, told.rows[0]!.row, 2026));
  const northmereRow = back.rows.find(({ row }) => row.about === 'Northmere City Council');
  assert.equal(northmereRow?.row.answer, 'accepted');
  assert.ok(back.actions.some(({ title }) => title.startsWith('Publish the reserves floor')));
  assert.ok(!JSON.stringify(back.actions).includes(SECRET));
});

test('reports of long ago and of no known year are found too, the former by their year', async () => {
  const recommendations = ['Keep the quayside lamps lit until the ferries stop.'];
  for (const year of [2004, null]) {
    const about = year === null ? 'Undated Council' : 'Long Ago Council';
    await inNorthmere((tx) => addReport(tx, northmere.id, { about, year, authority: null, recommendations }));
  }
  const found = await find('quayside');
  assert.deepEqual(found.map(({ year }) => year).sort(), [2004, null]);
  assert.deepEqual(
    (await find({ q: 'quayside', year: '2004' })).map(({ about }) => about),
    ['Long Ago Council'],
  );
});

test('short forms and full names find one another, and a minus leaves out', async () => {
  const by = async (q: string) => (await find(q)).map(({ id }) => id).sort();
  const full = await by('medium term financial plan');
  assert.ok(full.length > 0);
  assert.deepEqual(await by('MTFS'), full);
  assert.deepEqual(await by('mtfp'), full);
  const some = await by('MTFS -briefings');
  assert.ok(some.length < full.length);
  assert.ok(some.every((id) => full.includes(id)));
});

test('a smuggled row cannot be another council’s, nor hang on another council’s report', async () => {
  const passage = {
    ...{ councilId: wendshire.id, position: 1, kind: 'recommendation' as const, about: 'x', text: 'planted' },
    ...{ publicationId: northmere.published.publicationId, recommendationId: northmere.published.recommendationId },
  };
  await assert.rejects(
    database.inCouncil(wendshire.as('improvement_lead'), (tx) =>
      tx.insertInto('publishedPassage').values(passage).execute(),
    ),
    { code: '23503' },
  );
  await assert.rejects(
    database.inCouncil(wendshire.as('improvement_lead'), (tx) =>
      tx
        .insertInto('publishedPassage')
        .values({ ...passage, councilId: northmere.id })
        .execute(),
    ),
    { code: '42501' },
  );
  await assert.rejects(
    database.inPublic((tx) => sql`delete from published_passage`.execute(tx)),
    /permission denied|read-only/,
  );
});

test('what stood published before there was a library is gathered by its migration, as publishing itself would', async () => {
  const migration = readFileSync(new URL('../../../migrations/0016_library.sql', import.meta.url), 'utf8');
  const [, gathering] = migration.split('set local role goldthread_keeper;');
  const statement = gathering!.replace(/reset role;\s*$/, '');
  await database.asKeeper(async (tx) => {
    const all = () =>
      sql`select council_id, publication_id, recommendation_id, theme, year, text, vector::text from published_passage
        where publication_id is not null order by council_id, recommendation_id`.execute(tx);
    const before = (await all()).rows;
    assert.ok(before.length > 5);
    await sql`delete from published_passage where publication_id is not null`.execute(tx);
    await sql.raw(statement).execute(tx);
    assert.deepEqual((await all()).rows, before);
  });
});
