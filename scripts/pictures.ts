// Makes docs/pictures/*.png, the pictures of docs/walk.md and of the README, by the walk that the browser's tests prove:
//
//   npm run pictures
//
// The program is started anew with demonstration data and reads the sample report, so every word in them is our own.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launch } from '../test/browser/chromium.ts';
import { startProgram } from '../test/browser/program.ts';
import { answerOne, publishReport, registerAll, reportProgress, signInAs, uploadSample } from '../test/browser/walk.ts';

const pictures = new URL('../docs/pictures/', import.meta.url);
const walkPage = new URL('../docs/walk.md', import.meta.url);
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
/** Bytes: pages of the documents load on a slow line too. */
const LARGEST = 250_000;
/** The demonstration's own plan, which people have kept up for two years. */
const LIVED_IN = '/public/northmere/finance-2024';

/** Pixels above what stands at the upper edge. */
const MARGIN = 20;

const made = new Set<string>();
const topOf = (one: Element) => one.getBoundingClientRect().top + one.ownerDocument.defaultView!.scrollY;

/** One picture of what a person sees; `top` is what stands at its upper edge. */
async function take(page: Page, name: string, top: string | null = null, height = DESK.height): Promise<void> {
  const before = page.viewportSize()!;
  if (height !== before.height) await page.setViewportSize({ width: before.width, height });
  const edge = top === null ? 0 : (await page.locator(top).first().evaluate(topOf)) - MARGIN;
  await page.evaluate(`document.activeElement?.blur(); scrollTo(0, ${edge})`);
  const png = await page.screenshot({ animations: 'disabled' });
  if (png.length > LARGEST) throw new Error(`${name}.png has ${png.length} bytes, and ${LARGEST} are allowed.`);
  await writeFile(new URL(`${name}.png`, pictures), png);
  made.add(`${name}.png`);
  if (height !== before.height) await page.setViewportSize(before);
}

/** What to take at the places of the walk, under which name. */
const AT: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  review: async (page) => {
    await take(page, 'review', '.gt-review__row:has-text("Pages 7 to 8")', 740);
    const review = page.url();
    await page
      .getByRole('link', { name: /^Suggestions/ })
      .first()
      .click();
    await take(page, 'suggestions', 'main h1');
    await page.goto(review);
  },
  register: async (page) => {
    await page.getByLabel('Source').selectOption({ index: 2 });
    await page.getByRole('button', { name: 'Apply' }).click();
    await take(page, 'register', 'main h1', 1100);
    await page.goBack();
  },
  'add-action': (page) => take(page, 'add-action', 'main h1', 1100),
  progress: (page) => take(page, 'report-progress', 'main h1'),
  recommendation: (page) => take(page, 'recommendation', null, 1600),
  publish: (page) => take(page, 'publish', 'main h1'),
};
const onTheWay = async (place: string, page: Page) => AT[place]?.(page);

await rm(pictures, { recursive: true, force: true });
await mkdir(pictures, { recursive: true });
const program = await startProgram();
const browser = await launch();
try {
  const { origin } = program;
  const page = await browser.newPage({ viewport: DESK });
  await page.goto(`${origin}/sign-in`);
  await take(page, 'sign-in');
  await signInAs(page, origin, 'Priya Shah');
  await take(page, 'home');
  await page.goto(`${origin}/councils/northmere/reports/new`);
  await take(page, 'upload');
  await uploadSample(page, origin);
  await registerAll(page, onTheWay);
  const recommendation = await answerOne(page, origin, async (place, at) => {
    if (place !== 'recommendation') await onTheWay(place, at);
  });
  await reportProgress(page, recommendation, onTheWay);
  await publishReport(page, origin, onTheWay);

  await page.goto(`${origin}/councils/northmere/library?q=reserves`);
  await take(page, 'library', 'main h1');
  await page.goto(origin + LIVED_IN);
  await take(page, 'public-plan');
  const phone = await browser.newPage({ viewport: PHONE, javaScriptEnabled: false });
  await phone.goto(origin + LIVED_IN);
  await take(phone, 'public-plan-phone', null, PHONE.height);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^\d+\. / })
    .first()
    .click();
  await take(page, 'public-recommendation', null, 1300);
} finally {
  await browser.close();
  await program.stop();
}

const shown = new Set(
  [...(await readFile(walkPage, 'utf8')).matchAll(/pictures\/([\w-]+\.png)/g)].map(([, name]) => name!),
);
const strays = [...new Set([...made, ...shown])].filter((name) => !made.has(name) || !shown.has(name));
if (strays.length > 0) throw new Error(`docs/walk.md and the pictures differ in: ${strays.join(', ')}.`);
console.log(`${made.size} pictures in ${fileURLToPath(pictures)}`);
