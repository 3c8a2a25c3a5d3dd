// Uploaded files and documents, and what was read in them.
import type { ColumnType } from 'kysely';
import type { Default, DefaultJson, Instant, SubPoint } from './values.ts';

export interface StoredFileTable {
  councilId: string;
  id: Default<string>;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  addedAt: Instant;
  addedBy: string | null;
}

export interface StoredFilePieceTable {
  councilId: string;
  fileId: string;
  position: number;
  bytes: Uint8Array;
}

export interface DocumentTable {
  councilId: string;
  id: Default<string>;
  title: string;
  fileId: string | null;
  state: Default<'waiting' | 'reading' | 'read' | 'refused' | 'dropped'>;
  step: Default<string>;
  pages: number | null;
  refusalCode: string | null;
  refusal: string | null;
  record: ColumnType<unknown, string | null | undefined, string | null>;
  attempts: Default<number>;
  uploadedBy: string | null;
  uploadedAt: Instant;
  readAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  version: Default<number>;
}

export interface ProposalTable {
  councilId: string;
  id: Default<string>;
  documentId: string;
  position: number;
  groupName: string;
  number: number;
  heading: string | null;
  text: string;
  parts: DefaultJson<SubPoint[]>;
  spanStart: number | null;
  spanEnd: number | null;
  page: number | null;
  pageEnd: number | null;
  confidence: Default<number>;
  doubts: DefaultJson<string[]>;
  asRead: ColumnType<unknown, string | null | undefined, string | null>;
  decision: Default<'undecided' | 'accepted' | 'left_out' | 'replaced'>;
  decidedBy: string | null;
  decidedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  replacedBy: string[] | null;
  /** The suggestion in the prose that it was made from. */
  findingId: string | null;
  version: Default<number>;
}

export type FindingKindColumn =
  | 'suggestion'
  | 'peer'
  | 'contact'
  | 'effort'
  | 'figure'
  | 'percentage'
  | 'fieldwork'
  | 'publish_within'
  | 'review_due'
  | 'deadline';

/** What was proposed; only its place is ever changed. */
export interface FindingTable {
  councilId: string;
  id: Default<string>;
  documentId: string;
  kind: FindingKindColumn;
  position: number;
  value: ColumnType<Readonly<Record<string, unknown>>, string, never>;
  spanStart: number | null;
  spanEnd: number | null;
  page: number | null;
  pageEnd: number | null;
  confidence: Default<number>;
  addedBy: string | null;
  addedAt: Instant;
}

/** What people made of a finding: the row with the highest number holds. */
export interface FindingDecisionTable {
  councilId: string;
  id: Default<string>;
  findingId: string;
  number: number;
  decision: 'undecided' | 'accepted' | 'left_out' | 'replaced';
  correction: ColumnType<unknown, string | null, never>;
  decidedBy: string | null;
  decidedAt: Instant;
}

/** A document that is a later version of another; `rootId` is the first of them all. */
export interface DocumentVersionTable {
  councilId: string;
  id: Default<string>;
  documentId: string;
  earlierId: string;
  rootId: string;
  madeBy: string | null;
  madeAt: Instant;
}

/** Two finds of two versions that a person has said are the same; `rootId` is the first of the line. */
export interface ProposalMatchTable {
  councilId: string;
  id: Default<string>;
  proposalId: string;
  earlierId: string;
  rootId: string;
  matchedBy: string | null;
  matchedAt: Instant;
}
