import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { readHere } from '../documents/testing.ts';
import { publishing } from '../publishing/index.ts';
import { recommendations } from '../recommendations/index.ts';
import { openRegisterWorld, openSite } from '../recommendations/testing.ts';
import type { LibraryReadingIds } from './actions/additions.ts';
import { libraryFeature } from './index.ts';
import { readAddition } from './jobs.ts';
import { addReport, reportText } from './testing.ts';

const world = await openRegisterWorld({ after });
const ordered: LibraryReadingIds[] = [];
const library = libraryFeature(async (_, ids) => ordered.push(ids));
const site = await openSite(world, [recommendations, publishing, library]);
after(() => site.close());
const HOME = '/councils/northmere/library';
const text = (body: string) =>
  body
    .replace(/<head>.*?<\/head>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
const folder = mkdtempSync(join(tmpdir(), 'goldthread-library-'));

const REPORT = {
  ...{ about: 'Eastwold District Council', year: 2023, authority: 'district' as const },
  recommendations: [
    'Write a medium term financial strategy that closes the gap, and name the reserves that will not be touched.',
    'Give overview and scrutiny a work programme of its own.',
  ],
  prose: [
    'The council should publish each saving < £5,000 & > £1,000 in March, and write to lead@eastwold.example about it.',
  ],
};

test('a public report is sent, read, checked, put in, found by everybody and taken out again', async () => {
  assert.match(text((await site.get(HOME)).body), /Nothing is in the library yet/);
  const wrong = await site.send(`${HOME}/additions/new`, { address: 'nowhere' }, { field: 'file', name: '', body: '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /Choose a file/);
  assert.match(wrong.body, /Enter a web address, like https/);

  const address = 'https://eastwold.example/report.pdf';
  const file = { field: 'file', name: 'report.txt', body: reportText(REPORT) };
  const sent = await site.send(`${HOME}/additions/new`, { address }, file);
  assert.equal(sent.status, 303);
  assert.match(text((await site.get(sent.location)).body), /is being read\. You can leave this page/);
  await readAddition({ doors: world.db, readFile: readHere, folder }, ordered[0]!);
  const shown = await site.get(sent.location);
  assert.match(text(shown.body), /Nothing of it is public until you put it in the library/);
  assert.match(shown.body, /value="Eastwold District Council"/);
  assert.match(shown.body, /2 key recommendations, \d+ suggestion/);
  const nothing = await site.get('/public/library?q=reserves');
  assert.match(text(nothing.body), /Result Nothing found/);
  assert.match(nothing.body, /href="\/sign-in">Sign in</);

  const form = { title: 'Peer challenge, 2023', about: 'Eastwold District Council', kind: 'corporate-peer-challenge' };
  const errors = await site.post(sent.location, { ...form, title: '', year: '23' });
  assert.match(errors.body, /Enter the title of the report/);
  assert.match(errors.body, /Enter a year, like 2026/);
  const put = await site.post(sent.location, { ...form, year: '2023', authority: 'district' });
  assert.equal(put.status, 303);
  await site.post(sent.location, { ...form, year: '2023', authority: 'district' });

  const found = await site.get('/public/library?q=MTFS+reserves&council=district&year=2023');
  assert.match(text(found.body), /Found 1 passage\./);
  assert.match(text(found.body), /Added from a public source by Northmere City Council/);
  assert.match(found.body, /href="https:\/\/eastwold\.example\/report\.pdf"/);
  assert.match(found.body, /<option value="district" selected>/, 'the filter stays chosen');
  const saving = await site.get('/public/library?q=saving');
  assert.match(saving.body, /each <mark class="gt-lit">saving<\/mark> &lt; £5,000 &amp; &gt; £1,000/);
  assert.doesNotMatch(saving.body, /lead@eastwold/);
  const passage = /\/public\/library\/passages\/[0-9a-f-]+/.exec(found.body)![0];
  assert.match(text((await site.get(passage)).body), /What the council did Not known here\./);
  const report = /href="(\/public\/library\/reports\/[0-9a-f-]+)"/.exec((await site.get(passage)).body)![1]!;
  assert.match(text((await site.get(report)).body), /Read by a program and checked by a person/);

  assert.match((await site.post(`${sent.location}/take-out`, {})).body, /Give the reason/);
  await site.post(`${sent.location}/take-out`, { reason: 'It was a draft after all.' });
  for (const gone of [passage, report]) assert.equal((await site.get(gone)).status, 404);
  assert.match(text((await site.get('/public/library?q=reserves')).body), /Nothing found/);
  assert.match(text((await site.get(sent.location)).body), /was taken out of the library: It was a draft after all\./);
});

test('only who may publish adds a report; everybody of the council may search', async () => {
  site.signIn(world.lena);
  assert.equal((await site.get(HOME)).status, 200);
  assert.doesNotMatch((await site.get(HOME)).body, /Reports we added/);
  assert.equal((await site.get(`${HOME}/additions`)).status, 403);
  assert.equal((await site.post(`${HOME}/additions/new`, {})).status, 403);
  site.signIn(world.priya);
});

test('whatever is typed, there is a clear answer', async () => {
  await world.inNorthmere((tx) => addReport(tx, world.northmere, REPORT));
  const said = async (q: string) => text((await site.get(`/public/library?${new URLSearchParams({ q })}`)).body);
  assert.match(await said('reserves'), /1 passage/);
  assert.match(await said('"name the reserves"'), /1 passage/);
  assert.match(await said('“reserves name the”'), /Nothing found/);
  assert.match(await said('reserves -gap'), /Nothing found/);
  assert.match(await said('reserves zebra'), /No passage holds all of these words\. These hold some of them\./);
  for (const nothing of ['the', 'the of and', '🙂', '-reserves', '"', '-', "' & | ! <-> :* \\ ( )", '%_;--']) {
    assert.match(await said(nothing), /There is no word in that to look for/, nothing);
  }
  for (const none of ['x', 'مجلس المدينة', 'zebra', "'; drop table council; --"]) {
    assert.match(await said(none), /Nothing found|No passage holds all/, none);
  }
  assert.match(await said(''), /Searched: 1 public report/);
  const long = await site.get(`/public/library?q=${'reserves+'.repeat(600)}`);
  assert.equal(long.status, 422);
  assert.match(long.body, /Shorten what you look for to 300 characters/);
  for (const query of ['after=x', 'after=1_2', 'theme=x&year=y&council=z&kind=q', 'q=a&q=reserves']) {
    assert.equal((await site.get(`/public/library?${query}`)).status, 200, query);
  }
});

test('no text, however odd, is answered by a fault', async () => {
  const odd = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }));
  const marks = fc.array(
    fc.constantFrom('"', '-', "'", '\\', '&', '|', '!', ':*', '<->', '(', ')', 'council', 'MTFS', ' '),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        odd,
        marks.map((list) => list.join('')),
      ),
      async (typed) => {
        // The server answers an address with a zero byte by 404 before any page sees it.
        const q = typed.replaceAll('\0', '');
        const answer = await site.get(`/public/library?${new URLSearchParams({ q })}`);
        assert.equal(answer.status, 200);
      },
    ),
    { numRuns: 60 },
  );
});

