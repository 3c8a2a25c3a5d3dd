import type { Dice } from '../dice.ts';
import type { Answer, AnswerFigure, PassageClass, Piece, Strength } from '../pieces.ts';
import { concerns } from '../words/concerns.ts';
import type { Council } from '../words/councils.ts';
import { abbreviations, deferred, facts, planNames, quotations, quotedTerms, quoteFrames } from '../words/facts.ts';
import { strengths } from '../words/strengths.ts';
import type { Subject } from '../words/subjects.ts';
import { suggestions } from '../words/suggestions.ts';
import { monthName } from './dates.ts';

/** A sentence with what is known of it. */
type Sentence = {
  readonly text: string;
  readonly class: PassageClass;
  readonly strength?: Strength;
  /** False for sentences that may stand under any theme. */
  readonly own: boolean;
};

const perhaps = ['any', 'own', 'own', 'own'] as const;

/** Writes the prose of one report, keeping account of every figure, quotation and short form that it prints. */
export class Prose {
  readonly #dice: Dice;
  readonly #council: Council;
  readonly #year: number;
  readonly #plan: string;
  readonly #used = new Set<string>();
  /** Straight quotation marks, as a typewriter sets them, throughout the report. */
  readonly #straight: boolean;
  #shortToldYet = false;
  readonly answer: Pick<Answer, 'figures' | 'percentages' | 'quotes' | 'passages' | 'abbreviations'> = {
    figures: [],
    percentages: [],
    quotes: [],
    passages: [],
    abbreviations: [],
  };

  constructor(dice: Dice, council: Council, year: number) {
    this.#dice = dice;
    this.#council = council;
    this.#year = year;
    this.#plan = dice.pick(planNames);
    this.#straight = dice.chance(0.25);
  }

