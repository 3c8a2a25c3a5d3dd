// The library with 10,000 public reports in it, searched as visitors do: the page as they get it, over the network.
import type { Filled } from '../databases.ts';
import { inWords, mb, ms, type Report, spreadOf } from '../figures.ts';
import { runLoad, type Target } from '../load/load.ts';
import { type Product, startProduct } from '../product.ts';
import type { FilledLibrary } from '../world/library.ts';

const PER_SECOND = 5;
const HOME = '/public/library';

/** Questions by how many passages hold their words: that is what a search costs by. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  'words of most passages': [
    'council',
    'agree',
    'members',
    'staff',
    'residents budget',
    'council could publish',
    'team',
  ],
  'terms of the field': [
    'MTFS',
    'medium term financial plan',
    'section 151 officer',
    'scrutiny',
    'SEND',
    'HR',
    'net zero',
  ],
  'several words': [
    'reserves residents',
    'MTFS audit committee',
    'homelessness named owner',
    'harbour museum',
    'markets tourism',
  ],
  'phrases and minus': [
    '"named owner and a date"',
    '"goodwill lasts" reserves',
    'reserves -council',
    'scrutiny -members -staff',
  ],
  'words of few passages or none': [
    'aldrewcombe',
    'farrowstowford',
    'zebra',
    'harbour aldrewcombe',
    'rundlemarshby scheme',
  ],
}; // prettier-ignore
const FILTERS = [
  '',
  '&theme=finance',
  '&year=2021',
  '&council=county&kind=suggestion',
  '&kind=suggestion&strength=must',
];

export async function measureLibrary(filled: Filled<FilledLibrary>, report: Report, seconds: number): Promise<void> {
  const { name, version, world } = filled;
  report.section(`Library on ${name} (${version}): ${world.reports} reports, ${world.passages} passages`);
  report.line('filled and indexed in', `${world.seconds.toFixed(0)} s`);
  const product = await startProduct(filled.address, filled.folder);
  try {
    const all = Object.values(QUESTIONS).flatMap((words) => words.flatMap(targetsOf));
    await runLoad({ kind: 'open', origin: product.origin, targets: all, perSecond: PER_SECOND, seconds: 5, seed: 1 });
    const searched = await measure(report, product, 'searches of every kind', all, seconds);
    for (const [kind, words] of Object.entries(QUESTIONS)) {
      await measure(report, product, `  ${kind}`, words.flatMap(targetsOf), seconds / 3);
    }
    const passages = await passagesOf(product.origin, all);
    await measure(report, product, 'one passage, and who was told the same', passages, seconds / 2);
    report.line('memory of the program at its most', mb(product.peakMemory()));
    const limit = filled.address.kind === 'embedded' ? 300 : 100;
    report.mark({
      what: `library search p95 on ${name}`,
      wanted: `under ${limit} ms`,
      measured: ms(searched),
      met: searched < limit,
    });
  } finally {
    await product.stop();
  }
}

function targetsOf(words: string): Target[] {
  return FILTERS.map((filter) => ({ path: `${HOME}?q=${encodeURIComponent(words)}${filter}` }));
}

/** @returns the 95th percentile, in milliseconds */
async function measure(
  report: Report,
  { origin, processorTime }: Product,
  what: string,
  targets: readonly Target[],
  seconds: number,
): Promise<number> {
  const before = processorTime();
  const load = { origin, targets: [...targets], perSecond: PER_SECOND, seconds, seed: 2 };
  const result = await runLoad({ kind: 'open', ...load });
  const spread = spreadOf(result.latencies);
  const used = (processorTime() - before) / spread.count;
  report.line(what, `${inWords(spread)}; ${used.toFixed(1)} ms of processor each`);
  return spread.p95;
}

/** Addresses of passages, as a visitor finds them: among what was found. */
async function passagesOf(origin: string, searches: readonly Target[]): Promise<Target[]> {
  const found = new Set<string>();
  for (const { path } of searches.filter((_, i) => i % 5 === 0)) {
    const html = await (await fetch(origin + path)).text();
    for (const [, passage] of html.matchAll(/href="(\/public\/library\/passages\/[0-9a-f-]+)"/g)) found.add(passage!);
  }
  return [...found].map((path) => ({ path }));
}
