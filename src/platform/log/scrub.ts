/**
 * A message without what may be about a person: e-mail addresses, network addresses, the query of an address, and
 * everything in quotation marks or brackets that databases and parsers fill with the values at fault.
 */
export function scrub(message: string): string {
  return message
    .split('\n', 1)[0]!
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '[address]')
    .replace(/[^\s@<>"'(]+@[^\s@<>"')]+/g, '[e-mail]')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/g, '[address]')
    .replace(/(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|[0-9a-f:]*::[0-9a-f:]*)/gi, '[address]')
    .replace(/"[^"]*"|“[^”]*”|'[^']*'|‘[^’]*’|`[^`]*`/g, '[…]')
    .replace(/\([^)]*\)=\([^)]*\)?/g, '[…]')
    .replace(/\?\S*=\S*/g, '[…]')
    .slice(0, 300);
}

/** What the log tells of an error: its kind, its code, its place, and its message scrubbed; causes likewise. */
export function describeError(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { type: typeof thrown };
  const error = thrown as Error & { code?: unknown; table?: unknown; constraint?: unknown; statusCode?: unknown };
  const plain = (value: unknown) => (typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? value : undefined);
  return {
    type: plain(error.name),
    code: plain(error.code),
    table: plain(error.table),
    constraint: plain(error.constraint),
    status: typeof error.statusCode === 'number' ? error.statusCode : undefined,
    message: scrub(error.message),
    // The first lines of a stack repeat the message; only the places are kept.
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
