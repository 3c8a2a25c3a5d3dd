// The whole program in this process, on the demonstration's stories: for tests that need to know every page there is.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/app/config.ts';
import { playStory } from '../../src/app/demo/play.ts';
import { assembleFeatures } from '../../src/app/features.ts';
import { makeProgram } from '../../src/app/server.ts';
import { makeLog } from '../../src/platform/log/log.ts';
import type { Pages } from '../../src/platform/web/pages.ts';
import { openTestDatabase, TEST_START, type TestDatabase } from '../databases.ts';

/** For whom a page is: see `Pages`. */
export type PageKind = keyof Pages;

export interface Route {
  readonly kind: PageKind;
  /** As registered: "/councils/:council/recommendations/:recommendation". */
  readonly path: string;
}

export interface Demonstration {
  readonly origin: string;
  readonly database: TestDatabase;
  /** Every page that can be asked for with GET. */
  readonly routes: readonly Route[];
}

export async function openDemonstration(ends: Parameters<typeof openTestDatabase>[0]): Promise<Demonstration> {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-demonstration-'));
  const database = await openTestDatabase(ends);
  await playStory(database, database.clock, TEST_START);
  const config = readConfig({ DATA_DIR: folder, PORT: '0', DEMO: 'on', LOG_LEVEL: 'silent' });
  const log = makeLog(config.logLevel);
  const program = await makeProgram(config, { log, clock: database.clock, database });
  ends.after(async () => {
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const wiring = { config, secret: 'only for asking which pages there are', doors: database, log };
  const routes = collectRoutes(assembleFeatures({ ...wiring, clock: database.clock }).features);
  for (const { path } of routes) {
    if (!program.app.hasRoute({ method: 'GET', url: path })) throw new Error(`The program does not serve ${path}.`);
  }
  return { origin: await program.listen(), database, routes };
}

function collectRoutes(features: ReturnType<typeof assembleFeatures>['features']): Route[] {
  const routes: Route[] = [];
  const note = (kind: PageKind) => (method: string, path: string) => {
    if (method === 'GET') routes.push({ kind, path: kind === 'council' ? `/councils/:council${path}` : path });
  };
  const pages: Pages = {
    council: note('council'),
    person: note('person'),
    open: note('open'),
    public: (path) => note('public')('GET', path),
  };
  for (const feature of features) feature.addPages(pages);
  return routes;
}
