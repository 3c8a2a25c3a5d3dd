import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { clearLeftovers } from './leftovers.ts';

test('what a crash left is taken away at the next start; what another server is at work on stays', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-leftovers-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const now = new Date('2026-11-20T12:00:00Z');
  assert.equal(await clearLeftovers(folder, true, now), 0);
  for (const kind of ['uploads', 'reading']) {
    await mkdir(join(folder, kind));
    for (const [name, minutes] of [
      ['old', 61],
      ['new', 1],
    ] as const) {
      await writeFile(join(folder, kind, name), 'words of a report');
      const at = new Date(now.getTime() - minutes * 60_000);
      await utimes(join(folder, kind, name), at, at);
    }
  }
  await writeFile(join(folder, 'secret'), 'kept');
  assert.equal(await clearLeftovers(folder, false, now), 2);
  assert.deepEqual(await readdir(join(folder, 'uploads')), ['new']);
  assert.equal(await clearLeftovers(folder, true, now), 2);
  assert.deepEqual(await readdir(join(folder, 'reading')), []);
  assert.ok((await readdir(folder)).includes('secret'));
});
