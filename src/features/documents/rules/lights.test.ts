import assert from 'node:assert/strict';
import test from 'node:test';
import type { RecordBlock, ReportRecord } from './find.ts';
import { type Light, litParagraph } from './lights.ts';
import { sentencesOf } from './passages.ts';

const TEXT = 'The council should publish the floor of £9 million. It has not done so.';
const at = (words: string, text = TEXT) => [text.indexOf(words), text.indexOf(words) + words.length] as const;
function recordOf(text: string): { record: ReportRecord; block: RecordBlock } {
  const block: RecordBlock = {
    id: 'b1',
    kind: 'paragraph',
    level: null,
    label: null,
    depth: 0,
    span: [0, text.length],
    page: 1,
    pageEnd: 1,
    pageBreaks: [],
    bold: [at('council', text)],
  };
  return { record: { text, blocks: [block] } as unknown as ReportRecord, block };
}

test('a figure inside a suggestion has its own mark, and the words their innermost look', () => {
  const light = (id: string, words: string, look: Light['look']): Light => ({
    id,
    span: at(words),
    look,
    letter: look.charAt(0),
    name: look,
    href: `#${id}`,
  });
  const lights = [
    light('m2', '£9 million', 'figure'),
    light('m1', 'The council should publish the floor of £9 million.', 'suggestion'),
  ];
  const { record, block } = recordOf(TEXT);
  const { runs } = litParagraph(record, block, lights);
  const said = runs.map((run) =>
    run.kind === 'words'
      ? `${run.look ?? 'plain'}${run.bold ? ' bold' : ''}: ${run.text}`
      : run.kind === 'mark'
        ? `[${run.light.id}] ${run.says}`
        : '',
  );
  assert.deepEqual(said, [
    '[m1] suggestion: The council should publish the floor of £9 million.',
    'suggestion: The ',
    'suggestion bold: council',
    'suggestion:  should publish the floor of ',
    '[m2] figure: £9 million',
    'figure: £9 million',
    'suggestion: .',
    'plain:  It has not done so.',
  ]);
});

test('of a long paragraph the sentence that matters is shown, and dots for the rest', () => {
  const text = `${'The team met many people there. '.repeat(12)}${TEXT} ${'They spoke openly. '.repeat(12)}`.trim();
  const { record } = recordOf(text);
  const passage = sentencesOf(record, at('£9 million', text))!;
  const words = passage.lit[0]!.runs.map((run) => (run.kind === 'words' ? run.text : ''));
  assert.equal(words.join(''), '… The council should publish the floor of £9 million. …');
  assert.ok(passage.lit[0]!.partly);
});
