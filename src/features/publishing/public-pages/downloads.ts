// The files of a version: CSV, JSON, calendar, evidence; and the feed of a council.
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type Answer, download, type PublicContext } from '../../../platform/web/pages.ts';
import { findShelf, listRemovals, readContents, readPublishedFile } from '../queries/published.ts';
import type { GoneView } from '../views/shelf.ts';
import { councilFeed } from './atom.ts';
import { planCalendar } from './calendar.ts';
import { planCsv } from './csv.ts';
import type { DataInput } from './data.ts';
import { planJson } from './json.ts';
import { contentsOf, drawWithdrawn, type Found, findVersionOf, gonePage } from './plan.ts';
import { drawPage, serve } from './serve.ts';

function answerData(context: PublicContext, mediaType: string, ending: string, write: (input: DataInput) => string) {
  return serve(context, {
    find: (tx) => findVersionOf(context, tx),
    gather: contentsOf,
    draw: (found, contents) => ({
      mediaType,
      fileName: `${found.council.code}-${found.version.slug}-${found.version.number}.${ending}`,
      body: write({
        council: found.council,
        origin: context.origin,
        reportHref: found.reportHref,
        publication: found.version,
        contents,
      }),
    }),
  });
}

export const answerCsv = (context: PublicContext) => answerData(context, 'text/csv; charset=utf-8', 'csv', planCsv);
export const answerJson = (context: PublicContext) =>
  answerData(context, 'application/json; charset=utf-8', 'json', planJson);
export const answerCalendar = (context: PublicContext) =>
  answerData(context, 'text/calendar; charset=utf-8', 'ics', planCalendar);

export function answerFeed(context: PublicContext): Promise<Answer> {
  return serve(context, {
    find: async (tx) => (await findShelf(tx, context.params.council ?? '', null)) ?? nothingHere(),
    gather: (tx, shelf) => listRemovals(tx, shelf.council.id),
    draw: ({ council, versions }, removals) => ({
      mediaType: 'application/atom+xml; charset=utf-8',
      fileName: null,
      body: councilFeed({ council, origin: context.origin, versions, removals }),
    }),
  });
}

/** A file published as evidence, as an attachment; where it was taken out, a page that says when and why. */
export async function answerEvidence(context: PublicContext): Promise<Answer> {
  const evidenceId = identifier(context.params.evidence);
  const { found, file, removed } = await context.read(async (tx) => {
    const found = await findVersionOf(context, tx);
    const open = found.version.withdrawnAt === null;
    const file = open ? await readPublishedFile(tx, found.council.id, found.version.id, evidenceId) : null;
    if (file || !open) return { found, file, removed: null };
    const contents = (await readContents(tx, found.council.id, [found.version.id])).get(found.version.id);
    return { found, file, removed: contents?.removals.find((one) => one.recordId === evidenceId) ?? null };
  });
  if (file) return download(file.name, file.mediaType, file.bytes);
  const drawn =
    found.version.withdrawnAt === null ? drawTakenOut(context, found, removed) : drawWithdrawn(context, found);
  return { kind: 'content', status: 200, etag: null, ...drawn };
}

function drawTakenOut(context: PublicContext, found: Found, removed: { redactedAt: Date; reason: string } | null) {
  if (!removed) nothingHere();
  const view: GoneView = {
    heading: 'Evidence taken out',
    notice: null,
    removed: { on: removed.redactedAt, reason: removed.reason },
    planHref: `${found.reportHref}/${found.version.number}`,
    planTitle: found.version.title,
  };
  return drawPage(context, gonePage, view, { title: view.heading, council: found.council, breadcrumbs: [] });
}
