import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import type { Mail } from '../../platform/mail/compose.ts';
import { acceptInvitation, changeRoles, endMembership, invite, inviteAgain } from './actions/people.ts';
import { signIn } from './actions/sign-in.ts';
import { listUsers } from './commands.ts';
import { findPerson, listPeople, openInvitations } from './queries/people.ts';
import { sessionsOver } from './sessions.ts';
import { OFFICE, openAccountWorld, PASSWORD } from './testing/world.ts';

const world = await openAccountWorld();
let ann: { councilId: string; personId: string };
let bob: { councilId: string; personId: string };
before(async () => {
  const { northmere, wendshire } = world.councils;
  ann = {
    councilId: northmere,
    personId: await world.add('northmere', 'ann@example.test', 'Ann Marsh', 'administrator'),
  };
  bob = {
    councilId: wendshire,
    personId: await world.add('wendshire', 'bob@example.test', 'Bob Crane', 'administrator'),
  };
});

const origin = 'https://goldthread.test';
const by = (actor: typeof ann, name = 'Ann Marsh') => ({ actor, name, origin });
const tokenOf = (mail: Mail) => {
  const link = mail.parts.find((part) => typeof part !== 'string');
  return (link as { href: string }).href.split('/').at(-1)!;
};
const someone = (email: string, name = 'Lena Fox') =>
  ({ email, name, jobTitle: 'Head of finance', kind: 'officer', roles: ['officer'] }) as const;

async function councilsOf(email: string): Promise<string[]> {
  const outcome = await signIn(world, { email, password: PASSWORD }, OFFICE);
  assert.equal(outcome.kind, 'signed-in', email);
  const signedIn = await sessionsOver(world.doors).find(outcome.kind === 'signed-in' ? outcome.token : '');
  return signedIn!.councils.map(({ code }) => code);
}

test('an invitation is accepted once, by its link, with a name and a password of their own', async () => {
  const invited = await invite(world.doors, by(ann), someone('lena@example.test'));
  assert.ok(invited.kind === 'invited');
  assert.equal(invited.mail.to, 'lena@example.test');
  assert.match(invited.mail.subject, /Northmere City Council/);
  const token = tokenOf(invited.mail);
  assert.equal((await signIn(world, { email: 'lena@example.test', password: PASSWORD }, OFFICE)).kind, 'refused');
  const short = await acceptInvitation(world, token, { name: 'Lena M. Fox', password: 'short' });
  assert.equal(short.kind, 'refused');
  const accepted = await acceptInvitation(world, token, { name: 'Lena M. Fox', password: PASSWORD });
  assert.deepEqual(accepted, { kind: 'accepted', council: 'Northmere City Council' });
  assert.deepEqual(await councilsOf('lena@example.test'), ['northmere']);
  const here = await world.doors.inCouncil(ann, (tx) => findPerson(tx, invited.personId));
  assert.equal(here?.name, 'Lena M. Fox');
  assert.deepEqual(await acceptInvitation(world, token, { name: 'Thief', password: PASSWORD }), {
    kind: 'gone',
    state: 'used',
  });
});

test('an invitation runs out, and a new one makes the old link useless', async () => {
  const invited = await invite(world.doors, by(ann), someone('omar@example.test', 'Omar Dale'));
  assert.ok(invited.kind === 'invited');
  const again = await inviteAgain(world.doors, by(ann), invited.personId);
  const given = { name: 'Omar Dale', password: PASSWORD };
  assert.deepEqual(await acceptInvitation(world, tokenOf(invited.mail), given), { kind: 'gone', state: 'used' });
  world.pass(14 * 24 * 60 + 1);
  assert.deepEqual(await acceptInvitation(world, tokenOf(again!), given), { kind: 'gone', state: 'expired' });
  const third = await inviteAgain(world.doors, by(ann), invited.personId);
  assert.equal((await acceptInvitation(world, tokenOf(third!), given)).kind, 'accepted');
  assert.equal(await inviteAgain(world.doors, by(ann), invited.personId), null, 'nothing left to accept');
});

