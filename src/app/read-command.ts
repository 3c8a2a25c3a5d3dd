import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ProposedRecommendation, ReportRecord } from '../engines/reading/index.ts';
import { readFileInChild } from '../platform/readers/child.ts';
import { factLines } from './read-facts.ts';

const help = `Usage: goldthread read FILE [--json]

Reads a peer challenge report (PDF, Word, web page or text) and lists the recommendations it proposes, each with its
place in the report and what to check, and counts what else it found. Nothing is stored, and no database is needed.

  --json    print everything that was read, as JSON
  --help    print this

Exit codes: 0 the file was read, 1 it was refused (the reason goes to standard error), 2 wrong use.`;

const kinds: Record<ReportRecord['kind'], string> = {
  'corporate-peer-challenge': 'Corporate peer challenge report',
  'finance-peer-challenge': 'Finance peer challenge report',
  'governance-peer-challenge': 'Governance peer challenge report',
  'progress-review': 'Progress review report',
  'committee-report': 'Committee report, not a peer challenge report',
  unknown: 'What kind of report this is: not known',
};

/**
 * `goldthread read FILE [--json]`.
 * @param args what stands after "read"
 * @returns the exit code: 0 read, 1 refused, 2 wrong use
 */
export async function readCommand(args: string[]): Promise<number> {
  const asked = parse(args);
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n\n${help}\n`);
    return 2;
  }
  if (asked.help) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const found = await stat(asked.file).catch(() => null);
  if (!found?.isFile()) {
    process.stderr.write(`${asked.file}: There is no such file.\n`);
    return 1;
  }
  const outcome = await readFileInChild(asked.file);
  if (!outcome.ok) {
    process.stderr.write(`${asked.file}: ${outcome.refusal.message}.\n`);
    return 1;
  }
  await print(asked.json ? `${JSON.stringify(outcome.record, null, 2)}\n` : listing(outcome.record));
  return 0;
}

function parse(args: string[]): { file: string; json: boolean; help: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    const asked = { file: positionals[0] ?? '', json: values.json ?? false, help: values.help ?? false };
    if (asked.help) return asked;
    if (positionals.length === 0) return 'Name the file to read.';
    return positionals.length > 1 ? 'Name one file at a time.' : asked;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Waits until everything is written, since whoever called may end the process next. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** What was read, for people. */
export function listing(record: ReportRecord): string {
  const found = record.recommendations;
  const lines = [
    record.title ?? 'Title: not known',
    kinds[record.kind],
    `Council: ${record.council.name ?? 'not known'}${record.council.gss === null ? '' : ` (${record.council.gss})`}`,
    ...(record.pages === null ? [] : [`${record.pages} ${record.pages === 1 ? 'page' : 'pages'}`]),
    ...factLines(record).flatMap((line) => wrap(line, '  ')),
    '',
    found.length === 0
      ? 'No recommendations found.'
      : `${found.length} ${found.length === 1 ? 'recommendation' : 'recommendations'} proposed. Check each against the report.`,
  ];
  const others = otherFindings(record);
  if (others.length > 0) lines.push(...wrap(`Also read: ${others.join(', ')}.`, ''));
  let group: string | null = null;
  for (const item of found) {
    if (item.group !== group) lines.push('', item.group);
    group = item.group;
    lines.push('', ...itemLines(item));
  }
  return `${lines.join('\n')}\n`;
}

/** What else was read, counted: "3 quotations". */
function otherFindings(record: ReportRecord): string[] {
  const passages = (wanted: string) => record.passages.filter((passage) => passage.class === wanted).length;
  const counts: [number, string, string][] = [
    [record.suggestions.length, 'suggestion in the prose', 'suggestions in the prose'],
    [passages('strength'), 'strength', 'strengths'],
    [passages('concern'), 'concern', 'concerns'],
    [passages('deferred'), 'judgement put off', 'judgements put off'],
    [record.figures.length, 'sum of money', 'sums of money'],
    [record.percentages.length, 'percentage', 'percentages'],
    [record.savings?.rows.length ?? 0, 'row in a table of savings', 'rows in a table of savings'],
    [record.quotes.length, 'quotation', 'quotations'],
    [record.definitions.length, 'definition', 'definitions'],
    [record.abbreviations.length, 'short form', 'short forms'],
  ];
  return counts.flatMap(([count, one, many]) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]));
}

function itemLines(item: ProposedRecommendation): string[] {
  const indent = '     ';
  const lines = wrap(`${String(item.number).padStart(3)}. ${item.text}`, indent);
  for (const part of item.parts ?? []) lines.push(...wrap(`${indent}${part.label} ${part.text}`, `${indent}  `));
  const where = pages(item);
  if (where !== null) lines.push(`${indent}[${where}]`);
  for (const doubt of item.doubts) lines.push(...wrap(`${indent}Check: ${doubt}`, `${indent}  `));
  return lines;
}

function pages({ page, pageEnd }: ProposedRecommendation): string | null {
  if (page === null) return null;
  return pageEnd === null || pageEnd === page ? `page ${page}` : `pages ${page} to ${pageEnd}`;
}

function wrap(text: string, indent: string, width = 100): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) +/u)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
