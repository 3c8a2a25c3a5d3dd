import { councilFacts } from '../../data/councils.ts';

/** What the parts of a peer's line can be, each by its words alone. Where two fit, the place in the line decides. */

const particle =
  '(?:de|de la|del|della|den|der|di|du|da|dos|la|le|van|van der|van den|von|bin|ibn|al|el|ap|ab|ten|ter|y)';
const nameWord =
  "(?:(?:O|D|L)['’])?(?:Mc|Mac|Fitz)?\\p{Lu}[\\p{Ll}\\p{M}]+(?:['’]\\p{L}+)?|\\p{Lu}['’]\\p{Lu}\\p{Ll}+|\\p{Lu}\\.?(?:\\p{Lu}\\.?)?";
const nameToken = `(?:${nameWord})(?:[-‐‑](?:${nameWord}))*`;
const courtesy =
  '(?:Sir|Dame|Dr|Lord|Lady|Baroness|Baron|Professor|Prof|Mr|Mrs|Ms|Miss|Mx|Rev|Revd|Reverend|Ald|Alderman|Major|Captain|Colonel|Col)\\.?';
const office = '(?:Cllrs?|Councillors?|Coun|Clr|CLLR|COUNCILLOR)\\.?';
const honours = '(?:OBE|MBE|CBE|KBE|DBE|JP|QPM|DL|BEM|KC|QC|FRSA|CPFA|MP|PhD|MBA|TD|DSO|RD)';

/** A personal name, with its titles and honours. Groups: office, name. */
export const personName = new RegExp(
  `(?<office>(?:the )?(?:(?:Rt\\.? Hon\\.?|Right Honourable) )?${office} )?(?<name>(?:(?:the )?(?:Rt\\.? Hon\\.? )?${courtesy} )*(?:${nameToken})(?: ${particle})?(?: (?:${nameToken})){1,3}?(?:,? ${honours}(?![\\p{L}]))*)`,
  'u',
);
const wholeName = new RegExp(`^${personName.source.replace('{1,3}?', '{1,3}')}$`, 'u');
const titled = new RegExp(`^(?:${office}|${courtesy}) `, 'u');

