import type { CouncilTx } from '../../../platform/db/scope.ts';
import { holdDocument } from '../queries/documents.ts';
import { listFinds } from '../queries/finds.ts';
import { findReport, insertRecommendations, insertReport, registeredNumbers } from '../queries/register.ts';
import { rootOf } from '../queries/versions.ts';
import type { ReportDetails } from '../rules/document.ts';
import { sameGroup } from '../rules/find.ts';
import type { Doer, Gone, NumberUsed } from './work.ts';

export type Registered =
  | { readonly kind: 'registered'; readonly reportId: string; readonly added: number }
  /** Nothing accepted waits; `reportId` is null when nothing was ever added. */
  | { readonly kind: 'nothing-accepted'; readonly reportId: string | null }
  | { readonly kind: 'details-needed' }
  | NumberUsed
  | Gone;

/**
 * Adds the accepted finds to the register, at once or not at all. Sent twice, the second finds nothing left to add;
 * finds accepted later go to the same report.
 * @param details of the report, needed the first time
 */
export async function registerAccepted(
  tx: CouncilTx,
  doer: Doer,
  given: { documentId: string; details: ReportDetails | null },
): Promise<Registered> {
  const document = await holdDocument(tx, given.documentId);
  if (document?.state !== 'read') return { kind: 'gone' };
  const finds = await listFinds(tx, given.documentId);
  const accepted = finds.filter((find) => find.decision === 'accepted' && find.recommendationId === null);
  const report = await findReport(tx, given.documentId);
  if (accepted.length === 0) return { kind: 'nothing-accepted', reportId: report?.id ?? null };
  if (!report && !given.details) return { kind: 'details-needed' };
  const taken = report ? await registeredNumbers(tx, report.id) : [];
  for (const { wording } of accepted) {
    if (taken.some((one) => one.number === wording.number && sameGroup(one.group, wording.group))) {
      return { kind: 'number-used', group: wording.group, number: wording.number };
    }
    taken.push({ group: wording.group, number: wording.number });
  }
  const reportId =
    report?.id ??
    (await insertReport(tx, {
      ...given.details!,
      councilId: doer.councilId,
      documentId: (await rootOf(tx, given.documentId)) ?? given.documentId,
      registeredBy: doer.personId,
    }));
  await insertRecommendations(tx, { councilId: doer.councilId, reportId, registeredBy: doer.personId }, accepted);
  return { kind: 'registered', reportId, added: accepted.length };
}