test('a council cannot tell whether the person it invites serves another', async () => {
  await world.add('northmere', 'both@example.test', 'Known In Northmere', 'improvement_lead');
  const known = await invite(world.doors, by(bob, 'Bob Crane'), someone('both@example.test', 'B. Both'));
  const fresh = await invite(world.doors, by(bob, 'Bob Crane'), someone('fresh@example.test', 'F. Fresh'));
  assert.ok(known.kind === 'invited' && fresh.kind === 'invited');
  const plain = (mail: Mail, name: string) =>
    JSON.stringify(mail.parts).replaceAll(name, 'X').replaceAll(tokenOf(mail), 'T');
  assert.equal(plain(known.mail, 'B. Both'), plain(fresh.mail, 'F. Fresh'));
  const seen = await world.doors.inCouncil(bob, async (tx) => ({
    people: await listPeople(tx),
    invitations: await openInvitations(tx),
  }));
  const of = (id: string) => {
    const { name: _, email: __, personId: ___, ...rest } = seen.people.find(({ personId }) => personId === id)!;
    const { personId: ____, ...waiting } = seen.invitations.find(({ personId }) => personId === id)!;
    return { ...rest, ...waiting };
  };
  assert.deepEqual(of(known.personId), of(fresh.personId));
  assert.deepEqual(seen.people.map(({ name }) => name).sort(), ['B. Both', 'Bob Crane', 'F. Fresh']);
  // The council opens nothing until the person agrees; then they have both, and keep their own name and password.
  assert.deepEqual(await councilsOf('both@example.test'), ['northmere']);
  assert.equal((await acceptInvitation(world, tokenOf(known.mail), null)).kind, 'accepted');
  assert.deepEqual(await councilsOf('both@example.test'), ['northmere', 'wendshire']);
});

test('what is written about a person in one council is not shown to the other', async () => {
  const first = await invite(world.doors, by(ann), {
    ...someone('two@example.test', 'Northmere Name'),
    jobTitle: 'Canary Northmere',
  });
  const second = await invite(world.doors, by(bob), {
    ...someone('two@example.test', 'Wendshire Name'),
    jobTitle: 'Canary Wendshire',
  });
  assert.ok(first.kind === 'invited' && second.kind === 'invited');
  const ours = JSON.stringify(await world.doors.inCouncil(bob, listPeople));
  assert.doesNotMatch(ours, /Canary Northmere|Northmere Name/);
  const seen = await world.doors.asVisitor((tx) => tx.call('look_at_invitation', 'x'));
  assert.deepEqual(seen, { state: null });
});

test('roles change at once; who left is shut out; the last administrator stays', async () => {
  const id = await world.add('northmere', 'tom@example.test', 'Tom Okafor', 'officer');
  const change = { jobTitle: 'Lead', kind: 'officer', roles: ['improvement_lead', 'administrator'] } as const;
  const person = () => world.doors.inCouncil(ann, (tx) => findPerson(tx, id));
  const tom = (await person())!;
  assert.equal(
    (await changeRoles(world.doors, ann, id, tom.version, { ...change, roles: [...change.roles] })).kind,
    'changed',
  );
  assert.equal((await changeRoles(world.doors, ann, id, tom.version, { ...change, roles: [] })).kind, 'stale');
  const annNow = (await world.doors.inCouncil(ann, (tx) => findPerson(tx, ann.personId)))!;
  assert.equal(
    (await endMembership(world.doors, { ...ann, personId: id }, ann.personId, annNow.version, '2026-12-01')).kind,
    'changed',
  );
  const alone = await changeRoles(world.doors, { ...ann, personId: id }, id, (await person())!.version, {
    ...change,
    roles: ['officer'],
  });
  assert.equal(alone.kind, 'last-administrator');
  const leaving = await endMembership(
    world.doors,
    { ...ann, personId: id },
    id,
    (await person())!.version,
    '2027-01-01',
  );
  assert.equal(leaving.kind, 'last-administrator');
  world.pass(30 * 24 * 60);
  assert.deepEqual(await councilsOf('ann@example.test'), [], 'left on 1 December');
  // A new invitation brings back somebody who left.
  const back = await invite(world.doors, by({ ...ann, personId: id }), someone('ann@example.test', 'Ann Marsh'));
  assert.ok(back.kind === 'invited');
  await acceptInvitation(world, tokenOf(back.mail), null);
  assert.deepEqual(await councilsOf('ann@example.test'), ['northmere']);
  ann = { ...ann, personId: id };
});

