import { nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type Pages, page, posted, redirect } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { countTold, findLastChange, whoChanged } from '../../history/index.ts';
import { nameOwners, recordResponse, recordVerdict } from '../actions.ts';
import { type Typed, textOf, versionOf } from '../forms/read.ts';
import { readOwners, readResponse, readVerdict } from '../forms/record.ts';
import { findProposed } from '../queries/asked.ts';
import { findHistoryOfRecommendation } from '../queries/history.ts';
import { findJoint } from '../queries/joint.ts';
import { findPeople } from '../queries/people.ts';
import { findActionsOf, findEvidenceOf, findPassage, findVerdicts, type RecordRow } from '../queries/record.ts';
import { askedOf } from '../rules/asked.ts';
import { registerVocabulary } from '../rules/history.ts';
import { titleOf } from '../rules/register.ts';
import {
  type ConflictView,
  OWNERS_FIELDS,
  type OwnersFormView,
  ownersFormView,
  ownersInWords,
  pageErrors,
  RESPONSE_FIELDS,
  type ResponseFormView,
  responseFormView,
  responseInWords,
  typedOwners,
  typedResponse,
  VERDICT_FIELDS,
  type VerdictFormView,
  verdictFormView,
} from '../views/forms.ts';
import { type RecordView, recordView } from '../views/record.ts';
import { crumbs, directoryOf, hereOf, recordId, recordOrNothing, typedFrom } from './context.ts';

export const recordPage = template<RecordView>('recommendations/record.njk');
export const responsePage = template<ResponseFormView>('recommendations/response.njk');
export const ownersPage = template<OwnersFormView>('recommendations/owners.njk');
export const verdictPage = template<VerdictFormView>('recommendations/verdict.njk');

async function showRecord(context: CouncilContext) {
  const id = recordId(context);
  const found = await context.scope(async (tx) => {
    const record = await recordOrNothing(tx, id);
    return {
      record,
      asked: askedOf(record, (await findProposed(tx, record.reportId)).finds, record.fromDocument),
      passage: await findPassage(tx, record),
      joint: await findJoint(tx, id),
      actions: await findActionsOf(tx, id),
      evidence: await findEvidenceOf(tx, id),
      verdicts: await findVerdicts(tx, id),
      historyCount: countTold(await findHistoryOfRecommendation(tx, id), registerVocabulary),
    };
  });
  const view = recordView({
    ...found,
    councilCode: context.council.code,
    today: context.today,
    allActions: posted(context.query, 'actions') === 'all',
    path: context.path,
    can: context.can,
    personId: context.person.id,
  });
  return page(recordPage, view, { title: view.title, breadcrumbs: crumbs(context), asAt: context.now });
}

/** Breadcrumbs of a form of one recommendation: the register, then the recommendation. */
export function belowRecord(context: CouncilContext, record: { heading: string | null; text: string }) {
  const { title } = titleOf(record);
  const short = title.length <= 60 ? title : `${title.slice(0, 60).replace(/\s+\S*$/, '')}…`;
  return crumbs(context, { text: short, href: hereOf(context) });
}

function responseAnswer(
  context: CouncilContext,
  record: RecordRow,
  typed: Typed,
  errors: Readonly<Record<string, string>>,
  conflict: ConflictView | null = null,
) {
  const view = responseFormView(record, typed, errors, hereOf(context), conflict);
  return page(
    responsePage,
    view,
    {
      title: view.heading,
      breadcrumbs: belowRecord(context, record),
      errors: pageErrors(errors, RESPONSE_FIELDS, ['decided']),
    },
    conflict ? { status: 409 } : {},
  );
}

async function showResponse(context: CouncilContext) {
  const record = await context.scope((tx) => recordOrNothing(tx, recordId(context)));
  return responseAnswer(context, record, typedResponse(record), {});
}

async function postResponse(context: CouncilContext) {
  const id = recordId(context);
  const typed = typedFrom(context.form);
  if (typed.use === 'theirs') return redirect(hereOf(context), 'Nothing was changed. Their version stands.');
  const read = readResponse(typed, context.today);
  if (!read.ok) {
    const record = await context.scope((tx) => recordOrNothing(tx, id));
    return responseAnswer(context, record, typed, read.errors);
  }
  const why = textOf(typed, 'why').trim();
  const outcome = await context.scope(
    (tx) => recordResponse(tx, { recommendationId: id, version: versionOf(typed), ...read.value }),
    why || undefined,
  );
  if (outcome.kind === 'not-here') return nothingHere();
  if (outcome.kind === 'recorded') {
    return redirect(
      hereOf(context),
      outcome.first ? 'Response recorded.' : 'Response changed. The history keeps both.',
    );
  }
  const { record, last } = await context.scope(async (tx) => ({
    record: await recordOrNothing(tx, id),
    last: await findLastChange(tx, 'response', id),
  }));
  const mine = { ...typed, version: String(outcome.version) };
  return responseAnswer(
    context,
    record,
    mine,
    {},
    {
      who: whoChanged(last, context.person.id),
      when: last?.at ?? context.now,
      what: 'this response',
      mine: responseInWords(typed),
      theirs: responseInWords(typedResponse(record)),
    },
  );
}

