import {
  advicePatterns,
  advisedEarlier,
  deferredPattern,
  isCommand,
  otherPeoplesNeed,
  seenNeedAt,
  withoutAskedNeeds,
} from './advice.ts';
import { asksCouncil, isOrder, otherAdvice, otherDeferral } from './advises-otherwise.ts';
import { halvesOf } from './clauses.ts';
import { folded } from './fold.ts';
import { type Judgement, judge } from './judge.ts';
import { manners, thenNow } from './manners.ts';
import { phrases } from './phrases.ts';

/** What is seen in a sentence, by name. Absent is 0. */
export type Features = Readonly<Record<string, number>>;

type Set = (name: string, value: number | boolean) => void;

/** Letters of a sentence that are looked at: nothing longer is one. */
const longest = 1500;

/** Initials in brackets after a name. */
const bracketed = / ?\([A-Z&]{2,8}\)/g;
/** A council by its initials, where it does or needs something. */
const acronym = /\b[A-Z]{2,5}(?= (?:could|might|may|needs?|requires?)\b)/g;

/** Phrases that tell of a fact by themselves; beside a judgement they are counted apart, as they then say less. */
const telling = ['plan', 'past', 'team', 'defines', 'recognises', 'heard', 'doing'] as const;
const kept = ['improved', 'consequence', 'effect', 'rightly', 'evidence', 'hedged', 'risky'] as const;

/**
 * What can be seen in a sentence: words of judgement by the half they stand in, and turns of phrase. Advice comes before
 * judgement in the order of the classes, so of a sentence that firmly advises nothing else is looked at.
 * Pure, and linear in the length of the sentence.
 */
export function featuresOf(sentence: string): Features {
  const printed = folded(sentence.slice(0, longest)).replace(bracketed, '').replace(acronym, 'council');
  const text = printed.toLowerCase();
  const f: Record<string, number> = {};
  const set: Set = (name, value) => {
    const n = Number(value);
    if (n !== 0) f[name] = n;
  };
  if (deferredPattern.test(text) || otherDeferral.test(text)) return { deferred: 1 };
  const seenAt = seenNeedAt(text);
  if (addAdvice(text, seenAt >= 0, set)) return f;
  const judged = addJudgement(printed, seenAt, set) || phrases.improved.test(text);
  for (const name of kept) set(name, phrases[name].test(text));
  for (const name of telling) set(judged ? `${name}Judged` : name, phrases[name].test(text));
  // Figures and dates tell of facts where nothing is judged; beside a judgement they only bear it out.
  if (!judged) {
    set('year', phrases.year.test(text));
    set('money', phrases.money.test(text));
    set('unjudged', true);
  }
  return f;
}

/** What follows "now" or "no longer" in a half that tells the past and then the present. */
const presentOf = (half: string, told: RegExpExecArray): string => {
  const to = told.index + told[0].length;
  return /no longer$/.test(told[0]) ? half.slice(to - 9) : half.slice(to);
};
const judgedAtAll = (j: Judgement): boolean =>
  j.praise + j.weak + j.denied + j.relieved + j.widePraise + j.wideWeak > 0;

