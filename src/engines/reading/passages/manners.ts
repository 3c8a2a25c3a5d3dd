/**
 * Manners of speaking that praise, blame or merely define without a word of judgement: what people do, what became of a
 * thing, what is not there. Written in small plain letters, for text that was folded; gaps are bounded.
 */
const any = (...alternatives: readonly string[]) => new RegExp(`\\b(?:${alternatives.join('|')})\\b`);
const few = '(?:[a-z-]+ ){0,2}?';
const count = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]+)';
const people =
  '(?:residents|tenants|staff|people|partners|members|officers|families|businesses|managers|customers|callers|clerks|councillors|carers|volunteers|they|colleagues|teams|charities|schools|visitors|applicants|contractors)';

export const manners = {
  /** Praise through what is done. */
  conduct: any(
    `(?:is|are|was|were|been|being|feel|felt) ${few}(?:listened to|acted (?:up)?on|picked up|heard|trusted|tested|thanked|explained|owned by|sought after|looked up to|copied|known (?:for|as)|kept informed|honoured|admitted|used (?:every|daily|widely|well|to good)|put right|put to use|looked after|shared (?:widely|freely|openly|early)|asked to (?:share|speak|host)|consulted early|involved (?:early|from)|read and|taken up|answered|followed up|checked)`,
    '(?:across|of|from|whatever) (?:all|every|both|the|their) (?:political )?(?:part(?:y|ies)|groups|sides|political)',
    'cross-party|side by side|shoulder to shoulder|hand in hand|regardless of party|across (?:the )?party|one voice|party lines',
    'sparingly|with (?:great |much |real |good )?(?:care|tact|patience|humour|grace|imagination|energy|confidence|pride|conviction|ease|discipline|restraint|dignity|purpose|sensitivity|relish|flair|precision|candour|courtesy|compassion)',
    `(?:within|in) (?:a|an|the|minutes|hours|days|${count}|a few|a matter of) ?(?:same )?(?:days?|hours?|minutes?|hours|weeks?)|(?:on )?the same day|(?:at the )?first (?:time|attempt|call|contact)`,
    'by name|without (?:fuss|delay|drama|rancour|fear|complaint|a hitch|difficulty|incident|interruption|having to|being asked|hesitation|disruption)|to the letter',
    `(?:does|do|did) what (?:it|they) (?:says?|said|promised?)|finish(?:es)? what|ke(?:eps?|pt) (?:its|their|his|her) (?:word|promises?|nerve)|sets? (?:the|a) (?:${few})?(?:tone|pace|standard|example)|leads? (?:by example|from the front)|good example`,
    '(?:come|comes|came|coming|visit|look|turn|travel)(?:s|ed)? (?:from \\w+ )?(?:to (?:the council|it|learn|see|them)|here to)|to (?:learn|see) how|a model (?:for|of|to)|have (?:since )?(?:copied|followed|adopted|borrowed)|asked the council to|to share (?:its|their|what)|template for',
    '(?:every|each|all) (?:of the )?(?:service|member|project|scheme|saving|plan|action|decision|risk|team|director|directorate|manager|councillor|action)s? (?:now )?(?:has|have|is|are|can|knows?)',
    'nine (?:[a-z]+ )?in ten|all but one|would recommend|almost all|nearly all|almost every|nearly every|the great majority|(?:at|to) the first time of asking',
    '(?:ask|asks|asked|asking) (?:the |searching |good |hard |probing |awkward )+questions|out of (?:its|their) way|stands? by|stood by|(?:speak|speaks) (?:daily|freely|up|openly)',
    `(?:staff|people|residents|tenants|members|officers|they|managers|partners|councillors) (?:also |now |all )?(?:know|knew|understand|understood|can see|see|can explain|can describe|could (?:all )?(?:tell|describe|explain|name|recite)|feel able|felt able) (?:us )?(?:what|whom|who|how|where|why|that|each|the)`,
    'meets? (?:every|all|each)|in hand|under control|ahead of (?:time|schedule|plan|the)|before (?:time|a penny|the deadline)|below (?:its |the )?budget|(?:years?|months?|weeks?|days?) early|early and often|in good time|well before|at an early stage',
    'listens?(?!ed| more| harder)(?: to|,| and)|learns? from|has learned|owns? up|tells? (?:members|the truth|it straight)|own words|real say|(?:a|their) say|(?:their|its) (?:views|votes|marks|voices?) count',
    '(?:queue|queue up|clamour|compete|keen) to|waiting list to|people stay|stay with|chose to stay|gets? things done|things done|return (?:calls|time)|turns? up|come back|came back|sticks? to|stuck to|sees? (?:it|them|things|schemes|projects) through|thinks? ahead|rolls? up|pulls? (?:its|their) weight|goes? further|the first (?:council|authority|district|county)? ?(?:in|to)',
    'paid (?:back|off)|pays? its way|more than (?:paid|doubled|met)|saves?d? (?:time|money|lives)|kept (?:every|all|open|its|going|pace|services)|weathered|rose to|risen to|stood (?:firm|up well)|held (?:its|up|firm|together)|come (?:far|a long way)|on course|own house in order|benefit of the doubt|spur to',
  ),
  /** Fault through what is done or left undone. */
  lapse: any(
    `(?:only|just|barely|hardly|scarcely|fewer than|less than|under|no more than) (?:a )?(?:${count}|third|quarter|half|fifth|handful|few|minority|one) (?:of|in|out)`,
    `(?:only|just) (?:the (?:larger|largest|few|same)|a (?:few|handful|third|quarter|fifth|minority|fraction)(?! (?:examples?|instances?|of (?:the|these)))|some|half|${count} (?:[a-z]+ ){1,3}?(?:have|had|has|were|was|are|is|could|knew|took|said|attend))`,
    'neither\\b.{1,80}\\bnor|silent (?:on|about)|says? (?:nothing|little|almost nothing)|sa(?:y|ys|id) (?:very )?little|makes? no (?:mention|reference|link|provision|allowance)|(?:does|do|did) not (?:mention|explain|set out|show|address|reflect|match|add up|speak|extend|reach|say|identify|tell|talk|link|join|connect|work|feel|know|use|see|meet|read|trust|make|have|always|yet|appear|seem|believe|understand|recognise|get|consistently|keep|allow)',
    '(?:contains?|contained|holds?|held|gives?|gave|offers?|offered|carries|has|have|had|with|is|are|was|were|saw|found|took|drawn|be) no (?!complain|concern|doubt|fear|problem|longer|fewer|less|more|sign|trace|case|overall|part|vote|role|power|party)',
    `(?:bottom|foot) of the|near the bottom|(?:the )?(?:lowest|slowest|poorest|worst|weakest) (?:in|among|of|performing|quartile|quarter)|one of the (?:lowest|slowest|poorest|worst|weakest)|last (?:in|among)|compares? (?:badly|poorly)|out of line|twice (?:as|the)|double (?:the|that)|half (?:as|the rate)|overtaken|behind (?:its|their|other|the|most)`,
    '(?:regularly|routinely|often|repeatedly|frequently|usually|always|habitually|again and again|time and again|consistently|tends? to (?:be)?|sometimes|persistently|invariably|too) (?:been )?(?:miss|late|cancelled|postponed|deferred|overr[au]n|underspent|withdrawn|pulled|changed|delayed|revisited|put off|slip|arrive|happen|drift|lost|ignored|rushed|thin)(?:e?s|ed)?',
    `(?:weeks?|months?|years?|hours?|days?) (?:late|old|behind|overdue|out of date|after (?:the|they|it)|too late)|took (?:[a-z]+ )?(?:${count}|[a-z]+teen) (?:months|years|weeks) to|(?:for the )?(?:second|third|fourth) time|${count} times (?:without|in|since|before|over)|several times|last (?:updated|reviewed|revised|met|tested) in|(?:has|have) (?:expired|lapsed|slipped|drifted)|expired|the night before|at the last (?:minute|moment)|on the day`,
    `(?:in|inside) the heads? of|one (?:person|officer|individual|member of staff)|single (?:person|officer|individual|supplier)|(?:handful|couple) of (?:[a-z]+ )?(?:people|individuals|officers|members|volunteers)|depends? (?:heavily |largely |entirely |wholly )?on|relies? on|rely on|rests? on`,
    `${people} ${few}(?:have|had|has) to (?:ring|ask|tell|chase|wait|repeat|go|write|explain|fill|rely|guess|find out|queue|work around|use|search|travel|phone|call|re-enter|start again)`,
    `(?:learn(?:ed|t|s)?|hears?|heard|find out|found out|read)(?: of| about)? [a-z ,]{0,60}?(?:from|in|through|before) (?:the )?(?:local |social )?(?:press|newspapers?|radio|media|paper|news|rumour|each other|gossip|they)`,
    'after (?:the|a) decisions? (?:has|have|had|is|are|was|were)|once (?:the )?decisions? (?:has|have|is|are)|afterthought|wish list|talking shop|in the dark|beyond (?:its|their) means|heads? down|different directions|cross purposes|the same few|for want of|left to (?:chance|individuals|each|themselves|fend)|on (?:a|the) shelf|gathers? dust|paper exercise|rubber[- ]stamp|hand to mouth|wearing thin|by the back door|in the corridors?|nowhere|without (?:explanation|competition|consultation|notice|a plan|reference|asking|any|knowing|evidence|a clear|regard|thought|challenge|sight|an agreed)',
    'come as a surprise|came as a surprise|surprised (?:not )?to|goes? (?:unnoticed|unread|unheard)|went unheard|(?:then|and) forgotten|says one thing|not (?:been )?kept (?:pace|up|to)|lives? in|on paper (?:only)?|by hand|do(?:es)? little (?:to|for|more)|did little|makes? little|counts? for little|came to nothing|comes? to nothing|so (?:did|has) (?:the|its)|so little|counted twice|pass(?:es)? (?:them|it|people) by|(?:hears?|see|sees) only|sits? on (?:every|too)|turned away|refused a|separate (?:lists|systems|plans|versions)|own (?:version|way of|list of|system|spreadsheet)|quite different ways|at the mercy|stands? empty|left empty|hour after hour|spend (?:hours|days|too)|hours (?:a|each) (?:week|day)|in name (?:only|alone)|used up',
  ),
  /** What a thing is, told by what it is not. */
  definesByNot: any(
    `(?:is|are|was|were) (?:a |an |the |for |made |held |spent |run |paid |set |owned |elected |chosen |appointed |funded |provided |delivered |met |taken |led |managed |based )?(?:[a-z']+ ){0,6}?(?:rather than|and not|, not|instead of|not) (?:a|an|the|by|for|on|at|in|part|to|with|from|its)`,
    "(?:advises|decides|covers|serves|holds|owns|funds|employs|buys|lends|reviews|meets|reports|applies|deals|runs|provides|supports|receives|pays|acts) (?:[a-z']+ ){0,4}?(?:rather than|and not|but not|not|instead of)",
    '(?:does|do|did) not (?:include|cover|apply|own|employ|vote|sit|fund|run|provide|manage|hold|count|extend|need|form|require|collect|charge|levy|pay|use|have (?:a|an) (?:vote|mayor|seat|role))',
    '(?:is|are) not (?:part|members?|paid|included|covered|counted|elected|subject|bound|required|open|held|responsible|entitled|employed|a member|a committee|a matter|eligible|published (?:until|before)|expected)',
  ),
  /** Burdens that are spared, in words without judgement: told where something is denied. */
  spared: any(
    `(?:no(?:body|t one|ne of [a-z ]{1,30}?| one| longer| group| member| resident| [a-z]+)?|never|not (?:once|one|had to|needed to)|without(?: ever)?|hardly anyone|few) (?:[a-z']+ ){0,5}?(?:ha[ds]? (?:to|had to|gone over|been (?:missed|lost|late|turned|upheld|left|overturned))|having to|need(?:ed|s)? (?:to )?(?:borrow|chase|ask|wait|be told)|could remember|could fault|could recall|would change)`,
    '(?:has|have|had|did) (?:not|never) (?:had |needed |once )?(?:to )?(?:draw|borrow|use|touch|call on|miss|missed|lost|overspent|overspend|need|needed|flinched|ducked|shied|wavered|duck|shy|hide|forget|forgotten|waver|raid|dip)',
    '(?:does|do) not (?:shy|hide|duck|flinch|waste|sit on|rest on|wait (?:for|to)|shirk|dodge|blame|pass the)',
    'free (?:of|from)|no (?:sign|trace|hint|whiff|shortage) of|nothing (?:is|was) (?:hidden|left|wasted|off)|not a single|at no (?:point|time|stage)|off without|without a (?:single|hitch)|a thing of the past|nothing but|could not (?:fault|have been|ask|be (?:clearer|more|better|happier))|no (?:statutory )?(?:deadline|appeal|target|payment|election|school|meeting)s? (?:ha[sd]|have|was|were) (?:been )?(?:missed|lost|late|cancelled)',
  ),
} as const;

