// The library of what councils were told.
import type { Default, Instant, ReportKind } from './values.ts';

export type Theme = 'priorities' | 'leadership' | 'governance' | 'finance' | 'capacity';
export type Authority = 'county' | 'unitary' | 'district' | 'london' | 'metropolitan' | 'combined';
export type PassageKind = 'recommendation' | 'suggestion' | 'strength' | 'concern';
export type PassageStrength = 'must' | 'should' | 'could';

/** A phrase of the field: what it means, and the theme it points to. Filled by migrations. */
export interface LibraryTermTable {
  phrase: string;
  concept: string | null;
  theme: Theme | null;
  capitals: Default<boolean>;
  /** The phrase as the index is asked for it. */
  lookedFor: Default<string>;
  /** One of its words, as the index has it. */
  needs: Default<string>;
}

export interface LibraryAdditionTable {
  councilId: string;
  id: Default<string>;
  fileId: string;
  address: string;
  state: Default<'waiting' | 'reading' | 'read' | 'refused' | 'added' | 'withdrawn'>;
  attempts: Default<number>;
  refusal: string | null;
  /** Written as JSON text (see json.ts); what it holds the library's own rules say. */
  found: unknown | null;
  withdrawalReason: string | null;
  addedBy: string | null;
  addedAt: Instant;
}

export interface PublishedSourceTable {
  councilId: string;
  id: string;
  title: string;
  about: string;
  aboutGss: string | null;
  authority: Authority | null;
  reportKind: ReportKind;
  year: number | null;
  address: string;
  addedAt: Instant;
}

export interface PublishedPassageTable {
  councilId: string;
  id: Default<string>;
  publicationId: string | null;
  recommendationId: string | null;
  sourceId: string | null;
  position: number;
  kind: PassageKind;
  strength: PassageStrength | null;
  theme: Theme | null;
  about: string;
  authority: Authority | null;
  year: number | null;
  heading: string | null;
  text: string;
  page: number | null;
  /** Kept by trigger. */
  vector: Default<string>;
}
