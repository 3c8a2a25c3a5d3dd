// The features, in the order in which they may use one another, and what each is given. Composition on one screen.
import { join } from 'node:path';
import { accountsFeature, keysFrom, openIdProvider, sessionsOver } from '../features/accounts/index.ts';
import { actions } from '../features/actions/index.ts';
import { documentsFeature, readingHandler, readingJob } from '../features/documents/index.ts';
import { home } from '../features/home/index.ts';
import { libraryFeature, libraryReadingHandler, libraryReadingJob } from '../features/library/index.ts';
import { publishing } from '../features/publishing/index.ts';
import { recommendations } from '../features/recommendations/index.ts';
import { sharing } from '../features/sharing/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Doors } from '../platform/db/open.ts';
import type { Feature } from '../platform/feature.ts';
import type { JobHandler, Jobs } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log/log.ts';
import { makeMailer } from '../platform/mail/mailer.ts';
import { readFileInChild } from '../platform/readers/child.ts';
import type { NavigationEntry } from '../platform/web/pages.ts';
import type { Config } from './config.ts';
import { demonstrationAccounts } from './demo/people.ts';

export interface Wiring {
  readonly config: Config;
  readonly secret: string;
  readonly doors: Doors;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Assembled {
  readonly features: readonly Feature[];
  readonly handlers: readonly JobHandler[];
  /** Pages enqueue jobs, and the queue needs the handlers: the features come first, then the queue is connected. */
  connect(jobs: Jobs): void;
  close(): void;
}

/** The order of entries within the rooms, as people look for them; features stand in the order of their use. */
const NAVIGATION = [
  'Home',
  'Recommendations',
  'Actions',
  'Reports',
  'Public pages',
  'Library',
  'Shared services',
  'People',
];

/** Every entry of the navigation, in that order; one that is not in the list comes last. */
export function navigationOf(features: readonly Feature[]): NavigationEntry[] {
  const place = (entry: NavigationEntry) =>
    NAVIGATION.includes(entry.text) ? NAVIGATION.indexOf(entry.text) : NAVIGATION.length;
  return features.flatMap((feature) => feature.navigation).sort((a, b) => place(a) - place(b));
}

export function assembleFeatures({ config, secret, doors, clock, log }: Wiring): Assembled {
  let connected: Jobs | null = null;
  const jobs = (): Jobs => {
    if (!connected) throw new Error('The job queue is not connected yet.');
    return connected;
  };
  const mailer = makeMailer(config.mail, clock);
  const features: Feature[] = [
    accountsFeature({
      tools: { doors, clock, keys: keysFrom(secret) },
      sessions: sessionsOver(doors, clock),
      mailer,
      openId: config.oidc ? openIdProvider(config.oidc) : null,
      demonstrationAccounts: config.demo ? demonstrationAccounts : [],
      keptMailFolder: config.mail.kind === 'folder' ? config.mail.folder : null,
      failed: (reason, err) => log.error({ reason, err }, 'account page'),
    }),
    documentsFeature({ orderReading: (tx, ids) => jobs().enqueue(tx, readingJob, ids) }),
    recommendations,
    actions,
    sharing,
    publishing,
    libraryFeature((tx, ids) => jobs().enqueue(tx, libraryReadingJob, ids)),
    home,
  ];
  const reading = { doors, clock, readFile: readFileInChild, folder: join(config.dataDir, 'reading') };
  return {
    features,
    handlers: [readingHandler(reading), libraryReadingHandler(reading)],
    connect(queue) {
      connected = queue;
    },
    close: () => mailer.close(),
  };
}
