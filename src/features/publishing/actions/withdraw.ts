import type { CouncilTx } from '../../../platform/db/scope.ts';
import { findVersion } from '../queries/published.ts';
import { deleteUnbornePieces, emptyPublication } from '../queries/write.ts';
import { withoutEmail } from '../rules/contents.ts';

export interface WithdrawInput {
  readonly publicationId: string;
  /** Shown to everybody in place of the version. Not empty. */
  readonly reason: string;
}

export type WithdrawOutcome = { readonly outcome: 'withdrawn' | 'already withdrawn' | 'nothing there' };

/** Takes a whole version down: its rows are deleted, its address stays with the reason. */
export async function withdraw(tx: CouncilTx, input: WithdrawInput): Promise<WithdrawOutcome> {
  const version = await findVersion(tx, input.publicationId);
  if (!version) return { outcome: 'nothing there' };
  if (version.withdrawnAt !== null) return { outcome: 'already withdrawn' };
  await emptyPublication(tx, version.id, withoutEmail(input.reason));
  await deleteUnbornePieces(tx);
  return { outcome: 'withdrawn' };
}
