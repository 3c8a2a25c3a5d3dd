// Adds the story's public reports as their leads would: sent, read by the reader, checked, put in the library.
import { createHash } from 'node:crypto';
import { readReport } from '../../../engines/reading/index.ts';
import { beginReading, endReading, foundIn, putIn, sendReport } from '../../../features/library/index.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { readText } from '../../../platform/readers/text.ts';
import { type StoryPublicReport, titleOf, writtenOut } from './reports.ts';

export async function addPublicReport(tx: CouncilTx, councilId: string, report: StoryPublicReport): Promise<void> {
  const bytes = new TextEncoder().encode(writtenOut(report));
  const slug = report.about.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const file = {
    name: `${slug}-${report.year}.txt`,
    mediaType: 'text/plain',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const address = `https://${slug}.example/peer-challenge-${report.year}`;
  const id = await sendReport(tx, { councilId, file, address }, null);
  await beginReading(tx, id);
  await endReading(tx, id, { found: foundIn(readReport(readText(bytes))) });
  const { about, authority, kind, year } = report;
  const done = await putIn(tx, id, {
    title: titleOf(report),
    about,
    aboutGss: null,
    authority,
    reportKind: kind,
    year,
  });
  if (done.kind !== 'put in') throw new Error(`The story cannot be told. ${titleOf(report)}: ${done.kind}.`);
}