const parties =
  /^(?:the )?(?<party>(?:labour (?:and|&) co-?operative|labour|conservatives?|(?:scottish )?liberal democrats?|lib\.? ?dems?|liberals?|green(?: party)?|independents?(?: group)?|ind\.?|con\.?|lab\.?|l\/?d|reform(?: uk)?|ukip|plaid cymru|residents['’]? (?:association|group)|non-?aligned|no party|co-?operative|your party|snp)(?: party| group)?)(?<rest> .*)?$/iu;

const roleWord =
  /\b(?:peers?|leader|chief|executive|exec|director|head|officer|manager|adviser|advisor|cabinet|mayor|chair(?:man|woman|person)?|councillor|assistant|deputy|consultant|associate|secretary|treasurer|solicitor|commissioner|president|portfolio|specialist|s\.?151|section 151|support|shadow(?:ing)?|observer|analyst|co-?ordinator|graduate|trainee|member|lead|ceo|cfo|cex|programme|principal|strategic|policy|challenge|facilitator|reviewer|expert|representative|spokesperson|whip|partner(?! ?ship))\b/iu;
/** Words an organisation ends with, or holds. */
const organisationWord =
  /(?:\b(?:councils?|borough|authority|authorities|association|partnership|corporation|nhs|trust|ltd|limited|plc|llp|university|college|constabulary|police|institute|foundation|agency|alliance|federation|confederation|consortium|county council|combined authority|lga|cipfa|solace|ccn|dcn|mhclg|dluhc|dclg|cfgs|cfps|london councils|local partnerships|department for|ministry of|improvement service|icb|ccg|lep)\b|\b(?:MBC|LBC|CBC|CC|DC|BC|MDC|RBC|LB|RB)\b)/iu;
const organisationStart =
  /^(?:the )?(?:(?:london|royal|metropolitan) borough of|city of|borough of|county of|district of|lb|rb|department (?:for|of)|ministry of|centre for|association of|institute of|society of)\b/iu;

const shortNames = new Set(
  councilFacts.flatMap(([, name]) => [name.toLowerCase(), name.toLowerCase().replace(/ and /gu, ' & ')]),
);
for (const region of ['york', 'hull', 'bristol', 'durham']) shortNames.add(region);

export function isPersonName(text: string): boolean {
  const found = wholeName.exec(text);
  if (!found) return false;
  // "Cllr Ada Thornbeck Member Peer" goes on with a role.
  if (titled.test(text)) return !(text.split(' ').length > 3 && new RegExp(`${roleWord.source}$`, 'iu').test(text));
  return (
    !roleWord.test(text) && !organisationWord.test(text) && !notNames.test(text) && !shortNames.has(text.toLowerCase())
  );
}

/** Words of group headings and subjects that print like a name. */
const notNames =
  /\b(?:team|core|services?|finance|financial|shared|social|care|children|adults?|health|housing|planning|people|resources|corporate|local|government|united|kingdom|england|city|county|district|borough|metropolitan|unitary|town|region(?:al)?|transformation|digital|economic|economy|growth|regeneration|communit(?:y|ies)|environment|culture|capacity|improvement|public|affairs|legal|democratic|governance|labour|conservative|liberal|democrat|independent|party|virtual|remote|group|source|annex|appendix|executive|summary|steps|scope|focus|process|feedback)\b/iu;

/** "Cllr", "Councillor": the office, which is no part of a name. */
export function withoutOffice(name: string): string {
  return name.replace(new RegExp(`^(?:the )?${office} `, 'u'), '');
}

export function isTitled(text: string): boolean {
  return titled.test(text);
}

/** A party, and what follows it ("Labour member peer": Labour, and "member peer"). Null where the text names none. */
export function partyIn(text: string): { readonly party: string; readonly rest: string } | null {
  const found = parties.exec(text);
  if (!found) return null;
  const rest = found.groups!.rest?.trim() ?? '';
  // "Independent Chair", "Green Spaces Manager": a party stands alone or before the words of a peer's part.
  if (
    rest &&
    !/^(?:(?:lead )?(?:member|councillor|elected member|group|party)(?: peer| leader)?|peer|lead member)\b/iu.test(rest)
  )
    return null;
  return { party: found.groups!.party!.trim(), rest };
}

export function saysRole(text: string): boolean {
  return roleWord.test(text);
}

/** Is this the name of an organisation, rather than a role that names one on the way? */
export function isOrganisation(text: string): boolean {
  if (
    /^(?:lga|local government association)\b.*\p{L}/iu.test(text) &&
    /^(?:lga|local government association)(?: \((?:lga)\))?$/iu.test(text)
  )
    return true;
  if (
    /^(?:the )?(?:former |ex-?|deputy |assistant |interim |acting |joint |lead |vice |senior |principal |executive |strategic |corporate |cabinet |chief |managing |regional |group |opposition |council )*(?:leader|chief|director|head|manager|officer|member|mayor|chair\p{L}*|adviser|advisor|executive|peer|lead|consultant|associate|programme|solicitor|treasurer|assistant|deputy)\b/iu.test(
      text,
    ) &&
    !organisationStart.test(text)
  )
    return false;
  if (/^lga\b/iu.test(text) && roleWord.test(text)) return false;
  if (organisationStart.test(text)) return true;
  if (shortNames.has(text.toLowerCase().replace(/^the /u, ''))) return true;
  if (!organisationWord.test(text)) return false;
  // "Thurlby Council Chief Executive" ends in a role.
  return !new RegExp(`${roleWord.source}$`, 'iu').test(text);
}

/** Does this begin as only an organisation's name does ("London Borough of")? */
export function opensOrganisation(text: string): boolean {
  return organisationStart.test(text);
}
