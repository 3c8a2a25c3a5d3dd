import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from './lines.ts';
import { localFocusOf } from './local-focus.ts';
import { laidOut } from './testing.ts';
import { themesOf } from './themes.ts';

type Blocks = Parameters<typeof laidOut>[0];
const read = (blocks: Blocks) => {
  const lines = linesOf(laidOut(blocks));
  const { themes, end } = themesOf(lines);
  return {
    themes: themes.map((t) => t.name),
    questions: themes.map((t) => t.question),
    focus: localFocusOf(lines, end).map((f) => `${f.label ?? ''}/${f.text}`),
  };
};

const intro = 'The team looked at three themes, the core components of every peer challenge:';
const names = ['Knowing the place', 'Leading it', 'Money'];

test('themes are read with their questions, from items, bare lines and headings', () => {
  for (const [colon, mark] of [
    [': ', '1. '],
    [' - ', '- '],
    [' – ', ''],
  ] as const) {
    const found = read([
      intro,
      ...names.map((n) => `${mark}${n}${colon}Is it done? Is it done well?`),
      'The team came in May.',
    ]);
    assert.deepEqual(found.themes, names);
    assert.deepEqual(found.questions[0], 'Is it done? Is it done well?');
  }
  assert.deepEqual(read([intro, ...names.map((n) => `• ${n}`), 'The team came in May.']).themes, names);
  const apart = ['Local priorities and outcomes', 'Governance and culture', 'Capacity for improvement'];
  const headed = read([intro, ...apart.flatMap((n) => [`# ${n}`, 'Is it done?']), '# Process']);
  assert.deepEqual([headed.themes, headed.questions[2]], [apart, 'Is it done?']);
});

test('other lists are no themes', () => {
  for (const blocks of [
    ['The council has three priorities:', '- Homes', '- Jobs', '- Health'],
    ['During the visit the team:', '- spoke to 100 people', '- held 40 meetings', '- read papers'],
    [intro, 'They are told below.', '- Homes', '- Jobs', '- Health'],
  ])
    assert.deepEqual(read(blocks).themes, [], blocks[0]);
});

const themes = [intro, ...names.map((n, i) => `${i + 1}. ${n}: Is it done?`)];

test('what the council asked for is the list after the sentence that asks', () => {
  const asked = 'The council also asked the team to give feedback on the following:';
  assert.deepEqual(
    read([...themes, asked, 'a) The harbour.', 'b) The bridge.', 'In addition, Ashby values its parks.']).focus,
    ['a/The harbour.', 'b/The bridge.'],
  );
  assert.deepEqual(read([...themes, asked, 'The harbour.', 'a) The bridge.', '# The process', '- Met people']).focus, [
    '/The harbour.',
    'a/The bridge.',
  ]);
});

test('what one sentence asks for is one request, or several where it counts them', () => {
  assert.deepEqual(
    read([...themes, 'In addition, the council asked the peer team to look at how it buys its energy.']).focus,
    ['/how it buys its energy'],
  );
  assert.deepEqual(
    read([...themes, 'In addition, the council asked the peer team to consider: a) its harbour; and b) its bridge.'])
      .focus,
    ['a/its harbour', 'b/its bridge'],
  );
});

test('where nothing was asked for, nothing is found', () => {
  assert.deepEqual(
    read([...themes, '# The process', 'The team asked the council for its papers.', '- Plans']).focus,
    [],
  );
  assert.deepEqual(read([...themes, 'The team read the papers that the council gave it.', '- Plans']).focus, []);
});

test('a theme whose question was cut in two is whole, and so is the sentence that leads up to the list', () => {
  const report = laidOut([
    '# Scope',
    'Each of these areas is one that',
    'the peer team looks at in all challenges:',
    '- Local priorities and outcomes: Are its aims',
    'plain, and are they met?',
    '- Governance and culture: Is challenge a part',
    'Wickham Council peer challenge',
    'of daily life?',
    '- Capacity for improvement: Can it get better?',
    'The council asked for nothing more.',
  ]);
  const { themes } = themesOf(linesOf(report));
  assert.deepEqual(
    themes.map((t) => [t.name, t.question]),
    [
      ['Local priorities and outcomes', 'Are its aims plain, and are they met?'],
      ['Governance and culture', 'Is challenge a part of daily life?'],
      ['Capacity for improvement', 'Can it get better?'],
    ],
  );
  assert.match(report.text.slice(...themes[0]!.span), /^Local priorities[\s\S]*they met\?$/);
});
