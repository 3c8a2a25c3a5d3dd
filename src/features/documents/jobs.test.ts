import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import { decide } from './actions/decide.ts';
import { drop, readAgain, upload } from './actions/upload.ts';
import { importFile } from './commands.ts';
import { findDocument, findRecord, recordStep } from './queries/documents.ts';
import { PIECE, readFile } from './queries/files.ts';
import { openReportRoom, readHere, SAMPLE, SCAN } from './testing.ts';

const room = await openReportRoom({ after });
const document = (id: string) => room.in(room.lead, (tx) => findDocument(tx, id));

test('a report is read: its finds wait to be checked, and the file leaves no trace on the disk', async () => {
  const id = await room.upload(SAMPLE);
  assert.equal((await document(id))?.state, 'waiting');
  await room.read(id);
  const read = await document(id);
  assert.equal(read?.state, 'read');
  assert.equal(read?.title, 'Corporate peer challenge, September 2026');
  const finds = await room.finds(id);
  assert.equal(finds.length, 18);
  assert.ok(finds.every((find) => find.decision === 'undecided' && find.span));
  assert.deepEqual(readdirSync(room.folder), []);
});

test('a file in several pieces comes back byte for byte', async () => {
  const bytes = Buffer.alloc(2 * PIECE + 17, 'thread ');
  const file = { name: 'large.txt', mediaType: 'text/plain', bytes, sha256: 'x' };
  const id = await room.in(room.lead, (tx) => upload(tx, room.lead, file, null));
  const fileId = (await document(id))!.fileId!;
  assert.ok(bytes.equals(await room.in(room.lead, (tx) => readFile(tx, fileId))));
});

test('a scan is refused in plain words, and its file is kept until it is dropped', async () => {
  const id = await room.upload(SCAN);
  await room.read(id);
  const refused = (await document(id))!;
  assert.equal(refused.state, 'refused');
  assert.match(refused.refusal!, /^This PDF is a scan: pictures of pages, no text/);
  assert.ok((await room.in(room.lead, (tx) => readFile(tx, refused.fileId!))).length > 0);
  assert.equal(await room.in(room.lead, (tx) => drop(tx, id)), 'dropped');
  assert.equal((await room.in(room.lead, (tx) => readFile(tx, refused.fileId!))).length, 0);
  assert.equal(await room.in(room.lead, (tx) => drop(tx, id)), 'gone');
});

test('the job done twice leaves one set of finds', async () => {
  const id = await room.upload(SAMPLE);
  await room.read(id);
  const first = await room.finds(id);
  await room.read(id);
  assert.deepEqual(
    (await room.finds(id)).map((find) => find.id),
    first.map((find) => find.id),
  );
});

test('two workers with the same job leave one set of finds', async () => {
  const id = await room.upload(SAMPLE);
  let let_go: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    let_go = resolve;
  });
  const slow = room.read(id, async (path, options) => {
    const outcome = await readHere(path, options);
    await gate;
    return outcome;
  });
  await room.read(id);
  let_go();
  await slow;
  assert.equal((await room.finds(id)).length, 18);
});

test('a stop in the middle of a reading loses nothing: the next try reads it', async () => {
  const id = await room.upload(SAMPLE);
  await assert.rejects(
    room.read(id, async () => {
      throw new Error('the process was killed');
    }),
  );
  assert.equal((await document(id))?.state, 'reading');
  assert.equal((await room.finds(id)).length, 0);
  await room.read(id);
  assert.equal((await document(id))?.state, 'read');
  assert.equal((await document(id))?.attempts, 2);
  assert.equal((await room.finds(id)).length, 18);
});

test('after three tries the person is told; asked again, it is read', async () => {
  const id = await room.upload(SAMPLE);
  for (let attempt = 0; attempt < 3; attempt++) {
    await assert.rejects(room.read(id, () => Promise.reject(new Error('killed'))));
  }
  await room.read(id);
  const refused = (await document(id))!;
  assert.equal(refused.state, 'refused');
  assert.match(refused.refusal!, /three times/);
  const ordered: unknown[] = [];
  const order = async (_tx: unknown, ids: unknown) => ordered.push(ids);
  assert.equal(await room.in(room.lead, (tx) => readAgain(tx, room.lead, id, order)), 'ordered');
  assert.deepEqual(ordered, [{ council: room.lead.councilId, document: id }]);
  await room.read(id);
  assert.equal((await document(id))?.state, 'read');
});

test('a document dropped while it was being read stays dropped', async () => {
  const id = await room.upload(SAMPLE);
  await room.read(id, async (path, options) => {
    const outcome = await readHere(path, options);
    await room.in(room.lead, (tx) => drop(tx, id));
    return outcome;
  });
  assert.equal((await document(id))?.state, 'dropped');
  assert.equal((await room.finds(id)).length, 0);
  assert.equal(await room.in(room.lead, (tx) => findRecord(tx, id)), null);
});

test('steps are noted while it is read, with the pages', async () => {
  const id = await room.upload(SAMPLE);
  let seen: string | undefined;
  await room.read(id, async (path, options) => {
    await room.in(room.lead, (tx) => recordStep(tx, id, 'text', 24));
    const now = await document(id);
    seen = `${now?.step}, ${now?.pages}`;
    return readHere(path, options);
  });
  assert.equal(seen, 'text, 24');
});

test('another council sees no document, file or find, and can change none', async () => {
  const id = await room.upload(SAMPLE);
  await room.read(id);
  const [find] = await room.finds(id);
  const fileId = (await document(id))!.fileId!;
  await room.in(room.other, async (tx) => {
    assert.equal(await findDocument(tx, id), null);
    assert.equal(await findRecord(tx, id), null);
    assert.equal((await readFile(tx, fileId)).length, 0);
    assert.equal(await drop(tx, id), 'gone');
    const given = { documentId: id, findId: find!.id, version: 1, decision: 'accepted' as const };
    assert.deepEqual(await decide(tx, room.other, given), { kind: 'gone' });
    const { rows } = await sql<{
      seen: number;
    }>`select count(*)::int as seen from proposal where document_id = ${id}`.execute(tx);
    assert.equal(rows[0]?.seen, 0);
  });
  assert.equal((await room.finds(id))[0]?.decision, 'undecided');
});

test('the command keeps a file for a council, or adds all it found to the register', async () => {
  const parts = { doors: room.db, clock: room.db.clock, readFile: readHere };
  const kept = await importFile(parts, { path: SAMPLE, council: 'northmere' });
  assert.ok(kept.kind === 'imported');
  assert.match(kept.message, /^report\.html is kept for Northmere City Council: 18 recommendations to check/);
  const added = await importFile(parts, { path: SAMPLE, council: 'northmere', acceptAll: true });
  assert.ok(added.kind === 'imported');
  assert.match(added.message, /18 of 18 recommendations are in the register/);
  assert.ok((await room.finds(added.documentId)).every((find) => find.recommendationId !== null));
  assert.equal((await importFile(parts, { path: SCAN, council: 'northmere' })).kind, 'refused');
  assert.equal((await importFile(parts, { path: '/nowhere.pdf', council: 'northmere' })).kind, 'refused');
  const nobody = await importFile(parts, { path: SAMPLE, council: 'atlantis' });
  assert.equal(nobody.message, 'There is no council with the code atlantis. Nothing was changed.');
});
