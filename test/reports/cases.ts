import type { Block } from '../../src/engines/reading/blocks.ts';
import { readReport } from '../../src/engines/reading/index.ts';
import { readDocx } from '../../src/platform/readers/docx.ts';
import { readHtml } from '../../src/platform/readers/html.ts';
import { readPdf } from '../../src/platform/readers/pdf.ts';
import { readText } from '../../src/platform/readers/text.ts';
import { type Damage, hurt, withoutBold } from './damage.ts';
import { Dice } from './dice.ts';
import { makeReport } from './make.ts';
import type { Answer, Edition, SyntheticReport } from './pieces.ts';
import { type ReadRecord, type Score, score } from './score.ts';
import { chooseDocxStyle, writeDocx } from './writers/docx.ts';
import { chooseHtmlStyle, writeHtml } from './writers/html.ts';
import { choosePdfStyle, writePdf } from './writers/pdf.ts';
import { chooseTextStyle, type TextStyle, writeText } from './writers/text.ts';

export const formats = ['text', 'html', 'docx', 'pdf'] as const;
export type Format = (typeof formats)[number];

/** One report in one format: what is needed to make it again. */
export type Case = {
  readonly seed: string;
  readonly edition?: Edition;
  readonly format: Format;
  readonly damage?: readonly Damage[];
};

export type Written = {
  readonly report: SyntheticReport;
  /** What can be found in this file: without bold type, nobody can tell where a headline that runs in ends. */
  readonly answer: Answer;
  readonly bytes: Uint8Array;
  readonly style: object;
};

/** Writes a case's file. */
export async function write(one: Case): Promise<Written> {
  const kinds = one.damage ?? [];
  const report = hurt(new Dice(`${one.seed}/damage`), makeReport(one.seed, one.edition), kinds);
  const { answer } = report;
  const dice = new Dice(`${one.seed}/${one.format}`);
  switch (one.format) {
    case 'text': {
      const style = { ...chooseTextStyle(dice), ...textDamage(dice, kinds) };
      const shown = style.emphasis ? answer : withoutBold(answer);
      return { report, answer: shown, style, bytes: Buffer.from(writeText(report, style)) };
    }
    case 'html': {
      const style = chooseHtmlStyle(dice);
      return { report, answer, style, bytes: Buffer.from(writeHtml(report, style)) };
    }
    case 'docx': {
      const style = chooseDocxStyle(dice);
      return { report, answer, style, bytes: await writeDocx(report, style) };
    }
    case 'pdf': {
      const style = { ...choosePdfStyle(dice), hyphens: kinds.includes('hyphens') };
      return { report, answer, style, bytes: writePdf(report, style) };
    }
  }
}

const readers: Readonly<Record<Format, (bytes: Uint8Array) => Block[] | Promise<Block[]>>> = {
  text: readText,
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
};

/** Damage that only text in lines can suffer. */
function textDamage(dice: Dice, kinds: readonly Damage[]): Partial<TextStyle> {
  return {
    ...(kinds.includes('hyphens') ? { hyphens: true, width: dice.int(64, 84), page: dice.int(42, 56) } : {}),
    ...(kinds.includes('lost gaps') ? { gaps: false } : {}),
  };
}

/** Writes a case, reads it as the product reads a file, and scores what was read. */
export async function run(one: Case): Promise<Written & { record: ReadRecord; score: Score }> {
  const written = await write(one);
  const blocks = await readers[one.format](written.bytes);
  const record = readReport(blocks) as unknown as ReadRecord;
  return { ...written, record, score: score(written.answer, record) };
}
