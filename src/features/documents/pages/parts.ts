// What the pages of this feature share: who acts, the document in the address or nothing, links in words.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { dateTime } from '../../../platform/web/dates-and-money.ts';
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import type { CouncilContext } from '../../../platform/web/pages.ts';
import { posted } from '../../../platform/web/pages.ts';
import type { OrderReading } from '../actions/upload.ts';
import type { Doer } from '../actions/work.ts';
import type { Field } from '../forms/finds.ts';
import { findSameFile } from '../queries/documents.ts';
import type { DocumentBrief } from '../rules/document.ts';
import type { SameFile } from '../views/progress.ts';

export interface PageParts {
  readonly orderReading: OrderReading;
}

export const SEE = 'see';
export const CHANGE = 'read-reports';

export function doerOf(context: CouncilContext): Doer {
  return { councilId: context.council.id, personId: context.person.id, at: context.now };
}

export function fieldsOf(context: CouncilContext): Field {
  return (name) => posted(context.form, name);
}

export function documentIn(context: CouncilContext): string {
  return identifier(context.params.document);
}

/** The same file was uploaded before: says so, and where the first is. Null when it was not. */
export async function sameFile(
  tx: CouncilTx,
  document: DocumentBrief,
  context: CouncilContext,
): Promise<SameFile | null> {
  const first = await findSameFile(tx, document);
  if (!first) return null;
  const by = first.uploadedBy === null ? '' : ` by ${first.uploadedBy}`;
  return {
    text: `The same file was uploaded before, ${dateTime(first.uploadedAt)}${by}, as ${first.fileName}.`,
    href: context.path(`/reports/${first.id}`),
  };
}

/** A row that row security shows, or the page that says there is nothing. */
export function found<T>(value: T | null): T {
  return value ?? nothingHere();
}
