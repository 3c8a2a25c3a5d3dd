// What councils share, and only while each has agreed for itself: a post under a protocol in force.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { refused } from './catalogue.ts';
import { openTestDatabase, TEST_START } from './databases.ts';
import { aStep, CODES, DAYS, modelOf, pickLatest, type Step } from './sharing/model.ts';
import { partsOf } from './sharing/parts.ts';
import { type CouncilCode, makeWorld } from './world.ts';

const database = await openTestDatabase({ after });
const world = await makeWorld(database);
const { wendshire, thornwick } = world;
const { lead, propose, proposeProtocol, agree, record, endPart, leave, postsSeenBy, arrangementsSeenBy, at } = partsOf(
  database,
  world,
);

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

test('a council that ends its part sees nothing by it from that day, nor is seen; the others go on', async () => {
  const arrangement = await propose('northmere', ['wendshire', 'thornwick']);
  const protocol = await proposeProtocol('northmere', arrangement, 'post', '2026-04-01', null);
  for (const code of CODES) await agree(code, arrangement, protocol);
  const post = { northmere: '', wendshire: '', thornwick: '' };
  for (const code of CODES) post[code] = await record(code, arrangement);
  // What one council proposes about a post that another employs is the other's too, and goes with it.
  const about = await database.inCouncil(lead('northmere'), async (tx) => {
    const values = { arrangementId: arrangement, title: 'Clerk', recordedByCouncilId: world.northmere.id };
    const made = tx.insertInto('sharedPost').values({ ...values, employerCouncilId: thornwick.id });
    return (await made.returning('id').executeTakeFirstOrThrow()).id;
  });
  await endPart('thornwick', arrangement, protocol, '2027-01-01');
  const seen = async (day: string) => {
    const all: Record<string, string[]> = {};
    for (const code of CODES) {
      const ids = await at(day, () => postsSeenBy(code));
      all[code] = CODES.filter((other) => ids.has(post[other])).concat(ids.has(about) ? ['about' as CouncilCode] : []);
    }
    return all;
  };
  const everyone = [...CODES, 'about'];
  assert.deepEqual(await seen('2026-12-31'), { northmere: everyone, wendshire: everyone, thornwick: everyone });
  assert.deepEqual(await seen('2027-01-01'), {
    northmere: ['northmere', 'wendshire', 'about'],
    wendshire: ['northmere', 'wendshire'],
    thornwick: ['thornwick', 'about'],
  });
  await at('2027-01-01', async () => {
    await refused(record('thornwick', arrangement));
    assert.ok((await arrangementsSeenBy('thornwick')).has(arrangement), 'it is still in the arrangement');
    await record('northmere', arrangement);
  });
});

