// Reports, recommendations, responses, actions, updates, evidence and verdicts.
import type {
  Answer,
  Day,
  Default,
  DefaultJson,
  Grade,
  Instant,
  Progress,
  ReportKind,
  SubPoint,
  Visibility,
} from './values.ts';

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

/** A recommendation that was asked in nearly the same words elsewhere, as a person of this council has said. */
export interface JointLinkTable {
  councilId: string;
  id: Default<string>;
  recommendationId: string;
  otherCouncilId: string;
  otherRecommendationId: string;
  linkedBy: string | null;
  linkedAt: Instant;
}
