/** What a sample report is made of. The writers beside this file turn it into Word, PDF, web page and text. */

/** A block of the report. In `text`, `**` opens and closes bold; nothing else is markup, so a lone asterisk is printed. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'subheading'; text: string; contents?: boolean }
  | { kind: 'minor'; text: string }
  | { kind: 'bullets'; items: string[] }
  | { kind: 'numbered'; items: string[] }
  | { kind: 'letters'; items: string[] }
  | { kind: 'quotations'; items: string[] }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][]; note: string }
  | { kind: 'recommendations'; list: RecommendationList }
  | { kind: 'stray'; text: string };

export interface Recommendation {
  /** The bold headline that runs into the text, with its full stop. */
  heading?: string;
  /** The rest of the text. */
  text: string;
  /** Sub-points, printed as a), b), c). */
  parts?: string[];
}

export interface RecommendationList {
  group: string;
  items: Recommendation[];
}

export interface Chapter {
  number: number;
  title: string;
  /** How the contents list prints the title, where real reports drift from their own headings. */
  titleInContents?: string;
  blocks: Block[];
}

export interface Peer {
  name: string;
  role: string;
  organisation: string | null;
  party: string | null;
  group: string | null;
  /** The line as printed. */
  line: string;
}

export interface Report {
  council: string;
  folder: string;
  fieldworkInWords: string;
  fieldwork: string[];
  status: string;
  chapters: Chapter[];
  team: Peer[];
  themes: { name: string; questions: string }[];
  localFocus: string[];
  /** Headings of the feedback chapter, without numbers. */
  feedbackSections: string[];
  activity: { people: number | null; meetings: number | null; hours: number | null };
  /** Every sum of money that the report prints, each once. */
  money: string[];
  /** Every percentage that the report prints, each once. */
  percentages: string[];
  /** Short forms that it explains, with their words. */
  abbreviations: [short: string, long: string][];
  /** Words that it explains behind an asterisk. */
  definitions: string[];
  contacts: string[];
  /** Year and month of the return visit. */
  reviewDue: string;
  /** Fixed so that a rebuild gives the same files. */
  madeOn: string;
  formats: ('docx' | 'pdf' | 'html' | 'txt')[];
  pages: number;
  /** A short report: cover and contents share a page, and chapters run on. */
  compact?: boolean;
}

/** Typographic apostrophes, as a word processor sets them. */
const typeset = (text: string): string => text.replaceAll("'", '’').replace(/\s+/g, ' ').trim();

export const p = (text: string): Block => ({ kind: 'paragraph', text: typeset(text) });
export const section = (text: string): Block => ({ kind: 'subheading', text: typeset(text), contents: true });
export const sub = (text: string): Block => ({ kind: 'subheading', text: typeset(text) });
export const minor = (text: string): Block => ({ kind: 'minor', text: typeset(text) });
export const bullets = (...items: string[]): Block => ({ kind: 'bullets', items: items.map(typeset) });
export const numbered = (...items: string[]): Block => ({ kind: 'numbered', items: items.map(typeset) });
export const letters = (...items: string[]): Block => ({ kind: 'letters', items: items.map(typeset) });
export const quotations = (...items: string[]): Block => ({ kind: 'quotations', items: items.map(typeset) });
export const stray = (text: string): Block => ({ kind: 'stray', text });
export const recommend = (heading: string, text: string, parts?: string[]): Recommendation => ({
  ...(heading ? { heading: typeset(heading) } : {}),
  text: typeset(text),
  ...(parts ? { parts: parts.map(typeset) } : {}),
});

/** A recommendation as the record prints it: headline and rationale in one, sub-points apart. */
export const wholeText = (r: Recommendation): string => [r.heading, r.text].filter(Boolean).join(' ');
