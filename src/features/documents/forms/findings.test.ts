import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { FINDING_KINDS, type FindingKind } from '../rules/finding.ts';
import { whenInWords } from '../rules/finding-words.ts';
import { readFinding, readWhen, typeFinding } from './findings.ts';

test('a value typed out and read back is the same value', () => {
  const values = {
    suggestion: { text: 'Publish the floor.', strength: 'must', theme: null },
    figure: { text: '£1.2m', pence: -120_000_000, qualifier: 'over', period: '2026/27', measures: null },
    percentage: { text: '2.5%', percent: 2.5, qualifier: null, period: null, measures: null },
    fieldwork: { days: ['2026-09-15', '2026-10-01'] },
    deadline: { text: 'by January', date: '2027-01' },
    effort: { what: 'people', value: 1230, qualifier: null },
  } as const;
  for (const [kind, value] of Object.entries(values) as [FindingKind, (typeof values)['deadline']][]) {
    assert.deepEqual(readFinding(kind, typeFinding(kind, value)), { ok: true, value }, kind);
  }
});

test('a date is read as exactly as it is typed, and one that does not exist is not read', () => {
  assert.equal(readWhen('31 January 2027'), '2027-01-31');
  assert.equal(readWhen('1st Sept 2027'), '2027-09-01');
  assert.equal(readWhen('31/1/2027'), '2027-01-31');
  assert.equal(readWhen('January 2027'), '2027-01');
  assert.equal(readWhen('2027'), '2027');
  for (const wrong of ['31 February 2027', 'soon', '31 2027', '2027-13', ''])
    assert.equal(readWhen(wrong), null, wrong);
});

test('every year, month and day survives being said in words', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.constantFrom(4, 7, 10), (date, exact) => {
      const when = date.toISOString().slice(0, exact);
      assert.equal(readWhen(whenInWords(when)), when);
    }),
  );
});

test('every error is said at once, in the words of its field', () => {
  const read = readFinding('figure', { text: '', pence: 'about a million' });
  assert.deepEqual(read, {
    ok: false,
    errors: {
      text: 'Enter the figure as printed, or leave this out',
      pence: 'Enter an amount in pounds, like 1200000',
    },
  });
  assert.deepEqual(readFinding('fieldwork', { days: '15 September 2026\nlater' }), {
    ok: false,
    errors: { days: '‘later’ is not a day. Enter each like 15 September 2026' },
  });
});

test('the words of a figure are a sum or a percentage, and its amount is theirs', () => {
  const sum = (text: string, pence: string) => {
    const read = readFinding('figure', { text, pence });
    return read.ok ? 'fine' : read.errors;
  };
  const share = (text: string, percent: string) => {
    const read = readFinding('percentage', { text, percent });
    return read.ok ? 'fine' : read.errors;
  };
  assert.deepEqual(sum('banana', '1200000'), { text: 'Enter a sum of money as printed, like £1.2 million' });
  assert.deepEqual(sum('£1.2 million', '12000000'), {
    pence: '‘£1.2 million’ is £1,200,000. Enter that, or the words as printed',
  });
  assert.deepEqual(share('banana', '4'), { text: 'Enter a percentage as printed, like 2.5%' });
  assert.deepEqual(share('2.5%', '25'), { percent: '‘2.5%’ is 2.5. Enter that, or the words as printed' });
  const sums = { '£1.2 million': '1200000', '18.4': '18400000', '(1,850)': '-1850000', '£3': '3000000', '45p': '0.45' };
  for (const [text, pence] of Object.entries(sums)) assert.equal(sum(text, pence), 'fine', text);
  assert.equal(sum('half a million pounds', '500000'), 'fine');
  for (const [text, percent] of Object.entries({ 'one per cent': '1', '5': '5', '36%': '-36' }))
    assert.equal(share(text, percent), 'fine', text);
});

test('whatever is typed in a field of any kind gives a value or an error', () => {
  const kinds = Object.keys(FINDING_KINDS) as FindingKind[];
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary' }), (kind, text) => {
      const typed = Object.fromEntries(FINDING_KINDS[kind].fields.map(({ name }) => [name, text]));
      const read = readFinding(kind, typed);
      assert.ok(read.ok || Object.keys(read.errors).length > 0);
    }),
  );
});
