// A real address for every registered page, and who opens it. A new page needs a line here: accessibility.test.ts says so.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { resetPassword } from '../../src/features/accounts/commands.ts';
import { addEvidence } from '../../src/features/actions/index.ts';
import { publish } from '../../src/features/publishing/index.ts';
import { endProtocol } from '../../src/features/sharing/index.ts';
import type { Demonstration } from './demonstration.ts';
import { northmere, signInAs, uploadSample } from './walk.ts';

const COUNCIL = '/councils/northmere';
/** A day on which the demonstration's records stood, as the pages "As on a date" ask for it. */
const ON = 'on-day=1&on-month=11&on-year=2026';
const PASSWORD = 'otter kettle bramble';
const PROTECTED = { name: 'Lena Fox', email: 'lena.fox@northmere.example' };

export interface Visitors {
  /** Nobody signed in. */
  readonly stranger: Page;
  /** Priya Shah, who may do everything at Northmere. */
  readonly lead: Page;
  /** Beth Yarrow, who serves two councils. */
  readonly guest: Page;
  /** Lena Fox, who has turned on the second step. */
  readonly protected: Page;
  /** The same person, between password and code. */
  readonly halfWay: Page;
}
export type Visitor = keyof Visitors;

export interface Sample {
  readonly by: Visitor;
  readonly at: string;
  /** Sent as a file and not shown as a page. */
  readonly file?: true;
}

/** Opens a page of its own for each visitor and signs them in. The stranger's comes first and stays signed out. */
export async function openVisitors(browser: Browser, { origin, database }: Demonstration): Promise<Visitors> {
  const open = async () => (await browser.newContext({ viewport: { width: 320, height: 900 } })).newPage();
  const visitors = {
    stranger: await open(),
    lead: await open(),
    guest: await open(),
    protected: await open(),
    halfWay: await open(),
  };
  await signInAs(visitors.lead, origin, 'Priya Shah');
  await signInAs(visitors.guest, origin, 'Beth Yarrow');
  await signInAs(visitors.protected, origin, PROTECTED.name);
  const link = await resetPassword(database, PROTECTED.email);
  if (!link) throw new Error(`${PROTECTED.email} is not among the demonstration's people.`);
  await visitors.halfWay.goto(origin + link.path);
  await visitors.halfWay
    .getByLabel(/password/i)
    .first()
    .fill(PASSWORD);
  await visitors.halfWay.getByRole('main').getByRole('button').last().click();
  // Setting a password signs every device out.
  await signInAs(visitors.protected, origin, PROTECTED.name);
  await visitors.protected.goto(`${origin}/account/second-factor`);
  const shown = await visitors.protected.getByText('Key:').textContent();
  const key = (shown ?? '').replace('Key:', '').replaceAll(' ', '');
  const code = new TOTP({ secret: key }).generate({ timestamp: database.clock.now().getTime() });
  await visitors.protected.getByLabel('6-figure code').fill(code);
  await visitors.protected.getByRole('button', { name: 'Turn on' }).click();
  await visitors.halfWay.goto(`${origin}/sign-in`);
  await visitors.halfWay.getByLabel('E-mail address').fill(PROTECTED.email);
  await visitors.halfWay.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await visitors.halfWay.getByRole('button', { name: 'Sign in', exact: true }).click();
  return visitors;
}

