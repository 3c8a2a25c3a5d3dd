import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../lines.ts';
import { laidOut, tableOf } from '../testing.ts';
import { teamOf } from './team.ts';

type Blocks = Parameters<typeof laidOut>[0];
const names = (blocks: Blocks) => teamOf(linesOf(laidOut(blocks))).map((p) => `${p.group ?? ''}/${p.name}`);

const core = [
  'Lead Member Peer – Cllr Ada Thornbeck – Ashby Borough Council – Labour',
  'Officer Peer – Piers Quarles – Marlow Vale Council',
];

test('peers are listed as bullets or as bare lines, in parts with headings, until the next part of the report', () => {
  const blocks = (item: (text: string) => string) => [
    '# The peer team',
    'Peers give their time freely. The peers were:',
    '# Core team',
    ...core.map(item),
    'Joint services (for both councils)',
    item('Hester Tarn - Head of Joint Services - Twin Yards'),
    '# Scope and focus',
    item('Ivo Wick, Adviser, Local Government Association'),
  ];
  const expected = ['Core team/Ada Thornbeck', 'Core team/Piers Quarles', 'Joint services/Hester Tarn'];
  assert.deepEqual(names(blocks((text) => `- ${text}`)), expected);
  assert.deepEqual(names(blocks((text) => text)), expected);
});

test('the members of a first team who came back for the review are its team', () => {
  const blocks = [
    'For the review these members of the first team came back:',
    ...core.map((c) => `- ${c}`),
    '# Feedback',
  ];
  assert.deepEqual(names(blocks), ['/Ada Thornbeck', '/Piers Quarles']);
});

test('each peer has its place', () => {
  const report = laidOut(['The members of the team were:', ...core.map((c) => `- ${c}`), 'They came in May.']);
  assert.deepEqual(
    teamOf(linesOf(report)).map((p) => report.text.slice(...p.span)),
    core,
  );
});

test('a table of peers is read by its rows, with or without column headings', () => {
  const rows = [
    ['Cllr Ada Thornbeck', 'Lead Member Peer', 'Ashby Borough Council', 'Labour'],
    ['Piers Quarles', 'Officer Peer', 'Marlow Vale Council', ''],
  ];
  const expected = ['/Ada Thornbeck', '/Piers Quarles'];
  assert.deepEqual(
    names(['# Peer team', ...tableOf([['Name', 'Role', 'Council', 'Party'], ...rows]), '# Scope']),
    expected,
  );
  const apart = ['# Peer team', '# Name', '# Role', '# Council', ...tableOf(rows), '# Scope'];
  assert.deepEqual(names(apart), expected);
  const [ada] = teamOf(linesOf(laidOut(['# Peer team', ...tableOf(rows)])));
  assert.deepEqual([ada?.role, ada?.organisation, ada?.party], ['Lead Member Peer', 'Ashby Borough Council', 'Labour']);
});

test('a team told in a sentence is found, with less confidence', () => {
  const told =
    'The peer team was made up of Cllr Ada Thornbeck, Leader, Ashby Borough Council; Piers Quarles, Chief Executive of Marlow Vale Council; and Hester Tarn, Local Government Association.';
  const found = teamOf(linesOf(laidOut(['# How it was done', told])));
  assert.deepEqual(
    found.map((p) => [p.name, p.role, p.organisation]),
    [
      ['Ada Thornbeck', 'Leader', 'Ashby Borough Council'],
      ['Piers Quarles', 'Chief Executive of Marlow Vale Council', null],
      ['Hester Tarn', null, 'Local Government Association'],
    ],
  );
  assert.ok(found.every((p) => p.confidence < 0.8));
});

test('people who are not of the team are left alone', () => {
  for (const blocks of [
    [
      'The peer team met the following:',
      '- Cllr Ada Thornbeck – Leader of the Council',
      '- Piers Quarles – Chief Executive',
    ],
    ['The team is grateful to the following people:', '- Ada Thornbeck, Policy Officer', '- Piers Quarles, Leader'],
    ['# Contacts', '- Ada Thornbeck, Principal Adviser, Local Government Association', '- Piers Quarles, Adviser, LGA'],
    [
      '# The peer team',
      'The team were made to feel welcome.',
      '# Scope and focus',
      '1. Local priorities: Are they clear?',
    ],
    ['The team heard that Ada Thornbeck, the former leader, and Piers Quarles, her deputy, were missed.'],
  ])
    assert.deepEqual(names(blocks), [], blocks.join(' | '));
});

test('lines that ran into one another because their bullets were lost come apart', () => {
  const glued =
    'Cllr Ada Thornbeck – Cabinet Member, London Borough of Eastmere Piers Quarles – Assistant Chief Executive, Marlow Vale District Council Mary Hester Tarn, Adviser, Ashby Council';
  const found = teamOf(linesOf(laidOut(['The peers were:', glued])));
  assert.deepEqual(
    found.map((p) => [p.name, p.organisation]),
    [
      ['Ada Thornbeck', 'London Borough of Eastmere'],
      ['Piers Quarles', 'Marlow Vale District Council'],
      ['Mary Hester Tarn', 'Ashby Council'],
    ],
  );
});
