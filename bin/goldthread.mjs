#!/usr/bin/env node
// The goldthread command: runs src/app/cli.ts on the pinned Node.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installMissing, node24, root } from './install.mjs';

installMissing(false);
const child = spawn(
  node24(),
  ['--disable-warning=ExperimentalWarning', join(root, 'src/app/cli.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
