// Proposals of terms and posts: the forms that make them, and the page of one, which each council agrees to for itself.
import { shortName } from '../../../engines/fields/councils.ts';
import { typedDay } from '../../../engines/fields/fields.ts';
import { date } from '../../../platform/web/dates-and-money.ts';
import {
  type DateFieldView,
  dayTyped,
  fieldsOf,
  type RadiosView,
  type TextFieldView,
  type Typed,
} from '../../recommendations/index.ts';
import { DEPTHS, shareField } from '../forms.ts';
import {
  type Agreement,
  type Arrangement,
  type Editions,
  type Post,
  type Proposal,
  postStanding,
  type Standing,
  type Terms,
  termsStanding,
} from '../rules/arrangement.ts';
import { proposedWords, standingWords, termsRows } from './arrangement.ts';
import {
  type AgreeView,
  agreeView,
  councilName,
  councilOr,
  DEPTH_WORDS,
  dayOrNotKnown,
  type Errors,
  timeWords,
  whereOf,
} from './words.ts';

type Council = { readonly id: string; readonly name: string };

const DEPTH_HINTS = {
  shared_leader: 'One person leads; each council keeps a team of its own',
  shared_team: 'One team works for all its councils',
  integrated: 'One service, with one way of working',
} as const;

const WHY = ['Why?', 'The other councils read this before they agree. You may leave it empty.'] as const;

interface FormOf {
  readonly action: string;
  readonly cancel: string;
  readonly about: string;
}

export interface TermsFormView extends FormOf {
  readonly depth: RadiosView;
  readonly host: RadiosView;
  readonly basis: TextFieldView;
  readonly notice: TextFieldView;
  readonly review: DateFieldView;
  readonly why: TextFieldView;
}

export const TERMS_FIELDS = ['depth', 'host', 'basis', 'notice', 'review', 'why'] as const;

/** A form opened on the terms in force, or on nothing. */
export function typedTerms(terms: Terms | null): Typed {
  return {
    depth: terms?.depth ?? '',
    host: terms?.hostCouncilId ?? '',
    basis: terms?.legalBasis ?? '',
    notice: terms?.noticeMonths == null ? '' : String(terms.noticeMonths),
    ...dayTyped('review', typedDay(terms?.nextReviewOn ?? null)),
  };
}

const councilOptions = (councils: readonly Agreement[]) =>
  councils.map(({ councilId, council }) => ({ value: councilId, text: council }));

export function termsFormView(given: {
  readonly about: string;
  readonly councils: readonly Agreement[];
  readonly typed: Typed;
  readonly errors: Errors;
  readonly here: string;
}): TermsFormView {
  const field = fieldsOf(given.typed, given.errors);
  const depths = DEPTHS.map((value) => ({ value, text: DEPTH_WORDS[value], hint: DEPTH_HINTS[value] }));
  return {
    action: `${given.here}/terms/new`,
    cancel: given.here,
    about: given.about,
    depth: field.radios('depth', 'How deep does the sharing go?', depths),
    host: field.radios(
      'host',
      'Which council is host?',
      [...councilOptions(given.councils), { value: '', text: 'None, or not known yet' }],
      'The host runs the service for all of them',
    ),
    basis: field.text('basis', 'Legal basis', 'For example, section 113 agreement. Leave empty if it is not known.'),
    notice: field.text('notice', 'Notice to leave, in months', 'For example, 12. Leave empty if none is agreed.'),
    review: field.date('review', 'Next review', 'Leave empty if it is not known.'),
    why: field.text('why', ...WHY),
  };
}

export interface PostFormView extends FormOf {
  readonly heading: string;
  readonly title: TextFieldView;
  readonly employer: RadiosView;
  readonly shares: readonly TextFieldView[];
  readonly from: DateFieldView;
  readonly until: DateFieldView;
  readonly why: TextFieldView;
}

/** The fields of a post's form, in their order, for the summary of errors. */
export const postFields = (sharing: readonly Agreement[]) => [
  ...['title', 'employer'],
  ...sharing.map(({ councilId }) => shareField(councilId)),
  ...['from', 'until', 'why'],
];

/** A form opened on the post as it is in force, or on nothing. */
export function typedPost(post: Post | null): Typed {
  const shares = Object.entries(post?.timeShares ?? {}).map(([id, share]) => [shareField(id), String(share)] as const);
  return {
    title: post?.title ?? '',
    employer: post?.employerCouncilId ?? '',
    ...Object.fromEntries(shares),
    ...dayTyped('from', typedDay(post?.fromOn ?? null)),
    ...dayTyped('until', typedDay(post?.untilOn ?? null)),
  };
}

