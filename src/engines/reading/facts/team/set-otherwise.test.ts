import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../lines.ts';
import { laidOut, tableOf } from '../testing.ts';
import { teamOf } from './team.ts';

type Blocks = Parameters<typeof laidOut>[0];
const read = (blocks: Blocks) =>
  teamOf(linesOf(laidOut(blocks))).map((p) => [p.name, p.role, p.organisation, p.party].filter((x) => x !== null));

test('a table whose columns ran together is read by what its words are', () => {
  const found = read([
    '# The peer team',
    'Name Position Council',
    'Ada Thornbeck Interim Chief Executive City of Holm & Marlow Council',
    'Cllr Piers Quarles Portfolio Holder for Finance Marlow Vale District Council',
    'Dr Hester Tarn Corporate Director, Adults and Housing Royal Borough of Eastmere',
    'Ivo Wick Director of Law and Governance Ashby County Council',
    'Una Oddy LGA Peer Challenge Manager Local Government Association (LGA)',
    '# Scope',
  ]);
  assert.deepEqual(found, [
    ['Ada Thornbeck', 'Interim Chief Executive', 'City of Holm & Marlow Council'],
    ['Piers Quarles', 'Portfolio Holder for Finance', 'Marlow Vale District Council'],
    ['Dr Hester Tarn', 'Corporate Director, Adults and Housing', 'Royal Borough of Eastmere'],
    ['Ivo Wick', 'Director of Law and Governance', 'Ashby County Council'],
    ['Una Oddy', 'LGA Peer Challenge Manager', 'Local Government Association (LGA)'],
  ]);
});

test('rows of such a table may go on over lines, or run into one another', () => {
  const found = read([
    '# The peer team',
    'Name Role Organisation',
    'Cllr Ada Thornbeck Member Peer Ashby City Council Cllr Piers Quarles Member Peer Royal Borough of',
    'Eastmere',
    'Hester Tarn Officer Peer Holm Borough',
    'Council',
    'Ivo Wick Challenge Manager Local',
    'Government',
    'Association',
    'The team thanks all who made it welcome.',
  ]);
  assert.deepEqual(found, [
    ['Ada Thornbeck', 'Member Peer', 'Ashby City Council'],
    ['Piers Quarles', 'Member Peer', 'Royal Borough of Eastmere'],
    ['Hester Tarn', 'Officer Peer', 'Holm Borough Council'],
    ['Ivo Wick', 'Challenge Manager', 'Local Government Association'],
  ]);
});

test('a row of a table in which two cells became one is read as the others are', () => {
  const found = read([
    '# The peer team',
    ...tableOf([
      ['Name', 'Role', 'Council'],
      ['Ada Thornbeck', 'Chief Executive', 'Ashby Borough Council'],
      ['Councillor Piers Quarles Member Peer', 'Marlow Vale Council'],
      ['Hester Tarn', 'Portfolio Holder for Finance Holm Council'],
      ['Ivo Wick', 'LGA Project Support Officer LGA'],
    ]),
    '# Scope',
  ]);
  assert.deepEqual(found, [
    ['Ada Thornbeck', 'Chief Executive', 'Ashby Borough Council'],
    ['Piers Quarles', 'Member Peer', 'Marlow Vale Council'],
    ['Hester Tarn', 'Portfolio Holder for Finance', 'Holm Council'],
    ['Ivo Wick', 'LGA Project Support Officer', 'LGA'],
  ]);
});

test('a team told in several sentences is whole, the one who led it and the first who came with him or her too', () => {
  const found = read([
    '# The peer team',
    'The team was led by Cllr Ada Thornbeck, Leader, Ashby Council. With this peer came Piers Quarles, Chief Executive, Marlow Vale Council; Hester Tarn, Head of Policy, Holm Council; and Ivo Wick, LGA Challenge Manager.',
    '# Scope',
  ]);
  assert.deepEqual(found, [
    ['Ada Thornbeck', 'Leader', 'Ashby Council'],
    ['Piers Quarles', 'Chief Executive', 'Marlow Vale Council'],
    ['Hester Tarn', 'Head of Policy', 'Holm Council'],
    ['Ivo Wick', 'LGA Challenge Manager'],
  ]);
});
