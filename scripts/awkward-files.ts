// Writes samples/awkward: files that a reader must refuse in plain words.
// Use: node scripts/awkward-files.ts   (after scripts/sample-report.ts; needs Chromium for the scan)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPdf } from './awkward-files/locked-pdf.ts';
import { type Picture, scanPdf } from './awkward-files/scan-pdf.ts';
import { bomb, spreadsheet } from './awkward-files/zips.ts';
import { withChromium } from './sample-report/pdf.ts';

const samples = join(import.meta.dirname, '..', 'samples');
const folder = join(samples, 'awkward');

/** The locked file opens with this word, so that anyone can see what is in it. */
const password = 'northmere';

const letter = (lines: string[]) =>
  `<body style="margin:0;background:#f4f2ea"><div style="padding:70px 80px;font:17px/1.6 'Liberation Serif';transform:rotate(-0.6deg)">${lines.map((line) => `<p>${line}</p>`).join('')}</div></body>`;

const scanned = [
  letter([
    '<b>Northmere City Council</b>',
    '<b>Letter to the peer team, 2 October 2026</b>',
    'Thank you for the draft of the report. We have three corrections of fact, which are listed overleaf, and none that touches the recommendations.',
    'We note in particular what is said of the reserves. The figures are right.',
  ]),
  letter([
    '<b>Corrections</b>',
    '1. The number of heads of service is 32, not 34.',
    '2. Hallam Street has one youth club, not two.',
    '3. The call-in took place in March 2026, not in February.',
  ]),
];

const pictures = await withChromium(async (browser) => {
  const page = await browser.newPage();
  const size = { width: 827, height: 1170 };
  await page.setViewportSize(size);
  const taken: Picture[] = [];
  for (const html of scanned) {
    await page.setContent(html);
    taken.push({ ...size, jpeg: await page.screenshot({ type: 'jpeg', quality: 60 }) });
  }
  return taken;
});

const whole = readFileSync(join(samples, 'wendshire-2026', 'report.docx'));
const files: Record<string, Buffer> = {
  'scan.pdf': scanPdf(pictures),
  'password.pdf': lockedPdf(
    [
      'Northmere City Council',
      'Confidential until publication.',
      'This page is locked so that a reader can refuse it.',
    ],
    password,
  ),
  'damaged.docx': whole.subarray(0, Math.floor(whole.length * 0.6)),
  'spreadsheet-renamed.pdf': await spreadsheet([
    ['Number', 'Recommendation', 'Officer', 'Status'],
    ['1', 'Agree one financial plan', 'Not named', 'Green'],
    ['2', 'Replace the one-off measures', 'Not named', 'Green'],
  ]),
  'empty.pdf': Buffer.alloc(0),
  'bomb.docx': await bomb(320),
};

mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(files)) {
  writeFileSync(join(folder, name), content);
  console.log(`${name}: ${content.length} bytes`);
}
