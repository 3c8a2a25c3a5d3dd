import { type Piece, wordCount } from './pieces.ts';

/**
 * Verbs with which recommendations begin when they tell a council what to do. A line that opens with one is a headline
 * rather than the title of a section.
 */
const verbs = new Set(
  `accelerate act adapt address adopt agree align allow appoint articulate ask assess assure avoid be begin bring build
  capitalise carry celebrate champion change clarify close collaborate commission commit communicate complete conduct
  confirm connect consider consolidate continue convene cooperate create cut decide deepen define delegate deliver
  demonstrate design determine develop devise drive embed embrace empower enable encourage engage enhance ensure equip
  establish evaluate evolve examine expand explain explore extend fill finalise find finish focus formalise foster fully
  further future-proof gain get give harness have hold identify implement improve increase inform integrate introduce
  invest invite involve keep launch lead learn let leverage listen look maintain make manage map maximise mitigate
  modernise monitor move nurture open optimise organise plan prepare prioritise proactively produce progress promote
  protect provide publish put raise rationalise reaffirm rebalance rebuild recognise reconsider recruit redesign reduce
  refine refocus reframe refresh reinforce reset resolve resource respond rethink review revise revisit rewrite
  scale secure seek set settle share shift shorten show simplify speed stabilise start stop streamline strengthen
  stretch strike structure support sustain tackle take test think tighten track train transform turn undertake update
  urgently use utilise widen work write`.split(/\s+/u),
);

/** Does this line begin as advice does: with a verb that tells somebody what to do? A title of few words may by chance. */
export function opensWithAdvice(text: string): boolean {
  const first = text.match(/^["'‘“(]?(\p{L}[\p{L}-]*)/u)?.[1];
  return first !== undefined && verbs.has(first.toLowerCase()) && wordCount(text) >= 4;
}

/** A paragraph that says what to do, by its first word. */
export function isAdvice(piece: Piece): boolean {
  return piece.kind === 'paragraph' && opensWithAdvice(piece.text) && /[.!;:]["'’”)]*$/u.test(piece.text);
}
