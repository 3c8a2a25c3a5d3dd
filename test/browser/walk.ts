// The journey of a stranger, from a report to a public page. The tests walk it with and without script, wide and narrow;
// the pictures of the documents are taken on the way.
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Told at each place worth looking at: for a check, or for a picture. */
export type AtPlace = (name: string, page: Page) => Promise<void>;

/** Whose journey it is: a council, its improvement lead, the report they read in, and what they do about one line of it. */
export interface Walker {
  readonly council: 'northmere' | 'wendshire';
  readonly person: string;
  readonly folder: string;
  readonly report: string;
  /** How the recommendation begins that is followed to the end. */
  readonly recommendation: RegExp;
  readonly officer: string;
  readonly member: string;
  /** An action for everybody to read, and one that nobody outside may hear of. */
  readonly publicAction: string;
  readonly privateAction: string;
}

export const northmere: Walker = {
  council: 'northmere',
  person: 'Priya Shah',
  folder: 'northmere-2026',
  report: 'Corporate peer challenge, September 2026',
  recommendation: /^Publish the reserves/,
  officer: 'Tom Okafor',
  member: 'Cllr Anne Marsh',
  publicAction: 'Publish the floor for reserves beside the budget',
  privateAction: 'Ask two neighbours in confidence how they set their floor',
};

export const wendshire: Walker = {
  council: 'wendshire',
  person: 'Marion Hale',
  folder: 'wendshire-2026',
  report: 'Corporate peer challenge, September 2026',
  recommendation: /^Give scrutiny a say/,
  officer: 'Alice Dunmore',
  member: 'Cllr Philip Strand',
  publicAction: 'Bring the draft annual plan to scrutiny each October',
  privateAction: 'Talk with the group leaders about who chairs scrutiny',
};

export const UPDATE = 'The first draft was shown to all members on 3 November.';
export const PUBLIC_LINK = 'Paper for the meeting of 14 October';
export const PRIVATE_FILE = 'Working note with officers’ doubts';

const sample = ({ folder }: Walker, format: string) =>
  fileURLToPath(new URL(`../../samples/${folder}/report.${format}`, import.meta.url));
const LONGEST_READING = 60_000;
const at = (origin: string, { council }: Walker) => `${origin}/councils/${council}`;

export async function signInAs(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
}

/** Uploads the sample report, as a new version of another where one is named, and waits until there is something to check; without script, by asking again as a person would. */
export async function uploadSample(
  page: Page,
  origin: string,
  walker = northmere,
  format = 'pdf',
  versionOf = '',
): Promise<void> {
  await page.goto(`${at(origin, walker)}/reports/new?version-of=${versionOf}`);
  await page.getByLabel('Choose a file').setInputFiles(sample(walker, format));
  await page.getByRole('button', { name: 'Upload and read' }).click();
  const until = Date.now() + LONGEST_READING;
  while (!page.url().endsWith('/review')) {
    if (Date.now() > until) throw new Error(`The report was not read: ${page.url()}`);
    await page.waitForTimeout(300);
    if (page.url().endsWith('/review')) break;
    await page
      .getByRole('link', { name: 'Check again' })
      .or(page.getByRole('button', { name: 'Check again' }))
      .click();
  }
}

/** Decides on every find and adds them to the register. */
export async function registerAll(page: Page, onTheWay: AtPlace): Promise<void> {
  await onTheWay('review', page);
  const accept = page.getByRole('button', { name: /^Accept( |$)/ });
  await accept.first().click();
  await page.getByRole('button', { name: /Accept the \d+ that read cleanly/ }).click();
  while ((await accept.count()) > 0) await accept.first().click();
  await page.getByRole('button', { name: /Add the \d+ accepted to the register/ }).click();
  await onTheWay('registered', page);
}

