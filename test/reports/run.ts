// Reads synthetic reports and says what the reader got wrong.
//
//   node test/reports/run.ts --seed 12 --show                       the report's text, the reader's faults
//   node test/reports/run.ts --seed 12 --format html --edition 2021
//   node test/reports/run.ts --count 60                             a table of fields over sixty reports
//   node test/reports/run.ts --count 60 --field team                every fault of one field
//   node test/reports/run.ts --count 300 --why team                  what the faults of one field have in common
//   node test/reports/run.ts --seed 12 --damage hyphens --damage slips
//   node test/reports/run.ts --count 60 --damage any                 each with some damage, in turn
//   node test/reports/run.ts --renew                                write the figures reached now into marks.json
//   node test/reports/run.ts --seed 12 --format html --write /tmp/report.html
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Case, type Format, formats, run } from './cases.ts';
import { type Damage, damages } from './damage.ts';
import { editions } from './make.ts';
import { renewMarks } from './marks.ts';
import type { Edition } from './pieces.ts';
import { damagedCases } from './sample.ts';
import { calibration, Tally } from './tally.ts';
import { Why } from './why.ts';

// `| head` closes the door early.
process.stdout.on('error', () => process.exit(0));

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    count: { type: 'string' },
    format: { type: 'string' },
    edition: { type: 'string' },
    field: { type: 'string' },
    why: { type: 'string' },
    show: { type: 'boolean', default: false },
    write: { type: 'string' },
    damage: { type: 'string', multiple: true },
    renew: { type: 'boolean', default: false },
  },
});
for (const [name, value, known] of [
  ['format', values.format, formats],
  ['edition', values.edition, editions],
] as const) {
  if (value !== undefined && !(known as readonly string[]).includes(value)) {
    console.error(`There is no ${name} "${value}". Choose one of: ${known.join(', ')}.`);
    process.exit(2);
  }
}
if (values.renew) {
  await renewMarks();
  process.exit(0);
}
for (const kind of values.damage ?? []) {
  if (kind !== 'any' && !(damages as readonly string[]).includes(kind)) {
    console.error(`There is no damage "${kind}". Choose one of: any, ${damages.join(', ')}.`);
    process.exit(2);
  }
}
const hurtBy = (values.damage ?? []) as Damage[];
const asked = (seed: string, i: number): Case => ({
  seed,
  format: (values.format ?? formats[i % formats.length]!) as Format,
  ...(hurtBy.length > 0 ? { damage: hurtBy } : {}),
  ...(values.edition ? { edition: values.edition as Edition } : {}),
});
const cases =
  values.seed !== undefined
    ? [asked(values.seed, 0)]
    : hurtBy.includes('any' as Damage)
      ? damagedCases('', Number(values.count ?? 20), { text: 1, html: 1, docx: 1, pdf: 1 })
      : Array.from({ length: Number(values.count ?? 20) }, (_, i) => asked(String(i + 1), i));

const tally = new Tally();
const why = values.why === undefined ? null : new Why(values.why);
for (const one of cases) {
  const { report, record, score, style, bytes } = await run(one);
  tally.add(score, []);
  if (values.write !== undefined) writeFileSync(values.write, bytes);
  const name = `--seed ${one.seed} --format ${one.format} --edition ${report.edition}${(one.damage ?? []).map((kind) => ` --damage '${kind}'`).join('')}`;
  why?.add(name, { report, style }, score);
  const faulty = score.fields.filter(
    ({ field, right, total }) => right < total && (values.field === undefined || field.startsWith(values.field)),
  );
  if (values.seed !== undefined && values.show) {
    console.log(record.text);
    console.log(`\n${name}: ${JSON.stringify(style)}`);
  }
  if (values.seed !== undefined || values.field !== undefined) {
    for (const { field, right, total, notes } of faulty) {
      console.log(`${name}: ${field} ${right} of ${total}`);
      for (const note of notes) console.log(`    ${note}`);
    }
  }
}
if (why) console.log(why.lines(16).join('\n'));
else if (cases.length > 1) {
  console.log('\nField                                      right   of');
  for (const [field, share] of [...tally.fields()].sort((a, b) => a[1] - b[1])) {
    console.log(`${field.padEnd(42)} ${(share * 100).toFixed(1).padStart(5)}  ${tally.size(field)}`);
  }
  console.log(`\nMean of fields: ${(tally.mean() * 100).toFixed(1)}%`);
  console.log('\nConfidence    proposals   right');
  for (const { from, count, right } of calibration(tally.claims))
    console.log(`${from.toFixed(1)} and over   ${String(count).padStart(9)}   ${(right * 100).toFixed(0)}%`);
}
