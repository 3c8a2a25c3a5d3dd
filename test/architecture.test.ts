// The house rules of the source tree, read from its imports: who may use whom, and what may not be used where.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import test from 'node:test';

const root = join(import.meta.dirname, '..');
const FEATURES = readFileSync(join(root, 'src/app/features.ts'), 'utf8');

/** The order in which features may use one another; each may use those before it. */
const ORDER = [
  'history',
  'councils',
  'accounts',
  'documents',
  'recommendations',
  'actions',
  'challenges',
  'strategy',
  'finance',
  'savings',
  'sharing',
  'measures',
  'risks',
  'programme',
  'governance',
  'partners',
  'casework',
  'engagement',
  'publishing',
  'library',
  'home',
];
/** Files of a feature with a fixed meaning; a folder of the same name holds one file for each use case. */
const VOCABULARY = [
  'index',
  'rules',
  'forms',
  'queries',
  'actions',
  'views',
  'pages',
  'public-pages',
  'api',
  'jobs',
  'commands',
  'examples',
];
const FOLDERS = [...VOCABULARY, 'templates'];
const NOWHERE = /^(utils?|helpers?|common|shared|misc|lib|core|services?|managers?)$/;
/** Parts of the platform that are plain calculation: they open nothing and know no clock. */
const PURE_PLATFORM = [
  'src/platform/web/dates-and-money.ts',
  'src/platform/web/view.ts',
  // The words of posted forms, and the answers of pages as plain values.
  'src/platform/web/pages.ts',
];
const MOST_LINES = 400;
/** Lists of facts and words, which are long because there are many of them. */
const LISTS = /^src\/app\/demo\/|\/data\/|^src\/platform\/db\/schema\.ts$/;
/** Breaches that stand for now: whoever mends one strikes it out here, and nobody adds to them. */
const STANDING: readonly string[] = [];

interface Import {
  /** A path from the root for our own files, else the package's name. */
  readonly target: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
}
interface Source {
  readonly path: string;
  readonly code: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

/** The text without comments, so that a rule quoted in words is not taken for its breach. Strings stay. */
function withoutComments(text: string): string {
  const token = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\/[^\n]*|\/\*.*?\*\//gs;
  return text.replace(token, (found) => (found.startsWith('//') || found.startsWith('/*') ? ' ' : found));
}

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const code = withoutComments(text);
  const found = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  const imports = [...found].map(([, type, named, dynamic]) => {
    const specifier = (named ?? dynamic)!;
    const own = specifier.startsWith('.');
    const target = own ? relative(root, resolve(root, dirname(path), specifier)) : specifier;
    return { target, own, typeOnly: Boolean(type) };
  });
  return { path, code, lines: text.split('\n').length - 1, imports };
}

const all = globSync('{src,test,scripts,bench,bin}/**/*.{ts,mjs}', { cwd: root })
  .filter((path) => !path.includes('node_modules'))
  .sort()
  .map(read);
// Tests and the files that only they use may go anywhere.
const product = all.filter(({ path }) => path.startsWith('src/') && !/\.test\.ts$|\/testing(\.ts|\/)/.test(path));

const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];
/** The kind of file within a feature: "queries" for queries.ts and for queries/anything.ts. */
const kindOf = (path: string) => /^src\/features\/[^/]+\/([^/.]+)/.exec(path)?.[1] ?? '';

/** Fails on a breach that is not among those that stand. */
function allow(found: readonly string[]): void {
  assert.deepEqual(
    found.filter((breach) => !STANDING.includes(breach)),
    [],
  );
}

function breaches(wrong: (source: Source, used: Import) => boolean): string[] {
  return product.flatMap((source) =>
    source.imports.filter((used) => wrong(source, used)).map((used) => `${source.path} imports ${used.target}`),
  );
}

test('the scanner sees imports of every form, and none in comments', () => {
  assert.ok(all.length > 50);
  const scanned = read('test/architecture.test.ts').imports.map((i) => i.target);
  assert.deepEqual(scanned, ['node:assert/strict', 'node:fs', 'node:path', 'node:test']);
  const server = read('src/platform/db/open.ts').imports.find((i) => i.target === 'src/platform/db/scope.ts');
  assert.ok(server);
});

