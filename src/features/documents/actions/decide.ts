import type { CouncilTx } from '../../../platform/db/scope.ts';
import { holdDocument } from '../queries/documents.ts';
import { listFinds, updateFind } from '../queries/finds.ts';
import { type Decision, numberTaken, readCleanly } from '../rules/find.ts';
import { type Doer, type Gone, loadFind, type Meanwhile, meanwhile, type NumberUsed } from './work.ts';

export type Decided = { readonly kind: 'decided' } | Meanwhile | NumberUsed | Gone;

/** Accepts a find, leaves it out, or takes the decision back. */
export async function decide(
  tx: CouncilTx,
  doer: Doer,
  given: { documentId: string; findId: string; version: number; decision: Decision },
): Promise<Decided> {
  const loaded = await loadFind(tx, given.documentId, given.findId);
  if (!loaded) return { kind: 'gone' };
  const { find, finds } = loaded;
  if (find.version !== given.version) {
    // Both did the same: there is nothing to settle.
    if (find.decision === given.decision && find.version === given.version + 1) return { kind: 'decided' };
    return meanwhile(tx, find, doer);
  }
  if (given.decision === 'accepted') {
    const { group, number } = find.wording;
    const accepted = finds.filter((one) => one.decision === 'accepted');
    if (numberTaken(accepted, group, number, [find.id])) return { kind: 'number-used', group, number };
  }
  await updateFind(tx, find.id, find.version, {
    decision: given.decision,
    decidedBy: doer.personId,
    at: doer.at,
  });
  return { kind: 'decided' };
}

export interface AcceptedTogether {
  readonly kind: 'accepted';
  readonly accepted: number;
  /** Seen by the person, but changed by somebody else since, or with a number already used: they still wait. */
  readonly waiting: number;
}

/** Accepts the finds that read cleanly, each only if it is still as the person saw it. */
export async function acceptClean(
  tx: CouncilTx,
  doer: Doer,
  documentId: string,
  seen: ReadonlyMap<string, number>,
  which: 'clean' | 'also doubted' = 'clean',
): Promise<AcceptedTogether | Gone> {
  const document = await holdDocument(tx, documentId);
  if (document?.state !== 'read') return { kind: 'gone' };
  const finds = await listFinds(tx, documentId);
  const taken = finds.filter((find) => find.decision === 'accepted');
  let accepted = 0;
  for (const find of finds) {
    if (seen.get(find.id) !== find.version || find.decision !== 'undecided') continue;
    if (which === 'clean' && !readCleanly(find)) continue;
    if (numberTaken(taken, find.wording.group, find.wording.number, [find.id])) continue;
    await updateFind(tx, find.id, find.version, { decision: 'accepted', decidedBy: doer.personId, at: doer.at });
    taken.push(find);
    accepted += 1;
  }
  return { kind: 'accepted', accepted, waiting: seen.size - accepted };
}
