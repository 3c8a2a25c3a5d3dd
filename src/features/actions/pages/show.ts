// The list of actions, the page of one, and reporting on it.
import { NotAllowed, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, download, type Pages, page, posted, redirect } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { countTold } from '../../history/index.ts';
import {
  findHistoryOfAction,
  pageErrors,
  readOneOf,
  registerVocabulary,
  type Typed,
  typedFrom,
} from '../../recommendations/index.ts';
import { reportProgress } from '../actions.ts';
import { readProgress } from '../forms/action.ts';
import { faultOfFile } from '../forms/evidence-file.ts';
import { type ActionRow, findActions, findEvidenceOfAction, findUpdates } from '../queries/read.ts';
import { type ActionFilter, FILTERS, fitsAction, isOpenAction } from '../rules.ts';
import { PROGRESS_FIELDS, type ProgressFormView, progressFormView } from '../views/forms.ts';
import { type ActionsView, type ActionView, actionsCsv, actionsView, actionView, lateOf } from '../views/pages.ts';
import { actionId, actionOrNothing, crumbs, fileToStore, mayReport, offeredFile, shortened } from './context.ts';

export const actionsPage = template<ActionsView>('actions/list.njk');
export const actionPage = template<ActionView>('actions/action.njk');
export const progressPage = template<ProgressFormView>('actions/progress.njk');

const filterOf = (context: CouncilContext): ActionFilter => readOneOf(posted(context.query, 'show'), FILTERS) ?? 'all';

async function showActions(context: CouncilContext) {
  const view = actionsView({
    actions: await context.scope(findActions),
    filter: filterOf(context),
    page: Number(posted(context.query, 'page')) || 1,
    personId: context.person.id,
    today: context.today,
    path: context.path,
  });
  return page(actionsPage, view, { title: 'Actions', asAt: context.now });
}

async function downloadActions(context: CouncilContext) {
  const filter = filterOf(context);
  const actions = await context.scope(findActions);
  const wanted = actions.filter((action) => fitsAction(action, filter, context.person.id, context.today));
  const name = `${context.council.code}-actions-${context.today}.csv`;
  return download(name, 'text/csv; charset=utf-8', actionsCsv(wanted));
}

async function showAction(context: CouncilContext) {
  const id = actionId(context);
  const found = await context.scope(async (tx) => ({
    action: await actionOrNothing(tx, id),
    updates: await findUpdates(tx, id),
    evidence: await findEvidenceOfAction(tx, id),
    historyCount: countTold(await findHistoryOfAction(tx, id), registerVocabulary),
  }));
  const view = actionView({
    ...found,
    today: context.today,
    mayReport: mayReport(context, found.action) && isOpenAction(found.action),
    path: context.path,
    can: context.can,
  });
  return page(actionPage, view, { title: view.title, breadcrumbs: crumbs(context), asAt: context.now });
}

async function reportable(context: CouncilContext): Promise<ActionRow> {
  const action = await context.scope((tx) => actionOrNothing(tx, actionId(context)));
  if (!mayReport(context, action)) throw new NotAllowed();
  return action;
}

function progressAnswer(context: CouncilContext, action: ActionRow, typed: Typed, errors: Record<string, string>) {
  const here = context.path(`/actions/${action.id}`);
  return page(progressPage, progressFormView(action, typed, errors, here, lateOf(action, context.today)), {
    title: 'Report progress',
    breadcrumbs: crumbs(context, { text: shortened(action.title), href: here }),
    errors: pageErrors(errors, PROGRESS_FIELDS, ['new']),
  });
}

async function showProgress(context: CouncilContext) {
  const action = await reportable(context);
  return progressAnswer(context, action, { progress: action.progress, visibility: 'council' }, {});
}

async function postProgress(context: CouncilContext) {
  const action = await reportable(context);
  const typed = typedFrom(context.form);
  const offered = await offeredFile(context);
  const read = readProgress(typed, action, context.today, offered !== null);
  const errors: Record<string, string> = read.ok ? {} : { ...read.errors };
  const fault = offered === null ? null : faultOfFile(offered);
  if (fault !== null) errors.file = fault;
  const wantsEvidence = typed.progress === 'reported_complete' && action.evidence === 0;
  if (wantsEvidence && offered === null && (typed.url ?? '').trim() === '') {
    errors.file = '‘Done’ needs a file or web address';
  }
  if (!read.ok || Object.keys(errors).length > 0) return progressAnswer(context, action, typed, errors);
  const { evidenceUrl, evidenceTitle, evidenceVisibility, ...update } = read.value;
  const file = await fileToStore(offered);
  const evidence =
    file === null && evidenceUrl === null
      ? null
      : {
          title: evidenceTitle || (file?.name ?? evidenceUrl ?? ''),
          url: file === null ? evidenceUrl : null,
          file,
          visibility: evidenceVisibility,
        };
  const outcome = await context.scope(
    (tx) => reportProgress(tx, { ...update, actionId: action.id, today: context.today, evidence }),
    update.moveReason || undefined,
  );
  switch (outcome.kind) {
    case 'not-here':
      return nothingHere();
    case 'needs-evidence':
      return progressAnswer(context, action, typed, { file: '‘Done’ needs a file or web address' });
    case 'before-start':
      return progressAnswer(context, action, typed, { new: 'The new date must be after the start' });
    case 'move-needs-reason':
      return progressAnswer(context, action, typed, { why: 'Say why the date moves' });
    case 'already-sent':
      return redirect(context.path(`/actions/${action.id}`), 'You already sent this update. It was kept once.');
    case 'reported':
      return redirect(context.path(`/actions/${action.id}`), 'Progress reported.');
  }
}

export function addShowPages(pages: Pages): void {
  pages.council('GET', '/actions', 'see', showActions);
  pages.council('GET', '/actions.csv', 'see', downloadActions);
  pages.council('GET', '/actions/:action', 'see', showAction);
  // Who may report is settled by the action's own owners, which the roles alone cannot say.
  pages.council('GET', '/actions/:action/progress', 'see', showProgress);
  pages.council('POST', '/actions/:action/progress', 'see', postProgress);
}