export function postFormView(given: {
  readonly about: string;
  /** The post to change; null: a new one. */
  readonly changes: Post | null;
  readonly sharing: readonly Agreement[];
  readonly typed: Typed;
  readonly errors: Errors;
  readonly here: string;
}): PostFormView {
  const { changes, here } = given;
  const field = fieldsOf(given.typed, given.errors);
  return {
    heading: changes ? `Propose a change to ${changes.title}` : 'Propose a shared post',
    action: changes ? `${here}/posts/${changes.id}/change` : `${here}/posts/new`,
    cancel: here,
    about: given.about,
    title: field.text('title', 'Title of the post', 'No name of a person'),
    employer: field.radios(
      'employer',
      'Which council employs its holder?',
      councilOptions(given.sharing),
      'If sharing ends, the post stays in this council’s own records',
    ),
    shares: given.sharing.map(({ councilId, council }) =>
      field.text(shareField(councilId), `Percent for ${shortName(council)}`),
    ),
    from: field.date('from', 'Shared from', 'Leave empty if it is not known.'),
    until: field.date('until', 'Shared until', 'Leave empty while no end is agreed.'),
    why: field.text('why', ...WHY),
  };
}

export interface ProposalView {
  readonly heading: string;
  readonly about: string;
  readonly state: string;
  readonly proposed: string;
  readonly why: string | null;
  readonly rows: readonly {
    readonly what: string;
    readonly now: string;
    readonly proposed: string;
    readonly differs: boolean;
  }[];
  /** Heads the column of what is in force; null where nothing is, or this is it. */
  readonly nowHeading: string | null;
  readonly consents: readonly { readonly council: string; readonly agreed: string | null; readonly where: string }[];
  readonly agree: AgreeView | null;
}

interface Of<T extends Proposal> {
  readonly arrangement: Arrangement;
  readonly council: Council;
  readonly one: T;
  readonly editions: Editions<T>;
  readonly today: string;
  readonly may: boolean;
  readonly typed: Typed;
  readonly errors: Errors;
  readonly here: string;
}

function proposalView<T extends Proposal>(
  given: Of<T>,
  parts: { heading: string; standing: Standing; action: string; rowsOf(one: T): { key: string; value: string }[] },
): ProposalView {
  const { arrangement, one, editions, council } = given;
  const { standing } = parts;
  const isOpen = editions.open.includes(one);
  const before = isOpen ? editions.current : null;
  const old = before && parts.rowsOf(before);
  const waits = 'waitsFor' in standing ? standing.waitsFor : [];
  const asked = [...new Set([...one.consents.map(({ councilId }) => councilId), ...waits])];
  const state =
    one === editions.current
      ? 'In force: every council has agreed.'
      : isOpen
        ? `Not in force. ${standingWords(arrangement, standing)}`
        : 'Not in force: something else was agreed in its place.';
  return {
    heading: parts.heading,
    about: arrangement.name,
    state,
    proposed: proposedWords(arrangement, one),
    why: one.why || null,
    rows: parts.rowsOf(one).map(({ key, value }, index) => {
      const now = old?.[index]?.value ?? '';
      return { what: key, now, proposed: value, differs: old !== null && now !== value };
    }),
    nowHeading: before ? 'In force' : null,
    consents: asked.map((id) => {
      const consent = one.consents.find(({ councilId }) => councilId === id);
      return {
        council: councilName(arrangement, id) ?? 'Another council',
        agreed: consent ? date(consent.agreedOn) : null,
        where: consent ? whereOf(consent) : '',
      };
    }),
    agree:
      given.may && isOpen && waits.includes(council.id)
        ? agreeView(council, parts.action, fieldsOf(given.typed, given.errors))
        : null,
  };
}

export function termsProposalView(given: Of<Terms>): ProposalView {
  return proposalView(given, {
    heading: 'Terms of the arrangement',
    standing: termsStanding(given.arrangement, given.one, given.today),
    action: `${given.here}/terms/${given.one.id}`,
    rowsOf: (terms) => termsRows(given.arrangement, terms),
  });
}

export function postProposalView(given: Of<Post>): ProposalView {
  const { arrangement } = given;
  return proposalView(given, {
    heading: given.one.title,
    standing: postStanding(arrangement, given.one, given.today),
    action: `${given.here}/posts/${given.one.id}`,
    rowsOf: (post) => [
      { key: 'Title', value: post.title },
      { key: 'Employer', value: councilOr(arrangement, post.employerCouncilId) },
      { key: 'Whose time', value: timeWords(arrangement, post) },
      { key: 'Shared from', value: dayOrNotKnown(post.fromOn) },
      { key: 'Shared until', value: post.untilOn === null ? 'No end agreed' : date(post.untilOn) },
    ],
  });
}
