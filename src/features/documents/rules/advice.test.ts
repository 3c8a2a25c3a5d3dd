import assert from 'node:assert/strict';
import test from 'node:test';
import { confidenceInAdvice } from './advice.ts';
import { sureness } from './finding.ts';

const says = (text: string) => sureness(confidenceInAdvice(text, 0.96)).says;

test('a suggestion is said to read clearly only where it asks for something by itself', () => {
  for (const text of [
    'The council should reset its plan around ten promises.',
    'Each saving should have an officer, a date and a test.',
    'Before the winter, members of all groups must have the same briefing.',
    'We strongly encourage the council to agree the figures first.',
    'The chair may wish to share the post.',
  ]) {
    assert.equal(says(text), 'It reads clearly.', text);
  }
  for (const text of [
    'The tone is gentler than it ought to be.',
    'Work on letters is harder than it should be, since enquiries go to one mailbox.',
    'Children’s homes deserve a word of their own.',
    'It looks sensible on paper and should speed up small decisions.',
    'The board made nine requests, and for eight of these we could find no reply.',
    'It should be.',
  ]) {
    assert.equal(says(text), 'It is likely.', text);
  }
  // What was doubted stays as doubtful as it was.
  assert.equal(confidenceInAdvice('The council should act.', 0.6), 0.6);
});
