// What the pages of the register share: a posted form as text by name, and the record or nothing here.

import type { CouncilTx } from '../../../platform/db/scope.ts';
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type Posted, posted } from '../../../platform/web/pages.ts';
import type { Directory, NameablePerson } from '../forms/people.ts';
import type { Typed } from '../forms/read.ts';
import { findRecord, type RecordRow } from '../queries/record.ts';

export function typedFrom(form: Posted): Typed {
  return Object.fromEntries(Object.keys(form).map((name) => [name, posted(form, name)]));
}

export function recordId(context: CouncilContext): string {
  return identifier(context.params.recommendation);
}

export function hereOf(context: CouncilContext): string {
  return context.path(`/recommendations/${recordId(context)}`);
}

export async function recordOrNothing(tx: CouncilTx, id: string): Promise<RecordRow> {
  return (await findRecord(tx, id)) ?? nothingHere();
}

export function crumbs(context: CouncilContext, ...more: readonly { text: string; href: string }[]) {
  return [{ text: 'Recommendations', href: context.path('/recommendations') }, ...more];
}

/** The council's people as a form needs them; those who manage people are shown where to invite somebody. */
export function directoryOf(context: CouncilContext, people: readonly NameablePerson[]): Directory {
  const inviteHref = context.can('manage-people') ? context.path('/people/invite') : null;
  return { people, council: context.council.name, inviteHref };
}
