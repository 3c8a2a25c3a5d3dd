import assert from 'node:assert/strict';
import test from 'node:test';
import { readDetails, readSeen, readWording, typeWording, uploadError } from './finds.ts';

const empty = { day: '', month: '', year: '' };

test('an upload is refused at once, in words, when there is nothing to open', () => {
  assert.equal(uploadError(undefined), 'Choose a file');
  assert.equal(uploadError({ name: 'a.pdf', size: 0, tooLarge: false }), 'This file is empty');
  assert.equal(
    uploadError({ name: 'a.pdf', size: 300 * 1024 * 1024, tooLarge: true }),
    'This file is 300 MB. The limit is 50 MB',
  );
  assert.equal(uploadError({ name: 'a.pdf', size: 5, tooLarge: false }), null);
});

test('every error of a wording is said at once', () => {
  const read = readWording({ group: '', number: 'four', heading: '', text: '', parts: '' });
  assert.ok(!read.ok);
  assert.deepEqual(read.errors, {
    group: 'Enter the group, like Key recommendations',
    number: 'Enter the number, like 4',
    text: 'Enter the wording, or leave this out',
  });
});

test('a wording typed back unchanged is the same wording', () => {
  const wording = {
    group: 'Key recommendations',
    number: 2,
    heading: null,
    text: 'Before the budget is set the council should:',
    parts: [{ label: 'a', text: 'publish the saving; and' }],
  };
  assert.deepEqual(readWording(typeWording(wording)), { ok: true, value: wording });
});

test('a report may be registered with its days left open, but not with days that cannot be', () => {
  const typed = { title: 'Peer challenge', kind: 'progress-review', from: empty, to: empty, received: empty };
  const read = readDetails(typed, '2026-11-22');
  assert.deepEqual(read, {
    ok: true,
    value: {
      title: 'Peer challenge',
      kind: 'progress-review',
      fieldworkFrom: null,
      fieldworkTo: null,
      receivedOn: null,
    },
  });
  const wrong = readDetails(
    {
      title: '',
      kind: 'poem',
      from: { day: '18', month: '9', year: '2026' },
      to: { day: '15', month: '9', year: '2026' },
      received: { day: '1', month: '12', year: '2026' },
    },
    '2026-11-22',
  );
  assert.ok(!wrong.ok);
  assert.deepEqual(Object.keys(wrong.errors).sort(), ['kind', 'received', 'title', 'to']);
  const typo = readDetails({ ...typed, received: { day: '31', month: '2', year: '2026' } }, '2026-11-22');
  assert.ok(!typo.ok && typo.errors.received === 'Enter a date, like 31 January 2027');
});

test('what a bulk button saw is read, and anything else in its place is not', () => {
  const id = '0b0e6d6c-0000-4000-8000-000000000001';
  assert.deepEqual([...readSeen(`${id}:3,rubbish,:4`)], [[id, 3]]);
});
