import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peerOf } from './peer-line.ts';

const read = (line: string) => {
  const peer = peerOf(line);
  return peer && [peer.name, peer.role, peer.organisation, peer.party];
};

test('a peer is read in whatever order and with whatever marks the line is printed', () => {
  for (const [line, ...expected] of [
    [
      'Lead Member Peer – Cllr Ada Thornbeck – Ashby Borough Council – Labour',
      'Ada Thornbeck',
      'Lead Member Peer',
      'Ashby Borough Council',
      'Labour',
    ],
    [
      'Ada Thornbeck, Chief Legal Officer, Marlow Vale Council',
      'Ada Thornbeck',
      'Chief Legal Officer',
      'Marlow Vale Council',
      null,
    ],
    [
      'Councillor Sir Ivo Quarles – Cabinet Member, London Borough of Eastmere',
      'Sir Ivo Quarles',
      'Cabinet Member',
      'London Borough of Eastmere',
      null,
    ],
    [
      'Lead Officer Peer: Ada Thornbeck, Chief Executive, Marlow Vale Council',
      'Ada Thornbeck',
      'Lead Officer Peer',
      'Marlow Vale Council',
      null,
    ],
    [
      'Cllr Ada Thornbeck (Ashby District Council - Liberal Democrat)',
      'Ada Thornbeck',
      null,
      'Ashby District Council',
      'Liberal Democrat',
    ],
    [
      'Cllr Ada Thornbeck - London Borough of Eastmere (Independent member peer)',
      'Ada Thornbeck',
      'member peer',
      'London Borough of Eastmere',
      'Independent',
    ],
    [
      'Ada Thornbeck (Head of Strategy, Wendshire County Council)',
      'Ada Thornbeck',
      'Head of Strategy',
      'Wendshire County Council',
      null,
    ],
    [
      'Piers O’Shaughnessy-Lloyd (LGA Peer Challenge Manager)',
      'Piers O’Shaughnessy-Lloyd',
      'LGA Peer Challenge Manager',
      null,
      null,
    ],
    ['LGA Principal Adviser, Finance – Ada Thornbeck', 'Ada Thornbeck', 'LGA Principal Adviser, Finance', null, null],
    [
      'Ada Thornbeck - Strategic Director, People, Culture and Change - Royal Borough of Kingsferry & Holm',
      'Ada Thornbeck',
      'Strategic Director, People, Culture and Change',
      'Royal Borough of Kingsferry & Holm',
      null,
    ],
    ['Ada Thornbeck – Director HR and OD - Bright Yard', 'Ada Thornbeck', 'Director HR and OD', 'Bright Yard', null],
    [
      'Dame Ada van der Berg, Leader of Marlow Vale Council',
      'Dame Ada van der Berg',
      'Leader of Marlow Vale Council',
      null,
      null,
    ],
    [
      'Dr Ada McThorn: Director of Public Health at Marlow Vale Council',
      'Dr Ada McThorn',
      'Director of Public Health',
      'Marlow Vale Council',
      null,
    ],
    [
      'Programme Manager — Ada Thornbeck, Local Government Association (LGA)',
      'Ada Thornbeck',
      'Programme Manager',
      'Local Government Association (LGA)',
      null,
    ],
    [
      'Ada Thornbeck, Deputy Chief Executive (Resources), Marlow Vale District Council',
      'Ada Thornbeck',
      'Deputy Chief Executive (Resources)',
      'Marlow Vale District Council',
      null,
    ],
    [
      'Cllr. Ada Thornbeck, Leader, Marlow Vale Council, Conservative',
      'Ada Thornbeck',
      'Leader',
      'Marlow Vale Council',
      'Conservative',
    ],
    [
      'Labour Member Peer: Cllr Ada Thornbeck, Marlow Vale Council',
      'Ada Thornbeck',
      'Member Peer',
      'Marlow Vale Council',
      'Labour',
    ],
    ['J. P. Thornbeck OBE – Former Chief Executive', 'J. P. Thornbeck OBE', 'Former Chief Executive', null, null],
    [
      'April Green - Deputy Chief Executive - West Ashby Council',
      'April Green',
      'Deputy Chief Executive',
      'West Ashby Council',
      null,
    ],
    ['Officer Peer - Ada Thornbeck - Harrowmede', 'Ada Thornbeck', 'Officer Peer', 'Harrowmede', null],
  ] as const)
    assert.deepEqual(read(line), expected, line);
});

test('a line that introduces nobody is no peer', () => {
  for (const line of [
    'Core Peer Team',
    'Shared Services (for Ashby Borough Council and Wendshire County Council)',
    'Peers are chosen for their experience, and none has a link with the council.',
    'Finance – Adult Social Care',
    'Local priorities and outcomes - Are the priorities clear?',
    'Local Government Association',
    'Ashby Borough Council - Labour',
    'Ada Thornbeck',
    '12 to 14 March 2024',
  ])
    assert.equal(read(line), null, line);
});
