import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furnish, render, strictExample, template } from '../../platform/web/render.ts';
import { planExamples, recommendationExamples } from './examples.ts';
import type { PlanView } from './views/plan.ts';
import type { RecommendationPageView } from './views/recommendation.ts';

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
