import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { laidOut, tableOf } from '../facts/testing.ts';
import { findAbbreviations } from './abbreviations.ts';
import { findDefinitions } from './definitions.ts';

type Blocks = Parameters<typeof laidOut>[0][number][];
const abbreviations = (...blocks: Blocks) => {
  const report = laidOut(blocks);
  return findAbbreviations(report).map(({ short, long, span }) => {
    const printed = report.text.slice(...span);
    assert.ok(printed.includes(short), printed);
    return [short, long];
  });
};
const definitions = (...blocks: Blocks) => {
  const report = laidOut(blocks);
  return findDefinitions(report).map(({ term, meaning, span }) => {
    const printed = report.text.slice(...span);
    assert.ok(printed.includes(term) && printed.endsWith(meaning), printed);
    return [term, meaning];
  });
};

test('short forms in brackets after the words, before them, and in a glossary', () => {
  assert.deepEqual(abbreviations('The medium term financial strategy (MTFS) is read by the Chief Executive (CEx).'), [
    ['MTFS', 'medium term financial strategy'],
    ['CEx', 'Chief Executive'],
  ]);
  assert.deepEqual(
    abbreviations('It uses KPIs (key performance indicators) and the HRA (the housing revenue account).'),
    [
      ['KPI', 'key performance indicator'],
      ['HRA', 'housing revenue account'],
    ],
  );
  assert.deepEqual(
    abbreviations(
      'VCS - voluntary and community sector',
      ...tableOf([['SEND', 'Special educational needs and disabilities']]),
    ),
    [
      ['VCS', 'voluntary and community sector'],
      ['SEND', 'Special educational needs and disabilities'],
    ],
  );
  assert.deepEqual(
    abbreviations('Ashcombe Borough Council (‘ABC’, or the council) and the Department for Homes (DfH)'),
    [
      ['ABC', 'Ashcombe Borough Council'],
      ['DfH', 'Department for Homes'],
    ],
  );
  assert.deepEqual(abbreviations('the Office for Local Works (Oflow) and the team of mixed skills (Trees)'), [
    ['Oflow', 'Office for Local Works'],
  ]);
  assert.deepEqual(abbreviations('one [multi-agency safeguarding hub](#) (MASH) and a UK-wide growth fund (UKGF)'), [
    ['MASH', 'multi-agency safeguarding hub'],
    ['UKGF', 'UK-wide growth fund'],
  ]);
});

test('plurals and possessives are given as one, and each pair once', () => {
  assert.deepEqual(
    abbreviations(
      'Two Local Growth Boards (LGBs), the Local Growth Board (LGB), and the combined authorities (CAs).',
      "Ashcombe Borough Council's (ABC's) plan, and Ashcombe Borough Council’s (ABC’s) staff.",
    ),
    [
      ['LGB', 'Local Growth Board'],
      ['CA', 'combined authority'],
      ['ABC', 'Ashcombe Borough Council'],
    ],
  );
});

test('brackets that hold something else are no short forms', () => {
  for (const text of [
    'The leader (Labour) and the deputy (Chair) met the board (see Annex A).',
    'Three services (IT, HR and legal) are shared.',
    'The team met staff (PCC) and partners (NHS).',
    'A grant (GF2) was given. The plan (MTP) ends.',
    'They met in the hall. Great (TH) it was',
  ])
    assert.deepEqual(abbreviations(text), [], text);
});

test('a note behind an asterisk or a dagger explains the word that bears the mark', () => {
  assert.deepEqual(
    definitions(
      '1. Set up a *change board to decide what starts.',
      'The council should form a town forum† soon.',
      { kind: 'heading', text: '*Change board', level: 4 },
      'A small group that may start and stop work.',
      '† Town forum: a yearly meeting that anyone may attend.',
    ),
    [
      ['Change board', 'A small group that may start and stop work.'],
      ['Town forum', 'a yearly meeting that anyone may attend.'],
    ],
  );
  assert.deepEqual(
    definitions(
      'All spending on place shaping* fell.',
      '* Place shaping is work on how a town looks and what it is for.',
    ),
    [['Place shaping', 'work on how a town looks and what it is for.']],
  );
});

test('sentences that define, by any of their forms', () => {
  assert.deepEqual(
    definitions(
      'By a golden thread we mean a line that can be followed from plan to person. It helps.',
      'Affordable housing is defined as homes let at no more than four fifths of the market rent.',
      'In its plan, ‘social value’ means the good that a contract does beyond its price.',
      'The council defines early help as support before a crisis.',
    ),
    [
      ['golden thread', 'a line that can be followed from plan to person'],
      ['Affordable housing', 'homes let at no more than four fifths of the market rent'],
      ['social value', 'the good that a contract does beyond its price'],
      ['early help', 'support before a crisis'],
    ],
  );
});

test('other marks and other uses of the words define nothing', () => {
  for (const text of [
    'Roles are well defined as a result of the review.',
    'This means that the budget is short, which means more work.',
    'The word refers to nothing; they mean well.',
  ])
    assert.deepEqual(definitions(text), [], text);
  assert.deepEqual(definitions('Reserves fell to 1,200* in May.', '*Subject to audit', 'The next paragraph.'), []);
  assert.deepEqual(definitions({ kind: 'list-item', label: '*', text: 'a bullet' }, 'Then a paragraph.'), []);
  assert.deepEqual(definitions('*Shown without a word that points to it'), []);
});

test('any text is read once from end to end, and each place lies in it', () => {
  const bits = [
    '(',
    ')',
    'ABC',
    'A',
    ' ',
    '*',
    '†',
    'by ',
    'we mean ',
    'is defined as ',
    '‘',
    '’',
    ': ',
    '. ',
    'means ',
    'Adult Board of Care ',
  ];
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom(...bits), { maxLength: 20 }), { maxLength: 5 }), (lines) => {
      const texts = lines.map((line) => line.join(''));
      abbreviations(...texts);
      definitions(...texts);
    }),
    { numRuns: 500 },
  );
  for (const bit of [...bits, 'A (A', '(ABC) ', 'ABC (', '*a ', 'a* ', 'by a we ', 'a b c (ABC) '])
    assert.ok(
      abbreviations(bit.repeat(20_000 / bit.length)).length + definitions(bit.repeat(20_000 / bit.length)).length >= 0,
    );
});
