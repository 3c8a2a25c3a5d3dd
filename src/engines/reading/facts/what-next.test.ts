import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactsOf } from './contacts.ts';
import { deadlinesOf } from './deadlines.ts';
import { earlierChallengesOf } from './earlier-challenges.ts';
import { linesOf } from './lines.ts';
import { laidOut, tableOf } from './testing.ts';
import { publishWithinOf, reviewDueOf } from './what-next.ts';

type Blocks = Parameters<typeof laidOut>[0];
const linesIn = (blocks: Blocks) => linesOf(laidOut(blocks));
const contacts = (blocks: Blocks) => contactsOf(linesIn(blocks)).map((c) => [c.name, c.email, c.phone]);

test('an address comes with the name and the number printed near it', () => {
  assert.deepEqual(
    contacts([
      'Ada Thornbeck, Principal Adviser for the North, is the contact. Ada can help: ada.thornbeck@peers.example.org, 01632 960123.',
    ]),
    [['Ada Thornbeck', 'ada.thornbeck@peers.example.org', '01632 960123']],
  );
  assert.deepEqual(
    contacts([
      'Piers Quarles',
      'Adviser, Local Government Association',
      'Email: p.quarles@peers.example.org',
      'Tel: 07700 900123',
    ]),
    [['Piers Quarles', 'p.quarles@peers.example.org', '07700 900123']],
  );
});

test('two addresses in one sentence keep their own numbers, and a team box has no name', () => {
  assert.deepEqual(
    contacts([
      'Ada Thornbeck helps: a.thornbeck@peers.example.org, 01632 960123. Ask the Improvement Team at Ashby Council: improvement@ashby.example.org, (01632) 960 555.',
    ]),
    [
      ['Ada Thornbeck', 'a.thornbeck@peers.example.org', '01632 960123'],
      [null, 'improvement@ashby.example.org', '(01632) 960 555'],
    ],
  );
});

test('a contact officer of a committee report is a name with a number; other numbers are nobody', () => {
  assert.deepEqual(
    contacts(tableOf([['Contact Officer(s):', 'Ada Thornbeck - Director of Resources', '01632 960123']])),
    [['Ada Thornbeck', null, '01632 960123']],
  );
  assert.deepEqual(contacts(['Contact Officer(s):', 'Ada Thornbeck - Director', 'of Resources', '01632 960123']), [
    ['Ada Thornbeck', null, '01632 960123'],
  ]);
  assert.deepEqual(contacts(['The budget of 2023-24 was 01632 960123 pounds.', 'Reference 0123456789012345']), []);
});

const weeks = (text: string) => publishWithinOf(linesIn([text]))?.value ?? null;

test('weeks to publication are those of the report, in weeks', () => {
  assert.equal(weeks('The report is to be published by the council within eight weeks.'), 8);
  assert.equal(weeks('The report should be published within 6 weeks, and the action plan within 12 weeks.'), 6);
  assert.equal(weeks('The action plan should be published within twelve weeks and the report within six weeks.'), 6);
  assert.equal(weeks('The report should be published within three months.'), null);
  assert.equal(weeks('The action plan should be published within twelve weeks.'), null);
  assert.equal(weeks('Publish the results and a short report within eight weeks.'), null);
  assert.equal(weeks('The report says that calls are answered within two weeks.'), null);
});

const due = (text: string) => reviewDueOf(linesIn([text]), '2026-09-18')?.value ?? null;

test('the review is due in the month the report names, and nothing is worked out', () => {
  assert.equal(due('The process has a six-month check-in, currently scheduled for March 2027.'), '2027-03');
  assert.equal(due('The team will come back for a progress review in July 2027, ten months on.'), '2027-07');
  assert.equal(due('In May 2027 the team will return to see what has changed.'), '2027-05');
  assert.equal(due('A follow-up visit will take place on 12 May 2027.'), '2027-05');
  for (const text of [
    'A follow-up visit will take place within the next two years.',
    'A report of the progress review is to be published by 18 September 2027.',
    'A progress review was held in July 2020.',
    'The next corporate peer challenge would fall by September 2031.',
    'The progress review comes ten months after the challenge.',
  ])
    assert.equal(due(text), null, text);
});

const deadlines = (text: string) => deadlinesOf(linesIn([text]), '2026-09-18').map((d) => d.date);

test('dates that something is promised or wanted by are deadlines, as exact as they are printed', () => {
  assert.deepEqual(deadlines('The report should be out by 18 December 2026 and the plan no later than May 2027.'), [
    '2026-12-18',
    '2027-05',
  ]);
  assert.deepEqual(deadlines('The bridge is to be closed before the end of 2028.'), ['2028']);
  assert.deepEqual(deadlines('A progress review will be held in July 2027.'), ['2027-07']);
});

test('what is past, forecast or a financial year is no deadline', () => {
  for (const text of [
    'The bridge was finished by May 2021.',
    'The population is forecast to reach 100,000 by 2040.',
    'The gap is closed by 2027/28.',
    'The council set its budget in February 2027.',
    'It would run out by March 2029, and one in five could retire by 2030.',
    'One in five may leave before the end of 2029.',
  ])
    assert.deepEqual(deadlines(text), [], text);
});

const earlier = (text: string) => earlierChallengesOf(linesIn([text]), '2026-09-15').map((e) => e.date);

test('an earlier challenge of the same council is found with its date', () => {
  assert.deepEqual(earlier('Ashby had a Corporate Peer Challenge in June 2019.'), ['2019-06']);
  assert.deepEqual(earlier('Much has changed since the previous peer challenge.'), [null]);
  assert.deepEqual(earlier('The 2018 peer review said the same.'), ['2018']);
});

test('this challenge, the next one and those of others are not earlier ones', () => {
  for (const text of [
    'The peer challenge took place in September 2026.',
    'All councils had a peer challenge by 2019.',
    'Ashby will have its next corporate peer challenge before 2031.',
    'A peer challenge is not an inspection.',
    'Ashby had a fire in June 2019.',
  ])
    assert.deepEqual(earlier(text), [], text);
});
