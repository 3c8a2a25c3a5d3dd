import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furnish, render, strictExample } from '../../platform/web/render.ts';
import type { Template } from '../../platform/web/view.ts';
import {
  additionExamples,
  likeExample,
  newAdditionExamples,
  passageExamples,
  searchExamples,
  sourceExamples,
} from './examples.ts';
import { additionPage, likePage, newAdditionPage, passagePage, searchPage, sourcePage } from './pages/templates.ts';

function draw<V extends object>(template: Template<V>, view: V): string {
  const html = render(template, strictExample(view), furnish({ title: 'An example' }));
  assert.equal(html.match(/<h1/g)?.length, 1);
  return html;
}

for (const [page, template, examples] of [
  ['search', searchPage, searchExamples],
  ['passage', passagePage, passageExamples],
  ['source', sourcePage, sourceExamples],
  ['addition', additionPage, additionExamples],
  ['new addition', newAdditionPage, newAdditionExamples],
  ['like', likePage, [{ name: 'usual', view: likeExample }]],
] as const) {
  for (const { name, view } of examples) {
    test(`the page of ${page}, ${name}, reads nothing that its view does not have`, () => {
      draw(template as Template<object>, view);
    });
  }
}

test('what was looked for is marked, and nothing of a text is taken for markup', () => {
  const html = draw(searchPage, searchExamples[1]!.view);
  assert.match(html, /Keep &lt;b&gt;<mark class="gt-lit">reserves<\/mark>&lt;\/b&gt; in sight/);
});
