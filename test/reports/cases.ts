import { readReport } from '../../src/engines/reading/index.ts';
import { readHtml } from '../../src/platform/readers/html.ts';
import { readText } from '../../src/platform/readers/text.ts';
import { Dice } from './dice.ts';
import { makeReport } from './make.ts';
import type { Answer, AnswerRecommendation, Edition, SyntheticReport } from './pieces.ts';
import { type ReadRecord, type Score, score } from './score.ts';
import { chooseHtmlStyle, writeHtml } from './writers/html.ts';
import { chooseTextStyle, writeText } from './writers/text.ts';

export const formats = ['text', 'html'] as const;
export type Format = (typeof formats)[number];

/** One report in one format: what is needed to make it again. */
export type Case = { readonly seed: string; readonly edition?: Edition; readonly format: Format };

export type Written = {
  readonly report: SyntheticReport;
  /** What can be found in this file: without bold type, nobody can tell where a headline that runs in ends. */
  readonly answer: Answer;
  readonly bytes: Uint8Array;
  readonly style: object;
};

/** Writes a case's file. */
export function write(one: Case): Written {
  const report = makeReport(one.seed, one.edition);
  const dice = new Dice(`${one.seed}/${one.format}`);
  if (one.format === 'text') {
    const style = chooseTextStyle(dice);
    return {
      report,
      answer: style.emphasis ? report.answer : withoutBold(report.answer),
      style,
      bytes: Buffer.from(writeText(report, style)),
    };
  }
  const style = chooseHtmlStyle(dice);
  return { report, answer: report.answer, style, bytes: Buffer.from(writeHtml(report, style)) };
}

function withoutBold(answer: Answer): Answer {
  const recommendations = answer.recommendations.map(({ heading, ...rest }) =>
    rest.ownLine ? { heading, ...rest } : rest,
  ) as AnswerRecommendation[];
  return { ...answer, recommendations };
}

/** Writes a case, reads it as the product reads a file, and scores what was read. */
export async function run(one: Case): Promise<Written & { record: ReadRecord; score: Score }> {
  const written = write(one);
  const blocks = one.format === 'text' ? await readText(written.bytes) : await readHtml(written.bytes);
  const record = readReport(blocks) as unknown as ReadRecord;
  return { ...written, record, score: score(written.answer, record) };
}
