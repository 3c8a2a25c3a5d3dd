// How much of a report is read rightly: synthetic reports with known answers, in every edition, format and kind of damage.
import { run } from '../../test/reports/cases.ts';
import { damages } from '../../test/reports/damage.ts';
import { editions } from '../../test/reports/make.ts';
import { damagedCases, sampleCases } from '../../test/reports/sample.ts';
import { calibration, Tally } from '../../test/reports/tally.ts';
import type { Report } from '../figures.ts';

const UNDAMAGED = 300;
const DAMAGED = 480;
const FORMATS = { text: 1, html: 1, docx: 1, pdf: 1 };
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** Prints tables of the share read rightly, and whether a confidence of 0.9 means nine in ten. */
export async function measureAnswers(report: Report): Promise<void> {
  const whole = new Tally();
  for (const one of sampleCases('bench', UNDAMAGED, FORMATS)) {
    const { score, report: made } = await run(one);
    whole.add(score, [`format ${one.format}`, `edition ${made.edition}`]);
  }
  const hurt = new Tally();
  for (const one of damagedCases('bench', DAMAGED, FORMATS)) {
    const { score, report: made } = await run(one);
    const kinds = one.damage ?? [];
    hurt.add(score, [
      `format ${one.format}`,
      `edition ${made.edition}`,
      kinds.length === 1 ? `damage ${kinds[0]}` : 'damage several kinds',
    ]);
  }
  report.section(`Fields read rightly, over ${UNDAMAGED} reports as written and ${DAMAGED} damaged ones`);
  for (const field of [...new Set([...whole.fields().keys(), ...hurt.fields().keys()])].sort()) {
    const [clean, damaged] = [whole.fields().get(field), hurt.fields().get(field)];
    report.line(
      field,
      `${clean === undefined ? '-' : percent(clean)} as written, ${damaged === undefined ? '-' : percent(damaged)} damaged`,
    );
  }
  report.section('Mean over the fields');
  const both = (name: string, key: string) =>
    report.line(name, `${percent(whole.mean(key))} as written, ${percent(hurt.mean(key))} damaged`);
  both('all', 'all');
  for (const format of Object.keys(FORMATS)) both(`  ${format}`, `format ${format}`);
  for (const edition of editions) both(`  ${edition}`, `edition ${edition}`);
  for (const kind of [...damages, 'several kinds'])
    report.line(`  ${kind}`, `${percent(hurt.mean(`damage ${kind}`))} damaged`);
  report.section('What a confidence means: items proposed over the damaged reports, and the share that is right');
  for (const [name, field] of [
    ['recommendations', 'recommendations'],
    ['team', 'team'],
    ['money', 'money'],
    ['passages', 'passages'],
    ['everything', undefined],
  ] as const) {
    const buckets = calibration(hurt.claims, field);
    report.line(
      name,
      buckets.map(({ from, count, right }) => `${from.toFixed(1)}: ${percent(right)} of ${count}`).join('; '),
    );
  }
  report.mark({
    what: 'fields right, as written',
    wanted: '98% or more',
    measured: percent(whole.mean()),
    met: whole.mean() >= 0.98,
  });
  report.mark({
    what: 'fields right, damaged',
    wanted: '90% or more',
    measured: percent(hurt.mean()),
    met: hurt.mean() >= 0.9,
  });
  const sure = calibration(hurt.claims).find(({ from }) => from === 0.9);
  report.mark({
    what: 'proposals of confidence 0.9 and over that are right',
    wanted: '90% or more',
    measured: sure ? percent(sure.right) : 'there are none',
    met: sure !== undefined && sure.right >= 0.9,
  });
}
