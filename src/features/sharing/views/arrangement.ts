// One arrangement: whose agreement it has, its terms, its posts, what is shared under it, and how a council ends its part.
import { shortName } from '../../../engines/fields/councils.ts';
import { date } from '../../../platform/web/dates-and-money.ts';
import type { Link } from '../../../platform/web/view.ts';
import { historyLinks } from '../../history/index.ts';
import { fieldsOf, type Typed } from '../../recommendations/index.ts';
import {
  type Agreement,
  type Arrangement,
  councilsIn,
  type Ending,
  type Proposal,
  type Protocol,
  postStanding,
  postsOf,
  type Standing,
  sharingPosts,
  type Terms,
  termsOf,
  termsStanding,
  waitingFor,
} from '../rules/arrangement.ts';
import { KIND_WORDS } from '../rules/history.ts';
import {
  type AgreeView,
  agreeView,
  councilName,
  councilOr,
  DEPTH_WORDS,
  datesWords,
  dayOrNotKnown,
  type Errors,
  forceOf,
  listed,
  noticeWords,
  timeWords,
  whereOf,
} from './words.ts';

export interface OpenProposal extends Link {
  readonly note: string;
}

export interface ArrangementView {
  readonly name: string;
  readonly purpose: string;
  readonly force: string;
  readonly proposed: string;
  /** Said to the people of a council that has left; null while it is in it. */
  readonly left: string | null;
  readonly agreements: readonly {
    readonly council: string;
    readonly agreed: string | null;
    readonly where: string;
    readonly leaving: string | null;
  }[];
  readonly agree: AgreeView | null;
  readonly terms: readonly { readonly key: string; readonly value: string; readonly action: null }[];
  readonly termsOpen: readonly OpenProposal[];
  readonly proposeTerms: string | null;
  readonly posts: readonly {
    readonly title: string;
    readonly employer: string;
    readonly time: string;
    readonly dates: string;
    readonly href: string;
    readonly change: string | null;
  }[];
  readonly postsOpen: readonly OpenProposal[];
  /** What the council proposed about others' posts while it shared, where it shares no longer: its own words. */
  readonly postsPast: readonly OpenProposal[];
  readonly postsEmpty: string | null;
  readonly addPost: string | null;
  readonly shared: readonly {
    readonly says: string;
    readonly endings: readonly string[];
    readonly end: Link | null;
  }[];
  readonly shareAgain: string | null;
  readonly leave: Link | null;
  readonly history: readonly Link[];
}

/** "Waits for Wendshire." */
export function standingWords(arrangement: Arrangement, standing: Standing): string {
  if ('since' in standing) return 'All have agreed.';
  return `Waits for ${listed(standing.waitsFor.map((id) => councilName(arrangement, id) ?? 'another council'))}.`;
}

/** "Proposed by Wendshire on 3 March 2025". */
export const proposedWords = (arrangement: Arrangement, one: Pick<Proposal, 'proposedBy' | 'proposedAt'>) =>
  `Proposed by ${councilName(arrangement, one.proposedBy) ?? 'another council'} on ${date(one.proposedAt)}`;

export function termsRows(arrangement: Arrangement, terms: Terms | null) {
  const row = (key: string, value: string) => ({ key, value, action: null });
  return [
    row('How deep', terms ? DEPTH_WORDS[terms.depth] : 'Not known'),
    row('Host', councilOr(arrangement, terms?.hostCouncilId ?? null)),
    row('Legal basis', terms?.legalBasis || 'Not known'),
    row('Notice', noticeWords(terms?.noticeMonths ?? null)),
    row('Next review', dayOrNotKnown(terms?.nextReviewOn ?? null)),
  ];
}

const ENDS = {
  end: ['ends its part', 'ended its part'],
  leave: ['leaves', 'left'],
} as const;

/** "Wendshire ends its part on 1 April 2027: the team moves. Executive E/27/3, notice given 3 January 2027." */
export function endingWords(arrangement: Arrangement, ending: Ending, today: string, what: 'end' | 'leave'): string {
  const who = councilName(arrangement, ending.councilId) ?? 'Another council';
  const verb = ENDS[what][ending.endsOn <= today ? 1 : 0];
  const reason = ending.reason.replace(/\.$/, '');
  return `${who} ${verb} on ${date(ending.endsOn)}: ${reason}. ${whereOf(ending)}, notice given ${date(ending.givenAt)}.`;
}

function protocolWords(arrangement: Arrangement, protocol: Protocol, today: string, isIn: boolean): string {
  const missing = councilsIn(arrangement, today).filter(
    ({ councilId }) =>
      !protocol.agreedBy.includes(councilId) && !protocol.endings.some((one) => one.councilId === councilId),
  );
  const until = protocol.untilOn === null ? '' : ` until ${date(protocol.untilOn)}`;
  // Of what it left a council sees its own agreement alone.
  const state = !isIn
    ? 'Agreed.'
    : missing.length === 0
      ? 'Agreed by all.'
      : `Not agreed by ${listed(missing.map(({ council }) => shortName(council)))} yet.`;
  return `From ${date(protocol.fromOn)}${until}, ${KIND_WORDS[protocol.recordKind]}: ${protocol.terms} ${state}`;
}

