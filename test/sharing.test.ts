// What councils share, and only while each has agreed for itself: a post under a protocol in force.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { refused } from './catalogue.ts';
import { openTestDatabase, TEST_START } from './databases.ts';
import { type CouncilCode, makeWorld } from './world.ts';

const database = await openTestDatabase({ after });
const world = await makeWorld(database);
const { wendshire, thornwick } = world;

const CODES: readonly CouncilCode[] = ['northmere', 'wendshire', 'thornwick'];
const lead = (code: CouncilCode) => world[code].as('improvement_lead');

const propose = (by: CouncilCode, others: readonly CouncilCode[]) =>
  database.inCouncil(lead(by), async (tx) => {
    const ids = `{${others.map((code) => world[code].id).join()}}`;
    const { rows } = await sql<{ id: string }>`select propose_arrangement('Audit', '', ${ids}::uuid[]) as id`.execute(
      tx,
    );
    return rows[0]!.id;
  });
const proposeProtocol = (
  by: CouncilCode,
  arrangementId: string,
  recordKind: 'post' | 'cost',
  fromOn: string,
  untilOn: string | null,
) =>
  database.inCouncil(lead(by), async (tx) => {
    const values = { arrangementId, recordKind, fromOn, untilOn };
    return (await tx.insertInto('protocol').values(values).returning('id').executeTakeFirstOrThrow()).id;
  });
const agree = (by: CouncilCode, arrangementId: string, protocolId: string, forCouncil: CouncilCode = by) =>
  database.inCouncil(lead(by), (tx) =>
    tx
      .insertInto('protocolAgreement')
      .values({ protocolId, arrangementId, councilId: world[forCouncil].id, agreedOn: '2026-11-01' })
      .execute(),
  );
const record = (by: CouncilCode, arrangementId: string) =>
  database.inCouncil(lead(by), async (tx) => {
    const values = { arrangementId, title: 'Head of Audit', recordedByCouncilId: world[by].id };
    return (await tx.insertInto('sharedPost').values(values).returning('id').executeTakeFirstOrThrow()).id;
  });
const postsSeenBy = (code: CouncilCode) =>
  database.inCouncil(
    lead(code),
    async (tx) => new Set((await tx.selectFrom('sharedPost').select('id').execute()).map((p) => p.id)),
  );
const arrangementsSeenBy = (code: CouncilCode) =>
  database.inCouncil(
    lead(code),
    async (tx) => new Set((await tx.selectFrom('arrangement').select('id').execute()).map((a) => a.id)),
  );

async function at<T>(day: string, work: () => Promise<T>): Promise<T> {
  database.clock.moveTo(new Date(`${day}T10:00:00Z`));
  try {
    return await work();
  } finally {
    database.clock.moveTo(TEST_START);
  }
}

test('a shared post is seen by both councils of the arrangement and not by a third', async () => {
  const { postId, arrangementId } = world.shared;
  assert.ok((await postsSeenBy('northmere')).has(postId));
  assert.ok((await postsSeenBy('wendshire')).has(postId));
  assert.equal((await postsSeenBy('thornwick')).size, 0);
  assert.ok((await arrangementsSeenBy('wendshire')).has(arrangementId));
  assert.equal((await arrangementsSeenBy('thornwick')).size, 0);
});

test('nothing is shared until every council has agreed, each for itself', async () => {
  const arrangement = await propose('northmere', ['wendshire']);
  const protocol = await proposeProtocol('northmere', arrangement, 'post', '2026-04-01', null);
  await refused(record('northmere', arrangement));
  await agree('northmere', arrangement, protocol);
  await refused(record('northmere', arrangement));
  await refused(agree('northmere', arrangement, protocol, 'wendshire'));
  await refused(agree('thornwick', arrangement, protocol));
  await agree('wendshire', arrangement, protocol);
  const post = await record('northmere', arrangement);
  assert.ok((await postsSeenBy('wendshire')).has(post));
});

