import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProposedRecommendation } from '../record.ts';
import { readPassages } from './read-passages.ts';
import { laidOut } from './testing.ts';

const laid = laidOut(
  '## Executive summary',
  'The council knows its place well.',
  '## Feedback',
  '### Harbour regeneration',
  'The harbour masterplan of 2019 is out of date and nobody owns it. The market is popular.',
  'A single programme board for the harbour should replace the three that exist.',
  '### Financial planning and management',
  'The MTFS has a gap of £14m. Reserves are healthy.',
  'The council should rewrite its medium term financial plan and publish the assumptions behind the forecasts.',
);
const recommend = (id: string, text: string) => ({ id, text, blockIds: [] }) as unknown as ProposedRecommendation;

const { passages, support } = readPassages(laid, [
  recommend('r1', 'Renew the harbour masterplan under one programme board.'),
  recommend('r2', 'Publish the assumptions that the financial forecasts rest on.'),
  recommend('r3', 'Give every child a bicycle.'),
]);
const textOf = (id: string) => laid.text.slice(...passages.find((p) => p.id === id)!.span);
const forOne = (id: string) => support.filter((s) => s.recommendation === id);

test('a recommendation is borne out by what says the same, the strongest first, with the words they share', () => {
  const harbour = forOne('r1');
  assert.deepEqual(
    harbour.map((s) => s.rank),
    harbour.map((_, i) => i + 1),
  );
  assert.match(textOf(harbour[0]!.passage), /programme board for the harbour/);
  assert.match(harbour[0]!.reason, /^Advice under Harbour regeneration, .*“harbour”/);
  assert.ok(harbour.some((s) => /masterplan of 2019/.test(textOf(s.passage))));
  assert.match(textOf(forOne('r2')[0]!.passage), /assumptions behind the forecasts/);
  for (const s of support) assert.ok(s.score > 0 && s.score <= 1);
});

test('a recommendation that nothing speaks of is borne out by nothing', () => {
  assert.deepEqual(forOne('r3'), []);
});
