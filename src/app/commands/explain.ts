import { BackupRefused } from '../../platform/backup/format.ts';
import { FolderInUse } from '../../platform/db/lock.ts';
import { ConfigError } from '../config.ts';
import { Failed } from './command.ts';

const DATABASE_CODES: Record<string, string> = {
  ECONNREFUSED: 'The database server does not answer at the address in DATABASE_URL. Is it running?',
  ENOTFOUND: 'The name of the database server in DATABASE_URL is not known on this network.',
  ETIMEDOUT: 'The database server did not answer in time.',
  '28P01':
    'The database server refused the name or password in DATABASE_URL, DATABASE_SYSTEM_URL or DATABASE_OWNER_URL.',
  '28000': 'The database server refused a login of DATABASE_URL, DATABASE_SYSTEM_URL or DATABASE_OWNER_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist on the server. Create it first: docs/operators.md.',
  // A role or a function of the migrations is missing, or may not be used yet.
  '22023': 'The database is not prepared for Goldthread, or a login lacks its roles. Run: goldthread migrate',
  '42883': 'The database is not prepared for this version of Goldthread. Run: goldthread migrate',
  '42P01': 'The database is not prepared for this version of Goldthread. Run: goldthread migrate',
  '42501': 'A database login lacks a right that it needs. Run goldthread migrate, and see docs/operators.md.',
  EADDRINUSE: 'Another program listens on this port. Choose one with PORT, or stop that program.',
  EACCES: 'This user may not open a file or port that is needed. Run as the user that owns the data folder.',
  ENOSPC: 'The disk is full.',
};

/** What went wrong, in words for the operator; null when it is a fault of the program, whose stack should be shown. */
export function explain(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof Failed || error instanceof BackupRefused) return error.message;
  if (error instanceof FolderInUse) return error.message;
  if (!(error instanceof Error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && path) return `There is no file or folder ${path}.`;
  // Errors of several attempts to connect come in one, whose own code is that of the first.
  const known = typeof code === 'string' ? DATABASE_CODES[code] : undefined;
  if (known) return path && code === 'EACCES' ? `${known} (${path})` : known;
  return error.name === 'Unsafe' || error.constructor.name === 'Unsafe' ? error.message : null;
}
