import type { CouncilTx } from '../../../platform/db/scope.ts';
import { findRecord, holdDocument } from '../queries/documents.ts';
import { insertFinds, listFinds, updateFind } from '../queries/finds.ts';
import { numberTaken, sameGroup, type Wording } from '../rules/find.ts';
import { locate, wordingDiffersAt } from '../rules/wording.ts';
import { type Doer, type Gone, loadFind, type Meanwhile, meanwhile, type NumberUsed } from './work.ts';

/** The words are not those of the report; nothing is saved until the person says that this is meant. */
export interface Differs {
  readonly kind: 'differs';
  readonly at: string;
}

export type Corrected = { readonly kind: 'saved' } | Differs | Meanwhile | NumberUsed | Gone;

/**
 * Saves a person's wording, group or number of a find.
 * @param meant "as-typed": the difference from the report is meant; "restore": take the report's words, keep group and
 *   number as typed; null: ask when they differ
 */
export async function correct(
  tx: CouncilTx,
  doer: Doer,
  given: {
    documentId: string;
    findId: string;
    version: number;
    wording: Wording;
    meant: 'as-typed' | 'restore' | null;
  },
): Promise<Corrected> {
  const loaded = await loadFind(tx, given.documentId, given.findId);
  if (!loaded) return { kind: 'gone' };
  const { find, finds } = loaded;
  if (find.version !== given.version) return meanwhile(tx, find, doer);
  const { group, number } = given.wording;
  const report = find.asRead;
  const wording = given.meant === 'restore' && report ? { ...report, group, number } : given.wording;
  if (numberTaken(finds, group, number, [find.id])) return { kind: 'number-used', group, number };
  const at = report && given.meant === null ? wordingDiffersAt(wording, report) : null;
  // What already stood there was asked about when it was saved.
  if (at !== null && wordingDiffersAt(wording, find.wording) !== null) return { kind: 'differs', at };
  await updateFind(tx, find.id, find.version, { wording, at: doer.at });
  return { kind: 'saved' };
}

export type Added = { readonly kind: 'added'; readonly findId: string } | Differs | NumberUsed | Gone;

/**
 * Adds a recommendation that the reader missed.
 * @param blockId the paragraph it was added from, or null when it stands nowhere in the text that was read
 */
export async function addMissed(
  tx: CouncilTx,
  doer: Doer,
  given: { documentId: string; blockId: string | null; wording: Wording; meant: boolean },
): Promise<Added> {
  const document = await holdDocument(tx, given.documentId);
  const record = document?.state === 'read' ? await findRecord(tx, given.documentId) : null;
  if (!record) return { kind: 'gone' };
  const finds = await listFinds(tx, given.documentId);
  const { group, number } = given.wording;
  if (numberTaken(finds, group, number, [])) return { kind: 'number-used', group, number };
  const block = record.blocks.find((one) => one.id === given.blockId) ?? null;
  const found = block && locate(record.text, block.span, given.wording.text);
  if (block && !found && !given.meant) {
    const printed = record.text.slice(...block.span);
    const at = wordingDiffersAt(
      { ...given.wording, heading: null, parts: [] },
      { ...given.wording, text: printed, heading: null, parts: [] },
    );
    return { kind: 'differs', at: at ?? given.wording.text.slice(0, 30) };
  }
  const span = found ?? block?.span ?? null;
  const before = finds.filter((find) => sameGroup(find.wording.group, group)).at(-1) ?? finds.at(-1);
  const [findId] = await insertFinds(tx, doer.councilId, given.documentId, [
    {
      // Without a place in the text it stands after the last of its group.
      position: span?.[0] ?? (before ? before.position + 0.5 : 0),
      wording: given.wording,
      asRead: null,
      span,
      page: block?.page ?? null,
      pageEnd: block?.pageEnd ?? null,
      confidence: 1,
      doubts: [],
      decision: 'accepted',
      decidedBy: doer.personId,
      decidedAt: doer.at,
    },
  ]);
  return { kind: 'added', findId: findId! };
}