test('sharing begins and ends with the days of the protocol, by the clock of the scope', async () => {
  const arrangement = await propose('northmere', ['wendshire']);
  const protocol = await proposeProtocol('wendshire', arrangement, 'post', '2026-10-01', '2026-12-31');
  for (const code of ['northmere', 'wendshire'] as const) await agree(code, arrangement, protocol);
  const post = await record('wendshire', arrangement);
  const seenOn = (day: string) => at(day, async () => (await postsSeenBy('northmere')).has(post));
  assert.equal(await seenOn('2026-09-30'), false);
  assert.equal(await seenOn('2026-10-01'), true);
  assert.equal(await seenOn('2026-12-31'), true);
  assert.equal(await seenOn('2027-01-01'), false);
  // 23:30 in UTC on 30 September is already 1 October in London, where summer time still holds.
  database.clock.moveTo(new Date('2026-09-30T23:30:00Z'));
  assert.equal((await postsSeenBy('northmere')).has(post), true);
  database.clock.moveTo(TEST_START);
});

test('a protocol for another kind of record shares no post', async () => {
  const arrangement = await propose('northmere', ['wendshire']);
  const protocol = await proposeProtocol('northmere', arrangement, 'cost', '2026-04-01', null);
  for (const code of ['northmere', 'wendshire'] as const) await agree(code, arrangement, protocol);
  await refused(record('northmere', arrangement));
});

test("a council can neither join an arrangement nor bring another in, nor write in another's name", async () => {
  const { arrangementId, protocolId } = world.shared;
  const intruder = thornwick.as('administrator');
  await refused(
    database.inCouncil(intruder, (tx) =>
      tx
        .insertInto('arrangementCouncil')
        .values({ arrangementId, councilId: thornwick.id, agreedOn: '2026-11-01' })
        .execute(),
    ),
  );
  await refused(
    database.inCouncil(intruder, (tx) =>
      tx.insertInto('protocol').values({ arrangementId, recordKind: 'post', fromOn: '2026-01-01' }).execute(),
    ),
  );
  await refused(agree('thornwick', arrangementId, protocolId));
  await refused(record('thornwick', arrangementId));
  await refused(
    database.inCouncil(lead('northmere'), (tx) =>
      tx.insertInto('sharedPost').values({ arrangementId, title: 'x', recordedByCouncilId: wendshire.id }).execute(),
    ),
  );
  const changed = await database.inCouncil(lead('northmere'), (tx) =>
    tx
      .updateTable('arrangementCouncil')
      .set({ agreedOn: null })
      .where('councilId', '=', wendshire.id)
      .executeTakeFirst(),
  );
  assert.equal(changed.numUpdatedRows, 0n);
  for (const statement of [
    'update protocol set from_on = from_on',
    'delete from protocol_agreement',
    "update shared_post set title = 'x'",
  ]) {
    await refused(database.inCouncil(lead('northmere'), (tx) => sql.raw(statement).execute(tx)));
  }
  // An agreement cannot be lent to a protocol of another arrangement.
  const other = await propose('northmere', ['thornwick']);
  await refused(agree('thornwick', other, protocolId), ['23503']);
});

// What the database should show, kept beside it in plain values.
interface ModelProtocol {
  id: string;
  arrangement: string;
  kind: 'post' | 'cost';
  from: string;
  until: string | null;
  agreed: Set<CouncilCode>;
}
const PARTNERS: readonly CouncilCode[] = ['northmere', 'wendshire'];
const { arrangementId, protocolId, postId } = world.shared;
const model = {
  members: new Map([[arrangementId, new Set(PARTNERS)]]),
  protocols: [
    {
      id: protocolId,
      arrangement: arrangementId,
      kind: 'post',
      from: '2026-04-01',
      until: null,
      agreed: new Set(PARTNERS),
    },
  ] as ModelProtocol[],
  posts: new Map([[postId, arrangementId]]),
  actions: new Map<string, CouncilCode>(),
};
const inForce = (arrangement: string, day: string) =>
  model.protocols.some(
    (p) =>
      p.arrangement === arrangement &&
      p.kind === 'post' &&
      p.from <= day &&
      (p.until === null || p.until >= day) &&
      [...model.members.get(arrangement)!].every((code) => p.agreed.has(code)),
  );