const agreementRow = (arrangement: Arrangement, one: Agreement, today: string) => ({
  council: one.council,
  agreed: one.agreedOn === null ? null : date(one.agreedOn),
  where: whereOf(one),
  leaving: one.leaving && endingWords(arrangement, one.leaving, today, 'leave'),
});

export function arrangementView(given: {
  readonly arrangement: Arrangement;
  readonly council: { readonly id: string; readonly name: string };
  readonly today: string;
  /** How much its history tells. */
  readonly told: number;
  readonly may: boolean;
  readonly mayShareAgain: boolean;
  readonly typed: Typed;
  readonly errors: Errors;
  readonly here: string;
}): ArrangementView {
  const { arrangement, council, today, here } = given;
  const field = fieldsOf(given.typed, given.errors);
  const acting = shortName(council.name);
  const mine = arrangement.agreements.find(({ councilId }) => councilId === council.id);
  const isIn = councilsIn(arrangement, today).some(({ councilId }) => councilId === council.id);
  const alone = councilsIn(arrangement, today).length < 2;
  const may = given.may && isIn && !alone;
  const asked = waitingFor(arrangement, today).some(({ councilId }) => councilId === council.id);
  const sharing = sharingPosts(arrangement, today).includes(council.id);
  const terms = termsOf(arrangement, today);
  const posts = postsOf(arrangement, today);
  // A council that shares no longer has its own posts alone; of others' it may know but what it proposed itself.
  const shown = posts.flatMap(({ current }) =>
    current && (sharing || current.employerCouncilId === council.id) ? [current] : [],
  );
  return {
    name: arrangement.name,
    purpose: arrangement.purpose,
    force: isIn ? `${forceOf(arrangement, today)}.` : `${acting} left on ${date(mine!.leaving!.endsOn)}.`,
    proposed: date(arrangement.proposedAt),
    left: isIn
      ? null
      : `You read here what is ${acting}’s own: its decisions, what it agreed to, and the posts it employs or proposed.`,
    agreements: arrangement.agreements.map((one) => agreementRow(arrangement, one, today)),
    agree: asked && may ? agreeView(council, here, field) : null,
    terms: termsRows(arrangement, terms.current),
    termsOpen: terms.open.map((one) => ({
      text: proposedWords(arrangement, one),
      href: `${here}/terms/${one.id}`,
      note: standingWords(arrangement, termsStanding(arrangement, one, today)),
    })),
    proposeTerms: may ? `${here}/terms/new` : null,
    posts: shown.map((post) => ({
      title: post.title,
      employer: councilOr(arrangement, post.employerCouncilId),
      time: timeWords(arrangement, post),
      dates: datesWords(post),
      href: `${here}/posts/${post.id}`,
      change: may && sharing ? `${here}/posts/${post.id}/change` : null,
    })),
    postsOpen: sharing
      ? posts.flatMap(({ current, open }) =>
          open.map((one) => ({
            text: current ? `A change to ${current.title}` : one.title,
            href: `${here}/posts/${one.id}`,
            note: `${proposedWords(arrangement, one)}. ${standingWords(arrangement, postStanding(arrangement, one, today))}`,
          })),
        )
      : [],
    postsPast: sharing
      ? []
      : arrangement.posts
          .filter((one) => one.proposedBy === council.id && !shown.includes(one))
          .map((one) => ({
            text: one.title,
            href: `${here}/posts/${one.id}`,
            note: `${proposedWords(arrangement, one)}.`,
          })),
    postsEmpty:
      shown.length > 0
        ? null
        : sharing
          ? 'No post is shared yet.'
          : mine?.leaving || arrangement.protocols.some(({ endings }) => endings.length > 0)
            ? `No post here is ${acting}’s own.`
            : 'Posts are shared once every council has agreed to share them.',
    addPost: may && sharing ? `${here}/posts/new` : null,
    shared: arrangement.protocols.map((protocol) => ({
      says: protocolWords(arrangement, protocol, today, isIn),
      endings: protocol.endings.map((one) => endingWords(arrangement, one, today, 'end')),
      end:
        may &&
        protocol.agreedBy.includes(council.id) &&
        (protocol.untilOn === null || protocol.untilOn >= today) &&
        !protocol.endings.some(({ councilId }) => councilId === council.id)
          ? {
              text: `End ${acting}’s part in sharing ${KIND_WORDS[protocol.recordKind]}`,
              href: `${here}/protocols/${protocol.id}/end`,
            }
          : null,
    })),
    shareAgain: may && given.mayShareAgain ? `${here}/protocols/new` : null,
    leave: may && !mine?.leaving ? { text: `Give notice that ${acting} leaves`, href: `${here}/leave` } : null,
    history: historyLinks(here, given.told),
  };
}
