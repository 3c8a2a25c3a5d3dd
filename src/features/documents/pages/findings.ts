// The tabs of a review beside the recommendations, and what is posted from them about one finding.
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import {
  type AnswerWithCookies,
  type CouncilContext,
  type Pages,
  page,
  posted,
  redirect,
} from '../../../platform/web/pages.ts';
import { type PageError, template } from '../../../platform/web/view.ts';
import {
  acceptClearFindings,
  addFinding,
  correctFinding,
  decideFinding,
  type FindingDecided,
} from '../actions/findings.ts';
import { takeSuggestion } from '../actions/take-suggestion.ts';
import { readFinding, type TypedFinding, typedFinding, typeFinding } from '../forms/findings.ts';
import { readDecision, readSeen, readVersion } from '../forms/finds.ts';
import { findDocument, findRecord } from '../queries/documents.ts';
import { countFindings, listFindings } from '../queries/findings.ts';
import { listFinds } from '../queries/finds.ts';
import { meanwhileInWords } from '../rules/find.ts';
import {
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  type FindingTab,
  isFindingKind,
  type Sieve,
  sifted,
  TABS,
} from '../rules/finding.ts';
import { type AcceptClearView, acceptClearView } from '../views/accept-clear.ts';
import { type AddFindingView, addFindingView } from '../views/add-finding.ts';
import type { FindingAttempt } from '../views/finding-row.ts';
import { type FindingsView, findingsView, pageOfFinding } from '../views/findings.ts';
import { sieveQuery } from '../views/tabs.ts';
import { CHANGE, documentIn, doerOf, fieldsOf, found, SEE } from './parts.ts';

const findingsPage = template<FindingsView>('documents/findings.njk');

const acceptClearPage = template<AcceptClearView>('documents/accept-clear.njk');

const addPage = template<AddFindingView>('documents/add-finding.njk');

export function addFindingPages(pages: Pages): void {
  for (const { tab } of TABS) {
    pages.council('GET', `/reports/:document/${tab}`, SEE, (context) => showFindings(context, tab));
  }

  pages.council('GET', '/reports/:document/findings/new', CHANGE, (context) => {
    const kind = posted(context.query, 'kind');
    return isFindingKind(kind) ? showAdd(context, kind, typeFinding(kind, {}), {}) : nothingHere();
  });

  pages.council('POST', '/reports/:document/findings/new', CHANGE, async (context) => {
    const documentId = documentIn(context);
    const kind = posted(context.form, 'kind');
    if (!isFindingKind(kind)) return nothingHere();
    const typed = typedFinding(kind, fieldsOf(context));
    const read = readFinding(kind, typed);
    if (!read.ok) return showAdd(context, kind, typed, read.errors);
    const outcome = await context.scope(
      (tx) => addFinding(tx, doerOf(context), { documentId, kind, value: read.value }),
      'Added one that was missed',
    );
    return outcome.kind === 'gone' ? nothingHere() : toFinding(context, outcome.findingId);
  });

  pages.council('POST', '/reports/:document/findings/accept-clear', CHANGE, async (context) => {
    const documentId = documentIn(context);
    const seen = readSeen(posted(context.form, 'seen'));
    const question = posted(context.form, 'sure') === 'yes' ? null : await askBeforeAll(context, seen);
    if (question) return question;
    const outcome = await context.scope(
      (tx) => acceptClearFindings(tx, doerOf(context), documentId, seen),
      'Accepted what reads clearly',
    );
    if (outcome.kind === 'gone') return gone(context);
    const [first] = seen.keys();
    const findings = await context.scope((tx) => listFindings(tx, documentId));
    const kind = findings.find((one) => one.id === first)?.kind;
    const tab = kind ? FINDING_KINDS[kind].tab : 'suggestions';
    const rest = outcome.waiting === 0 ? '' : ` ${outcome.waiting} changed after you opened the page and still wait.`;
    return redirect(context.path(`/reports/${documentId}/${tab}`), `${outcome.accepted} accepted.${rest}`);
  });

  const givenOf = (context: CouncilContext) => ({
    documentId: documentIn(context),
    findingId: identifier(context.params.finding),
    version: readVersion(posted(context.form, 'version')),
  });

  pages.council('POST', '/reports/:document/findings/:finding/decide', CHANGE, async (context) => {
    const given = givenOf(context);
    if (posted(context.form, 'use') === 'theirs') return toFinding(context, given.findingId);
    const decision = readDecision(posted(context.form, 'decision'));
    if (decision === null) return toFinding(context, given.findingId);
    const outcome = await context.scope(
      (tx) => decideFinding(tx, doerOf(context), { ...given, decision }),
      'Checked what was read',
    );
    return answer(context, outcome, { findingId: given.findingId, tried: decision }, decision !== 'undecided');
  });

  pages.council('POST', '/reports/:document/findings/:finding/correct', CHANGE, async (context) => {
    const given = givenOf(context);
    const { findingId, documentId } = given;
    if (posted(context.form, 'use') === 'theirs') return toFinding(context, findingId);
    const kind = found(
      await context.scope(
        async (tx) => (await listFindings(tx, documentId)).find((one) => one.id === findingId)?.kind ?? null,
      ),
    );
    const typed = typedFinding(kind, fieldsOf(context));
    const read = readFinding(kind, typed);
    if (!read.ok) return showAttempt(context, kind, { findingId, typed, errors: read.errors });
    const outcome = await context.scope(
      (tx) => correctFinding(tx, doerOf(context), { ...given, value: read.value }),
      'Corrected what was read',
    );
    return answer(context, outcome, { findingId, typed, tried: 'correct' }, true);
  });

  pages.council('POST', '/reports/:document/findings/:finding/take', CHANGE, async (context) => {
    const given = givenOf(context);
    const outcome = await context.scope(
      (tx) => takeSuggestion(tx, doerOf(context), given),
      'Proposed a suggestion for the register',
    );
    if (outcome.kind !== 'taken')
      return answer(context, outcome, { findingId: given.findingId, tried: 'accepted' }, true);
    return toNext(context, given.findingId, {
      text: 'It waits among the recommendations, to be added to the register.',
      link: { text: 'Open it there', href: context.path(`/reports/${given.documentId}/review#find-${outcome.findId}`) },
    });
  });
}

