import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PassageClass, SuggestionStrength } from '../../src/engines/reading/findings.ts';

// The labels hold places in other people's words, so they mean something only over exactly the text they were made on.
const corpus = process.env.GOLDTHREAD_CORPUS ?? join(import.meta.dirname, '../../../shared/corpus');

type Labels = {
  readonly file: string;
  readonly sha256: string;
  readonly sentences: readonly (readonly [number, number, string, string | null, string | null])[];
};
const classes: readonly PassageClass[] = ['deferred', 'suggestion', 'concern', 'strength', 'fact'];
const strengths: readonly SuggestionStrength[] = ['must', 'should', 'could'];

// The held-out sentences are our own words, not places in a report.
const reports = globSync('*.json', { cwd: import.meta.dirname }).filter((name) => name !== 'held-out.json');

for (const name of reports.sort()) {
  test(`the labels of ${name} fit the published report`, (t) => {
    const labels: Labels = JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
    const published = join(corpus, labels.file);
    if (!existsSync(published)) {
      t.skip(`no real reports at ${corpus}; name their folder in GOLDTHREAD_CORPUS`);
      return;
    }
    const bytes = readFileSync(published);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), labels.sha256, 'another text than was labelled');
    const text = bytes.toString('utf8');
    const answer = JSON.parse(readFileSync(published.replace(/\.txt$/, '.gold.json'), 'utf8'));
    const themes = new Set<string>(answer.feedbackSections);
    let last = 0;
    for (const [start, end, kind, strength, theme] of labels.sentences) {
      const where = `sentence at ${start}`;
      assert.ok(start >= last && end > start && end <= text.length, `${where}: out of order or outside the text`);
      const sentence = text.slice(start, end);
      assert.match(sentence, /^["'“‘(]?\p{L}/u, `${where}: does not begin with a letter`);
      assert.equal(sentence, sentence.trimEnd(), `${where}: ends in white space`);
      assert.ok(
        classes.some((known) => known === kind),
        `${where}: class ${kind}`,
      );
      const strengthFits = kind === 'suggestion' ? strengths.some((known) => known === strength) : strength === null;
      assert.ok(strengthFits, `${where}: strength ${strength} of a ${kind}`);
      assert.ok(theme === null || themes.has(theme), `${where}: theme ${theme}`);
      last = end;
    }
    const found = new Set(labels.sentences.map(([, , , , theme]) => theme));
    assert.deepEqual(
      [...themes].filter((theme) => !found.has(theme)),
      [],
      'sections without a sentence',
    );
  });
}
