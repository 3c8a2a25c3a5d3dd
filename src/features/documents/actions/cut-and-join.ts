// One find made two, two made one, and both put back.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { findRecord } from '../queries/documents.ts';
import { insertFinds, replaceFinds, restoreFinds, successorsOf } from '../queries/finds.ts';
import { type Find, inOrder, nextNumber, sameGroup } from '../rules/find.ts';
import { cut, cutSpan, joined, wordingDiffersAt } from '../rules/wording.ts';
import { type Doer, type Gone, loadFind, type Meanwhile, meanwhile } from './work.ts';

export type Reshaped =
  | { readonly kind: 'done'; readonly findId: string }
  | { readonly kind: 'no-place' }
  | Meanwhile
  | Gone;

interface Given {
  readonly documentId: string;
  readonly findId: string;
  readonly version: number;
}

/** The report's words for a shape of them: kept only while nobody has changed the words. */
const unchanged = (find: Find) => find.asRead !== null && wordingDiffersAt(find.wording, find.asRead) === null;

/** Cuts a find in two before a sentence or a sub-point. The second gets the next free number of the group. */
export async function split(tx: CouncilTx, doer: Doer, given: Given & { place: string }): Promise<Reshaped> {
  const loaded = await loadFind(tx, given.documentId, given.findId);
  if (!loaded) return { kind: 'gone' };
  const { find, finds } = loaded;
  if (find.version !== given.version) return meanwhile(tx, find, doer);
  const halves = cut(find.wording, given.place, nextNumber(finds, find.wording.group));
  if (!halves) return { kind: 'no-place' };
  const record = await findRecord(tx, given.documentId);
  const spans = record && find.span ? cutSpan(record.text, find.span, halves[1]) : null;
  const asRead = unchanged(find);
  const next = finds.find((one) => one.position > find.position);
  const ids = await insertFinds(
    tx,
    doer.councilId,
    given.documentId,
    halves.map((wording, index) => ({
      position: index === 0 ? find.position : between(find.position, spans?.[1][0] ?? null, next?.position ?? null),
      wording,
      asRead: asRead ? wording : null,
      span: spans?.[index as 0 | 1] ?? find.span,
      page: find.page,
      pageEnd: find.pageEnd,
      confidence: 1,
      doubts: [],
    })),
  );
  await replaceFinds(tx, [find.id], ids);
  return { kind: 'done', findId: ids[0]! };
}

/** A place after one find and before the next: where its words stand, when that is between them. */
function between(after: number, wanted: number | null, before: number | null): number {
  if (wanted !== null && wanted > after && (before === null || wanted < before)) return wanted;
  return before === null ? after + 0.5 : (after + before) / 2;
}

/** Joins a find with the one after it in the report. The first one's group, number and heading stay. */
export async function joinWithNext(tx: CouncilTx, doer: Doer, given: Given): Promise<Reshaped> {
  const loaded = await loadFind(tx, given.documentId, given.findId);
  if (!loaded) return { kind: 'gone' };
  const { find } = loaded;
  if (find.version !== given.version) return meanwhile(tx, find, doer);
  const finds = inOrder(loaded.finds, false);
  const next = finds[finds.findIndex((one) => one.id === find.id) + 1];
  if (!next || next.recommendationId !== null || !sameGroup(next.wording.group, find.wording.group)) {
    return { kind: 'no-place' };
  }
  const wording = joined(find.wording, next.wording);
  const [id] = await insertFinds(tx, doer.councilId, given.documentId, [
    {
      position: find.position,
      wording,
      asRead: unchanged(find) && unchanged(next) ? wording : null,
      span: find.span && next.span ? [find.span[0], Math.max(find.span[1], next.span[1])] : (find.span ?? next.span),
      page: find.page ?? next.page,
      pageEnd: next.pageEnd ?? find.pageEnd,
      confidence: 1,
      doubts: [],
    },
  ]);
  await replaceFinds(tx, [find.id, next.id], [id!]);
  return { kind: 'done', findId: id! };
}

/** Takes a cut or a join back. Refused when a find made by it has itself been decided, registered or reshaped. */
export async function putBack(tx: CouncilTx, doer: Doer, given: Given): Promise<Reshaped> {
  const loaded = await loadFind(tx, given.documentId, given.findId);
  if (!loaded) return { kind: 'gone' };
  const { find, finds } = loaded;
  if (find.version !== given.version) return meanwhile(tx, find, doer);
  if (find.madeFrom.length === 0) return { kind: 'no-place' };
  const made = await successorsOf(tx, find.madeFrom);
  const inPlay = finds.filter((one) => made.includes(one.id));
  if (inPlay.length < made.length || inPlay.some((one) => one.decision !== 'undecided')) return { kind: 'no-place' };
  await restoreFinds(tx, find.madeFrom);
  await replaceFinds(tx, made, []);
  return { kind: 'done', findId: find.madeFrom[0]! };
}