async function ownersParts(context: CouncilContext) {
  const { record, people } = await context.scope(async (tx) => ({
    record: await recordOrNothing(tx, recordId(context)),
    people: await findPeople(tx, context.today),
  }));
  return { record, people, directory: directoryOf(context, people) };
}

async function showOwners(context: CouncilContext) {
  const { record, people, directory } = await ownersParts(context);
  const view = ownersFormView(record, directory, typedOwners(record, people), {}, hereOf(context));
  return page(ownersPage, view, { title: 'Name the owners', breadcrumbs: belowRecord(context, record) });
}

async function postOwners(context: CouncilContext) {
  const typed = typedFrom(context.form);
  if (typed.use === 'theirs') return redirect(hereOf(context), 'Nothing was changed. Their version stands.');
  const { record, people, directory } = await ownersParts(context);
  const read = readOwners(typed, directory);
  const furniture = { title: 'Name the owners', breadcrumbs: belowRecord(context, record) };
  if (!read.ok) {
    const view = ownersFormView(record, directory, typed, read.errors, hereOf(context));
    return page(ownersPage, view, { ...furniture, errors: pageErrors(read.errors, OWNERS_FIELDS, ['review']) });
  }
  const open = [read.value.officerId === null && 'officer', read.value.memberId === null && 'member'].filter(Boolean);
  const missing = open.length === 0 ? '' : ` Still missing: ${open.join(', ')}.`;
  const { officerId, memberId, nextReviewOn } = read.value;
  if (officerId === record.officerId && memberId === record.memberId && nextReviewOn === record.nextReviewOn) {
    return redirect(hereOf(context), `Nothing was changed.${missing}`);
  }
  const why = textOf(typed, 'why').trim();
  const outcome = await context.scope(
    (tx) => nameOwners(tx, { recommendationId: record.id, version: versionOf(typed), ...read.value }),
    why || undefined,
  );
  if (outcome.kind === 'not-here') return nothingHere();
  if (outcome.kind === 'named') {
    return redirect(hereOf(context), open.length === 0 ? 'Owners named.' : `Saved.${missing}`);
  }
  const last = await context.scope((tx) => findLastChange(tx, 'recommendation', record.id));
  const mine = { ...typed, version: String(outcome.version) };
  const view = ownersFormView(record, directory, mine, {}, hereOf(context), {
    who: whoChanged(last, context.person.id),
    when: last?.at ?? context.now,
    what: 'the owners',
    mine: ownersInWords(typed),
    theirs: ownersInWords(typedOwners(record, people)),
  });
  return page(ownersPage, view, furniture, { status: 409 });
}

async function verdictParts(context: CouncilContext) {
  return context.scope(async (tx) => ({
    record: await recordOrNothing(tx, recordId(context)),
    verdicts: await findVerdicts(tx, recordId(context)),
  }));
}

async function showVerdict(context: CouncilContext) {
  const { record, verdicts } = await verdictParts(context);
  const view = verdictFormView(record, verdicts, {}, {}, hereOf(context));
  return page(verdictPage, view, { title: 'Record a verdict', breadcrumbs: belowRecord(context, record) });
}

async function postVerdict(context: CouncilContext) {
  const typed = typedFrom(context.form);
  const read = readVerdict(typed, context.today);
  if (read.ok) {
    const outcome = await context.scope((tx) =>
      recordVerdict(tx, { recommendationId: recordId(context), ...read.value }),
    );
    return outcome.kind === 'not-here'
      ? nothingHere()
      : redirect(hereOf(context), 'Verdict recorded. Earlier ones are kept.');
  }
  const { record, verdicts } = await verdictParts(context);
  const view = verdictFormView(record, verdicts, typed, read.errors, hereOf(context));
  return page(verdictPage, view, {
    title: 'Record a verdict',
    breadcrumbs: belowRecord(context, record),
    errors: pageErrors(read.errors, VERDICT_FIELDS, ['given', 'next']),
  });
}

export function addRecordPages(pages: Pages): void {
  pages.council('GET', '/recommendations/:recommendation', 'see', showRecord);
  pages.council('GET', '/recommendations/:recommendation/response', 'answer', showResponse);
  pages.council('POST', '/recommendations/:recommendation/response', 'answer', postResponse);
  pages.council('GET', '/recommendations/:recommendation/owners', 'own', showOwners);
  pages.council('POST', '/recommendations/:recommendation/owners', 'own', postOwners);
  pages.council('GET', '/recommendations/:recommendation/verdicts/new', 'answer', showVerdict);
  pages.council('POST', '/recommendations/:recommendation/verdicts/new', 'answer', postVerdict);
}
