import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { furnish, inlineScriptHash, render, strictExample, template } from './render.ts';
import { specimen, specimenExamples } from './specimen.ts';
import { pageTitle } from './view.ts';

const northmere = { name: 'Northmere City Council', letters: 'NC', band: 'ink' } as const;
const band = { kind: 'council', council: northmere, homeHref: '/northmere', changeHref: null } as const;
const empty = template<object>('layout.njk');

test('the title says error first and the council last', () => {
  const furniture = furnish({ title: 'Add an action', band });
  assert.equal(pageTitle(furniture), 'Add an action - Northmere City Council');
  const failed = furnish({ ...furniture, errors: [{ text: 'Say what will be done', href: '#what' }] });
  assert.match(render(empty, {}, failed), /<title>Error: Add an action - Northmere City Council<\/title>/);
});

test('text from people cannot become markup', () => {
  const page = render(
    empty,
    {},
    furnish({ title: '<script>', band, success: { text: '<img src=x onerror=a()>', link: null } }),
  );
  assert.ok(!page.includes('<img'));
  assert.ok(page.includes('&lt;img src=x'));
});

test('the only inline script is the one whose hash the policy lists', () => {
  for (const { view, furniture } of specimenExamples) {
    const page = render(specimen, view, furniture);
    const inline = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? '');
    assert.equal(inline.length, 1);
    const digest = createHash('sha256').update(inline[0]!).digest('base64');
    assert.equal(inlineScriptHash, `'sha256-${digest}'`);
    assert.doesNotMatch(page, /\sstyle=|\son[a-z]+=/);
  }
});

test('nobody is offered a council to change to, a room or a way out that was not given', () => {
  const page = render(empty, {}, furnish({ title: 'Home', band }));
  for (const words of ['Change council', 'Sign out', 'Demonstration', 'Search', 'There is a problem']) {
    assert.ok(!page.includes(words), words);
  }
});

test('a form carries the token of the session', () => {
  const { view, furniture } = specimenExamples[0]!;
  assert.match(
    render(specimen, view, furniture),
    /<form class="gt-form"[^>]*>\s*<input type="hidden" name="_csrf" value="specimen">/,
  );
});

test('a strict example refuses a name it does not have, even in a condition, at any depth', () => {
  const { view, furniture } = specimenExamples[0]!;
  const { officer: _left, ...errors } = view.errors;
  const lacking = strictExample({ ...view, errors }) as typeof view;
  assert.throws(() => render(specimen, lacking, furniture), /view\.errors\.officer is absent/);
  const { breadcrumbs: _gone, ...furnitureWithout } = furniture;
  assert.throws(
    () => render(specimen, strictExample(view), furnitureWithout as never),
    /furniture\.breadcrumbs is absent/,
  );
});

test('a status nobody has defined is refused, not shown as blank', () => {
  const { view, furniture } = specimenExamples[0]!;
  assert.throws(() => render(specimen, { ...view, responses: ['agreed'] }, furniture), /undefined/);
});
