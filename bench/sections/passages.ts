// How rightly the prose of real reports is classed, sentence by sentence, against labels that a person made.
import { CHALLENGES, FORMATS, hasCorpus, readFromCorpus } from '../../test/passages/corpus.ts';
import { CLASSES, labelsOf, Measured, measure } from '../../test/passages/measure.ts';
import type { Report } from '../figures.ts';

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** Prints precision and recall for each class and report; nothing where the corpus is absent. */
export async function measurePassages(report: Report): Promise<void> {
  if (!hasCorpus()) return;
  const together = new Measured();
  for (const name of CHALLENGES) {
    const labels = await labelsOf(name);
    for (const format of FORMATS) {
      const record = await readFromCorpus(name, format);
      const measured = measure(record, labels);
      measure(record, labels, together);
      tell(report, `Passages of ${name}.${format}, against ${labels.length} labelled sentences`, measured);
    }
  }
  tell(report, 'Passages of both reports in every format', together);
  for (const name of ['suggestion', 'strength'] as const) {
    const [precision, recall] = [together.precision(name), together.recall(name)];
    report.mark({
      what: `passages of class ${name}`,
      wanted: 'precision and recall 85% or more',
      measured: `${percent(precision)} and ${percent(recall)}`,
      met: precision >= 0.85 && recall >= 0.85,
    });
  }
}

function tell(report: Report, title: string, measured: Measured): void {
  report.section(title);
  for (const name of CLASSES)
    report.line(name, `precision ${percent(measured.precision(name))}, recall ${percent(measured.recall(name))}`);
  const sure = measured.sureOf(0.9);
  report.line('all classes', `${percent(measured.right)} right`);
  report.line('strength of the advice found', `${percent(measured.other('strength of advice'))} right`);
  report.line('theme', `${percent(measured.other('theme'))} right`);
  report.line('in passages of confidence 0.9 and over', `${percent(sure.share)} of ${sure.of} right`);
}
