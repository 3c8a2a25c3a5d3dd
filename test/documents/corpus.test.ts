import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readReport } from '../../src/engines/reading/index.ts';
import { readBlocks } from '../../src/platform/readers/read-blocks.ts';

// Real reports with answers that a person checked. They are other people's words and stand beside the repository.
const corpus = process.env.GOLDTHREAD_CORPUS ?? join(import.meta.dirname, '../../../shared/corpus');

test('the recommendations of real reports are read without a fault, in every format', async (t) => {
  if (!existsSync(join(corpus, 'score.mjs'))) {
    t.skip(`no real reports at ${corpus}; name their folder in GOLDTHREAD_CORPUS`);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-corpus-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const answers = (await readdir(corpus)).filter((name) => name.endsWith('.gold.json'));
  for (const answer of answers) {
    const report = answer.replace('.gold.json', '');
    for (const format of ['pdf', 'docx', 'html', 'txt']) {
      await t.test(`${report}.${format}`, async () => {
        const { blocks } = await readBlocks(join(corpus, `${report}.${format}`));
        const record = join(folder, `${report}.${format}.json`);
        await writeFile(record, JSON.stringify(readReport(blocks)));
        const scored = spawnSync(
          process.execPath,
          [join(corpus, 'score.mjs'), join(corpus, answer), record, '--only', 'recommendations'],
          { encoding: 'utf8' },
        );
        assert.equal(scored.status, 0, scored.stdout + scored.stderr);
      });
    }
  }
});
