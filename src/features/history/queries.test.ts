// Every query of history, run as the council whose rows they are, as another, and as one that shares nothing.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/databases.ts';
import { expectNoCanary, makeWorld } from '../../../test/world.ts';
import type { CouncilTx } from '../../platform/db/scope.ts';
import * as queries from './queries.ts';

const database = await openTestDatabase({ after });
const { northmere, wendshire, thornwick, shared } = await makeWorld(database);
const { actionId, fileEvidenceId } = northmere.own;

type Query = (tx: CouncilTx) => Promise<unknown>;
const as = (council: typeof northmere, query: Query) => database.inCouncil(council.as('officer'), query);
const evidence: Query = (tx) => queries.findHistory(tx, sql`h.record_id = ${fileEvidenceId}`);
const own: Readonly<Record<string, Query>> = {
  findHistory: evidence,
  findLastChange: (tx) => queries.findLastChange(tx, 'action', actionId),
  findNames: async (tx) => (await queries.findNames(tx)).get(northmere.canaryPerson) ?? null,
};

test('no query is left out', () => {
  assert.deepEqual(Object.keys(queries).sort(), [...Object.keys(own), 'findCouncilNames', 'findSharedHistory'].sort());
});

for (const [name, query] of Object.entries(own)) {
  test(`${name}: its own council finds rows, another nothing, whatever it asks for`, async () => {
    const found = JSON.stringify(await as(northmere, query));
    assert.match(found, /Imran Leigh|canary-northmere-/);
    for (const council of [wendshire, thornwick]) {
      assert.match(JSON.stringify((await as(council, query)) ?? []), /^\[\]$/);
    }
  });
}

test('another council’s history is not found by a condition that lets every row through', async () => {
  const all = JSON.stringify(await as(wendshire, (tx) => queries.findHistory(tx, sql`true`)));
  expectNoCanary(all, 'wendshire');
});

test('a file keeps its name in the history of what it was evidence for', async () => {
  const names = await database.inCouncil(northmere.as('officer'), async (tx) =>
    queries.findNames(tx, await queries.findHistory(tx, sql`h.record_id = ${fileEvidenceId}`)),
  );
  assert.equal(names.get(northmere.own.fileId), 'canary-northmere-stored-file-name.pdf');
});

test('of what is shared each council finds the same changes, its own people and reasons alone; a third council nothing', async () => {
  const all = (council: typeof northmere) =>
    database.inCouncil(council.as('officer'), (tx) => queries.findSharedHistory(tx, sql`true`));
  const ours = await all(northmere);
  const theirs = await all(wendshire);
  assert.deepEqual(
    theirs.map(({ id, council }) => [id, council]),
    ours.map(({ id, council }) => [id, council]),
  );
  assert.ok(ours.some((row) => row.recordId === shared.arrangementId && row.who === 'Imran Leigh'));
  for (const row of theirs) {
    const mine = row.council === wendshire.name;
    assert.equal(row.who, mine ? 'Imran Leigh' : null);
    assert.equal(row.personId, mine ? wendshire.people.improvement_lead : null);
    if (!mine) assert.equal(row.reason, null);
  }
  expectNoCanary(JSON.stringify(theirs), 'wendshire');
  assert.deepEqual(await all(thornwick), []);
});
