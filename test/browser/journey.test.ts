// The journey of a stranger in the real program: without script on a phone, and with script at a desk, each in a council of
// its own on one installation, so that each also looks for the other's secrets.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launch } from './chromium.ts';
import { type RunningProgram, startProgram } from './program.ts';
import {
  answerOne,
  northmere,
  PRIVATE_FILE,
  PUBLIC_LINK,
  publishReport,
  registerAll,
  reportProgress,
  signInAs,
  UPDATE,
  uploadSample,
  type Walker,
  wendshire,
  withdrawReport,
} from './walk.ts';

const SECONDS = 1000;
const REASON = 'The council found a wrong figure and will publish again.';
const NOTHING_HERE = 'There is nothing here that you can see';

let program: RunningProgram;
let browser: Browser;
before(async () => {
  [program, browser] = await Promise.all([startProgram(), launch()]);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

async function open(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  // A slow machine is slow; a step that is not there is not there after half a minute either.
  context.setDefaultTimeout(30 * SECONDS);
  return context.newPage();
}

// biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not seen, and must not count as said.
const seen = (part: Locator) => part.innerText();
const heading = (page: Page) => seen(page.getByRole('heading', { level: 1 }));
const words = (page: Page) => seen(page.getByRole('main'));
const knots = (page: Page) => page.getByRole('list', { name: /thread of this recommendation/ }).getByRole('listitem');

async function expectText(page: Page, ...wanted: (string | RegExp)[]): Promise<void> {
  const text = (await words(page)).replaceAll(/\s+/g, ' ');
  for (const one of wanted) assert.ok(typeof one === 'string' ? text.includes(one) : one.test(text), `${one}: ${text}`);
}

/** Reads everything that the public site gives of a report: the plan, one recommendation, CSV, JSON, the feed. */
async function readAsPublic(page: Page, plan: string, walker: Walker): Promise<Record<string, string>> {
  await page.goto(plan);
  const links = page.getByRole('main');
  const hrefOf = async (name: string) =>
    new URL((await links.getByRole('link', { name, exact: true }).getAttribute('href'))!, plan).href;
  const files = { csv: await hrefOf('CSV'), json: await hrefOf('JSON'), atom: await hrefOf('Atom') };
  const read: Record<string, string> = { plan: await page.content() };
  for (const [name, href] of Object.entries(files)) {
    const response = await page.request.get(href);
    assert.equal(response.status(), 200, href);
    read[name] = await response.text();
  }
  const row = links.getByRole('link', { name: new RegExp(walker.recommendation.source.slice(1)) });
  await row.first().click();
  read.recommendation = await page.content();
  return read;
}

async function walk(page: Page, walker: Walker, counts: readonly [number, number]): Promise<void> {
  const { origin } = program;
  const home = `${origin}/councils/${walker.council}`;
  const total = counts[0] + counts[1];
  await signInAs(page, origin, walker.person);
  assert.equal(await heading(page), 'My work');

  await uploadSample(page, origin, walker);
  const review = page.url();
  await registerAll(page, async (place) => {
    if (place === 'registered') return expectText(page, `${total} recommendations are in the register`);
    assert.equal(await heading(page), 'Check what was read');
    await expectText(page, 'Nothing joins the register until you add it below', `${total} to check. 0 accepted`);
    assert.equal(await page.getByRole('heading', { name: /^Key recommendations, number/ }).count(), counts[0]);
    assert.equal(
      await page.getByRole('heading', { name: /^Shared services recommendations, number/ }).count(),
      counts[1],
    );
    if (walker !== northmere) return;
    const lit = page.locator('blockquote').filter({ hasText: 'Pages 7 to 8' });
    assert.match(await seen(lit), /4\. Publish the reserves[\s\S]*\[page 8\] used\. Every councillor/);
  });

  const recommendation = await answerOne(
    page,
    origin,
    async (place) => {
      if (place !== 'register') return;
      assert.equal(await heading(page), 'Recommendations');
      await page.getByLabel('Source').selectOption({ label: walker.report });
      await page.getByRole('button', { name: 'Apply' }).click();
      await expectText(page, new RegExp(`\\b${total} of \\d+`));
      assert.equal(await page.getByRole('row').count(), total + 1, 'a row each, under the headings');
    },
    walker,
  );
  await reportProgress(page, recommendation, async () => {}, walker);
  assert.match(await heading(page), walker.recommendation);
  await expectText(
    page,
    'The council answered Accepted 14 October 2026, Cabinet',
    'The council reports In progress',
    UPDATE,
  );
  const told = await Promise.all(
    ['Response', 'Actions', 'Money', 'Measure', 'Evidence'].map((title) =>
      seen(knots(page).filter({ has: page.getByRole('heading', { name: title, exact: true }) })),
    ),
  );
  for (const knot of told) assert.doesNotMatch(knot, /Missing|Not due/);
  await expectText(page, walker.publicAction, walker.privateAction, PUBLIC_LINK, PRIVATE_FILE);

  const plan = await publishReport(
    page,
    origin,
    async (place) => {
      if (place !== 'publish') return;
      const preview = await words(page);
      assert.match(preview, /What stays private/);
      assert.ok(!preview.includes(walker.privateAction));
    },
    walker,
  );
  await page.goto(recommendation);
  await expectText(page, /Public page As published on \d+ \w+ \d{4}/);
  const stranger = await open({ viewport: page.viewportSize() });
  const read = await readAsPublic(stranger, plan, walker);
  for (const [where, text] of Object.entries(read)) {
    for (const secret of [walker.privateAction, PRIVATE_FILE, 'working-note']) {
      assert.ok(!text.includes(secret), `${secret} stands in the public ${where}`);
    }
    if (where !== 'atom') assert.ok(text.includes('Accepted') || text.includes('accepted'), `the answer, ${where}`);
    if (where !== 'atom' && where !== 'plan')
      assert.ok(text.includes(walker.publicAction), `the public action, ${where}`);
  }
  await expectText(stranger, walker.publicAction, UPDATE, PUBLIC_LINK);
  const published = stranger.url();

  await expectHidden(walker, [review, recommendation, `${home}/recommendations`, `${home}/actions`]);

  await withdrawReport(page, origin, REASON, walker);
  for (const address of [plan, published]) {
    await stranger.goto(address);
    await expectText(stranger, /The council withdrew this on/, `Reason: ${REASON}`);
    assert.ok(!(await words(stranger)).includes(walker.publicAction));
  }
  await stranger.context().close();
}

/** Nothing of one council can be seen by the improvement lead of the other. */
async function expectHidden(walker: Walker, addresses: readonly string[]): Promise<void> {
  const other = walker === northmere ? wendshire : northmere;
  const page = await open({});
  await signInAs(page, program.origin, other.person);
  for (const address of addresses) {
    assert.equal((await page.goto(address))?.status(), 404, address);
    assert.equal(await heading(page), NOTHING_HERE);
  }
  for (const room of ['', '/recommendations', '/actions', '/reports', '/public-pages']) {
    await page.goto(`${program.origin}/councils/${other.council}${room}`);
    const html = await page.content();
    for (const own of [walker.publicAction, walker.privateAction]) assert.ok(!html.includes(own), `${own} in ${room}`);
    assert.equal(await page.getByRole('link', { name: walker.recommendation }).count(), 0);
  }
  await page.context().close();
}

test('without script, on a phone: from a report of 24 pages to a public page', async () => {
  const page = await open({ viewport: { width: 320, height: 740 }, javaScriptEnabled: false });
  await walk(page, northmere, [14, 4]);
  await page.context().close();
});

test('with script, at a desk: from a report of another council to its public page', async () => {
  const page = await open({ viewport: { width: 1280, height: 900 } });
  await walk(page, wendshire, [5, 4]);
  await page.context().close();
});

test('a report is read from Word, from a web page and from text too', async () => {
  const page = await open({ viewport: { width: 320, height: 740 }, javaScriptEnabled: false });
  await signInAs(page, program.origin, northmere.person);
  for (const format of ['docx', 'html', 'txt']) {
    await uploadSample(page, program.origin, northmere, format);
    await expectText(page, `report.${format}`, '18 to check. 0 accepted');
  }
  await page.context().close();
});
