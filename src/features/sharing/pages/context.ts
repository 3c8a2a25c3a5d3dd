// What the pages of one arrangement share: finding it, its white band, and going back to it.
import { shortName } from '../../../engines/fields/councils.ts';
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type PageFurniture, redirect } from '../../../platform/web/pages.ts';
import type { Band } from '../../../platform/web/view.ts';
import type { Acting } from '../actions.ts';
import { type CouncilName, findArrangements, findCouncils } from '../queries.ts';
import { type Arrangement, councilsIn } from '../rules/arrangement.ts';

export const arrangementId = (context: CouncilContext) => identifier(context.params.arrangement);
export const hereOf = (context: CouncilContext) => context.path(`/share/arrangements/${arrangementId(context)}`);
export const actingOf = (context: CouncilContext): Acting => ({
  councilId: context.council.id,
  today: context.today,
});

export interface Found {
  readonly arrangement: Arrangement;
  readonly councils: readonly CouncilName[];
}

/** The arrangement in the address, of which the council sees at least its own part; else nothing is there. */
export function findHere(context: CouncilContext): Promise<Found> {
  const id = arrangementId(context);
  return context.scope(async (tx) => ({
    arrangement: (await findArrangements(tx, id))[0] ?? nothingHere(),
    councils: await findCouncils(tx),
  }));
}

/** The same, for a page on which the council acts: it must be in the arrangement, and not alone. */
export async function findToAct(context: CouncilContext): Promise<Found> {
  const found = await findHere(context);
  const there = councilsIn(found.arrangement, context.today);
  if (there.length < 2 || !there.some(({ councilId }) => councilId === context.council.id)) return nothingHere();
  return found;
}

/** The councils of an arrangement, as a band shows them. */
export function badgesOf({ arrangement, councils }: Found): CouncilName[] {
  return arrangement.agreements.flatMap(({ councilId }) => councils.filter(({ id }) => id === councilId));
}

/** The white band of a page that several councils share, for one who acts for one of them. */
export function sharedBand(context: CouncilContext, councils: readonly CouncilName[]): Band {
  return {
    kind: 'shared',
    councils,
    actingFor: shortName(context.council.name),
    changeHref: context.signedIn.councils.length > 1 ? '/councils' : null,
  };
}

/** The furniture of a page that several councils share, for one who acts for one of them. */
export function furnitureOf(context: CouncilContext, found: Found, title: string): PageFurniture {
  const { arrangement } = found;
  const map = { text: 'Shared services', href: context.path('/share') };
  const own = { text: arrangement.name, href: hereOf(context) };
  return {
    title,
    breadcrumbs: title === arrangement.name ? [map] : [map, own],
    asAt: context.now,
    band: sharedBand(context, badgesOf(found)),
  };
}

/** Back to the arrangement, with what was done. */
export const done = (context: CouncilContext, says: string) => redirect(hereOf(context), says);

/** What is said after an agreement, in the name of the council that acts. */
export function agreedWords(context: CouncilContext, kind: 'agreed' | 'agreed-already' | 'overtaken'): string {
  const acting = shortName(context.council.name);
  if (kind === 'agreed') return `Agreed for ${acting}.`;
  if (kind === 'agreed-already') return `${acting} had agreed already. Nothing was changed.`;
  return 'Something else was agreed in its place. Nothing was changed.';
}
