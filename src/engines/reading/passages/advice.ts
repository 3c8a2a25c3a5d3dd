/**
 * The turns of phrase with which a report advises, puts off and tells, whoever is told. Every pattern is tried once
 * over a sentence; gaps between words are bounded, so the time taken grows with the sentence alone.
 */

const who =
  '(?:council|councils|authority|authorities|organisation|borough|city|county|district|leadership|leader|cabinet|executive|administration|members?|councillors?|officers?|managers?|directors?|committees?|board|boards|company|partnership|partners|groups?|teams?|service|services|strategy|strategies|plans?|programmes?|projects?|approach|arrangements?|framework|process|processes|work|vision|scrutiny|governance|they|it|you|we|this|these|that|there|those|both|all|everyone)';

/** Whose needs are a fact and no advice. */
const needy =
  /\b(?:residents?|people|person|citizens?|famil(?:y|ies)|children|child|tenants?|households?|communit(?:y|ies)|patients?|customers?|learners|carers|users?|adults|pupils|businesses)(?: \p{L}+){0,2} (?:who |that |which )?(?:need|needs|require|requires)\b/iu;

/** Somebody sees a need: told, not advised. */
const sees =
  /\b(?:recogni[sz]\p{L}*|acknowledg\p{L}*|aware|awareness|understand(?:s|ing)?|understood|appreciat\p{L}*|accept(?:s|ed)?|agree(?:s|d)?|identified|knows?|conscious|identif(?:y|ies)|clear about|emphasi[sz]ed|stressed) (?:\p{L}+ ){0,4}?(?:need|needs|importance|must|should|has to|have to|will need|scope|opportunit(?:y|ies))\b/iu;

const p = (source: string) => new RegExp(source, 'iu');

