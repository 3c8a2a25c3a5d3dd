// What changed, told from history rows in plain sentences. Rows that say the same thing twice are told once.

import type { Answer, Grade, Progress } from '../../../platform/db/schema/index.ts';
import { date, dateRange, isoDay } from '../../../platform/web/dates-and-money.ts';
import { ANSWER_WORDS, GRADE_WORDS, PROGRESS_WORDS, titleOf } from '../../recommendations/index.ts';
import type { Titled } from './work.ts';

/** A visit lasts so long: reloading within it shows the same news. */
export const VISIT_MINUTES = 60;

export interface NewsRow {
  readonly id: number;
  readonly tableName: string;
  readonly recordId: string;
  readonly at: Date;
  readonly change: 'added' | 'changed' | 'removed';
  readonly reason: string | null;
  readonly record: Readonly<Record<string, unknown>>;
  readonly was: Readonly<Record<string, unknown>> | null;
  readonly personId: string | null;
  readonly who: string | null;
  readonly actionTitle: string | null;
  readonly recommendation: Titled | null;
  readonly reportTitle: string | null;
}

export interface News {
  /** "Action: date moved, 30 September to 30 October 2026". */
  readonly what: string;
  readonly at: Date;
  readonly who: string;
  readonly why: string | null;
  /** What it is about; `below` is its address below the council's. Null when it is no longer there. */
  readonly about: { readonly title: string; readonly below: string } | null;
}

