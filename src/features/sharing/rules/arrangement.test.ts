// Whoever agrees to what, in whatever order: nobody is bound who did not agree, and each ends its own part alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Arrangement,
  councilsIn,
  type Ending,
  earliestLeaving,
  monthsAfter,
  type Post,
  postStanding,
  postsOf,
  sharingPosts,
  type Terms,
  termsOf,
  waitingFor,
} from './arrangement.ts';

const IDS = ['a', 'b', 'c'] as const;
const FIRST = Date.parse('2026-01-01T12:00:00Z');
const DAY = 86_400_000;
const dayOf = (n: number) => new Date(FIRST + n * DAY).toISOString().slice(0, 10);
const decided = { agreedOn: dayOf(0), decidedByBody: 'Cabinet', decisionReference: '' };
const aDay = fc.integer({ min: 0, max: 40 });
const ending = (councilId: string, on: number): Ending => ({
  ...{ councilId, endsOn: dayOf(on), reason: 'x', decidedByBody: '', decisionReference: '', givenAt: new Date(FIRST) },
});

/** Up to three councils, of which some have left or ended their part; posts and terms in editions, agreed to by some. */
const anArrangement = fc
  .record({
    count: fc.integer({ min: 2, max: 3 }),
    leaves: fc.array(fc.option(aDay, { freq: 2 }), { minLength: 3, maxLength: 3 }),
    ends: fc.array(fc.option(aDay, { freq: 2 }), { minLength: 3, maxLength: 3 }),
    sharedBy: fc.subarray([...IDS], { minLength: 2 }),
    posts: fc.array(
      fc.record({
        edition: fc.integer({ min: 1, max: 3 }),
        by: fc.integer({ min: 0, max: 1 }),
        at: aDay,
        consents: fc.uniqueArray(fc.record({ who: fc.constantFrom(...IDS), after: fc.nat(9) }), {
          selector: (c) => c.who,
        }),
      }),
      { maxLength: 7 },
    ),
  })
  .map((given): Arrangement => {
    const ids = IDS.slice(0, given.count);
    const proposals = given.posts.map((post, index) => ({
      ...{ id: `p${index}`, edition: post.edition, proposedBy: ids[post.by]!, why: '', proposedOn: dayOf(post.at) },
      proposedAt: new Date(FIRST + post.at * DAY),
      consents: post.consents
        .filter(({ who }) => (ids as readonly string[]).includes(who))
        .map(({ who, after }) => ({
          ...decided,
          councilId: who,
          recordedAt: new Date(FIRST + (post.at + after) * DAY + index),
        })),
    }));
    return {
      ...{ id: 'x', name: 'Audit', purpose: '', proposedAt: new Date(FIRST) },
      agreements: ids.map((councilId, index) => {
        const on = given.leaves[index];
        return { ...decided, councilId, council: councilId, leaving: on == null ? null : ending(councilId, on) };
      }),
      protocols: [
        {
          ...{ id: 'q', recordKind: 'post', terms: '', fromOn: dayOf(0), untilOn: null, agreedBy: given.sharedBy },
          endings: ids.flatMap((id, index) => {
            const on = given.ends[index];
            return on == null || !given.sharedBy.includes(id) ? [] : [ending(id, on)];
          }),
        },
      ],
      posts: proposals.map(
        (one): Post => ({
          ...{
            ...one,
            postId: 'post',
            title: one.id,
            employerCouncilId: 'a',
            fromOn: null,
            untilOn: null,
            timeShares: {},
          },
        }),
      ),
      terms: proposals.map(
        (one): Terms => ({
          ...{
            ...one,
            depth: 'shared_team',
            hostCouncilId: null,
            legalBasis: '',
            noticeMonths: null,
            nextReviewOn: null,
          },
        }),
      ),
    };
  });

test('what is in force has the agreement of every council that it bound when it was proposed, save those that left since', () => {
  fc.assert(
    fc.property(anArrangement, aDay, (arrangement, n) => {
      const today = dayOf(n);
      const terms = termsOf(arrangement, today).current;
      for (const { councilId } of terms ? councilsIn(arrangement, terms.proposedOn) : []) {
        const stays = councilsIn(arrangement, today).some((one) => one.councilId === councilId);
        assert.ok(!stays || terms!.consents.some((one) => one.councilId === councilId), councilId);
      }
      const post = postsOf(arrangement, today)[0]?.current;
      for (const id of post ? sharingPosts(arrangement, post.proposedOn) : []) {
        const stays = sharingPosts(arrangement, today).includes(id);
        assert.ok(!stays || post!.consents.some((one) => one.councilId === id), id);
      }
    }),
  );
});

