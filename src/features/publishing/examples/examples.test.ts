import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furnish, render, strictExample, template } from '../../../platform/web/render.ts';
import type { PlanView } from '../views/plan.ts';
import type { RecommendationPageView } from '../views/recommendation.ts';
import { examples } from './pages.ts';
import { planExamples, recommendationExamples } from './public.ts';

const planPage = template<PlanView>('publishing/plan.njk');
const recommendationPage = template<RecommendationPageView>('publishing/recommendation.njk');

for (const { name, view } of planExamples) {
  test(`the plan page, ${name}, reads nothing that its view does not have`, () => {
    const html = render(planPage, strictExample(view), furnish({ title: view.title }));
    assert.equal(html.match(/<h1/g)?.length, 1);
  });
}
for (const { name, view } of recommendationExamples) {
  test(`the recommendation page, ${name}, reads nothing that its view does not have`, () => {
    const html = render(recommendationPage, strictExample(view), furnish({ title: name }));
    assert.equal(html.match(/<h1/g)?.length, 1);
  });
}

for (const { name, template, view, errors } of examples) {
  test(`${name} reads nothing that its view does not have, under one heading`, () => {
    const html = render(
      template,
      strictExample(view),
      furnish({ title: name, csrfToken: 'token', errors: [...errors] }),
    );
    assert.equal(html.match(/<h1/g)?.length, 1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  });
}
