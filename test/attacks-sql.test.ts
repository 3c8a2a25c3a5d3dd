// Statements smuggled into a council's scope: what the database itself refuses when a query of ours would not.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import test, { after } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import { readDocument } from '../src/features/documents/jobs.ts';
import type { Actor } from '../src/platform/db/scope.ts';
import { refused } from './catalogue.ts';
import { openTestDatabase } from './databases.ts';
import { expectNoCanary, makeWorld } from './world.ts';

const database = await openTestDatabase({ after });
const { northmere, wendshire } = await makeWorld(database);
const smuggle = (actor: Actor, statement: RawBuilder<unknown>) =>
  database.inCouncil(actor, async (tx) => (await statement.execute(tx)).rows);
const mallory = wendshire.as('administrator');

test('an administrator cannot take over a person whom another council has added and who has no password yet', async () => {
  const victim = 'new.lead@northmere.example';
  await database.asSystem('test', (tx) =>
    sql`select add_account('northmere', ${victim}, 'New Lead', '', 'officer', '{improvement_lead}', 'their own link')`.execute(
      tx,
    ),
  );
  const token = 'a token that the attacker knows';
  const hash = createHash('sha256').update(token).digest('hex');
  // With a link of its own naming, the council could have chosen the password of somebody else's officer.
  await refused(
    smuggle(mallory, sql`select invite_person(${victim}, 'New Lead', '', 'officer', '{officer}'::text[], ${hash})`),
    ['42883'],
  );
  const [made] = (await smuggle(
    mallory,
    sql`select invite_person(${victim}, 'New Lead', '', 'officer', '{officer}'::text[]) as made`,
  )) as { made: { personId: string } }[];
  const guest = made!.made.personId;
  for (const attempt of [
    sql`select link_invitation(${wendshire.id}::uuid, ${guest}::uuid, ${hash})`,
    sql`select put_link(${hash}, 'invitation', ${guest}::uuid, ${wendshire.id}::uuid, now() + interval '1 day')`,
    sql`select put_link(${hash}, 'password', ${guest}::uuid, null, now() + interval '1 day')`,
    sql`insert into account_link (token_hash, purpose, person_id, expires_at) values (${hash}, 'password', ${guest}, now())`,
    sql`update account_link set token_hash = ${hash}`,
    sql`select token_hash from account_link`,
    sql`insert into credential (person_id, password_hash) values (${guest}, 'x')`,
  ]) {
    await refused(smuggle(mallory, attempt));
  }
  const seen = await database.asVisitor((tx) => tx.call<{ state: string | null }>('look_at_invitation', hash));
  assert.deepEqual(seen, { state: null });
});

test('a link is made for an invitation that waits, and for nothing else', async () => {
  const link = (person: string) =>
    database.asVisitor((tx) => tx.call<boolean>('link_invitation', wendshire.id, person, randomUUID()));
  assert.equal(await link(wendshire.people.officer), false, 'who is in already');
  assert.equal(await link(northmere.people.officer), false, "another council's");
  assert.equal(await link(randomUUID()), false, 'nobody');
});

test('whether another council has a record cannot be told from how its identifier is refused', async () => {
  const { own } = northmere;
  const refusal = async (statement: (id: string) => RawBuilder<unknown>, id: string) => {
    try {
      await smuggle(wendshire.as('improvement_lead'), statement(id));
    } catch (error) {
      const {
        code,
        message,
        detail = '',
        constraint,
      } = error as { code: string; message: string; detail?: string; constraint: string };
      return JSON.stringify([code, message, detail.replaceAll(id, 'ID'), constraint]);
    }
    return 'not refused';
  };
  const council = wendshire.id;
  const mine = wendshire.own;
  const asks: [string, (id: string) => RawBuilder<unknown>][] = [
    [
      own.actionId,
      (id) =>
        sql`insert into recommendation_action (council_id, recommendation_id, action_id) values (${council}, ${mine.recommendationId}, ${id})`,
    ],
    [
      own.actionId,
      (id) => sql`insert into action_update (council_id, action_id, progress) values (${council}, ${id}, 'paused')`,
    ],
    [own.fileId, (id) => sql`insert into document (council_id, title, file_id) values (${council}, 'x', ${id})`],
    [
      own.reportId,
      (id) =>
        sql`insert into publication (council_id, report_id, slug, number, title, report_kind) values (${council}, ${id}, 'x', 1, 'x', 'unknown')`,
    ],
    [northmere.people.officer, (id) => sql`update action set officer_id = ${id} where id = ${mine.actionId}`],
    [northmere.people.officer, (id) => sql`insert into visit (council_id, person_id) values (${council}, ${id})`],
  ];
  for (const [theirs, statement] of asks) {
    const told = await refusal(statement, theirs);
    assert.match(told, /23503/);
    assert.equal(told, await refusal(statement, randomUUID()));
  }
});

test('what the database knows of the values in a table is not shown to those who may not see its rows', async () => {
  await database.asKeeper(async (tx) => {
    await sql`reset role`.execute(tx);
    await sql`analyze`.execute(tx);
  });
  const seen = JSON.stringify([
    await smuggle(mallory, sql`select * from pg_stats where schemaname in ('public', 'pgboss')`),
    await smuggle(mallory, sql`select query from pg_stat_activity`),
  ]);
  expectNoCanary(seen, 'wendshire');
  await refused(smuggle(mallory, sql`select * from pg_statistic`));
});

test('row security cannot be switched off, history not forged, the server not used as a way out', async () => {
  const attempts: RawBuilder<unknown>[] = [
    sql`select 1 from action where set_config('row_security', 'off', true) is null`,
    sql`insert into history (council_id, table_name, record_id, at, change, record) values (${wendshire.id}, 'action', ${randomUUID()}, now(), 'added', '{}')`,
    sql`update history set reason = 'another' where council_id = ${wendshire.id}`,
    sql`delete from history where council_id = ${wendshire.id}`,
    sql`truncate action cascade`,
    sql`alter table action disable trigger all`,
    sql`alter table action disable row level security`,
    sql`drop policy action_owned on action`,
    sql`copy action to '/tmp/goldthread-attack'`,
    sql`copy action from program 'true'`,
    sql`select pg_read_file('/etc/passwd')`,
    sql`select lo_import('/etc/passwd')`,
    sql`select key from scope_key`,
    sql`select read_scope_key()`,
  ];
  for (const [place, attempt] of attempts.entries()) {
    const done = smuggle(mallory, attempt);
    // The first is no refusal by itself: it must show nothing of anybody else's.
    if (place === 0) expectNoCanary(JSON.stringify(await done.catch(() => [])), 'wendshire');
    else await refused(done);
  }
  const off = database.inCouncil(mallory, async (tx) => {
    await sql`set local row_security = off`.execute(tx);
    return sql`select * from action`.execute(tx);
  });
  await refused(off);
});

test("a job that a council smuggles in for another's document reads nothing of it", async () => {
  let read = 0;
  await readDocument(
    {
      doors: database,
      clock: database.clock,
      folder: '/nowhere',
      readFile: async () => {
        read += 1;
        throw new Error('It was read.');
      },
    },
    { council: wendshire.id, document: northmere.own.documentId },
  );
  assert.equal(read, 0);
});
