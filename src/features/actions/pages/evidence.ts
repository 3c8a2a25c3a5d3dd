import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, download, type Pages, page, posted, redirect } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { readFile } from '../../documents/index.ts';
import { countTold } from '../../history/index.ts';
import {
  findHistoryOfEvidence,
  pageErrors,
  registerVocabulary,
  type Typed,
  titleOf,
  typedFrom,
} from '../../recommendations/index.ts';
import { addEvidence, showEvidenceTo, takeOffEvidence } from '../actions.ts';
import { readEvidence } from '../forms/action.ts';
import { findEvidence } from '../queries/read.ts';
import {
  backFromEvidence,
  EVIDENCE_FIELDS,
  type EvidenceChangeView,
  type EvidenceFormView,
  evidenceChangeView,
  evidenceFormView,
  ON_A_PUBLISHED_PAGE,
  redactOn,
} from '../views/forms.ts';
import { actionOrNothing, crumbs, fileToStore, offeredFile, recommendationOrNothing, shortened } from './context.ts';

export const evidencePage = template<EvidenceFormView>('actions/evidence.njk');
export const evidenceChangePage = template<EvidenceChangeView>('actions/evidence-change.njk');

/** What the evidence is for: an action or a recommendation, by the address. */
async function claimOf(context: CouncilContext) {
  const { action, recommendation } = context.params;
  if (action !== undefined) {
    const id = identifier(action);
    const { title } = await context.scope((tx) => actionOrNothing(tx, id));
    return { about: title, here: context.path(`/actions/${id}`), on: { actionId: id } };
  }
  const id = identifier(recommendation);
  const { title } = titleOf(await context.scope((tx) => recommendationOrNothing(tx, id)));
  return { about: title, here: context.path(`/recommendations/${id}`), on: { recommendationId: id } };
}

async function showAdd(
  context: CouncilContext,
  typed: Typed = { visibility: 'council' },
  errors: Record<string, string> = {},
) {
  const { about, here, on } = await claimOf(context);
  const first =
    'actionId' in on ? crumbs(context) : [{ text: 'Recommendations', href: context.path('/recommendations') }];
  return page(evidencePage, evidenceFormView(about, typed, errors, `${here}/evidence/new`, here), {
    title: 'Add evidence',
    breadcrumbs: [...first, { text: shortened(about), href: here }],
    errors: pageErrors(errors, EVIDENCE_FIELDS),
  });
}

async function postAdd(context: CouncilContext) {
  const typed = typedFrom(context.form);
  const offered = await offeredFile(context);
  const read = readEvidence(typed, offered);
  if (!read.ok) return showAdd(context, typed, read.errors);
  const { here, on } = await claimOf(context);
  const file = await fileToStore(offered);
  const outcome = await context.scope((tx) => addEvidence(tx, { ...read.value, file, on }));
  return outcome.kind === 'not-here' ? nothingHere() : redirect(here, 'Evidence added.');
}

const evidenceId = (context: CouncilContext) => identifier(context.params.evidence);

async function showChange(context: CouncilContext, published = false) {
  const id = evidenceId(context);
  const { evidence, historyCount } = await context.scope(async (tx) => ({
    evidence: (await findEvidence(tx, id)) ?? nothingHere(),
    historyCount: countTold(await findHistoryOfEvidence(tx, id), registerVocabulary),
  }));
  const redact = published ? redactOn(context.path, context.can('publish')) : null;
  const view = evidenceChangeView(evidence, context.path, redact, historyCount);
  return page(evidenceChangePage, view, {
    title: 'Change evidence',
    breadcrumbs: [view.back],
    errors: published ? [{ text: ON_A_PUBLISHED_PAGE, href: '#published' }] : [],
  });
}

async function postChange(context: CouncilContext) {
  const id = evidenceId(context);
  const does = posted(context.form, 'do');
  const why = posted(context.form, 'why').trim();
  const evidence = await context.scope(async (tx) => (await findEvidence(tx, id)) ?? nothingHere());
  const back = backFromEvidence(evidence, context.path);
  const outcome = await context.scope(
    async (tx): Promise<{ kind: 'taken-off' | 'shown' | 'published' | 'not-here' }> =>
      does === 'take-off' ? takeOffEvidence(tx, id) : showEvidenceTo(tx, id, does === 'public' ? 'public' : 'council'),
    why || undefined,
  );
  if (outcome.kind === 'not-here') return nothingHere();
  if (outcome.kind === 'published') return showChange(context, true);
  if (outcome.kind === 'taken-off') return redirect(back.href, 'Taken off. The history keeps that it was there.');
  return redirect(back.href, does === 'public' ? 'Now public.' : 'Now for the council only.');
}

async function sendFile(context: CouncilContext) {
  const { evidence, bytes } = await context.scope(async (tx) => {
    const found = (await findEvidence(tx, evidenceId(context))) ?? nothingHere();
    if (found.fileId === null) return nothingHere();
    return { evidence: found, bytes: await readFile(tx, found.fileId) };
  });
  return download(evidence.fileName ?? 'evidence', evidence.mediaType ?? 'application/octet-stream', bytes);
}

export function addEvidencePages(pages: Pages): void {
  for (const claim of ['/actions/:action', '/recommendations/:recommendation']) {
    pages.council('GET', `${claim}/evidence/new`, 'add-evidence', (context) => showAdd(context));
    pages.council('POST', `${claim}/evidence/new`, 'add-evidence', postAdd);
  }
  pages.council('GET', '/evidence/:evidence', 'add-evidence', (context) => showChange(context));
  pages.council('POST', '/evidence/:evidence', 'add-evidence', postChange);
  pages.council('GET', '/evidence/:evidence/file', 'see', sendFile);
}
