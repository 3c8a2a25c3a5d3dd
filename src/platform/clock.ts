/** The one source of the present instant. Tests and demonstration data pass a clock of their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: demonstration data is made under it, day by day. */
export class MovingClock implements Clock {
  #at: Date;
  constructor(start: Date) {
    this.#at = start;
  }
  now(): Date {
    return this.#at;
  }
  moveTo(at: Date): void {
    this.#at = at;
  }
}

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in London at an instant, as "2026-11-22". */
export function dayInLondon(at: Date): string {
  return londonDay.format(at);
}
