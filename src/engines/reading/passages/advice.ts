/**
 * The turns of phrase with which a report advises and puts off, whoever is told. Every pattern is tried once over a
 * sentence; gaps between words are bounded, so the time taken grows with the sentence alone.
 */
const p = (source: string) => new RegExp(source);

/** Who is advised. */
const who =
  '(?:council|councils|authority|authorities|organisation|leadership|leader|cabinet|executive|administration|members?|councillors?|officers?|managers?|directors?|committees?|board|boards|company|partnership|partners|groups?|teams?|services?|strategy|strategies|plans?|programmes?|projects?|approach|arrangements?|framework|process|processes|work|vision|scrutiny|governance|they|it|you|we|there|all|everyone)';
const little = '(?:[a-z]+ ){0,3}?';

/** Whose needs are a fact and no advice. */
const needy =
  /\b(?:residents?|people|person|citizens?|famil(?:y|ies)|children|child|tenants?|households?|patients?|customers?|learners|carers|users?|adults|pupils|businesses)(?: [a-z]+){0,2} (?:who |that |which )?(?:need|needs|require|requires)\b|\b(?:by law|the act|regulations?|legislation|statut[a-z]*) .{0,40}?requir[a-z]*|\brequired by (?:law|statute|government|the act)\b/;

/** Somebody other than the team sees a need: told, not advised. */
const sees =
  /\b(?:recogni[sz](?:e|es|ed|ing)|recognition|acknowledg[a-z]*|aware|awareness|understand(?:s|ing)?|understood|appreciat(?:es?|ed|ing|ion)|accept(?:s|ed)?|agree(?:s|d)?|identified|know(?:s|n)?|conscious|identif(?:y|ies)|clear about|emphasi[sz]ed|stressed|convinced)\b(?:(?: [a-z,-]+){0,14}? (?:needs?|importance|will need|scope|opportunit(?:y|ies)|to be done)| that (?:it|they|there|the council|both) (?:[a-z]+ )?(?:must|should|has to|have to))\b/;

/** What an earlier report advised. */
const earlierAdvice =
  /\b(?:previous|last|earlier|original|first|(?:19|20)\d\d)\b(?: [a-z]+){0,5} (?:suggested|recommended|advised|said|found|identified|called|encouraged|urged|proposed|raised|highlighted)\b|\b(?:was|were) (?:[a-z]+ ){0,3}(?:recommended|advised|suggested|encouraged)\b/;

