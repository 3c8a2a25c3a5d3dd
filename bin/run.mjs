// npm's scripts: installs what is missing, then runs the script named on the pinned Node.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installMissing, node24, root } from './install.mjs';

const scripts = {
  start: ['src/app/cli.ts', 'start'],
  test: ['test/run.ts'],
  bench: ['bench/run.ts'],
  styles: ['scripts/styles.ts'],
  policies: ['scripts/policies.ts'],
  check: ['test/run.ts', 'check'],
  pictures: ['scripts/pictures.ts'],
};

const [name, ...rest] = process.argv.slice(2);
const script = scripts[name];
if (!script) {
  console.error(`There is no script "${name}". Choose one of: ${Object.keys(scripts).join(', ')}.`);
  process.exit(2);
}
installMissing(name !== 'start');
const [file, ...args] = script;
const child = spawn(node24(), ['--disable-warning=ExperimentalWarning', join(root, file), ...args, ...rest], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
