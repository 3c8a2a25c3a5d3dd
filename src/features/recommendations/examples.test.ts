import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furnish, render, strictExample, type Template } from '../../platform/web/render.ts';
import { formExamples, recordExamples, registerExamples } from './examples.ts';
import { ownersPage, recordPage, responsePage, verdictPage } from './pages/record.ts';
import { registerPage } from './pages/register.ts';

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