test('a council that left reads its own past decisions and nothing of what the others do since', async () => {
  const arrangement = await propose('northmere', ['wendshire', 'thornwick']);
  const protocol = await proposeProtocol('northmere', arrangement, 'post', '2026-04-01', null);
  for (const code of CODES) await agree(code, arrangement, protocol);
  const own = await record('thornwick', arrangement);
  await leave('thornwick', arrangement, '2027-01-01');
  await at('2027-01-02', async () => {
    const later = await proposeProtocol('wendshire', arrangement, 'cost', '2027-02-01', null);
    const theirs = await record('wendshire', arrangement);
    const terms = await database.inCouncil(lead('wendshire'), async (tx) => {
      const values = { arrangementId: arrangement, edition: 1, recordedByCouncilId: wendshire.id };
      const made = tx.insertInto('arrangementTerms').values({ ...values, depth: 'integrated' });
      return (await made.returning('id').executeTakeFirstOrThrow()).id;
    });
    const sees = (code: CouncilCode) =>
      database.inCouncil(lead(code), async (tx) => {
        const of = <T extends { id: string }>(rows: readonly T[]) => rows.map(({ id }) => id);
        return {
          arrangements: of(await tx.selectFrom('arrangement').select('id').where('id', '=', arrangement).execute()),
          councils: (
            await tx
              .selectFrom('arrangementCouncil')
              .select('councilId')
              .where('arrangementId', '=', arrangement)
              .execute()
          ).length,
          leavings: (
            await tx
              .selectFrom('arrangementLeaving')
              .select('reason')
              .where('arrangementId', '=', arrangement)
              .execute()
          ).length,
          protocols: of(
            await tx.selectFrom('protocol').select('id').where('arrangementId', '=', arrangement).execute(),
          ),
          agreements: (
            await tx
              .selectFrom('protocolAgreement')
              .select('councilId')
              .where('arrangementId', '=', arrangement)
              .execute()
          ).map(({ councilId }) => councilId),
          terms: of(
            await tx.selectFrom('arrangementTerms').select('id').where('arrangementId', '=', arrangement).execute(),
          ),
          posts: of(await tx.selectFrom('sharedPost').select('id').where('arrangementId', '=', arrangement).execute()),
          othersInItsHistory: (
            await tx
              .selectFrom('sharedHistory')
              .select('actingCouncilId')
              .where('arrangementId', '=', arrangement)
              .execute()
          ).filter(({ actingCouncilId }) => actingCouncilId !== world[code].id).length,
        };
      });
    assert.deepEqual(await sees('thornwick'), {
      arrangements: [arrangement],
      councils: 1,
      leavings: 1,
      protocols: [protocol],
      agreements: [thornwick.id],
      terms: [],
      posts: [own],
      othersInItsHistory: 0,
    });
    const stays = await sees('northmere');
    assert.deepEqual([stays.councils, stays.leavings, stays.terms], [3, 1, [terms]]);
    assert.deepEqual(new Set(stays.protocols), new Set([protocol, later]));
    assert.deepEqual(stays.posts, [theirs]);
    await refused(proposeProtocol('thornwick', arrangement, 'post', '2027-02-01', null));
    await refused(agree('thornwick', arrangement, later));
    await refused(record('thornwick', arrangement));
  });
});

test('no council ends what is another’s, dates an end back, takes it back, or rewrites what was agreed', async () => {
  const arrangement = await propose('northmere', ['wendshire']);
  const protocol = await proposeProtocol('northmere', arrangement, 'post', '2026-04-01', null);
  for (const code of ['northmere', 'wendshire'] as const) await agree(code, arrangement, protocol);
  const post = await record('northmere', arrangement);
  await refused(endPart('northmere', arrangement, protocol, '2027-01-01', 'wendshire'));
  await refused(leave('northmere', arrangement, '2027-01-01', 'wendshire'));
  await refused(endPart('northmere', arrangement, protocol, '2026-01-01'));
  await refused(leave('northmere', arrangement, '2026-01-01'));
  await refused(endPart('thornwick', arrangement, protocol, '2027-01-01'), ['23503']);
  await refused(leave('thornwick', arrangement, '2027-01-01'), ['23503']);
  await refused(
    database.inCouncil(lead('northmere'), (tx) =>
      tx
        .insertInto('sharedPostAgreement')
        .values({ sharedPostId: post, arrangementId: arrangement, councilId: wendshire.id, agreedOn: '2026-11-01' })
        .execute(),
    ),
  );
  await endPart('northmere', arrangement, protocol, '2027-01-01');
  await refused(endPart('northmere', arrangement, protocol, '2027-06-01'), ['23505']);
  for (const statement of [
    'update protocol_ending set ends_on = ends_on',
    'delete from protocol_ending',
    'update arrangement_leaving set leaves_on = leaves_on',
    'delete from arrangement_leaving',
    "update arrangement_terms set depth = 'integrated'",
    'delete from arrangement_terms_agreement',
    'delete from shared_post_agreement',
    "update shared_post set time_shares = '{}'",
    "update arrangement set name = 'x'",
  ]) {
    await refused(database.inCouncil(lead('northmere'), (tx) => sql.raw(statement).execute(tx)));
  }
  // Its own agreement to an arrangement can be given once, and not changed after.
  const given = await database.inCouncil(lead('northmere'), (tx) =>
    tx.updateTable('arrangementCouncil').set({ agreedOn: null }).where('agreedOn', 'is not', null).executeTakeFirst(),
  );
  assert.equal(given.numUpdatedRows, 0n);
});

