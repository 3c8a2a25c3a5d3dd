import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { laidOut } from '../facts/testing.ts';
import { findQuotes } from './quotes.ts';

const quotes = (...blocks: Parameters<typeof laidOut>[0][number][]) => {
  const report = laidOut(blocks);
  return findQuotes(report).map((quote) => {
    assert.equal(report.text.slice(...quote.span), quote.text);
    return quote.text;
  });
};

test('quotations that stand alone are found with any marks, with and without who said it', () => {
  assert.deepEqual(
    quotes(
      'Staff were candid:',
      '“We never hear what came of it”',
      '"It is a good place to learn."',
      '‘The bins are late, but they come’ – resident',
      "'Nobody knows who decides'",
      '• “Things move slowly here.”',
      '“When Ashcombe says Monday, it is Monday”',
      '‘Too many lists’',
      '“The lifts work. The stairs do not.” Member of staff',
      '“I like my team.” “I do not like the forms.”',
    ),
    [
      'We never hear what came of it',
      'It is a good place to learn.',
      'The bins are late, but they come',
      'Nobody knows who decides',
      'Things move slowly here.',
      'When Ashcombe says Monday, it is Monday',
      'Too many lists',
      'The lifts work. The stairs do not.',
      'I like my team.',
      'I do not like the forms.',
    ],
  );
});

test('a quotation within a sentence is found where somebody is said to have said it', () => {
  assert.deepEqual(quotes('One partner told us: “they answer the phone, and that is rare”, and others agreed.'), [
    'they answer the phone, and that is rare',
  ]);
  assert.deepEqual(quotes("As a manager put it, 'we know the councils' plans well but not the reasons'."), [
    "we know the councils' plans well but not the reasons",
  ]);
  assert.deepEqual(quotes('“We were asked in time,” said one parish clerk.'), ['We were asked in time']);
  assert.deepEqual(quotes('Much was good. “You can always find somebody who will help you.” Others were less sure.'), [
    'You can always find somebody who will help you.',
  ]);
});

test('one verb of saying holds for a row of quotations', () => {
  assert.deepEqual(quotes('Comments from staff included "I feel trusted", "my manager listens" and "we are a team".'), [
    'I feel trusted',
    'my manager listens',
    'we are a team',
  ]);
  assert.deepEqual(quotes('One said it is slow; another said that ‘the office really looks after you’.'), [
    'the office really looks after you',
  ]);
  assert.deepEqual(quotes('Members reported that the plan sets out ‘how we will work as one’ in each service.'), []);
});

test('names, single words, terms and sayings of the council are no quotations', () => {
  for (const text of [
    'The ‘Forward Together’ strategy is well known.',
    "Staff described the support as 'excellent' and the pace as 'fast and furious'.",
    'There is a ‘we have always done it this way’ culture in places.',
    'People told us that there is a "we know best" attitude in the older teams.',
    'The council has a story of "we can afford no more", which should change.',
    "Its vision is 'a fair town where everyone is able to thrive'.",
    '‘Officer led, member approved’ was a term that we heard.',
    "The report 'Setting the Budget for 2030/31' went to members, as the councils' own plan did.",
    "It asks people 'to do their bit' and not to wait.",
    "This was in the '90s, before the towns' boards met.",
    'It uses the phrase ‘what is it that we do’ in induction.',
    'The corporate plan says that “we will put residents before all else”.',
    'The ‘can do’ spirit is real, as is the "golden thread" from plan to person.',
  ])
    assert.deepEqual(quotes(text), [], text);
  assert.deepEqual(quotes('Our vision', '“A Town For All Its People”'), []);
});

test('a quotation that lost its last mark is given with doubt', () => {
  const [lost] = findQuotes(laidOut(['We heard this:', '“We start well and then we stop']));
  assert.equal(lost?.text, 'We start well and then we stop');
  assert.ok(lost!.confidence <= 0.6);
});

test('any text is read once from end to end, and each place holds its words', () => {
  const bits = ['“', '”', '"', "'", '‘', '’', ' ', 'We are', ' told us ', '. ', 's', ',', '(', '\n'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 60 }), (parts) => {
      quotes(parts.join(''), '“x');
    }),
    { numRuns: 500 },
  );
  for (const bit of [...bits, " 'a", '“a ”', "'a s' b ", '“we are, ', 'told us "it is so" '])
    assert.ok(quotes(bit.repeat(20_000 / bit.length)).length >= 0);
});
