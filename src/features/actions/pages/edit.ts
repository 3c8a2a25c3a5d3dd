// Adding an action, changing it, its cost, and linking it.
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type Pages, page, posted, redirect } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { findLastChange, whoChanged } from '../../history/index.ts';
import {
  type ConflictView,
  directoryOf,
  findPeople,
  pageErrors,
  type Typed,
  textOf,
  titleOf,
  typedFrom,
  versionOf,
} from '../../recommendations/index.ts';
import { addAction, editAction, linkAction, setCost, stillMissing, unlinkAction } from '../actions.ts';
import { readAction, readCostAlone } from '../forms/action.ts';
import { findActions } from '../queries/read.ts';
import {
  ACTION_FIELDS,
  type ActionFormView,
  actionFormView,
  actionInWords,
  ON_A_PUBLISHED_PAGE,
  redactOn,
  typedAction,
  typedNewAction,
} from '../views/forms.ts';
import { actionId, actionOrNothing, crumbs, recommendationId, recommendationOrNothing, shortened } from './context.ts';

export const actionFormPage = template<ActionFormView>('actions/form.njk');
export interface LinkView {
  readonly action: string;
  readonly cancel: string;
  readonly about: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly hint: string | null }[];
  readonly error: string | null;
}
export const linkPage = template<LinkView>('actions/link.njk');
const DATES = ['start', 'done'];

async function newParts(context: CouncilContext) {
  const { about, people } = await context.scope(async (tx) => ({
    about: await recommendationOrNothing(tx, recommendationId(context)),
    people: await findPeople(tx, context.today),
  }));
  return { about, directory: directoryOf(context, people) };
}

async function showNew(context: CouncilContext, typed: Typed = typedNewAction, errors: Record<string, string> = {}) {
  const { about, directory } = await newParts(context);
  const record = context.path(`/recommendations/${about.id}`);
  const { title } = titleOf(about);
  const view = actionFormView({
    heading: 'Add an action',
    action: `${record}/actions/new`,
    cancel: record,
    about: [title],
    directory,
    typed,
    errors,
    adding: true,
    promised: false,
    redact: null,
    conflict: null,
  });
  return page(actionFormPage, view, {
    title: 'Add an action',
    breadcrumbs: [
      { text: 'Recommendations', href: context.path('/recommendations') },
      { text: shortened(title), href: record },
    ],
    errors: pageErrors(errors, ACTION_FIELDS, DATES),
  });
}

async function postNew(context: CouncilContext) {
  const id = recommendationId(context);
  const typed = typedFrom(context.form);
  const { directory } = await newParts(context);
  const read = readAction(typed, directory);
  if (!read.ok) return showNew(context, typed, read.errors);
  const outcome = await context.scope((tx) => addAction(tx, { ...read.value, recommendationIds: [id] }));
  if (outcome.kind === 'not-here') return nothingHere();
  const record = context.path(`/recommendations/${id}`);
  const missing = [...outcome.missing, ...(read.value.cost.known ? [] : ['cost'])];
  const said = missing.length === 0 ? 'Added.' : `Added. Still missing: ${missing.join(', ')}.`;
  return posted(context.form, 'more') === 'another'
    ? redirect(`${record}/actions/new`, said)
    : redirect(record, { text: said, link: { text: 'See the action', href: context.path(`/actions/${outcome.id}`) } });
}

async function editParts(context: CouncilContext) {
  const { action, people } = await context.scope(async (tx) => ({
    action: await actionOrNothing(tx, actionId(context)),
    people: await findPeople(tx, context.today),
  }));
  return { action, people, directory: directoryOf(context, people) };
}

async function showEdit(
  context: CouncilContext,
  typed: Typed | null = null,
  errors: Record<string, string> = {},
  conflict: ConflictView | null = null,
) {
  const { action, people, directory } = await editParts(context);
  const here = context.path(`/actions/${action.id}`);
  const view = actionFormView({
    heading: 'Change this action',
    action: `${here}/edit`,
    cancel: here,
    about: action.answers.map((one) => titleOf(one).title),
    directory,
    typed: typed ?? typedAction(action, people),
    errors,
    adding: false,
    promised: action.targetOn !== null,
    redact: errors.visibility ? redactOn(context.path, context.can('publish')) : null,
    conflict,
  });
  return page(
    actionFormPage,
    view,
    {
      title: 'Change this action',
      breadcrumbs: crumbs(context, { text: shortened(action.title), href: here }),
      errors: pageErrors(errors, ACTION_FIELDS, DATES),
    },
    conflict ? { status: 409 } : {},
  );
}

