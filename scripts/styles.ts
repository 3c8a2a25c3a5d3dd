// Makes what browsers are sent from what we write: the style sheet from its Sass, and govuk-frontend's script.
// With --check it writes nothing and ends with 1 if the committed files are not what it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const assets = join(root, 'src/platform/web/assets');

function styleSheet(): string {
  const { css } = compile(join(root, 'src/platform/web/styles/goldthread.scss'), {
    // moj's Sass names govuk-frontend as node_modules/govuk-frontend, from the root; our own names packages.
    loadPaths: [root, join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  });
  return `${css}\n`;
}

/** govuk-frontend's own module, without the line that points at a map we do not serve. */
function frontendScript(): string {
  const source = readFileSync(join(root, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js'), 'utf8');
  return `${source.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '')}\n`;
}

function committed(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

const made: Readonly<Record<string, () => string>> = {
  'goldthread.css': styleSheet,
  'govuk-frontend.min.js': frontendScript,
};

const check = process.argv.includes('--check');
const drifted = Object.entries(made).filter(([name, make]) => {
  const file = join(assets, name);
  const content = make();
  if (committed(file) === content) return false;
  if (!check) writeFileSync(file, content);
  return true;
});
for (const [name] of drifted) {
  console.log(check ? `${name} is not what its source makes. Run "npm run styles" and commit it.` : `${name} written.`);
}
if (!check && drifted.length === 0) console.log('Nothing has changed.');
if (check && drifted.length > 0) process.exitCode = 1;
