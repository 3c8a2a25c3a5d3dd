import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shortName } from '../../../engines/fields/councils.ts';
import type { Progress } from '../../../platform/db/schema/index.ts';
import { namesakesOf, readPerson } from '../forms/people.ts';
import { readResponse } from '../forms/record.ts';
import { csvCell } from '../views/csv.ts';
import { lateness, rollUp, rollUpCost } from './progress.ts';
import { PAGE_SIZE, pageOf, titleOf } from './register.ts';

const progress = fc.constantFrom<Progress>(
  'not_started',
  'in_progress',
  'paused',
  'reported_complete',
  'business_as_usual',
  'superseded',
);
const finished = (one: Progress) => one === 'reported_complete' || one === 'business_as_usual';

test('a recommendation is met only when all its actions are, and partly once one has moved', () => {
  fc.assert(
    fc.property(fc.array(progress), (actions) => {
      const counted = actions.filter((one) => one !== 'superseded');
      const rolled = rollUp(actions);
      assert.equal(finished(rolled), counted.length > 0 && counted.every(finished));
      const moved = counted.some((one) => one !== 'not_started');
      assert.equal(['in_progress', 'paused'].includes(rolled), moved && !counted.every(finished));
      if (!moved && rolled !== 'superseded') assert.equal(rolled, 'not_started');
    }),
  );
});

test('the order of actions does not matter, and a replaced one changes nothing beside others', () => {
  fc.assert(
    fc.property(fc.array(progress, { minLength: 1 }), (actions) => {
      assert.equal(rollUp([...actions].reverse()), rollUp(actions));
      if (actions.some((one) => one !== 'superseded'))
        assert.equal(rollUp([...actions, 'superseded']), rollUp(actions));
    }),
  );
});

test('lateness is counted against both dates, and ends with the work', () => {
  const action = { targetOn: '2026-10-30', originalTargetOn: '2026-09-30', progress: 'in_progress' } as const;
  assert.deepEqual(lateness(action, '2026-11-22'), { days: 23, daysPastFirst: 53 });
  assert.equal(lateness(action, '2026-10-30'), null);
  assert.equal(lateness({ ...action, progress: 'reported_complete' }, '2026-11-22'), null);
});

test('costs of different kinds never add up, and what is not known is counted', () => {
  const known = {
    progress: 'in_progress',
    costKnown: true,
    costOneOffPence: 1_800_000,
    costYearlyPence: 500,
    peopleDays: 3,
  } as const;
  const unknown = {
    progress: 'in_progress',
    costKnown: false,
    costOneOffPence: null,
    costYearlyPence: null,
    peopleDays: null,
  } as const;
  assert.deepEqual(rollUpCost([known, known, unknown]), {
    oneOffPence: 3_600_000,
    yearlyPence: 1000,
    peopleDays: 6,
    known: 2,
    unknown: 1,
  });
});

test('every row stands on exactly one page', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (size) => {
      const rows = Array.from({ length: size }, (_, place) => place);
      const { pages } = pageOf(rows, 1);
      const all = Array.from({ length: pages }, (_, place) => pageOf(rows, place + 1).rows).flat();
      assert.deepEqual(all, rows);
      assert.ok(pageOf(rows, 1).rows.length <= PAGE_SIZE);
    }),
  );
});

test('a title is never longer than a heading can be, and never cuts a word', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 120 }), (words) => {
      const text = words.join(' ');
      const { title, whole } = titleOf({ heading: null, text });
      assert.ok(title.length <= 181);
      assert.equal(whole, title === text);
      assert.ok(
        title
          .replace('…', '')
          .split(' ')
          .every((word) => words.includes(word)),
      );
    }),
  );
});

test('a cell that a spreadsheet would run is defused, and every cell reads back', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])
    assert.ok(csvCell(text).replace('"', '').startsWith("'"));
  assert.equal(csvCell('Say "when", by whom'), '"Say ""when"", by whom"');
  assert.equal(csvCell(-5), '-5');
});

const people = [
  { id: '1', name: 'Lena Fox', kind: 'officer', jobTitle: 'Head of democratic services', email: 'lena@x' },
  { id: '2', name: 'Martin Fox', kind: 'officer', jobTitle: '', email: 'martin@x' },
  { id: '3', name: 'Cllr Anne Marsh', kind: 'member', jobTitle: '', email: 'anne@x' },
  { id: '4', name: 'Sam Reed', kind: 'officer', jobTitle: 'Planner', email: 'sam1@x' },
  { id: '5', name: 'Sam Reed', kind: 'officer', jobTitle: 'Surveyor', email: 'sam2@x' },
] as const;

test('a name is settled to one person, or the message says what to do', () => {
  const read = (typed: string, wanted: 'officer' | 'member' = 'officer') => readPerson(typed, directory, wanted);
  const directory = { people, council: 'Northmere City Council', inviteHref: null };
  assert.deepEqual(read(''), { id: null });
  assert.deepEqual(read('lena fox'), { id: '1' });
  assert.deepEqual(read('marsh', 'member'), { id: '3' });
  assert.deepEqual(read('Sam Reed, Surveyor'), { id: '5' });
  assert.deepEqual(read('Fox'), { error: 'Two people are called Fox. Choose one' });
  assert.deepEqual(namesakesOf('Fox', directory, 'officer'), ['Lena Fox', 'Martin Fox']);
  assert.deepEqual(namesakesOf('Sam Reed', directory, 'officer'), ['Sam Reed, Planner', 'Sam Reed, Surveyor']);
  assert.deepEqual(namesakesOf('Sam Reed, Planner', directory, 'officer'), []);
  assert.match((read('Foks') as { error: string }).error, /^No one called Foks works in Northmere\./);
  const error = (typed: string, wanted?: 'officer' | 'member') => (read(typed, wanted) as { error: string }).error;
  assert.equal(error('Finance team'), 'No one called Finance team works in Northmere. Choose one officer, not a team');
  assert.match(error('Lena Fox and Martin Fox'), /Choose one officer, not a team$/);
  assert.match(error('Nobody at all', 'member'), /^No one called Nobody at all works in Northmere\./);
  assert.match(error('Cllr Ada Board', 'member'), /^No one called Cllr Ada Board works in Northmere\. Choose someone,/);
  assert.deepEqual(read('Anne Marsh'), { error: 'Name an officer: Cllr Anne Marsh is a councillor' });
  assert.equal(shortName('Wendshire County Council'), 'Wendshire');
});

test('only a response accepted whole needs no reason, and none is dated in the future', () => {
  const typed = { 'decided-day': '14', 'decided-month': '10', 'decided-year': '2026' };
  const answers = ['accepted', 'accepted_in_part', 'accepted_in_principle', 'not_accepted'];
  const ok = answers.map((answer) => readResponse({ ...typed, answer }, '2026-11-22').ok);
  assert.deepEqual(ok, [true, false, false, false]);
  assert.equal(readResponse({ ...typed, answer: 'accepted' }, '2026-10-13').ok, false);
});
