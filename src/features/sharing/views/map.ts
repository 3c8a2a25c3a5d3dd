// The map of what is shared, and the form that proposes an arrangement.
import { count, date } from '../../../platform/web/dates-and-money.ts';
import type { Link } from '../../../platform/web/view.ts';
import { historyLinks } from '../../history/index.ts';
import { type DateFieldView, fieldsOf, type TextFieldView, type Typed } from '../../recommendations/index.ts';
import type { CouncilName, Partnership } from '../queries.ts';
import {
  type Arrangement,
  councilsIn,
  postsOf,
  postsShared,
  sharingPosts,
  termsOf,
  waitingFor,
} from '../rules/arrangement.ts';
import { councilOr, DEPTH_WORDS, type Errors, forceOf, listed, namesOf, noticeWords } from './words.ts';

export interface MapView {
  readonly totals: string;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly purpose: string;
    readonly councils: string;
    readonly depth: string;
    readonly host: string;
    readonly notice: string;
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

/** Proposals of terms or posts that wait for somebody. */
function openIn(arrangement: Arrangement, today: string): number {
  const posts = postsOf(arrangement, today).reduce((sum, { open }) => sum + open.length, 0);
  return termsOf(arrangement, today).open.length + posts;
}

export function mapView(given: {
  readonly arrangements: readonly Arrangement[];
  readonly partnerships: readonly (Partnership & { readonly told: number })[];
  readonly councilId: string;
  readonly today: string;
  readonly mayPropose: boolean;
  path(below: string): string;
}): MapView {
  const { arrangements, today } = given;
  const isIn = (one: Arrangement) => councilsIn(one, today).some(({ councilId }) => councilId === given.councilId);
  const there = arrangements.filter(isIn);
  const sharedIn = (one: Arrangement) =>
    isIn(one) && sharingPosts(one, today).includes(given.councilId) ? postsShared(one, today) : [];
  const posts = there.reduce((sum, one) => sum + sharedIn(one).length, 0);
  const waiting = there.filter((one) => waitingFor(one, today).length > 0 || openIn(one, today) > 0).length;
  const wait = waiting === 0 ? 'All are agreed.' : `${waiting} ${waiting === 1 ? 'waits' : 'wait'} for an agreement.`;
  return {
    totals: `${count(there.length, 'service')}, ${count(posts, 'post')}. ${wait}`,
    rows: arrangements.map((one) => {
      const terms = termsOf(one, today).current;
      const left = one.agreements.find(({ councilId }) => councilId === given.councilId)?.leaving;
      const open = isIn(one) ? openIn(one, today) : 0;
      const changes = open === 0 ? '' : `. ${count(open, 'proposal')} ${open === 1 ? 'waits' : 'wait'}`;
      return {
        name: one.name,
        href: given.path(`/share/arrangements/${one.id}`),
        purpose: one.purpose,
        councils: namesOf(one.agreements),
        depth: terms ? DEPTH_WORDS[terms.depth] : 'Not known',
        host: councilOr(one, terms?.hostCouncilId ?? null),
        notice: noticeWords(terms?.noticeMonths ?? null),
        force: isIn(one) ? `${forceOf(one, today)}${changes}` : `You left on ${date(left!.endsOn)}`,
        posts:
          sharedIn(one)
            .map(({ title }) => title)
            .join('; ') || 'None shared',
        review: terms?.nextReviewOn ? date(terms.nextReviewOn) : 'Not known',
      };
    }),
    propose: given.mayPropose ? given.path('/share/new') : null,
    partnerships: given.partnerships.map((one) => ({
      name: one.name,
      councils: listed(one.councils.map(({ name }) => name)),
      history: historyLinks(given.path(`/share/partnerships/${one.id}`), one.told),
    })),
  };
}

export interface ProposeView {
  readonly action: string;
  readonly cancel: string;
  readonly name: TextFieldView;
  readonly purpose: TextFieldView;
  readonly from: DateFieldView;
  readonly with: {
    /** Null: the field's name is its id. */
    readonly id: null;
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
      id: null,
      name: 'with',
      label: 'With which councils?',
      hint: 'Each of them sees the proposal and agrees, or not, for itself',
      error: given.errors.with ?? null,
      value: given.chosen,
      options: given.others.map(({ id, name }) => ({ value: id, text: name, hint: null })),
    },
  };
}
