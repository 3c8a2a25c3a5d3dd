// The features, in the order in which they may use one another, and what each is given. Composition on one screen.
import type { Clock } from '../platform/clock.ts';
import type { Doors } from '../platform/db/open.ts';
import type { Feature } from '../platform/feature.ts';
import type { JobHandler, Jobs } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log/log.ts';
import type { Config } from './config.ts';

export interface Wiring {
  readonly config: Config;
  readonly secret: string;
  readonly doors: Doors;
  readonly clock: Clock;
  readonly log: Log;
  /** Where people find this installation; its origin may be known only once the program listens. */
  readonly address: { readonly origin: string };
}

export interface Assembled {
  readonly features: readonly Feature[];
  readonly handlers: readonly JobHandler[];
  /** Pages enqueue jobs, and the queue needs the handlers: the features come first, then the queue is connected. */
  connect(jobs: Jobs): void;
}

export function assembleFeatures(_wiring: Wiring): Assembled {
  let connected: Jobs | null = null;
  return {
    features: [],
    handlers: [],
    connect(jobs) {
      connected = jobs;
      void connected;
    },
  };
}
