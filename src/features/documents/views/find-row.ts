// One find of the review: as a row to decide, or folded with others that are decided.
import { type TypedWording, typeWording } from '../forms/finds.ts';
import { type Find, type Meanwhile, type ReportRecord, sameGroup } from '../rules/find.ts';
import { type Paragraph, passageOf } from '../rules/passages.ts';
import { allWords, cutPlaces, runsIn, wordingDiffersAt } from '../rules/wording.ts';
import { type BorneOutView, borneOutBy } from './support.ts';

export interface WordingFields {
  readonly typed: TypedWording;
  readonly errors: Readonly<Record<'group' | 'number' | 'heading' | 'text' | 'parts', string | null>>;
}

export interface FindRow {
  readonly id: string;
  readonly anchor: string;
  readonly label: string;
  readonly title: string;
  /** A heading that stands above the wording; null when it runs in. */
  readonly heading: string | null;
  /** The heading when it is the beginning of the wording, which `text` then goes on from. */
  readonly runIn: string | null;
  readonly text: string;
  readonly parts: readonly { readonly label: string; readonly text: string }[];
  readonly doubts: readonly string[];
  /** "Corrected. It differs from the report at ‘reserve’." and the like. */
  readonly notes: readonly string[];
  /** The words as they were read, when a person has corrected them. */
  readonly proposed: string | null;
  readonly version: number;
  readonly passage: {
    readonly id: string;
    readonly source: string | null;
    readonly before: readonly Paragraph[];
    readonly lit: readonly Paragraph[];
    readonly after: readonly Paragraph[];
    readonly whole: string;
  } | null;
  /** What in the report bears it out, strongest first. */
  readonly borneOut: readonly BorneOutView[];
  readonly actions: {
    readonly decide: string;
    readonly correct: string;
    readonly split: string;
    readonly join: string;
    readonly putBack: string;
  };
  readonly open: boolean;
  readonly fields: WordingFields;
  /** Where it may be cut in two, after "Choose where"; empty when there is no such place. */
  readonly cuts: readonly { readonly value: string; readonly text: string }[];
  readonly cutError: string | null;
  readonly joinNext: string | null;
  readonly mayPutBack: boolean;
  /** "This differs from the report at ‘x’. …": two buttons instead of Save. */
  readonly differs: string | null;
  readonly error: string | null;
  readonly conflict: {
    readonly who: string;
    readonly when: Date;
    readonly mine: string;
    readonly theirs: string;
    /** What "Use mine" does: save the typed wording, or repeat the decision. */
    readonly repeats: 'correct' | 'accepted' | 'left_out' | 'undecided';
    readonly version: number;
  } | null;
}

export interface DecidedRow {
  readonly anchor: string;
  readonly title: string;
  readonly text: string;
  readonly proposed: string | null;
  readonly state: string;
  readonly version: number;
  /** Where Undo posts to; null when it is in the register, which then has a link. */
  readonly undo: string | null;
  readonly registered: string | null;
}

/** What a person just tried on one find and could not do: the page shows it in place, with what they typed. */
export interface Attempt {
  readonly findId: string;
  readonly typed?: TypedWording;
  readonly errors?: Readonly<Record<string, string>>;
  readonly differsAt?: string;
  readonly error?: string;
  readonly cutError?: string;
  readonly meanwhile?: Meanwhile;
  readonly tried?: 'correct' | 'accepted' | 'left_out' | 'undecided';
}

export function wordingFields(typed: TypedWording, errors: Readonly<Record<string, string>>): WordingFields {
  const error = (name: string) => errors[name] ?? null;
  return {
    typed,
    errors: {
      group: error('group'),
      number: error('number'),
      heading: error('heading'),
      text: error('text'),
      parts: error('parts'),
    },
  };
}

export const titleOf = (find: Find) => `${find.wording.group}, number ${find.wording.number}`;

/** What was read, where a person's wording stands in its place; null where it stands as it was read. */
export function asProposed({ wording, asRead }: Find): string | null {
  return asRead !== null && wordingDiffersAt(wording, asRead) !== null ? allWords(asRead) : null;
}

