/**
 * Words of judgement in the English of reports about organisations. A word that ends in * stands for every word that
 * begins so. The lists are general on purpose: nothing in them comes from the words of one report.
 */
const list = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Says that something is good, whoever says it of whatever. */
export const praise = list(`
  good better best excellen* outstanding exceptional* exemplary exemplar* superb brilliant* fantastic great terrific tremendous* wonderful* amazing* first-class first-rate
  world-class high-quality top-performing high-performing impress* striking* remarkabl* notable notably noteworthy admir* commend* congratulat* applaud* praise* praiseworthy
  credit acclaim* award* celebrated renowned enviable laudable proud* pride
  strong stronger strongest strength* strongly effective* success* succeed* thriv* flourish* vibran* buoyan* robust* sound healthy healthier
  positive* constructive* harmonious* cordial* courteous* respectful* warm* warmth friendly mature maturing maturity collegiate* collaborative* cohesive* united unity
  talented capable capably competent competently skilled skilful* adept accomplished experienced expert expertise knowledgeable professional* professionalism diligent* conscientious
  dedicat* passion* enthusias* energetic energised motivated devoted loyal* hard-working hardworking tireless* committed
  innovati* creative creatively creativity imaginative* inventive pioneer* trailblaz* ground-breaking groundbreaking cutting-edge forward-looking forward-thinking bold boldly brave courage* ambitious
  inspir* inclusive welcoming welcome* approachab* accessib* visibl* responsive* attentive agile nimble proactiv* pragmati* swift* prompt* timely efficient* punctual*
  clear clarity coherent* crisp concise thorough* thoughtful* comprehensive* intelligent* insight* astute shrewd wise* sensible* sensibly prudent* rigorous* rigour disciplined discipline careful*
  open openness honest* honesty candid* frank* transparent transparently refreshing* fairness integrity ethical principled trusted trusting trust trustworth* credib* respected respect regarded
  genuine* authentic* tangible* palpable* evident evidently real
  improved improving strengthened enhanced transformed turnaround progress* gains gained momentum traction headway milestone* stride* breakthrough
  well-run well-led well-regarded well-established well-respected well-managed well-received well-developed well-connected well-placed well-organised well-prepared well-embedded
  well-functioning well-understood well-informed well-attended well-supported well-resourced well-structured well-maintained well-used well-known well
  empowered empowering empowerment confident confidently confidence optimis* upbeat excite* exciting eager keen willing* appetite goodwill rapport
  sustainable stable stability resilient resilience steady steadily dependab* reliab* consistent* solid
  asset assets achieved achievement* accomplish* beneficial benefited rewarding advantage* valued valuable invaluable helpful* useful* influential
  appreciated appreciation appreciative satisf* pleas* delight* grateful gratitude popular* enjoy* celebrat*
  right* appropriate* relevant pertinent proportionate realistic evidence-based well-evidenced self-aware self-awareness aware grip master* command*
  encouraging encouragingly promising reassur* vindicat* endorsed supportive
  embedded joined-up seamless* streamlined smooth* fluent lively abundan* rich* wealth plentiful ample
  exceeded surpassed outperform* distinctive unique compelling persuasive attractive thoughtfulness dynamic fresh renewed
  matured blossom* dividends magnificent* heroic calm calmly kindness generous* generosity patient humane decent decency polite wholehearted* unanim* skilfully deft* instrumental bedrock
  flagship high-calibre nurturing cherished beloved favourabl* uplifting unwavering unrivalled authoritative persever* conscientiously consensus mutual* articulated articulately crucial pivotal stimulus`);

/** Praise only now and then: the rest of the time the word is plain. */
export const plain = new Set(
  list(`real right rights clear clearly well better best command commands aware open trust keen relevant appropriate credit careful carefully rich fresh
  sensible committed confidence patient sustainable regarded experienced resilience stability inclusive improving great respect willing crucial pivotal evident evidently alike mature
  progress progressing progressed progressive efficient efficiently transparent comprehensive professional professionals expert expertise accessible visible consistent consistently embedded`),
);

