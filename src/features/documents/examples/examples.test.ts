import assert from 'node:assert/strict';
import test from 'node:test';
import { furnish, render, strictExample } from '../../../platform/web/render.ts';
import { examples as ofFindings } from './findings.ts';
import { examples as ofReview } from './review.ts';

for (const example of [...ofReview, ...ofFindings]) {
  test(`${example.name} is rendered without reading a value that is not there`, () => {
    const furniture = furnish({ title: 'Reports', csrfToken: 'token', errors: [...example.errors] });
    const html = render(example.template, strictExample(example.view), furniture);
    assert.equal(html.match(/<h1/g)?.length, 1);
    assert.doesNotMatch(html, /undefined|\[object|NaN/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    // Each form that posts carries the token, and each label names a field that is there.
    const posts = html.match(/method="post"/g)?.length ?? 0;
    assert.equal(html.match(/name="_csrf"/g)?.length ?? 0, posts);
    for (const [, field] of html.matchAll(/<label[^>]* for="([^"]+)"/g)) assert.ok(ids.includes(field), `no ${field}`);
  });
}
