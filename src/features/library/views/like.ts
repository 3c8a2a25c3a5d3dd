// The pages of one passage, of one recommendation beside what others were told, and of one added report.
import { date } from '../../../platform/web/dates-and-money.ts';
import type { Link } from '../../../platform/web/view.ts';
import type { ToldTheSame } from '../actions/search.ts';
import type { PassageRow, PublicActionRow, SourceRow } from '../queries/passages.ts';
import { type DoneView, doneView, type PassageView, type Places, passageView, type Shelf } from './passages.ts';

export interface LikeView {
  readonly passage: PassageView;
  /** "Both speak of reserves, medium term financial plan." */
  readonly why: string;
  readonly done: DoneView | null;
}

export interface PassagePageView {
  readonly outside: boolean;
  readonly title: string;
  readonly passage: PassageView;
  readonly done: DoneView | null;
  readonly like: readonly LikeView[];
  readonly source: Link | null;
}

export interface LikePageView {
  readonly title: string;
  readonly text: readonly string[];
  readonly here: Link;
  readonly like: readonly LikeView[];
}

export interface SourcePageView {
  readonly outside: boolean;
  readonly title: string;
  readonly about: string;
  readonly says: string;
  readonly address: string;
  readonly passages: readonly PassageView[];
  /** For the council that added it, when the person may take it out. */
  readonly change: string | null;
}

export function likeViews(told: ToldTheSame, shelf: Shelf): LikeView[] {
  return told.rows.map(({ row, shared }) => ({
    passage: passageView(row, told.places, shelf),
    why: `Both speak of ${listed(shared.slice(0, 6).map((word) => `“${word}”`))}.`,
    done: doneView(row, told.actions),
  }));
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** A title of a page: the heading, or the beginning of the text. */
export function titleOfText(heading: string | null, text: string): string {
  if (heading !== null && heading !== '') return heading;
  const line = text.split('\n')[0]!;
  return line.length <= 110 ? line : `${line.slice(0, 110).replace(/\s+\S*$/u, '')}…`;
}

export function passagePageView(given: {
  row: PassageRow;
  places: Places;
  actions: readonly PublicActionRow[];
  told: ToldTheSame;
  shelf: Shelf;
  outside: boolean;
}): PassagePageView {
  const { row, shelf } = given;
  return {
    outside: given.outside,
    title: titleOfText(row.heading, row.text),
    passage: passageView(row, given.places, shelf),
    done: doneView(row, given.actions),
    like: likeViews(given.told, shelf),
    source:
      row.sourceId === null
        ? null
        : { text: 'All that was read in this report', href: `${shelf.home}/reports/${row.sourceId}` },
  };
}

export function sourcePageView(given: {
  source: SourceRow;
  rows: readonly PassageRow[];
  shelf: Shelf;
  outside: boolean;
  change: string | null;
}): SourcePageView {
  const { source } = given;
  return {
    outside: given.outside,
    title: source.title,
    about: source.about,
    says: `Added from a public source by ${source.councilName} on ${date(source.addedAt)}. Read by a program and checked by a person; the report itself is what counts.`,
    address: source.address,
    passages: given.rows.map((row) => passageView(row, new Map(), given.shelf)),
    change: given.change,
  };
}