/** Says that something is weak, missing, slow, at risk, or that it worries people. */
export const weakness = list(`
  weak* poor poorly poorest inadequa* insufficient* ineffect* inefficien* inconsisten* incoheren* incomplete uneven* patch* piecemeal fragment* disjointed disconnect* unclear unsure
  uncertain* confus* ambigu* vague* opaque lack* absen* missing missed shortage* shortfall* deficit* deficien* scarc* sparse sporadic thin
  slow* slip* slippage delay* stall* lag lags lagg* drift* late belated* overdue outstanding-actions languish* stagnat* stuck
  struggl* stretched over-stretch* overstretch* strain* fragil* vulnerab* precarious* brittle exposed exposure unstable instabil* volatil* unsettl* turbulen*
  risk* danger* threat* jeopard* peril* worr* concern* anxi* fear fears feared fearful nervous* apprehens* scepti* doubt* distrust* mistrust* suspicio* unease uneasy
  frustrat* resent* disappoint* dissatisf* discontent* unhapp* tired* fatigue* weary exhaust* burnout stressed demorali* disempower* disengag* disaffect* undervalued overwhelm* overload* burden*
  overspen* backlog* arrear* unsustainab* unaffordab* unviable insolven*
  silo* duplicat* waste* wasted cumbersome bureaucra* convolut* over-complicated clunky laborious onerous
  neglect* overlook* ignor* exclu* isolat* marginali* sidelin* alienat* left-behind
  fail* fell falling deteriorat* declin* worsen* dip dipped wane* waned ebb* erode* erosion suffer* damage* harm harmed harms harmful hurt hurts
  over-relian* overrelian* over-depend* over-ambitious over-optimis* dependen* relian*
  problem* difficult* toxic nasty hostil* conflict* tension* discord blame* bully* divisive divided rift* hinder* hamper* inhibit* thwart* stifl* undermin* obstruct* impede* impedi* barrier* obstacle* bottleneck* restrict* constrain* constraint* limits
  vacuum turnover outdated dated obsolete antiquated ageing under-resourced underresourced under-developed underdeveloped under-used underused under-perform* underperform* undersized under-represent* underrepresent*
  unaware unconvinced unproven untested unsigned unresolved unfunded unaddressed unrealistic unreliable unpopular unanswered unequal unfair* unwilling* unable uncoordinated unnecessar* unhelpful* unwelcome unwieldy unmet unsuccessful*
  daunting severe severely severity acute alarm* bleak grave dire stark defensive* parochial* paternalis* top-down reactive* ad-hoc adhoc opportunistic* complacen* insular inward-looking
  critici* complaint* unsatisfactor* unaccept* lengthy off-putting opposing contradict* mismatch* misalign* imbalanc* muddl* chaotic haphazard messy disorgani*
  wrong* mistak* error* loss losses lost losing cost-overrun rushed hasty shallow superficial tokenis* formality lip-service tick-box box-ticking
  reluctan* resist* apath* cynic* low-morale limited minimal negligible meagre rarely seldom hardly barely scarcely
  forgotten angry anger upset bitter* ashamed embarrass* awkward* harsh* rude aggressive* intimidat* aloof dismiss* arrogan* timid hesitan* indecisi*
  shortcoming* flaw* defect* faulty broken crumbl* dilapidat* hollow dormant misunderst* misus* miscommunicat* firefighting fire-fighting unknown unseen invisible unhealthy
  unsafe unfit unbalanced unconnected unsupported breach* fraud* powerless* unloved untouched undue
  bad badly complain* fault faults faulted afraid refus* regret* excuse* grudg* quarrel* grumbl* shirk* shy lose shortage
  hiding hides hidden masks masking masked obscure* blurred
  too overly heavily excessive* disproportionate* hard-pressed sizeable stark* crisis crises emergency-measures churn outlier unprecedented worst worse`);

/** Trouble that reports also name as plain context. */
export const trouble = list(`
  gap gaps challenge challenges challenging challenged pressure pressures pressured demand demands hard tough complex complexity complexities costly expensive
  issue issues austerity reduced reduction reductions cuts perceived perception perceptions scale deprivation deprived inequalit* poverty competing
  difficulty difficulties turnover deficit constraint constraints`);

/** Turns a good word after it into its opposite. */
export const denies = new Set(
  list(`
  not no never nor neither without little few less fewer lack lacks lacking lacked hardly scarcely barely rarely seldom insufficient
  insufficiently inadequate limited unable absence isn't aren't wasn't weren't don't doesn't didn't cannot can't won't hasn't haven't yet too`),
);

/** Takes the sting out of a weak word after it. */
export const relieves = new Set(
  list(`
  no not without reduce reduces reduced reducing address addresses addressed addressing tackle tackles tackled tackling overcome overcame
  overcoming avoid avoids avoided avoiding resolve resolved resolves resolving mitigate mitigates mitigating mitigated prevent prevents
  preventing prevented remove removed removing close closing closed cut cutting manage managing managed eliminated fewer despite
  responded respond response meet spread reject rejects few seldom rarely never nobody none nothing nor neither hardly scarcely barely isn't wasn't don't doesn't didn't
  little halved cleared clearing ended ending settled settling fixed fixing solved shed averted weathered eased easing defused dismantled lifted withstood absorbed repaired corrected free`),
);

/** Measures that are better the lower they are, and those that are better the higher. */
export const badMeasures = list(
  `absence sickness turnover complaint* vacanc* backlog* cost costs crime homeless* unemployment waiting caseload* churn borrowing antisocial anti-social agency accident* incident* emissions arrears debt fines errors waits`,
);
export const goodMeasures = list(
  `morale satisfaction performance attendance turnout recruitment retention recycling reserves balance balances collection trust confidence engagement income participation productivity standards attainment response quality uptake take-up occupancy footfall speed`,
);
export const falls = list(
  `fall* fell reduc* down low lower lowest few halved cut dropp* decreas* declin* minimal shrunk below`,
);
export const rises = list(
  `rise rises rising risen rose high higher highest increas* grow* grew grown doubled tripled up soar* climb* above`,
);
