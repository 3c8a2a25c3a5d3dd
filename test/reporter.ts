// node:test's events as one JSON object a line, for test/run.ts to count and print.
import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

/** One line of what a run of node:test has to say. */
export type Said =
  | { kind: 'test'; outcome: 'passed' | 'failed' | 'skipped'; file: string; name: string; error: string }
  | { kind: 'printed'; file: string; text: string };

interface Result {
  name: string;
  nesting: number;
  file?: string;
  skip?: string | boolean;
  todo?: string | boolean;
  details: { type?: string; error?: Error & { cause?: unknown } };
}

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  // Names of the suites and tests around the present one, by depth.
  const path: string[] = [];
  for await (const event of events) {
    if (event.type === 'test:start') path[event.data.nesting] = event.data.name;
    if (event.type === 'test:pass' || event.type === 'test:fail') {
      const data = event.data as Result;
      const failed = event.type === 'test:fail' && !data.todo;
      const file = data.file ? relative(process.cwd(), data.file) : data.name;
      // A suite fails with its tests, which say why; a file stands for itself only when it broke outside any test.
      const inner = (data.details.error as { failureType?: string } | undefined)?.failureType;
      if (data.details.type === 'suite' && inner === 'subtestsFailed') continue;
      if (!failed && (data.details.type === 'suite' || data.name === data.file)) continue;
      const cause = data.details.error?.cause ?? data.details.error;
      const outcome = failed ? 'failed' : data.skip || data.todo ? 'skipped' : 'passed';
      const name = [...path.slice(0, data.nesting), data.name].join(' > ');
      yield line({ kind: 'test', outcome, file, name, error: failed ? explain(cause) : '' });
    }
    if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      yield line({ kind: 'printed', file: relative(process.cwd(), event.data.file ?? ''), text: event.data.message });
    }
  }
}

/** An error whole, without the frames of the query builder and of Node, and without the fields a server left empty. */
function explain(error: unknown): string {
  const dull = /^\s+at .*(node_modules\/kysely|node:internal)|^\s+\w+: undefined,?$/;
  return inspect(error, { depth: 6 })
    .split('\n')
    .filter((text) => !dull.test(text))
    .join('\n');
}

const line = (said: Said) => `${JSON.stringify(said)}\n`;