/** The question whether everything clear is to be accepted; null when it stands on one page of its tab. */
async function askBeforeAll(
  context: CouncilContext,
  seen: ReadonlyMap<string, number>,
): Promise<AnswerWithCookies | null> {
  const [first] = seen.keys();
  const place = first === undefined ? null : await tabOf(context, first);
  if (!place) return null;
  const here = context.path(`/reports/${documentIn(context)}`);
  const back = `${here}/${place.tab}`;
  const view = acceptClearView(place.listed, seen, { action: `${here}/findings/accept-clear`, back });
  return view && page(acceptClearPage, view, { title: view.heading, breadcrumbs: [{ text: 'Go back', href: back }] });
}

function sieveOf(context: CouncilContext): Sieve {
  const says = (name: string) => posted(context.query, name) === 'check' || posted(context.form, name) === 'check';
  return { onlyToCheck: says('show'), checkFirst: says('first') };
}

async function answer(
  context: CouncilContext,
  outcome: FindingDecided,
  attempt: FindingAttempt,
  onward: boolean,
): Promise<AnswerWithCookies> {
  switch (outcome.kind) {
    case 'decided':
      return onward ? toNext(context, attempt.findingId) : toFinding(context, attempt.findingId);
    case 'changed-meanwhile':
      return showAttempt(context, outcome.finding.kind, { ...attempt, meanwhile: outcome });
    case 'gone':
      return gone(context);
  }
}

/** Dropped, read again or another's: back to what there is, or nothing. */
async function gone(context: CouncilContext): Promise<AnswerWithCookies> {
  const id = documentIn(context);
  const document = found(await context.scope((tx) => findDocument(tx, id)));
  if (document.state === 'dropped') nothingHere();
  return redirect(context.path(`/reports/${id}`), 'That one was changed meanwhile. This is how it is now.');
}

function showAttempt(context: CouncilContext, kind: FindingKind, attempt: FindingAttempt): Promise<AnswerWithCookies> {
  const errors: PageError[] = attempt.meanwhile
    ? [
        {
          text: meanwhileInWords(attempt.meanwhile.who),
          href: `#finding-${attempt.findingId}`,
        },
      ]
    : Object.entries(attempt.errors ?? {}).map(([name, text]) => ({ text, href: `#${name}-${attempt.findingId}` }));
  return showFindings(context, FINDING_KINDS[kind].tab, attempt, errors);
}

