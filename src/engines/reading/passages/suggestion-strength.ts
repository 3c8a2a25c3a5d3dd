import type { SuggestionStrength } from '../findings.ts';
import { advicePatterns } from './advice.ts';

/**
 * How strongly a piece of advice is put. must: must, essential, critical, urged, or any need that is urgent or
 * immediate. could: could, may wish to, an opportunity, scope, and all advice merely to consider or explore. should: the
 * rest. Where considering stands beside a firmer verb, the firmer one counts.
 */
export function strengthOf(text: string): SuggestionStrength {
  const a = advicePatterns;
  if (
    a.must.test(text) ||
    a.urgent.test(text) ||
    /\b(?:essential|imperative|critical to|critical that|is critical|be critical|urges?|strongly (?:recommends?|advises?|urges?|encourages?))\b/iu.test(
      text,
    )
  )
    return 'must';
  const firm = a.should.test(text) || a.need.test(text) || a.recommend.test(text) || a.important.test(text);
  const merely =
    /\b(?:should|needs? to|recommends?|advises?|suggests?|encourages?|urges?|encouraged|will need to)\b(?: \p{L}+){0,6}? (?:to )?(?:consider|explore|think about|reflect|look at)\b|\bconsideration (?:should|could|might|to be) (?:also )?(?:be )?given\b|^(?:also )?(?:consider|explore)\b|\bshould be (?:considered|explored)\b/iu.test(
      text,
    );
  if (merely) return 'could';
  if (firm) return 'should';
  if (a.could.test(text) || a.opening.test(text) || a.wish.test(text) || a.benefit.test(text)) return 'could';
  return 'should';
}