const DAYS = ['2026-01-15', '2026-06-15', '2026-11-15', '2027-04-15'] as const;
const aCouncil = fc.constantFrom(...CODES);
const aDay = fc.constantFrom(...DAYS);
const aStep = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('propose' as const), by: aCouncil, others: fc.subarray([...CODES]) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('protocol' as const),
      by: aCouncil,
      pick: fc.nat(),
      kind: fc.constantFrom('post' as const, 'post' as const, 'cost' as const),
      from: aDay,
      until: fc.option(aDay),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('agree' as const),
      councils: fc.subarray([...CODES], { minLength: 1 }),
      pick: fc.nat(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('record' as const), by: aCouncil, pick: fc.nat(), day: aDay }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('action' as const), by: aCouncil }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('read' as const), by: aCouncil, day: aDay }) },
);
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;
/** The latest made are picked most, so that a sequence tends to speak of the same arrangement. */
const pickLatest = <T>(list: readonly T[], pick: number): T | undefined =>
  list[list.length - 1 - (pick % Math.min(2, list.length))];

async function take(step: Step): Promise<void> {
  if (step.do === 'propose') {
    const id = await propose(step.by, step.others);
    model.members.set(id, new Set([step.by, ...step.others]));
  } else if (step.do === 'protocol') {
    const arrangement = pickLatest([...model.members.keys()], step.pick);
    if (!arrangement || (step.until !== null && step.until < step.from)) return;
    const make = proposeProtocol(step.by, arrangement, step.kind, step.from, step.until);
    if (!model.members.get(arrangement)!.has(step.by)) return refused(make);
    model.protocols.push({
      id: await make,
      arrangement,
      kind: step.kind,
      from: step.from,
      until: step.until,
      agreed: new Set(),
    });
  } else if (step.do === 'agree') {
    const protocol = pickLatest(model.protocols, step.pick);
    for (const code of protocol ? step.councils : []) {
      if (protocol!.agreed.has(code)) continue;
      const agreed = agree(code, protocol!.arrangement, protocol!.id);
      if (!model.members.get(protocol!.arrangement)!.has(code)) await refused(agreed);
      else {
        await agreed;
        protocol!.agreed.add(code);
      }
    }
  } else if (step.do === 'record') {
    const arrangement = pickLatest([...model.members.keys()], step.pick);
    if (!arrangement) return;
    await at(step.day, async () => {
      const may = model.members.get(arrangement)!.has(step.by) && inForce(arrangement, step.day);
      if (may) model.posts.set(await record(step.by, arrangement), arrangement);
      else await refused(record(step.by, arrangement));
    });
  } else if (step.do === 'action') {
    const councilId = world[step.by].id;
    const made = await database.inCouncil(lead(step.by), (tx) =>
      tx
        .insertInto('action')
        .values({ councilId, title: 'x', costKnown: false })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
    model.actions.set(made.id, step.by);
  } else {
    await at(step.day, () => compare(step.by, step.day));
  }
}

async function compare(code: CouncilCode, day: string): Promise<void> {
  const seen = await postsSeenBy(code);
  const actions = await database.inCouncil(lead(code), (tx) =>
    tx.selectFrom('action').select(['id', 'councilId']).execute(),
  );
  for (const [post, arrangement] of model.posts) {
    const expected = model.members.get(arrangement)!.has(code) && inForce(arrangement, day);
    assert.equal(seen.has(post), expected, `${code} on ${day}: a shared post`);
  }
  assert.ok(actions.every((action) => action.councilId === world[code].id));
  const own = new Set(actions.map((action) => action.id));
  for (const [id, owner] of model.actions) assert.equal(own.has(id), owner === code, `${code}: an action of ${owner}`);
}

test('after any sequence of proposals, agreements and records, each council sees exactly what it owns or shares', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 20, maxLength: 40, size: 'max' }), async (steps) => {
      for (const step of steps) await take(step);
      for (const code of CODES) for (const day of DAYS) await at(day, () => compare(code, day));
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
