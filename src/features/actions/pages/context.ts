import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import type { CouncilContext, ReceivedFile } from '../../../platform/web/pages.ts';
import type { NewFile } from '../../documents/index.ts';
import { evidenceMediaType, faultOfFile, HEAD_BYTES, type OfferedFile } from '../forms/evidence-file.ts';
import { type ActionRow, findAction, findRecommendationBrief, type RecommendationBrief } from '../queries/read.ts';

export const actionId = (context: CouncilContext) => identifier(context.params.action);
export const recommendationId = (context: CouncilContext) => identifier(context.params.recommendation);

export async function actionOrNothing(tx: CouncilTx, id: string): Promise<ActionRow> {
  return (await findAction(tx, id)) ?? nothingHere();
}

export async function recommendationOrNothing(tx: CouncilTx, id: string): Promise<RecommendationBrief> {
  return (await findRecommendationBrief(tx, id)) ?? nothingHere();
}

/** Officers and members report on what they are named on; an improvement lead on everything. */
export function mayReport(context: CouncilContext, action: Pick<ActionRow, 'officerId' | 'memberId'>): boolean {
  if (context.can('report-progress')) return true;
  return context.can('report-own-progress') && [action.officerId, action.memberId].includes(context.person.id);
}

export function crumbs(context: CouncilContext, ...more: readonly { text: string; href: string }[]) {
  return [{ text: 'Actions', href: context.path('/actions') }, ...more];
}

export const shortened = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/, '')}…`);

export type Offered = ReceivedFile & OfferedFile;

/** The file that came with the form, with its first bytes; null when there is none. */
export async function offeredFile(context: CouncilContext): Promise<Offered | null> {
  const file = context.files.find((file) => file.field === 'file');
  return file ? { ...file, head: await headOf(file) } : null;
}

async function headOf(file: ReceivedFile): Promise<Uint8Array> {
  // Of a file over the limit nothing is on disk.
  if (file.tooLarge || file.size === 0) return new Uint8Array();
  await using handle = await open(file.path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

/** A received file read before any transaction opens; null when there is none or it is refused. */
export async function fileToStore(file: Offered | null): Promise<NewFile | null> {
  if (file === null || faultOfFile(file) !== null) return null;
  const bytes = await readFile(file.path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: file.name, mediaType: evidenceMediaType(file.name), bytes, sha256 };
}
