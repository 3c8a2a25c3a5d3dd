import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import yauzl from 'yauzl';
import { Dice } from './dice.ts';
import { editions, makeReport } from './make.ts';
import type { SyntheticReport } from './pieces.ts';
import { chooseDocxStyle, writeDocx } from './writers/docx.ts';
import { chooseHtmlStyle, writeHtml } from './writers/html.ts';
import { choosePdfStyle, writePdf } from './writers/pdf.ts';
import { chooseTextStyle, writeText } from './writers/text.ts';

// The files are looked into without the product's own readers, so that a writer and a reader cannot err alike.

/** Without headers and footers, which would stand between the two halves of a sentence. */
const bare = (edition: (typeof editions)[number], i: number): SyntheticReport => ({
  ...makeReport(`written ${i}`, edition),
  header: null,
  footer: null,
});
const reports = editions.flatMap((edition) => [0, 1, 2].map((i) => bare(edition, i)));
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}£]/gu, '')
    .toLowerCase();

function allPrinted(report: SyntheticReport, text: string, format: string): void {
  const all = letters(text);
  const { recommendations, team, passages, quotes, contacts } = report.answer;
  const wanted = [
    ...recommendations.flatMap((one) => [
      one.text,
      ...(one.heading ? [one.heading] : []),
      ...(one.parts ?? []).map((part) => part.text),
    ]),
    ...team.map((peer) => peer.name),
    ...passages.map((passage) => passage.text),
    ...quotes,
    ...contacts,
  ];
  assert.ok(wanted.length > 0);
  for (const one of wanted)
    assert.ok(all.includes(letters(one)), `${format} of ${report.edition} ${report.seed} lacks "${one}"`);
}

const decode = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

test('every sentence of an answer is in the text file and in the web page', () => {
  for (const report of reports) {
    const dice = new Dice(report.seed + report.edition);
    allPrinted(report, writeText(report, chooseTextStyle(dice)), 'text');
    allPrinted(report, decode(writeHtml(report, chooseHtmlStyle(dice))), 'html');
  }
});

test('every sentence of an answer is in the Word file', async () => {
  for (const report of reports) {
    const file = await writeDocx(report, chooseDocxStyle(new Dice(report.seed + report.edition)));
    allPrinted(report, decode(await partOf(file, 'word/document.xml')), 'docx');
  }
});

test('every sentence of an answer is in the PDF, column after column', () => {
  for (const report of reports) {
    const file = writePdf(report, choosePdfStyle(new Dice(report.seed + report.edition))).toString('latin1');
    const strings = [...file.matchAll(/\(((?:[^\\()]|\\.)*)\) Tj/g)].map(([, text]) =>
      text!
        .replace(/\\(\d{3})/g, (_, code: string) =>
          new TextDecoder('windows-1252').decode(Buffer.from([Number.parseInt(code, 8)])),
        )
        .replace(/\\(.)/g, '$1'),
    );
    allPrinted(report, strings.join(' '), 'pdf');
  }
});

function partOf(file: Buffer, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(file, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== name) return zip.readEntry();
        zip.openReadStream(entry, (fault, stream) => (fault ? reject(fault) : resolve(buffer(stream).then(String))));
      });
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}
