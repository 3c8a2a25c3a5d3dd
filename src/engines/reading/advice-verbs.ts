import { type Piece, wordCount } from './pieces.ts';

/**
 * Verbs with which recommendations begin when they tell a council what to do. A line that opens with one is a headline
 * rather than the title of a section.
 */
const verbs = new Set(
  `accelerate act adapt address adopt agree align allow appoint articulate ask assess assure avoid be begin
  bring build call capitalise carry celebrate champion change check choose clarify close collaborate come
  commission commit communicate compare complement complete conduct confirm connect consider consolidate
  continue convene cooperate count cover create cut decide deepen define delay delegate deliver demonstrate
  design determine develop devise direct discuss divide double draw drive earn embed embrace empower enable
  encourage enforce engage enhance enlist ensure enter equalise equip establish evaluate evolve examine expand
  explain explore express extend face favour fill finalise find finish fix focus follow formalise foster free
  fully further future-proof gain get give go grow guard guide halve harness have hear help hire hold identify
  implement improve increase inform inspire instil integrate introduce invest invite involve issue join jointly
  judge keep launch lay lead learn leave let leverage lift link listen lobby localise look maintain make manage
  map match maximise meet merge mitigate modernise monitor move narrow negotiate nurture offer open optimise
  organise pause pay phase pick pilot plan prepare prevent print prioritise proactively probe produce progress
  promote protect provide publish push put quicken raise rank rationalise reach read reaffirm realise rebalance
  rebuild recast recognise reconcile reconsider reconvene record recruit redesign reduce refine refocus reframe
  refresh reinforce reopen replace request require rescope reset resolve resource respond retain rethink return
  reuse review revise revisit reward rewrite rotate run safeguard satisfy save say scale secure seek select
  send separate serve set settle shape share sharpen shift shorten show sign simplify slow solve specify speed
  spell spend split stabilise stand start stay step stop streamline strengthen stretch strike structure study
  submit support suspend sustain swap tackle take teach tell test think tie tighten trace track train transfer
  transform trial trust turn understand undertake unify update urgently use utilise verify visit vote walk
  weigh welcome widen win work write`.split(/\s+/u),
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
