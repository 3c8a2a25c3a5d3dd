import { shortName } from '../../engines/fields/councils.ts';
import { count, date } from '../../platform/web/dates-and-money.ts';
import type { Link } from '../../platform/web/view.ts';
import { historyLinks } from '../history/index.ts';
import { type DateFieldView, fieldsOf, type TextFieldView, type Typed } from '../recommendations/index.ts';
import type { CouncilName, Partnership } from './queries.ts';
import { type Agreement, type Arrangement, inForceSince, KIND_WORDS, sharesPosts, waitingFor } from './rules.ts';

type Errors = Readonly<Record<string, string>>;

export interface MapView {
  readonly totals: string;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly purpose: string;
    readonly councils: string;
    readonly force: string;
    readonly posts: string;
    readonly review: string;
  }[];
  readonly propose: string | null;
  readonly partnerships: readonly {
    readonly name: string;
    readonly councils: string;
    readonly history: readonly Link[];
  }[];
}

const names = (agreements: readonly Agreement[]) => agreements.map(({ council }) => shortName(council)).join(' and ');

/** "In force since 17 December 2024", or whose move it is. */
function forceOf(arrangement: Arrangement): string {
  const waiting = waitingFor(arrangement);
  const since = inForceSince(arrangement);
  if (since === null) return `Not in force: ${names(waiting)} ${waiting.length === 1 ? 'has' : 'have'} not agreed`;
  if (waiting.length > 0) return `In force since ${date(since)}. ${names(waiting)} to agree what is shared`;
  return `In force since ${date(since)}`;
}

export function mapView(
  arrangements: readonly Arrangement[],
  partnerships: readonly (Partnership & { readonly told: number })[],
  path: (below: string) => string,
  may: boolean,
): MapView {
  const posts = arrangements.reduce((sum, { posts }) => sum + posts.length, 0);
  const waiting = arrangements.filter((one) => waitingFor(one).length > 0).length;
  const wait = waiting === 0 ? 'All are agreed.' : `${waiting} ${waiting === 1 ? 'waits' : 'wait'} for an agreement.`;
  return {
    totals: `${count(arrangements.length, 'service')}, ${count(posts, 'post')}. ${wait}`,
    rows: arrangements.map((one) => ({
      name: one.name,
      href: path(`/share/arrangements/${one.id}`),
      purpose: one.purpose,
      councils: names(one.agreements),
      force: forceOf(one),
      posts: one.posts.map(({ title }) => title).join('; ') || 'None recorded',
      review: one.nextReviewOn === null ? 'Not known' : date(one.nextReviewOn),
    })),
    propose: may ? path('/share/new') : null,
    partnerships: partnerships.map((one) => ({
      name: one.name,
      councils: one.councils.map(({ name }) => name).join(' and '),
      history: historyLinks(path(`/share/partnerships/${one.id}`), one.told),
    })),
  };
}

export interface AgreementView {
  readonly council: string;
  readonly agreed: string | null;
  readonly where: string;
}

export interface ArrangementView {
  readonly name: string;
  readonly purpose: string;
  readonly force: string;
  readonly proposed: string;
  readonly agreements: readonly AgreementView[];
  readonly shared: readonly string[];
  readonly posts: readonly { readonly title: string; readonly employer: string; readonly from: string }[];
  readonly postsEmpty: string;
  readonly history: readonly Link[];
  /** The form of the acting council's own agreement, when it has not agreed yet and the person may. */
  readonly agree: {
    readonly action: string;
    readonly button: string;
    readonly agreed: DateFieldView;
    readonly body: TextFieldView;
    readonly reference: TextFieldView;
  } | null;
}

export const AGREE_FIELDS = ['agreed', 'body', 'reference'] as const;

export function arrangementView(given: {
  readonly arrangement: Arrangement;
  readonly council: { readonly id: string; readonly name: string };
  readonly today: string;
  readonly told: number;
  readonly mayAgree: boolean;
  readonly typed: Typed;
  readonly errors: Errors;
  readonly here: string;
}): ArrangementView {
  const { arrangement, council } = given;
  const field = fieldsOf(given.typed, given.errors);
  const mine = waitingFor(arrangement).some(({ councilId }) => councilId === council.id);
  return {
    name: arrangement.name,
    purpose: arrangement.purpose,
    force: `${forceOf(arrangement)}.`,
    proposed: date(arrangement.proposedAt),
    agreements: arrangement.agreements.map((one) => ({
      council: one.council,
      agreed: one.agreedOn === null ? null : date(one.agreedOn),
      where: [one.decidedByBody, one.decisionReference].filter(Boolean).join(' '),
    })),
    shared: arrangement.protocols.map((protocol) => {
      const missing = arrangement.agreements.filter(({ councilId }) => !protocol.agreedBy.includes(councilId));
      const until = protocol.untilOn === null ? '' : ` until ${date(protocol.untilOn)}`;
      const state = missing.length === 0 ? 'Agreed by all.' : `Not agreed by ${names(missing)} yet.`;
      return `From ${date(protocol.fromOn)}${until}, ${KIND_WORDS[protocol.recordKind]}: ${protocol.terms} ${state}`;
    }),
    posts: arrangement.posts.map((post) => ({
      title: post.title,
      employer: post.employer ?? 'Not known',
      from: post.fromOn === null ? 'Not known' : date(post.fromOn),
    })),
    postsEmpty: sharesPosts(arrangement, given.today)
      ? 'No post has been recorded.'
      : 'Posts are shared once every council has agreed to share them.',
    history: historyLinks(given.here, given.told),
    agree:
      mine && given.mayAgree
        ? {
            action: given.here,
            button: `Agree for ${shortName(council.name)}`,
            agreed: field.date('agreed', 'When was it decided?', 'For example, 14 10 2026'),
            body: field.text('body', 'Where was it decided?', 'For example, Cabinet'),
            reference: field.text(
              'reference',
              'Decision reference',
              'For example, 26/118. Leave empty if there is none.',
            ),
          }
        : null,
  };
}

export interface ProposeView {
  readonly action: string;
  readonly cancel: string;
  readonly name: TextFieldView;
  readonly purpose: TextFieldView;
  readonly from: DateFieldView;
  readonly with: {
    readonly name: string;
    readonly label: string;
    readonly hint: string;
    readonly error: string | null;
    readonly value: readonly string[];
    readonly options: readonly { readonly value: string; readonly text: string; readonly hint: null }[];
  };
}

export const PROPOSE_FIELDS = ['name', 'purpose', 'with', 'from'] as const;

export function proposeView(given: {
  readonly others: readonly CouncilName[];
  readonly chosen: readonly string[];
  readonly typed: Typed;
  readonly errors: Errors;
  path(below: string): string;
}): ProposeView {
  const field = fieldsOf(given.typed, given.errors);
  return {
    action: given.path('/share/new'),
    cancel: given.path('/share'),
    name: field.text('name', 'What is shared?', 'For example, Legal services'),
    purpose: field.text('purpose', 'What is it for?', 'One sentence that a resident would understand'),
    from: field.date('from', 'From when do all its councils see its posts?', 'For example, 1 4 2027'),
    with: {
      name: 'with',
      label: 'With which councils?',
      hint: 'Each of them sees the proposal and agrees, or not, for itself',
      error: given.errors.with ?? null,
      value: given.chosen,
      options: given.others.map(({ id, name }) => ({ value: id, text: name, hint: null })),
    },
  };
}