test('pages follow one another by key: every passage once, none twice', async () => {
  const many = Array.from({ length: 47 }, (_, i) => `Publish the plan of harbour ${i + 1} with its costs.`);
  await world.inNorthmere((tx) =>
    addReport(tx, world.northmere, {
      about: 'Harbourton Council',
      year: 2020,
      authority: 'unitary',
      recommendations: many,
    }),
  );
  const seen: string[] = [];
  let address: string | undefined = '/public/library?q=harbour&kind=recommendation';
  for (let pages = 0; address && pages < 9; pages++) {
    const { body } = await site.get(address);
    assert.match(text(body), /47 passages/);
    seen.push(...[...body.matchAll(/passages\/([0-9a-f-]{36})/g)].map(([, id]) => id!));
    address = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
  }
  assert.equal(seen.length, 47);
  assert.equal(new Set(seen).size, 47);
});

test('a recommendation of one’s own leads to who was told the same; another council’s leads nowhere', async () => {
  const id = await world.inNorthmere(async (tx) => {
    const report = { councilId: world.northmere, title: 'Peer challenge' };
    const { id: reportId } = await tx.insertInto('report').values(report).returning('id').executeTakeFirstOrThrow();
    const values = { councilId: world.northmere, reportId, position: 1, groupName: 'Key', number: 1 };
    const words =
      'Write an MTFS that closes the gap and says which reserves nobody will touch, for canary-private use.';
    const made = await tx
      .insertInto('recommendation')
      .values({ ...values, text: words })
      .returning('id')
      .executeTakeFirstOrThrow();
    return made.id;
  });
  assert.match((await site.get(`/councils/northmere/recommendations/${id}`)).body, new RegExp(`/library/like/${id}`));
  const like = text((await site.get(`${HOME}/like/${id}`)).body);
  assert.match(like, /Eastwold District Council: key recommendation/i);
  assert.match(like, /Both speak of “[^”]*medium term financial plan/);
  assert.match(text((await site.get('/public/library?q=canary')).body), /Nothing found/);
  site.signIn(world.greta);
  assert.equal((await site.get(`/councils/wendshire/library/like/${id}`)).status, 404);
  site.signIn(world.priya);
});