  /** A paragraph of some sentences about a subject, recorded as passages. */
  paragraph(subject: Subject, theme: string | null, themeOfAny: string | null): Piece {
    const count = this.#dice.int(2, 5);
    const sentences = Array.from({ length: count }, () => this.#sentence(subject));
    for (const sentence of sentences) this.#record(sentence, sentence.own ? theme : themeOfAny);
    return { kind: 'paragraph', text: sentences.map((sentence) => sentence.text).join(' ') };
  }

  /** One sentence given word for word. */
  say(text: string, kind: PassageClass, theme: string | null, strength?: Strength): string {
    const set = this.#set(text);
    this.#record({ text: set, class: kind, own: true, ...(strength ? { strength } : {}) }, theme);
    return set;
  }

  /** Words for a sum of money that the report prints outside its prose; recorded. */
  money(period: string | null): string {
    return this.#money(period).text;
  }

  /** Fills the slots of a frame. */
  fill(frame: string): string {
    const period = /\{fy\}/.test(frame) ? this.#financialYear() : null;
    const sums = frame.split('{£}').length - 1;
    let text = frame;
    if (period !== null) text = text.replaceAll('{fy}', period);
    text = text
      .replace(/\{£\}/g, () => this.#money(sums === 1 ? period : null).text)
      .replace(/\{%\}/g, () => this.#percentage())
      .replace(/\{n:(\d+)-(\d+)\}/g, (_, low: string, high: string) =>
        String(this.#dice.int(Number(low), Number(high))),
      )
      .replace(/\{year\}/g, () => String(this.#year - this.#dice.int(1, 5)))
      .replace(/\{next\}/g, () => String(this.#year + this.#dice.int(1, 4)))
      .replace(/\{month\}/g, () => monthName(this.#dice.int(1, 12)))
      .replaceAll('{place}', this.#council.place)
      .replaceAll('{plan}', this.#plan)
      .replace(/\{C\}/g, () => this.#name(true))
      .replace(/\{c\}/g, () => this.#name(false));
    // Sums written out in a frame ("above £100,000") count as well.
    for (const [sum] of frame.matchAll(/£\d[\d,]*/g))
      this.#note({ text: sum, pence: Number(sum.slice(1).replaceAll(',', '')) * 100, period: null });
    for (const [salary] of text.matchAll(/£\d{1,2},\d{3}(?= a year| in \d{4})/g))
      this.#note({ text: salary, pence: Number(salary.slice(1).replace(',', '')) * 100, period: null });
    return this.#set(text[0]!.toUpperCase() + text.slice(1));
  }

  #sentence(subject: Subject): Sentence {
    const dice = this.#dice;
    const sort = dice.weigh({
      strength: 30,
      concern: 22,
      suggestion: 22,
      fact: 20,
      deferred: 2.5,
      quote: 3,
      term: 2,
      short: 3,
    });
    if (sort === 'deferred')
      return this.#once(deferred, (text) => ({ text: this.fill(text), class: 'deferred', own: false }));
    if (sort === 'quote') return this.#quotation();
    if (sort === 'term') {
      const term = this.#unused(quotedTerms, (entry) => entry.text);
      if (term) return { text: this.fill(term.text), class: term.class, own: false };
    }
    if (sort === 'short') {
      const short = this.#unused(abbreviations, (entry) => entry.text);
      if (short) {
        this.answer.abbreviations.push({ short: short.short, long: short.long });
        return { text: this.fill(short.text), class: short.class, own: false };
      }
    }
    const which = dice.pick(perhaps) === 'any' ? 'any' : subject;
    const own = which !== 'any';
    if (sort === 'suggestion') {
      const strength = dice.weigh({ must: 2, should: 5, could: 3 });
      return this.#once(suggestions[strength][which], (text) => ({
        text: this.fill(text),
        class: 'suggestion',
        strength,
        own,
      }));
    }
    const frames = sort === 'strength' ? strengths : sort === 'concern' ? concerns : facts;
    const kind = sort === 'strength' || sort === 'concern' ? sort : 'fact';
    return this.#once(frames[which], (text) => ({ text: this.fill(text), class: kind, own }));
  }

  /** A frame not used before in this report, or, when they are used up, a plain fact with a number in it. */
  #once(frames: readonly string[], make: (frame: string) => Sentence): Sentence {
    const frame = this.#unused(frames, (text) => text);
    if (frame !== null) return make(frame);
    const spare = `The team looked at ${this.#dice.int(12, 900)} pages of documents on this subject.`;
    return { text: spare, class: 'fact', own: false };
  }

  #unused<T>(list: readonly T[], key: (entry: T) => string): T | null {
    const open = list.filter((entry) => !this.#used.has(key(entry)));
    if (open.length === 0) return null;
    const entry = this.#dice.pick(open);
    this.#used.add(key(entry));
    return entry;
  }

  #quotation(): Sentence {
    const quote = this.#unused(quotations, (entry) => entry.text);
    if (quote === null) return this.#once(facts.any, (text) => ({ text: this.fill(text), class: 'fact', own: false }));
    this.answer.quotes.push(quote.text);
    const text = this.#dice.pick(quoteFrames[quote.class]).replace('{q}', quote.text);
    return { text: this.#set(text), class: quote.class, own: false };
  }

  #record(sentence: Sentence, theme: string | null): void {
    this.answer.passages.push({
      text: sentence.text,
      class: sentence.class,
      ...(sentence.strength ? { strength: sentence.strength } : {}),
      theme,
    });
  }

  /** The council, as sentences speak of it; its own short form is explained where it is first used. */
  #name(first: boolean): string {
    const { printed, short } = this.#council;
    const long = printed.replace(/^The (?=City|London|Royal)/, first ? 'The ' : 'the ');
    const withArticle =
      /^(London|Royal|City of)/.test(printed) && !/Council$/.test(printed)
        ? `${first ? 'The' : 'the'} ${printed}`
        : long;
    const sort = this.#dice.weigh({ council: 7, long: 1, short: short ? 2 : 0 });
    if (sort === 'long') return withArticle;
    if (sort === 'short' && short) {
      if (this.#shortToldYet) return short;
      this.#shortToldYet = true;
      this.answer.abbreviations.push({ short, long: printed.replace(/^The /, '') });
      return `${withArticle} (${short})`;
    }
    return first ? 'The council' : 'the council';
  }

  #financialYear(): string {
    const start = this.#year + this.#dice.int(-2, 2);
    return `${start}/${String(start + 1).slice(2)}`;
  }

  #money(period: string | null): AnswerFigure {
    const dice = this.#dice;
    const tenths = dice.int(4, 990);
    const whole = dice.int(2, 480);
    const form = dice.weigh({ m: 5, ' million': 5, million: 0.6, thousands: 2, k: 0.7, bn: 0.4, zero: 0.4, two: 1 });
    let figure: AnswerFigure;
    switch (form) {
      case 'thousands':
        figure = { text: `£${whole},${dice.pick(['000', '500', '250', '750'])}`, pence: 0, period };
        figure = { ...figure, pence: Number(figure.text.slice(1).replace(',', '')) * 100 };
        break;
      case 'k':
        figure = { text: `£${whole}k`, pence: whole * 100_000, period };
        break;
      case 'bn':
        figure = { text: `£1.${dice.int(1, 9)}bn`, pence: 0, period };
        figure = { ...figure, pence: Math.round(Number(figure.text.slice(1, 4)) * 10) * 10_000_000_000 };
        break;
      case 'zero':
        figure = { text: `£0.${dice.int(101, 989)}m`, pence: 0, period };
        figure = { ...figure, pence: Number(figure.text.slice(3, 6)) * 100_000 };
        break;
      case 'two':
        figure = { text: `£${dice.int(1, 60)}.${dice.int(11, 99)} million`, pence: 0, period };
        figure = { ...figure, pence: Math.round(Number.parseFloat(figure.text.slice(1)) * 100) * 1_000_000 };
        break;
      default: {
        const fraction = dice.chance(0.6);
        const text = fraction ? (tenths / 10).toFixed(1) : String(whole);
        figure = { text: `£${text}${form}`, pence: Math.round(Number(text) * 10) * 10_000_000, period };
      }
    }
    return this.#note(figure);
  }

  #note(figure: AnswerFigure): AnswerFigure {
    this.answer.figures.push(figure);
    return figure;
  }

  #percentage(): string {
    const dice = this.#dice;
    const percent = dice.chance(0.3) ? Number(`${dice.int(1, 12)}.${dice.int(1, 99)}`) : dice.int(3, 96);
    const text = `${percent}${dice.pick(['%', '%', ' per cent'])}`;
    this.answer.percentages.push({ text, percent });
    return text;
  }

  #set(text: string): string {
    return this.#straight ? text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'") : text;
  }
}