export const advicePatterns = {
  must: p(
    `\\bmust\\b(?! (?:not )?have been)|\\b(?:has|have) (?:now )?(?:got )?to (?:be|now|find|make|get|take|change|stop|act|become|move|start|address|tackle|agree)\\b|\\bno choice but\\b|\\bcannot afford to\\b`,
  ),
  urgent: p(
    `\\burgent(?:ly)?\\b|\\bimmediate(?:ly)?\\b|\\bwithout delay\\b|\\bat pace\\b|\\bas (?:soon|quickly) as\\b|\\b(?:top|overriding|highest|immediate|number one|first) priority\\b|\\bimperative\\b|\\b(?:needs?|action|focus\\p{L}*|attention) (?:\\p{L}+ ){0,3}now\\b`,
  ),
  should: p(
    `\\b(?:should|ought to)\\b(?! (?:be|feel) (?:\\p{L}+ly |very |rightly |justifiably )?(?:proud|commended|congratulated|applauded|praised|pleased|celebrated|credited))`,
  ),
  need: p(
    `\\b(?:will |would |may |also |still |clearly |now |therefore |urgently )*(?:needs?|needing|needed) (?:\\p{L}+ly )?(?:to|for)\\b|\\b(?:is|are|be|was) (?:\\p{L}+ ){0,2}(?:needed|required|necessary|called for)\\b|\\bthere (?:\\p{L}+ ){0,3}(?:need|needs|needed)\\b|\\b${who} (?:\\p{L}+ly |also |now |still |therefore |then )?(?:will )?(?:needs?|requires?|require) (?:a|an|the|to|more|greater|further|clear|clearer|stronger|strong|better|support|\\p{L}+ing|urgent|immediate|careful|additional|sufficient|robust)\\b|\\b(?:will|would) (?:\\p{L}+ly )?(?:need|require)\\b|\\bneeds? (?:\\p{L}+ ){0,2}(?:attention|reviewing|strengthening|improving|addressing|consideration|investment)\\b|\\brequires? (?:\\p{L}+ ){0,2}(?:attention|action|focus|leadership|investment|consideration|change|commitment)\\b`,
  ),
  recommend: p(
    `\\b(?:peers?|team|we|i|lga|reviewers?|review|our)\\b (?:\\p{L}+ ){0,3}?(?:recommend|suggest|advis|urg|encourag|propos|invit|advocat|call on|would like to see|would wish to see|wonder|question whether|challeng(?:e|es|ed) the)\\p{L}*|\\b(?:is|are) (?:\\p{L}+ly )?(?:encouraged|advised|urged|recommended|invited|suggested)\\b|\\b(?:recommendation|advice|suggestion|encouragement) (?:is|would be|to the council)\\b|\\bit is (?:\\p{L}+ly )?(?:recommended|suggested|advised|proposed)\\b`,
  ),
  could: p(
    `\\b(?:could|might|may)\\b(?! (?:not|see|tell|describe|articulate|recite|point|name|identify|clearly|only|never|be seen|have been|be uncoupled|lead to|result|undermine|put|cause))|\\bperhaps\\b`,
  ),
  wish: p(
    `\\b(?:may|might) (?:\\p{L}+ )?(?:wish|want|like|choose|find it|benefit|need)\\b|\\bworth(?:while)? (?:\\p{L}+ing)\\b|\\bmerit(?:s)? in\\b`,
  ),
  opening: p(
    `\\b(?:there (?:is|are|may be|might be|remain|remains|exists?)|has|have|is|are|provides?|offers?|presents?|creates?|gives?|as|be|this|exists?) (?:\\p{L}+ ){0,5}?(?:opportunit(?:y|ies)|scope|potential|room|merit|value|chance)\\b(?: \\p{L}+){0,6}? (?:to|for|in)\\b|\\bopportunit(?:y|ies) exists?\\b`,
  ),
  benefit: p(`\\b(?:would|could|might|may|will) (?:\\p{L}+ ){0,2}(?:benefit from|welcome|profit from|gain from)\\b`),
  important: p(
    `\\bit(?:['’]s| is| will be| would be| remains| is also| will also be| may be| might be| could be)? (?:\\p{L}+ly |also |now |be |very |so |more |most |therefore |particularly ){0,3}(?:important|essential|vital|crucial|critical|imperative|key|necessary|worth|helpful|useful|beneficial|wise|advisable|prudent|sensible|incumbent|timely)\\b(?: \\p{L}+){0,4}? (?:to|that|for|not|\\p{L}+ing)\\b|\\b(?:will|would) (?:also |therefore |all |both )?be (?:\\p{L}+ly |also |a |as )?(?:important|essential|vital|crucial|critical|key|paramount|fundamental|necessary)\\b|\\b(?:is|are) (?:\\p{L}+ly |also |now )?(?:essential|vital|crucial|critical|imperative|paramount|key) (?:to|for|in|that|if)\\b|\\bimportant that\\b`,
  ),
  consider: p(
    `\\b(?:consider(?:ation)?|explor(?:e|es|ing)|think about|look at|reflect on|reflection|give thought|revisit)\\b`,
  ),
  wanted: p(
    `^(?:an? |more |greater |further |stronger |clearer |better |the )?(?:\\p{L}+ ){0,3}?(?:more|greater|further|stronger|clearer|better|wider|closer|deeper|single|improved|enhanced|strengthened|earlier|increased|additional|simpler|sharper|bolder|renewed|\\p{L}{3,}ing) (?:\\p{L}+[,]? ){0,14}?(?:will|would|could|should|can|might) (?:also |then |all )?(?:help|enable|provide|give|allow|support|ensure|make|bring|free|build|reduce|release|improve|strengthen|add|create|lead|assist|be)`,
  ),
  next: p(
    `\\bnext (?:step|stage|phase|challenge) (?:is|for|will|now)\\b|\\b(?:the|now is the|is the right) time to\\b|\\b(?:attention|focus|emphasis|effort) (?:\\p{L}+ ){0,3}(?:turn|shift|move) (?:to|from)\\b|\\bshould be a priority\\b|\\ba priority (?:for|should|must|will)\\b|\\bdeserves? (?:more|further|greater|attention)\\b|\\b(?:call|calls|called) for\\b`,
  ),
  /** Advice looks ahead in the words of the reader's own tasks. */
  takeCare: p(
    `\\b(?:mindful|care should|caution(?:ed)? against|guard against|careful (?:not )?to|bear in mind|do not underestimate|alert to)\\b`,
  ),
} as const;

