/**
 * A sentence as the English phrases are written: plain letters, straight apostrophes, single spaces, capitals kept. The
 * phrases can then be plain patterns over a to z, which take a third of the time of patterns over the letters of every
 * script.
 */
export function folded(sentence: string): string {
  const straight = sentence.replace(/[‘’]/g, "'").replace(/\s+/g, ' ');
  return /[^\x00-\x7f]/.test(straight) ? straight.normalize('NFKD').replace(/\p{M}+/gu, '') : straight;
}
