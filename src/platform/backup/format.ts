// The form of a backup: a gzip file of JSON lines, in UTF-8.
//
//   {"goldthread":"backup","format":1,"made":"2026-11-22T12:00:00.000Z","migrations":["0001_foundation.sql",…]}
//   {"table":"council","columns":["id","code",…]}
//   ["5f0c…","northmere",…]          a row: each value in PostgreSQL's text form, or null
//   {"end":{"rows":{"council":2,…},"sha256":"…"}}
//
// The last line counts the rows of every table and bears the SHA-256 of every byte before it, unpacked.
import { z } from 'zod';

export const FORMAT = 1;

export const header = z.object({
  goldthread: z.literal('backup'),
  format: z.number().int(),
  made: z.string(),
  migrations: z.array(z.string()),
});
export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export const rowLine = z.array(z.string().nullable());
export const endLine = z.object({
  end: z.object({ rows: z.record(z.string(), z.number().int()), sha256: z.string() }),
});

/** Why a backup was not made or not restored, in words for the operator. */
export class BackupRefused extends Error {}

export interface BackupReport {
  readonly tables: number;
  readonly rows: number;
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
}
