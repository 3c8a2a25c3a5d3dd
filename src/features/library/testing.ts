// For the tests of the library: invented public reports, read by the real reader and put in by the real use cases.

import { readReport } from '../../engines/reading/index.ts';
import type { Authority } from '../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../platform/db/scope.ts';
import { readText } from '../../platform/readers/text.ts';
import { beginReading, endReading, putIn, sendReport } from './actions/additions.ts';
import { foundIn } from './rules/found.ts';

export interface InventedReport {
  readonly about: string;
  readonly year: number | null;
  readonly authority: Authority | null;
  readonly recommendations: readonly string[];
  /** Sentences of the feedback chapter. */
  readonly prose?: readonly string[];
}

/** The report as it would be copied from a PDF by hand. */
export function reportText({ about, year, recommendations, prose = [] }: InventedReport): string {
  return [
    'Corporate Peer Challenge',
    about,
    year === null ? 'March' : `14 to 17 March ${year}`,
    'Feedback Report',
    '',
    '1. Executive summary',
    '',
    `This report says what the team heard and saw in ${about}.`,
    '',
    '2. Key recommendations',
    '',
    'Ideas stand in every part of this report. These are what the peer team recommends above all:',
    '',
    ...recommendations.flatMap((text, i) => [`${i + 1}. ${text}`, '']),
    '3. Summary of peer challenge approach',
    '',
    'The team prepared by reviewing documents and spent four days on site.',
    '',
    '4. Feedback',
    '',
    '4.4 Financial planning and management',
    '',
    ...prose.flatMap((text) => [text, '']),
  ].join('\n');
}

/** Adds an invented report as a lead would: sent, read, checked, put in. @returns the addition */
export async function addReport(tx: CouncilTx, councilId: string, report: InventedReport): Promise<string> {
  const bytes = new TextEncoder().encode(reportText(report));
  const slug = report.about.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const file = { name: `${slug}.txt`, mediaType: 'text/plain', bytes, sha256: '2'.repeat(64) };
  const address = `https://${slug}.example/peer-challenge-${report.year}`;
  const id = await sendReport(tx, { councilId, file, address }, null);
  await beginReading(tx, id);
  await endReading(tx, id, { found: foundIn(readReport(readText(bytes))) });
  const { about, year, authority } = report;
  const title = `Corporate peer challenge of ${about}${year === null ? '' : `, ${year}`}`;
  const source = { title, about, aboutGss: null, authority, year, reportKind: 'corporate-peer-challenge' as const };
  const done = await putIn(tx, id, source);
  if (done.kind !== 'put in') throw new Error(`The report was not put in: ${done.kind}.`);
  return id;
}
