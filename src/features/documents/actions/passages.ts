// What other features show of a report: one passage, and the reports that wait for somebody.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { findRecord, listDocuments } from '../queries/documents.ts';
import { countFinds } from '../queries/finds.ts';
import { type Passage, passageOf } from '../rules/passages.ts';

export interface PassageInReport extends Passage {
  /** Where it stands on the page of the whole report, below /councils/CODE. */
  readonly whole: string;
}

/** The passage of a registered recommendation with the paragraphs round it; null when it has no place in a kept report. */
export async function passageFor(
  tx: CouncilTx,
  documentId: string,
  spanStart: number,
  spanEnd: number,
): Promise<PassageInReport | null> {
  const record = await findRecord(tx, documentId);
  const passage = record && passageOf(record, [spanStart, spanEnd]);
  return passage && { ...passage, whole: `/reports/${documentId}/source#${passage.lit[0]?.id ?? ''}` };
}

export interface ReportInHand {
  readonly documentId: string;
  readonly title: string;
  readonly state: 'being-read' | 'refused' | 'to-check' | 'to-add';
  readonly toCheck: number;
  readonly accepted: number;
  /** Below /councils/CODE. */
  readonly path: string;
}

/** Reports that wait for somebody: being read, refused, with finds to check, or with none added to the register yet. */
export async function reportsInHand(tx: CouncilTx): Promise<ReportInHand[]> {
  const documents = await listDocuments(tx);
  const counts = await countFinds(tx);
  return documents.flatMap((document) => {
    const { undecided, accepted } = counts.get(document.id) ?? { undecided: 0, accepted: 0 };
    const state =
      document.state === 'refused'
        ? 'refused'
        : document.state !== 'read'
          ? 'being-read'
          : undecided > 0
            ? 'to-check'
            : 'to-add';
    if (state === 'to-add' && (document.reportId !== null || accepted === 0)) return [];
    const path = `/reports/${document.id}`;
    return { documentId: document.id, title: document.title, state, toCheck: undecided, accepted, path } as const;
  });
}
