import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shortName } from '../../engines/fields/councils.ts';
import { parsePublish, parseReason } from './forms.ts';
import { xmlText } from './public-pages/atom.ts';
import { csvCell } from './public-pages/csv.ts';
import { changesBetween } from './rules/changes.ts';
import {
  type Contents,
  type PublicAction,
  type PublicRecommendation,
  publicLink,
  withoutEmail,
} from './rules/contents.ts';
import { answerDueBy, lateness } from './rules/late.ts';
import { placesOf, slugOf } from './rules/places.ts';
import { decisionInWords, headlineOf } from './views/pieces.ts';
import { costLine } from './views/words.ts';

const action: PublicAction = {
  ...{ recommendationId: 'r1', actionId: 'a1', title: 'Brief members', officer: null, member: null, startsOn: null },
  ...{ targetOn: '2026-10-30', originalTargetOn: '2026-09-30', successMeasure: '', costKnown: false, latest: '' },
  ...{ costOneOffPence: null, costYearlyPence: null, peopleDays: null, progress: 'in_progress', progressOn: null },
};
const recommendation: PublicRecommendation = {
  ...{
    recommendationId: 'r1',
    position: 1,
    groupName: 'Key recommendations',
    number: 1,
    heading: null,
    text: 'Do it.',
  },
  ...{ parts: [], page: null, pageEnd: null, officer: null, member: null, answer: null, answerReason: null },
  ...{ answeredOn: null, answeredBy: null, answerReference: null, answerUrl: null, progress: null, progressOn: null },
  ...{ verdict: null, verdictOn: null, verdictBy: null, nextReviewOn: null, origin: null, reworded: null },
};
const contents = (more: Partial<Contents> = {}): Contents => ({
  ...{ recommendations: [recommendation], actions: [action], evidence: [], removals: [] },
  ...more,
});

test('no text keeps an e-mail address', () => {
  assert.equal(withoutEmail('Ask t.okafor+plan@northmere.gov.uk.'), 'Ask [e-mail address left out].');
  const part = fc.stringMatching(/^[a-z0-9]{1,12}$/);
  fc.assert(
    fc.property(part, part, fc.string(), fc.string(), (name, host, before, after) => {
      const address = `${name}@${host}.uk`;
      assert.equal(withoutEmail(`${before} ${address} ${after}`).includes(address), false);
    }),
  );
});

test('a link is published only when it is a web address that carries nobody’s address or password', () => {
  assert.equal(publicLink('https://example.org/@user/page'), 'https://example.org/@user/page');
  for (const bad of [
    'javascript:alert(1)',
    'mailto:a@b.uk',
    'https://a:b@c.uk/',
    'https://c.uk/?to=a%40b.uk',
    'https://',
  ]) {
    assert.equal(publicLink(bad), null, bad);
  }
});

test('a cell that a spreadsheet would run becomes text, and every text comes back from its quotes', () => {
  for (const text of ['=1+1', '+44', '-1', '@SUM(A1)', '\t=1', '＝1']) assert.match(csvCell(text), /^"?'/, text);
  assert.equal(csvCell(-1), '-1');
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = csvCell(text);
      const back = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      assert.ok(back === text || back === `'${text}`);
      if (!cell.startsWith('"')) assert.doesNotMatch(cell, /[",\r\n]/);
    }),
  );
});

test('text in the feed cannot end its element', () => {
  assert.equal(xmlText('<b> & "c"\u0000\ud800'), '&lt;b&gt; &amp; &quot;c&quot;');
});

test('an action is late after its date, counted against the first one too, and never once it is done', () => {
  assert.equal(lateness(action, '2026-10-30'), null);
  assert.deepEqual(lateness(action, '2026-11-22'), { days: 23, dueOn: '2026-10-30', daysPastFirst: 53 });
  assert.equal(lateness({ ...action, progress: 'reported_complete' }, '2026-11-22'), null);
});

test('the answer to a corporate peer challenge is due five months after the last day on site', () => {
  assert.equal(answerDueBy('corporate-peer-challenge', '2026-09-18'), '2027-02-18');
  assert.equal(answerDueBy('corporate-peer-challenge', '2026-09-30'), '2027-02-28');
  assert.equal(answerDueBy('committee-report', '2026-09-18'), null);
  assert.equal(answerDueBy('corporate-peer-challenge', '2017-12-14'), null);
});

