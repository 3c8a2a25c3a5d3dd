import assert from 'node:assert/strict';
import { test } from 'node:test';
import { councilOf } from './council.ts';
import { councilFacts } from './data/councils.ts';
import { successorCodes } from './data/successors.ts';
import { linesOf } from './facts/lines.ts';
import { laidOut, tableOf } from './facts/testing.ts';
import { kindOf } from './kind.ts';

type Blocks = Parameters<typeof laidOut>[0];
const linesIn = (blocks: Blocks) => linesOf(laidOut(blocks));
const kind = (...blocks: Blocks) => kindOf(linesIn(blocks)).value;
const council = (...blocks: Blocks) => councilOf(linesIn(blocks)).council;

test('the title page says what a report is', () => {
  const prose = 'The peer team came to Ashby. Its corporate peer challenge looked at five themes. '.repeat(4);
  for (const [title, expected] of [
    ['Corporate Peer Challenge', 'corporate-peer-challenge'],
    ['LGA Corporate Peer Challenge – Progress Review', 'progress-review'],
    ['Corporate Peer Challenge: Six-month check-in', 'progress-review'],
    ['Corporate Peer Challenge Follow up visit', 'progress-review'],
    ['Finance Peer Review', 'finance-peer-challenge'],
    ['Financial Resilience Peer Challenge', 'finance-peer-challenge'],
    ['Governance Peer Challenge', 'governance-peer-challenge'],
    ['Governance and Scrutiny Peer Review', 'governance-peer-challenge'],
    ['Planning Service Peer Challenge', 'unknown'],
    ['Adult Social Care Preparation for Assurance Peer Challenge', 'unknown'],
  ] as const)
    assert.equal(kind('Ashby Borough Council', title, 'March 2024', '# Executive summary', prose), expected, title);
});

test('a contents list, or a promise of a progress review, makes no progress review', () => {
  assert.equal(
    kind(
      'Ashby Borough Council',
      'Corporate Peer Challenge',
      '# Executive summary',
      'A progress review will follow. '.repeat(9),
    ),
    'corporate-peer-challenge',
  );
});

test('a committee report is one by what its front carries, even where it is about a peer challenge', () => {
  const head = tableOf([
    ['Cabinet', 'Agenda item 7'],
    ['Report of:', 'Chief Executive'],
    ['Contact officer:', 'Ada Thornbeck'],
  ]);
  assert.equal(
    kind(...head, '# Corporate Peer Challenge: action plan', 'The peer team reported in May.'),
    'committee-report',
  );
  const team = Array.from({ length: 6 }, (_, i) => `The peer team heard this, point ${i}.`);
  const stamped = ['Agenda item 7', 'Ashby Borough Council', 'Corporate Peer Challenge', 'Feedback report', ...team];
  assert.equal(kind(...stamped), 'corporate-peer-challenge');
  assert.equal(kind('Ashby Borough Council', 'Annual report', 'The council did well.'), 'unknown');
});

test('a council is known by each of the names it goes by', () => {
  for (const [printed, gss] of [
    ['The City of Lincoln Council', 'E07000138'],
    ['Lincoln City Council', 'E07000138'],
    ['London Borough of Brent', 'E09000005'],
    ['Brent Council', 'E09000005'],
    ['LB Brent', 'E09000005'],
    ['Rochdale MBC', 'E08000005'],
    ['Rochdale Metropolitan Borough Council', 'E08000005'],
    ['Luton Borough Council', 'E06000032'],
    ['LUTON COUNCIL', 'E06000032'],
    ['Durham County Council', 'E06000047'],
    ['County Durham Council', 'E06000047'],
    ['Shepway District Council', 'E07000112'],
    ['Telford & Wrekin Council', 'E06000020'],
    ['City of York Council', 'E06000014'],
    ['Kingston upon Hull City Council', 'E06000010'],
    ['City of Wolverhampton Council', 'E08000031'],
    ['Royal Borough of Greenwich', 'E09000011'],
    ['Westminster City Council', 'E09000033'],
    ['St Albans City and District Council', 'E07000240'],
    ['North Yorkshire Council', 'E06000065'],
    ['North Yorkshire County Council', 'E10000023'],
    ['Somerset Council', 'E06000066'],
    ['Somerset County Council', 'E10000027'],
    ['South Somerset District Council', 'E07000189'],
  ] as const)
    assert.equal(council(printed, 'Corporate Peer Challenge').gss, gss, printed);
});

test('the title page may name the place alone, and its council is known', () => {
  assert.equal(council('LGA Corporate Peer Challenge – Luton', 'Feedback report').gss, 'E06000032');
  assert.equal(council('Corporate Peer Challenge', 'Feedback report').gss, null);
});

test('a council that defines its abbreviation is the one that the report goes on to call so', () => {
  const blocks = [
    'Peer challenge',
    'Ashby Borough Council (ABC) shares a chief executive with Marlow Vale Council. Marlow Vale Council is larger.',
    'ABC has done well. ABC knows its place. ABC listens, and ABC learns. ABC and its partners agree.',
  ];
  assert.equal(council(...blocks).name, 'Ashby Borough Council');
});

test('a council that no longer exists comes with those that serve its area now', () => {
  const found = council('Daventry District Council', 'Corporate Peer Challenge');
  assert.deepEqual(
    [found.gss, found.successors],
    ['E07000151', [{ name: 'West Northamptonshire Council', gss: 'E06000062' }]],
  );
  assert.equal(council('Cumbria County Council', 'Corporate Peer Challenge').successors?.length, 2);
  assert.equal(
    council('Taunton Deane Borough Council', 'Corporate Peer Challenge').successors?.[0]?.name,
    'Somerset Council',
  );
  assert.equal('successors' in council('Luton Council', 'Corporate Peer Challenge'), false);
});

test('every council marked as gone has successors that exist', () => {
  const current = new Set(councilFacts.filter((fact) => fact[4]).map((fact) => fact[0]));
  for (const [gss, name, , , exists] of councilFacts) {
    if (exists) continue;
    assert.ok(successorCodes[gss]?.length, name);
    for (const code of successorCodes[gss]!) assert.ok(current.has(code), `${name}: ${code}`);
  }
});

test('the place of the council is its name, without what leads up to it', () => {
  const report = laidOut(['Corporate Peer Challenge at Luton Borough Council', 'Feedback report']);
  const { place } = councilOf(linesOf(report));
  assert.equal(report.text.slice(...place!.span), 'Luton Borough Council');
});
