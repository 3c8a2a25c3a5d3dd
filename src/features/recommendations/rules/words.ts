// The words of the register's vocabularies, for sentences, choices and files. The shapes beside them are drawn by the page.
import type { Answer, Grade, Progress, ReportKind, Visibility } from '../../../platform/db/schema/index.ts';
import type { Gap } from './register.ts';

export const ANSWER_WORDS: Readonly<Record<Answer | 'none', string>> = {
  accepted: 'Accepted',
  accepted_in_part: 'Accepted in part',
  accepted_in_principle: 'Accepted in principle',
  not_accepted: 'Not accepted',
  none: 'No response yet',
};

export const PROGRESS_WORDS: Readonly<Record<Progress, string>> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  paused: 'Paused',
  reported_complete: 'Reported complete',
  business_as_usual: 'Moved to business as usual',
  superseded: 'Superseded',
};

export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  fully_met: 'Fully met',
  partly_met: 'Partly met',
  not_met: 'Not met',
  contrary: 'Contrary',
  not_assessed: 'Not assessed',
  no_report: 'No report received',
};

export const KIND_WORDS: Readonly<Record<ReportKind, string>> = {
  'corporate-peer-challenge': 'Peer challenge',
  'finance-peer-challenge': 'Finance peer challenge',
  'governance-peer-challenge': 'Governance peer challenge',
  'progress-review': 'Progress review',
  'committee-report': 'Committee report',
  unknown: 'Report',
};

export const VISIBILITY_WORDS: Readonly<Record<Visibility, string>> = { public: 'Public', council: 'Council only' };

export const GAP_WORDS: Readonly<Record<Gap | 'anything', string>> = {
  anything: 'Anything',
  response: 'Response',
  officer: 'Officer',
  member: 'Member',
  action: 'Action',
  date: 'Date',
  cost: 'Cost',
  measure: 'Measure',
  evidence: 'Evidence',
};
