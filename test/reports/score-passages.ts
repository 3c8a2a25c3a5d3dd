import type { AnswerPassage, PassageClass } from './pieces.ts';
import type { Claim, FieldScore, ReadRecord } from './score.ts';
import { loose } from './score-words.ts';

const classes: readonly PassageClass[] = ['deferred', 'suggestion', 'concern', 'strength', 'fact'];

/**
 * The record's text as letters and digits alone, each with its place, so that a sentence is found in it whatever
 * happened to its white space, marks and line ends.
 */
function lettersOf(text: string): { letters: string; at: number[] } {
  const at: number[] = [];
  let letters = '';
  for (let i = 0; i < text.length; i++) {
    for (const letter of text[i]!.normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')) {
      letters += letter;
      at.push(i);
    }
  }
  return { letters, at };
}
const bareLetters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Scores the classes of passages sentence by sentence: per class how many were found (recall) and rightly so called (precision). */
export function scorePassages(
  wanted: readonly AnswerPassage[],
  record: ReadRecord,
): { fields: FieldScore[]; claims: Claim[] } {
  if (wanted.length === 0) return { fields: [], claims: [] };
  const { letters, at } = lettersOf(record.text);
  const passages = record.passages ?? [];
  const tally = new Map<string, { right: number; total: number; notes: string[] }>();
  const count = (field: string, ok: boolean, note: string) => {
    const entry = tally.get(field) ?? { right: 0, total: 0, notes: [] };
    entry.total += 1;
    if (ok) entry.right += 1;
    else entry.notes.push(note);
    tally.set(field, entry);
  };
  const claims: Claim[] = [];
  let from = 0;
  for (const want of wanted) {
    const needle = bareLetters(want.text);
    // The same sentence may stand twice; reports are read from front to back.
    let found = letters.indexOf(needle, from);
    if (found < 0) found = letters.indexOf(needle);
    if (found >= 0) from = found + needle.length;
    const middle = found < 0 ? -1 : at[found + Math.floor(needle.length / 2)]!;
    const passage = passages.find(({ span }) => span && span[0] <= middle && middle < span[1]);
    count(
      'passages',
      passage?.class === want.class,
      `${passage?.class ?? (found < 0 ? 'not in the text' : 'none')} for ${want.class}: ${want.text}`,
    );
    count(`passages: ${want.class} found`, passage?.class === want.class, `${passage?.class ?? 'none'}: ${want.text}`);
    const said = classes.find((name) => name === passage?.class);
    if (said) count(`passages: ${said} rightly so called`, said === want.class, `is ${want.class}: ${want.text}`);
    if (want.strength && passage?.class === 'suggestion')
      count(
        'suggestions: strength',
        passage.strength === want.strength,
        `${passage.strength} for ${want.strength}: ${want.text}`,
      );
    if (want.theme !== null && passage)
      count(
        'passages: theme',
        loose(passage.theme) === loose(want.theme),
        `${passage.theme} for ${want.theme}: ${want.text}`,
      );
    if (passage?.confidence !== undefined)
      claims.push({ field: 'passages', confidence: passage.confidence, right: passage.class === want.class });
  }
  return { fields: [...tally].map(([field, entry]) => ({ field, ...entry })), claims };
}
