import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type BrowserContext, chromium } from 'playwright-core';
import { contents } from './blocks-html.ts';
import type { Report } from './model.ts';
import { pageLines } from './pdf-lines.ts';
import { printPage } from './print-page.ts';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** Opens the Chromium of this machine, or the one named in CHROMIUM, for as long as `use` runs. */
export async function withChromium<T>(use: (browser: BrowserContext) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'sample-report-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...flags, '--disable-component-update', '--disable-sync'],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function print(browser: BrowserContext, html: string): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    await page.setContent(html);
    await page.emulateMedia({ media: 'print' });
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    await page.close();
  }
}

/** Writes the report's own date over the time of printing, digit for digit, so that no offset in the file moves. */
function fixDates(pdf: Buffer, madeOn: string): Buffer {
  const stamp = `${madeOn.replace(/\D/g, '').slice(0, 14)}+00'00'`;
  const text = pdf
    .toString('latin1')
    .replace(/\/(CreationDate|ModDate) \(D:[0-9]{14}\+00'00'\)/g, (_, key: string) => `/${key} (D:${stamp})`);
  return Buffer.from(text, 'latin1');
}

/** The page on which each heading of the contents list is printed. */
async function headingPages(report: Report, pdf: Buffer): Promise<Map<string, number>> {
  const pages = new Map<string, number>();
  const lines = await readPages(pdf);
  for (const { heading } of contents(report)) {
    const at = lines.findIndex((page, index) => index > 0 && page.includes(heading));
    if (at < 0) throw new Error(`${report.council}: no page shows the heading "${heading}".`);
    pages.set(heading, at + 1);
  }
  return pages;
}

/** The text lines of every page, top to bottom, an empty line where the paper shows a gap. */
export async function readPages(pdf: Buffer): Promise<string[][]> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  try {
    const document = await task.promise;
    const pages: string[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      pages.push(pageLines(content.items.filter((item) => 'str' in item)));
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

/** Prints the report twice: once to learn where the headings fall, once with their pages in the contents list. */
export async function writePdf(
  browser: BrowserContext,
  report: Report,
): Promise<{ pdf: Buffer; pages: Map<string, number> }> {
  const draft = await print(browser, printPage(report));
  const pages = await headingPages(report, draft);
  const pdf = fixDates(await print(browser, printPage(report, pages)), report.madeOn);
  return { pdf, pages };
}
