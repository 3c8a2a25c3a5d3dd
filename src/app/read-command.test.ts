import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

const command = join(import.meta.dirname, 'read-command.ts');
const sample = (path: string) => join(import.meta.dirname, '../../samples', path);

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const script = `import { readCommand } from ${JSON.stringify(command)}; process.exitCode = await readCommand(process.argv.slice(1));`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script, '--', ...args], { encoding: 'utf8' });
}

test('read lists what it proposes for people, and prints everything as JSON when asked', () => {
  const people = run(sample('wendshire-2026/report.docx'));
  assert.equal(people.status, 0, people.stderr);
  assert.match(people.stdout, /Council: Wendshire County Council\n/u);
  assert.match(people.stdout, /9 recommendations proposed\./u);
  assert.match(people.stdout, /Fieldwork: 22 to 25 September 2026\n/u);
  assert.match(people.stdout, /Eleanora Sutherby, Lead Member Peer, Marchshire County Council, Conservative/u);
  assert.match(people.stdout, /Effort: more than 140 people, around 45 meetings, nearly 210 hours\n/u);
  assert.match(people.stdout, /Follow-up: July 2027\n/u);
  assert.match(
    people.stdout,
    /\nAlso read: \d+ suggestions in the prose, .*\d+ sums of\s+money, 4 percentages, .*1 quotation, 2 short forms.*\.\n/su,
  );
  const record = JSON.parse(run(sample('wendshire-2026/report.docx'), '--json').stdout) as { recommendations: [] };
  assert.equal(record.recommendations.length, 9);
});

test('a refused or absent file ends with 1 and the reason, wrong use with 2', () => {
  const scan = run(sample('awkward/scan.pdf'));
  assert.equal(scan.status, 1);
  assert.match(scan.stderr, /This PDF is a scan: pictures of pages, no text\./u);
  assert.equal(scan.stdout, '');
  const absent = run('nowhere.pdf');
  assert.deepEqual([absent.status, absent.stderr], [1, 'nowhere.pdf: There is no such file.\n']);
  assert.equal(run().status, 2);
  assert.equal(run('--unknown', 'a.pdf').status, 2);
  const help = run('--help');
  assert.deepEqual([help.status, help.stderr], [0, '']);
  assert.match(help.stdout, /^Usage: goldthread read FILE \[--json\]/u);
});
