// The register and the public site with 400 councils' data, over one database.
import type { Filled as FilledDatabase } from '../databases.ts';
import { inWords, mb, ms, type Report, spreadOf } from '../figures.ts';
import { type Load, type LoadResult, runLoad, type Target } from '../load/load.ts';
import { type Product, startProduct } from '../product.ts';
import { randomFrom } from '../world/random.ts';
import type { World } from '../world.ts';

type Filled = FilledDatabase<World>;

export interface PagesOptions {
  readonly register: boolean;
  readonly public: boolean;
  readonly seconds: number;
}

const PER_SECOND = 50;
const PUBLIC_CONNECTIONS = 16;

type Asked = Load extends infer Each ? (Each extends Load ? Omit<Each, 'origin'> : never) : never;

export async function measurePages(filled: Filled, report: Report, options: PagesOptions): Promise<void> {
  const product = await startProduct(filled.address, filled.folder);
  try {
    if (options.register) await measureRegister(filled, product, report, options.seconds);
    if (options.public) await measurePublic(filled, product, report, options.seconds);
    report.line('memory of the program at its most', mb(product.peakMemory()));
  } finally {
    await product.stop();
  }
}

/** Runs a load and tells its figures; the processor time of the program tells how much room is left beside them. */
async function measure(report: Report, product: Product, what: string, load: Asked): Promise<LoadResult> {
  const before = product.processorTime();
  const result = await runLoad({ ...load, origin: product.origin });
  const count = result.latencies.length;
  const used = (product.processorTime() - before) / count;
  const kilobytes = result.bytes / count / 1024;
  const rate = `${(count / result.seconds).toFixed(0)} a second`;
  report.line(what, `${rate}; ${inWords(spreadOf(result.latencies))}`);
  report.line('', `${count} pages of ${kilobytes.toFixed(0)} kB; ${used.toFixed(1)} ms of processor each`);
  return result;
}

async function measureRegister(filled: Filled, product: Product, report: Report, seconds: number): Promise<void> {
  const ask = (below: string): Target[] =>
    filled.world.people.map(({ council, token }) => ({
      path: `/councils/${council}${below}`,
      cookie: `goldthread_session=${token}`,
    }));
  const targets = ask('/recommendations');
  const warmUp = {
    kind: 'open',
    origin: product.origin,
    targets,
    perSecond: 20,
    seconds: Math.min(5, seconds),
    seed: 1,
  };
  await runLoad(warmUp as Load);
  const steady = await measure(report, product, `register, ${PER_SECOND} a second`, {
    kind: 'open',
    targets,
    perSecond: PER_SECOND,
    seconds,
    seed: 2,
  });
  await measure(report, product, 'register filtered or sorted, 20 a second', {
    kind: 'open',
    targets: [...ask('/recommendations?missing=anything'), ...ask('/recommendations?late=yes&sort=next')],
    perSecond: 20,
    seconds: seconds / 2,
    seed: 3,
  });
  await measure(report, product, 'register, 8 at once, as fast as it goes', {
    kind: 'closed',
    targets,
    connections: 8,
    seconds: seconds / 2,
    seed: 4,
  });
  const { p95 } = spreadOf(steady.latencies);
  report.mark({
    what: `register p95 on ${filled.name}`,
    wanted: 'under 60 ms',
    measured: ms(p95),
    met: p95 < 60,
  });
}

async function measurePublic(filled: Filled, product: Product, report: Report, seconds: number): Promise<void> {
  const plans = filled.world.publications.map(({ council, slug }) => `/public/${council}/${slug}`);
  const recommendations = await linksOf(product.origin, plans);
  const targets = [...plans, ...recommendations].map((path) => ({ path }));
  const load = { kind: 'closed', connections: PUBLIC_CONNECTIONS } as const;
  // Most have not been opened since the start, and are drawn anew.
  await measure(report, product, `${targets.length} public pages by chance, the first seconds`, {
    ...load,
    targets,
    seconds: Math.min(4, seconds),
    seed: 5,
  });
  const warm = await measure(report, product, 'the same, 16 at once', { ...load, targets, seconds, seed: 6 });
  await measure(report, product, '20 whole plans, 16 at once', {
    ...load,
    targets: targets.slice(0, 20),
    seconds: seconds / 2,
    seed: 7,
  });
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