const kindsOf = (tab: FindingTab) => TABS.find((one) => one.tab === tab)!.kinds;

async function showFindings(
  context: CouncilContext,
  tab: FindingTab,
  attempt: FindingAttempt | null = null,
  errors: readonly PageError[] = [],
): Promise<AnswerWithCookies> {
  const id = documentIn(context);
  const loaded = await context.scope(async (tx) => ({
    document: found(await findDocument(tx, id)),
    record: await findRecord(tx, id),
    findings: await listFindings(tx, id, kindsOf(tab)),
    counts: await countFindings(tx, id),
    recommendations: (await listFinds(tx, id)).length,
  }));
  const { document, record } = loaded;
  if (document.state === 'dropped') nothingHere();
  if (document.state !== 'read' || record === null) return redirect(context.path(`/reports/${id}`));
  const view = findingsView({
    ...loaded,
    record,
    tab,
    path: context.path,
    sieve: sieveOf(context),
    page: Number(posted(context.query, 'page')) || 1,
    mayChange: context.can(CHANGE),
    attempt,
  });
  return page(findingsPage, view, {
    title: view.heading,
    breadcrumbs: [
      { text: 'Reports', href: context.path('/reports') },
      { text: 'Check what was read', href: context.path(`/reports/${id}/review`) },
    ],
    errors,
  });
}

async function showAdd(
  context: CouncilContext,
  kind: FindingKind,
  typed: TypedFinding,
  errors: Readonly<Record<string, string>>,
): Promise<AnswerWithCookies> {
  const id = documentIn(context);
  const document = found(await context.scope((tx) => findDocument(tx, id)));
  if (document.state !== 'read') nothingHere();
  const here = context.path(`/reports/${id}`);
  const view = addFindingView(here, kind, typed, errors);
  return page(addPage, view, {
    title: view.heading,
    breadcrumbs: [
      { text: 'Reports', href: context.path('/reports') },
      { text: document.title, href: view.back },
    ],
    errors: Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}` })),
  });
}

/** The findings of the tab on which one stands, as they are shown to this person; null when it is not in play. */
async function tabOf(
  context: CouncilContext,
  findingId: string,
): Promise<{ tab: FindingTab; listed: Finding[]; one: Finding } | null> {
  const id = documentIn(context);
  const all = await context.scope((tx) => listFindings(tx, id));
  const one = all.find((finding) => finding.id === findingId);
  if (!one) return null;
  const { tab } = FINDING_KINDS[one.kind];
  const kinds = kindsOf(tab);
  return { tab, one, listed: all.filter((finding) => kinds.includes(finding.kind)) };
}

/** Back to one finding, by its anchor. What is decided is not shown among those to check alone, so then all are. */
async function toFinding(context: CouncilContext, findingId: string): Promise<AnswerWithCookies> {
  const place = await tabOf(context, findingId);
  if (!place) return gone(context);
  const sieve = {
    ...sieveOf(context),
    onlyToCheck: sieveOf(context).onlyToCheck && place.one.decision === 'undecided',
  };
  return redirect(addressOf(context, place.tab, sieve, place.listed, findingId));
}

/** On to the next finding of the tab that nobody has decided; to the end of the page when there is none. */
async function toNext(
  context: CouncilContext,
  findingId: string,
  success?: { text: string; link: { text: string; href: string } },
): Promise<AnswerWithCookies> {
  const place = await tabOf(context, findingId);
  if (!place) return gone(context);
  const sieve = sieveOf(context);
  const open = sifted(place.listed, { ...sieve, onlyToCheck: true });
  const next = sieve.checkFirst
    ? open[0]
    : (open.find(
        (one) => one.position > place.one.position || (one.position === place.one.position && one.id > place.one.id),
      ) ?? open[0]);
  if (!next) {
    return redirect(
      `${context.path(`/reports/${documentIn(context)}/${place.tab}`)}${sieveQuery(sieve)}#finish`,
      success,
    );
  }
  return redirect(addressOf(context, place.tab, sieve, place.listed, next.id), success);
}

function addressOf(
  context: CouncilContext,
  tab: FindingTab,
  sieve: Sieve,
  listed: readonly Finding[],
  id: string,
): string {
  const page = pageOfFinding(sifted(listed, sieve), id);
  return `${context.path(`/reports/${documentIn(context)}/${tab}`)}${sieveQuery(sieve, page)}#finding-${id}`;
}
