// The values that columns hold, and how a column is written and read.
import type { ColumnType, Generated } from 'kysely';

/** A calendar day, "2026-11-22". */
export type Day = string;
export type Instant = ColumnType<Date, Date | undefined, Date>;
export type Default<T> = Generated<T>;
/** Written as JSON text (see json.ts), read as the value. */
export type DefaultJson<T> = ColumnType<T, string | undefined, string>;

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

export type ReportKind =
  | 'corporate-peer-challenge'
  | 'finance-peer-challenge'
  | 'governance-peer-challenge'
  | 'progress-review'
  | 'committee-report'
  | 'unknown';

export interface SubPoint {
  label: string;
  text: string;
}
