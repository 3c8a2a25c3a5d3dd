// The tables as the program sees them: camel case, days as "2026-11-22", money as integer pence in a number.
// migrations/ holds the tables themselves; a test compares the two.
import type { ColumnType, Generated } from 'kysely';

/** A calendar day, "2026-11-22". */
export type Day = string;
type Instant = ColumnType<Date, Date | undefined, Date>;
type Default<T> = Generated<T>;
/** Written as JSON text (see json.ts), read as the value. */
type DefaultJson<T> = ColumnType<T, string | undefined, string>;

export type Role = 'administrator' | 'improvement_lead' | 'finance_lead' | 'officer' | 'member' | 'auditor';
export type Answer = 'accepted' | 'accepted_in_part' | 'accepted_in_principle' | 'not_accepted';
export type Progress =
  | 'not_started'
  | 'in_progress'
  | 'paused'
  | 'reported_complete'
  | 'business_as_usual'
  | 'superseded';
export type Grade = 'fully_met' | 'partly_met' | 'not_met' | 'contrary' | 'not_assessed' | 'no_report';
export type Visibility = 'public' | 'council';

export interface CouncilTable {
  id: Default<string>;
  code: string;
  name: string;
  letters: string;
  band: Default<'ink' | 'plum' | 'pine'>;
  gssCode: string | null;
  demonstration: Default<boolean>;
}

export interface MembershipTable {
  councilId: string;
  personId: string;
  name: string;
  email: string;
  jobTitle: Default<string>;
  kind: 'officer' | 'member';
  roles: Default<Role[]>;
  leftOn: Day | null;
  addedAt: Instant;
  version: Default<number>;
}

export interface HistoryTable {
  councilId: string;
  id: Default<number>;
  tableName: string;
  recordId: string;
  at: Date;
  personId: string | null;
  change: 'added' | 'changed' | 'removed';
  reason: string | null;
  /** The row after the change, with its columns as the database names them. */
  record: Record<string, unknown>;
  /** The columns that changed, as they were. */
  was: Record<string, unknown> | null;
}

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

export interface SubPoint {
  label: string;
  text: string;
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
  version: Default<number>;
}

export type ReportKind =
  | 'corporate-peer-challenge'
  | 'finance-peer-challenge'
  | 'governance-peer-challenge'
  | 'progress-review'
  | 'committee-report'
  | 'unknown';

export interface ReportTable {
  councilId: string;
  id: Default<string>;
  documentId: string | null;
  title: string;
  kind: Default<ReportKind>;
  fieldworkFrom: Day | null;
  fieldworkTo: Day | null;
  receivedOn: Day | null;
  registeredBy: string | null;
  registeredAt: Instant;
  version: Default<number>;
}

export interface RecommendationTable {
  councilId: string;
  id: Default<string>;
  reportId: string;
  proposalId: string | null;
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
  officerId: string | null;
  memberId: string | null;
  nextReviewOn: Day | null;
  registeredBy: string | null;
  registeredAt: Instant;
  version: Default<number>;
}

export interface ResponseTable {
  councilId: string;
  recommendationId: string;
  answer: Answer;
  reason: Default<string>;
  decidedOn: Day;
  decidedByBody: Default<string>;
  decisionReference: Default<string>;
  decisionUrl: Default<string>;
  recordedBy: string | null;
  recordedAt: Instant;
  version: Default<number>;
}

export interface ActionTable {
  councilId: string;
  id: Default<string>;
  title: string;
  officerId: string | null;
  memberId: string | null;
  startsOn: Day | null;
  targetOn: Day | null;
  originalTargetOn: Day | null;
  successMeasure: Default<string>;
  costKnown: boolean;
  costOneOffPence: number | null;
  costYearlyPence: number | null;
  peopleDays: number | null;
  progress: Default<Progress>;
  progressOn: Day | null;
  visibility: Default<Visibility>;
  addedBy: string | null;
  addedAt: Instant;
  version: Default<number>;
}

export interface RecommendationActionTable {
  councilId: string;
  id: Default<string>;
  recommendationId: string;
  actionId: string;
}

export interface ActionUpdateTable {
  councilId: string;
  id: Default<string>;
  actionId: string;
  progress: Progress;
  sentence: Default<string>;
  pauseReason: Default<string>;
  previousTargetOn: Day | null;
  newTargetOn: Day | null;
  moveReason: Default<string>;
  reportedBy: string | null;
  reportedAt: Instant;
}

export interface EvidenceTable {
  councilId: string;
  id: Default<string>;
  recommendationId: string | null;
  actionId: string | null;
  title: string;
  fileId: string | null;
  url: string | null;
  visibility: Default<Visibility>;
  addedBy: string | null;
  addedAt: Instant;
  version: Default<number>;
}

