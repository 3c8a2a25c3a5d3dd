// The program's log: one JSON line for each event, and nothing about a person in any of them.
import pino from 'pino';
import { describeError } from './scrub.ts';

export type Log = pino.Logger;
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

/**
 * The only fields a line may bear. A field that is not here is left out, so that an object handed to the log by mistake
 * (a form, a person, a row) leaves no trace. Identifiers are not personal data here: they lead to a record only for
 * those who may already read it.
 */
const FIELDS = new Set([
  'reqId',
  'requestId',
  'method',
  'route',
  'status',
  'ms',
  'err',
  'req',
  'res',
  'responseTime',
  'job',
  'jobId',
  'council',
  'attempt',
  'reason',
  'event',
  'count',
  'migrations',
  'port',
  'database',
  'signal',
  'version',
]);

function onlyKnown(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => FIELDS.has(name)));
}

interface RequestLike {
  id?: unknown;
  method?: unknown;
  routeOptions?: { url?: unknown };
}

/** The pattern of the route, never the address: an address may bear a token, a name or a search. */
export function describeRequest(request: RequestLike): { method: unknown; route: string } {
  return { method: request.method, route: String(request.routeOptions?.url ?? 'no such page') };
}

/**
 * Makes the log.
 * @param destination where lines go; standard output when left out.
 */
export function makeLog(level: LogLevel, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), bindings: onlyKnown, log: onlyKnown },
    serializers: {
      err: describeError,
      req: describeRequest,
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
    },
  };
  const log = destination ? pino(options, destination) : pino(options);
  // pino applies the formatter of bindings to the first logger alone; children inherit this method instead.
  const { child } = log;
  log.child = function (this: Log, bindings, childOptions) {
    return child.call(this, onlyKnown(bindings), childOptions);
  } as typeof child;
  return log;
}
