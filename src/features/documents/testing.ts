// The tests' own report room: the world of two councils, sample reports, and pages served to a person of any role.

import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTestDatabase, type TestDatabase } from '../../../test/databases.ts';
import { makeWorld, type World } from '../../../test/world.ts';
import { readReport } from '../../engines/reading/index.ts';
import type { CouncilTx } from '../../platform/db/scope.ts';
import { readBlocks } from '../../platform/readers/read-blocks.ts';
import { Refused } from '../../platform/readers/refusals.ts';
import { upload } from './actions/upload.ts';
import type { Doer } from './actions/work.ts';
import { type ReadFile, readDocument } from './jobs.ts';
import { listFinds } from './queries/finds.ts';
import type { Find } from './rules/find.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const SAMPLE = join(root, 'samples/northmere-2026/report.html');
export const SAMPLE_PDF = join(root, 'samples/northmere-2026/report.pdf');
export const SCAN = join(root, 'samples/awkward/scan.pdf');

/** Reads in this process: the child process has tests of its own. */
export const readHere: ReadFile = async (path, { name, onProgress }) => {
  try {
    const { blocks } = await readBlocks(path, name === undefined ? {} : { name });
    onProgress?.('text', {});
    return { ok: true, record: readReport(blocks) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
};

export interface ReportRoom {
  readonly db: TestDatabase;
  readonly world: World;
  readonly folder: string;
  /** Imran Leigh, who leads improvement at Northmere. */
  readonly lead: Doer;
  /** The same role at Wendshire. */
  readonly other: Doer;
  in<T>(doer: Doer, work: (tx: CouncilTx) => Promise<T>): Promise<T>;
  /** Uploads a file for Northmere without reading it. @returns the document */
  upload(path: string, name?: string): Promise<string>;
  read(document: string, reader?: ReadFile): Promise<void>;
  finds(document: string): Promise<Find[]>;
}

export async function openReportRoom(ends: Parameters<typeof openTestDatabase>[0]): Promise<ReportRoom> {
  const db = await openTestDatabase(ends);
  const world = await makeWorld(db);
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-documents-'));
  const doer = (council: World['northmere']): Doer => ({
    councilId: council.id,
    personId: council.people.improvement_lead,
    at: db.clock.now(),
  });
  const lead = doer(world.northmere);
  const inside: ReportRoom['in'] = (by, work) => db.inCouncil({ councilId: by.councilId, personId: by.personId }, work);
  return {
    db,
    world,
    folder,
    lead,
    other: doer(world.wendshire),
    in: inside,
    async upload(path, name = path.split('/').at(-1)!) {
      const bytes = await readFile(path);
      const file = { name, mediaType: 'text/html', bytes, sha256: `hash of ${path}` };
      return inside(lead, (tx) => upload(tx, lead, file, null));
    },
    read: (document, reader = readHere) =>
      readDocument({ doors: db, clock: db.clock, readFile: reader, folder }, { council: lead.councilId, document }),
    finds: (document) => inside(lead, (tx) => listFinds(tx, document)),
  };
}
