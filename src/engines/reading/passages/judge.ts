import {
  badMeasures,
  denies,
  falls,
  goodMeasures,
  plain,
  praise,
  relieves,
  rises,
  trouble,
  weakness,
} from './data/lexicon.ts';
import { morePraise, moreWeakness } from './data/more-words.ts';
import { ended, lost } from './manners.ts';

/** A word list in which "effect*" stands for every word that begins so. */
class WordList {
  readonly #whole = new Set<string>();
  readonly #beginnings = new Set<string>();

  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      if (entry.endsWith('*')) this.#beginnings.add(entry.slice(0, -1));
      else this.#whole.add(entry);
    }
  }

  has(word: string): boolean {
    if (this.#whole.has(word)) return true;
    for (let length = 3; length <= Math.min(word.length, 14); length++)
      if (this.#beginnings.has(word.slice(0, length))) return true;
    return false;
  }
}

const firmGood = new WordList(praise);
const firmBad = new WordList(weakness);
const good = new WordList([...praise, ...morePraise]);
const bad = new WordList([...weakness, ...moreWeakness]);
const hard = new WordList(trouble);
const lists = {
  badMeasure: new WordList(badMeasures),
  goodMeasure: new WordList(goodMeasures),
  falls: new WordList(falls),
  rises: new WordList(rises),
};

/** "Unread", "unclaimed", "unspoken": what was not done. */
const unDone = (word: string): boolean =>
  /^un[a-z]{3,}(?:ed|en|wn|ught)$/.test(word) &&
  !/^un(?:der.*|ited|animated|veiled|changed|rivalled|disputed|qualified|surpassed|matched|paralleled|dertaken|limited|daunted|locked|locks|iversal.*|blemished|hurried|broken|hindered|biased|leashed|earthed|covered|derstood|paved|elected|married|employed|restricted)$/.test(
    word,
  ) &&
  !good.has(word);

/** How many words of judgement stand in a stretch of text, negation taken into account. */
export type Judgement = {
  praise: number;
  /** Words that praise only now and then. */
  mild: number;
  weak: number;
  /** Words of the wider lists, and "unread", "unspoken". */
  widePraise: number;
  wideWeak: number;
  trouble: number;
  /** Good words denied ("not clear"). */
  denied: number;
  /** Bad words relieved ("no concerns", "reduced the backlog"). */
  relieved: number;
  /** The same inside what is only aimed at or asked ("to provide a robust ...", "how it will ..."). */
  aimedPraise: number;
  aimedWeak: number;
  trendGood: boolean;
  trendBad: boolean;
  /** The words that are said, without those that are only aimed at or asked. */
  said: string;
};

/** Words that go with "to" as one verb ("continues to deliver"): what follows is said, not aimed at. */
const saying = new Set(
  `continue continues continued continuing begin begins began begun beginning start starts started starting able helped helps help helping managed manages tend tends appear appears seem seems
  come came due need needs according relation addition thanks access attention response respond responded compared similar subject prior used has have had considered said seen felt found known believed reported thought likely going willing failed fails struggles struggled struggling`.split(
    /\s+/,
  ),
);
const notVerb = new Set(
  'the a an its their his her our your this that these those all both each some any date which what us them it him me you be being and or by with , ; : ) ( – —'.split(
    ' ',
  ),
);
const asks = new Set(['how', 'whether', 'what', 'if']);
const aims = new Set([
  'designed',
  'intended',
  'aimed',
  'aiming',
  'seeking',
  'seeks',
  'aims',
  'hopes',
  'wants',
  'plans',
  'intends',
  'planning',
  'wishes',
  'objective',
  'aim',
  'purpose',
]);

const bigChallenge =
  /^(?:financial|big|bigger|biggest|major|significant|key|real|further|main|considerable|serious|huge|great|greatest|particular|a|ongoing|budget|common)$/;

/** Counts the words of judgement in a half of a sentence. Linear in its length. */
export function judge(half: string): Judgement {
  const out: Judgement = {
    praise: 0,
    mild: 0,
    weak: 0,
    widePraise: 0,
    wideWeak: 0,
    trouble: 0,
    denied: 0,
    relieved: 0,
    aimedPraise: 0,
    aimedWeak: 0,
    trendGood: false,
    trendBad: false,
    said: '',
  };
  const printed = half.match(/[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*|[,;:()–—]/g) ?? [];
  const tokens = printed.map((token) => token.toLowerCase());
  const seen = { badMeasure: false, goodMeasure: false, falls: false, rises: false };
  let aimed = false;
  const said: string[] = [];
  let measured = 0;
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!;
    const before = tokens[i - 1] ?? '';
    const next = tokens[i + 1] ?? '';
    if (/^[,;:()–—]$/.test(word)) {
      // A list of aims goes on over its commas; anything else does not.
      if (word !== ',' || tokens[0] === 'to' || /^(?:which|who|where|although|while)$/.test(next)) aimed = false;
      continue;
    }
    if (
      word === 'to' &&
      !notVerb.has(next) &&
      !saying.has(before) &&
      !(
        good.has(next) &&
        !/^(?:succeed|thrive|flourish|inspire|impress|enjoy|trust|respect|celebrate|welcome|praise|open|better|command)$/.test(
          next,
        )
      )
    )
      aimed = true;
    else if ((asks.has(word) && next !== 'well') || aims.has(word)) aimed = true;
    else if (aimed && /^(?:is|are|was|were|has|have|had)$/.test(word) && before !== 'which' && before !== 'that')
      aimed = false;
    if (!aimed || word === 'to') said.push(word);
    for (const name of ['badMeasure', 'goodMeasure', 'falls', 'rises'] as const)
      if (lists[name].has(word)) seen[name] = true;
    const near = (set: ReadonlySet<string>, back: number) => {
      for (let k = Math.max(0, i - back); k < i; k++) if (set.has(tokens[k]!)) return true;
      return false;
    };
    const after = (at: number) => tokens.slice(at + 1, at + 22).join(' ');
    // A capital inside the sentence makes a name of a word: a programme's title praises nothing.
    if (i > 0 && printed[i] !== word) continue;
    if (lists.badMeasure.has(word) && bad.has(word) && !hard.has(word)) {
      if (ended.test(after(i))) out.relieved += 1;
      else measured += 1;
      continue;
    }
    if (hard.has(word) || bad.has(word) || unDone(word)) {
      if (word === 'hard' && before.startsWith('work')) continue;
      const asChallenge =
        word.startsWith('challeng') &&
        (before === 'peer' || before === 'and' || next === 'and' || next === 'from' || good.has(before));
      // "This challenge" is the peers' own; a challenge that is big or remains is the council's.
      const plainChallenge =
        word === 'challenge' && !bigChallenge.test(before) && !/^(?:of|for|to|facing|remains|is)$/.test(next);
      if (
        plainChallenge ||
        asChallenge ||
        (word.startsWith('risk') &&
          /^(?:management|managed|registers?|appetite|assessments?|based|owners?)$/.test(next))
      )
        continue;
      if (near(relieves, 6) || ended.test(after(i))) out.relieved += 1;
      else if (aimed) out.aimedWeak += 1;
      else if (hard.has(word)) out.trouble += 1;
      else if (firmBad.has(word)) out.weak += 1;
      else out.wideWeak += 1;
    } else if (good.has(word)) {
      if (aimed) out.aimedPraise += 1;
      else if ((near(denies, 3) && before !== 'only') || lost.test(after(i))) out.denied += 1;
      else if (plain.has(word)) out.mild += 1;
      else if (firmGood.has(word)) out.praise += 1;
      else out.widePraise += 1;
    }
  }
  out.trendGood =
    (seen.badMeasure && seen.falls && !seen.rises) ||
    (seen.goodMeasure && seen.rises && !seen.falls && !seen.badMeasure);
  out.trendBad =
    (seen.badMeasure && seen.rises && !seen.falls) ||
    (seen.goodMeasure && seen.falls && !seen.rises && !seen.badMeasure);
  out.said = said.join(' ');
  // A bad thing that is measured is a fault unless it falls.
  if (out.trendBad) out.weak += measured;
  else if (!out.trendGood) out.trouble += measured;
  return out;
}
