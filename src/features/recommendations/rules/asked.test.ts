import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedOf, notRegistered, type Proposed, type Registered } from './asked.ts';

const words = { number: 3, heading: null, text: 'Say who decides. Say when.', parts: [] };
const find: Proposed = {
  ...{ id: 'p1', documentId: 'd', decision: 'accepted', asRead: { ...words, group: 'Key' } },
  ...{ findingId: null, replacedBy: null, rootId: 'p1' },
};
const registered: Registered = { ...words, groupName: 'Key', proposalId: 'p1' };

test('words are those of the report whatever the white space, and say when the council changed them', () => {
  assert.deepEqual(askedOf({ ...registered, text: 'Say who  decides.\nSay when.' }, [find], true), {
    origin: 'report',
    reworded: false,
  });
  assert.equal(askedOf({ ...registered, heading: 'Decide' }, [find], true).reworded, true);
  assert.equal(askedOf({ ...registered, parts: [{ label: 'a', text: 'x' }] }, [find], true).reworded, true);
  // The final report says otherwise than its draft, and a person took its words over.
  const final = { ...find, id: 'p2', documentId: 'e', asRead: { ...find.asRead!, text: 'Say who.' } };
  assert.equal(askedOf({ ...registered, text: 'Say who.' }, [find, final], true).reworded, false);
});

test('what a person added is the council’s, also beside a report that was read; what was split or joined is not', () => {
  assert.equal(askedOf({ ...registered, proposalId: null }, [find], true).origin, 'council');
  assert.equal(askedOf(registered, [{ ...find, asRead: null }], true).origin, 'council');
  assert.equal(askedOf({ ...registered, proposalId: null }, [], false).origin, 'typed');
  const whole = { ...find, id: 'p0', rootId: 'p0', decision: 'replaced', replacedBy: ['p1'] };
  const half = { ...find, asRead: null };
  assert.deepEqual(askedOf(registered, [whole, half], true), { origin: 'report', reworded: true });
  const suggestion = { ...whole, findingId: 'f' };
  assert.equal(askedOf(registered, [suggestion, half], true).origin, 'suggestion');
});

test('numbers of the newest version that nobody registered are named once, and none that a split made up', () => {
  const left = (number: number, more: Partial<Proposed> = {}): Proposed => ({
    ...{ ...find, id: `l${number}`, rootId: `l${number}`, decision: 'left_out' },
    asRead: { ...words, number, group: 'Key' },
    ...more,
  });
  const all = [find, left(7), left(5, { decision: 'undecided' }), left(5), left(8, { documentId: 'draft' })];
  assert.deepEqual(notRegistered([registered], all, 'd'), [{ group: 'Key', numbers: [5, 7] }]);
  // One in another version, which a person has matched with the registered one, stands in the register.
  assert.deepEqual(notRegistered([registered], [find, left(4, { rootId: 'p1' })], 'd'), []);
  const whole = { ...left(6), decision: 'replaced', replacedBy: ['l6a', 'l11'] };
  const halves = [left(6, { id: 'l6a', rootId: 'l6a' }), left(11)];
  assert.deepEqual(notRegistered([registered], [find, whole, ...halves], 'd'), [{ group: 'Key', numbers: [6] }]);
  assert.deepEqual(
    notRegistered([registered], [find, left(9, { findingId: 'f' }), left(10, { asRead: null })], 'd'),
    [],
  );
});
