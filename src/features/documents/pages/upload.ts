// Upload, progress, download, drop.
import { createHash } from 'node:crypto';
import { readFile as readFromDisk } from 'node:fs/promises';
import { date } from '../../../platform/web/dates-and-money.ts';
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, download, type Pages, page, posted, redirect } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { countTold } from '../../history/index.ts';
import { drop, readAgain, upload } from '../actions/upload.ts';
import { uploadError } from '../forms/finds.ts';
import { findDocument, listDocuments } from '../queries/documents.ts';
import { readFile } from '../queries/files.ts';
import { countFinds } from '../queries/finds.ts';
import { findHistoryOfDocument } from '../queries/history.ts';
import { listTypedReports } from '../queries/register.ts';
import { mediaTypeOf } from '../rules/document.ts';
import { reportVocabulary } from '../rules/history.ts';
import { type ReportsView, reportsView } from '../views/list.ts';
import { type DropView, type ProgressView, progressView, type UploadView, versionOptions } from '../views/progress.ts';
import { CHANGE, documentIn, doerOf, found, type PageParts, SEE, sameFile } from './parts.ts';

const reportsPage = template<ReportsView>('documents/reports.njk');
const uploadPage = template<UploadView>('documents/upload.njk');
const progressPage = template<ProgressView>('documents/progress.njk');
const dropPage = template<DropView>('documents/drop.njk');

/** A quick reading goes straight to its review: the upload waits this long for it, in milliseconds. */
const WAIT = 2000;
const LOOK_EVERY = 150;
const REFRESH_SECONDS = 3;

/** The report that comes with the program, for those who have none at hand. */
const SAMPLE_PATH = '/reports/sample';
const SAMPLE_FILE = new URL('../../../../samples/northmere-2026/report.pdf', import.meta.url);

export function addUploadPages(pages: Pages, parts: PageParts): void {
  const reports = (context: CouncilContext) => ({ text: 'Reports', href: context.path('/reports') });

  pages.council('GET', '/reports', SEE, async (context) => {
    const { documents, typed, counts } = await context.scope(async (tx) => ({
      documents: await listDocuments(tx),
      typed: await listTypedReports(tx),
      counts: await countFinds(tx),
    }));
    return page(reportsPage, reportsView(documents, typed, counts, context.path, context.can(CHANGE), date), {
      title: 'Reports',
    });
  });

  async function showUpload(context: CouncilContext, error: string | null, versionOf = '') {
    const documents = await context.scope((tx) => listDocuments(tx));
    const open = documents.filter((one) => one.state === 'waiting' || one.state === 'reading').length;
    const view: UploadView = {
      action: context.path('/reports/new'),
      error,
      versions: versionOptions(documents, date),
      versionOf,
      beingRead: open === 0 ? null : { href: context.path('/reports'), text: `Reports being read (${open})` },
      sample: context.demonstration ? context.path(SAMPLE_PATH) : null,
    };
    return page(uploadPage, view, {
      title: 'Upload a report',
      breadcrumbs: [reports(context)],
      errors: error === null ? [] : [{ text: error, href: '#file' }],
    });
  }

  pages.council('GET', SAMPLE_PATH, CHANGE, async (context) => {
    if (!context.demonstration) nothingHere();
    return download('northmere-peer-challenge-2026.pdf', 'application/pdf', await readFromDisk(SAMPLE_FILE));
  });

  pages.council('GET', '/reports/new', CHANGE, (context) =>
    showUpload(context, null, posted(context.query, 'version-of')),
  );

  pages.council('POST', '/reports/new', CHANGE, async (context) => {
    const file = context.files.find((one) => one.field === 'file');
    const error = uploadError(file);
    const versionOf = posted(context.form, 'versionOf');
    if (!file || error !== null) return showUpload(context, error, versionOf);
    const bytes = await readFromDisk(file.path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const stored = { name: file.name, mediaType: mediaTypeOf(file.name), bytes, sha256 };
    const id = await context.scope(
      (tx) => upload(tx, doerOf(context), stored, parts.orderReading, versionOf === '' ? null : identifier(versionOf)),
      'Uploaded a report',
    );
    const until = performance.now() + WAIT;
    while (performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      const document = await context.scope((tx) => findDocument(tx, id));
      if (document?.state !== 'waiting' && document?.state !== 'reading') break;
    }
    return redirect(context.path(`/reports/${id}`));
  });

  pages.council('GET', '/reports/:document', SEE, async (context) => {
    const id = documentIn(context);
    const { document, same, historyCount } = await context.scope(async (tx) => {
      const document = found(await findDocument(tx, id));
      const historyCount = countTold(await findHistoryOfDocument(tx, id), reportVocabulary);
      return { document, same: await sameFile(tx, document, context), historyCount };
    });
    if (document.state === 'read') return redirect(context.path(`/reports/${id}/review`));
    if (document.state === 'dropped') nothingHere();
    const byItself = context.query['by-itself'] === 'yes' && document.state !== 'refused';
    const view = progressView({
      document,
      path: context.path,
      byItself,
      same,
      mayChange: context.can(CHANGE),
      historyCount,
      now: context.now,
    });
    return page(
      progressPage,
      view,
      {
        title: view.refusal === null ? `Reading ${document.fileName}` : `${document.fileName} was not read`,
        breadcrumbs: [reports(context)],
      },
      byItself ? { refreshSeconds: REFRESH_SECONDS } : {},
    );
  });

  pages.council('POST', '/reports/:document/read-again', CHANGE, async (context) => {
    const id = documentIn(context);
    const outcome = await context.scope((tx) => readAgain(tx, doerOf(context), id, parts.orderReading), 'Read again');
    if (outcome === 'gone') nothingHere();
    return redirect(context.path(`/reports/${id}`));
  });

  pages.council('GET', '/reports/:document/file', SEE, async (context) => {
    const { document, bytes } = await context.scope(async (tx) => {
      const document = found(await findDocument(tx, documentIn(context)));
      if (document.state === 'dropped' || document.fileId === null) nothingHere();
      return { document, bytes: await readFile(tx, document.fileId!) };
    });
    return download(document.fileName, document.mediaType, bytes);
  });

  pages.council('GET', '/reports/:document/drop', CHANGE, async (context) => {
    const { document, decided } = await context.scope(async (tx) => {
      const document = found(await findDocument(tx, documentIn(context)));
      const counts = (await countFinds(tx)).get(document.id);
      return { document, decided: counts ? counts.all - counts.undecided : 0 };
    });
    if (document.state === 'dropped') nothingHere();
    const here = context.path(`/reports/${document.id}`);
    const { title, fileName, registered } = document;
    return page(
      dropPage,
      { title, fileName, action: `${here}/drop`, back: here, registered, decided },
      { title: registered ? `${title} cannot be dropped` : `Drop ${fileName}?`, breadcrumbs: [reports(context)] },
    );
  });

  pages.council('POST', '/reports/:document/drop', CHANGE, async (context) => {
    const id = documentIn(context);
    const outcome = await context.scope((tx) => drop(tx, id), 'Dropped an upload');
    if (outcome === 'gone') nothingHere();
    if (outcome === 'registered') return redirect(context.path(`/reports/${id}/drop`));
    return redirect(context.path('/reports'), 'Dropped. The file and what was read in it are deleted.');
  });
}