export interface VerdictTable {
  councilId: string;
  id: Default<string>;
  recommendationId: string;
  grade: Grade;
  givenOn: Day;
  reviewer: string;
  source: Default<string>;
  recordedBy: string | null;
  recordedAt: Instant;
}

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

export interface PublicationTable {
  councilId: string;
  id: Default<string>;
  reportId: string;
  slug: string;
  number: number;
  title: string;
  summary: Default<string>;
  reportKind: string;
  fieldworkFrom: Day | null;
  fieldworkTo: Day | null;
  publishedAt: Instant;
  replacedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  withdrawnAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  withdrawalReason: string | null;
}

export interface PublishedRecommendationTable {
  councilId: string;
  publicationId: string;
  recommendationId: string;
  id: Default<string>;
  position: number;
  groupName: string;
  number: number;
  heading: string | null;
  text: string;
  parts: DefaultJson<SubPoint[]>;
  page: number | null;
  pageEnd: number | null;
  officer: string | null;
  member: string | null;
  answer: Answer | null;
  answerReason: string | null;
  answeredOn: Day | null;
  answeredBy: string | null;
  answerReference: string | null;
  answerUrl: string | null;
  progress: Progress | null;
  progressOn: Day | null;
  verdict: Grade | null;
  verdictOn: Day | null;
  verdictBy: string | null;
  nextReviewOn: Day | null;
}

export interface PublishedActionTable {
  councilId: string;
  publicationId: string;
  recommendationId: string;
  actionId: string;
  id: Default<string>;
  visibility: Default<'public'>;
  title: string;
  officer: string | null;
  member: string | null;
  startsOn: Day | null;
  targetOn: Day | null;
  originalTargetOn: Day | null;
  successMeasure: Default<string>;
  costKnown: boolean;
  costOneOffPence: number | null;
  costYearlyPence: number | null;
  peopleDays: number | null;
  progress: Progress;
  progressOn: Day | null;
  latest: Default<string>;
}

export interface PublishedEvidenceTable {
  councilId: string;
  publicationId: string;
  recommendationId: string;
  evidenceId: string;
  id: Default<string>;
  actionId: string | null;
  visibility: Default<'public'>;
  title: string;
  url: string | null;
  fileId: string | null;
  fileName: string | null;
  mediaType: string | null;
  size: number | null;
}

export interface PublishedFilePieceTable {
  councilId: string;
  fileId: string;
  position: number;
  bytes: Uint8Array;
}

export interface PublishedRedactionTable {
  councilId: string;
  publicationId: string;
  id: Default<string>;
  kind: 'recommendation' | 'action' | 'evidence';
  recommendationId: string;
  recordId: string;
  groupName: string;
  number: number;
  position: number;
  reason: string;
  redactedAt: Instant;
}

/** A person's visits to a council's home page: the one that goes on, and the one before it. */
export interface VisitTable {
  councilId: string;
  personId: string;
  beforeAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  beganAt: Instant;
}

/** Published copies and public facts: all that the public site can name. */
export interface PublicTables {
  council: CouncilTable;
  publication: PublicationTable;
  publishedRecommendation: PublishedRecommendationTable;
  publishedAction: PublishedActionTable;
  publishedEvidence: PublishedEvidenceTable;
  publishedFilePiece: PublishedFilePieceTable;
  publishedRedaction: PublishedRedactionTable;
}

/** What a council's scope can name; row security decides which rows. */
export interface CouncilTables extends PublicTables {
  membership: MembershipTable;
  history: HistoryTable;
  storedFile: StoredFileTable;
  storedFilePiece: StoredFilePieceTable;
  document: DocumentTable;
  proposal: ProposalTable;
  report: ReportTable;
  recommendation: RecommendationTable;
  response: ResponseTable;
  action: ActionTable;
  recommendationAction: RecommendationActionTable;
  actionUpdate: ActionUpdateTable;
  evidence: EvidenceTable;
  verdict: VerdictTable;
  partnership: PartnershipTable;
  partnershipCouncil: PartnershipCouncilTable;
  arrangement: ArrangementTable;
  arrangementCouncil: ArrangementCouncilTable;
  protocol: ProtocolTable;
  protocolAgreement: ProtocolAgreementTable;
  sharedPost: SharedPostTable;
  visit: VisitTable;
}

/** The program's own: councils and partnerships. Accounts are reached through named functions. */
export interface SystemTables {
  council: CouncilTable;
  partnership: PartnershipTable;
  partnershipCouncil: PartnershipCouncilTable;
}
