/** A synthetic report before it is written to a file: pieces in reading order, and the answer a reader is marked against. */

/** In every `text`, `**` opens and closes bold; nothing else is markup. */
export type Piece =
  | { readonly kind: 'title'; readonly text: string; readonly size: 'large' | 'middle' | 'small' }
  /** The section number, where there is one, is part of `text`. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | Item
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly head: boolean }
  | { readonly kind: 'contents'; readonly entries: readonly { readonly text: string; readonly page: number }[] }
  /** A new chapter: a new page on paper, perhaps a new page of a web site. */
  | { readonly kind: 'chapter' };

export type Item = {
  readonly kind: 'item';
  /** Items of one list share it. */
  readonly list: number;
  readonly depth: 0 | 1;
  /** As printed: "1.", "a)", "•", "Recommendation 3:". Empty for a list without marks. */
  readonly label: string;
  readonly text: string;
};

export type PassageClass = 'deferred' | 'suggestion' | 'concern' | 'strength' | 'fact';
export type Strength = 'must' | 'should' | 'could';

export type AnswerPeer = {
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly party: string | null;
  readonly group: string | null;
};

export type AnswerRecommendation = {
  readonly group: string;
  readonly number: number;
  readonly heading?: string;
  /** The heading stands on a line of its own, and is no part of the text; a reader may print it before the text all the same. */
  readonly ownLine?: boolean;
  readonly text: string;
  readonly parts?: readonly { readonly label: string; readonly text: string }[];
};

export type AnswerQuantity = { readonly value: number; readonly qualifier: string | null } | null;

/** One sentence of the executive summary or the feedback chapter. `theme` null: a reader may say what it likes. */
export type AnswerPassage = {
  readonly text: string;
  readonly class: PassageClass;
  readonly strength?: Strength;
  readonly theme: string | null;
};

export type AnswerFigure = { readonly text: string; readonly pence: number; readonly period: string | null };

/** What a reader should find, in the shape of the hand-checked answers and more. */
export type Answer = {
  kind: string;
  council: string;
  gss: string | null;
  fieldwork: string[];
  meetingDate?: string;
  committee?: string;
  agendaItem?: string;
  recommendations: AnswerRecommendation[];
  team: AnswerPeer[];
  themes: { name: string; question: string | null }[];
  localFocus: { label: string | null; text: string }[];
  /** Left out where a report leaves open what its sections are. */
  feedbackSections?: string[];
  activity: { people: AnswerQuantity; meetings: AnswerQuantity; hours: AnswerQuantity };
  figures: AnswerFigure[];
  percentages: { text: string; percent: number }[];
  quotes: string[];
  contacts: string[];
  publishWithinWeeks: number | null;
  reviewDue: string | null;
  definitions: { term: string; meaning: string }[];
  abbreviations: { short: string; long: string }[];
  /** Dates of earlier challenges that are mentioned, as exact as printed. */
  earlier: string[];
  passages: AnswerPassage[];
  savings?: { years: string[]; rows: [string, ...(number | null)[]][] };
};

export type Edition =
  | '2016'
  | '2018'
  | '2019'
  | '2021'
  | '2022'
  | '2024'
  | 'progress'
  | 'finance'
  | 'governance'
  | 'committee';

export type SyntheticReport = {
  readonly seed: string;
  readonly edition: Edition;
  readonly pieces: readonly Piece[];
  readonly answer: Answer;
  /** What was chosen while it was made ("team set as": "a table"), so that faults can be sorted by their cause. */
  readonly traits: Readonly<Record<string, string>>;
  /** Running header, and footer with "#" for the page's number; null where there is none. */
  readonly header: string | null;
  readonly footer: string | null;
};

/** The text without its bold marks. */
export const plain = (text: string): string => text.replaceAll('**', '');