test('an edition is one proposal only, and every proposal is in force, open or past, in one of them alone', () => {
  fc.assert(
    fc.property(anArrangement, aDay, (arrangement, n) => {
      const { current, open, past } = termsOf(arrangement, dayOf(n));
      const all = [...(current ? [current] : []), ...open, ...past];
      assert.equal(new Set(all).size, all.length);
      assert.ok(open.every((one) => one.edition > (current?.edition ?? 0)));
      assert.ok(past.every((one) => current && one.edition <= current.edition));
    }),
  );
});

test('a later agreement to what was overtaken changes nothing that is in force', () => {
  fc.assert(
    fc.property(anArrangement, aDay, fc.nat(), (arrangement, n, pick) => {
      const today = dayOf(n);
      const { current, past } = termsOf(arrangement, today);
      const overtaken = past.filter((one) => one.edition === current?.edition);
      if (overtaken.length === 0) return;
      const chosen = overtaken[pick % overtaken.length]!;
      const late = IDS.filter((id) => !chosen.consents.some((one) => one.councilId === id)).map((councilId) => ({
        ...{ ...decided, councilId, recordedAt: new Date(FIRST + 99 * DAY) },
      }));
      const terms = arrangement.terms.map((one) =>
        one === chosen ? { ...one, consents: [...one.consents, ...late] } : one,
      );
      assert.equal(termsOf({ ...arrangement, terms }, today).current?.id, current?.id);
    }),
  );
});

test('a council that ends its part or leaves is out from that day, and takes no other council with it', () => {
  fc.assert(
    fc.property(anArrangement, fc.constantFrom('a', 'b'), aDay, aDay, (arrangement, who, on, n) => {
      const today = dayOf(n);
      const before = sharingPosts(arrangement, today);
      if (arrangement.protocols[0]!.endings.some(({ councilId }) => councilId === who)) return;
      const ended = arrangement.protocols.map((one) => ({ ...one, endings: [...one.endings, ending(who, on)] }));
      const left = arrangement.agreements.map((one) =>
        one.councilId === who && one.leaving === null ? { ...one, leaving: ending(who, on) } : one,
      );
      for (const changed of [
        { ...arrangement, protocols: ended },
        { ...arrangement, agreements: left },
      ]) {
        const now = sharingPosts(changed, today);
        if (dayOf(on) <= today && changed.protocols === ended) assert.ok(!now.includes(who));
        const others = before.filter((id) => id !== who);
        // The others go on among themselves, when they are still two; what one of them ends adds nobody but those who wait for it.
        if (others.length > 1) assert.ok(others.every((id) => now.includes(id)));
        assert.ok(now.every((id) => arrangement.protocols[0]!.agreedBy.includes(id)));
      }
    }),
  );
});

test('a proposal waits for those it binds and for nobody else', () => {
  fc.assert(
    fc.property(anArrangement, aDay, (arrangement, n) => {
      for (const post of arrangement.posts) {
        const standing = postStanding(arrangement, post, dayOf(n));
        if ('since' in standing) continue;
        for (const id of standing.waitsFor) {
          assert.ok(
            !post.consents.some((one) => one.councilId === id) ||
              !sharingPosts(arrangement, post.proposedOn).includes(id),
          );
          assert.ok(sharingPosts(arrangement, post.proposedOn).includes(id) || id === post.proposedBy);
        }
      }
      assert.ok(waitingFor(arrangement, dayOf(n)).every((one) => councilsIn(arrangement, dayOf(n)).includes(one)));
    }),
  );
});

test('notice runs in calendar months, to the last day of a shorter one, and binds once the arrangement is in force', () => {
  assert.equal(monthsAfter('2026-11-30', 3), '2027-02-28');
  assert.equal(monthsAfter('2027-08-31', 6), '2028-02-29');
  assert.equal(monthsAfter('2026-12-01', 12), '2027-12-01');
  const council = (councilId: string, agreedOn: string | null) => ({
    ...{ ...decided, councilId, council: councilId, agreedOn, leaving: null },
  });
  const consents = ['a', 'b'].map((councilId) => ({ ...decided, councilId, recordedAt: new Date(FIRST) }));
  const arrangement = (agreedOn: string | null): Arrangement => ({
    ...{ id: 'x', name: '', purpose: '', proposedAt: new Date(FIRST), protocols: [], posts: [] },
    agreements: [council('a', dayOf(0)), council('b', agreedOn)],
    terms: [
      {
        ...{
          id: 't',
          edition: 1,
          proposedBy: 'a',
          proposedAt: new Date(FIRST),
          proposedOn: dayOf(0),
          why: '',
          consents,
        },
        ...{ depth: 'shared_team', hostCouncilId: null, legalBasis: '', noticeMonths: 6, nextReviewOn: null },
      },
    ],
  });
  assert.equal(earliestLeaving(arrangement(dayOf(0)), '2026-11-23'), '2027-05-23');
  assert.equal(earliestLeaving(arrangement(null), '2026-11-23'), '2026-11-23');
});