test('each place has an address of its own, and one taken out keeps it', () => {
  const other = { ...recommendation, recommendationId: 'r2', groupName: 'Key: recommendations', position: 2 };
  const removal = {
    ...{ kind: 'recommendation' as const, recommendationId: 'r1', recordId: 'r1', groupName: 'Key recommendations' },
    ...{ number: 1, position: 1, reason: 'Why', redactedAt: new Date(0) },
  };
  const all = contents({ recommendations: [recommendation, other] });
  const less = contents({ recommendations: [other], removals: [removal] });
  const addresses = (given: Contents) => placesOf(given).map((place) => place.address);
  assert.deepEqual(addresses(all), ['key-recommendations-1', 'key-recommendations-1-2']);
  assert.deepEqual(addresses(less), addresses(all));
});

test('a short name in an address is small letters, figures and hyphens, whatever the text', () => {
  fc.assert(fc.property(fc.string(), (text) => assert.match(slugOf(text), /^[a-z0-9][a-z0-9-]*$/)));
  assert.equal(slugOf('Café & the Council’s plan'), 'cafe-the-councils-plan');
});

test('what changed tells dates first, and does not take something taken out for a change', () => {
  const moved = contents({
    recommendations: [{ ...recommendation, answer: 'accepted' }],
    actions: [{ ...action, targetOn: '2026-12-30' }],
  });
  assert.deepEqual(
    changesBetween(contents(), moved).map((change) => change.kind),
    ['date', 'answer'],
  );
  const removal = {
    ...{ kind: 'action' as const, recommendationId: 'r1', recordId: 'a1', groupName: 'Key recommendations', number: 1 },
    ...{ position: 1, reason: 'Why', redactedAt: new Date(0) },
  };
  assert.deepEqual(changesBetween(contents(), contents({ actions: [], removals: [removal] })), []);
  assert.deepEqual(changesBetween(moved, moved), []);
});

test('a headline and its rest are together the printed text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { headline, rest } = headlineOf(null, text);
      assert.equal([headline, rest ?? ''].join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
    }),
  );
});

test('a heading with which the text begins is not said twice, and one that the text only resembles takes nothing away', () => {
  const heading = 'Count in one way only';
  const again = (text: string) => headlineOf(heading, text).rest;
  assert.equal(again(`${heading}. Three papers gave three sums.`), 'Three papers gave three sums.');
  assert.equal(again(`${heading}.`), null);
  assert.equal(again(`${heading}-handed. Three papers.`), `${heading}-handed. Three papers.`);
  assert.equal(again('Three papers gave three sums.'), 'Three papers gave three sums.');
});

test('a bare number of a decision is called one', () => {
  assert.deepEqual(['25/004', 'E/25/19', 'Minute 12'].map(decisionInWords), [
    'Decision 25/004',
    'Decision E/25/19',
    'Minute 12',
  ]);
});

test('costs once and costs a year are never one sum', () => {
  const cost = { costKnown: true, costOneOffPence: 240_000, costYearlyPence: 90_000, peopleDays: null };
  assert.equal(costLine(cost), '£2,400 once and £900 a year');
  assert.equal(costLine({ ...cost, costKnown: false }), 'Not known yet');
});

test('a council is spoken of by its short name', () => {
  assert.equal(shortName('Northmere City Council'), 'Northmere');
  assert.equal(shortName('Wendshire County Council'), 'Wendshire');
  assert.equal(shortName('Council of the Isles'), 'Council of the Isles');
});

test('the form says everything that is wrong at once, and asks no short name of a report that has one', () => {
  const typed = { title: '', slug: 'Not A Slug', summary: '', expectedNumber: '1', putBack: [] };
  const parsed = parsePublish(typed, null);
  assert.deepEqual(parsed.ok ? [] : parsed.errors.map((one) => one.text), [
    'Enter a title',
    'Use small letters, figures and hyphens in the short name, like not-a-slug',
    'Enter a summary of one paragraph',
  ]);
  const again = parsePublish({ ...typed, title: 'T', summary: 'S', expectedNumber: '2' }, 'fixed');
  assert.equal(again.ok && again.value.slug, 'fixed');
  assert.equal(parseReason(' ', 'withdrawing it').ok, false);
});