export const deferredPattern =
  /\btoo (?:early|soon) (?:for .{0,40} )?(?:to|in)\b|\bpremature to\b|\bremains to be seen\b|\b(?:only )?time will tell\b|\b(?:peers?|team|we|it|evidence)\b(?: \p{L}+){0,6}? (?:unable|not able|not possible|not in a position|could not|couldn't|cannot|can not|did not|didn't|difficult|hard|impossible)(?: \p{L}+){0,6}? (?:assess|judge|comment|concl\p{L}+|form|reach|test|explore|look|examine|determine|feedback|evaluate|verify|review|measure (?:this|it|their) (?:yet|now))\b(?! (?:to|for) (?:the )?council)|\bcannot yet be (?:judged|assessed|known|measured)\b|\b(?:no|any) (?:feedback|comment|judgement|judgment) (?:can|could|is|on)\b|\b(?:will|to|can|should) (?:\p{L}+ )?be (?:re-?visited|looked at again|reviewed|re-?examined|returned to|picked up|considered|explored)(?: \p{L}+){0,3} (?:at|during|in|when|as part of|on|for|by) (?:\p{L}+ ){0,3}(?:progress review|follow-?up|check-?in|six[- ]month|return|visit|peer team|team)|\b(?:we|team|peers) (?:will|would) (?:\p{L}+ )?(?:re-?visit|return to|look again|come back|review this)|\b(?:beyond|outside|not within) the scope\b|\b(?:not yet|as yet un)known and will\b|\btoo little (?:\p{L}+ ){0,5}to (?:comment|judge|assess)|\b(?:question|matter|judgement) for the (?:follow|progress|next)|\bmakes? no comment\b|\b(?:did not|not) allow the team\b/iu;

/** Verbs with which a line of advice begins: "Ensure that ...", "Publish the plan". */
const commands = new Set(
  `accelerate act adapt address adopt agree align allow apply appoint articulate ask assess avoid balance be become bring build capitalise celebrate
  challenge change champion clarify close co-create collaborate commission commit communicate complete conduct consider consolidate consult continue convene
  co-ordinate coordinate create deepen define deliver demonstrate deploy design determine develop do draw drive embed embrace empower enable encourage engage
  enhance ensure equip establish evaluate examine expand explain explore extend facilitate finalise find finish focus formalise foster give grow harness help hold identify implement
  improve include increase integrate introduce invest invite involve join keep lead learn let leverage link listen look maintain make manage map maximise measure
  minimise modernise monitor move nurture obtain offer open organise own pause plan prepare prioritise produce progress promote provide publish push
  put raise rationalise re-establish re-think rebuild recognise record recruit reconsider redefine reduce refine refocus reflect refresh reinforce remain replace reset resist resolve resource
  rethink retain review revise revisit run schedule secure seek select set shape share shift simplify speed stabilise start stay steer step stop streamline strengthen
  support sustain tackle take target test think thoroughly tighten track train transform translate trust turn undertake update use utilise value widen work`.split(
    /\s+/u,
  ),
);

/** Does the sentence begin as an order does? */
export function isCommand(sentence: string): boolean {
  const bare = sentence
    .replace(/^[^\p{L}]+/u, '')
    .replace(
      /^(?:and |finally,? |also,? |please |then |next,? |therefore,? |do not |don[’']t |never |in doing so,? |as part of this,? |going forward,? |urgently |immediately |proactively |actively |further |carefully )+/iu,
      '',
    );
  const match = /^(\p{L}[\p{L}-]*)\s+(\p{L}+)/u.exec(bare);
  if (!match) return false;
  const verb = match[1]!.toLowerCase();
  if (!commands.has(verb)) return /^(?:do not|don[’']t)\b/iu.test(sentence);
  // "Support is ..." and "Work has ..." are nouns; "Work on the plan" with a verb after it too.
  return (
    !/^(?:is|are|was|were|has|have|had|will|would|can|could|may|should|of|and|or|between|by|does|did|in|at|from|plans?|levels?|services?|management)$/iu.test(
      match[2]!,
    ) && !/^\p{L}+ (?:on|with|to|for) .{0,60}? (?:is|are|has|have|was|were|continues?|remains?)\b/iu.test(bare)
  );
}

export const saysNeed = (text: string): boolean => advicePatterns.need.test(text);
export const otherPeoplesNeed = (text: string): boolean => needy.test(text);
export const seenNeed = (text: string): boolean => sees.test(text);
