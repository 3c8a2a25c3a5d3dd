import { councilOf, type NamedCouncil } from '../council.ts';
import type { Activity, Contact, Deadline, EarlierChallenge, Found, LocalFocus, Peer, Theme } from '../findings.ts';
import { kindOf, titleOf } from '../kind.ts';
import type { LaidOut } from '../layout.ts';
import type { ReportKind } from '../record.ts';
import { activityOf } from './activity.ts';
import { contactsOf } from './contacts.ts';
import { deadlinesOf } from './deadlines.ts';
import { earlierChallengesOf } from './earlier-challenges.ts';
import { fieldworkOf } from './fieldwork.ts';
import { linesOf } from './lines.ts';
import { localFocusOf } from './local-focus.ts';
import { meetingOf } from './meeting.ts';
import { teamOf } from './team/team.ts';
import { themesOf } from './themes.ts';
import { placeOf, publishWithinOf, reviewDueOf } from './what-next.ts';

/** The facts of a report: when the team came, who it was, what it looked at, what is to happen next. */
export type Facts = {
  /** ISO dates on which the team worked, in order. A range means each day in it. */
  readonly fieldwork: readonly string[];
  readonly team: readonly Peer[];
  readonly themes: readonly Theme[];
  readonly localFocus: readonly LocalFocus[];
  readonly activity: Activity;
  readonly contacts: readonly Contact[];
  /** Weeks within which the report is to be published; null where it does not say, or says it in months. */
  readonly publishWithinWeeks: number | null;
  /** Month of the follow-up, "2022-01"; null where the report names no month. */
  readonly reviewDue: string | null;
  readonly deadlines: readonly Deadline[];
  readonly earlierChallenges: readonly EarlierChallenge[];
  /** ISO date of the meeting; this and the two below are of committee reports alone. */
  readonly meetingDate: string | null;
  readonly committee: string | null;
  readonly agendaItem: string | null;
};

/** Where the facts that are one value stand: null where the report does not say. */
export type FactPlaces = {
  readonly kind: Found | null;
  readonly council: Found | null;
  readonly title: Found | null;
  /** One for each date of `fieldwork`: where it, or the range it lies in, is printed. */
  readonly fieldwork: readonly Found[];
  readonly publishWithinWeeks: Found | null;
  readonly reviewDue: Found | null;
  readonly meetingDate: Found | null;
  readonly committee: Found | null;
  readonly agendaItem: Found | null;
};

/** What a report is, whose it is and what it calls itself, with the places those were read from. */
export type Front = {
  readonly kind: ReportKind;
  readonly council: NamedCouncil;
  readonly title: string | null;
  readonly places: Pick<FactPlaces, 'kind' | 'council' | 'title'>;
};

export function readFront(laidOut: LaidOut): Front {
  const lines = linesOf(laidOut);
  const kind = kindOf(lines);
  const { council, place } = councilOf(lines);
  const title = titleOf(lines);
  const places = { kind: kind.place, council: place, title: title.place };
  return { kind: kind.value, council, title: title.value, places };
}

/** Finds the facts of a report of a known kind. */
export function readFacts(
  laidOut: LaidOut,
  { kind, places }: Pick<Front, 'kind' | 'places'>,
): Facts & { readonly places: FactPlaces } {
  const lines = linesOf(laidOut);
  const fieldwork = fieldworkOf(lines, kind);
  const firstDay = fieldwork.days[0] ?? null;
  const lastDay = fieldwork.days.at(-1) ?? null;
  const { themes, end } = themesOf(lines);
  const isCommittee = kind === 'committee-report';
  const meeting = isCommittee ? meetingOf(lines) : { date: null, committee: null, agendaItem: null };
  const publish = isCommittee ? null : publishWithinOf(lines);
  const review = isCommittee ? null : reviewDueOf(lines, lastDay);
  return {
    fieldwork: fieldwork.days,
    team: isCommittee ? [] : teamOf(lines),
    themes: isCommittee ? [] : themes,
    localFocus: isCommittee ? [] : localFocusOf(lines, end),
    activity: isCommittee ? { people: null, meetings: null, hours: null } : activityOf(lines),
    contacts: contactsOf(lines),
    publishWithinWeeks: publish?.value ?? null,
    reviewDue: review?.value ?? null,
    deadlines: deadlinesOf(lines, lastDay ?? meeting.date?.value ?? null),
    earlierChallenges: earlierChallengesOf(lines, firstDay),
    meetingDate: meeting.date?.value ?? null,
    committee: meeting.committee?.value ?? null,
    agendaItem: meeting.agendaItem?.value ?? null,
    places: {
      ...places,
      fieldwork: fieldwork.places,
      publishWithinWeeks: placeOf(publish),
      reviewDue: placeOf(review),
      meetingDate: placeOf(meeting.date),
      committee: placeOf(meeting.committee),
      agendaItem: placeOf(meeting.agendaItem),
    },
  };
}

/** The facts of a report that says nothing. */
const nothing: LaidOut = { text: '', blocks: [] };
export const noFacts = readFacts(nothing, readFront(nothing));
