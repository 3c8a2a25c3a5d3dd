import type { Atom } from './atoms.ts';
import { atomsOf } from './atoms.ts';
import { isOrganisation, isPersonName, isTitled, partyIn, saysRole, withoutOffice } from './words.ts';

/** A peer as one line prints him or her. */
export type PrintedPeer = {
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly party: string | null;
  /** 0 to 1: how well the line has the form of a peer's line. */
  readonly confidence: number;
};

/**
 * Reads a line that introduces one peer, its parts in any order, between dashes, commas, colons or brackets. The role is
 * the part played in the team where the line names one ("Officer Peer"), else the post held. An organisation that is
 * named only within the role stays there. Null where the line introduces nobody.
 */
export function peerOf(line: string): PrintedPeer | null {
  const plain = line.replace(/\s+/gu, ' ').replace(/^[•·▪◦§Øo\uf0b7*+–-]\s+/u, '');
  const atoms = atomsOf(plain);
  if (atoms.length === 0 || atoms.length > 12 || line.length > 300) return null;
  const at = nameAt(atoms);
  if (at < 0) return null;
  const text = atoms.map((a) => a.text);
  const name = withoutOffice(text[at]!);
  const before = atoms.slice(0, at);
  const after = atoms.slice(at + 1);
  // A line that begins with a role has the role, and nothing but it, before the name.
  if (before.length > 0 && !before.some((a) => saysRole(a.text) || partyIn(a.text) || isOrganisation(a.text)))
    return null;
  const lead = partOf(before, plain);
  const rest = partOf(after, plain);
  const party = lead.party ?? rest.party;
  let organisation = rest.organisation ?? lead.organisation;
  let role = lead.role ?? rest.role;
  // What is neither a role nor known as an organisation is where the person is from.
  const unplaced = organisation === null && rest.role !== null && !saysRole(rest.role);
  if (unplaced) {
    organisation = rest.role;
    role = lead.role;
  }
  if (role === null && organisation === null && party === null) return null;
  const sure = rest.sure && lead.sure && !unplaced;
  return { name, role, organisation, party, confidence: sure ? 0.95 : lead.role ? 0.8 : 0.6 };
}

/** The first part of the line that is a name; a titled one before all. */
function nameAt(atoms: readonly Atom[]): number {
  const titledAt = atoms.findIndex((a) => isTitled(a.text) && isPersonName(a.text));
  if (titledAt >= 0) return titledAt;
  return atoms.findIndex((a, i) => (i < 3 || a.after === 'strong') && a.after !== 'bracket' && isPersonName(a.text));
}

type Said = { role: string | null; organisation: string | null; party: string | null; sure: boolean };

/** Role, organisation and party among the parts on one side of the name. */
function partOf(given: readonly Atom[], line: string): Said {
  let party: string | null = null;
  const roles: Atom[] = [];
  const atoms: Atom[] = [];
  for (const atom of given) {
    const found: ReturnType<typeof partyIn> = party === null ? partyIn(atom.text) : null;
    if (!found) atoms.push(atom);
    else {
      party = found.party;
      if (found.rest && saysRole(found.rest)) roles.push({ ...atom, text: found.rest });
    }
  }
  const merged = mergeBrackets(atoms.flatMap(splitEmployer));
  const organisationAt = merged.findIndex((a, i) => isOrganisation(a.text) || namedByPlace(merged, i));
  if (organisationAt < 0) {
    const all = [...merged, ...roles];
    return {
      role: all.length > 0 ? joined(all, line) : null,
      organisation: null,
      party,
      sure: merged.every((a) => saysRole(a.text)),
    };
  }
  const organisation = merged[organisationAt]!.text;
  const own = [...merged.slice(0, organisationAt), ...roles];
  const more = merged.slice(organisationAt + 1);
  // "Ashby Council, Leader": the role after the organisation.
  const role = own.length > 0 ? own : more.filter((a) => saysRole(a.text)).slice(0, 1);
  return {
    role: role.length > 0 ? joined(role, line) : null,
    organisation,
    party,
    sure: more.length <= (own.length > 0 ? 0 : 1),
  };
}

/** After a role between dashes, the last part between dashes is the organisation, whatever it is called. */
function namedByPlace(atoms: readonly Atom[], i: number): boolean {
  const atom = atoms[i]!;
  if (i === 0 || i !== atoms.length - 1 || atom.after !== 'strong' || saysRole(atom.text)) return false;
  return atoms.slice(0, i).some((a) => saysRole(a.text)) && /^\p{Lu}/u.test(atom.text);
}

/** "Director of Place at Ashby Council": two parts. */
function splitEmployer(atom: Atom): Atom[] {
  const found = /^(?<role>.+?),? (?:at|from|with|for) (?<organisation>(?:the )?\p{Lu}.*)$/u.exec(atom.text);
  if (!found || !isOrganisation(found.groups!.organisation!) || !saysRole(found.groups!.role!)) {
    const from = /^(?:at|from|of) (?<organisation>(?:the )?\p{Lu}.*)$/u.exec(atom.text);
    return from && isOrganisation(from.groups!.organisation!)
      ? [{ ...atom, text: from.groups!.organisation! }]
      : [atom];
  }
  const { role, organisation } = found.groups! as { role: string; organisation: string };
  return [
    { ...atom, text: role, end: atom.start + role.length },
    { ...atom, text: organisation, start: atom.end - organisation.length, after: 'strong' },
  ];
}

/** What stands in brackets after an organisation or a role belongs to it: "Association (LGA)", "Director (Place)". */
function mergeBrackets(atoms: readonly Atom[]): Atom[] {
  const out: Atom[] = [];
  for (const atom of atoms) {
    const before = out.at(-1);
    if (atom.after !== 'bracket' || !before) out.push(atom);
    else if (/^\p{Lu}[\p{Lu}&]{1,6}$/u.test(atom.text) && isOrganisation(before.text))
      out[out.length - 1] = withBracket(before, atom);
    else if (
      /^(?:virtual(?:ly)?|remote(?:ly)?|on-?site|shadow(?:ing)?|observer|retired|part[ -]time|day.*)$/iu.test(atom.text)
    ) {
      if (saysRole(before.text) && !isOrganisation(before.text)) out[out.length - 1] = withBracket(before, atom);
    } else if (isOrganisation(atom.text) || (saysRole(atom.text) && isOrganisation(before.text))) out.push(atom);
    else out[out.length - 1] = withBracket(before, atom);
  }
  return out;
}

function withBracket(before: Atom, atom: Atom): Atom {
  return { ...before, text: `${before.text} (${atom.text})`, end: atom.end + 1 };
}

/** Parts of one role, with what was printed between them; by commas where they stood apart. */
function joined(atoms: readonly Atom[], line: string): string {
  const whole = line.slice(atoms[0]!.start, atoms.at(-1)!.end);
  const printed =
    atoms.every((a) => whole.includes(a.text)) && whole.length <= atoms.reduce((n, a) => n + a.text.length + 3, 0);
  return printed ? whole : atoms.map((a) => a.text).join(', ');
}