/** From when on changes are news: the last visit, once this one is an hour old; else the one before. Null: never here. */
export function sinceWhen(visit: { beforeAt: Date | null; beganAt: Date } | null, now: Date): Date | null {
  if (visit === null) return null;
  const going = now.getTime() - visit.beganAt.getTime() < VISIT_MINUTES * 60_000;
  return going ? visit.beforeAt : visit.beganAt;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Days in history are ISO texts. */
const day = (value: unknown): string => isoDay(text(value).slice(0, 10));

/** "30 September to 30 October 2026"; a date brought forward is said as it was, then as it is. */
function moved(from: string, to: string): string {
  return from < to ? dateRange(from, to) : `${date(from)} to ${date(to)}`;
}

function reported({ record }: NewsRow): { what: string; why: string | null } {
  const sentence = text(record.sentence);
  const reason = text(record.move_reason);
  const said = [sentence, text(record.pause_reason)].filter(Boolean).join(' ') || null;
  if (record.new_target_on !== null && record.previous_target_on !== null) {
    const what = `Action: date moved, ${moved(day(record.previous_target_on), day(record.new_target_on))}`;
    return { what, why: [said, reason === '' ? 'No reason given.' : reason].filter(Boolean).join(' ') };
  }
  return { what: `Action: reported ‘${PROGRESS_WORDS[record.progress as Progress]}’`, why: said };
}

function nameOf(names: ReadonlyMap<string, string>, id: unknown): string {
  return id === null ? 'nobody' : (names.get(text(id)) ?? 'somebody who has left');
}

/** What an edit of a row did, in words; null when it is told by another row or is bookkeeping. */
function edited(row: NewsRow, names: ReadonlyMap<string, string>): string | null {
  const { record } = row;
  const was = row.was ?? {};
  const said: string[] = [];
  if ('officer_id' in was) said.push(`officer is now ${nameOf(names, record.officer_id)}`);
  if ('member_id' in was) said.push(`member is now ${nameOf(names, record.member_id)}`);
  // A date that replaces another stands in an update, with its reason.
  if ('target_on' in was && was.target_on === null) said.push(`date given, ${date(day(record.target_on))}`);
  if ('title' in was) said.push('new wording');
  if ('success_measure' in was) said.push('measure changed');
  if ('cost_known' in was || 'cost_one_off_pence' in was || 'cost_yearly_pence' in was || 'people_days' in was) {
    said.push('cost changed');
  }
  if ('visibility' in was) said.push(record.visibility === 'public' ? 'made public' : 'kept to the council');
  if ('next_review_on' in was && record.next_review_on !== null) {
    said.push(`next review on ${date(day(record.next_review_on))}`);
  }
  return said.length === 0 ? null : said.join(', ');
}

type Told = { what: string; why: string | null } | null;

function tell(row: NewsRow, names: ReadonlyMap<string, string>): Told {
  const { record, change } = row;
  const plain = (what: string): Told => ({ what, why: row.reason });
  const changed = (kind: string): Told => {
    const what = edited(row, names);
    return what === null ? null : plain(`${kind}: ${what}`);
  };
  switch (`${row.tableName} ${change}`) {
    case 'action_update added':
      return reported(row);
    case 'action added':
      return plain('Action added');
    case 'action changed':
      return changed('Action');
    case 'recommendation added':
      return plain('Recommendation registered');
    case 'recommendation changed':
      return changed('Recommendation');
    case 'response added':
      return plain(`Response recorded: ${ANSWER_WORDS[record.answer as Answer].toLowerCase()}`);
    case 'response changed':
      return plain(`Response changed: ${ANSWER_WORDS[record.answer as Answer].toLowerCase()}`);
    case 'verdict added':
      return plain(`Reviewers found: ${GRADE_WORDS[record.grade as Grade].toLowerCase()}, ${text(record.reviewer)}`);
    case 'evidence added':
      return plain(`Evidence added: ${text(record.title)}`);
    case 'evidence removed':
      return plain(`Evidence taken off: ${text(record.title)}`);
    case 'publication added':
      return plain(`Put before the public, version ${Number(record.number)}`);
    case 'publication changed':
      return row.was && 'withdrawn_at' in row.was && record.withdrawn_at !== null
        ? { what: `Withdrawn from the public, version ${Number(record.number)}`, why: text(record.withdrawal_reason) }
        : null;
    default:
      return null;
  }
}

function aboutOf(row: NewsRow): News['about'] {
  if (row.tableName === 'publication') return { title: text(row.record.title), below: '/public-pages' };
  if (row.actionTitle !== null) {
    const id = row.tableName === 'action' ? row.recordId : text(row.record.action_id);
    return { title: row.actionTitle, below: `/actions/${id}` };
  }
  if (row.recommendation === null) return null;
  const id = row.tableName === 'recommendation' ? row.recordId : text(row.record.recommendation_id);
  return { title: titleOf(row.recommendation).title, below: `/recommendations/${id}` };
}

/** Records of these kinds come by the dozen: those that one person added on one day are one piece of news. */
const BY_THE_DOZEN: Readonly<Record<string, { words(count: number): string; listedAt: string; about: string }>> = {
  recommendation: {
    words: (n) => `${n} recommendations registered`,
    listedAt: '/recommendations',
    about: 'The register',
  },
  action: { words: (n) => `${n} actions added`, listedAt: '/actions', about: 'All actions' },
};

/** The news in rows that come newest first. */
export function newsOf(rows: readonly NewsRow[], names: ReadonlyMap<string, string>): News[] {
  const news: News[] = [];
  const heaps = new Map<string, { readonly place: number; count: number }>();
  for (const row of rows) {
    const who = row.who ?? 'the program';
    const dozen = row.change === 'added' ? BY_THE_DOZEN[row.tableName] : undefined;
    if (dozen) {
      const report = row.tableName === 'recommendation' ? text(row.record.report_id) : '';
      const key = `${row.tableName} ${report} ${isoDay(row.at)} ${row.personId}`;
      const heap = heaps.get(key);
      if (heap) {
        heap.count += 1;
        const about = { title: row.reportTitle ?? dozen.about, below: dozen.listedAt };
        news[heap.place] = { ...news[heap.place]!, what: dozen.words(heap.count), why: null, about };
        continue;
      }
      heaps.set(key, { place: news.length, count: 1 });
    }
    const told = tell(row, names);
    if (told) news.push({ ...told, at: row.at, who, about: aboutOf(row) });
  }
  return news;
}