test('engines use engines alone', () => {
  assert.deepEqual(
    breaches(({ path }, used) => path.startsWith('src/engines/') && !used.target.startsWith('src/engines/')),
    [],
  );
});

test('the platform knows no feature, and of engines their types alone', () => {
  assert.deepEqual(
    breaches(({ path }, used) => {
      if (!path.startsWith('src/platform/') || !used.own || used.target.startsWith('src/platform/')) return false;
      return !(used.target.startsWith('src/engines/') && used.typeOnly);
    }),
    [],
  );
});

test('nobody imports the wiring', () => {
  assert.deepEqual(
    breaches(({ path }, used) => used.target.startsWith('src/app/') && !path.startsWith('src/app/')),
    [],
  );
});

test('a feature uses an earlier one only, through its door', () => {
  assert.deepEqual(
    breaches(({ path }, used) => {
      const here = featureOf(path);
      const there = featureOf(used.target);
      if (!here || !there || here === there) return false;
      return ORDER.indexOf(there) >= ORDER.indexOf(here) || !used.target.endsWith(`/${there}/index.ts`);
    }),
    [],
  );
  const strangers = [...new Set(product.map(({ path }) => featureOf(path)).filter((f) => f !== undefined))];
  assert.deepEqual(
    strangers.filter((feature) => !ORDER.includes(feature)),
    [],
  );
});

test('the wiring lists the features in the order of the house', () => {
  const listed = [...FEATURES.matchAll(/features\/([a-z-]+)\/index\.ts/g)].map(([, name]) => name!);
  assert.ok(listed.every((name) => ORDER.includes(name)));
});

test('only queries import the query builder', () => {
  allow(
    breaches(
      ({ path }, used) => featureOf(path) !== undefined && used.target === 'kysely' && kindOf(path) !== 'queries',
    ),
  );
});

test('only pages, public pages and the API import the web server', () => {
  const edges = ['pages', 'public-pages', 'api'];
  allow(
    breaches(
      ({ path }, used) =>
        featureOf(path) !== undefined && /^(fastify|@fastify\/)/.test(used.target) && !edges.includes(kindOf(path)),
    ),
  );
});

const PURE = ['rules', 'views', 'forms'];
const isPure = (path: string) =>
  path.startsWith('src/engines/') || (featureOf(path) !== undefined && PURE.includes(kindOf(path)));

test('rules, views and forms open nothing: no database, web, files, clock or randomness', () => {
  assert.deepEqual(
    breaches(({ path }, used) => {
      if (!isPure(path) || used.typeOnly || !featureOf(path)) return false;
      if (used.target.startsWith('src/platform/')) return !PURE_PLATFORM.includes(used.target);
      if (featureOf(used.target) === featureOf(path))
        return ['queries', 'actions', 'pages', 'public-pages', 'api', 'jobs'].includes(kindOf(used.target));
      return /^(node:|fastify|@fastify|kysely|pg)/.test(used.target);
    }),
    [],
  );
});

test('what decides or calculates is given the time and the seed', () => {
  const wrong = product.filter(
    ({ path, code }) =>
      isPure(path) && /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(/.test(code),
  );
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

test('one file reads the environment', () => {
  const wrong = product.filter(({ path, code }) => path !== 'src/app/config.ts' && /\bprocess\.env\b/.test(code));
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

test("a feature's folders have names of the house, and there is no room for odds and ends", () => {
  const folders = new Set<string>();
  const odd = new Set<string>();
  for (const { path } of product) {
    for (const part of path.split('/')) if (NOWHERE.test(part.replace(/\.ts$/, ''))) odd.add(path);
    const inside = /^(src\/features\/[^/]+\/([^/]+))\//.exec(path);
    if (inside && !FOLDERS.includes(inside[2]!)) folders.add(`${inside[1]} is a folder of another name`);
  }
  allow([...folders]);
  assert.deepEqual([...odd], []);
});

test('every feature has a door', () => {
  const names = new Set(product.map(({ path }) => featureOf(path)).filter((f) => f !== undefined));
  const without = [...names].filter((name) => !product.some(({ path }) => path === `src/features/${name}/index.ts`));
  assert.deepEqual(without, []);
});

test('no file has swollen', () => {
  const swollen = all.filter(({ path, lines }) => lines > MOST_LINES && !LISTS.test(path));
  allow(swollen.map(({ path }) => `${path} is long`));
});
