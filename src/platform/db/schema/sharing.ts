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
