// Noting that a person came.
import type { CouncilTx } from '../../platform/db/scope.ts';
import { saveVisit } from './queries.ts';
import { VISIT_MINUTES } from './rules/news.ts';

/** Notes that the person of the scope came now. Within the hour it is still the same visit, and nothing is written. */
export async function noteVisit(tx: CouncilTx, now: Date): Promise<void> {
  await saveVisit(tx, new Date(now.getTime() - VISIT_MINUTES * 60_000));
}
