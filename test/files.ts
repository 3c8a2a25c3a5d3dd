// Finds the test files, and which of them touch a database.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface TestFiles {
  /** Small and medium: everything but the browser's. */
  usual: string[];
  /** Those of them that reach test/databases.ts through their imports, to be run on servers too. */
  onDatabase: string[];
  browser: string[];
}

/** @param words only files whose path contains one of them; none: all. */
export function testFiles(root: string, words: readonly string[]): TestFiles {
  const found = globSync('{src,test,samples,scripts}/**/*.test.ts', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
    .sort();
  const inBrowser = (path: string) => path.startsWith('test/browser/');
  const usual = found.filter((path) => !inBrowser(path));
  const reaches = reacher(join(root, 'test/databases.ts'));
  return {
    usual,
    onDatabase: usual.filter((path) => reaches(join(root, path))),
    browser: found.filter(inBrowser),
  };
}

/** Whether a file's relative imports lead to the target, through however many files. */
function reacher(target: string): (path: string) => boolean {
  const known = new Map<string, boolean>();
  const reaches = (path: string): boolean => {
    if (path === target) return true;
    const seen = known.get(path);
    if (seen !== undefined) return seen;
    // A circle of imports adds nothing: while a file is being looked at, it counts as leading nowhere.
    known.set(path, false);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      return false;
    }
    const imports = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]*\.ts)['"]/g)];
    const found = imports.some(([, specifier]) => reaches(resolve(dirname(path), specifier!)));
    known.set(path, found);
    return found;
  };
  return reaches;
}
