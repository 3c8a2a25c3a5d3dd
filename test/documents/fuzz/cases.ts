// The damaged files, each made again from its number alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { mutateBytes, mutateText, mutateWord } from './mutate.ts';

export type FuzzKind = 'text' | 'html' | 'pdf' | 'docx';
export type FuzzCase = { readonly name: string; readonly bytes: Uint8Array };

const samples = join(import.meta.dirname, '../../../samples');
const read = (name: string) => readFileSync(join(samples, name));
const bases: Readonly<Record<FuzzKind, () => readonly Buffer[]>> = {
  text: kept(() => [read('northmere-2026/report.txt')]),
  html: kept(() => [read('northmere-2026/report.html')]),
  pdf: kept(() => [read('northmere-2026/report.pdf'), read('wendshire-2026/report.pdf')]),
  docx: kept(() => [read('northmere-2026/report.docx'), read('wendshire-2026/report.docx')]),
};

function kept<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Case `number` of a kind: two of three are damaged reports, the third is made up from nothing. */
export async function fuzzCase(kind: FuzzKind, number: number): Promise<FuzzCase> {
  const base = bases[kind]()[number % bases[kind]().length]!;
  switch (kind) {
    case 'pdf':
      return { name: 'report.pdf', bytes: mutateBytes(base, number) };
    case 'docx':
      return {
        name: 'report.docx',
        bytes: number % 4 === 0 ? mutateBytes(base, number) : await mutateWord(base, number),
      };
    default: {
      const name = kind === 'html' ? 'report.html' : 'report.txt';
      if (number % 3 === 2) return { name, bytes: Buffer.from(madeUp(kind, number)) };
      return { name, bytes: Buffer.from(mutateText(part(base.toString(), number), number)) };
    }
  }
}

/** A stretch of the report, since a whole one says no more in each of many thousand cases. */
function part(text: string, number: number): string {
  const length = 2000 + ((number * 7919) % 20_000);
  const from = (number * 104_729) % Math.max(1, text.length - length);
  return text.slice(from, from + length);
}

const word = fc.oneof(
  fc.constantFrom(
    'Key',
    'recommendations',
    'the',
    'council',
    'should',
    'Peterborough',
    '£4.2m',
    '£',
    '12%',
    '1.',
    '2)',
    'a)',
    '•',
    '(MTFS)',
    '2021/22',
    'July',
    '2021',
    '28',
    '–',
    '-',
    '.',
    ',',
    ':',
    '“',
    '”',
    '‘',
    '’',
    '*',
    'Cllr',
    '@',
    'x@y.example',
    'Recommendation',
    'R1',
    'Contents',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const line = fc
  .array(word, { maxLength: 30 })
  .chain((words) => fc.constantFrom(' ', '  ', '\t', '').map((glue) => words.join(glue)));
const madeText = fc
  .array(line, { maxLength: 60 })
  .chain((lines) => fc.constantFrom('\n', '\n\n', '\r\n', '\f', '').map((glue) => lines.join(glue)));

const tag = fc.constantFrom(
  'p',
  'div',
  'h1',
  'h2',
  'h6',
  'ol',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'th',
  'details',
  'summary',
  'nav',
  'main',
  'span',
  'b',
  'a',
  'br',
  'script',
  'style',
  'template',
  'svg',
  'math',
  'frameset',
  'select',
  'textarea',
  'plaintext',
  'noscript',
  'dl',
  'dt',
  'dd',
  'pre',
);
const madeHtml = fc
  .array(
    fc.oneof(
      line,
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.tuple(tag, line).map(([name, text]) => `<${name} class="x" start="${text}" style='${text}'>`),
      fc.tuple(tag, fc.integer({ min: 1, max: 400 })).map(([name, depth]) => `<${name}>`.repeat(depth)),
    ),
    { maxLength: 120 },
  )
  .map((pieces) => pieces.join(''));

function madeUp(kind: 'text' | 'html', number: number): string {
  return fc.sample(kind === 'html' ? madeHtml : madeText, { seed: number, numRuns: 1 })[0]!;
}
