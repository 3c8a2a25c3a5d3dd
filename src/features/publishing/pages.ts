// The council's own pages: see what will be public, publish it, withdraw it, take something out.

import type { CouncilTx } from '../../platform/db/scope.ts';
import { identifier, nothingHere } from '../../platform/web/errors.ts';
import {
  type CouncilContext,
  type Pages,
  type Posted,
  page,
  posted,
  postedList,
  redirect,
} from '../../platform/web/pages.ts';
import { template } from '../../platform/web/render.ts';
import type { PageError } from '../../platform/web/view.ts';
import { addHistoryPages, countTold, findNames } from '../history/index.ts';
import { publish } from './actions/publish.ts';
import { redact } from './actions/redact.ts';
import { withdraw } from './actions/withdraw.ts';
import { type PublishTyped, parsePublish, parseReason } from './forms.ts';
import { findHistoryOfPublications } from './queries/history.ts';
import { findVersion, listOwnVersions, listVersions, readContents } from './queries/published.ts';
import { findReport, listReports, readKeptPrivate, readRegister } from './queries/register.ts';
import { type Contents, composeContents, type Removal } from './rules/contents.ts';
import { publicationVocabulary } from './rules/history.ts';
import {
  type PreviewView,
  previewView,
  type ReportsView,
  reportsView,
  type TakeOutListView,
  type TakeOutView,
  takeOutListView,
  type VersionsView,
  versionsInWords,
  versionsView,
  type WithdrawView,
} from './views/council-pages.ts';

export const reportsPage = template<ReportsView>('publishing/reports.njk');
export const previewPage = template<PreviewView>('publishing/preview.njk');
export const versionsPage = template<VersionsView>('publishing/versions.njk');
export const withdrawPage = template<WithdrawView>('publishing/withdraw.njk');
export const takeOutListPage = template<TakeOutListView>('publishing/take-out-list.njk');
export const takeOutPage = template<TakeOutView>('publishing/take-out.njk');

const ROOM = '/public-pages';
const crumbs = (context: CouncilContext, ...more: { text: string; href: string }[]) => [
  { text: 'Public pages', href: context.path(ROOM) },
  ...more,
];

async function showReports(context: CouncilContext) {
  const { reports, versions } = await context.scope(async (tx) => ({
    reports: await listReports(tx),
    versions: await listOwnVersions(tx),
  }));
  return page(reportsPage, reportsView(context.council, reports, versions), { title: 'Public pages' });
}

async function gatherPreview(tx: CouncilTx, context: CouncilContext, reportId: string, putBack: readonly string[]) {
  const report = (await findReport(tx, reportId)) ?? nothingHere();
  const versions = await listVersions(tx, reportId);
  const last = versions[0];
  const standing = versions.find((one) => one.withdrawnAt === null);
  const wanted = [...new Set([last, standing].filter((one) => one !== undefined).map((one) => one.id))];
  const read = await readContents(tx, context.council.id, wanted);
  const removals = (last && read.get(last.id)?.removals) ?? [];
  const old = standing && read.get(standing.id);
  const register = await readRegister(tx, reportId);
  return {
    report,
    versions,
    removals,
    before: standing && old ? { publishedAt: standing.publishedAt, contents: old } : null,
    contents: composeContents(register, removals, putBack),
    notRegistered: register.notRegistered,
    kept: await readKeptPrivate(tx, reportId),
  };
}

async function showPreview(context: CouncilContext, typed: PublishTyped | null = null, errors: PageError[] = []) {
  const reportId = identifier(context.params.report);
  const gathered = await context.scope((tx) => gatherPreview(tx, context, reportId, typed?.putBack ?? []));
  const { council, origin, now, today } = context;
  const view = previewView({ council, origin, now, today, typed, errors, ...gathered });
  return page(previewPage, view, { title: 'Publish', breadcrumbs: crumbs(context), errors });
}

function typedPublish(form: Posted): PublishTyped {
  return {
    title: posted(form, 'title').trim(),
    slug: posted(form, 'slug').trim(),
    summary: posted(form, 'summary').replace(/\s+/g, ' ').trim(),
    expectedNumber: posted(form, 'number'),
    putBack: postedList(form, 'put-back'),
  };
}

