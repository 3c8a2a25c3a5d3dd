// The register and the public site with 400 councils' data, over one database.
import type { Filled } from '../databases.ts';
import { inWords, mb, ms, type Report, spreadOf } from '../figures.ts';
import { type LoadResult, runLoad, type Target } from '../load/load.ts';
import { startProduct } from '../product.ts';
import { randomFrom } from '../world/random.ts';

export interface PagesOptions {
  readonly register: boolean;
  readonly public: boolean;
  readonly seconds: number;
}

const PER_SECOND = 50;
const PUBLIC_CONNECTIONS = 16;

export async function measurePages(filled: Filled, report: Report, options: PagesOptions): Promise<void> {
  const product = await startProduct(filled.address, filled.folder);
  try {
    if (options.register) await measureRegister(filled, product.origin, report, options.seconds);
    if (options.public) await measurePublic(filled, product.origin, report, options.seconds);
    report.line('memory of the program at its most', mb(product.peakMemory()));
  } finally {
    await product.stop();
  }
}

function tell(report: Report, what: string, result: LoadResult): void {
  const count = result.latencies.length;
  const kilobytes = result.bytes / count / 1024;
  const rate = `${(count / result.seconds).toFixed(0)} a second`;
  report.line(what, `${rate}; ${inWords(spreadOf(result.latencies))}; ${count} pages of ${kilobytes.toFixed(0)} kB`);
}

async function measureRegister(filled: Filled, origin: string, report: Report, seconds: number): Promise<void> {
  const ask = (below: string): Target[] =>
    filled.world.people.map(({ council, token }) => ({
      path: `/councils/${council}${below}`,
      cookie: `goldthread_session=${token}`,
    }));
  const targets = ask('/recommendations');
  await runLoad({ kind: 'open', origin, targets, perSecond: 20, seconds: Math.min(5, seconds), seed: 1 });
  const steady = await runLoad({ kind: 'open', origin, targets, perSecond: PER_SECOND, seconds, seed: 2 });
  tell(report, `register, ${PER_SECOND} a second`, steady);
  const filtered = [...ask('/recommendations?missing=anything'), ...ask('/recommendations?late=yes&sort=next')];
  tell(
    report,
    'register filtered and sorted, 20 a second',
    await runLoad({ kind: 'open', origin, targets: filtered, perSecond: 20, seconds: seconds / 2, seed: 3 }),
  );
  tell(
    report,
    'register, 8 at once, as fast as it goes',
    await runLoad({ kind: 'closed', origin, targets, connections: 8, seconds: seconds / 2, seed: 4 }),
  );
  const { p95 } = spreadOf(steady.latencies);
  report.mark({
    what: `register p95 on ${filled.name}`,
    wanted: 'under 60 ms',
    measured: ms(p95),
    met: p95 < 60,
  });
}

async function measurePublic(filled: Filled, origin: string, report: Report, seconds: number): Promise<void> {
  const plans = filled.world.publications.map(({ council, slug }) => `/public/${council}/${slug}`);
  const recommendations = await linksOf(origin, plans);
  const targets = [...plans, ...recommendations].map((path) => ({ path }));
  const load = { kind: 'closed', origin, connections: PUBLIC_CONNECTIONS } as const;
  // A page nobody has opened since the start: drawn anew.
  const cold = await runLoad({ ...load, targets, seconds: Math.min(4, seconds), seed: 5 });
  tell(report, `public pages, first ${Math.min(4, seconds)} seconds`, cold);
  const warm = await runLoad({ ...load, targets, seconds, seed: 6 });
  tell(report, `${targets.length} public pages by chance, 16 at once`, warm);
  const hot = targets.slice(0, 20);
  tell(report, '20 of them, 16 at once', await runLoad({ ...load, targets: hot, seconds: seconds / 2, seed: 7 }));
  const rate = warm.latencies.length / warm.seconds;
  report.mark({
    what: `public pages a second on ${filled.name}`,
    wanted: 'over 500',
    measured: rate.toFixed(0),
    met: rate > 500,
  });
}

/** Addresses of recommendations, as a visitor finds them: on the pages of plans. */
async function linksOf(origin: string, plans: readonly string[]): Promise<string[]> {
  const random = randomFrom(8);
  const found = new Set<string>();
  for (let i = 0; i < Math.min(60, plans.length); i++) {
    const plan = random.pick(plans);
    const response = await fetch(origin + plan);
    const html = await response.text();
    if (response.status !== 200) throw new Error(`${plan} answered ${response.status}.`);
    for (const [, path] of html.matchAll(/href="([^"#?]+)"/g)) {
      if (path!.startsWith(`${plan}/1/`) && !/\.\w+$/.test(path!)) found.add(path!);
    }
  }
  return [...found];
}
