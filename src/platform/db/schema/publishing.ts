// Published copies.
import type { ColumnType } from 'kysely';
import type { Answer, Day, Default, DefaultJson, Grade, Instant, Progress, SubPoint } from './values.ts';

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
  /** Numbers that were read in the report and are not registered; null in versions that do not say. */
  notRegistered: ColumnType<{ group: string; numbers: number[] }[] | null, string | null | undefined, null>;
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
  /** Where the words come from; null in versions that do not say. */
  origin: ColumnType<'report' | 'suggestion' | 'council' | 'typed' | null, string | null | undefined, string | null>;
  reworded: ColumnType<boolean | null, boolean | null | undefined, boolean | null>;
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

/** What others may know of a joint link: both ends, and who says that they belong together. */
export interface PublishedJointLinkTable {
  councilId: string;
  id: Default<string>;
  recommendationId: string;
  otherCouncilId: string;
  otherRecommendationId: string;
}
