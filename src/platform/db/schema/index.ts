// The tables as the program sees them: camel case, days as "2026-11-22", money as integer pence in a number.
// migrations/ holds the tables themselves; a test compares the two.

import type { ChallengeCouncilTable, ChallengePeerTable, ChallengeTable, PeerNoteTable } from './challenges.ts';
import type {
  DocumentTable,
  DocumentVersionTable,
  FindingDecisionTable,
  FindingTable,
  ProposalMatchTable,
  ProposalTable,
  StoredFilePieceTable,
  StoredFileTable,
} from './documents.ts';
import type { LibraryAdditionTable, LibraryTermTable, PublishedPassageTable, PublishedSourceTable } from './library.ts';
import type { CouncilTable, HistoryTable, MembershipTable, VisitTable } from './people.ts';
import type {
  PublicationTable,
  PublishedActionTable,
  PublishedEvidenceTable,
  PublishedFilePieceTable,
  PublishedJointLinkTable,
  PublishedRecommendationTable,
  PublishedRedactionTable,
} from './publishing.ts';
import type {
  ActionTable,
  ActionUpdateTable,
  EvidenceTable,
  JointLinkTable,
  RecommendationActionTable,
  RecommendationTable,
  ReportTable,
  ResponseTable,
  VerdictTable,
} from './register.ts';
import type {
  ArrangementCouncilTable,
  ArrangementLeavingTable,
  ArrangementTable,
  ArrangementTermsAgreementTable,
  ArrangementTermsTable,
  PartnershipCouncilTable,
  PartnershipTable,
  ProtocolAgreementTable,
  ProtocolEndingTable,
  ProtocolTable,
  SharedHistoryPersonTable,
  SharedHistoryTable,
  SharedPostAgreementTable,
  SharedPostTable,
} from './sharing.ts';

export type * from './challenges.ts';
export type * from './documents.ts';
export type * from './library.ts';
export type * from './people.ts';
export type * from './publishing.ts';
export type * from './register.ts';
export type * from './sharing.ts';
export type * from './values.ts';

/** Published copies and public facts: all that the public site can name. */
export interface PublicTables {
  council: CouncilTable;
  publication: PublicationTable;
  publishedRecommendation: PublishedRecommendationTable;
  publishedAction: PublishedActionTable;
  publishedEvidence: PublishedEvidenceTable;
  publishedFilePiece: PublishedFilePieceTable;
  publishedRedaction: PublishedRedactionTable;
  publishedJointLink: PublishedJointLinkTable;
  publishedSource: PublishedSourceTable;
  publishedPassage: PublishedPassageTable;
  libraryTerm: LibraryTermTable;
}

/** What a council's scope can name; row security decides which rows. */
export interface CouncilTables extends PublicTables {
  membership: MembershipTable;
  history: HistoryTable;
  storedFile: StoredFileTable;
  storedFilePiece: StoredFilePieceTable;
  document: DocumentTable;
  proposal: ProposalTable;
  finding: FindingTable;
  findingDecision: FindingDecisionTable;
  documentVersion: DocumentVersionTable;
  proposalMatch: ProposalMatchTable;
  report: ReportTable;
  recommendation: RecommendationTable;
  response: ResponseTable;
  action: ActionTable;
  recommendationAction: RecommendationActionTable;
  actionUpdate: ActionUpdateTable;
  evidence: EvidenceTable;
  verdict: VerdictTable;
  jointLink: JointLinkTable;
  partnership: PartnershipTable;
  partnershipCouncil: PartnershipCouncilTable;
  arrangement: ArrangementTable;
  arrangementCouncil: ArrangementCouncilTable;
  arrangementTerms: ArrangementTermsTable;
  arrangementTermsAgreement: ArrangementTermsAgreementTable;
  arrangementLeaving: ArrangementLeavingTable;
  protocol: ProtocolTable;
  protocolAgreement: ProtocolAgreementTable;
  protocolEnding: ProtocolEndingTable;
  sharedPost: SharedPostTable;
  sharedHistory: SharedHistoryTable;
  sharedHistoryPerson: SharedHistoryPersonTable;
  sharedPostAgreement: SharedPostAgreementTable;
  visit: VisitTable;
  libraryAddition: LibraryAdditionTable;
  challenge: ChallengeTable;
  challengeCouncil: ChallengeCouncilTable;
}

/** What the peer team of a challenge can name: its own challenge, and public facts never mixed with a council's records. */
export interface ChallengeTables {
  challenge: ChallengeTable;
  challengeCouncil: ChallengeCouncilTable;
  challengePeer: ChallengePeerTable;
  peerNote: PeerNoteTable;
}

/** The program's own: councils and partnerships. Accounts are reached through named functions. */
export interface SystemTables {
  council: CouncilTable;
  partnership: PartnershipTable;
  partnershipCouncil: PartnershipCouncilTable;
}
