import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PassageClass, SuggestionStrength } from '../findings.ts';
import { findChapters } from './chapters.ts';
import { classify } from './classify.ts';
import { featuresOf } from './features.ts';
import { proseSentences } from './prose.ts';
import { readPassages } from './read-passages.ts';
import { findSections } from './sections.ts';
import { laidOut } from './testing.ts';

/** Classes of the sentences of one paragraph (or several lines) of a feedback chapter. */
function classesOf(...lines: readonly string[]): PassageClass[] {
  const laid = laidOut('## Feedback', '### Governance', ...lines);
  const chapters = findChapters(laid);
  const sentences = proseSentences(laid, chapters, findSections(laid, chapters.feedback), new Set());
  return classify(sentences).map((c) => c.class);
}
const each = (name: PassageClass, sentences: readonly string[]) => {
  for (const sentence of sentences) assert.deepEqual(classesOf(sentence), [name], sentence);
};

test('advice is told in whatever words it is given', () => {
  each('suggestion', [
    'The council should publish its pay gap.',
    'Members need to agree what they will stop doing.',
    'There is a need for a clear plan for the docks.',
    'It will be important to keep parish councils informed.',
    'Peers would encourage the board to meet in the evening.',
    'There is an opportunity to share one legal team.',
    'Ensure that every saving has an owner.',
    'The constitution would benefit from plainer words.',
    'The leader may wish to consider a second deputy.',
    'The focus on prevention is admirable and should be extended to housing.',
    'Relations are warm, but the two boards now need to decide who does what.',
  ]);
});

test('advice is told by the good it would do, by its moment, as a question, and as an order after a clause', () => {
  each('suggestion', [
    'The minutes would be easier to follow if they named who is to act.',
    'The time is right to look at the depot again.',
    'The question of fees merits more thought.',
    'When the new chair arrives, agree how reports will be chosen.',
    'Who will pay for the bridge once the grant is spent?',
  ]);
});

test('a need that is told, a duty of law and a past recommendation are no advice', () => {
  each('fact', [
    'Families on low incomes need help with their rent.',
    'The council recognises the need to replace its telephones and has begun to do so.',
    'The review of 2016 recommended that the council should appoint a head of property.',
    'Officers plan to bring a report to the cabinet in June.',
    'The fund was set up in 2014 and holds £3m.',
  ]);
});

test('in a contrast the weakness wins, and what is only conceded does not', () => {
  each('concern', [
    'The plan is well written, but nobody is accountable for it.',
    'Staff are committed, although many are exhausted.',
    'However, progress has been slow.',
    'While the vision is bold, the budget behind it is insufficient.',
  ]);
  each('strength', [
    'Despite years of cuts, the museums are flourishing.',
    'Sickness absence has fallen and is now low.',
    'There were no concerns about the conduct of members.',
  ]);
});

test('a fault that is over or denied is praise, and a good thing that is lost is a fault', () => {
  each('strength', [
    'The backlog of repairs has been cleared.',
    'Nobody had to chase for an answer.',
    'What was once a tense meeting is now a friendly one.',
  ]);
  each('concern', ['The goodwill of the first year has ebbed away.', 'The plan is silent on how it will be paid for.']);
});

test('what a thing is not, in a definition, is no fault of it', () => {
  each('fact', ['The panel advises rather than decides.', 'The mayor is elected by councillors, not by the public.']);
});

test('a question printed with its theme is part of the heading; any other question there is the report’s own', () => {
  assert.deepEqual(classesOf('Are there clear and robust governance arrangements?'), []);
  assert.deepEqual(classesOf('Is now the moment to share a depot with the county?'), ['suggestion']);
  assert.deepEqual(classesOf('The board meets in June.', 'Does the council know what it wants from the board?'), [
    'fact',
    'suggestion',
  ]);
});

test('what a body is meant to do is a fact, not praise of it', () => {
  each('fact', [
    'A panel has been set up to provide robust and effective challenge to the programme.',
    'The course is designed to build confidence.',
  ]);
});

test('a judgement put off comes before everything else in its sentence', () => {
  each('deferred', [
    'It is too early to say whether this excellent idea has worked, and the council should wait.',
    'The team was unable to form a view on this.',
  ]);
});

test('an item takes the class of its lead-in, an example and a question that of the sentence before', () => {
  assert.deepEqual(classesOf('The council should look at:', '- joint teams', '- £3m of property'), [
    'suggestion',
    'suggestion',
    'suggestion',
  ]);
  assert.deepEqual(classesOf('Neighbourhood work is excellent. For example, wardens meet schools every month.'), [
    'strength',
    'strength',
  ]);
  assert.deepEqual(classesOf('The council should decide what it is for. Is it to build, or to enable?'), [
    'suggestion',
    'suggestion',
  ]);
});

const strengthOfAdvice = (sentence: string): SuggestionStrength | undefined =>
  readPassages(laidOut('## Feedback', '### Governance', sentence), []).suggestions[0]?.strength;

test('advice is a must, a should or a could', () => {
  for (const [strength, sentences] of Object.entries({
    must: [
      'The council must act.',
      'There can be no delay in closing the accounts.',
      'There is an urgent need for a plan.',
      'The team urges members to agree.',
    ],
    should: [
      'The council should act.',
      'Managers have to agree a plan.',
      'The board will want to see the costs.',
      'It needs to appoint a director.',
      'Publish the plan each year.',
    ],
    could: [
      'A joint post might be worth a try.',
      'The council could act.',
      'There is scope to do more.',
      'It should consider a joint post.',
      'Explore how others do it.',
    ],
  }))
    for (const sentence of sentences) assert.equal(strengthOfAdvice(sentence), strength, sentence);
});

test('sentences in a row of one class and theme make one passage, and advice is given with its words', () => {
  const laid = laidOut(
    '## Executive summary',
    'The scrutiny committee is very effective.',
    '## Feedback',
    '### Scrutiny',
    'Scrutiny is strong. Its chair is respected. Members should meet more often.',
    '### Money',
    'The budget is weak.',
  );
  const { passages, suggestions } = readPassages(laid, []);
  assert.deepEqual(
    passages.map((p) => [p.id, p.class, p.theme, laid.text.slice(...p.span)]),
    [
      ['p1', 'strength', 'Scrutiny', 'The scrutiny committee is very effective.'],
      ['p2', 'strength', 'Scrutiny', 'Scrutiny is strong. Its chair is respected.'],
      ['p3', 'suggestion', 'Scrutiny', 'Members should meet more often.'],
      ['p4', 'concern', 'Money', 'The budget is weak.'],
    ],
  );
  assert.deepEqual(
    suggestions.map((s) => [s.text, s.strength, s.theme]),
    [['Members should meet more often.', 'should', 'Scrutiny']],
  );
});

test('any sentence is classed, with a confidence between 0 and 1, and a long one in one go', () => {
  const words =
    'The council should not be slow, but "risk" £3m to need: how there is scope although (very) good? may it'.split(
      ' ',
    );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (some) => {
      const [found] = classify([
        { text: some.join(' '), span: [0, 0], block: 0, section: null, chapter: 'feedback', leadIn: null },
      ]);
      assert.ok(found!.confidence > 0 && found!.confidence <= 1);
    }),
  );
  for (const word of ['need ', 'it will be ', 'there is a ', 'recognise that the ', 'we could also ', 'a, ', 'more '])
    assert.ok(featuresOf(word.repeat(20_000)));
});