/** A sample address for each registered path. Uploads a report, publishes a file, invites a person on the way. */
export async function sampleAddresses(
  demonstration: Demonstration,
  visitors: Visitors,
): Promise<ReadonlyMap<string, Sample>> {
  const { origin, database } = demonstration;
  await uploadSample(visitors.lead, origin, northmere, 'html');
  const { lead: page } = visitors;
  const shown = () => new URL(page.url()).pathname.replace(/\/review$/, '');
  // A draft with something in the register, and the report that came after it.
  const draft = shown();
  await page.getByRole('button', { name: 'Accept', exact: true }).first().click();
  await page.getByRole('button', { name: /^Add the 1 accepted/ }).click();
  await uploadSample(page, origin, northmere, 'html', draft.split('/').at(-1));
  const report = shown();
  const rows = await gatherRows(demonstration);
  const invitation = await invitePerson(visitors.lead, origin);
  const password = await resetPassword(database, 'ellis.brandt@northmere.example');
  const recommendation = `${COUNCIL}/recommendations/${rows.recommendation}`;
  const action = `${COUNCIL}/actions/${rows.action}`;
  const plan = `/public/northmere/${rows.slug}`;
  const version = `${COUNCIL}/public-pages/versions/${rows.publication}`;
  const C = '/councils/:council';
  const P = '/public/:council/:slug';
  const A = `${C}/share/arrangements/:arrangement`;
  const arrangement = `${COUNCIL}/share/arrangements/${rows.arrangement}`;
  const lead = (at: string): Sample => ({ by: 'lead', at });
  const anybody = (at: string): Sample => ({ by: 'stranger', at });
  const file = (by: Visitor, at: string): Sample => ({ by, at, file: true });
  return new Map<string, Sample>([
    ['/', anybody('/')],
    ['/sign-in', anybody('/sign-in')],
    ['/sign-in/code', { by: 'halfWay', at: '/sign-in/code' }],
    ['/sign-in/recovery-code', { by: 'halfWay', at: '/sign-in/recovery-code' }],
    ['/forgotten-password', anybody('/forgotten-password')],
    ['/set-password/:token', anybody(password!.path)],
    ['/invitation/:token', anybody(invitation.path)],
    ['/demonstration/mail', anybody('/demonstration/mail')],
    ['/demonstration/mail/:mail', anybody(invitation.mail)],
    ['/councils', { by: 'guest', at: '/councils' }],
    ['/account', lead('/account')],
    ['/account/name', lead('/account/name')],
    ['/account/password', lead('/account/password')],
    ['/account/second-factor', lead('/account/second-factor')],
    ['/account/second-factor/off', { by: 'protected', at: '/account/second-factor/off' }],
    ['/account/recovery-codes', { by: 'protected', at: '/account/recovery-codes' }],
    [C, lead(COUNCIL)],
    [`${C}/people`, lead(`${COUNCIL}/people`)],
    [`${C}/people/invite`, lead(`${COUNCIL}/people/invite`)],
    [`${C}/people/:person`, lead(`${COUNCIL}/people/${rows.person}`)],
    [`${C}/people/:person/history`, lead(`${COUNCIL}/people/${rows.person}/history`)],
    [`${C}/people/:person/as-on`, lead(`${COUNCIL}/people/${rows.person}/as-on?${ON}`)],
    [`${C}/people/:person/end`, lead(`${COUNCIL}/people/${rows.person}/end`)],
    [`${C}/reports`, lead(`${COUNCIL}/reports`)],
    [`${C}/reports/new`, lead(`${COUNCIL}/reports/new`)],
    [`${C}/reports/sample`, file('lead', `${COUNCIL}/reports/sample`)],
    [`${C}/reports/:document`, lead(report)],
    [`${C}/reports/:document/file`, file('lead', `${report}/file`)],
    [`${C}/reports/:document/history`, lead(`${report}/history`)],
    [`${C}/reports/:document/as-on`, lead(`${report}/as-on?${ON}`)],
    [`${C}/reports/:document/drop`, lead(`${report}/drop`)],
    [`${C}/reports/:document/review`, lead(`${report}/review`)],
    [`${C}/reports/:document/joint`, lead(`${draft}/joint`)],
    [`${C}/reports/:document/compare`, lead(`${report}/compare`)],
    [`${C}/reports/:document/suggestions`, lead(`${report}/suggestions`)],
    [`${C}/reports/:document/team`, lead(`${report}/team`)],
    [`${C}/reports/:document/figures`, lead(`${report}/figures`)],
    [`${C}/reports/:document/dates`, lead(`${report}/dates`)],
    [`${C}/reports/:document/findings/new`, lead(`${report}/findings/new?kind=figure`)],
    [`${C}/reports/:document/add`, lead(`${report}/add`)],
    [`${C}/reports/:document/source`, lead(`${report}/source`)],
    [`${C}/recommendations`, lead(`${COUNCIL}/recommendations`)],
    [`${C}/recommendations.csv`, file('lead', `${COUNCIL}/recommendations.csv`)],
    [`${C}/recommendations/new`, lead(`${COUNCIL}/recommendations/new`)],
    [`${C}/recommendations/:recommendation`, lead(recommendation)],
    [`${C}/recommendations/:recommendation/response`, lead(`${recommendation}/response`)],
    [`${C}/recommendations/:recommendation/owners`, lead(`${recommendation}/owners`)],
    [`${C}/recommendations/:recommendation/verdicts/new`, lead(`${recommendation}/verdicts/new`)],
    [`${C}/recommendations/:recommendation/history`, lead(`${recommendation}/history`)],
    [`${C}/recommendations/:recommendation/as-on`, lead(`${recommendation}/as-on?${ON}`)],
    [`${C}/recommendations/:recommendation/actions/new`, lead(`${recommendation}/actions/new`)],
    [`${C}/recommendations/:recommendation/actions/link`, lead(`${recommendation}/actions/link`)],
    [`${C}/recommendations/:recommendation/evidence/new`, lead(`${recommendation}/evidence/new`)],
    [`${C}/actions`, lead(`${COUNCIL}/actions`)],
    [`${C}/actions.csv`, file('lead', `${COUNCIL}/actions.csv`)],
    [`${C}/actions/:action`, lead(action)],
    [`${C}/actions/:action/history`, lead(`${action}/history`)],
    [`${C}/actions/:action/as-on`, lead(`${action}/as-on?${ON}`)],
    [`${C}/actions/:action/progress`, lead(`${action}/progress`)],
    [`${C}/actions/:action/edit`, lead(`${action}/edit`)],
    [`${C}/actions/:action/cost`, lead(`${action}/cost`)],
    [`${C}/actions/:action/evidence/new`, lead(`${action}/evidence/new`)],
    [`${C}/evidence/:evidence`, lead(`${COUNCIL}/evidence/${rows.evidence}`)],
    [`${C}/evidence/:evidence/history`, lead(`${COUNCIL}/evidence/${rows.evidence}/history`)],
    [`${C}/evidence/:evidence/as-on`, lead(`${COUNCIL}/evidence/${rows.evidence}/as-on?${ON}`)],
    [`${C}/evidence/:evidence/file`, file('lead', `${COUNCIL}/evidence/${rows.evidence}/file`)],
    [`${C}/share`, lead(`${COUNCIL}/share`)],
    [`${C}/share/new`, lead(`${COUNCIL}/share/new`)],
    [A, lead(arrangement)],
    [`${A}/terms/new`, lead(`${arrangement}/terms/new`)],
    [`${A}/terms/:terms`, lead(`${arrangement}/terms/${rows.terms}`)],
    [`${A}/posts/new`, lead(`${arrangement}/posts/new`)],
    [`${A}/posts/:post`, lead(`${arrangement}/posts/${rows.change}`)],
    [`${A}/posts/:post/change`, lead(`${arrangement}/posts/${rows.post}/change`)],
    [`${A}/leave`, lead(`${arrangement}/leave`)],
    [`${A}/protocols/new`, lead(`${COUNCIL}/share/arrangements/${rows.ended}/protocols/new`)],
    [`${A}/protocols/:protocol/end`, lead(`${arrangement}/protocols/${rows.protocol}/end`)],
    [`${C}/share/arrangements/:arrangement/history`, lead(`${COUNCIL}/share/arrangements/${rows.arrangement}/history`)],
    [
      `${C}/share/arrangements/:arrangement/as-on`,
      lead(`${COUNCIL}/share/arrangements/${rows.arrangement}/as-on?${ON}`),
    ],
    [`${C}/share/partnerships/:partnership/history`, lead(`${COUNCIL}/share/partnerships/${rows.partnership}/history`)],
    [
      `${C}/share/partnerships/:partnership/as-on`,
      lead(`${COUNCIL}/share/partnerships/${rows.partnership}/as-on?${ON}`),
    ],
    [`${C}/public-pages`, lead(`${COUNCIL}/public-pages`)],
    [`${C}/public-pages/:report`, lead(`${COUNCIL}/public-pages/${rows.report}`)],
    [`${C}/public-pages/:report/versions`, lead(`${COUNCIL}/public-pages/${rows.report}/versions`)],
    [`${C}/public-pages/:report/history`, lead(`${COUNCIL}/public-pages/${rows.report}/history`)],
    [`${C}/public-pages/:report/as-on`, lead(`${COUNCIL}/public-pages/${rows.report}/as-on?${ON}`)],
    [`${C}/public-pages/versions/:publication/withdraw`, lead(`${version}/withdraw`)],
    [`${C}/public-pages/versions/:publication/take-out`, lead(`${version}/take-out`)],
    [
      `${C}/public-pages/versions/:publication/take-out/:kind/:record`,
      lead(`${version}/take-out/evidence/${rows.evidence}`),
    ],
    [`${C}/library`, lead(`${COUNCIL}/library?q=MTFS+-nothing&theme=finance`)],
    [`${C}/library/passages/:passage`, lead(`${COUNCIL}/library/passages/${rows.passage}`)],
    [`${C}/library/reports/:source`, lead(`${COUNCIL}/library/reports/${rows.source}`)],
    [`${C}/library/like/:recommendation`, lead(`${COUNCIL}/library/like/${rows.recommendation}`)],
    [`${C}/library/additions`, lead(`${COUNCIL}/library/additions`)],
    [`${C}/library/additions/new`, lead(`${COUNCIL}/library/additions/new`)],
    [`${C}/library/additions/:addition`, lead(`${COUNCIL}/library/additions/${rows.source}`)],
    [`${C}/library/additions/:addition/take-out`, lead(`${COUNCIL}/library/additions/${rows.source}/take-out`)],
    ['/public/library', anybody('/public/library?q=reserves')],
    ['/public/library/passages/:passage', anybody(`/public/library/passages/${rows.passage}`)],
    ['/public/library/reports/:source', anybody(`/public/library/reports/${rows.source}`)],
    ['/accessibility', anybody('/accessibility')],
    ['/privacy', anybody('/privacy')],
    ['/cookies', anybody('/cookies')],
    ['/about', anybody('/about')],
    ['/public', anybody('/public')],
    ['/public/open-data', anybody('/public/open-data')],
    ['/public/:council', anybody('/public/northmere')],
    ['/public/:council/feed.atom', file('stranger', '/public/northmere/feed.atom')],
    [P, anybody(plan)],
    [`${P}/embed`, anybody(`${plan}/embed`)],
    [`${P}/embed/:place`, anybody(`${plan}/embed/recommendations-1`)],
    // The first version, which later ones replaced.
    [`${P}/:number`, anybody(`${plan}/1`)],
    [`${P}/:number/plan.csv`, file('stranger', `${plan}/${rows.number}/plan.csv`)],
    [`${P}/:number/plan.json`, file('stranger', `${plan}/${rows.number}/plan.json`)],
    [`${P}/:number/dates.ics`, file('stranger', `${plan}/${rows.number}/dates.ics`)],
    [`${P}/:number/evidence/:evidence`, file('stranger', `${plan}/${rows.number}/evidence/${rows.evidence}`)],
    [`${P}/:number/:place`, anybody(`${plan}/${rows.number}/recommendations-1`)],
  ]);
}