export const advicePatterns = {
  must: p(
    `\\bmust\\b(?! (?:[a-z]+ly )?(?:have been|mean|surely|have had|be due|seem))|\\b(?:has|have) (?:now )?(?:got )?to (?:be|now|find|make|get|take|change|stop|act|become|move|start|address|tackle|agree)\\b|\\bno choice but\\b|\\bcannot afford to\\b`,
  ),
  urgent: p(
    `\\burgen(?:t|tly|cy)\\b|\\bimmediate(?:ly)?\\b|\\bwithout delay\\b|\\bat once\\b|\\bas (?:soon|quickly) as\\b|\\b(?:top|overriding|immediate|number one|first) priority\\b|\\bimperative\\b|\\b(?:need|needs|needed|required|action|act) (?:[a-z]+ ){0,2}at pace\\b|\\b(?:act|action|needed|required) (?:[a-z]+ )?now\\b`,
  ),
  should: p(
    `\\b(?:should|ought to)\\b(?! (?:be|feel|take|rightly) (?:[a-z]+ly |very |rightly |justifiably |great |real )?(?:proud|pride|commended|congratulated|applauded|praised|pleased|celebrated|credited))(?! not be (?:under|over)(?:estimated|stated|played))`,
  ),
  need: p(
    `\\b(?<!(?:that|(?<!,) which|who|of|local|their|its|meet|meets|meeting|the|complex|future|changing|these|such|whose|support|housing|care) )needs? (?:[a-z]+ly |also |now |still |then )*to\\b|\\b(?:will|would|may|does|also|still|therefore|clearly|now|and|but) (?:[a-z]+ly |also |now |still )*needs? (?:[a-z]+ly |also |now )*(?:to|a|an|the|its|their|more|greater|further|better)\\b|\\bthere (?:is|are|was|will be|may be|remains?|'s|also|clearly)? ?${little}(?:needs?|requirements?) (?:for|to)\\b|\\bneed for\\b|(?<!\\b(?:that|which|those) (?:will |would |may |might )?)(?:(?:is|are|be|being) (?:[a-z]+ly |now |also |therefore |still |clearly )*(?:needed|required|necessary|called for))\\b|\\b(?:further|more) (?:work )?to (?:do|be done) (?:to|in|on|around|if)\\b|\\bthere (?:will )?needs? to be\\b|\\b${who} (?:[a-z]+ly |also |now |still |therefore |then )?(?:will |would |may )?(?:needs?|requires?) (?:a|an|the|to|more|greater|further|clear|clearer|stronger|strong|better|support|its own|their own|urgent|immediate|careful|additional|sufficient|robust|careful)\\b|\\b(?:will|would|may) (?:[a-z]+ly |also |all |still |then )?(?:need|require)\\b|\\bneeds? (?:[a-z]+ ){0,2}(?:attention|reviewing|strengthening|improving|addressing|rethinking|updating|clarifying|resolving|developing|embedding|tackling|consideration|investment|refreshing|work)\\b|\\brequires? (?:[a-z]+ ){0,2}(?:attention|action|focus|leadership|investment|consideration|change|commitment)\\b`,
  ),
  recommend: p(
    `\\b(?:peers?|team|we|i|lga|reviewers?|review)\\b (?:[a-z]+ ){0,3}?(?:recommend|suggest|advis|urg(?:e|es|ed|ing)\\b|encourag|propos(?:e|es|ed)\\b|invit|advocat|call on|would like to see|would wish to see|wonder|question whether|challeng(?:e|es|ed) the)[a-z]*|\\b(?:is|are) (?:[a-z]+ly )?(?:encouraged|advised|urged|recommended|invited|suggested) (?:to|that)\\b|\\b(?:our|peers'|team's|strong|clear) (?:recommendation|advice|suggestion|encouragement) (?:is|would be|to)\\b|\\bit is (?:[a-z]+ly )?(?:recommended|suggested|advised|proposed)\\b`,
  ),
  couldAct: p(
    `(?<!\\b(?:that|which|what|if|as|so|whom|where) (?:the |its |their )?)\\b${who}(?: and (?:the )?(?:[a-z]+ ){1,2})? ?(?:could|might|may) (?:[a-z]+ly |also |then |perhaps |now |therefore )?(?!(?:not|and|or|see|say|tell|explain|learn|describe|articulate|recite|point|name|identify|be|have (?:been|had|[a-z]+ed)|feel|find themselves|lead|result|undermine|lose|fail|become|struggle|face|mean|cause)\\b)[a-z]+`,
  ),
  couldBe: p(
    `\\b(?:could|might) (?:[a-z]+ly |also |perhaps |then )?be (?:more|better|bolder|clearer|stronger|[a-z]{3,}er)\\b|\\b(?:could|might) (?:[a-z]+ly |also |perhaps |then )?be (?:[a-z]+ly |better |more |further )?(?!(?:seen|felt|heard|found|said|lost|argued|described|attributed|explained|reached|understood|expected|told)\\b)[a-z]+(?:ed|en|wn|pt|lt|nt|ut|ld|ne)\\b|\\b(?:could|might) (?:also |well )?help (?:the|to|it|members|officers|staff|with)\\b`,
  ),
  could: p(
    `\\b(?:could|might)\\b(?! (?:not|see|say|tell|explain|learn|describe|articulate|recite|point|name|only|never|have))|\\bperhaps\\b|\\bmay (?:want|wish|like|also wish|be (?:helpful|worth|useful|merit|scope|an opportunity|benefit|value))\\b`,
  ),
  wish: p(
    `\\b(?:will|would) (?:also )?want to\\b|\\bwould do well to\\b|\\b(?:may|might) (?!not )(?:[a-z]+ )?(?:wish|want|like|choose|find it|benefit)\\b|\\bworth(?:while)? (?:considering|exploring|asking|looking|reviewing|revisiting|testing|thinking|investing|doing|trying)\\b|\\bmerit(?:s)? in\\b`,
  ),
  opening: p(
    `\\b(?:there (?:is|are|may be|might be|remain|remains|exists?|will be)|(?:council|authority|it|you|leader|cabinet|now|also) (?:also |now |still )?(?:has|have)|is now|are now) (?:[a-z-]+,? ){0,4}?(?<!\\b(?:about|of|the) )(?:opportunit(?:y|ies)|scope|potential|room|merit|chance)\\b|\\bopportunit(?:y|ies) exists?\\b`,
  ),
  newChance: p(
    `\\b(?:create|creates|is|are|presents?|represents?|with|as|be|now) (?:now )?an? (?:[a-z-]+,? ){0,3}?(?:opportunity|chance)\\b,? (?:now )?(?:to|for (?:the )?(?:council|authority|leader|cabinet|members|leadership))\\b`,
  ),
  chance: p(
    `\\b(?:provides?|offers?|presents?|creates?|gives?|is|are|exists?|with|further|additional|untapped|more) (?:[a-z-]+,? ){0,5}?(?:opportunit(?:y|ies)|scope|potential|room|merit|chance)\\b(?:,? [a-z'-]+){0,8}?,? (?:to|for)\\b`,
  ),
  benefit: p(
    `\\b(?:would|could|might|may|will) (?:[a-z]+ ){0,2}(?:benefit from|welcome|profit from|gain from|help to have)\\b`,
  ),
  important: p(
    `\\bit(?:'s| is| will be| would be| remains| is also| will also be| may be| might be| could be)? (?:[a-z]+ly |also |now |be |very |so |more |most |therefore |of ){0,3}(?:important|essential|vital|crucial|critical|imperative|key|necessary|worth|helpful|useful|beneficial|wise|advisable|prudent|sensible|incumbent|timely|critical importance|great importance)\\b(?: [a-z]+){0,4}? (?:to|that|for|not|[a-z]+ing)\\b|\\b(?:will|would) (?:also |therefore |all |both )?be (?:[a-z]+ly |also |a |as )?(?:important|essential|vital|crucial|critical|key|paramount|fundamental|necessary)\\b|\\b(?:is|are) (?:[a-z]+ly |also |now )?(?:essential|vital|crucial|critical|imperative|paramount)\\b|\\bimportant that\\b|\\bimportance that\\b`,
  ),
  wanted: p(
    `^(?:in particular, |similarly, )?(?!more [a-z]+ly\\b)(?:an? |more |greater |further |stronger |clearer |better )(?:[a-z-]+,? ){0,24}?(?:will|would|could|should|might) (?:also |then |all )?(?:help|enable|provide|give|allow|support|ensure|make|bring|free|build|reduce|release|improve|strengthen|add|create|lead|assist|be)`,
  ),
  next: p(
    `\\bnext (?:step|stage|phase|challenge) (?:is|for|will|now)\\b|\\b(?:now is the|is the right|is a good) time to\\b|\\b(?:attention|focus|emphasis|effort) (?:[a-z]+ ){0,3}(?:turn|shift|move) (?:to|from)\\b|\\bdeserves? (?:more|further|greater|attention)\\b|\\bc(?:alls|ries|ry) (?:out )?for\\b|\\b(?:it is|it's) (?:now )?time (?:to|for|that)\\b|\\btime has come\\b|\\b(?:well|better) advised to\\b|\\bhad better\\b|\\b(?:first|next|obvious|natural|sensible|good|useful) (?:next )?(?:step|move|start|place to start) (?:would|will|could|is|might)\\b|\\bpriority (?:now|for the [a-z]+ (?:[a-z]+ )?(?:year|months?|leadership)) (?:is|will be|must be)\\b|\\b(?:answer|key|trick|challenge|task) (?:now )?(?:lies in|is to|will be to)\\b|\\bwould (?:hope|like) to see\\b|\\b(?:peers?|team|we) (?:would )?hopes?\\b|\\bnothing to stop the\\b|\\b(?:is|are|would be) best (?:[a-z]+ed|done|served)\\b|\\bthe (?:task|priority|challenge) (?:now )?is to\\b|\\bone option (?:is|would|could)\\b|\\boptions? (?:[a-z]+ ){0,6}could be\\b`,
  ),
  takeCare: p(
    `\\b(?:mindful|care should|caution(?:ed)? against|guard against|careful (?:not )?to|bear in mind|do not underestimate|alert to)\\b`,
  ),
} as const;

