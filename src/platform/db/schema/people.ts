// Councils, the people who serve them, and what they did.
import type { ColumnType } from 'kysely';
import type { Day, Default, Instant, Role } from './values.ts';

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

/** A person's visits to a council's home page: the one that goes on, and the one before it. */
export interface VisitTable {
  councilId: string;
  personId: string;
  beforeAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  beganAt: Instant;
}