async function doPublish(context: CouncilContext) {
  const reportId = identifier(context.params.report);
  const typed = typedPublish(context.form);
  const known = await context.scope((tx) => listVersions(tx, reportId));
  const parsed = parsePublish(typed, known[0]?.slug ?? null);
  if (!parsed.ok) return showPreview(context, typed, parsed.errors);
  const input = { councilId: context.council.id, reportId, ...parsed.value };
  const done = await context.scope((tx) => publish(tx, input), 'Published');
  switch (done.outcome) {
    case 'published': {
      const href = `/public/${context.council.code}/${done.slug}`;
      return redirect(context.path(ROOM), {
        text: `Version ${done.number} is public.`,
        link: { text: 'Read it as everybody does', href },
      });
    }
    case 'already published':
      return redirect(context.path(ROOM), `Version ${done.number} was already published. Nothing was published twice.`);
    case 'short name taken':
      return showPreview(context, typed, [
        { text: `The short name ${parsed.value.slug} is used by another report. Choose another`, href: '#slug' },
      ]);
    case 'nothing to publish':
      return showPreview(context, typed, [
        { text: 'There is nothing to publish: every recommendation was taken out', href: '#title' },
      ]);
  }
}

async function showVersions(context: CouncilContext) {
  const reportId = identifier(context.params.report);
  const { report, versions, told } = await context.scope(async (tx) => ({
    report: (await findReport(tx, reportId)) ?? nothingHere(),
    versions: await listVersions(tx, reportId),
    told: countTold(await findHistoryOfPublications(tx, reportId), publicationVocabulary),
  }));
  return page(versionsPage, versionsView(context.council, report, versions, told), {
    title: 'Versions',
    breadcrumbs: crumbs(context),
  });
}

/** A version of this council that still stands, and whether it is the newest of its report. */
async function standing(tx: CouncilTx, context: CouncilContext) {
  const version = (await findVersion(tx, identifier(context.params.publication))) ?? nothingHere();
  const versions = await listVersions(tx, version.reportId);
  return { version, newest: versions[0]?.id === version.id };
}

const toVersions = (context: CouncilContext, reportId: string) => context.path(`${ROOM}/${reportId}/versions`);

async function showWithdraw(context: CouncilContext, errors: PageError[] = []) {
  const { version, newest } = await context.scope((tx) => standing(tx, context));
  if (version.withdrawnAt !== null) {
    return redirect(toVersions(context, version.reportId), `Version ${version.number} was already withdrawn.`);
  }
  const view: WithdrawView = {
    number: version.number,
    action: context.path(`${ROOM}/versions/${version.id}/withdraw`),
    reason: posted(context.form, 'reason'),
    error: errors[0]?.text ?? null,
    newest,
  };
  const versions = { text: 'Versions', href: toVersions(context, version.reportId) };
  const title = `Withdraw version ${version.number}`;
  return page(withdrawPage, view, { title, breadcrumbs: crumbs(context, versions), errors });
}

async function doWithdraw(context: CouncilContext) {
  const reason = parseReason(posted(context.form, 'reason'), 'withdrawing it');
  if (!reason.ok) return showWithdraw(context, reason.errors);
  const { version, done } = await context.scope(async (tx) => {
    const { version } = await standing(tx, context);
    return { version, done: await withdraw(tx, { publicationId: version.id, reason: reason.value }) };
  }, `Withdrawn: ${reason.value}`);
  return redirect(
    toVersions(context, version.reportId),
    done.outcome === 'withdrawn'
      ? `Version ${version.number} is withdrawn. The reason stands in its place.`
      : `Version ${version.number} was already withdrawn.`,
  );
}

async function gatherVersion(tx: CouncilTx, context: CouncilContext) {
  const { version } = await standing(tx, context);
  if (version.withdrawnAt !== null) nothingHere();
  const contents = (await readContents(tx, context.council.id, [version.id])).get(version.id) ?? nothingHere();
  return { version, contents };
}

async function showTakeOutList(context: CouncilContext) {
  const { version, contents } = await context.scope((tx) => gatherVersion(tx, context));
  const base = context.path(`${ROOM}/versions/${version.id}/take-out`);
  const versions = { text: 'Versions', href: toVersions(context, version.reportId) };
  return page(takeOutListPage, takeOutListView(base, version, contents), {
    title: `Take something out of version ${version.number}`,
    breadcrumbs: crumbs(context, versions),
  });
}

