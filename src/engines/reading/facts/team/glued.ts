import { atomsOf } from './atoms.ts';
import { isOrganisation, isPersonName, isTitled, partyIn, saysRole } from './words.ts';

/**
 * Cuts a text in which several peers' lines ran into one another (bullets that a conversion lost) where one's
 * organisation or party ends and the next one's name begins. A text that holds one line stays whole.
 */
export function unglued(text: string): { readonly text: string; readonly start: number }[] {
  const atoms = atomsOf(text);
  const cuts = [0];
  atoms.forEach((atom, i) => {
    const next = atoms[i + 1];
    if (i === 0 || !next || !(saysRole(next.text) || isOrganisation(next.text))) return;
    const at = nameStart(atom.text);
    if (at !== null) cuts.push(atom.start + at);
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
