import type { Dice } from '../dice.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

export const monthName = (month: number): string => months[month - 1]!;
/** "2021-07-12". */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
export const addDays = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);
export const addMonths = (date: Date, count: number): Date =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
/** "4 June 2024". */
export const longDay = (date: Date): string =>
  `${date.getUTCDate()} ${monthName(date.getUTCMonth() + 1)} ${date.getUTCFullYear()}`;
/** "June 2024". */
export const monthAndYear = (date: Date): string => `${monthName(date.getUTCMonth() + 1)} ${date.getUTCFullYear()}`;

const ordinal = (n: number): string =>
  `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;

export type Fieldwork = { readonly days: readonly Date[]; readonly words: string; readonly last: Date };

/** A team's days at a council in some year, in one of the forms that reports use. */
export function chooseFieldwork(dice: Dice, year: number, shape: 'week' | 'day' | 'scattered'): Fieldwork {
  if (shape === 'day') return oneOrTwoDays(dice, year);
  if (shape === 'scattered') return scattered(dice, year);
  const length = dice.pick([3, 4, 4, 4, 5]);
  const first = mondayLike(dice, year, length);
  const days = Array.from({ length }, (_, i) => addDays(first, i));
  return { days, words: range(dice, days), last: days.at(-1)! };
}

/** A first day from which so many days fall within one working week. */
function mondayLike(dice: Dice, year: number, length: number): Date {
  for (;;) {
    const first = new Date(Date.UTC(year, dice.int(0, 11), dice.int(1, 28)));
    const weekday = first.getUTCDay();
    const last = addDays(first, length - 1);
    if (weekday >= 1 && weekday + length - 1 <= 5 && last.getUTCFullYear() === year) return first;
  }
}

function range(dice: Dice, days: readonly Date[]): string {
  const first = days[0]!;
  const last = days.at(-1)!;
  const [a, b] = [first.getUTCDate(), last.getUTCDate()];
  const [from, to] = [monthName(first.getUTCMonth() + 1), monthName(last.getUTCMonth() + 1)];
  const year = last.getUTCFullYear();
  if (from !== to) {
    return dice.pick([
      `${a} ${from} – ${b} ${to} ${year}`,
      `${a} ${from} to ${b} ${to} ${year}`,
      `${ordinal(a)} ${from} - ${ordinal(b)} ${to} ${year}`,
      `${a} ${from} ${year} to ${b} ${to} ${year}`,
      `${weekdays[first.getUTCDay()]} ${a} ${from} to ${weekdays[last.getUTCDay()]} ${b} ${to} ${year}`,
    ]);
  }
  return dice.pick([
    `${a} – ${b} ${to} ${year}`,
    `${a}-${b} ${to} ${year}`,
    `${a} to ${b} ${to} ${year}`,
    `${ordinal(a)} - ${ordinal(b)} ${to} ${year}`,
    `${ordinal(a)}-${ordinal(b)} ${to} ${year}`,
    `${ordinal(a)} to ${ordinal(b)} ${to} ${year}`,
    `${a} ${to} – ${b} ${to} ${year}`,
    `${weekdays[first.getUTCDay()]} ${a} to ${weekdays[last.getUTCDay()]} ${b} ${to} ${year}`,
    `${weekdays[first.getUTCDay()]} ${ordinal(a)} – ${weekdays[last.getUTCDay()]} ${ordinal(b)} ${to} ${year}`,
    `${a}—${b} ${to} ${year}`,
  ]);
}

function oneOrTwoDays(dice: Dice, year: number): Fieldwork {
  const length = dice.int(1, 2);
  const first = mondayLike(dice, year, length);
  const days = Array.from({ length }, (_, i) => addDays(first, i));
  const [day, month] = [first.getUTCDate(), monthName(first.getUTCMonth() + 1)];
  if (length === 1) {
    const words = dice.pick([
      `${day} ${month} ${year}`,
      `${ordinal(day)} ${month} ${year}`,
      `${weekdays[first.getUTCDay()]} ${day} ${month} ${year}`,
    ]);
    return { days, words, last: first };
  }
  const last = days[1]!;
  const other = monthName(last.getUTCMonth() + 1);
  const words =
    other === month
      ? dice.pick([
          `${day} and ${last.getUTCDate()} ${month} ${year}`,
          `${day} & ${last.getUTCDate()} ${month} ${year}`,
          `${ordinal(day)} and ${ordinal(last.getUTCDate())} ${month} ${year}`,
        ])
      : `${day} ${month} and ${last.getUTCDate()} ${other} ${year}`;
  return { days, words, last };
}

/** Days that do not follow one another, as in the remote and mixed challenges of 2020 to 2022. */
function scattered(dice: Dice, year: number): Fieldwork {
  const month = dice.int(0, 11);
  const open = Array.from({ length: 28 }, (_, i) => new Date(Date.UTC(year, month, i + 1))).filter(
    (date) => date.getUTCDay() >= 1 && date.getUTCDay() <= 5,
  );
  const days = dice.sample(open, dice.int(3, 5)).sort((a, b) => a.getTime() - b.getTime());
  const numbers = days.map((date) => date.getUTCDate());
  const name = monthName(month + 1);
  const but = numbers.slice(0, -1);
  const words = dice.pick([
    `${but.join('/')} & ${numbers.at(-1)} ${name} ${year}`,
    `${but.join(', ')} and ${numbers.at(-1)} ${name} ${year}`,
    `${but.map(ordinal).join(', ')} and ${ordinal(numbers.at(-1)!)} ${name} ${year}`,
    `${but.join(', ')} & ${numbers.at(-1)} ${name} ${year}`,
  ]);
  return { days, words, last: days.at(-1)! };
}
