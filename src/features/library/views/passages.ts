// A passage in words: whose it is, where it stands, and what came of it. The three facts each name their speaker.
import { placeAddresses } from '../../../engines/fields/addresses.ts';
import { shortName } from '../../../engines/fields/councils.ts';
import { date } from '../../../platform/web/dates-and-money.ts';
import type { Link } from '../../../platform/web/view.ts';
import { ANSWER_WORDS, GRADE_WORDS, PROGRESS_WORDS } from '../../recommendations/index.ts';
import type { PassageRow, PlaceRow, PublicActionRow } from '../queries/passages.ts';
import { HIT_BEGINS, HIT_ENDS, KINDS, LESS, MORE, STRENGTHS, THEMES } from '../rules/asked.ts';

/** A text in pieces, those that were looked for marked. Every piece is escaped where it is printed. */
export interface TextPiece {
  readonly text: string;
  readonly hit: boolean;
}

/** Where the library's own pages stand: on the public site, or in the rooms of a council. */
export interface Shelf {
  /** "/public/library", or "/councils/northmere/library". */
  readonly home: string;
}

export interface PassageView {
  readonly id: string;
  readonly href: string;
  /** "Key recommendation 4", "Suggestion: should". */
  readonly what: string;
  readonly heading: string | null;
  readonly pieces: readonly TextPiece[];
  readonly about: string;
  /** "Corporate peer challenge of …, 2024". */
  readonly report: string;
  readonly theme: string | null;
  readonly place: Link;
  /** Of an added report: "Added from a public source by Northmere City Council on 3 May 2026." */
  readonly added: string | null;
}

export interface FactsLine {
  readonly speaker: string;
  readonly says: string;
}

/** What the council did, as published; null for an added report, of which that is not known here. */
export interface DoneView {
  readonly facts: readonly FactsLine[];
  readonly reason: string | null;
  readonly actions: readonly string[];
}

const wordOf = <T extends string>(list: readonly { value: T; text: string }[], value: T | null) =>
  list.find((one) => one.value === value)?.text ?? null;

export function kindWords(row: Pick<PassageRow, 'kind' | 'strength' | 'number'>): string {
  const kind = wordOf(KINDS, row.kind) ?? '';
  if (row.number !== null) return `${kind} ${row.number}`;
  return row.strength === null ? kind : `${kind}: ${(wordOf(STRENGTHS, row.strength) ?? '').toLowerCase()}`;
}

export const themeWords = (row: Pick<PassageRow, 'theme'>): string | null => wordOf(THEMES, row.theme);

/** Splits a text at the marks that the database set around its hits. */
export function piecesOf(text: string): TextPiece[] {
  return text
    .replaceAll(LESS, '<')
    .replaceAll(MORE, '>')
    .split(HIT_BEGINS)
    .flatMap((part, at) => {
      if (at === 0) return [{ text: part, hit: false }];
      const [hit = '', ...rest] = part.split(HIT_ENDS);
      return [
        { text: hit, hit: true },
        { text: rest.join(''), hit: false },
      ];
    })
    .filter(({ text }) => text !== '');
}

/** The places of each publication, for the addresses of its recommendations. */
export type Places = ReadonlyMap<string, readonly PlaceRow[]>;

export function placesBy(rows: readonly PlaceRow[]): Places {
  return Map.groupBy(rows, ({ publicationId }) => publicationId);
}

function placeOf(row: PassageRow, places: Places): Link {
  const page = row.page === null ? '' : `, page ${row.page}`;
  if (row.sourceId !== null) {
    const isPdf = row.page !== null && /\.pdf$/i.test(new URL(row.address!).pathname) && !row.address!.includes('#');
    return {
      text: `Read the report where it is published${page}`,
      href: `${row.address}${isPdf ? `#page=${row.page}` : ''}`,
    };
  }
  const own = places.get(row.publicationId!) ?? [];
  const at = own.findIndex(({ recommendationId }) => recommendationId === row.recommendationId);
  const plan = `/public/${row.councilCode}/${row.slug}/${row.version}`;
  return {
    text: `Read it in the plan that ${shortName(row.councilName)} published`,
    href: at < 0 ? plan : `${plan}/${placeAddresses(own)[at]}`,
  };
}

export function addedLine(row: Pick<PassageRow, 'sourceId' | 'councilName' | 'addedAt'>): string | null {
  if (row.sourceId === null) return null;
  return `Added from a public source by ${row.councilName} on ${date(row.addedAt!)}.`;
}

/** "Corporate peer challenge, 2024", or the year that is not known. */
export function reportLine(row: Pick<PassageRow, 'reportTitle' | 'year'>): string {
  if (row.year !== null && row.reportTitle.includes(String(row.year))) return row.reportTitle;
  return `${row.reportTitle}, ${row.year ?? 'year not known'}`;
}

export function passageView(row: PassageRow, places: Places, shelf: Shelf): PassageView {
  return {
    id: row.id,
    href: `${shelf.home}/passages/${row.id}`,
    what: kindWords(row),
    heading: row.heading,
    pieces: piecesOf(row.excerpt ?? row.text),
    about: row.about,
    report: reportLine(row),
    theme: themeWords(row),
    place: placeOf(row, places),
    added: addedLine(row),
  };
}

const on = (day: string | null) => (day === null ? '' : `, ${date(day)}`);

export function doneView(row: PassageRow, actions: readonly PublicActionRow[]): DoneView | null {
  if (row.sourceId !== null) return null;
  const short = shortName(row.councilName);
  const own = actions.filter(
    (one) => one.publicationId === row.publicationId && one.recommendationId === row.recommendationId,
  );
  return {
    facts: [
      { speaker: `${short} answered`, says: `${ANSWER_WORDS[row.answer ?? 'none']}${on(row.answeredOn)}` },
      {
        speaker: `${short} reports`,
        says:
          row.progress === null ? 'No action published yet' : `${PROGRESS_WORDS[row.progress]}${on(row.progressOn)}`,
      },
      {
        speaker: row.verdictBy === null ? 'The reviewers found' : `${row.verdictBy} found`,
        says: `${GRADE_WORDS[row.verdict ?? 'not_assessed']}${on(row.verdictOn)}`,
      },
    ],
    reason: row.answerReason,
    actions: own.map(({ title, progress }) => `${title} (${PROGRESS_WORDS[progress].toLowerCase()})`),
  };
}
