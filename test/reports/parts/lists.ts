/** Hands out the numbers of a report's lists. */
export class Lists {
  #last = 0;
  next(): number {
    this.#last += 1;
    return this.#last;
  }
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
/** "a", "b" ...; from 0. */
export const letter = (index: number): string => String.fromCharCode(97 + index);
/** "i", "ii" ...; from 0, up to twelve. */
export const roman = (index: number): string => romans[index] ?? String(index + 1);
