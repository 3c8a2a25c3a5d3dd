// The command line's way in: a file becomes a report to check or, when asked, one in the register.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { LARGEST_FILE } from '../../platform/web/receive.ts';
import { acceptClean } from './actions/decide.ts';
import { saveImported } from './actions/import.ts';
import { registerAccepted } from './actions/register.ts';
import type { Doer } from './actions/work.ts';
import { uploadError } from './forms/finds.ts';
import type { ReadingParts } from './jobs.ts';
import { findCouncilByCode, findDocument } from './queries/documents.ts';
import { listFinds } from './queries/finds.ts';
import { daysOnSite, mediaTypeOf } from './rules/document.ts';

export type Imported =
  | { readonly kind: 'imported'; readonly documentId: string; readonly message: string }
  | { readonly kind: 'refused' | 'no-council'; readonly message: string };

/**
 * Reads a file in a process of its own and keeps it for a council, with what was found to check on the page of the report.
 * @param given.acceptAll accepts every find and adds all to the register, doubts or not: for whoever has checked the file
 *   already. What has a number used twice stays to check.
 */
export async function importFile(
  parts: Omit<ReadingParts, 'folder'>,
  given: { path: string; council: string; personId?: string | null; acceptAll?: boolean },
): Promise<Imported> {
  const council = await parts.doors.asSystem('import: find the council', (tx) => findCouncilByCode(tx, given.council));
  if (!council) {
    return { kind: 'no-council', message: `There is no council with the code ${given.council}. Nothing was changed.` };
  }
  const name = basename(given.path);
  const refused = (why: string): Imported => ({ kind: 'refused', message: `${name}: ${why}. Nothing was changed.` });
  const size = await stat(given.path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return refused('there is no such file');
  const error = uploadError({ name, size, tooLarge: size > LARGEST_FILE });
  if (error !== null) return refused(error);
  const outcome = await parts.readFile(given.path, { name });
  if (!outcome.ok) return refused(outcome.refusal.message.replace(/\. Nothing was changed$/, ''));
  const bytes = await readFile(given.path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const doer: Doer = { councilId: council.id, personId: given.personId ?? null, at: parts.clock.now() };
  const file = { name, mediaType: mediaTypeOf(name), bytes, sha256 };
  return parts.doors.inCouncil(
    doer,
    async (tx) => {
      const documentId = await saveImported(tx, doer, file, outcome.record);
      const finds = await listFinds(tx, documentId);
      const found = `${finds.length} ${finds.length === 1 ? 'recommendation' : 'recommendations'}`;
      if (!given.acceptAll || finds.length === 0) {
        const message = `${name} is kept for ${council.name}: ${found} to check, at /councils/${given.council}/reports/${documentId}`;
        return { kind: 'imported', documentId, message };
      }
      const seen = new Map(finds.map((find) => [find.id, find.version]));
      await acceptClean(tx, doer, documentId, seen, 'also doubted');
      const onSite = daysOnSite(outcome.record.text);
      const document = await findDocument(tx, documentId);
      const details = {
        title: document?.title ?? name,
        kind: outcome.record.kind,
        fieldworkFrom: onSite?.from ?? null,
        fieldworkTo: onSite?.to ?? null,
        receivedOn: null,
      };
      const registered = await registerAccepted(tx, doer, { documentId, details });
      const added = registered.kind === 'registered' ? registered.added : 0;
      const rest =
        added === finds.length ? '' : ` ${finds.length - added} have a number used twice and wait to be checked.`;
      return {
        kind: 'imported',
        documentId,
        message: `${name} is kept for ${council.name}: ${added} of ${found} are in the register.${rest}`,
      };
    },
    { reason: 'Imported from the command line' },
  );
}
