import assert from 'node:assert/strict';
import test from 'node:test';
import { chromiumOfPackage, launch } from './chromium.ts';

const page = '<title>Goldthread</title><h1>Recommendations</h1>';

test('the browser found on this machine shows a page', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const tab = await browser.newPage();
  await tab.setContent(page);
  assert.equal(await tab.getByRole('heading', { name: 'Recommendations' }).count(), 1);
});

test('the browser of the npm package shows a page, for machines that have none', {
  skip: process.platform !== 'linux' || process.arch !== 'x64' ? 'the package carries Linux x64 alone' : false,
}, async (t) => {
  const browser = await launch(await chromiumOfPackage());
  t.after(() => browser.close());
  const tab = await browser.newPage();
  await tab.setContent(page);
  assert.equal(await tab.title(), 'Goldthread');
  assert.equal((await tab.screenshot()).subarray(1, 4).toString(), 'PNG');
});
