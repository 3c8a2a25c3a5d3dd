import type { CouncilTx } from '../../../platform/db/scope.ts';
import { isSlugTaken, listVersions, readContents } from '../queries/published.ts';
import { findReport, readRegister } from '../queries/register.ts';
import { insertContents, insertPublication, markReplaced } from '../queries/write.ts';
import { composeContents, withoutEmail } from '../rules/contents.ts';

export interface PublishInput {
  readonly councilId: string;
  readonly reportId: string;
  readonly title: string;
  /** The report's short name in the address; of a report already published the first one stays, whatever is given. */
  readonly slug: string;
  readonly summary: string;
  /** The number this version will have, as the person saw it: 1, 2, 3. */
  readonly expectedNumber: number;
  /** Records that were taken out of the last version and shall be in this one again. */
  readonly putBack?: readonly string[];
}

export type PublishOutcome =
  | { readonly outcome: 'published'; readonly slug: string; readonly number: number; readonly publicationId: string }
  /** Somebody published in between, or the form was sent twice. `number` is the newest there is. */
  | { readonly outcome: 'already published'; readonly slug: string; readonly number: number }
  | { readonly outcome: 'short name taken' }
  | { readonly outcome: 'nothing to publish' };

/** Freezes a report's public side as its next version, and marks the version before as replaced. */
export async function publish(tx: CouncilTx, input: PublishInput): Promise<PublishOutcome> {
  const report = await findReport(tx, input.reportId, true);
  if (!report) return { outcome: 'nothing to publish' };
  const versions = await listVersions(tx, input.reportId);
  const last = versions[0];
  const number = (last?.number ?? 0) + 1;
  if (last && number !== input.expectedNumber) {
    return { outcome: 'already published', slug: last.slug, number: last.number };
  }
  const slug = last?.slug ?? input.slug;
  if (!last && (await isSlugTaken(tx, slug))) return { outcome: 'short name taken' };
  const before = last ? (await readContents(tx, input.councilId, [last.id])).get(last.id) : undefined;
  const register = await readRegister(tx, input.reportId);
  const contents = composeContents(register, before?.removals ?? [], input.putBack);
  if (contents.recommendations.length === 0) return { outcome: 'nothing to publish' };
  const publicationId = await insertPublication(tx, {
    reportId: input.reportId,
    slug,
    number,
    title: withoutEmail(input.title),
    summary: withoutEmail(input.summary),
    reportKind: report.kind,
    fieldworkFrom: report.fieldworkFrom,
    fieldworkTo: report.fieldworkTo,
    notRegistered: register.notRegistered,
  });
  await insertContents(tx, publicationId, contents);
  await markReplaced(tx, input.reportId, number);
  return { outcome: 'published', slug, number, publicationId };
}