test('only an administrator of the council may change who serves it, whatever the page asked', async () => {
  const officer = {
    councilId: world.councils.northmere,
    personId: await world.add('northmere', 'off@example.test', 'Off Icer', 'officer'),
  };
  const refused = /administrator of the council/;
  await assert.rejects(invite(world.doors, by(officer), someone('new@example.test')), refused);
  await assert.rejects(inviteAgain(world.doors, by(officer), ann.personId), refused);
  await assert.rejects(
    changeRoles(world.doors, officer, officer.personId, 1, { jobTitle: '', kind: 'officer', roles: ['administrator'] }),
    refused,
  );
  const strange = { councilId: world.councils.northmere, personId: bob.personId };
  await assert.rejects(
    invite(world.doors, by(strange), someone('new@example.test')),
    refused,
    'administrator elsewhere',
  );
  await assert.rejects(
    world.doors.inCouncil(ann, (tx) =>
      sql`update membership set email = 'x@example.test' where person_id = ${officer.personId}::uuid`.execute(tx),
    ),
    /stays with its person/,
  );
});

test("a council's scope sees no other council's people, by any statement", async () => {
  const others = await world.doors.inCouncil(bob, (tx) =>
    sql<{
      count: number;
    }>`select count(*)::int as count from membership where council_id = ${ann.councilId}::uuid`.execute(tx),
  );
  assert.equal(others.rows[0]?.count, 0);
  assert.equal(await world.doors.inCouncil(bob, (tx) => findPerson(tx, ann.personId)), undefined);
  const changed = await endMembership(world.doors, bob, ann.personId, 1, '2026-12-01');
  assert.equal(changed.kind, 'stale');
  assert.equal(await inviteAgain(world.doors, by(bob), ann.personId), null);
});

const TABLES = [
  'person',
  'credential',
  'second_factor',
  'recovery_code',
  'sign_in_session',
  'account_link',
  'invitation',
  'attempt_limit',
  'openid_identity',
];

test('no role that serves pages can read a table of accounts, or call what is not its own', async () => {
  const denied = /permission denied/;
  for (const table of TABLES) {
    const read = sql`select 1 from ${sql.table(table)}`;
    await assert.rejects(
      world.doors.inCouncil(ann, (tx) => read.execute(tx)),
      denied,
      `council ${table}`,
    );
    await assert.rejects(
      world.doors.inPublic((tx) => read.execute(tx)),
      denied,
      `public ${table}`,
    );
    await assert.rejects(
      world.doors.asSystem('test', (tx) => read.execute(tx)),
      denied,
      `system ${table}`,
    );
  }
  await assert.rejects(
    world.doors.inPublic((tx) => sql`select 1 from membership`.execute(tx)),
    denied,
  );
  for (const call of [
    sql`select find_session('x', null)`,
    sql`select begin_sign_in('a', 'b', 'c')`,
    sql`select open_session(gen_random_uuid(), '{}')`,
    sql`select put_password(gen_random_uuid(), 'x')`,
    sql`select accept_invitation('x', null, null)`,
    sql`select reset_account('a', 'b', true)`,
    sql`select list_accounts()`,
  ]) {
    await assert.rejects(
      world.doors.inCouncil(ann, (tx) => call.execute(tx)),
      denied,
    );
    await assert.rejects(
      world.doors.inPublic((tx) => call.execute(tx)),
      denied,
    );
  }
  for (const name of ['open_session', 'put_password', 'list_accounts', 'council_invitations', 'take_attempt']) {
    await assert.rejects(
      world.doors.asVisitor((tx) => tx.call(name)),
      /permission denied|does not exist/,
      name,
    );
  }
});

test('a visitor, and the program itself, hold no right on any table but public facts and the queue', async () => {
  const { rows } = await world.db.asKeeper((tx) =>
    sql<{ role: string; name: string }>`
      select role, c.relname as name from unnest(array['goldthread_visitor', 'goldthread_system']) role, pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
        and has_table_privilege(role, c.oid, 'select, insert, update, delete')
      order by 1, 2`.execute(tx),
  );
  const of = (role: string) => rows.filter((row) => row.role === role).map(({ name }) => name);
  assert.deepEqual(of('goldthread_visitor'), ['council', 'library_term']);
  for (const table of [...TABLES, 'membership', 'history']) assert.ok(!of('goldthread_system').includes(table), table);
});

test('the operator sees every account, and what is not accepted yet', async () => {
  const listed = await listUsers(world.doors);
  const fresh = listed.find(({ email }) => email === 'fresh@example.test');
  assert.deepEqual(
    { council: fresh?.council, invited: fresh?.invited, password: fresh?.password },
    { council: 'wendshire', invited: true, password: false },
  );
});