/** Adds the words of judgement. Says whether there are any. */
function addJudgement(printed: string, seenAt: number, set: Set): boolean {
  const { conceded, before, point, takenBack, turns } = halvesOf(printed);
  const text = printed.toLowerCase();
  // What follows after somebody sees a need is the need's own words.
  const seen = seenAt < 0 ? '' : text.slice(seenAt);
  const own = (half: string) => {
    const at = seen === '' ? -1 : half.toLowerCase().indexOf(seen.slice(0, 24));
    return at < 0 ? half : half.slice(0, at);
  };
  // "What was tense is now warm": the present counts, and the past is told apart.
  const whole = own(point);
  const now = thenNow.exec(whole.toLowerCase());
  const present = now ? judge(presentOf(whole, now)) : null;
  const main = present && judgedAtAll(present) ? present : judge(whole);
  if (now) set(present && judgedAtAll(present) ? 'thenNow' : 'thenOnly', true);
  const capped = (n: number) => Math.min(n, 3) ** 0.6;
  // What is taken back at the end of a sentence wins over what was said before it.
  const back = takenBack === '' ? null : judge(own(takenBack));
  const yields =
    back !== null && back.weak + back.wideWeak + back.denied + Number(phrases.bad.test(takenBack.toLowerCase())) > 0;
  set(yields ? 'praiseYields' : 'praise', capped(main.praise));
  set(yields ? 'mildYields' : 'mild', capped(main.mild));
  set('widePraise', capped(main.widePraise));
  set('wideWeak', capped(main.wideWeak));
  set('weak', capped(main.weak));
  set('trouble', capped(main.trouble));
  set('denied', capped(main.denied));
  set('relieved', capped(main.relieved));
  set('aimedPraise', Math.min(1, main.aimedPraise));
  set('aimedWeak', Math.min(1, main.aimedWeak));
  set('trendGood', main.trendGood);
  set('trendBad', main.trendBad);
  set('turns', turns || before !== '');
  const goodPhrase = phrases.good.test(main.said);
  const badPhrase = phrases.bad.test(point.toLowerCase());
  set(yields ? 'goodPhraseYields' : 'goodPhrase', goodPhrase);
  // "Nobody complained": the denial is of the fault.
  const eased =
    (main.relieved > 0 || manners.spared.test(text)) && main.weak + main.wideWeak === 0 && main.denied === 0;
  set(badPhrase && eased ? 'badPhraseEased' : 'badPhrase', badPhrase);
  // Conduct and lapses are told without words of judgement, and count most where nothing else is said.
  const spared = manners.spared.test(text);
  const silent = main.praise + main.widePraise + main.weak + main.wideWeak + main.denied + main.trouble === 0;
  const lowered = point.toLowerCase();
  const definesByNot = manners.definesByNot.test(lowered);
  const conduct = manners.conduct.test(lowered);
  const lapse = manners.lapse.test(lowered) && !spared;
  set('spared', spared);
  set('definesByNot', definesByNot);
  set(silent ? 'definesByNotAlone' : 'definesByNotJudged', definesByNot);
  set(silent ? 'conduct' : 'conductJudged', conduct);
  set(silent ? 'lapse' : 'lapseJudged', lapse);
  let halves = 0;
  for (const [name, half] of [
    ['conceded', conceded],
    ['before', before],
    ['back', takenBack],
  ] as const) {
    if (half === '') continue;
    const j = judge(own(half));
    const good = Math.min(1, j.praise + j.widePraise + Number(phrases.good.test(own(half).toLowerCase())));
    const bad = Math.min(
      1,
      j.weak + j.wideWeak + j.denied + Number(j.trendBad) + Number(phrases.bad.test(half.toLowerCase())),
    );
    set(`${name}Praise`, good);
    set(`${name}Weak`, bad);
    set(`${name}Mild`, good === 0 && j.mild > 0);
    halves += good + bad;
  }
  if (seenAt >= 0) {
    // Recognition that is hedged, or that is the second half of a contrast, says that more is to be done.
    const inBack = takenBack !== '' && takenBack.toLowerCase().includes(seen.slice(0, 24));
    set(
      'seenTurned',
      inBack ||
        turns ||
        before !== '' ||
        /\bto (?:some|an|a certain) (?:extent|degree)\b|\bpartly\b/.test(text) ||
        /, (?:they|it|both|and (?:they|it)) (?:also )?$/.test(text.slice(0, seenAt)),
    );
  }
  return (
    halves +
      Number(main.trendGood) +
      Number(main.trendBad) +
      main.praise +
      main.mild +
      main.widePraise +
      main.wideWeak +
      main.weak +
      main.trouble +
      main.denied +
      Number(goodPhrase) +
      Number(badPhrase) +
      Number(conduct || lapse || spared) >
    0
  );
}

/** "... asked how the council would pay": what would be is only asked. */
const wondersWhat = /\b(?:how|what|whether|asked|said|promised|told)\b.{0,50} would\b/;

/** Adds what is seen of advice. Says whether the sentence firmly advises. */
function addAdvice(text: string, seen: boolean, set: Set): boolean {
  const a = advicePatterns;
  const earlier = advisedEarlier(text);
  const told = seen || earlier;
  /** "This will help ...": what would follow from advice, not advice. */
  const follows = phrases.consequence.test(text);
  const epistemic =
    follows && /\bshould (?:help|enable|lead|result|mean|provide|allow|give|make|see|also help)\b/.test(text);
  const found = {
    must: a.must.test(text) && !told,
    should: a.should.test(text) && !epistemic && !earlier,
    need: a.need.test(withoutAskedNeeds(text)) && !told && !otherPeoplesNeed(text) && !manners.spared.test(text),
    recommend: a.recommend.test(text) && !earlier,
    important: a.important.test(text) && !seen,
    benefit: a.benefit.test(text) && !earlier,
    opening: a.opening.test(text) && !told,
    wish: a.wish.test(text) && !earlier,
    next: a.next.test(text) && !told,
    takeCare: a.takeCare.test(text),
    couldAct: a.couldAct.test(text) && !follows,
    command: isCommand(text),
    couldBe: a.couldBe.test(text) && !follows && !earlier,
    wanted: a.wanted.test(text) && !told,
    chance: a.newChance.test(text) && !told,
    better: otherAdvice.better.test(text) && !told && !follows && !wondersWhat.test(text),
    moment:
      otherAdvice.moment.test(withoutAskedNeeds(text)) &&
      !told &&
      !follows &&
      !phrases.recognises.test(text) &&
      !manners.spared.test(text),
    order: isOrder(text),
    question: asksCouncil(text),
  };
  for (const [name, is] of Object.entries(found)) set(`advice_${name}`, is);
  const firm = Object.values(found).some(Boolean);
  if (firm) return true;
  set('noAdvice', true);
  set('advice_could', a.could.test(text) && !follows);
  set('advice_offer', a.chance.test(text) && !told);
  set('seenNeed', seen);
  set('earlierAdvice', earlier);
  return false;
}
