/** Powers of ten by which a printed number is to be multiplied to give pounds. */
export type Scale = 0 | 3 | 6 | 9 | 12;

const scales: Readonly<Record<string, Scale>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mln: 6,
  mil: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  tn: 12,
  trillion: 12,
};

/** The scale a printed word or letter stands for ("m", "Million", "bn"); 0 where there is none. */
export function scaleOf(word: string | undefined): Scale {
  return scales[(word ?? '').toLowerCase().replace(/[\s-]/gu, '').replace(/s$/u, '')] ?? 0;
}

/**
 * A printed decimal number of pounds as whole pence, by integer arithmetic alone. Fractions of a penny are rounded to
 * the nearest, halves away from nought.
 * @param digits as printed: "12,500.50", ".5", "0.798"
 * @returns null where there is no number, or more pence than a number can hold exactly
 */
export function toPence(digits: string, scale: Scale): number | null {
  const [whole = '', fraction = ''] = digits.replace(/,/gu, '').split('.');
  if (!/^\d{0,30}$/u.test(whole) || !/^\d{0,30}$/u.test(fraction) || whole + fraction === '') return null;
  const places = scale + 2;
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  const pence = kept + (fraction.charAt(places) >= '5' ? 1n : 0n);
  return pence > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(pence);
}
