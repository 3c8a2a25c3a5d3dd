// Adding a public report: send it, check what was read, put it in the library, take it out.
import { createHash } from 'node:crypto';
import { readFile as readFromDisk } from 'node:fs/promises';
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type Pages, page, redirect } from '../../../platform/web/pages.ts';
import { mediaTypeOf, uploadError } from '../../documents/index.ts';
import { pageErrors, type Typed, textOf, typedFrom } from '../../recommendations/index.ts';
import { type OrderLibraryReading, putIn, sendReport, takeOut } from '../actions/additions.ts';
import { readAddress, readReason, readSource } from '../forms.ts';
import { yearOf } from '../public-pages.ts';
import { type Addition, findAddition, listAdditions } from '../queries/additions.ts';
import { additionsView, additionView, newAdditionView, SOURCE_FIELDS, takeOutView } from '../views/additions.ts';
import { ADD, crumbs } from './search.ts';
import { additionPage, additionsPage, newAdditionPage, takeOutPage } from './templates.ts';

type Errors = Readonly<Record<string, string>>;
const NONE: Errors = {};
const trail = (context: CouncilContext) => [
  ...crumbs(context),
  { text: 'Reports we added', href: context.path('/library/additions') },
];
const here = (context: CouncilContext, id: string) => context.path(`/library/additions/${id}`);

async function additionIn(context: CouncilContext): Promise<Addition> {
  const id = identifier(context.params.addition);
  return (await context.scope((tx) => findAddition(tx, id))) ?? nothingHere();
}

async function showAdditions(context: CouncilContext) {
  const view = additionsView(await context.scope(listAdditions), context.path, context.can(ADD));
  return page(additionsPage, view, { title: 'Reports we added', breadcrumbs: crumbs(context) });
}

function newAnswer(context: CouncilContext, typed: Typed, errors: Errors) {
  return page(newAdditionPage, newAdditionView(context.path('/library/additions/new'), typed, errors), {
    title: 'Add a public report',
    breadcrumbs: trail(context),
    errors: pageErrors(errors, ['file', 'address']),
  });
}

function additionAnswer(context: CouncilContext, one: Addition, typed: Typed | null, errors: Errors) {
  const view = additionView(one, context.path, typed, errors);
  return page(additionPage, view, {
    title: view.title,
    breadcrumbs: trail(context),
    errors: pageErrors(errors, SOURCE_FIELDS),
  });
}

async function postAddition(context: CouncilContext) {
  const one = await additionIn(context);
  const typed = typedFrom(context.form);
  const read = readSource(typed, yearOf(context));
  if (!read.ok) return additionAnswer(context, one, typed, read.errors);
  const done = await context.scope((tx) => putIn(tx, one.id, read.value), 'Put a public report in the library');
  if (done.kind === 'gone') return nothingHere();
  if (done.kind === 'already')
    return redirect(here(context, one.id), 'It was in the library already. Nothing was changed.');
  return redirect(here(context, one.id), {
    text: 'In the library. Everybody can find it now.',
    link: { text: 'See it', href: context.path(`/library/reports/${one.id}`) },
  });
}

function takeOutAnswer(context: CouncilContext, one: Addition, typed: Typed, errors: Errors) {
  if (one.state !== 'added') return redirect(here(context, one.id), 'It is not in the library. Nothing was changed.');
  const view = takeOutView(one, `${here(context, one.id)}/take-out`, typed, errors);
  return page(takeOutPage, view, {
    title: 'Take it out of the library',
    breadcrumbs: [...trail(context), { text: view.title, href: here(context, one.id) }],
    errors: pageErrors(errors, ['reason']),
  });
}

async function postTakeOut(context: CouncilContext) {
  const one = await additionIn(context);
  const typed = typedFrom(context.form);
  const read = readReason(typed);
  if (!read.ok) return takeOutAnswer(context, one, typed, read.errors);
  const done = await context.scope((tx) => takeOut(tx, one.id, read.value), `Taken out of the library: ${read.value}`);
  return redirect(
    here(context, one.id),
    done === 'taken out'
      ? 'Taken out. Its words can no longer be found.'
      : 'It is not in the library. Nothing was changed.',
  );
}

export function addAdditionPages(pages: Pages, orderReading: OrderLibraryReading): void {
  pages.council('GET', '/library/additions', ADD, showAdditions);
  pages.council('GET', '/library/additions/new', ADD, (context) => newAnswer(context, {}, NONE));
  pages.council('POST', '/library/additions/new', ADD, async (context) => {
    const typed = typedFrom(context.form);
    const file = context.files.find((one) => one.field === 'file');
    const fileError = uploadError(file);
    const read = readAddress(textOf(typed, 'address'));
    if (!file || fileError !== null || 'error' in read) {
      const errors = { ...(fileError ? { file: fileError } : {}), ...('error' in read ? { address: read.error } : {}) };
      return newAnswer(context, typed, errors);
    }
    const bytes = await readFromDisk(file.path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const stored = { name: file.name, mediaType: mediaTypeOf(file.name), bytes, sha256 };
    const given = { councilId: context.council.id, file: stored, address: read.address };
    const id = await context.scope((tx) => sendReport(tx, given, orderReading), 'Sent a public report to be read');
    return redirect(here(context, id), 'Received. It is being read.');
  });
  pages.council('GET', '/library/additions/:addition', ADD, async (context) =>
    additionAnswer(context, await additionIn(context), null, NONE),
  );
  pages.council('POST', '/library/additions/:addition', ADD, postAddition);
  pages.council('GET', '/library/additions/:addition/take-out', ADD, async (context) =>
    takeOutAnswer(context, await additionIn(context), {}, NONE),
  );
  pages.council('POST', '/library/additions/:addition/take-out', ADD, postTakeOut);
}
