import type { CouncilTx } from '../../../platform/db/scope.ts';
import { deleteBorne, deleteUnbornePieces, findBorne, insertRemoval } from '../queries/write.ts';
import { type Removal, withoutEmail } from '../rules/contents.ts';

export interface RedactInput {
  readonly publicationId: string;
  readonly kind: Removal['kind'];
  /** The identifier of the recommendation, action or evidence. */
  readonly recordId: string;
  /** Shown to everybody in its place. Not empty. */
  readonly reason: string;
  /** From every version that bears it, not from this one alone. */
  readonly everywhere: boolean;
}

export type RedactOutcome =
  | { readonly outcome: 'taken out'; readonly versions: number }
  | { readonly outcome: 'nothing there' };

/** Takes one thing out of what is published: its words are deleted, its place and the reason stay. */
export async function redact(tx: CouncilTx, input: RedactInput): Promise<RedactOutcome> {
  const borne = await findBorne(tx, input.kind, input.recordId, input.everywhere ? null : input.publicationId);
  for (const at of borne) {
    const { publicationId, ...place } = at;
    await insertRemoval(tx, publicationId, {
      ...place,
      kind: input.kind,
      recordId: input.recordId,
      reason: withoutEmail(input.reason),
    });
    await deleteBorne(tx, input.kind, input.recordId, at);
  }
  if (borne.length === 0) return { outcome: 'nothing there' };
  await deleteUnbornePieces(tx);
  return { outcome: 'taken out', versions: new Set(borne.map((at) => at.publicationId)).size };
}