function kindOf(text: string | undefined): Removal['kind'] {
  return text === 'recommendation' || text === 'action' || text === 'evidence' ? text : nothingHere();
}

function wordsOf(contents: Contents, kind: Removal['kind'], id: string): string | null {
  if (kind === 'recommendation') {
    const found = contents.recommendations.find((one) => one.recommendationId === id);
    return found ? (found.heading ?? found.text) : null;
  }
  if (kind === 'action') return contents.actions.find((one) => one.actionId === id)?.title ?? null;
  return contents.evidence.find((one) => one.evidenceId === id)?.title ?? null;
}

async function showTakeOut(context: CouncilContext, errors: PageError[] = []) {
  const kind = kindOf(context.params.kind);
  const id = identifier(context.params.record);
  const { version, contents } = await context.scope((tx) => gatherVersion(tx, context));
  const base = context.path(`${ROOM}/versions/${version.id}/take-out`);
  const view: TakeOutView = {
    number: version.number,
    what: kind,
    text: wordsOf(contents, kind, id) ?? nothingHere(),
    action: `${base}/${kind}/${id}`,
    reason: posted(context.form, 'reason'),
    where: posted(context.form, 'where') || 'all',
    error: errors[0]?.text ?? null,
  };
  const trail = crumbs(
    context,
    { text: 'Versions', href: toVersions(context, version.reportId) },
    { text: 'Take out', href: base },
  );
  return page(takeOutPage, view, { title: `Take out this ${kind}`, breadcrumbs: trail, errors });
}

async function doTakeOut(context: CouncilContext) {
  const kind = kindOf(context.params.kind);
  const recordId = identifier(context.params.record);
  const reason = parseReason(posted(context.form, 'reason'), 'taking it out');
  if (!reason.ok) return showTakeOut(context, reason.errors);
  const everywhere = posted(context.form, 'where') !== 'this';
  const { version, done } = await context.scope(async (tx) => {
    const { version } = await standing(tx, context);
    const input = { publicationId: version.id, kind, recordId, reason: reason.value, everywhere };
    return { version, done: await redact(tx, input) };
  }, `Taken out of what is published: ${reason.value}`);
  return redirect(
    toVersions(context, version.reportId),
    done.outcome === 'taken out'
      ? `Taken out of ${versionsInWords(done.versions)}. The reason stands in its place.`
      : 'That was already taken out.',
  );
}

export function addCouncilPages(pages: Pages): void {
  pages.council('GET', ROOM, 'publish', showReports);
  pages.council('GET', `${ROOM}/:report`, 'publish', (context) => showPreview(context));
  pages.council('POST', `${ROOM}/:report`, 'publish', doPublish);
  pages.council('GET', `${ROOM}/:report/versions`, 'publish', showVersions);
  addHistoryPages(pages, {
    below: `${ROOM}/:report`,
    permission: 'publish',
    vocabulary: publicationVocabulary,
    async find(context) {
      const reportId = identifier(context.params.report);
      const { report, ...history } = await context.scope(async (tx) => ({
        report: (await findReport(tx, reportId)) ?? nothingHere(),
        rows: await findHistoryOfPublications(tx, reportId),
        names: await findNames(tx),
      }));
      const versions = toVersions(context, reportId);
      const breadcrumbs = crumbs(context, { text: 'Versions', href: versions });
      return { ...history, about: `What was published of ${report.title}`, aboutHref: versions, breadcrumbs };
    },
  });
  pages.council('GET', `${ROOM}/versions/:publication/withdraw`, 'publish', (context) => showWithdraw(context));
  pages.council('POST', `${ROOM}/versions/:publication/withdraw`, 'publish', doWithdraw);
  pages.council('GET', `${ROOM}/versions/:publication/take-out`, 'publish', showTakeOutList);
  pages.council('GET', `${ROOM}/versions/:publication/take-out/:kind/:record`, 'publish', (context) =>
    showTakeOut(context),
  );
  pages.council('POST', `${ROOM}/versions/:publication/take-out/:kind/:record`, 'publish', doTakeOut);
}
