import type { SuggestionStrength } from '../findings.ts';
import { advicePatterns } from './advice.ts';
import { folded } from './fold.ts';

/**
 * How strongly a piece of advice is put. must: must, essential, critical, urged, or any need that is urgent or
 * immediate. could: could, may wish to, an opportunity, scope, and all advice merely to consider or explore. should: the
 * rest. Where considering stands beside a firmer verb, the firmer one counts.
 */
export function strengthOf(sentence: string): SuggestionStrength {
  const text = folded(sentence).toLowerCase();
  const a = advicePatterns;
  if (a.must.test(text) || a.urgent.test(text) || firmest.test(text)) return 'must';
  if (merely.test(text) || doubtful.test(text) || opensChance.test(text)) return 'could';
  if (a.should.test(text) || a.need.test(text) || a.recommend.test(text) || a.important.test(text)) return 'should';
  const mild = [a.could, a.couldAct, a.couldBe, a.opening, a.newChance, a.wish, a.benefit];
  return mild.some((pattern) => pattern.test(text)) ? 'could' : 'should';
}

const firmest =
  /\b(?:essential|imperative|(?:is|be|are) (?:[a-z]+ly )?critical|critical (?:to|that|importance)|urges?|urged)\b/;
/** Advice only to consider or to explore. */
const merely =
  /\b(?:should|needs? to|recommends?|advises?|suggests?|encourages?|encouraged|will need to)\b(?: [a-z]+){0,3}? (?:to )?(?:consider|explore|think about|reflect on|look at)\b|\bconsideration (?:should|could|might|to be) (?:also )?(?:be )?given\b|^(?:also )?(?:consider|explore)\b|\b(?:should|needs?) (?:to )?be (?:considered|explored)\b|\bneed for (?:more |further )?consideration\b/;
const doubtful =
  /\bmay be (?:a |some )?(?:need|merit|value|scope|room)\b|\bperhaps (?:[a-z]+ )?needs?\b|\bneeds? perhaps\b/;
/** "There are further opportunities to ...": what it would take comes after. */
const opensChance =
  /^(?:[a-z]+, )?there (?:is|are|may be|remains?) (?:[a-z]+ ){0,4}?(?:opportunit(?:y|ies)|scope|potential|room)\b(?!.* should\b)/;
