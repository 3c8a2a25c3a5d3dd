// A peer's note belongs to the peer team of its challenge: nobody else reads it, whoever asks and however they ask.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import { sealScope } from '../src/platform/db/seal.ts';
import { refused } from './catalogue.ts';
import { onServer, openTestDatabase } from './databases.ts';
import { canary, makeWorld, ROLES } from './world.ts';

const database = await openTestDatabase({ after });
const { northmere, wendshire, thornwick, review } = await makeWorld(database);
const { challengeId } = review;
const notes = (reviewer = review.peer) =>
  database.inChallenge(reviewer, (tx) => tx.selectFrom('peerNote').select(['id', 'text']).execute());
const asPeer = (statement: RawBuilder<unknown>, reviewer = review.peer) =>
  database.inChallenge(reviewer, (tx) => statement.execute(tx));
const note = { id: review.noteId, text: canary('peers', 'peer_note', 'text') };

test('the team reads its notes and its challenge', async () => {
  assert.deepEqual(await notes(), [note]);
  assert.deepEqual(await notes(review.manager), [note]);
  const seen = await database.inChallenge(review.peer, (tx) =>
    tx.selectFrom('challengeCouncil').select('councilId').execute(),
  );
  assert.deepEqual(seen, [{ councilId: northmere.id }]);
});

test('no role of any council reads a note, not of the council that is reviewed nor of the one a peer comes from', async () => {
  for (const council of [northmere, wendshire, thornwick]) {
    for (const role of ROLES) {
      await refused(database.inCouncil(council.as(role), (tx) => sql`select from peer_note`.execute(tx)));
      await refused(database.inCouncil(council.as(role), (tx) => sql`select from challenge_peer`.execute(tx)));
    }
  }
});

test('the public, a visitor, the program itself and whoever makes a backup read no note', async () => {
  await refused(database.inPublic((tx) => sql`select from peer_note`.execute(tx)));
  await refused(database.asSystem('test', (tx) => sql`select from peer_note`.execute(tx)));
  await refused(database.asKeeper((tx) => sql`select from peer_note`.execute(tx)));
});

test("a council's scope that takes on the peers' role, or names their challenge, sees no note", async () => {
  const smuggled = [`challenge/${challengeId}`, challengeId, ''].map((subject) =>
    sealScope(Buffer.alloc(32), subject, review.peer.personId, new Date()),
  );
  for (const scope of [null, ...smuggled]) {
    const seen = await database.inCouncil(thornwick.as('officer'), async (tx) => {
      if (scope !== null) await sql`select set_config('goldthread.scope', ${scope}, true)`.execute(tx);
      await sql`select set_config('role', 'goldthread_peer', true)`.execute(tx);
      const { rows } = await sql`select id from peer_note union all select id from challenge`.execute(tx);
      return rows;
    });
    assert.deepEqual(seen, []);
  }
});

test("a peer sees no council's record, in their own role or in the council's", async () => {
  for (const table of ['action', 'recommendation', 'history', 'membership', 'document', 'person']) {
    await refused(asPeer(sql`select from ${sql.table(table)}`));
  }
  const seen = await database.inChallenge(review.peer, async (tx) => {
    await sql`select set_config('role', 'goldthread_council', true)`.execute(tx);
    const { rows } = await sql`select id from action union all select id from recommendation`.execute(tx);
    return rows;
  });
  assert.deepEqual(seen, []);
});

test('a note is changed and removed by who wrote it alone, and cannot be written in another name', async () => {
  for (const statement of [
    sql`update peer_note set text = 'x' returning 1`,
    sql`delete from peer_note where id = ${note.id} returning 1`,
  ]) {
    assert.deepEqual((await asPeer(statement, review.manager)).rows, []);
  }
  const forged = sql`insert into peer_note (challenge_id, written_by, text) values (${challengeId}, ${review.peer.personId}, 'x')`;
  await refused(asPeer(forged, review.manager));
  await asPeer(sql`update peer_note set session = 'Second day' where id = ${note.id}`);
  assert.deepEqual(await notes(), [note]);
});

test('nobody is in a team who was not chosen, and who was chosen only within their dates', async () => {
  assert.deepEqual(await notes({ challengeId, personId: wendshire.people.officer }), []);
  assert.deepEqual(await notes({ challengeId: wendshire.id, personId: review.peer.personId }), []);
  await asPeer(
    sql`select add_peer('late@peers.example', 'Lena Forth', 'Member peer', current_date - 1)`,
    review.manager,
  ).then(
    () => assert.fail('access that ends before it begins'),
    (error: { code: string }) => assert.equal(error.code, '23514'),
  );
});

test('the manager alone chooses the team, and nobody who serves the council under review', async () => {
  const add = (email: string) => sql`select add_peer(${email}, 'Ida Crane', 'Officer peer', current_date + 10) as id`;
  await refused(asPeer(add('new@peers.example')));
  await refused(asPeer(add('officer@northmere.example'), review.manager), ['23514']);
  await refused(
    database.inCouncil(northmere.as('administrator'), (tx) => add('officer@northmere.example').execute(tx)),
  );
  await refused(
    database.inCouncil(northmere.as('administrator'), (tx) =>
      sql`insert into challenge_peer select * from challenge_peer`.execute(tx),
    ),
  );
});

test('a peer who comes to serve the council under review loses the notes; an invitation alone shuts nobody out', async () => {
  const guest = await database.inChallenge(review.manager, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select add_peer('ida.crane@peers.example', 'Ida Crane', 'Officer peer', current_date + 10) as id`.execute(tx);
    return { challengeId, personId: rows[0]!.id };
  });
  assert.deepEqual(await notes(guest), [note]);
  await database.inCouncil(northmere.as('administrator'), (tx) =>
    sql`select invite_person('ida.crane@peers.example', 'Ida Crane', '', 'officer', '{officer}'::text[])`.execute(tx),
  );
  assert.deepEqual(await notes(guest), [note], 'invited, without having accepted');
  const hash = 'the hash of her link';
  await database.asVisitor(async (tx) => {
    await tx.call('link_invitation', northmere.id, guest.personId, hash);
    await tx.call('accept_invitation', hash, 'Ida Crane', 'a hash');
  });
  assert.deepEqual(await notes(guest), []);
});

test("a council knows that it is reviewed, and nothing of another's challenge", async () => {
  const titles = (council: typeof northmere) =>
    database.inCouncil(council.as('officer'), (tx) => tx.selectFrom('challenge').select('id').execute());
  assert.deepEqual(await titles(northmere), [{ id: challengeId }]);
  assert.deepEqual(await titles(wendshire), []);
  assert.deepEqual(await titles(thornwick), []);
});

test('the peer role owns and inherits nothing', {
  skip: onServer ? false : 'the embedded database has no logins',
}, async () => {
  await refused(asPeer(sql`set role goldthread_keeper`));
  await refused(asPeer(sql`set role goldthread_system`));
});