export const deferredPattern =
  /\btoo (?:early|soon) (?:for .{0,40} )?(?:to|in)\b|\bpremature to\b|\bremains to be seen\b|\b(?:only )?time will tell\b|\b(?:peers?|team|we)\b(?: [a-z]+){0,6}? (?:unable|not able|not possible|not in a position|could not|couldn't|cannot|can not|did not|didn't|difficult|hard|impossible)(?: [a-z]+){0,6}? (?:assess|judge|comment|conclusions?|conclude|form a|reach|test|explore|look at|examine|determine|feedback|evaluate|verify)\b|\b(?:it|this) (?:is|was|would be) (?:[a-z]+ ){0,2}(?:difficult|hard|impossible|not possible)(?: [a-z]+){0,5}? to (?:assess|judge|test|explore|comment|conclude|form a|reach a|evaluate)\b|\b(?:progress review|follow-?up visit|check-?in) (?:[a-z]+ )?(?:will|can|may|might|could) (?:[a-z]+ )?(?:return|revisit|look|examine|consider|pick|want)|\bnot (?:yet )?(?:reach|form|take|come to|reached|formed|taken) (?:a|any) (?:view|conclusion|judgement|judgment)\b|\bcannot yet be (?:judged|assessed|known|measured)\b|\b(?:no|any) (?:feedback|comment|judgement|judgment) (?:can|could|is|on)\b|\b(?:will|to|can|should) (?:[a-z]+ )?be (?:re-?visited|looked at again|reviewed|re-?examined|returned to|picked up|considered|explored)(?: [a-z]+){0,3} (?:at|during|in|when|as part of|on|for|by) (?:[a-z]+ ){0,3}(?:progress review|follow-?up|check-?in|six[- ]month|return|peer team|team)|\b(?:we|team|peers) (?:will|would) (?:[a-z]+ )?(?:re-?visit|return to|look again|come back|review this)|\b(?:beyond|outside|not within) the (?:scope|remit) of (?:the|this|our)\b|\b(?:not yet|as yet un)known and will\b|\btoo little (?:[a-z]+ ){0,5}to (?:comment|judge|assess)|\b(?:question|matter|judgement) for the (?:follow|progress|next)|\bmakes? no (?:comment|judgement|judgment|finding)\b|\bjury is (?:still )?out\b|\bopen question\b|\b(?:we|peers|team) (?:cannot|could not|can't|couldn't|did not|do not) (?:[a-z]+ )?(?:yet )?(?:say|tell|know|see enough|hear enough|get to|have (?:the )?(?:time|chance|evidence|opportunity))\b|\b(?:will|must|has to|have to) (?:[a-z]+ )?wait (?:until|for|till)\b|\bonly (?:time|the (?:next|follow|progress|coming)) .{0,40}(?:show|tell)\b|\bcould not be (?:tested|judged|assessed|verified|explored)\b|\b(?:left|leaves?|leaving) (?:this|it|that|the matter) (?:for|to) (?:the|a) (?:progress|follow|next|later|return)|\bnot (?:shown|given) (?:enough|the)\b|\btoo (?:new|recent|soon|early) (?:for|to)\b|\bnot allow the team\b/;