/** Answers one recommendation and gives it owners and two actions. @returns the address of its page */
export async function answerOne(page: Page, origin: string, onTheWay: AtPlace, walker = northmere): Promise<string> {
  await page.goto(`${at(origin, walker)}/recommendations`);
  await onTheWay('register', page);
  await page.getByRole('link', { name: walker.recommendation }).first().click();
  const recommendation = page.url();
  await page.getByRole('link', { name: 'Record the response' }).first().click();
  await page.getByRole('radio', { name: 'Accepted', exact: true }).check();
  await fillDay(page, /decided/i, '14', '10', '2026');
  await page.getByLabel(/which body/i).fill('Cabinet');
  const reference = page.getByLabel(/reference/i);
  await reference.first().fill('26/118');
  await onTheWay('response', page);
  await page.getByRole('main').getByRole('button').last().click();

  await page.goto(recommendation);
  await page.getByRole('link', { name: 'Name the owners' }).first().click();
  await page.getByLabel(/officer/i).fill(walker.officer);
  await page.getByLabel(/member/i).fill(walker.member);
  await page.getByRole('main').getByRole('button').last().click();

  await addAction(page, recommendation, walker, walker.publicAction, 'Public', onTheWay);
  await addAction(page, recommendation, walker, walker.privateAction, 'Council only', async () => {});
  return recommendation;
}

async function addAction(
  page: Page,
  recommendation: string,
  walker: Walker,
  title: string,
  visibility: 'Public' | 'Council only',
  onTheWay: AtPlace,
): Promise<void> {
  await page.goto(recommendation);
  await page.getByRole('link', { name: 'Add an action' }).first().click();
  await page.getByLabel('What will be done?').fill(title);
  await page.getByLabel('Accountable officer').fill(walker.officer);
  await page.getByLabel('Accountable member').fill(walker.member);
  await fillDay(page, /^Done by/, '24', '2', '2027');
  await page.getByLabel(/How will you know it worked/).fill('Residents can see it on one page.');
  await page.getByLabel('Once').fill('18000');
  await page.getByRole('radio', { name: visibility }).check();
  await onTheWay('add-action', page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

/** Reports progress on the public action with a link for everybody, and adds a file that stays inside. */
export async function reportProgress(
  page: Page,
  recommendation: string,
  onTheWay: AtPlace,
  walker = northmere,
): Promise<void> {
  await page.goto(recommendation);
  await page.getByRole('link', { name: walker.publicAction }).click();
  const action = page.url();
  await page.getByRole('button', { name: 'Report progress' }).click();
  await page.getByRole('radio', { name: 'In progress' }).check();
  await page.getByLabel('What changed, in one sentence?').fill(UPDATE);
  await page.getByLabel('Or a web address').fill(`https://${walker.council}.example/papers/26-118`);
  await page.getByLabel('What does it show?').fill(PUBLIC_LINK);
  await page.getByRole('radio', { name: 'Public' }).check();
  await onTheWay('progress', page);
  await page.getByRole('button', { name: 'Send the update' }).click();

  await page.goto(`${action}/evidence/new`);
  await page.getByLabel('What does it show?').fill(PRIVATE_FILE);
  const note = { name: 'working-note.txt', mimeType: 'text/plain', buffer: Buffer.from('Doubts.') };
  await page.getByLabel('Choose a file').setInputFiles(note);
  await page.getByRole('radio', { name: 'Council only' }).check();
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await onTheWay('action', page);
  await page.goto(recommendation);
  await onTheWay('recommendation', page);
}

/** Puts the report before the public. @returns its public address */
export async function publishReport(
  page: Page,
  origin: string,
  onTheWay: AtPlace,
  walker = northmere,
): Promise<string> {
  await page.goto(`${at(origin, walker)}/public-pages`);
  await page
    .getByRole('main')
    .getByRole('button', { name: /See and publish/ })
    .click();
  await page.getByLabel('Summary').fill('What the peers of September 2026 recommended, and what the council answered.');
  await onTheWay('publish', page);
  await page.getByRole('button', { name: /Publish version/ }).click();
  await page.getByRole('link', { name: 'Read it as everybody does' }).click();
  await onTheWay('public-plan', page);
  return page.url();
}

/** Takes the newest publication of the report down again. */
export async function withdrawReport(page: Page, origin: string, reason: string, walker = northmere): Promise<void> {
  await page.goto(`${at(origin, walker)}/public-pages`);
  const row = page.getByRole('listitem').filter({ hasText: walker.report });
  await row.getByRole('link', { name: /Withdraw/ }).click();
  await page.getByRole('link', { name: /^Withdraw version/ }).click();
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: /Withdraw version/ }).click();
}

async function fillDay(page: Page, legend: RegExp, day: string, month: string, year: string): Promise<void> {
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
}
