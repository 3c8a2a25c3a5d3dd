import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ReportRecord, readReport } from '../../src/engines/reading/index.ts';
import { readBlocks } from '../../src/platform/readers/read-blocks.ts';

/** Real reports with answers that a person checked. They are other people's words and stand beside the repository. */
export const CORPUS = process.env.GOLDTHREAD_CORPUS ?? join(import.meta.dirname, '../../../shared/corpus');
export const CHALLENGES = ['peterborough-2021', 'stoke-on-trent-2016'] as const;
export const FORMATS = ['txt', 'pdf', 'docx', 'html'] as const;

export const hasCorpus = () => existsSync(join(CORPUS, 'score.mjs'));

export async function readFromCorpus(report: string, format: string): Promise<ReportRecord> {
  return readReport((await readBlocks(join(CORPUS, `${report}.${format}`))).blocks);
}

export async function answerOf(report: string): Promise<{ readonly feedbackSections: readonly string[] }> {
  return JSON.parse(await readFile(join(CORPUS, `${report}.gold.json`), 'utf8'));
}
