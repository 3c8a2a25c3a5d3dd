// Installs what a command needs and finds the pinned Node. Plain JavaScript without imports from
// node_modules, because it runs first on a fresh clone, on whatever Node is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs npm once when the lock file has changed since the last install. `all` adds what tests need. */
export function installMissing(all) {
  const marker = join(root, 'node_modules', '.goldthread-installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const seen = existsSync(marker) ? readFileSync(marker, 'utf8').split('\n') : [];
  if (seen[0] === lock && (seen[1] === 'all' || !all)) return;
  console.log(all ? 'Installing what the tests need…' : 'Installing what Goldthread needs. This happens once…');
  // Not `npm ci`: npm leaves the binaries of other platforms out of the lock and then refuses it as incomplete.
  // `install --no-save` takes every version the lock names, checks its hash, and writes nothing back.
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(all ? ['--include=dev'] : ['--omit=dev']),
  ];
  const npm = process.env.npm_execpath;
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      });
  if (run.status !== 0) {
    console.error('The packages could not be installed. Check the network and try again: npm install --no-save');
    process.exit(1);
  }
  writeFileSync(marker, `${lock}\n${all ? 'all' : 'product'}\n`);
}

/** The path of a Node 24 or later: the pinned one from npm, else the one that is running. */
export function node24() {
  const require = createRequire(join(root, 'package.json'));
  const names = [
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ];
  for (const name of names) {
    try {
      const folder = dirname(require.resolve(`${name}/package.json`));
      const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
      if (existsSync(path)) return path;
    } catch {}
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    `Goldthread needs Node 24 or later. This is Node ${process.versions.node}, and no Node came with the packages for ${process.platform}-${process.arch}.`,
  );
  process.exit(1);
}