/** @param inReport all finds, in the order of the report */
export function findRow(
  find: Find,
  given: { readonly record: ReportRecord; readonly attempt: Attempt | null },
  inReport: readonly Find[],
  here: string,
): FindRow {
  const attempt = given.attempt?.findId === find.id ? given.attempt : null;
  const { wording } = find;
  const base = `${here}/finds/${find.id}`;
  const passage = find.span && passageOf(given.record, find.span);
  const next = inReport[inReport.findIndex((one) => one.id === find.id) + 1];
  const mayJoin = next && next.recommendationId === null && sameGroup(next.wording.group, wording.group);
  const corrected = find.asRead && wordingDiffersAt(wording, find.asRead);
  const notes = [
    ...(corrected === null ? [] : [`Corrected. It differs from the report at ‘${corrected}’.`]),
    ...(find.madeFrom.length === 1 ? ['Split from another.'] : []),
    ...(find.madeFrom.length > 1 ? ['Joined from two.'] : []),
  ];
  const now = attempt?.meanwhile;
  return {
    id: find.id,
    anchor: `find-${find.id}`,
    label: titleOf(find),
    title: titleOf(find),
    heading: runsIn(wording) ? null : wording.heading,
    runIn: runsIn(wording) ? wording.heading : null,
    text: runsIn(wording) ? wording.text.slice(wording.heading?.length ?? 0) : wording.text,
    parts: wording.parts,
    doubts: find.doubts,
    notes,
    proposed: asProposed(find),
    version: find.version,
    passage: passage && {
      id: `passage-${find.id}`,
      ...passage,
      source: passage.source,
      whole: `${here}/source#mark-${find.id}`,
    },
    borneOut: borneOutBy(given.record, find.span, here),
    actions: {
      decide: `${base}/decide`,
      correct: `${base}/correct`,
      split: `${base}/split`,
      join: `${base}/join`,
      putBack: `${base}/put-back`,
    },
    open: attempt !== null,
    fields: wordingFields(attempt?.typed ?? typeWording(wording), attempt?.errors ?? {}),
    cuts: cutOptions(wording),
    cutError: attempt?.cutError ?? null,
    joinNext: mayJoin ? `${next.wording.number}` : null,
    mayPutBack: find.madeFrom.length > 0,
    differs:
      attempt?.differsAt === undefined
        ? null
        : `This differs from the report at ‘${attempt.differsAt}’. Save it as your correction, or restore it`,
    error: attempt?.error ?? null,
    conflict: now
      ? {
          who: now.who,
          when: now.at,
          mine: mineInWords(attempt),
          theirs: theirsInWords(now.find),
          repeats: attempt.tried ?? 'undecided',
          version: now.find.version,
        }
      : null,
  };
}

function cutOptions(wording: Find['wording']): { value: string; text: string }[] {
  const places = cutPlaces(wording).map(({ value, begins }) => ({
    value,
    text: begins.length > 70 ? `${begins.slice(0, 67).trimEnd()}…` : begins,
  }));
  return places.length === 0 ? [] : [{ value: '', text: 'Choose where' }, ...places];
}

const DECISIONS = { accepted: 'Accepted', left_out: 'Left out', undecided: 'To check' } as const;

function mineInWords(attempt: Attempt): string {
  if (attempt.tried === 'correct' && attempt.typed) {
    const { group, number, heading, text, parts } = attempt.typed;
    return [`${group}, number ${number}`, heading, text, parts].filter((one) => one !== '').join('\n');
  }
  return DECISIONS[attempt.tried === 'correct' ? 'undecided' : (attempt.tried ?? 'undecided')];
}

function theirsInWords(find: Find): string {
  const { group, number, heading, text, parts } = typeWording(find.wording);
  const words = [`${group}, number ${number}`, heading, text, parts].filter((one) => one !== '').join('\n');
  return `${DECISIONS[find.decision]}.\n${words}`;
}
