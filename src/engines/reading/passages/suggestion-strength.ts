import type { SuggestionStrength } from '../findings.ts';
import { advicePatterns } from './advice.ts';
import { otherAdvice } from './advises-otherwise.ts';
import { folded } from './fold.ts';

/**
 * How strongly a piece of advice is put. must: must, essential, critical, vital, urged, or any need that is urgent,
 * immediate or bears no delay. could: could, may wish to, an option, an opportunity, scope, what might be worth trying, and
 * all advice merely to consider or explore. should: the rest, so also what a council has to do, will want to do, or would
 * benefit from. Where considering stands beside a firmer verb, the firmer one counts.
 */
export function strengthOf(sentence: string): SuggestionStrength {
  const text = folded(sentence).toLowerCase();
  const a = advicePatterns;
  if (sayMust.test(text) || a.urgent.test(text) || firmest.test(text)) return 'must';
  if (soft.test(text) || merely.test(text) || doubtful.test(text) || opensChance.test(text)) return 'could';
  const firm = [a.must, a.should, a.need, a.recommend, a.important];
  if (firm.some((pattern) => pattern.test(text))) return 'should';
  if (tentative.test(text)) return 'could';
  if (otherAdvice.moment.test(text) || wants.test(text)) return 'should';
  const mild = [a.could, a.couldAct, a.couldBe, a.opening, a.newChance, a.wish];
  return mild.some((pattern) => pattern.test(text)) ? 'could' : 'should';
}

/** "Must" itself, and a choice that is none. What somebody has to do is a should. */
const sayMust =
  /\bmust\b(?! (?:[a-z]+ly )?(?:have been|mean|surely|have had|be due|seem))|\bno choice but\b|\bcannot afford to\b|\boverriding\b/;
const firmest =
  /\b(?:essential|imperative|vital|paramount|non-negotiable|indispensable|(?:is|be|are|of) (?:[a-z]+ly )?critical|critical (?:to|that|importance)|urges?|urged|(?:no|any|further|without) (?:further |more )?delay|brooks? no|cannot (?:wait|be (?:put off|left|delayed|postponed))|no time (?:to|for)|before it is too late|at all costs)\b/;
/** Advice only to consider or to explore. */
const merely =
  /\b(?:should|needs? to|recommends?|advises?|suggests?|encourages?|encouraged|invites?|invited|will need to)\b(?: [a-z]+){0,3}? (?:to )?(?:consider|explore|think about|reflect on|look at)\b|\bconsideration (?:should|could|might|to be) (?:also )?(?:be )?given\b|^(?:also )?(?:consider|explore|think about)\b|^(?:when|if|where|once|as|before|after|for|to|with|in)\b[^,]{0,120}, (?:consider|explore)\b|\b(?:should|needs?) (?:to )?be (?:considered|explored)\b|\bneed for (?:more |further )?consideration\b/;
const doubtful =
  /\bmay be (?:a |some )?(?:need|merit|value|scope|room)\b|\bperhaps (?:[a-z]+ )?needs?\b|\bneeds? perhaps\b|\b(?:wonder|wondered|asked itself|asked themselves|mused|ponder(?:ed)?)\b/;
/** "There are further opportunities to ...": what it would take comes after. */
const opensChance =
  /^(?:[a-z]+, )?there (?:is|are|may be|remains?) (?:[a-z]+ ){0,4}?(?:opportunit(?:y|ies)|scope|potential|room)\b(?!.* should\b)/;
/** "It would be helpful to ...", "members may find it useful". */
const soft =
  /\b(?:might|may|could|would) (?:also |well )?(?:be (?:helpful|useful|beneficial|worth[a-z]*|instructive)|find (?:it|that))\b|\bit may be that\b/;
/** An option put forward, no more. */
const tentative =
  /\b(?:might|options?|possibilit(?:y|ies)|perhaps|worth (?:considering|exploring|a try|a look|asking|thinking|testing|trying|looking)|may (?:well )?(?:be worth|find|like|wish|want|prefer|help)|would (?:also )?(?:be (?:helpful|useful|welcome|instructive|beneficial|good)|help|welcome)|could|time well spent|one way|another (?:way|idea|route))\b/;
const wants =
  /\b(?:will|would) want to\b|\bwould (?:[a-z]+ ){0,2}(?:benefit|gain|do (?:well|better)|profit)\b|\bdeserves?\b|\bmerits?\b/;
