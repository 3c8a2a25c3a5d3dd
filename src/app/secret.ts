import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** Makes the data folder, if need be, for its owner alone: it holds the database, the secret and the admin socket. */
export async function makeDataFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
}

/**
 * The installation's secret: SECRET, or on the embedded database the one kept in DATA_DIR/secret, made on first use and
 * readable by its owner alone.
 */
export async function loadSecret(config: Pick<Config, 'secret' | 'dataDir'>): Promise<string> {
  if (config.secret !== null) return config.secret;
  await makeDataFolder(config.dataDir);
  const path = join(config.dataDir, 'secret');
  try {
    const file = await open(path, 'wx', 0o600);
    const secret = randomBytes(32).toString('base64url');
    await file.writeFile(`${secret}\n`);
    await file.sync();
    await file.close();
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const kept = (await readFile(path, 'utf8')).trim();
  if (kept.length < 32) {
    throw new Error(`The file ${path} holds no usable secret. Put back the copy from your backup, or set SECRET.`);
  }
  return kept;
}
