import { atomsOf } from './atoms.ts';
import { beginsRole } from './flat-rows.ts';
import { isOrganisation, isPersonName, isTitled, partyIn, saysRole } from './words.ts';

/**
 * Cuts a text in which several peers' lines ran into one another (bullets that a conversion lost) where one's
 * organisation or party ends and the next one's name begins. A text that holds one line stays whole.
 */
export function unglued(text: string): { readonly text: string; readonly start: number }[] {
  const atoms = atomsOf(text);
  const cuts = [0];
  let named = false;
  atoms.forEach((atom, i) => {
    const next = atoms[i + 1];
    const role = next && i > 0 && startsWithName(next.text) ? roleStart(atom.text, named) : null;
    if (role !== null) {
      cuts.push(atom.start + role);
      named = false;
      return;
    }
    const isName = isPersonName(atom.text);
    if (i > 0 && next && (saysRole(next.text) || isOrganisation(next.text))) {
      // "... Association (LGA) Ada Thornbeck, Adviser": what stood in brackets ended a line.
      const at = isName && named && /\)\s*$/u.test(text.slice(0, atom.start)) ? 0 : nameStart(atom.text);
      if (at !== null) cuts.push(atom.start + at);
    }
    named ||= isName;
  });
  return cuts.map((start, i) => ({ text: text.slice(start, cuts[i + 1]).trimEnd(), start }));
}

/** Where in "Ashby Borough Council Ada Thornbeck" the name begins; null where the text is no such pair. */
function nameStart(text: string): number | null {
  const spaces = [...text.matchAll(/ /gu)].map((m) => m.index);
  const fits = spaces.filter((at) => {
    const left = text.slice(0, at);
    return (
      isPersonName(text.slice(at + 1)) &&
      !/\b(?:of|and|&|the|for)$/u.test(left) &&
      (isOrganisation(left) || partyIn(left)?.rest === '')
    );
  });
  const best =
    fits.find((at) => isTitled(text.slice(at + 1))) ??
    fits.find((at) => /\b(?:council|authority|association|partnership|trust|\(lga\)|lga)$/iu.test(text.slice(0, at))) ??
    fits.at(-1);
  return best === undefined ? null : best + 1;
}

/**
 * Where in "Ashby Borough Council Member Peer" the role begins that the next name follows; null where the text is no
 * such pair. A name may stand before it too: "Ada Thornbeck Project Support Officer".
 */
function roleStart(text: string, named: boolean): number | null {
  const at = [...text.matchAll(/ /gu)]
    .map((m) => m.index)
    .find((space) => {
      const left = text.slice(0, space);
      const right = text.slice(space + 1);
      if (!beginsRole(right.split(' ')[0]!) || !saysRole(right) || isOrganisation(right)) return false;
      return named ? isOrganisation(left) || partyIn(left)?.rest === '' : isPersonName(left);
    });
  return at === undefined ? null : at + 1;
}

const startsWithName = (text: string): boolean => isPersonName(text) || roleStart(text, false) !== null;
