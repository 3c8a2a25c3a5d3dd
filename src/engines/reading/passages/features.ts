import { advicePatterns, deferredPattern, isCommand, otherPeoplesNeed, seenNeed } from './advice.ts';
import { halvesOf } from './clauses.ts';
import { denies, praise, relieves, trouble, weakness } from './data/lexicon.ts';
import { words } from './stems.ts';

/** What is seen in a sentence, by name. Absent is 0. */
export type Features = Readonly<Record<string, number>>;

const good = new Set(praise);
const bad = new Set(weakness);
const hard = new Set(trouble);
const denying = new Set(denies);
const relieving = new Set(relieves);

const phrases = {
  goodPhrase:
    /\b(?:track record|to (?:its|their|the council['’]s) credit|held in high (?:regard|esteem)|high (?:quality|standard|standards|esteem|regard|satisfaction|morale)|punch\p{L}* above|best practice|good practice|well (?:run|led|regarded|respected|managed|received|established|placed|developed|connected|written|thought|embedded|aware|engaged|attended|supported|positioned|sighted|understood|versed)|at its best|go(?:es|ne)? the extra mile|pull\p{L}* together|positive (?:step|impact|difference|relationship\p{L}*|direction)|direction of travel|step (?:forward|change)|speaks? (?:highly|warmly|positively)|spoke (?:highly|warmly|positively)|works? well|working well|worked well|perform(?:s|ing)? well|makes? (?:good |perfect )?sense|good (?:progress|example\p{L}*|understanding|levels?|relationships?|grip)|making (?:a )?(?:real |positive )?(?:difference|progress|headway)|made (?:\p{L}+ ){0,2}(?:progress|strides|improvements?|headway)|feel (?:\p{L}+ ){0,2}(?:listened|valued|supported|empowered|trusted|engaged)|felt (?:\p{L}+ ){0,2}(?:listened|valued|supported|empowered|trusted|engaged)|pays? off|paid off|bear(?:ing)? fruit|among the (?:best|highest|top)|should be (?:\p{L}+ )?(?:proud|commended|congratulated|applauded|celebrated|praised)|no (?:doubt|complacency)|value for money|lessons? learn(?:ed|t)|up for the challenge|can be proud|key (?:strength|asset|player)|real (?:asset|strength|sense)|in (?:a )?(?:good|strong|better) (?:position|place|shape))\b/iu,
  badPhrase:
    /\b(?:not (?:yet|always|all|fully|clear|well|sufficiently|enough|consistently|currently|sustainable|effective|the case|aware|joined|being|been|feel|every\p{L}*|reflect\p{L}*|adequately|sure|evident|visible)|no (?:clear|overall|single|overarching|unified|agreed|formal|coherent|evidence|plan|strategy|sense|longer-term|long-term|target|one|consistent|corporate)|lack of|little (?:evidence|understanding|sense|progress|awareness|confidence|engagement|has been|clarity|scope for)|limited (?:evidence|understanding|progress|capacity|engagement|resources?|follow|awareness|use|visibility)|few (?:people|managers|members|staff|residents|partners|councillors|could)|yet to|too (?:many|much|few|often|long|slow|late|little|narrow\p{L}*|reliant)|at risk|more (?:to (?:do|be done)|work to)|much (?:remains|more) to (?:do|be done)|(?:further|still|more|some) (?:work|way) to (?:do|go)|work to do|big job|long way to go|remains? (?:a |an )?(?:\p{L}+ )?(?:challenge|concern|issue|risk|weak\p{L}*|fragile|unclear|to be)|in (?:its|their) infancy|early days|burn(?:t|ed) out|left behind|out of date|hard (?:to|for)|difficult (?:to|for)|struggl\p{L}*|feel (?:\p{L}+ ){0,2}(?:excluded|isolated|shut|undervalued|ignored|stretched|frustrated|uninformed|disconnected)|(?:do|does|did|is|are|was|were) not\b|\p{L}+n['’]t|rather than|as opposed to|only (?:a|some|one|two|\p{N}+)|less (?:clear|well|evident|visible|effective|developed|certain|convinced|confident|sure)|so far only|breaking point|relies|relied|rely|over-?rel\p{L}*|single points? of failure|sits? uneasily|mixed (?:picture|views?|messages?|understanding))\b/iu,
  improved:
    /\b(?:has|have|had) (?:\p{L}+ ){0,3}?(?:improved|strengthened|transformed|increased|reduced|secured|succeeded|delivered|achieved|built|won|turned|protected|enabled|earned|enhanced|fallen for|moved from|invested|developed strong|risen|responded|worked (?:hard|well|closely|tirelessly)|embraced|stepped up|grown (?:well|steadily))\b/iu,
  plan: /\b(?:plans? to|planning to|planned|intends?|intention|is due|are due|due to|will (?:be )?(?:publish|launch|adopt|consult|open|take up|start|begin|report)\p{L}*|under ?way|in progress|in train|is (?:also |currently |now )?(?:developing|considering|reviewing|working on|exploring|preparing|producing|seeking|looking|procuring|undertaking|recruiting|drafting|being)|are (?:also |currently |now )?(?:developing|considering|reviewing|working on|exploring|preparing|producing|seeking|looking|being)|committed to|commitment to|has (?:begun|started|commissioned|set aside|engaged|commenced)|proposes?|aims? to|aspires?|wants? to|wishes to|in (?:draft|development))\b/iu,
  past: /\b(?:was|were) (?:\p{L}+ly |first |also )?(?:established|appointed|elected|created|agreed|adopted|launched|introduced|set up|formed|merged|built|brought|transferred|held|undertaken|commissioned|announced|approved|published|awarded|carried out|conducted|asked|told|informed|made up|delivered|designed|selected|given|engaged|abolished|opened|reorganised)\b|\b(?:began|took (?:office|place)|came into|joined|moved to|declared|following the|since (?:the|then|\p{N}))\b/iu,
  team: /\b(?:peers|peer team|team|we)\b (?:\p{L}+ ){0,2}?(?:met|spoke|spent|read|reviewed|visited|observed|looked|considered|prepared|used|noted|refer|shared?|gave|understand)\b|\b(?:peer challenge|peer review|position statement|this report|this section|methodology|hybrid|on-?site)\b/iu,
  earlier:
    /\b(?:previous|last|earlier|original|\p{N}{4}) (?:\p{L}+ ){0,2}(?:peer challenge|challenge|peer review|review)\b/iu,
  year: /\b(?:19|20)\d\d(?:[/–-]\d\d)?\b/u,
  money: /£ ?\d|\b\d+(?:\.\d+)?(?:%| per cent)/iu,
  number: /\b\d+(?:,\d{3})*\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|hundred|dozen)\b/iu,
  defines:
    /\b(?:consists? of|comprises?|is made up of|is (?:a|an|one of) (?:\p{L}+ ){0,4}(?:council|authority|district|county|city|borough|trust|company|programme)|includes?|covers|stands? at|sets? out|is responsible for|are required by law|is called|refers? to|entitled|known as|sits? on|is (?:led|chaired|funded|described|overseen|run|held) (?:by|in|from))\b/iu,
  consequence:
    /^(?:this|that|these|it|they|doing so|doing this|such an approach|in turn,? this|which)\b(?: \p{L}+){0,2}? (?:will|would|could|may|should|can|means?|ensures?|allows?|enables?|helps?|gives?|reflects?)\b/iu,
  heard:
    /\b(?:heard|told|reported|said|cited|described|commented|fed back|perceived|feel|felt|view(?:s|ed)?|believe[sd]?|spoke|highlight(?:s|ed)?|indicated|expressed|shared)\b/iu,
  should: /\bshould\b/iu,
  example:
    /^(?:for (?:example|instance)|(?:good |other |some |recent |further |notable |positive )?examples?\b|one example|an example|this includes|these include|such as|including)/iu,
  recognises:
    /\b(?:recogni[sz]\p{L}+|acknowledg\p{L}+|aware|appreciat\p{L}+|understands?|knows?|accepts?|conscious|self-aware)\b/iu,
  rightly: /\brightly\b|\b(?:commend|credit|congratulat|applaud|pleased|impress|praise)\p{L}*/iu,
  evidence:
    /\b(?:it (?:is|was) (?:\p{L}+ )?(?:clear|evident|apparent)|clear(?:ly)? (?:evidence|that)|evidence (?:of|that)|demonstrat\p{L}+|shows?)\b/iu,
  hedged:
    /\b(?:to (?:some|an|a certain) (?:extent|degree)|partly|in part|in principle|so far|currently|at present|still|remains?|seems?|appears?|some)\b/iu,
  risky:
    /\b(?:risks?|danger|may (?:result|lead|not|become|undermine)|could (?:lead|result|undermine|become|be lost)|if (?:not|this|left|nothing)|unless|without (?:a|an|these|this|the|clear|due|such|adequate|any|sufficient))\b/iu,
  need: /\bneeds?\b|\brequire[sd]?\b/iu,
} as const;

/** Words of judgement in one half of a sentence, negation taken into account. */
function judge(half: string) {
  let praised = 0;
  let faulted = 0;
  let troubled = 0;
  let denied = 0;
  const all = words(half);
  for (let i = 0; i < all.length; i++) {
    const word = all[i]!;
    const near = (set: ReadonlySet<string>, back: number) => {
      for (let k = Math.max(0, i - back); k < i; k++) if (set.has(all[k]!)) return true;
      return false;
    };
    if (bad.has(word)) {
      if (!near(relieving, 3)) faulted += 1;
    } else if (hard.has(word)) {
      if (
        word.startsWith('challeng') &&
        (all[i - 1] === 'peer' || near(good, 1) || all[i + 1] === 'and' || all[i - 1] === 'and')
      )
        continue;
      if (!near(relieving, 3)) troubled += 1;
    } else if (good.has(word)) {
      if (near(denying, 3) && !(all[i - 1] === 'only')) denied += 1;
      else praised += 1;
    }
  }
  return { praised, faulted, troubled, denied };
}

/** What can be seen in a sentence. Pure, and linear in its length (only its first 1,500 letters are looked at). */
export function featuresOf(sentence: string): Features {
  const text = sentence.slice(0, 1500).replace(/[‘’]/gu, "'").replace(/\s+/gu, ' ');
  const { conceded, before, point, takenBack, turns } = halvesOf(text);
  const main = judge(point);
  const f: Record<string, number> = {};
  const set = (name: string, value: number | boolean) => {
    const n = Number(value);
    if (n !== 0) f[name] = n;
  };
  const capped = (n: number) => Math.min(n, 3) ** 0.7;
  set('praise', capped(main.praised));
  set('weak', capped(main.faulted));
  set('trouble', capped(main.troubled));
  set('denied', capped(main.denied));
  set('turns', turns || before !== '');
  for (const [name, half] of [
    ['conceded', conceded],
    ['before', before],
    ['back', takenBack],
  ] as const) {
    if (half === '') continue;
    const j = judge(half);
    set(`${name}Praise`, Math.min(1, j.praised));
    set(`${name}Weak`, Math.min(1, j.faulted + j.denied + Number(phrases.badPhrase.test(half))));
    set(name, true);
  }
  set('goodPhrase', phrases.goodPhrase.test(point));
  set('badPhrase', phrases.badPhrase.test(point));
  for (const name of [
    'improved',
    'plan',
    'past',
    'team',
    'earlier',
    'year',
    'money',
    'number',
    'defines',
    'consequence',
    'heard',
    'example',
    'recognises',
    'rightly',
    'evidence',
    'hedged',
    'risky',
  ] as const)
    set(name, phrases[name].test(text));
  addAdvice(text, point, set);
  set('deferred', deferredPattern.test(text));
  set(
    'neutral',
    Object.keys(f).every((k) => !/raise|eak|hrase|denied|trouble|advice|command|rightly|improved|deferred/u.test(k)),
  );
  return f;
}

function addAdvice(text: string, point: string, set: (name: string, value: number | boolean) => void): void {
  const seen = seenNeed(text);
  const a = advicePatterns;
  const epistemic = phrases.consequence.test(text) && /^(?:this|that|these|which|doing|such|it|they)/iu.test(text);
  const should = a.should.test(text);
  const need = a.need.test(text) && !otherPeoplesNeed(text);
  const found = {
    must: a.must.test(text),
    should:
      should && !(epistemic && /\bshould (?:help|enable|lead|result|mean|provide|allow|give|make|see)\b/iu.test(text)),
    need: need && !seen,
    recommend: a.recommend.test(text),
    opening: a.opening.test(text),
    benefit: a.benefit.test(text),
    important: a.important.test(text),
    wanted: a.wanted.test(text),
    next: a.next.test(text),
    takeCare: a.takeCare.test(text),
    wish: a.wish.test(text),
    could: a.could.test(point) && !epistemic,
  };
  for (const [name, is] of Object.entries(found)) set(`advice_${name}`, is);
  const command = isCommand(text);
  set('command', command);
  set('seenNeed', seen);
  set('adviceAny', command || Object.entries(found).some(([name, is]) => is && name !== 'could' && name !== 'wanted'));
}
