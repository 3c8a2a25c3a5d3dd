// Recommendations of two reports linked as joint, or the link taken back. Neither is changed by it.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { holdDocument } from '../queries/documents.ts';
import { deleteLink, insertLink, isPublished, ofOthers, ofReport, showLink } from '../queries/joint.ts';
import { findReport } from '../queries/register.ts';
import type { Doer, Gone } from './work.ts';

export interface Ends {
  readonly recommendationId: string;
  readonly otherCouncilId: string;
  readonly otherRecommendationId: string;
}

/** Links two recommendations, when this council may read both; the other council sees it once this end is published. */
export async function linkJoint(
  tx: CouncilTx,
  doer: Doer,
  given: { documentId: string; ends: Ends },
): Promise<{ readonly kind: 'linked'; readonly shown: boolean } | Gone> {
  const { ends } = given;
  const report = await reportOf(tx, given.documentId);
  if (report === null) return { kind: 'gone' };
  const ours = (await ofReport(tx, report)).some((one) => one.id === ends.recommendationId);
  const theirs = (await ofOthers(tx, report)).some(
    (one) => one.id === ends.otherRecommendationId && one.councilId === ends.otherCouncilId,
  );
  if (!ours || !theirs) return { kind: 'gone' };
  await insertLink(tx, { ...ends, councilId: doer.councilId, linkedBy: doer.personId });
  const show = ends.otherCouncilId !== doer.councilId && (await isPublished(tx, ends.recommendationId));
  if (show) await showLink(tx, { ...ends, councilId: doer.councilId });
  return { kind: 'linked', shown: show };
}

export async function unlinkJoint(
  tx: CouncilTx,
  given: { documentId: string; ends: Ends },
): Promise<{ readonly kind: 'unlinked' } | Gone> {
  const report = await reportOf(tx, given.documentId);
  if (report === null) return { kind: 'gone' };
  if (!(await ofReport(tx, report)).some((one) => one.id === given.ends.recommendationId)) return { kind: 'gone' };
  await deleteLink(tx, given.ends);
  return { kind: 'unlinked' };
}

async function reportOf(tx: CouncilTx, documentId: string): Promise<string | null> {
  if (!(await holdDocument(tx, documentId))) return null;
  return (await findReport(tx, documentId))?.id ?? null;
}
