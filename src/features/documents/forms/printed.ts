// Whether the words of a figure "as printed" are a figure at all, and the one that is given as its amount.
import { type Scale, scaleOf, toPence } from '../../../engines/reading/money/exact.ts';
import { findShares } from '../../../engines/reading/money/shares.ts';
import { findSums } from '../../../engines/reading/money/sums.ts';
import type { FindingKind, FindingValue } from '../rules/finding.ts';

/** A cell of a table prints a number without its unit, and so does the first end of "£3 to £4 million". */
const bare = /^[-−–(]?\s?£?\s?(?<digits>[\d,]*\.?\d+)\s?(?<scale>k|m|mn|bn|thousand|million|billion)?\)?$/iu;
const sizes: readonly Scale[] = [0, 3, 6, 9];
/** "Half a million pounds" cannot be reckoned here, but it is a sum. */
const inWords = /\b(?:hundred|thousand|million|billion|trillion|pounds?|pence|penny)\b/iu;

/**
 * What is wrong with a figure's words and amount, by field; nothing for other kinds. A sign is not compared: a report
 * may print "a fall of £3m".
 */
export function printedErrors(kind: FindingKind, value: FindingValue): Readonly<Record<string, string>> {
  if (kind === 'figure') return sumErrors(String(value.text), Math.abs(Number(value.pence)));
  if (kind === 'percentage') return shareErrors(String(value.text), Math.abs(Number(value.percent)));
  return {};
}

function sumErrors(text: string, pence: number): Readonly<Record<string, string>> {
  const amounts = amountsIn(text);
  if (amounts.length > 0) {
    if (amounts.some((amount) => amount.pence === pence)) return {};
    const { pence: first } = amounts[0]!;
    return { pence: `‘${text}’ is £${(first / 100).toLocaleString('en-GB')}. Enter that, or the words as printed` };
  }
  return inWords.test(text) ? {} : { text: 'Enter a sum of money as printed, like £1.2 million' };
}

/** The amounts that words may stand for, below nought left out; more than one where they print no unit. */
function amountsIn(text: string): { readonly pence: number }[] {
  const number = bare.exec(text)?.groups;
  if (number && number.scale === undefined) {
    return sizes.flatMap((size) => {
      const pence = toPence(number.digits!, size);
      return pence === null ? [] : [{ pence }];
    });
  }
  const sums = findSums(text).map((sum) => ({ pence: Math.abs(sum.pence) }));
  if (sums.length > 0 || !number) return sums;
  const pence = toPence(number.digits!, scaleOf(number.scale));
  return pence === null ? [] : [{ pence }];
}

function shareErrors(text: string, percent: number): Readonly<Record<string, string>> {
  const printed = findShares(text);
  const shares = printed.length > 0 ? printed : findShares(`${text} per cent`);
  if (shares.length === 0) return { text: 'Enter a percentage as printed, like 2.5%' };
  if (shares.some((share) => Math.abs(share.percent) === percent)) return {};
  return { percent: `‘${text}’ is ${Math.abs(shares[0]!.percent)}. Enter that, or the words as printed` };
}
