// Partnerships, arrangements, protocols and what is shared under them.
import type { Day, Default, DefaultJson, Instant } from './values.ts';

export interface PartnershipTable {
  id: Default<string>;
  name: string;
}

export interface PartnershipCouncilTable {
  partnershipId: string;
  councilId: string;
  joinedOn: Day | null;
}

export interface ArrangementTable {
  id: Default<string>;
  partnershipId: string | null;
  name: string;
  purpose: Default<string>;
  proposedAt: Instant;
}

/** One edition of the terms of an arrangement, in force when each council in it has agreed. */
export interface ArrangementTermsTable {
  arrangementId: string;
  id: Default<string>;
  edition: number;
  recordedByCouncilId: string;
  depth: 'shared_leader' | 'shared_team' | 'integrated';
  hostCouncilId: string | null;
  legalBasis: Default<string>;
  noticeMonths: number | null;
  nextReviewOn: Day | null;
  why: Default<string>;
  proposedAt: Instant;
}

export interface ArrangementTermsAgreementTable {
  termsId: string;
  arrangementId: string;
  councilId: string;
  agreedOn: Day;
  decidedByBody: Default<string>;
  decisionReference: Default<string>;
  recordedAt: Instant;
}

export interface ArrangementCouncilTable {
  arrangementId: string;
  councilId: string;
  agreedOn: Day | null;
  decidedByBody: Default<string>;
  decisionReference: Default<string>;
}

export interface ProtocolTable {
  id: Default<string>;
  arrangementId: string;
  recordKind: 'post' | 'recommendation' | 'response' | 'cost' | 'benefit';
  terms: Default<string>;
  fromOn: Day;
  untilOn: Day | null;
  proposedAt: Instant;
}

export interface ProtocolAgreementTable {
  protocolId: string;
  arrangementId: string;
  councilId: string;
  agreedOn: Day;
  decidedByBody: Default<string>;
  decisionReference: Default<string>;
}

/** One edition of a shared post, in force when each council that shares posts has agreed. */
export interface SharedPostTable {
  arrangementId: string;
  id: Default<string>;
  title: string;
  employerCouncilId: string | null;
  recordedByCouncilId: string;
  fromOn: Day | null;
  postId: Default<string>;
  edition: Default<number>;
  untilOn: Day | null;
  timeShares: DefaultJson<Record<string, number>>;
  why: Default<string>;
  proposedAt: Instant;
}

export interface SharedPostAgreementTable {
  sharedPostId: string;
  arrangementId: string;
  councilId: string;
  agreedOn: Day;
  decidedByBody: Default<string>;
  decisionReference: Default<string>;
  recordedAt: Instant;
}

/** A council's notice: from this day on it is no longer in the arrangement. */
export interface ArrangementLeavingTable {
  arrangementId: string;
  councilId: string;
  leavesOn: Day;
  reason: string;
  decidedByBody: Default<string>;
  decisionReference: Default<string>;
  givenAt: Instant;
}

/** A council's end of its own part of a protocol: from this day on it shares nothing by it. */
export interface ProtocolEndingTable {
  protocolId: string;
  arrangementId: string;
  councilId: string;
  endsOn: Day;
  reason: string;
  decidedByBody: Default<string>;
  decisionReference: Default<string>;
  givenAt: Instant;
}

/** What happened to a shared record, for the councils that may read it. Written by trigger alone. */
export interface SharedHistoryTable {
  id: Default<number>;
  arrangementId: string | null;
  partnershipId: string | null;
  recordKind: string | null;
  tableName: string;
  recordId: string;
  at: Date;
  /** Null: the operator. */
  actingCouncilId: string | null;
  change: 'added' | 'changed' | 'removed' | 'found';
  /** The row after the change, with its columns as the database names them. */
  record: Record<string, unknown>;
  /** The columns that changed, as they were. */
  was: Record<string, unknown> | null;
}

/** Who of the acting council made such a change, and why: read by that council alone. */
export interface SharedHistoryPersonTable {
  councilId: string;
  historyId: number;
  personId: string | null;
  reason: string | null;
}
