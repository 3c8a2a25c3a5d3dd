// What every use case on finds shares: who acts, the document held still, and the refusals they have in common.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { findLastChange, whoChanged } from '../../history/index.ts';
import { holdDocument } from '../queries/documents.ts';
import { listFinds } from '../queries/finds.ts';
import type { Find, Meanwhile } from '../rules/find.ts';

export type { Meanwhile };

/** Who acts, for which council, and when. A null person is a job or a command. */
export interface Doer {
  readonly councilId: string;
  readonly personId: string | null;
  readonly at: Date;
}

export interface NumberUsed {
  readonly kind: 'number-used';
  readonly group: string;
  readonly number: number;
}

/** There is no such find in play here: dropped, registered, joined or split meanwhile, or another council's. */
export interface Gone {
  readonly kind: 'gone';
}

export interface Loaded {
  readonly find: Find;
  readonly finds: Find[];
}

/** Holds the document and loads its finds; null when the find asked for is not one that can still be changed here. */
export async function loadFind(tx: CouncilTx, documentId: string, findId: string): Promise<Loaded | null> {
  const document = await holdDocument(tx, documentId);
  if (document?.state !== 'read') return null;
  const finds = await listFinds(tx, documentId);
  const find = finds.find((one) => one.id === findId);
  return find && find.recommendationId === null ? { find, finds } : null;
}

export async function meanwhile(tx: CouncilTx, find: Find, doer: Doer): Promise<Meanwhile> {
  const change = await findLastChange(tx, 'proposal', find.id);
  return { kind: 'changed-meanwhile', find, who: whoChanged(change, doer.personId), at: change?.at ?? doer.at };
}
