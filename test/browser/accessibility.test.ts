// Every page the program serves, opened in the browser on the demonstration's data: no barrier that axe can find, one
// heading, a title, nothing wider than a phone, nothing in the console.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openVisitors, type Sample, sampleAddresses } from './addresses.ts';
import { launch } from './chromium.ts';
import { openDemonstration } from './demonstration.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = 320;
const DESK = 1280;
/** Looked at on a wide screen too: their arrangement differs there. */
const WIDE = new Set([
  '/councils/:council',
  '/councils/:council/reports/:document/review',
  '/councils/:council/recommendations',
  '/councils/:council/recommendations/:recommendation',
  '/councils/:council/actions',
  '/councils/:council/public-pages/:report',
  '/public/:council/:slug',
  '/public/:council/:slug/:number/:place',
]);

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

interface Seen {
  readonly h1: readonly string[];
  readonly title: string;
  readonly width: number;
  /** What reaches over the right edge, to say what to mend. */
  readonly over: readonly string[];
}

const look = `({
  h1: [...document.querySelectorAll('h1')].map((one) => one.innerText.trim()),
  title: document.title,
  width: document.documentElement.scrollWidth,
  over: document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1).slice(-3).map((one) => one.outerHTML.slice(0, 160)),
})`;

async function expectAccessible(page: Page, width: number): Promise<void> {
  // Evaluated from outside, so that the page's own content security policy stays as strict as it is.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const { violations } = (await page.evaluate(`axe.run({ resultTypes: ['violations'] })`)) as Found;
  assert.deepEqual(
    violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => [html, failureSummary]) })),
    [],
  );
  const seen = (await page.evaluate(look)) as Seen;
  assert.equal(seen.h1.length, 1, `one h1: ${seen.h1}`);
  assert.notEqual(seen.h1[0], '');
  assert.match(seen.title, /\S.* - /, 'the title says which page and whose');
  assert.equal(seen.width, width, `nothing reaches over the edge: ${seen.over}`);
}

async function expectPage(page: Page, origin: string, { at }: Sample, wide: boolean): Promise<void> {
  const said: string[] = [];
  const listen = (message: { text(): string }) => said.push(message.text());
  const fail = (error: Error) => said.push(error.message);
  page.on('console', listen);
  page.on('pageerror', fail);
  try {
    const response = await page.goto(origin + at);
    assert.equal(response?.status(), 200);
    assert.ok(at.startsWith('/sign-in') || !page.url().includes('/sign-in'), 'asked to sign in');
    await expectAccessible(page, PHONE);
    if (wide) {
      await page.setViewportSize({ width: DESK, height: 900 });
      await expectAccessible(page, DESK);
      await page.setViewportSize({ width: PHONE, height: 900 });
    }
    assert.deepEqual(said, [], 'nothing in the console');
  } finally {
    page.off('console', listen);
    page.off('pageerror', fail);
  }
}

async function expectFile(page: Page, origin: string, { at }: Sample): Promise<void> {
  const response = await page.request.get(origin + at, { maxRedirects: 0 });
  assert.equal(response.status(), 200);
  // The original of a report may be a web page itself: it is sent to be kept, never to be shown here.
  const { 'content-type': type = '', 'content-disposition': kept = '' } = response.headers();
  assert.ok(kept.startsWith('attachment') || !type.includes('text/html'), `${type} ${kept}`);
  assert.notEqual((await response.body()).length, 0);
}

test('every page is without a barrier that axe can find, and fits a screen 320 px wide', async (t) => {
  const demonstration = await openDemonstration(t);
  const browser = await launch();
  t.after(() => browser.close());
  const visitors = await openVisitors(browser, demonstration);
  const samples = await sampleAddresses(demonstration, visitors);

  await t.test('each registered page has a sample address', () => {
    const registered = demonstration.routes.map(({ path }) => path);
    assert.deepEqual(
      registered.filter((path) => !samples.has(path)),
      [],
      'add these to test/browser/addresses.ts',
    );
    assert.deepEqual(
      [...samples.keys()].filter((path) => !registered.includes(path)),
      [],
      'no page is registered there any more',
    );
  });
  for (const { path } of demonstration.routes) {
    const sample = samples.get(path);
    if (!sample) continue;
    await t.test(path, () =>
      sample.file
        ? expectFile(visitors[sample.by], demonstration.origin, sample)
        : expectPage(visitors[sample.by], demonstration.origin, sample, WIDE.has(path)),
    );
  }
  await t.test('a page that is not there', async () => {
    const { stranger } = visitors;
    assert.equal((await stranger.goto(`${demonstration.origin}/public/nowhere`))?.status(), 404);
    await expectAccessible(stranger, PHONE);
  });
});
