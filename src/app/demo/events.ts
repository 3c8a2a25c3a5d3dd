// The stories as one list of events: who did what in which council's scope, and at what time of the day.
import type { CouncilTx } from '../../platform/db/scope.ts';

/** What is done under an event's scope; `today` is its London day. */
export type Deed = (tx: CouncilTx, today: string) => Promise<void>;

export interface StoryEvent {
  readonly at: Date;
  readonly council: string;
  /** The key of the person who does it. */
  readonly person: string;
  readonly reason: string | null;
  readonly deeds: readonly Deed[];
}

/** The stages of a day, in the order in which one may rest on another; each has an hour of the office day. */
const HOURS = {
  register: 9,
  answer: 10,
  own: 11,
  act: 12,
  report: 14,
  judge: 15,
  publish: 16,
  library: 13,
  share: 11,
  agree: 15,
} as const;
export type Stage = keyof typeof HOURS;

const hourInLondon = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' });

/** The instant at which London's clocks show an hour and minute of a day. */
function inLondon(day: string, hour: number, minute: number): Date {
  const guess = new Date(`${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`);
  const ahead = Number(hourInLondon.format(guess)) - hour;
  return new Date(guess.getTime() - ahead * 3_600_000);
}

/** A minute of the hour that looks like chance and is the same each time. */
function minuteOf(seed: string): number {
  let mixed = 7;
  for (const letter of seed) mixed = (mixed * 31 + letter.charCodeAt(0)) % 1_000_003;
  return mixed % 60;
}

/** Gathers events; what one person does at one stage of a day for one reason is done at once, as in one sitting. */
export class Diary {
  readonly #events = new Map<string, { event: StoryEvent; deeds: Deed[] }>();

  note(day: string, stage: Stage, council: string, person: string, deed: Deed, reason: string | null = null): void {
    const key = [day, stage, council, person, reason].join('|');
    const there = this.#events.get(key);
    if (there) {
      there.deeds.push(deed);
      return;
    }
    const deeds = [deed];
    const at = inLondon(day, HOURS[stage], minuteOf(key));
    this.#events.set(key, { deeds, event: { at, council, person, reason, deeds } });
  }

  /** In the order of time. */
  events(): StoryEvent[] {
    return [...this.#events.values()].map(({ event }) => event).sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}
