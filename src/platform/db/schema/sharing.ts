// Partnerships, arrangements, protocols and what is shared under them.
import type { Day, Default, Instant } from './values.ts';

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
  legalBasis: Default<string>;
  depth: Default<'shared_leader' | 'shared_team' | 'integrated'>;
  hostCouncilId: string | null;
  startsOn: Day | null;
  endsOn: Day | null;
  noticeMonths: number | null;
  nextReviewOn: Day | null;
  proposedAt: Instant;
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

export interface SharedPostTable {
  arrangementId: string;
  id: Default<string>;
  title: string;
  employerCouncilId: string | null;
  recordedByCouncilId: string;
  fromOn: Day | null;
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
