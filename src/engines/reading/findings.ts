import type { Span } from './blocks.ts';

/** What every finding carries: where it stands in the record's `text`, and how likely it is to be right as it is. */
export type Found = {
  readonly span: Span;
  /** 0 to 1. Over damaged reports, findings of confidence 0.9 are right about nine times in ten (npm run bench). */
  readonly confidence: number;
};

/** A finding that is one value. */
export type FoundValue<T> = Found & { readonly value: T };

/** One person of the peer team, as printed. */
export type Peer = Found & {
  /** Without "Cllr" or "Councillor"; other titles stay. */
  readonly name: string;
  /** The role named in the report ("Lead Member Peer", "Chief Executive"), or null. */
  readonly role: string | null;
  readonly organisation: string | null;
  /** Political party as printed, or null. */
  readonly party: string | null;
  /** Heading of the part of the team it stands in, or null where the team is one list. */
  readonly group: string | null;
};

/** A core component the challenge looked at, and the question it was asked with, where the report prints one. */
export type Theme = Found & { readonly name: string; readonly question: string | null };

/** What the council asked for beyond the core components. `label` is bare: "a", "2"; null for a bullet. */
export type LocalFocus = Found & { readonly label: string | null; readonly text: string };

/** A number with the word that bends it: "over 230" is 230 and "over". */
export type Quantity = Found & { readonly value: number; readonly qualifier: string | null };

/** What the team says it did. Null where the report does not say. */
export type Activity = {
  readonly people: Quantity | null;
  readonly meetings: Quantity | null;
  readonly hours: Quantity | null;
};

/** A part of the feedback chapter. `span` runs from its heading to the end of its last block. */
export type FeedbackSection = Found & { readonly heading: string };

/** A sum of money. `text` is as printed ("£1.2 million"), and is what stands at `span`. */
export type Figure = Found & {
  readonly text: string;
  /** Whole pence; negative only where the report prints a minus or brackets. */
  readonly pence: number;
  readonly qualifier: string | null;
  /** The year, years or date it is for, as printed ("2021/22"), or null. */
  readonly period: string | null;
  /** The words of the sentence that say what it measures, or null. */
  readonly measures: string | null;
};

/** A percentage. `percent` is the number printed, so "2.5%" is 2.5. */
export type Percentage = Found & {
  readonly text: string;
  readonly percent: number;
  readonly qualifier: string | null;
  readonly period: string | null;
  readonly measures: string | null;
};

/** Words of somebody else, in quotation marks, without the marks. */
export type Quote = Found & { readonly text: string };

export type Contact = Found & {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

/** A date by which something is promised or wanted. `date` is as exact as the report: "2022", "2022-01" or "2022-01-31". */
export type Deadline = Found & { readonly text: string; readonly date: string };

/** A word explained where it is used, or behind an asterisk. */
export type Definition = Found & { readonly term: string; readonly meaning: string };

/** A short form and what the report says it stands for. */
export type Abbreviation = Found & { readonly short: string; readonly long: string };

/** A mention of an earlier challenge or follow-up of the same council. `date` as exact as the report says, or null. */
export type EarlierChallenge = Found & { readonly text: string; readonly date: string | null };

/**
 * A printed table of savings. One row per printed line: its name, then whole pounds per year of `years`; null for an
 * empty cell.
 */
export type SavingsTable = Found & {
  readonly years: readonly string[];
  readonly rows: readonly (readonly [name: string, ...pounds: (number | null)[]])[];
};

export type PassageClass = 'deferred' | 'suggestion' | 'concern' | 'strength' | 'fact';
export type SuggestionStrength = 'must' | 'should' | 'could';

/** A sentence of the executive summary or the feedback chapter, or several in a row of one class and theme. */
export type Passage = Found & {
  /** "p1", "p2" ... in the order of the report. */
  readonly id: string;
  readonly class: PassageClass;
  /** Suggestions only. */
  readonly strength?: SuggestionStrength;
  /** The feedback section it stands in; in the executive summary the theme it is about; null where none fits. */
  readonly theme: string | null;
};

/** Advice in the prose: the passages of class suggestion, with their words. */
export type Suggestion = Found & {
  readonly text: string;
  readonly strength: SuggestionStrength;
  readonly theme: string | null;
};

/** A passage that bears a key recommendation out. */
export type Support = {
  /** Id of the recommendation and of the passage in the same record. */
  readonly recommendation: string;
  readonly passage: string;
  /** From 1, the strongest first, within one recommendation. */
  readonly rank: number;
  /** 0 to 1. */
  readonly score: number;
  /** Why, as a sentence that a person can check against the source. */
  readonly reason: string;
};
