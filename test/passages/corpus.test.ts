import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, CHALLENGES, CORPUS, FORMATS, hasCorpus, readFromCorpus } from './corpus.ts';

const skip = hasCorpus() ? false : `no real reports at ${CORPUS}; name their folder in GOLDTHREAD_CORPUS`;

for (const report of CHALLENGES) {
  for (const format of FORMATS) {
    test(`the sections of the feedback are those of the report: ${report}.${format}`, { skip }, async () => {
      const record = await readFromCorpus(report, format);
      const { feedbackSections } = await answerOf(report);
      assert.deepEqual(
        record.feedbackSections.map((s) => s.heading.toLowerCase()),
        feedbackSections.map((heading) => heading.toLowerCase()),
      );
      for (const { heading, span } of record.feedbackSections)
        assert.ok(record.text.slice(...span).startsWith(heading), heading);
    });
  }
}
