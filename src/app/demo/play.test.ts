import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/databases.ts';
import { findActions, lateOf } from '../../features/actions/index.ts';
import { dayInLondon } from '../../platform/clock.ts';
import { northmere } from './northmere/index.ts';
import { councils } from './people.ts';
import { playStory } from './play.ts';

const UNTIL = new Date('2026-11-22T12:00:00Z');
const database = await openTestDatabase({ after });
await playStory(database, database.clock, UNTIL);

const ids = await database.asKeeper(async (tx) => {
  const rows = await tx.selectFrom('council').select(['id', 'code']).execute();
  return new Map(rows.map(({ id, code }) => [code as string, id as string]));
});
const inCouncil = <T>(code: string, work: Parameters<typeof database.inCouncil<T>>[1]) =>
  database.inCouncil({ councilId: ids.get(code)!, personId: null }, work, { readOnly: true });

async function countAll(): Promise<number> {
  const { rows } = await database.asKeeper((tx) =>
    sql<{ n: number }>`select (select count(*) from history) + (select count(*) from membership)
      + (select count(*) from arrangement) + (select count(*) from partnership) as n`.execute(tx),
  );
  return rows[0]!.n;
}

test('the register holds all that the stories tell, with things late, unowned, unanswered and not accepted', async () => {
  for (const council of councils) {
    const told = council.reports.flatMap((report) => report.recommendations);
    const found = await inCouncil(council.code, async (tx) => ({
      recommendations: await tx.selectFrom('recommendation').selectAll().execute(),
      responses: await tx.selectFrom('response').select('answer').execute(),
      actions: await findActions(tx),
    }));
    assert.equal(found.recommendations.length, told.length);
    assert.equal(found.responses.length, told.filter(({ response }) => response).length);
    assert.equal(found.actions.length, told.flatMap(({ actions }) => actions).length);
    if (council !== northmere) continue;
    const late = found.actions.filter((action) => lateOf(action, dayInLondon(UNTIL)) !== null);
    assert.ok(late.length >= 2, 'some are late');
    assert.ok(
      late.some((action) => action.targetOn !== action.originalTargetOn),
      'one of them has moved',
    );
    assert.ok(
      found.actions.some((action) => action.officerId === null || action.memberId === null),
      'one has no owner',
    );
    assert.ok(found.responses.some(({ answer }) => answer === 'not_accepted'));
  }
});

test('the third publication is the one that stands, and each was made on its day', async () => {
  const published = await database.inPublic((tx) =>
    tx
      .selectFrom('publication')
      .select(['number', 'publishedAt', 'replacedAt'])
      .where('councilId', '=', ids.get('northmere')!)
      .orderBy('number')
      .execute(),
  );
  assert.deepEqual(
    published.map(({ number, replacedAt }) => [number, replacedAt === null]),
    [
      [1, false],
      [2, false],
      [3, true],
    ],
  );
  assert.deepEqual(
    published.map(({ publishedAt }) => dayInLondon(publishedAt)),
    northmere.reports[0]!.published.map(({ on }) => on),
  );
});

test('history tells each update on its day, in office hours, by the person who sent it', async () => {
  const rows = await inCouncil('northmere', (tx) =>
    tx
      .selectFrom('history as h')
      .innerJoin('membership as who', (join) =>
        join.onRef('who.councilId', '=', 'h.councilId').onRef('who.personId', '=', 'h.personId'),
      )
      .select(['h.at', 'h.record', 'who.name'])
      .where('h.tableName', '=', 'action_update')
      .execute(),
  );
  const nameOf = new Map(northmere.people.map(({ key, name }) => [key, name]));
  const told = northmere.reports
    .flatMap((report) => report.recommendations.flatMap(({ actions }) => actions))
    .flatMap((action) =>
      action.updates.map((update) =>
        [update.on, nameOf.get(action.officer ?? northmere.lead), update.sentence].join(' | '),
      ),
    );
  const kept = rows.map(({ at, record, name }) => [dayInLondon(at), name, record.sentence].join(' | '));
  assert.deepEqual(kept.sort(), told.sort());
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' });
  assert.ok(rows.every(({ at }) => Number(hour.format(at)) >= 9 && Number(hour.format(at)) < 17));
});

test('somebody serves both councils, and both see the posts they share', async () => {
  for (const code of ids.keys()) {
    const seen = await inCouncil(code, async (tx) => ({
      beth: await tx.selectFrom('membership').select('roles').where('name', '=', 'Beth Yarrow').execute(),
      posts: await tx.selectFrom('sharedPost').select('postId').distinct().execute(),
    }));
    assert.equal(seen.beth.length, 1);
    assert.equal(seen.posts.length, 3);
  }
});

test('told again, the story adds nothing', async () => {
  const before = await countAll();
  await playStory(database, database.clock, UNTIL);
  assert.equal(await countAll(), before);
});

test('what lies after the last day is left out', async (t) => {
  const earlier = await openTestDatabase(t);
  await playStory(earlier, earlier.clock, new Date('2025-06-01T12:00:00Z'));
  const { rows } = await earlier.asKeeper((tx) =>
    sql<{ last: Date; publications: number }>`select max(at) as last, (select count(*) from publication) as publications
      from history`.execute(tx),
  );
  assert.ok(rows[0]!.last <= new Date('2025-06-01T12:00:00Z'));
  assert.equal(rows[0]!.publications, 1);
});