async function postEdit(context: CouncilContext) {
  const id = actionId(context);
  const here = context.path(`/actions/${id}`);
  const typed = typedFrom(context.form);
  if (typed.use === 'theirs') return redirect(here, 'Nothing was changed. Their version stands.');
  const { people, directory } = await editParts(context);
  const read = readAction(typed, directory);
  if (!read.ok) return showEdit(context, typed, read.errors);
  const moveReason = textOf(typed, 'why').trim();
  const outcome = await context.scope(
    (tx) => editAction(tx, { ...read.value, id, version: versionOf(typed), moveReason }),
    moveReason || undefined,
  );
  switch (outcome.kind) {
    case 'not-here':
      return nothingHere();
    case 'move-needs-reason':
      return showEdit(context, typed, { why: 'Say why the date moves' });
    case 'published':
      return showEdit(context, typed, { visibility: ON_A_PUBLISHED_PAGE });
    case 'changed': {
      const missing = stillMissing(read.value);
      return redirect(here, missing.length === 0 ? 'Saved.' : `Saved. Still missing: ${missing.join(', ')}.`);
    }
    case 'changed-meanwhile': {
      const last = await context.scope((tx) => findLastChange(tx, 'action', id));
      const { action } = await editParts(context);
      return showEdit(
        context,
        { ...typed, version: String(outcome.version) },
        {},
        {
          who: whoChanged(last, context.person.id),
          when: last?.at ?? context.now,
          what: 'this action',
          mine: actionInWords(typed),
          theirs: actionInWords(typedAction(action, people)),
        },
      );
    }
  }
}

/** Finance's own form: the cost and why it changes, and nothing else of the action. */
async function postCost(context: CouncilContext) {
  const typed = typedFrom(context.form);
  const read = readCostAlone(typed);
  if (!read.ok) return showCost(context, costTyped(typed), read.errors);
  const id = actionId(context);
  const why = textOf(typed, 'why').trim();
  const outcome = await context.scope((tx) => setCost(tx, id, read.value), why || undefined);
  return outcome.kind === 'not-here' ? nothingHere() : redirect(context.path(`/actions/${id}`), 'Cost saved.');
}

const costTyped = (typed: Typed): Typed => ({
  once: textOf(typed, 'once'),
  yearly: textOf(typed, 'yearly'),
  days: textOf(typed, 'days'),
  unknown: textOf(typed, 'unknown'),
  why: textOf(typed, 'why'),
});

export const costPage = template<ActionFormView>('actions/cost.njk');

async function showCost(context: CouncilContext, typed: Typed | null = null, errors: Record<string, string> = {}) {
  const { action, people } = await editParts(context);
  const here = context.path(`/actions/${action.id}`);
  const view = actionFormView({
    heading: 'Set the cost',
    action: `${here}/cost`,
    cancel: here,
    about: [action.title],
    directory: directoryOf(context, []),
    typed: { ...typedAction(action, people), ...typed },
    errors,
    adding: false,
    promised: false,
    redact: null,
    conflict: null,
  });
  return page(costPage, view, {
    title: 'Set the cost',
    breadcrumbs: crumbs(context, { text: shortened(action.title), href: here }),
    errors: pageErrors(errors, ['once', 'yearly', 'days']),
  });
}

async function showLink(context: CouncilContext, error: string | null = null) {
  const id = recommendationId(context);
  const { about, actions } = await context.scope(async (tx) => ({
    about: await recommendationOrNothing(tx, id),
    actions: await findActions(tx),
  }));
  const record = context.path(`/recommendations/${id}`);
  const view: LinkView = {
    action: `${record}/actions/link`,
    cancel: record,
    about: titleOf(about).title,
    error,
    options: actions
      .filter((action) => !action.answers.some((one) => one.id === id))
      .map((action) => ({
        value: action.id,
        text: action.title,
        hint: action.answers.map((one) => `${one.groupName}, number ${one.number}`).join('; ') || null,
      })),
  };
  return page(linkPage, view, {
    title: 'Link an action that is there',
    breadcrumbs: [
      { text: 'Recommendations', href: context.path('/recommendations') },
      { text: shortened(view.about), href: record },
    ],
    errors: error === null ? [] : [{ text: error, href: '#linked' }],
  });
}

async function postLink(context: CouncilContext) {
  const chosen = posted(context.form, 'linked');
  if (chosen === '') return showLink(context, 'Choose the action');
  const id = recommendationId(context);
  const outcome = await context.scope((tx) => linkAction(tx, { recommendationId: id, actionId: identifier(chosen) }));
  if (outcome.kind === 'not-here') return nothingHere();
  return redirect(context.path(`/recommendations/${id}`), 'Linked. The action now answers this as well.');
}

async function postUnlink(context: CouncilContext) {
  const id = actionId(context);
  const recommendation = identifier(posted(context.form, 'recommendation'));
  await context.scope(async (tx) => {
    await actionOrNothing(tx, id);
    await unlinkAction(tx, { actionId: id, recommendationId: recommendation });
  });
  return redirect(context.path(`/actions/${id}`), 'The action no longer answers that recommendation.');
}

export function addEditPages(pages: Pages): void {
  pages.council('GET', '/recommendations/:recommendation/actions/new', 'own', (context) => showNew(context));
  pages.council('POST', '/recommendations/:recommendation/actions/new', 'own', postNew);
  pages.council('GET', '/recommendations/:recommendation/actions/link', 'own', (context) => showLink(context));
  pages.council('POST', '/recommendations/:recommendation/actions/link', 'own', postLink);
  pages.council('GET', '/actions/:action/edit', 'own', (context) => showEdit(context));
  pages.council('POST', '/actions/:action/edit', 'own', postEdit);
  pages.council('POST', '/actions/:action/unlink', 'own', postUnlink);
  pages.council('GET', '/actions/:action/cost', 'set-cost', (context) => showCost(context));
  pages.council('POST', '/actions/:action/cost', 'set-cost', postCost);
}
