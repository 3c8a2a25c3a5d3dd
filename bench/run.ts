// Measures Goldthread on this machine, against its marks.
//
//   npm run bench                              everything
//   npm run bench -- register public           some sections: register, public, library, reading, answers, passages, fuzz, start, durability
//   npm run bench -- register --on pglite      on one database: pglite, 15 or 18
//   npm run bench -- --councils 40 --reports 500 --seconds 5 --rounds 5      smaller
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SERVER_VERSIONS } from '../test/servers.ts';
import { type Filled, type Filler, filledEmbedded, filledServer } from './databases.ts';
import { Report } from './figures.ts';
import { measureAnswers } from './sections/answers.ts';
import { measureDurability } from './sections/durability.ts';
import { measureFuzz } from './sections/fuzz.ts';
import { measureLibrary } from './sections/library.ts';
import { measurePages } from './sections/pages.ts';
import { measurePassages } from './sections/passages.ts';
import { measureReading } from './sections/reading.ts';
import { measureStart } from './sections/start.ts';
import { fillLibrary } from './world/library.ts';
import { fillWorld, type World } from './world.ts';

const SECTIONS = [
  'register',
  'public',
  'library',
  'reading',
  'answers',
  'passages',
  'fuzz',
  'start',
  'durability',
] as const;
const DATABASES = ['pglite', ...SERVER_VERSIONS] as const;
const root = join(import.meta.dirname, '..');

function choose() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      on: { type: 'string', multiple: true, default: ['pglite', '18'] },
      councils: { type: 'string', default: '400' },
      reports: { type: 'string', default: '10000' },
      seconds: { type: 'string', default: '30' },
      rounds: { type: 'string', default: '40' },
    },
  });
  const unknown = [
    ...positionals.filter((word) => !(SECTIONS as readonly string[]).includes(word)),
    ...values.on.filter((word) => !(DATABASES as readonly string[]).includes(word)),
  ];
  if (unknown.length > 0) {
    console.error(
      `There is no "${unknown[0]}". Sections: ${SECTIONS.join(', ')}. Databases (--on): ${DATABASES.join(', ')}.`,
    );
    process.exit(2);
  }
  return {
    wants: (section: (typeof SECTIONS)[number]) => positionals.length === 0 || positionals.includes(section),
    databases: DATABASES.filter((name) => values.on.includes(name)),
    councils: Number(values.councils),
    reports: Number(values.reports),
    seconds: Number(values.seconds),
    rounds: Number(values.rounds),
  };
}

function tellMachine(report: Report): void {
  const version = (name: string) =>
    (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
  report.section('Machine');
  report.line('processor', `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}`);
  report.line('memory', `${Math.round(totalmem() / 1024 ** 3)} GB`);
  report.line('busy with other things', `load average ${loadavg()[0]!.toFixed(1)}`);
  report.line('Node', process.versions.node);
  report.line('PGlite', version('@electric-sql/pglite'));
  report.line('day', new Date().toISOString().slice(0, 10));
}

function tellWorld(report: Report, { name, version, world }: Filled<World>): void {
  report.section(`${name} (${version}) with ${world.publications.length} councils`);
  const { recommendation, action, action_update: updates, history } = world.counts;
  report.line(
    'rows',
    `${recommendation} recommendations, ${action} actions, ${updates} updates, ${history} of history`,
  );
  report.line('filled in', `${world.seconds.toFixed(0)} s; load average then ${loadavg()[0]!.toFixed(1)}`);
}

function filledOn<T>(name: (typeof DATABASES)[number], fill: Filler<T>): Promise<Filled<T>> {
  return name === 'pglite' ? filledEmbedded(fill) : filledServer(name, fill);
}

const chosen = choose();
const report = new Report();
tellMachine(report);
if (chosen.wants('register') || chosen.wants('public')) {
  for (const name of chosen.databases) {
    const filled = await filledOn(name, (database) => fillWorld(database, { councils: chosen.councils }));
    try {
      tellWorld(report, filled);
      await measurePages(filled, report, {
        register: chosen.wants('register'),
        public: chosen.wants('public'),
        seconds: chosen.seconds,
      });
    } finally {
      await filled.end();
    }
  }
}
if (chosen.wants('library')) {
  for (const name of chosen.databases) {
    const filled = await filledOn(name, (database) => fillLibrary(database, chosen.reports));
    try {
      await measureLibrary(filled, report, chosen.seconds);
    } finally {
      await filled.end();
    }
  }
}
if (chosen.wants('reading')) {
  await measureReading([join(root, '../shared/corpus'), join(root, 'samples/northmere-2026')], report);
}
if (chosen.wants('answers')) await measureAnswers(report);
if (chosen.wants('passages')) await measurePassages(report);
const sound = chosen.wants('fuzz') ? await measureFuzz(report) : true;
if (chosen.wants('start')) await measureStart(report);
const safe = chosen.wants('durability') ? await measureDurability(report, chosen.rounds) : true;
report.end();
// A mark missed is a figure to be read; a write lost or a reader broken is a failure.
process.exitCode = safe && sound ? 0 : 1;