const { model, isIn, sharers } = modelOf(world.shared);
/** The day of the clock, unless a step moves it. */
const TODAY = TEST_START.toISOString().slice(0, 10);

async function take(step: Step): Promise<void> {
  if (step.do === 'propose') {
    const id = await propose(step.by, step.others);
    model.members.set(id, new Set([step.by, ...step.others]));
  } else if (step.do === 'protocol') {
    const arrangement = pickLatest([...model.members.keys()], step.pick);
    if (!arrangement || (step.until !== null && step.until < step.from)) return;
    const make = proposeProtocol(step.by, arrangement, step.kind, step.from, step.until);
    if (!isIn(arrangement, step.by, TODAY)) return refused(make);
    model.protocols.push({
      id: await make,
      arrangement,
      kind: step.kind,
      from: step.from,
      until: step.until,
      agreed: new Set(),
      ended: new Map(),
    });
  } else if (step.do === 'agree') {
    const protocol = pickLatest(model.protocols, step.pick);
    for (const code of protocol ? step.councils : []) {
      if (protocol!.agreed.has(code)) continue;
      const agreed = agree(code, protocol!.arrangement, protocol!.id);
      if (!isIn(protocol!.arrangement, code, TODAY)) await refused(agreed);
      else {
        await agreed;
        protocol!.agreed.add(code);
      }
    }
  } else if (step.do === 'record') {
    const arrangement = pickLatest([...model.members.keys()], step.pick);
    if (!arrangement) return;
    await at(step.day, async () => {
      const may = sharers(arrangement, step.by, step.day).size > 1;
      if (may) model.posts.set(await record(step.by, arrangement), { arrangement, by: step.by });
      else await refused(record(step.by, arrangement));
    });
  } else if (step.do === 'end') {
    const protocol = pickLatest(model.protocols, step.pick)!;
    await at(step.day, async () => {
      const ends = endPart(step.by, protocol.arrangement, protocol.id, step.on);
      // Its own part alone, once it has agreed to it, and not dated back: nobody else is asked, nobody else is touched.
      if (!protocol.agreed.has(step.by) || protocol.ended.has(step.by) || step.on < step.day) {
        return refused(ends, ['42501', '23503', '23505']);
      }
      await ends;
      protocol.ended.set(step.by, step.on);
    });
  } else if (step.do === 'leave') {
    const arrangement = pickLatest([...model.members.keys()], step.pick)!;
    const left = model.left.get(arrangement) ?? new Map<CouncilCode, string>();
    model.left.set(arrangement, left);
    await at(step.day, async () => {
      const leaves = leave(step.by, arrangement, step.on);
      if (!model.members.get(arrangement)!.has(step.by) || left.has(step.by) || step.on < step.day) {
        return refused(leaves, ['42501', '23503', '23505']);
      }
      await leaves;
      left.set(step.by, step.on);
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
  for (const [post, { arrangement, by }] of model.posts) {
    const expected = by === code || sharers(arrangement, code, day).has(by);
    assert.equal(seen.has(post), expected, `${code} on ${day}: a shared post`);
  }
  assert.ok(actions.every((action) => action.councilId === world[code].id));
  const own = new Set(actions.map((action) => action.id));
  for (const [id, owner] of model.actions) assert.equal(own.has(id), owner === code, `${code}: an action of ${owner}`);
}

test('after any sequence of proposals, agreements, records, ends and leavings, each council sees exactly what it owns or shares', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 20, maxLength: 40, size: 'max' }), async (steps) => {
      for (const step of steps) await take(step);
      for (const code of CODES) for (const day of DAYS) await at(day, () => compare(code, day));
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
