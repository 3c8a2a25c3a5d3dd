import { randomUUID } from 'node:crypto';
import { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { describeRequest, type Log } from './log.ts';

/**
 * The options of Fastify that make it log our way: its own two lines a request, which bear addresses, are off, and each
 * request gets an identity of its own (never one that a visitor sends).
 */
export function requestLogOptions(log: Log) {
  return {
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false as const,
  };
}

/**
 * Logs one line for each answered request: its identity, method, route pattern, status and milliseconds. Call it before
 * the routes are added. The health checks are left out: they come every few seconds and say nothing.
 */
export function logRequests(app: FastifyInstance, quiet: readonly string[] = ['/healthz', '/readyz']): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, route } = describeRequest(request);
    if (quiet.includes(route)) return;
    const line = { method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (reply.statusCode >= 500) request.log.error(line, 'request failed');
    else request.log.info(line, 'request');
  });
}
