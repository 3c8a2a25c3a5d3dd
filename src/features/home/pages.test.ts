import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recommendations } from '../recommendations/index.ts';
import { openRegisterWorld, openSite, type WorldPerson } from '../recommendations/testing.ts';
import { agree, endProtocol, propose } from '../sharing/index.ts';
import { home } from './index.ts';
import { findNews, findOpenActions, findUnanswered, findUnowned, findVisit } from './queries.ts';

const world = await openRegisterWorld({ after });
const site = await openSite(world, [recommendations, home]);
after(() => site.close());
const { clock } = world.db;
const base = '/councils/northmere';
const councilId = world.northmere;
const text = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

async function read(person: WorldPerson, query = ''): Promise<string> {
  site.signIn(person);
  const answer = await site.get(`${base}${query}`);
  assert.equal(answer.status, 200);
  return answer.body;
}

test('a council without reports says the one next step to those who may take it', async () => {
  const lead = await read(world.priya);
  assert.match(lead, /<h1[^>]*>My work<\/h1>/);
  assert.match(lead, /Nothing is due\./);
  assert.match(lead, /href="\/councils\/northmere\/reports\/new">Upload a report/);
  assert.doesNotMatch(await read(world.tom), /Upload a report/);
});

/** Two recommendations of a report, the first with actions of Lena's and Tom's. */
const makePlan = () =>
  world.inNorthmere(async (tx) => {
    const id = async (row: Promise<{ id: string }>) => (await row).id;
    const report = await id(
      tx
        .insertInto('report')
        .values({ councilId, title: 'Peer challenge 2026' })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
    const recommendation = (number: number, more: object) =>
      id(
        tx
          .insertInto('recommendation')
          .values({
            ...{ councilId, reportId: report, position: number, groupName: 'Key recommendations', number },
            ...{ heading: `Asked for number ${number}`, text: `Asked for number ${number}`, ...more },
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      );
    const first = await recommendation(1, { officerId: world.tom.id, memberId: world.anne.id });
    const second = await recommendation(2, {});
    await tx
      .insertInto('response')
      .values({ councilId, recommendationId: first, answer: 'accepted', decidedOn: '2026-10-14' })
      .execute();
    const action = async (title: string, targetOn: string | null, officerId: string | null, more: object = {}) => {
      const made = await id(
        tx
          .insertInto('action')
          .values({ councilId, title, targetOn, officerId, memberId: world.anne.id, costKnown: false, ...more })
          .returning('id')
          .executeTakeFirstOrThrow(),
      );
      await tx
        .insertInto('recommendationAction')
        .values({ councilId, recommendationId: first, actionId: made })
        .execute();
      return made;
    };
    const brief = await action('Brief every member on the floor', '2026-10-30', world.lena.id, {
      originalTargetOn: '2026-09-30',
    });
    await action('Print the floor', '2026-12-01', world.lena.id);
    await action('Look at the floor again', '2027-06-30', world.lena.id);
    await action('Done long ago', '2026-01-05', world.lena.id, { progress: 'reported_complete' });
    await action('Nobody does this', '2027-06-30', null);
    for (let n = 1; n <= 12; n++)
      await action(`Late thing ${n}`, `2026-11-${String(n).padStart(2, '0')}`, world.tom.id);
    return { report, first, second, brief };
  });

let made: Awaited<ReturnType<typeof makePlan>>;

test('an owner sees what is late against both dates, what is due soon, and nothing of others', async () => {
  made = await makePlan();
  const body = await read(world.lena);
  const said = text(body);
  assert.match(said, /1 late\. 1 due by 23 December 2026\./);
  assert.match(
    said,
    /Brief every member on the floor .*24 days past 30 October 2026, 54 past the first date, 30 September 2026/,
  );
  assert.match(body, new RegExp(`href="${base}/actions/${made.brief}/progress"[^>]*>Report progress`));
  assert.match(said, /Print the floor .*Due 1 December 2026/);
  assert.doesNotMatch(said.split('Changed')[0]!, /Late thing|Done long ago|Nobody does this|Waiting for your answer/);
});

test('ten of a group are shown, the worst first, and all on request', async () => {
  const ten = await read(world.tom);
  const shown = [...ten.matchAll(/">(Late thing \d+)</g)].map(([, title]) => title);
  assert.deepEqual(
    shown.slice(0, 10),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `Late thing ${n}`),
  );
  assert.match(ten, /href="\/councils\/northmere\?all=late#late">All 12 late/);
  const all = await read(world.tom, '?all=late');
  assert.match(all, /<a class="govuk-link" href="[^"]+">Late thing 12</);
  assert.doesNotMatch(all, /All 12 late/);
});

test('the lead also sees what nobody owns and what waits for an answer', async () => {
  const said = text(await read(world.priya));
  assert.match(said, /Nothing is due\. 1 waits for your answer\. 13 late in all/);
  assert.match(said, /Waiting for your answer Asked for number 2 .*Record the response/);
  assert.match(said, /Without an owner \(2\) Nobody does this .*No officer Name them/);
  assert.match(said, /Asked for number 2 Peer challenge 2026 No officer, no member Name them/);
});

test('an answer and a check are counted apart, and what stands in the register in one version is not asked for again', async () => {
  await world.inNorthmere(async (tx) => {
    const version = async (title: string) =>
      (
        await tx
          .insertInto('document')
          .values({ councilId, title, state: 'read' })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id;
    const find = async (documentId: string, position: number, decision: 'accepted' | 'undecided') =>
      (
        await tx
          .insertInto('proposal')
          .values({ councilId, documentId, position, groupName: 'Key', number: position, text: 'Publish.', decision })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id;
    const [draft, final] = [await version('Draft'), await version('Final')];
    const first = await find(draft, 1, 'accepted');
    const same = await find(final, 1, 'accepted');
    await find(final, 2, 'undecided');
    await tx
      .insertInto('proposalMatch')
      .values({ councilId, proposalId: same, earlierId: first, rootId: first })
      .execute();
    await tx.updateTable('recommendation').set({ proposalId: first }).where('id', '=', made.second).execute();
  });
  const said = text(await read(world.priya));
  assert.match(said, /1 waits for your answer\. 1 report to check\./);
  assert.match(said, /Final 1 to check, 0 accepted and not yet in the register/);
  assert.doesNotMatch(said, /Draft/);
});

test('where several reports wait to be checked, each is told by its file', async () => {
  assert.doesNotMatch(text(await read(world.priya)), /\.pdf\. \d+ to check/);
  await world.inNorthmere(async (tx) => {
    const file = { councilId, name: 'feedback-final.pdf', mediaType: 'application/pdf', size: 1, sha256: 'a' };
    const stored = await tx.insertInto('storedFile').values(file).returning('id').executeTakeFirstOrThrow();
    const document = { councilId, title: 'Another', state: 'read', fileId: stored.id } as const;
    const made = await tx.insertInto('document').values(document).returning('id').executeTakeFirstOrThrow();
    const proposal = { position: 1, groupName: 'Key', number: 1, text: 'Publish.', decision: 'undecided' } as const;
    await tx
      .insertInto('proposal')
      .values({ councilId, documentId: made.id, ...proposal })
      .execute();
  });
  assert.match(text(await read(world.priya)), /Another feedback-final\.pdf\. 1 to check/);
});

test('an auditor, who owns nothing, sees the council’s work without buttons', async () => {
  const body = await read(world.ivor);
  assert.match(body, /<h1[^>]*>What Northmere City Council owes<\/h1>/);
  assert.match(text(body), /13 late\. 1 due by 23 December 2026\./);
  assert.doesNotMatch(body, /Report progress|Name them|Record the response/);
});

test('a visit is news-free afterwards, a reload is not, and the news says what others did', async () => {
  const tomorrow = new Date('2026-11-24T09:00:00Z');
  clock.moveTo(tomorrow);
  await read(world.farah);
  clock.moveTo(new Date('2026-11-25T09:00:00Z'));
  await world.inNorthmere(async (tx) => {
    await tx
      .updateTable('action')
      .set({ targetOn: '2027-01-29', progress: 'in_progress' })
      .where('id', '=', made.brief)
      .execute();
    await tx
      .insertInto('actionUpdate')
      .values({
        ...{ councilId, actionId: made.brief, progress: 'in_progress', sentence: 'Two of five held.' },
        ...{ previousTargetOn: '2026-10-30', newTargetOn: '2027-01-29', moveReason: 'The hall was let.' },
        reportedBy: world.lena.id,
      })
      .execute();
    await tx.updateTable('recommendation').set({ officerId: world.tom.id }).where('id', '=', made.second).execute();
  }, world.lena);
  clock.moveTo(new Date('2026-11-26T09:00:00Z'));
  const expected = [
    /Changed since you last came, 24 November 2026/,
    /Recommendation: officer is now Tom Okafor 25 November 2026 , by Lena Fox/,
    /Action: date moved, 30 October 2026 to 29 January 2027 .*by Lena Fox Two of five held\. The hall was let\. Brief every member on the floor/,
  ];
  const first = text(await read(world.farah));
  for (const line of expected) assert.match(first, line);
  clock.moveTo(new Date('2026-11-26T09:40:00Z'));
  const reloaded = text(await read(world.farah));
  for (const line of expected) assert.match(reloaded, line);
  clock.moveTo(new Date('2026-11-26T10:30:00Z'));
  assert.match(text(await read(world.farah)), /Changed since you last came, 26 November 2026 Nothing changed since/);
});

test('records added together are one piece of news', async () => {
  const said = text(await read(world.anne));
  assert.match(
    said,
    /Latest changes .*17 actions added .*2 recommendations registered 23 November 2026 , by Priya Shah Peer challenge 2026/,
  );
});

test('Home says what waits for the council’s own agreement, and what another council has ended', async () => {
  const today = clock.now().toISOString().slice(0, 10);
  const decided = { agreedOn: today, decidedByBody: 'Cabinet', decisionReference: '' };
  const ours = { councilId: world.northmere, today };
  const theirs = { councilId: world.wendshire, today };
  const made = await world.inNorthmere((tx) =>
    propose(tx, { name: 'Public health', purpose: '', withCouncils: [world.wendshire], postsFrom: today }),
  );
  assert.equal(made.kind, 'proposed');
  const arrangementId = made.kind === 'proposed' ? made.id : '';
  const waits = text(await read(world.priya));
  assert.match(waits, /1 waits for Northmere’s agreement\./);
  assert.match(waits, /Waiting for Northmere’s agreement Public health .*Read and agree/);
  assert.doesNotMatch(text(await read(world.lena)), /Public health/);
  await world.inNorthmere((tx) => agree(tx, ours, { arrangementId, ...decided }));
  assert.doesNotMatch(text(await read(world.priya)), /Northmere’s agreement|Ended by/);
  await world.inWendshire((tx) => agree(tx, theirs, { arrangementId, ...decided }));
  const protocolId = await world.inWendshire(
    async (tx) => (await tx.selectFrom('protocol').select('id').executeTakeFirstOrThrow()).id,
  );
  const notice = { endsOn: today, reason: 'One of our own.', decidedByBody: 'Cabinet', decisionReference: '' };
  await world.inWendshire((tx) => endProtocol(tx, theirs, { arrangementId, protocolId, ...notice }));
  assert.match(
    text(await read(world.priya)),
    /Ended by another council Public health Wendshire: its part ended on [^.]*\. One of our own\./,
  );
});

test('another council sees nothing of it, and has its own visits', async () => {
  const theirs = await world.inWendshire(async (tx) => ({
    actions: await findOpenActions(tx, null),
    unowned: await findUnowned(tx),
    unanswered: await findUnanswered(tx),
    news: await findNews(tx, new Date(0)),
    visit: await findVisit(tx),
  }));
  assert.deepEqual(theirs, {
    actions: [],
    unowned: [],
    unanswered: [],
    news: [],
    visit: null,
  });
  const ours = await world.inNorthmere(async (tx) => ({
    actions: await findOpenActions(tx, null),
    news: await findNews(tx, new Date(0)),
    visit: await findVisit(tx),
  }));
  assert.ok(ours.actions.length > 10 && ours.news.length > 10 && ours.visit !== null);
  site.signIn(world.greta);
  assert.equal((await site.get(base)).status, 404);
});
