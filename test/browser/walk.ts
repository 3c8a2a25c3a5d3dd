// The journey of a stranger, from a report to a public page. The tests walk it with and without script, wide and narrow;
// the pictures of the documents are taken on the way.
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Told at each place worth looking at: for a check, or for a picture. */
export type AtPlace = (name: string, page: Page) => Promise<void>;

const sample = (format: string) =>
  fileURLToPath(new URL(`../../samples/northmere-2026/report.${format}`, import.meta.url));
const LONGEST_READING = 20_000;

export async function signInAs(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
}

/** Uploads the sample report and waits until there is something to check; without script, by asking again as a person would. */
export async function uploadSample(page: Page, origin: string, format = 'pdf'): Promise<void> {
  await page.goto(`${origin}/councils/northmere/reports/new`);
  await page.getByLabel('Choose a file').setInputFiles(sample(format));
  await page.getByRole('button', { name: 'Upload and read' }).click();
  const until = Date.now() + LONGEST_READING;
  while (!page.url().endsWith('/review')) {
    if (Date.now() > until) throw new Error(`The report was not read: ${page.url()}`);
    await page.waitForTimeout(300);
    await page
      .getByRole('link', { name: 'Check again' })
      .or(page.getByRole('button', { name: 'Check again' }))
      .click();
  }
}

/** Decides on every find and adds them to the register. */
export async function registerAll(page: Page, at: AtPlace): Promise<void> {
  await at('review', page);
  await page
    .getByRole('button', { name: /^Accept( |$)/ })
    .first()
    .click();
  await page.getByRole('button', { name: /Accept the \d+ that read cleanly/ }).click();
  for (;;) {
    const next = page.getByRole('button', { name: /^Accept( |$)/ });
    if ((await next.count()) === 0) break;
    await next.first().click();
  }
  await page.getByRole('button', { name: /Add the \d+ accepted to the register/ }).click();
  await at('registered', page);
}

/** Answers one recommendation, gives it owners and an action, reports progress, and attaches evidence. */
export async function answerOne(page: Page, origin: string, at: AtPlace): Promise<string> {
  await page.goto(`${origin}/councils/northmere/recommendations`);
  await at('register', page);
  await page
    .getByRole('link', { name: /^Publish the reserves/ })
    .first()
    .click();
  const recommendation = page.url();
  await page.getByRole('link', { name: 'Record the response' }).first().click();
  await page.getByRole('radio', { name: 'Accepted', exact: true }).check();
  await fillDay(page, /decided/i, '14', '10', '2026');
  await page.getByLabel(/which body/i).fill('Cabinet');
  await page
    .getByLabel(/reference/i)
    .first()
    .fill('26/118');
  await at('response', page);
  await page.getByRole('main').getByRole('button').last().click();

  await page.goto(recommendation);
  await page.getByRole('link', { name: 'Name the owners' }).first().click();
  await page.getByLabel(/officer/i).fill('Okafor');
  await page.getByLabel(/member/i).fill('Cllr Anne Marsh');
  await page.getByRole('main').getByRole('button').last().click();

  await page.goto(recommendation);
  await page.getByRole('link', { name: 'Add an action' }).first().click();
  await page.getByLabel('What will be done?').fill('Publish the floor for reserves beside the budget');
  await page.getByLabel('Accountable officer').fill('Okafor');
  await page.getByLabel('Accountable member').fill('Marsh');
  await fillDay(page, /^Done by/, '24', '2', '2027');
  await page.getByLabel(/How will you know it worked/).fill('Residents can see the floor and the path on one page.');
  await page.getByLabel(/once/i).first().fill('18000');
  await page.getByRole('radio', { name: /Public/ }).check();
  await at('add-action', page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.goto(recommendation);
  await at('recommendation', page);
  return recommendation;
}

/** Puts the report before the public, and looks at it as a resident. */
export async function publishReport(page: Page, origin: string, at: AtPlace): Promise<void> {
  await page.goto(`${origin}/councils/northmere/public-pages`);
  await page
    .getByRole('main')
    .getByRole('link', { name: /See and publish/ })
    .first()
    .click();
  await page.getByLabel('Summary').fill('Eighteen recommendations from the peer challenge of September 2026.');
  await at('publish', page);
  await page.getByRole('button', { name: /Publish version/ }).click();
  await page.goto(`${origin}/public/northmere`);
  await at('public-council', page);
}

async function fillDay(page: Page, legend: RegExp, day: string, month: string, year: string): Promise<void> {
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
}
