import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furnish, render, strictExample, type Template } from '../../platform/web/render.ts';
import { asOnPage, historyPage } from '../history/pages.ts';
import {
  asOnExamples,
  byHandExamples,
  formExamples,
  historyExamples,
  recordExamples,
  registerExamples,
} from './examples.ts';
import { ownersPage, recordPage, responsePage, verdictPage } from './pages/record.ts';
import { byHandPage, registerPage } from './pages/register.ts';

function renders<V>(page: Template<V>, examples: Readonly<Record<string, V>>): void {
  for (const [name, view] of Object.entries(examples)) {
    test(`${page.name}, ${name}: every value that the page asks for is there, under one heading`, () => {
      const html = render(page, strictExample(view), furnish({ title: name, csrfToken: 'token' }));
      assert.equal(html.match(/<h1/g)?.length, 1);
    });
  }
}

renders(registerPage, registerExamples);
renders(recordPage, recordExamples);
renders(responsePage, formExamples.response);
renders(ownersPage, formExamples.owners);
renders(verdictPage, formExamples.verdict);
renders(byHandPage, byHandExamples);
renders(historyPage, historyExamples);
renders(asOnPage, asOnExamples);

test('what is told of a history, and of a day, leaves out what says nothing', () => {
  const told = historyExamples.usual.changes.map((one) => one.what);
  assert.equal(told.filter((what) => what.includes('linked')).length, 0);
  assert.ok(told.includes('‘Brief every member on the floor’ reported: in progress'));
  const named = historyExamples.usual.changes.find((one) => one.what.endsWith('officer is now Lena Fox'))!;
  assert.deepEqual([named.lines, named.why], [['Before: nobody.'], 'Why: The post was empty']);
  const sections = asOnExamples.usual.stood!.sections;
  const action = sections.find((section) => section.title === 'Action: Brief every member on the floor')!;
  assert.deepEqual(
    action.rows.map((row) => `${row.key}: ${row.value}`),
    [
      'Officer: Lena Fox',
      'Member: Nobody',
      'Done by: No date yet',
      'Measure: No measure yet',
      'Cost: Not known',
      'Who can see it: Council only',
    ],
  );
  const response = sections.find((section) => section.title === 'Response')!;
  assert.equal(response.rows.find((row) => row.key === 'Web address')?.value, 'https://www.example.org/26-118');
  assert.ok(!response.rows.some((row) => row.key === 'Reason'));
});

test('the public link leads to the recommendation’s own place, told apart from one that shares its address', () => {
  assert.equal(
    recordExamples.usual.publicPage.link?.href,
    '/public/northmere/peer-challenge/1/key-recommendations-4-2',
  );
});

test('where a name fits several people they are offered, and where it fits nobody the way to invite is a link', () => {
  const shown = (view: typeof formExamples.owners.wrong) =>
    render(ownersPage, view, furnish({ title: 'Name the owners', csrfToken: 'token' }));
  const several = shown(formExamples.owners.namesakes);
  assert.match(several, /type="radio" value="Lena Fox"/);
  assert.match(several, /type="radio" value="Martin Fox"/);
  assert.match(shown(formExamples.owners['nobody of that name']), /<a[^>]+people\/invite"[^>]*>invite them<\/a>/);
});