/** Verbs with which a line of advice begins: "Ensure that ...", "Publish the plan". */
const commands = new Set(
  `accelerate act adapt address adopt agree align allow apply appoint articulate ask assess avoid balance become bring build capitalise celebrate
  challenge change champion clarify close co-create collaborate commission commit communicate complete conduct consider consolidate consult continue convene
  co-ordinate coordinate create deepen define deliver demonstrate deploy design determine develop do draw drive embed embrace empower enable encourage engage
  enhance ensure equip establish evaluate examine expand explain explore extend facilitate finalise find finish focus formalise foster give grow harness help hold identify implement
  improve include increase integrate introduce invest invite involve join keep lead learn let leverage link listen look maintain make manage map maximise measure
  minimise modernise monitor move nurture obtain offer organise own pause plan prepare prioritise produce progress promote provide publish push
  put raise rationalise re-establish re-think rebuild recognise record recruit reconsider redefine reduce refine refocus reflect refresh reinforce remain replace reset resist resolve resource
  rethink retain review revise revisit run schedule secure seek select set shape share shift simplify speed stabilise start stay steer stop streamline strengthen
  support sustain tackle take target test think tighten track train transform translate trust turn undertake update use utilise value widen work`.split(
    /\s+/u,
  ),
);

/** Does the sentence begin as an order does? */
export function isCommand(sentence: string): boolean {
  if (/^(?:do not|don't)\b/.test(sentence)) return true;
  const bare = sentence
    .replace(/^[^a-z]+/u, '')
    .replace(
      /^(?:and,? |finally,? |also,? |please |then,? |next,? |therefore,? |never |in doing so,? |as part of this,? |going forward,? |urgently |immediately |proactively |actively |further |carefully ){1,3}/,
      '',
    );
  const match = /^([a-z][a-z-]*)\s+([a-z]+)/u.exec(bare);
  if (!match || !commands.has(match[1]!.toLowerCase())) return false;
  // "Support is ..." and "Work with schools has ..." begin with nouns.
  return (
    !/^(?:is|are|was|were|has|have|had|will|would|can|could|may|should|of|between|by|does|did|in|at|from|plans?|levels?|services?|management|needs?)$/.test(
      match[2]!,
    ) &&
    !/^(?:work|support|focus|progress|plan|review|challenge|change|value|record|design|balance|measure|address|help|start|trust|use)\b.{0,80}? (?:is|are|has|have|had|was|were|continues?|remains?|will|lacks?|needs?)\b/.test(
      bare,
    )
  );
}

/** Councillors and officers among those who need something make it advice again. */
const advised = /\b(?:council(?:s|lors?)?|members?|officers?|authority|leaders?|cabinet|managers?|we|you)\b/;

export function otherPeoplesNeed(text: string): boolean {
  const match = needy.exec(text);
  return match !== null && !advised.test(text.slice(Math.max(0, match.index - 90), match.index));
}

/** Where in the text somebody sees a need, or -1. */
export const seenNeedAt = (text: string): number => text.search(sees);
export const advisedEarlier = (text: string): boolean => earlierAdvice.test(text);

/** "... how the organisation needs to change": the need is what is asked about, not what is said. */
export const withoutAskedNeeds = (text: string): string =>
  text.replace(
    /\b(?:how|what|whether|where|why)\b(?: [a-z'-]+){1,10}? (?:needs? to|more (?:work )?to (?:do|be done))\b/g,
    ' ',
  );
