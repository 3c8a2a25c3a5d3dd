import assert from 'node:assert/strict';
import { test } from 'node:test';
import { councilFacts } from '../../src/engines/reading/data/councils.ts';
import { formats, run, write } from './cases.ts';
import { damages, hurt } from './damage.ts';
import { Dice } from './dice.ts';
import { editions, makeReport } from './make.ts';
import { type Answer, plain, type SyntheticReport } from './pieces.ts';
import { score } from './score.ts';

const reports = editions.flatMap((edition) => Array.from({ length: 12 }, (_, i) => makeReport(`made ${i}`, edition)));

/** Letters and digits alone: what is left of a text whatever was done to its lines. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}£]/gu, '');
const printed = (report: SyntheticReport): string =>
  letters(
    report.pieces
      .map((piece) =>
        piece.kind === 'table'
          ? piece.rows.flat().join(' ')
          : piece.kind === 'item'
            ? `${piece.label} ${plain(piece.text)}`
            : 'text' in piece
              ? plain(piece.text)
              : '',
      )
      .join(' '),
  );

/** Every text that an answer says stands in the report. */
const textsOf = (answer: Answer): string[] => [
  ...answer.recommendations.flatMap((one) => [
    one.text,
    ...(one.heading ? [one.heading] : []),
    ...(one.parts ?? []).map((part) => part.text),
  ]),
  ...answer.recommendations.filter((one) => one.group !== '*').map((one) => one.group.toLowerCase()),
  ...answer.team.flatMap((peer) => [
    peer.name,
    ...[peer.role, peer.organisation, peer.party].filter((text) => text !== null),
  ]),
  ...answer.themes.flatMap((theme) => [theme.name, ...(theme.question ? [theme.question] : [])]),
  ...answer.localFocus.map((focus) => focus.text),
  ...(answer.feedbackSections ?? []),
  ...answer.figures.map((figure) => figure.text),
  ...answer.percentages.map((one) => one.text),
  ...answer.quotes,
  ...answer.contacts,
  ...answer.passages.map((passage) => passage.text),
];

test('every answer stands in the report it belongs to', () => {
  for (const report of reports) {
    const all = printed(report).toLowerCase();
    for (const text of textsOf(report.answer))
      assert.ok(
        all.includes(letters(text).toLowerCase()),
        `${report.edition} ${report.seed}: "${text}" is not printed`,
      );
  }
});

test('every sum of money that a report prints is in its answer, in whole pence', () => {
  for (const { pieces, answer, edition, seed } of reports.filter((report) => report.edition !== 'committee')) {
    const text = pieces.map((piece) => ('text' in piece ? piece.text : '')).join('\n');
    const sums = text.match(/£[\d.,]*\d ?(?:million|m|bn|k)?\b/g) ?? [];
    const known = new Set(answer.figures.map((figure) => figure.text.replace(' ', '')));
    for (const sum of sums)
      assert.ok(known.has(sum.replace(' ', '')), `${edition} ${seed}: ${sum} is not in the answer`);
    for (const { pence, text: told } of answer.figures) assert.ok(Number.isSafeInteger(pence) && pence > 0, told);
  }
});

test('a council is a known one with its code, or an invented one without', () => {
  const codes = new Map(councilFacts.map(([gss, , official]) => [gss, official.replace(/\s+/g, ' ')]));
  for (const { answer } of reports) {
    if (answer.gss === null) assert.ok(![...codes.values()].includes(answer.council), answer.council);
    else assert.equal(codes.get(answer.gss), answer.council);
  }
});

test('the same seed makes the same file', async () => {
  for (const format of formats) {
    const [one, other] = [await write({ seed: 'again', format }), await write({ seed: 'again', format })];
    assert.deepEqual(Buffer.from(one.bytes), Buffer.from(other.bytes));
    assert.deepEqual(one.answer, other.answer);
  }
});

test('a record that says what the answer says is all right, and one that invents is not', async () => {
  const { answer, record } = await run({ seed: 'score', edition: '2021', format: 'text' });
  const at = (text: string): [number, number] => {
    const start = Math.max(0, record.text.indexOf(text));
    return [start, start + text.length];
  };
  const told = {
    ...answer,
    council: { name: answer.council, gss: answer.gss },
    text: record.text,
    feedbackSections: answer.feedbackSections!.map((heading) => ({ heading })),
    quotes: answer.quotes.map((text) => ({ text })),
    contacts: answer.contacts.map((email) => ({ email })),
    figures: answer.figures.map((figure) => ({ ...figure, span: at(figure.text) })),
    earlierChallenges: answer.earlier.map((date) => ({ date })),
    recommendations: answer.recommendations.map((one, i) => ({
      ...one,
      span: record.recommendations?.[i]?.span ?? at(one.text),
    })),
    passages: answer.passages.map((passage) => ({ ...passage, span: at(passage.text) })),
  };
  const fields = (value: typeof told) =>
    score(answer, value)
      .fields.filter(({ field }) => !/place|passages/.test(field))
      .filter(({ right, total }) => right < total);
  assert.deepEqual(fields(told), []);
  const invented = {
    ...told,
    team: [...told.team, { name: 'Nobody', role: null, organisation: null, party: null, group: null }],
  };
  assert.deepEqual(
    fields(invented).map(({ field }) => field),
    ['team: none invented'],
  );
  const misread = { ...told, recommendations: told.recommendations.slice(1) };
  assert.ok(fields(misread).some(({ field }) => field === 'recommendations'));
});

test('damage leaves the report what it was, but for what its name says', () => {
  const kinds = [
    'lost bold',
    'lost lists',
    'shifted numbering',
    'odd spaces',
    'ligatures',
    'broken bullets',
    'merged paragraphs',
    'mixed quotation marks',
    'slips',
  ] as const;
  for (const kind of kinds) {
    for (const whole of reports.filter((_, i) => i % 6 === 0)) {
      const report = hurt(new Dice(kind), whole, [kind]);
      const all = printed(report).toLowerCase();
      for (const text of textsOf(report.answer)) {
        assert.ok(
          all.includes(letters(text).toLowerCase()),
          `${kind}: ${report.edition} ${report.seed}: "${text}" is not printed`,
        );
      }
      if (kind === 'slips') assert.notEqual(all, printed(whole).toLowerCase());
    }
  }
  const mixed = reports.map((report) => hurt(new Dice('all'), report, damages));
  assert.ok(
    mixed.every((report, i) => report.answer.recommendations.length === reports[i]!.answer.recommendations.length),
  );
});
