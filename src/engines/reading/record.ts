import type { Span } from './blocks.ts';
import type { NamedCouncil } from './council.ts';
import type { FactPlaces, Facts } from './facts/facts.ts';
import type { Money } from './money/money.ts';
import type { ProseFindings } from './passages/read-passages.ts';
import type { Words } from './words/words.ts';

/** What a report is, as far as its own words say. */
export type ReportKind =
  | 'corporate-peer-challenge'
  | 'finance-peer-challenge'
  | 'governance-peer-challenge'
  | 'progress-review'
  | 'committee-report'
  | 'unknown';

/** A lettered or numbered point under a recommendation. `label` is bare: "a", "ii". `span` covers `text`. */
export type RecommendationPart = { readonly label: string; readonly text: string; readonly span: Span };

/** A recommendation that the engine found. A person confirms it before it is registered. */
export type ProposedRecommendation = {
  /** Stable within one record: "r1", "r2" ... in the order of the report. */
  readonly id: string;
  /** Heading of the list it stands in, without section number and closing colon. */
  readonly group: string;
  /** Printed number; where none is printed, the position in its group, from 1. */
  readonly number: number;
  /** Label as printed ("3.", "R3", "•"), or null. */
  readonly label: string | null;
  readonly heading?: string;
  /** Text as printed: white space folded, page breaks joined, sub-points apart, a headline that runs in included. */
  readonly text: string;
  readonly parts?: readonly RecommendationPart[];
  /** From the first letter of the text to the last letter of the last sub-point, in the record's `text`. */
  readonly span: Span;
  /** Blocks of the record it is made of, in order. */
  readonly blockIds: readonly string[];
  /** Pages, from 1, where the format has pages; null where it has none. */
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** 0 to 1: how likely it is that group, number, text and sub-points are all right. */
  readonly confidence: number;
  /** What a person should check, as sentences. Empty when it read cleanly. */
  readonly doubts: readonly string[];
};

/** One piece of the report in order, assembled (never a bare line). `span` is in the record's `text`, without the label. */
export type RecordBlock = {
  /** "b1", "b2" ... in the order of the report. */
  readonly id: string;
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'table-cell';
  /** 1 to 6 for a heading, else null. */
  readonly level: number | null;
  /** List label as printed, else null. */
  readonly label: string | null;
  /** Nesting of lists, from 0. */
  readonly depth: number;
  readonly span: Span;
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** Where a new page begins inside this block: offset in the record's `text`, and the page that begins there. */
  readonly pageBreaks: readonly { readonly at: number; readonly page: number }[];
  /** Line of a contents list. */
  readonly contents?: boolean;
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** Bold ranges, in the record's `text`. */
  readonly bold?: readonly Span[];
};

/** What was read but is no part of the text: running headers and footers, page numbers, stray marks. */
export type DroppedPiece = { readonly text: string; readonly page: number | null; readonly why: string };

/** Everything read from one report. Plain data: it survives JSON unchanged. */
export type ReportRecord = Facts &
  Money &
  Words &
  ProseFindings & {
    readonly kind: ReportKind;
    /** Official name and nine-character code; a council that is in no national list by its printed name, without code. */
    readonly council: NamedCouncil;
    /** Title as printed on the front, or null. */
    readonly title: string | null;
    /** The text worked on. Every span points into it. Blocks stand apart by an empty line. */
    readonly text: string;
    /** Number of pages, or null where the format has none. */
    readonly pages: number | null;
    readonly blocks: readonly RecordBlock[];
    readonly recommendations: readonly ProposedRecommendation[];
    /** Where the facts that are one value stand in `text`. */
    readonly places: FactPlaces;
    readonly dropped: readonly DroppedPiece[];
  };