/** What follows a fault that is over: "... has been cleared". Tried on the words after it. */
export const ended =
  /^(?:(?!not\b|yet\b|never\b|to\b|nor\b|should\b|could\b|but\b)[a-z0-9'-]+ ){0,13}?(?:(?:has|have|had|was|were|is|are|been|being|and|since|long|then|now|almost|largely|all|mostly) (?:now |since |all |almost |largely |nearly |also |long |been |by [a-z]+ )*(?:cleared|filled|settled|gone|replaced|cut|halved|ended|eliminated|wiped|resolved|solved|mended|fixed|healed|put (?:right|to rest|behind)|come down|fallen|dropped|shrunk|disappeared|vanished|given way|turned (?:round|around)|overcome|tackled|dealt with|closed|removed|lifted|eased|brought (?:down|under)|a thing of the past|corrected|repaid|paid off|banished|abolished|dispelled|stamped|stopped|contained|averted|avoided|seen off|remedied|repaired|history|behind|swept|lower|down|rare|few|managed|handled|under control|met)\b|(?:fell|dropped|ended|vanished|disappeared|halved|gave way)\b(?! short))/;

/** What follows a good thing that is lost: "... has ebbed away". Tried on the words after it. */
export const lost =
  /^(?:(?!not\b|never\b|to\b|nor\b|should\b|could\b|but\b)[a-z0-9'-]+ ){0,11}?(?:(?:has|have|had|was|were|is|are|been|being|and|since|now) (?:now |since |all |almost |largely |been |also )*(?:lost|ebbed|faded|stalled|gone|lapsed|reversed|drained|dried up|closed|squandered|evaporated|slipping|slipped|waned|waning|fading|ebbing|fragile|dissipated|withered|worn|eroded|undone|abandoned|dropped|scrapped|ended|over|halted|in doubt|overtaken|disbanded|allowed to)\b|(?:came|comes|coming) to (?:an end|nothing|a halt)|(?:wither|withered|faded|ebbed|petered out|tailed off|ran out|fell away|slid|evaporated|stalled|lapsed|slipped away|dried up|vanished|dissolved|died)\b)/;

/** A past that is told apart from the present: what counts is what stands after it. */
export const thenNow =
  /\b(?:once|used to|formerly|previously|in the past|was|were|had been|years ago)\b.{4,110}?\b(?:is now|are now|has now|have now|now|no longer|today|has since|have since|these days)\b/;
