import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furnish, render, strictExample, type Template } from '../../platform/web/render.ts';
import {
  actionExamples,
  costExamples,
  evidenceChangeExamples,
  evidenceExamples,
  formExamples,
  linkExamples,
  listExamples,
  progressExamples,
} from './examples.ts';
import { actionFormPage, costPage, linkPage } from './pages/edit.ts';
import { evidenceChangePage, evidencePage } from './pages/evidence.ts';
import { actionPage, actionsPage, progressPage } from './pages/show.ts';
import { inOrder } from './rules.ts';

const show = <V>(page: Template<V>, view: V, title: string) =>
  render(page, strictExample(view), furnish({ title, csrfToken: 'token' }));

function renders<V>(page: Template<V>, examples: Readonly<Record<string, V>>): void {
  for (const [name, view] of Object.entries(examples)) {
    test(`${page.name}, ${name}: every value that the page asks for is there, under one heading`, () => {
      assert.equal(show(page, view, name).match(/<h1/g)?.length, 1);
    });
  }
}

renders(actionsPage, listExamples);
renders(actionPage, actionExamples);
renders(actionFormPage, formExamples);
renders(costPage, costExamples);
renders(progressPage, progressExamples);
renders(evidencePage, evidenceExamples);
renders(evidenceChangePage, evidenceChangeExamples);
renders(linkPage, linkExamples);

test('every field that can be wrong says so beside itself', () => {
  const form = show(actionFormPage, formExamples.wrong, 'Change this action');
  const progress = show(progressPage, progressExamples.wrong, 'Report progress');
  for (const [html, names] of [
    [form, ['title', 'officer', 'member', 'start', 'done', 'why', 'measure', 'once', 'yearly', 'days', 'visibility']],
    [progress, ['progress', 'sentence', 'pause', 'new', 'why', 'file', 'url']],
  ] as const) {
    for (const name of names) assert.ok(html.includes(`What is wrong with ${name}`), name);
  }
});

test('what stands on a published page leads to where it is redacted, for those who may', () => {
  const leads = /href="\/councils\/northmere\/public-pages"/;
  assert.match(show(actionFormPage, formExamples.published, 'Change this action'), leads);
  assert.match(show(evidenceChangePage, evidenceChangeExamples.published, 'Change evidence'), leads);
  const reader = show(
    evidenceChangePage,
    evidenceChangeExamples['published, for those who may not publish'],
    'Change evidence',
  );
  assert.match(reader, /It is on a published page\. Redact it there first\./);
  assert.doesNotMatch(reader, leads);
});

test('what is owed stands before what is finished, the longest due first', () => {
  const of = (id: string, progress: 'in_progress' | 'reported_complete', targetOn: string | null) => ({
    id,
    progress,
    targetOn,
  });
  const ordered = inOrder([
    of('done early', 'reported_complete', '2025-02-28'),
    of('no date', 'in_progress', null),
    of('due', 'in_progress', '2026-12-01'),
    of('late', 'in_progress', '2026-10-30'),
    of('done late', 'reported_complete', '2026-03-01'),
  ]);
  assert.deepEqual(
    ordered.map((one) => one.id),
    ['late', 'due', 'no date', 'done late', 'done early'],
  );
});
