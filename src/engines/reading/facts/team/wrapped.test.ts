import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../../blocks.ts';
import { linesOf } from '../lines.ts';
import { laidOut, tableOf } from '../testing.ts';
import { teamOf } from './team.ts';

type Blocks = Parameters<typeof laidOut>[0];
const peers = (blocks: Blocks) => teamOf(linesOf(laidOut(['# The peer team', ...blocks, '# Scope and focus'])));
const read = (blocks: Blocks) =>
  peers(blocks).map((p) => [p.name, p.role, p.organisation, p.party].filter((x) => x !== null));
const dashed = (text: string): Block => ({ kind: 'list-item', label: '–', text, depth: 0 });

test('a line that a narrow column broke is one line again, wherever it broke', () => {
  const found = read([
    '- Lead Member Peer – Cllr Ada Thornbeck',
    dashed('Ashby Metropolitan Borough Council'),
    '- Officer Peer – Piers Quarles –',
    'London Borough of Eastmere',
    '- Officer Peer: Hester Tarn, Head of Policy, Holm and Vale',
    'Council',
    '- Member Peer - Councillor',
    'Ivo Wick - Marlow',
    'District Council - Labour',
    '- Una Oddy, Joint Chief',
    'Executive, Ashby Council',
    '- LGA Peer Challenge Manager –',
    '# Dr Rhoda Finch',
  ]);
  assert.deepEqual(found, [
    ['Ada Thornbeck', 'Lead Member Peer', 'Ashby Metropolitan Borough Council'],
    ['Piers Quarles', 'Officer Peer', 'London Borough of Eastmere'],
    ['Hester Tarn', 'Officer Peer', 'Holm and Vale Council'],
    ['Ivo Wick', 'Member Peer', 'Marlow District Council', 'Labour'],
    ['Una Oddy', 'Joint Chief Executive', 'Ashby Council'],
    ['Dr Rhoda Finch', 'LGA Peer Challenge Manager'],
  ]);
});

test('what the turn of a page left in the middle of a line is no part of it', () => {
  const found = read([
    '- Ada Thornbeck, Director of',
    'Wickham Council peer challenge',
    'Finance, London Borough of Eastmere',
    '- Lead Member Peer: Cllr Piers Quarles, Deputy',
    'Page | 5',
    'Leader, Ashby Council',
    '- Hester Tarn, Adviser, LGA',
  ]);
  assert.deepEqual(found, [
    ['Ada Thornbeck', 'Director of Finance', 'London Borough of Eastmere'],
    ['Piers Quarles', 'Lead Member Peer', 'Ashby Council'],
    ['Hester Tarn', 'Adviser', 'LGA'],
  ]);
});

test('the heading of the next part does not run into the line before it', () => {
  const found = peers([
    'Ada Thornbeck, Chief Executive, Ashby Council',
    'LGA Peer Challenge Manager – Piers Quarles',
    'Housing',
    'Hester Tarn, Associate, Holm Council',
  ]);
  assert.deepEqual(
    found.map((p) => [p.name, p.organisation, p.group]),
    [
      ['Ada Thornbeck', 'Ashby Council', null],
      ['Piers Quarles', null, null],
      ['Hester Tarn', 'Holm Council', 'Housing'],
    ],
  );
});

test('corporate peers are a part of the team where it has other parts, and the team itself where it has none', () => {
  const core = ['Ada Thornbeck, Chief Executive, Ashby Council', 'Piers Quarles, Adviser, LGA'];
  const groups = (blocks: Blocks) => [...new Set(peers(blocks).map((p) => p.group))];
  assert.deepEqual(groups(['# Corporate peers', ...core]), [null]);
  assert.deepEqual(groups(['# Corporate peers', ...core, '# Housing', 'Hester Tarn, Associate, Holm Council']), [
    'Corporate peers',
    'Housing',
  ]);
});

test('a last row that came loose from its table is read with it', () => {
  const found = read([
    ...tableOf([
      ['Name', 'Role', 'Council'],
      ['Ada Thornbeck', 'Chief Executive', 'Ashby Council'],
    ]),
    'Piers Quarles',
    'Challenge Manager',
    'LGA',
  ]);
  assert.deepEqual(found.at(-1), ['Piers Quarles', 'Challenge Manager', 'LGA']);
});

test('lines that begin with a role come apart where they ran together, and so do those after brackets', () => {
  const found = read([
    'Lead Peer – Ada Thornbeck – Ashby Council',
    'Member Peer – Cllr Piers Quarles – London Borough of Eastmere Officer Peer – Hester Tarn – Holm Council LGA Challenge Manager – Ivo Wick Project Support Officer – Una Oddy',
    'Rhoda Finch – Programme Manager, Local Government Association (LGA) Tobias Rook – LGA Adviser',
  ]);
  assert.deepEqual(found.slice(1), [
    ['Piers Quarles', 'Member Peer', 'London Borough of Eastmere'],
    ['Hester Tarn', 'Officer Peer', 'Holm Council'],
    ['Ivo Wick', 'LGA Challenge Manager'],
    ['Una Oddy', 'Project Support Officer'],
    ['Rhoda Finch', 'Programme Manager', 'Local Government Association (LGA)'],
    ['Tobias Rook', 'LGA Adviser'],
  ]);
});

test('a mark that a conversion made of a bullet is no part of a name', () => {
  assert.deepEqual(read(['Ø Ada Thornbeck - Leader, Ashby Council', '§ Piers Quarles - Adviser, LGA']), [
    ['Ada Thornbeck', 'Leader', 'Ashby Council'],
    ['Piers Quarles', 'Adviser', 'LGA'],
  ]);
});
