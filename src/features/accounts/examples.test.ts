import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render, strictExample } from '../../platform/web/render.ts';
import { examples } from './examples.ts';
import * as templates from './pages/templates.ts';

for (const { name, template, view, furniture } of examples) {
  test(`${name}: every value the page reads is there, and each error leads to its field`, () => {
    const html = render(template, strictExample(view), furniture);
    assert.equal(html.match(/<h1/g)?.length, 1);
    assert.doesNotMatch(html, /\bundefined\b|\[object |>null</);
    assert.doesNotMatch(html, /\sstyle=|\son[a-z]+="/);
    for (const { href } of furniture.errors)
      assert.ok(html.includes(`id="${href.slice(1)}"`), `nothing has the id ${href}`);
    for (const form of html.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? []) assert.match(form, /name="_csrf"/);
    assert.doesNotMatch(html, /type="password"[^>]*value="[^"]/);
  });
}

test('every page has an example', () => {
  const shown = new Set(examples.map(({ template }) => template.name));
  assert.deepEqual(
    Object.values(templates)
      .map(({ name }) => name)
      .filter((name) => !shown.has(name)),
    [],
  );
});
