export { backup } from './backup.ts';
export { BackupRefused, type BackupReport } from './format.ts';
export { restore } from './restore.ts';
