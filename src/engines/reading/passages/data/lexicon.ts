/**
 * Words of judgement in the English of reports about organisations. Each list is one kind of word; forms of a word
 * that differ only in their ending are found by their stem.
 */
const list = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Says that something is good, without more. */
export const praise = list(`
  good excellent strong effective impressive impress impressed exemplary outstanding positive positively successful successfully success
  robust sound healthy proud pride commend commendable commended commendably congratulate congratulated applaud applauded credit talented
  passionate committed dedicated dedication commitment enthusiastic enthusiasm energetic energy valued respected respect
  trusted appreciated appreciate appreciative praised praise welcomed welcome popular admired acclaimed award-winning award awards
  innovative innovation creative creativity imaginative bold brave ambitious inspiring inspirational inclusive
  constructive cordial harmonious mature maturing collegiate cohesive united transparent open honest candid refreshing
  clear clarity coherent concise thorough thoughtful thoughtfully comprehensive intelligent intelligently insightful
  visible visibly accessible approachable responsive agile proactive proactively pragmatic swift swiftly prompt timely
  remarkable remarkably notable notably considerable significant-progress markedly tangible genuine palpable evident
  well-run well-led well-regarded well-established well-respected well-managed well-received well-developed well-connected well-placed
  improved improvement strengthened flourishing thriving vibrant buoyant optimism optimistic upbeat excitement exciting
  empowered supported supportive confident confidence competent capable skilled experienced knowledgeable professional
  stable stability resilient prudent rigorous rigorously diligent professionalism integrity
  asset strength strengths achievement achievements accomplishment trailblazer pioneering leading-edge exemplar beacon
  benefit benefits beneficial rewarding rewards fantastic great brilliant superb tremendous amazing wonderful best
  rightly commendation loyal loyalty hard-working tireless tirelessly warmly highly pleased delighted
  traction momentum foundation foundations sensible proportionate realistic appropriate relevant pertinent
  helpful helped useful valuable influential satisfied satisfaction goodwill rapport trust
  track-record renewed collective consensus self-aware self-awareness grip encouraging promising reassuring reassured
  recognised recognition credible credibility fair fairly sensitively skilfully skill vital-role well`);

/** Says that something is weak, missing, slow, at risk, or that it worries people. */
export const weakness = list(`
  weak weakness weaknesses weakened poor poorly inadequate insufficient insufficiently ineffective inefficient inefficiency inefficiencies
  inconsistent inconsistency inconsistently unclear uncertain uncertainty confused confusion confusing ambiguity ambiguous
  lack lacks lacking absence absent missing missed gap gaps shortage shortages shortfall deficit deficits deficiency
  slow slowly slipped slippage slip delay delays delayed stalled lagged lagging drift drifts late overdue
  struggle struggles struggled struggling stretched over-stretched overstretched stretch strained strain fragile vulnerable precarious
  risk risks risky danger dangers threat threats threatens jeopardy exposed exposes exposure
  worry worries worried worrying concern concerns concerned concerning anxious anxiety fear fears fearful nervous
  frustration frustrations frustrated frustrating resentment resent disappointing disappointed disappointment dissatisfied dissatisfaction
  tired fatigue weary exhausted burnt-out burnout stressed low-morale undervalued demoralised
  overspend overspends overspent overspending overspendings backlog backlogs arrears unsustainable
  silo silos siloed disconnect disconnected disjointed fragmented patchy piecemeal uneven
  duplication duplicate wasted waste wasteful cumbersome bureaucratic complicated convoluted
  neglected overlooked ignored excluded excludes excluding isolated marginalised
  failing fail fails failed failure failures falling deteriorating deteriorated declining worsening dipped
  over-reliance overreliance over-reliant overly over-ambitious optimistic-assumptions dependence dependent reliant heavily
  problem problems problematic difficulty difficulties toxic nasty hostile conflict conflicts tension tensions distrust mistrust blame
  vacuum instability unstable turnover volatile outdated dated obsolete under-resourced underdeveloped under-developed immature
  unaware unsure unconvinced unproven untested unsigned unresolved unfunded unaddressed
  barrier barriers obstacle obstacles hampered hindered hinders hinder inhibited inhibits limits limiting restricting restrictive constrained constrains constraint constraints
  daunting severe severely acute alarming perilous bleak overwhelmed overwhelms burdened
  defensive cautious parochial parochialism paternalistic top-down reactive ad-hoc opportunistically short-term one-off
  criticism criticised complaint complaints undermine undermines undermined erode erodes eroded
  limited scarce sporadic minimal too insufficiently unsatisfactory unacceptable lengthy off-putting
  opposing variation varies mixed`);

/** Counts for half: trouble that reports also mention as plain context. */
export const trouble = list(`
  challenge challenges challenging pressure pressures pressured demand difficult hard tough complex complexity costly
  issue issues crisis austerity reduced reduction reductions reluctant reluctance perceived perception criticism
  scale significant-challenge hurdle demanding deprivation inequality inequalities poverty`);

/** Turns a good word after it into its opposite. */
export const denies = list(`
  not no never nor neither without little few less fewer lack lacks lacking hardly scarcely barely rarely seldom insufficient
  insufficiently inadequate limited unable absence isn't aren't wasn't weren't don't doesn't didn't cannot can't won't hasn't haven't yet`);

/** Takes the sting out of a weak word after it. */
export const relieves = list(`
  no not without reduce reduces reduced reducing address addresses addressed addressing tackle tackles tackled tackling overcome overcame
  overcoming avoid avoids avoided avoiding resolve resolved resolves resolving mitigate mitigates mitigating mitigated prevent prevents
  preventing prevented remove removed removing close closing closed cut cutting manage managing managed eliminated fewer despite fewer
  little responded respond response meet spread reject rejects`);
