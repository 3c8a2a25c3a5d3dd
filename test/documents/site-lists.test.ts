import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReport } from '../../src/engines/reading/index.ts';
import { readHtml } from '../../src/platform/readers/html.ts';

test('a site that closes its list after every item still has one list', () => {
  const one = (text: string, why: string) => `<ol type="a"><li><strong>${text}</strong></li></ol><p>${why}</p>`;
  const record = readReport(
    readHtml(
      Buffer.from(
        `<main><h2>Recommendations</h2>${one('Dredge the north basin', 'Boats go elsewhere.')}${one('Mend the sea wall', 'It leaks.')}${one('Open the library on market days', 'It is warm.')}</main>`,
      ),
    ),
  );
  assert.deepEqual(
    record.recommendations.map((r) => [r.group, r.number, r.heading]),
    [
      ['Recommendations', 1, 'Dredge the north basin'],
      ['Recommendations', 2, 'Mend the sea wall'],
      ['Recommendations', 3, 'Open the library on market days'],
    ],
  );
  assert.match(record.recommendations[1]!.doubts.join(' '), /counted on to 2/);
});

test('what folds away on a site is read, each part under its title', () => {
  const record = readReport(
    readHtml(
      Buffer.from(
        '<main><h1>Peer challenge</h1><details><summary>Key recommendations</summary><ol><li>Mend the sea wall before the spring tides.</li><li>Let the quay to one firm.</li></ol></details><details><summary>Next steps</summary><p>The council will reply.</p></details></main>',
      ),
    ),
  );
  assert.deepEqual(
    record.recommendations.map((r) => r.number),
    [1, 2],
  );
});