/** Rows of Northmere that hang together: an action that was published, and a file that is evidence for it, published too. */
async function gatherRows({ database }: Demonstration) {
  const found = await database.asKeeper(async (tx) => {
    const council = await tx
      .selectFrom('council')
      .select('id')
      .where('code', '=', 'northmere')
      .executeTakeFirstOrThrow();
    const published = await tx
      .selectFrom('publication as p')
      .innerJoin('publishedAction as a', 'a.publicationId', 'p.id')
      .where('p.councilId', '=', council.id)
      .where('p.replacedAt', 'is', null)
      .select([
        'p.reportId as report',
        'p.slug',
        'p.title',
        'p.number',
        'a.recommendationId as recommendation',
        'a.actionId as action',
      ])
      .orderBy('a.actionId')
      .executeTakeFirstOrThrow();
    const person = await tx
      .selectFrom('membership')
      .select('personId')
      .where('councilId', '=', council.id)
      .where('name', '=', 'Kwame Osei-Lund')
      .executeTakeFirstOrThrow();
    const partnership = await tx.selectFrom('partnership').select('id').executeTakeFirstOrThrow();
    const added = await tx
      .selectFrom('publishedPassage')
      .select(['id as passage', 'sourceId as source'])
      .where('sourceId', 'is not', null)
      .where('councilId', '=', council.id)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    return {
      ...{ councilId: council.id, ...published, person: person.personId, partnership: partnership.id },
      ...(await sharedRows(tx)),
      ...added,
    };
  });
  const { councilId, report, action } = found;
  const bytes = new TextEncoder().encode('What the register said on the day.');
  const note = {
    name: 'note.txt',
    mediaType: 'text/plain',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  return database.inCouncil({ councilId, personId: found.person }, async (tx) => {
    const evidence = { title: 'Note of the meeting', url: null, file: note, visibility: 'public' as const };
    const added = await addEvidence(tx, { ...evidence, on: { actionId: action } });
    if (added.kind !== 'added') throw new Error(`The evidence was not added: ${added.kind}.`);
    // So that there is somewhere to propose sharing again.
    const { rows } = await sql<{ today: string }>`select scope_today()::text as today`.execute(tx);
    const { today } = rows[0]!;
    const notice = { endsOn: today, reason: 'A test', decidedByBody: 'Cabinet', decisionReference: '' };
    const part = { arrangementId: found.ended, protocolId: found.endedProtocol, ...notice };
    const ended = await endProtocol(tx, { councilId, today }, part);
    if (ended.kind !== 'ended') throw new Error(`Sharing was not ended: ${ended.kind}.`);
    const { slug, title } = found;
    const made = await publish(tx, {
      councilId,
      reportId: report,
      slug,
      title,
      summary: 'With a file.',
      expectedNumber: found.number + 1,
    });
    if (made.outcome !== 'published') throw new Error(`The report was not published: ${made.outcome}.`);
    return { ...found, evidence: added.id, number: made.number, publication: made.publicationId };
  });
}

/** Public health, with a change to its post that waits; and another arrangement, for what ends. */
async function sharedRows(tx: KeeperTx) {
  const { rows } = await sql<Record<SharedRow, string>>`
    select a.id as arrangement, t.id as terms, p.id as protocol, ended.id as ended, q.id as ended_protocol,
      (select id from shared_post where arrangement_id = a.id and edition = 1) as post,
      (select id from shared_post where arrangement_id = a.id and edition = 2) as change
    from arrangement a join arrangement_terms t on t.arrangement_id = a.id
    join protocol p on p.arrangement_id = a.id
    join arrangement ended on ended.id <> a.id join protocol q on q.arrangement_id = ended.id
    where a.name = 'Public health'`.execute(tx);
  return rows[0]!;
}
type SharedRow = 'arrangement' | 'terms' | 'protocol' | 'ended' | 'endedProtocol' | 'post' | 'change';
type KeeperTx = Parameters<Parameters<Demonstration['database']['asKeeper']>[0]>[0];

/** Invites somebody, and reads the link in the mail that demonstration mode keeps. */
async function invitePerson(page: Page, origin: string): Promise<{ path: string; mail: string }> {
  await page.goto(`${origin}${COUNCIL}/people/invite`);
  await page.getByLabel('E-mail address').fill('new.person@northmere.example');
  await page.getByLabel('Name', { exact: true }).fill('New Person');
  await page.getByRole('radio', { name: /officer/i }).check();
  await page.getByRole('checkbox', { name: /^Officer/ }).check();
  await page.getByRole('main').getByRole('button').last().click();
  await page.goto(`${origin}/demonstration/mail`);
  await page
    .getByRole('main')
    .getByRole('link', { name: /join|invit/i })
    .first()
    .click();
  const mail = new URL(page.url()).pathname;
  const href = await page.locator('a[href*="/invitation/"]').first().getAttribute('href');
  return { path: new URL(href!, origin).pathname, mail };
}
