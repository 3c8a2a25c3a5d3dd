// How every page and file of the public site is answered: one query that says in what state its subject is, then the
// kept rendering of that state, or the contents and a new one.
import type { PublicTx } from '../../../platform/db/scope.ts';
import type { Answer, PublicContext } from '../../../platform/web/pages.ts';
import { render } from '../../../platform/web/render.ts';
import { furnish, type Link, type Template } from '../../../platform/web/view.ts';
import { type PublishingCouncil, readState } from '../queries/published.ts';
import { type Drawn, PageCache } from './cache.ts';

const cache = new PageCache();

export interface Subject<F, G> {
  /** What the page is about; refuses when there is nothing. Asked only when no kept rendering fits, as the next is. */
  find(tx: PublicTx): Promise<F>;
  /** The rest of what the page shows. */
  gather(tx: PublicTx, found: F): Promise<G>;
  draw(found: F, gathered: G): Drawn;
}

/** The path of a request without its query, which no public page reads. */
export function pathOf(context: PublicContext): string {
  return context.address.split('?')[0] ?? '/';
}

export async function serve<F, G>(context: PublicContext, subject: Subject<F, G>): Promise<Answer> {
  const address = `${context.origin} ${context.demonstration} ${pathOf(context)}`;
  // Drawing comes after the transaction: it is no work for an open connection.
  const read = await context.read(async (tx) => {
    const state = `${context.today} ${await readState(tx, context.params.council ?? null)}`;
    const kept = cache.find(address, state);
    if (kept) return { kept };
    const found = await subject.find(tx);
    return { kept, found, state, gathered: await subject.gather(tx, found) };
  });
  const page = read.kept ?? cache.keep(address, read.state, subject.draw(read.found, read.gathered));
  return { ...page, kind: 'content', status: 200 };
}

/** A page of the public site as text, with the band of the council it is about. */
export function drawPage<V>(
  context: PublicContext,
  template: Template<V>,
  view: V,
  given: {
    title: string;
    council: PublishingCouncil | null;
    breadcrumbs: readonly Link[];
    /** The page itself says how to cite it, with its address. */
    cited?: boolean;
  },
): Drawn {
  const { council } = given;
  const furniture = furnish({
    title: given.title,
    breadcrumbs: given.breadcrumbs,
    homeHref: '/public',
    demonstration: context.demonstration,
    address: given.cited ? null : context.origin + pathOf(context),
    ...(council
      ? {
          band: {
            kind: 'public',
            council: { name: council.name, letters: council.letters, band: council.band },
            homeHref: `/public/${council.code}`,
          },
        }
      : {}),
  });
  return { mediaType: 'text/html; charset=utf-8', body: render(template, view, furniture), fileName: null };
}
